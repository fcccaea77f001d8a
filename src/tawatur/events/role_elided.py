"""The subject that an act leaves out: of the verb before it, of the whole sentence, of the sentence before."""

from collections.abc import Iterable, Iterator, Sequence

from ..lexicon import Hit
from ..model.mentions import Actor
from .anchors import Anchor
from .frames import Frame
from .grammar import arguments, can_act, is_free, preposition_before
from .role_sides import is_duty, series
from .scene import Scene

_THEY_DID = "وا"
_CROWDS = ("settlers", "protesters")
_PAST = frozenset({"past", "present"})


def elided_subject(scene: Scene, frame: Frame, speaking: frozenset[int]) -> list[Actor]:
    """ "The army raided the town and arrested two": the second verb has the subject of the first."""
    if any(is_duty(anchor) for anchor in frame.anchors):
        return []
    anchor = next((a for a in frame.anchors if _goes_on(scene, a) or _is_joined_on(scene, frame, a)), None)
    if anchor is None:
        return _topic(scene, frame, speaking)
    sentence = scene.text.sentence_of(anchor.first)
    earlier = [a for a in scene.actors(sentence.first, anchor.first) if a.first not in speaking]
    subject = next(_subjects(scene, earlier), None)
    if subject and any(_says_of_itself(scene, one, subject) for one in frame.anchors):
        return []
    if subject is None and "mp" in anchor.hit.features and (gunmen := _gunmen(scene, earlier)):
        return gunmen
    return list(series(scene, earlier, subject)) if subject else _before_sentence(scene, anchor, speaking)


def _gunmen(scene: Scene, actors: Sequence[Actor]) -> list[Actor]:
    """ "Four gunmen in a car had stopped him and took him off": those of the same sentence, counted or not."""
    armed = [a for a in actors if a.head == "members" and can_act(a) and not a.definite and is_free(scene, a)]
    return armed if len(armed) == 1 else []


def _says_of_itself(scene: Scene, anchor: Anchor, subject: Actor) -> bool:
    """ "A repelled it, while B said that it (إنها) took it": the subject is who speaks last."""
    that = scene.hits.covering(anchor.first - 1, "particle") if anchor.first else None
    if that is None or that.value != "itself" or that.first <= subject.last:
        return False
    return any(_PAST & hit.features for hit in scene.hits_in("speech", subject.last, that.first))


def _topic(scene: Scene, frame: Frame, speaking: frozenset[int]) -> list[Actor]:
    """ "That a force (قوة) closed the road, and … in which it arrested two": the subject of the whole sentence."""
    anchor = next((a for a in frame.anchors if _lacks_subject(scene, a)), None)
    if anchor is None:
        return _riders(scene, frame, speaking)
    sentence = scene.text.sentence_of(anchor.first)
    bodies = [a for a in scene.actors(sentence.first, anchor.first) if a.first not in speaking]
    bodies = [a for a in bodies if can_act(a) and a.head != "class" and not a.counted]
    topics = [a for a in bodies if _follows_that(scene, a)]
    return topics if len(topics) == 1 and all(a.party == topics[0].party for a in bodies) else []


def _riders(scene: Scene, frame: Frame, speaking: frozenset[int]) -> list[Actor]:
    """ "That unknown gunmen, who rode (يستقلون) a car, shot at": the plural verb's subject, behind "that"."""
    anchor = next(
        (a for a in frame.anchors if a.is_verb and a.subject == "by" and "mp" in a.hit.features), None
    )
    if anchor is None or arguments(scene, anchor.hit).subject is not None:
        return []
    sentence = scene.text.sentence_of(anchor.first)
    before = [a for a in scene.actors(sentence.first, anchor.first) if a.first not in speaking]
    armed = [a for a in before if a.head in ("members", "class") and can_act(a)]
    return [a for a in armed if _follows_that(scene, a)] if len(armed) == 1 else []


def _lacks_subject(scene: Scene, anchor: Anchor) -> bool:
    """An active verb of taking or searching, or "carried out" before an act: no act is its subject."""
    if not anchor.is_verb:
        verbs = scene.hits_in("role", max(0, anchor.first - 2), anchor.first)
        return any(_carries(hit, anchor) and {"past", "present"} & hit.features for hit in verbs)
    if anchor.subject != "by" or "passive" in anchor.hit.features:
        return False
    return scene.family(anchor.type) in ("coercion", "control")


def _follows_that(scene: Scene, actor: Actor) -> bool:
    particle = scene.hits.covering(actor.first - 1, "particle") if actor.first else None
    return particle is not None and particle.value == "that"


def _before_sentence(scene: Scene, anchor: Anchor, speaking: frozenset[int]) -> list[Actor]:
    """ "They burned cars" opening a sentence: the subject of the one before."""
    number = scene.text.sentence_number(anchor.first)
    if number == 0 or not anchor.hit.features & {"mp"}:
        return []
    last = scene.text.sentences[number - 1]
    return list(
        _subjects(scene, (a for a in scene.actors(last.first, last.last) if a.first not in speaking))
    )[-1:]


def _goes_on(scene: Scene, anchor: Anchor) -> bool:
    """An active verb joined to the one before it."""
    hit = anchor.hit
    joined = hit.proclitics in ("و", "ف") or _after_particle(scene, anchor) or _has_pronoun(scene, anchor)
    return anchor.is_verb and anchor.subject == "by" and "passive" not in hit.features and joined


def _is_joined_on(scene: Scene, frame: Frame, anchor: Anchor) -> bool:
    """ "While (فيما) it launched a raid, in which it took two": the clause opens with a verb of the same subject."""
    if "passive" in anchor.hit.features or (anchor.is_verb and anchor.subject != "by"):
        return False
    opening = frame.start + (1 if scene.hits.at(frame.start, "shift") else 0)
    verbs = (h for h in scene.hits_in("role", opening, opening + 1) if {"past", "present"} & h.features)
    opens = any(anchor.is_verb or _carries(hit, anchor) for hit in verbs)
    return opens and not scene.actors(opening, anchor.first)


def _carries(verb: Hit, anchor: Anchor) -> bool:
    """ "It launched (شن) raids": the noun of the act right after the verb that says who did it."""
    return verb.value == "by" and 0 <= anchor.first - verb.last <= 1


def _has_pronoun(scene: Scene, anchor: Anchor) -> bool:
    """ "That they (أنهم) burned": the pronoun stands for the subject told before."""
    before = scene.hits.covering(anchor.first - 1, "particle") if anchor.first else None
    return before is not None and before.value == "itself" and "mp" in anchor.hit.features


def _after_particle(scene: Scene, anchor: Anchor) -> bool:
    shift = scene.hits.covering(anchor.first - 1, "shift") if anchor.first else None
    return bool(shift and shift.value == "clause")


def _subjects(scene: Scene, actors: Iterable[Actor]) -> Iterator[Actor]:
    """Bodies that stand bare right after or before a verb."""
    for actor in actors:
        named = actor.head in ("body", "members") or actor.party in _CROWDS
        if (
            named
            and can_act(actor)
            and not actor.counted
            and is_free(scene, actor)
            and _beside_verb(scene, actor)
        ):
            yield actor


def _before_plural_verb(scene: Scene, actor: Actor) -> bool:
    """A verb that no lexicon knows, in the plural of people: "they slipped (تسللوا)"."""
    sentence = scene.text.sentence_of(actor.first)
    return actor.last < sentence.last and scene.text.words[actor.last].form.endswith(_THEY_DID)


def _beside_verb(scene: Scene, actor: Actor) -> bool:
    words = (actor.first - 1, actor.last, actor.last + 1)
    return _before_plural_verb(scene, actor) or (
        any(
            hit.features & {"past", "present"} and "passive" not in hit.features
            for at in words
            if at >= 0
            for hit in scene.hits.starting(at)
            if hit.category in ("event", "role", "toll")
        )
        and preposition_before(scene, actor.first) is None
    )

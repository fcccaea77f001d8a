"""Who did it and who was hit: read from the grammar around the words of the act."""

from collections.abc import Iterator
from typing import NamedTuple

from ..model.mentions import Actor
from .anchors import Anchor
from .frames import Frame
from .grammar import arguments, can_act, preposition_before
from .scene import Scene

_NEAR = 3


class Roles(NamedTuple):
    """The actors on either side of an act, in the order of the text."""

    by: tuple[Actor, ...]
    against: tuple[Actor, ...]


def find_roles(scene: Scene, frame: Frame, speaking: frozenset[int]) -> Roles:
    """Assign every actor of a frame a side, or none. Words in ``speaking`` only name who says it."""
    by: list[Actor] = []
    against: list[Actor] = []
    sides = {"by": by, "against": against}
    actors = [a for a in scene.actors(frame.start, frame.end) if a.first not in speaking]
    counted = {a.span for toll in frame.tolls for a in toll.people}
    previous: tuple[Actor, str] | None = None
    for actor in actors:
        side = _side(scene, frame, actor, previous, counted)
        if side == "by" and actor.head in ("object", "place_of"):
            side = "against"
        previous = (actor, side) if side else previous
        if side in sides:
            sides[side].append(actor)
    by += [toll.killer for toll in frame.tolls if toll.killer and toll.killer not in by]
    against = [a for a in against if a not in by]
    if not by:
        by = _opening_subject(scene, frame, actors, against)
    if any(anchor.type == "armed_clash" for anchor in frame.anchors):
        by, against = _two_sides(by, against)
    return Roles(_distinct(by), _distinct(against))


def _in_relative_clause(scene: Scene, frame: Frame, actor: Actor) -> bool:
    """ "The correspondent who goes with the army": who is named only to say whose the subject is."""
    particles = scene.hits_in("particle", max(frame.start, actor.first - 4), actor.first)
    return any(hit.value == "which" for hit in particles)


def _distinct(actors: list[Actor]) -> tuple[Actor, ...]:
    """One actor a party, the first; a thing whose owner was only guessed gives way to a named party."""
    named = [actor for actor in actors if not _is_guess(actor)]
    found: dict[str, Actor] = {}
    for actor in named or actors:
        found.setdefault(actor.party, actor)
    if len(found) > 1:
        found.pop("unknown", None)
    return tuple(found.values())


def _two_sides(by: list[Actor], against: list[Actor]) -> tuple[list[Actor], list[Actor]]:
    """A clash has two sides: where only the hit are told, the later named side stands against the first."""
    parties = list(dict.fromkeys(actor.party for actor in against))
    if by or len(parties) < 2:
        return by, against
    return [a for a in against if a.party == parties[-1]], [a for a in against if a.party != parties[-1]]


def _is_guess(actor: Actor) -> bool:
    """An object whose party the article's country or an earlier actor gave."""
    return actor.head == "object" and actor.rule.endswith(("+country", "+inherited", "+context", "+unknown"))


def _side(
    scene: Scene, frame: Frame, actor: Actor, previous: tuple[Actor, str] | None, counted: set[object]
) -> str | None:
    """The side that the words before an actor, or its place beside the act, give it."""
    if actor.rule.endswith("subset"):
        return "against" if actor.span in counted else None
    if "state-name" in actor.rule and _is_setting(scene, actor):
        return None
    marked = _marked(scene, frame, actor)
    if marked in ("between", "doer"):
        return "by"
    if marked == "planter":
        return "against" if any(anchor.type == "clearance" for anchor in frame.anchors) else "by"
    if marked == "other-side" or (previous and previous[1] == "by" and _closes_between(scene, previous[0], actor)):
        return "against"
    if marked:
        return {"with": "against", "held": "against" if _is_bombed(scene, frame) else "holder"}.get(marked, marked)
    if previous and _is_joined(scene, previous[0], actor):
        return previous[1]
    if actor.span in counted:
        return "against"
    for anchor in frame.anchors:
        side = _beside(scene, anchor, actor)
        if side:
            return side
    return None


def _is_setting(scene: Scene, actor: Actor) -> bool:
    """A country's name after a preposition tells where, not who: "the border with A"."""
    role = scene.hits.covering(actor.first - 1, "role") if actor.first else None
    if role and role.value in ("between", "with"):
        return True
    return preposition_before(scene, actor.first) is not None or actor.span.start > scene.text.words[actor.first].start


def _marked(scene: Scene, frame: Frame, actor: Actor) -> str | None:
    """The role word right before an actor; an object noun may stand between."""
    for at in range(actor.first - 1, max(frame.start, actor.first - _NEAR) - 1, -1):
        hit = scene.hits.covering(at, "role")
        if hit and hit.last <= actor.first:
            if any(frame_anchor.first == hit.first for frame_anchor in frame.anchors):
                return None
            if _actor_between(scene, hit.last, actor):
                return None
            if hit.value == "doer" and (actor.first - hit.last > 1 or scene.text.words[actor.first].form.startswith("ب")):
                return None
            return str(hit.value)
    return _does_next(scene, actor) or _written_on(scene, frame, actor)


def _does_next(scene: Scene, actor: Actor) -> str | None:
    """Subject, then a verb that only carries an act: "the army launched a raid", "forces managed to"."""
    if not can_act(actor) or preposition_before(scene, actor.first):
        return None
    for at in (actor.last, actor.last + 1):
        for hit in scene.hits_in("role", at, at + 1):
            if hit.value in ("by", "doer") and hit.features & {"past", "present"} and not hit.proclitics:
                return "by"
    return None


def _actor_between(scene: Scene, first: int, actor: Actor) -> bool:
    return any(other.first < actor.first and other.last <= actor.first for other in scene.actors(first, actor.first))


def _written_on(scene: Scene, frame: Frame, actor: Actor) -> str | None:
    """The preposition on or right before an actor that follows the act."""
    if actor.first <= frame.first:
        return None
    before = scene.hits.at(actor.first - 1, "particle")
    if before and before.value == "on" and before.first >= frame.first:
        return "against"
    return None


def _closes_between(scene: Scene, first: Actor, second: Actor) -> bool:
    """ "between A and B": B stands right after A, joined by "and"."""
    opened = any(
        hit.value == "between" and hit.last <= first.first
        for hit in scene.hits_in("role", max(0, first.first - _NEAR), first.first)
    )
    gap = second.first - first.last
    return opened and 0 <= gap <= 4 and scene.text.words[second.first].form.startswith("و")


def _is_joined(scene: Scene, first: Actor, second: Actor) -> bool:
    word = scene.text.words[second.first]
    return second.first == first.last and word.form.startswith("و")


def _is_bombed(scene: Scene, frame: Frame) -> bool:
    return any(scene.family(anchor.type) == "bombardment" for anchor in frame.anchors)


def _beside(scene: Scene, anchor: Anchor, actor: Actor) -> str | None:
    """The side of an actor that stands in or beside an anchor: subject, object or genitive."""
    if anchor.first <= actor.first < anchor.last:
        return "by" if "by" in (anchor.object, anchor.subject) else None
    if anchor.is_verb:
        return _after_verb(scene, anchor, actor)
    if actor.first < anchor.last or any(scene.hits_in("event", anchor.last, actor.first)):
        return None
    return _after_noun(scene, anchor, actor, actor.first - anchor.last, len(scene.actors(anchor.last, actor.first)))


def _after_verb(scene: Scene, anchor: Anchor, actor: Actor) -> str | None:
    """The subject or the object of a verb; after an act as subject ("raids that struck") the object."""
    subject, object = arguments(scene, anchor.hit)
    if actor == subject and _subject_is_act(scene, anchor):
        return anchor.object if anchor.object in ("by", "against") else None
    if actor == subject:
        return anchor.subject if anchor.subject != "none" else None
    if actor == object:
        return anchor.object if anchor.object in ("by", "against") else None
    return None


def _subject_is_act(scene: Scene, anchor: Anchor) -> bool:
    """The subject of the verb is an act told before it: "raids that … struck"."""
    clause = scene.clause_of(anchor.first)
    start = max(clause.first if clause else 0, anchor.first - 10)
    nouns = [h for h in scene.hits_in("event", start, anchor.first) if h.value["part"] == "noun"]
    return any(scene.family(hit.value["type"]) in ("ground", "blast", "bombardment") for hit in nouns)


def _after_noun(scene: Scene, anchor: Anchor, actor: Actor, distance: int, between: int) -> str | None:
    """The genitive of a verbal noun, or a body joined to it by the preposition "of"."""
    if distance > 2 or (between and distance > 1):
        return None
    word = scene.text.words[actor.first].form
    proclitic = scene.text.letter(actor.first, 0) < actor.span.start
    preposition = preposition_before(scene, actor.first)
    if not can_act(actor) and (proclitic or not preposition):
        return anchor.object if anchor.object in ("by", "against") and anchor.object != "by" else "against"
    if proclitic and word.startswith("ل"):
        return _other(anchor.object) if anchor.object == "against" and not _has_genitive(scene, anchor, actor) else (
            anchor.object if anchor.object in ("by", "against") else None
        )
    if preposition:
        return None
    if anchor.object == "by" or not can_act(actor):
        return anchor.object if anchor.object in ("by", "against") else None
    if actor.head == "body" and anchor.part == "noun" and _names_target(scene, anchor, actor):
        return "by"
    return anchor.object if anchor.object in ("by", "against") else None


def _other(side: str) -> str:
    return "by" if side == "against" else "against"


def _has_genitive(scene: Scene, anchor: Anchor, actor: Actor) -> bool:
    return any(other.first < actor.first for other in scene.actors(anchor.last, actor.first))


def _names_target(scene: Scene, anchor: Anchor, actor: Actor) -> bool:
    """After "the shelling of A" a target with "on" or "to" follows: A is who shelled."""
    sentence = scene.text.sentence_of(anchor.first)
    following = range(actor.last, min(sentence.last, actor.last + 3))
    for at in following:
        hit = scene.hits.at(at, "particle")
        if hit and hit.value in ("on", "to"):
            return True
        if scene.hits.at(at, "role"):
            return True
    return any(
        place.first - actor.last <= 1 and scene.text.words[place.first].form.startswith("ل")
        for place in scene.places(actor.last, actor.last + 3)
    ) or any(
        other.first - actor.last <= 1 and scene.text.words[other.first].form.startswith("ل")
        for other in scene.actors(actor.last, actor.last + 3)
    )


def _opening_subject(scene: Scene, frame: Frame, actors: list[Actor], against: list[Actor]) -> list[Actor]:
    """An armed body that opens the clause and hits somebody else: "the army managed to kill …"."""
    return list(_subjects(scene, frame, actors, against))[:1]


def _subjects(scene: Scene, frame: Frame, actors: list[Actor], against: list[Actor]) -> Iterator[Actor]:
    if frame.only_toll or any(anchor.subject == "none" for anchor in frame.anchors):
        return
    for actor in actors:
        if actor.first >= frame.first:
            return
        if actor in against or actor.head not in ("body", "members") or preposition_before(scene, actor.first):
            continue
        if _in_relative_clause(scene, frame, actor):
            continue
        marked = _marked(scene, frame, actor)
        if marked is None and frame.first - actor.last <= 6 and actor.kind != "civilians":
            yield actor

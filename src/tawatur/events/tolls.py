"""How many people an act killed, injured, took; and who they were."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from msgspec import Struct
from msgspec.structs import replace

from ..lexicon import Hit
from ..model.mentions import Actor
from ..model.spans import Span
from .anchors import Anchor
from .further_counts import counted_beside, counted_on
from .grammar import arguments, reads_as_verb
from .joint_tolls import is_joint, joint_noun, people_after_joint, shared
from .people import People, all_named, names_behind, of_actor, people_after, together
from .scene import Scene
from .toll_denials import is_blocked, is_denied
from .toll_far import far_object, people_reached
from .toll_firsts import named_beyond, with_those_beside
from .toll_names import named_ones, struck_by_a_named_one
from .toll_nouns import (
    counted_by_form,
    counted_cases,
    is_number_of,
    number_told,
    numbered,
    people_of_noun,
    people_risen_to,
)
from .toll_parts import parts_of
from .toll_people import (
    a_named_one,
    doer_before,
    doer_of_noun,
    is_thing_hit,
    killer_of,
    people_before,
    people_of_act,
    people_struck,
)
from .toll_phrases import as_many, counted_before, one_told
from .toll_pronouns import by_pronoun, meant_by_pronoun, struck_before

_CHOSEN = ("detention", "abduction", "targeted_killing")
"""Acts that take people whom a report may give only by name."""
_INJURIES = "injuries-self"
_MAIMED = ("maimed", "maiming")
"""How one who was hurt lost a limb."""
_TO_PLACE = 4
"""Words between a count and the place that makes it one of its own."""
_TO_NAMES = 12
"""Words between "arrested" and "each of": who did it, and where."""
_NEW_CLAUSE = ("و", "ف")
"""Written onto a verb, it parts the verb from what stands before it."""
_GOVERNING = ("upon", "to", "from", "in")
"""Prepositions behind which only a noun stands."""
_AGREES = frozenset({"mp", "md", "fp", "fd"})
"""A verb that agrees with its subject in number follows it."""
_DUAL = frozenset({"md", "fd"})


class Toll(Struct, frozen=True, kw_only=True, gc=False):
    """People that one toll word counts. ``people`` are the mentions counted; ``killer`` who did it."""

    slot: str
    low: int | None
    high: int | None
    hit: Hit
    span: Span
    sentence: int
    first: int
    last: int
    people: tuple[Actor, ...] = ()
    killer: Actor | None = None
    joint: bool = False

    @property
    def is_zero(self) -> bool:
        return self.low == 0 and self.high == 0


def find_tolls(
    scene: Scene, anchors: Sequence[Anchor] = (), quiet: frozenset[int] = frozenset()
) -> tuple[Toll, ...]:
    """Every toll of the article in the order of the text, those of the acts themselves included."""
    found = [toll for anchor in anchors if anchor.toll for toll in _of_act(scene, anchor)]
    taken = {i for toll in found for i in range(toll.hit.first, toll.hit.last)}
    for hit in _readings(scene):
        if hit.first in taken or not scene.clause_of(hit.first) or is_blocked(scene, hit):
            continue
        if scene.text.sentence_number(hit.first) in quiet:
            continue
        tolls = list(_tolls(scene, hit))
        for toll in tolls:
            taken.update(range(toll.hit.first, toll.hit.last))
        found += tolls
    return tuple(_wholes(scene, sorted(found, key=lambda toll: (toll.first, toll.last))))


def _wholes(scene: Scene, tolls: Sequence[Toll]) -> Iterator[Toll]:
    """The tolls without what is told of a part of those just counted: "15 wounded, the injury of 4 of them grave"."""
    for number, toll in enumerate(tolls):
        others = (*tolls[:number], *tolls[number + 1 : number + 2])
        before = (t for t in others if t.sentence == toll.sentence and t.slot == toll.slot)
        if any(_is_part_of(scene, toll, whole) for whole in before):
            continue
        if not _is_gravely_hurt(scene, toll, tolls[:number]):
            yield toll


def _is_gravely_hurt(scene: Scene, toll: Toll, before: Sequence[Toll]) -> bool:
    """ "Four of those hurt are in a grave state": some of the more that were counted before."""
    if toll.slot != "injured" or not scene.hits.at(toll.last, "grave"):
        return False
    return any(whole.slot == "injured" and (whole.low or 0) > (toll.low or 0) for whole in before)


def _is_part_of(scene: Scene, toll: Toll, whole: Toll) -> bool:
    """A smaller count of those just counted, told as part of them or only as how they were hurt."""
    if whole.first <= toll.first and toll.last <= whole.last and toll.hit != whole.hit:
        return True
    if toll.hit.proclitics == "ب" and toll.hit.value.get("people") == "self":
        return True
    if _is_how_hurt(toll, whole) or (toll.hit.id in _MAIMED and whole.first < toll.first):
        return True
    if whole.first < toll.first and (_is_recalled(scene, toll) or _is_one_of_them(scene, toll)):
        return True
    if (toll.low or 0) >= (whole.low or 0):
        return False
    if _is_why_it_rose(scene, toll, whole):
        return True
    if not _is_verb(toll.hit) and scene.hits_in("numbering", whole.last, toll.first):
        return True
    if toll.slot == "killed":
        since = any(hit.value == "since" for hit in scene.hits_in("recount", toll.last, whole.last))
        return whole.hit.definite and whole.hit.value.get("people") == "self" and not since
    if scene.hits.at(toll.last, "subset"):
        return True
    opened = scene.hits_in("subset", whole.last, toll.first)
    own = _is_verb(toll.hit) and (toll.first == toll.hit.first or toll.sentence != whole.sentence)
    return bool(opened) and not own and not scene.places(opened[0].last, toll.last + _TO_PLACE)


def _is_how_hurt(toll: Toll, whole: Toll) -> bool:
    """ "Two were hurt with light injuries (أصيب … إصابات طفيفة)": the noun of the verb before it."""
    if toll.hit.id != _INJURIES or toll.hit.proclitics or toll.hit.definite or not _is_verb(whole.hit):
        return False
    return toll.span == toll.hit.span or (bool(toll.people) and set(toll.people) <= set(whole.people))


def _is_why_it_rose(scene: Scene, toll: Toll, whole: Toll) -> bool:
    """ "The toll rose to five after (إثر) the death of a soldier": he is one of the five."""
    start = scene.text.sentence_of(whole.first).first
    causes = scene.hits_in("cause", whole.last, toll.hit.first)
    beside = bool(causes) and toll.hit.first - causes[-1].last <= 1 and not _is_verb(toll.hit)
    return beside and bool(scene.hits_in("recount", start, whole.last))


def _of_act(scene: Scene, anchor: Anchor) -> Iterator[Toll]:
    """The people that an act itself takes: "arrested five", "the execution of 11 young men"."""
    if anchor.stage != "occurred" or not anchor.toll:
        return
    killer, people = _taken(scene, anchor)
    if people and people.last <= scene.text.sentences[anchor.sentence].last:
        parts = parts_of(scene, people)
        for part in parts:
            yield _part(anchor.toll, anchor.hit, part, people, killer, anchor.sentence)
        if not parts:
            yield _toll(anchor.toll, anchor.hit, people, killer, anchor.sentence)
            for more in _more_of(scene, people):
                yield _further(anchor.toll, anchor.hit, more, people, killer, anchor.sentence)


def _taken(scene: Scene, anchor: Anchor) -> tuple[Actor | None, People | None]:
    """Who took whom: the object, the genitive, those before the word, those told only by name."""
    if anchor.is_verb and "passive" not in anchor.hit.features:
        people, subject = _object(scene, anchor.hit)
        before = people_before(scene, anchor.hit)
        if before and any(actor == subject or _took_them(anchor, actor) for actor in before.actors):
            before = None
        people = people or before or far_object(scene, anchor.hit)
        return None, meant_by_pronoun(scene, anchor.hit, people) or _named_object(scene, anchor)
    if acted := doer_of_noun(scene, anchor.hit):
        return acted
    people = people_after(scene, anchor.last)
    if people is None and not anchor.is_verb and not anchor.hit.enclitic and anchor.type in _CHOSEN:
        people = named_ones(scene, anchor.hit) or people_reached(scene, anchor.hit)
    people = people or _bodies_within(scene, anchor.hit) or people_before(scene, anchor.hit)
    return None, meant_by_pronoun(scene, anchor.hit, people)


def _took_them(anchor: Anchor, actor: Actor) -> bool:
    """ "Gunmen stormed a home and led him off (واقتادوه)": armed unknown people before a verb with its object."""
    armed = actor.party == "unknown" and actor.kind == "combatants"
    return armed and bool(anchor.hit.enclitic) and not actor.counted


def _bodies_within(scene: Scene, hit: Hit) -> People | None:
    """ "Found two bodies": the dead are counted by the word itself; who found them stands before it."""
    nouns = (other for other in scene.hits_in("toll", hit.first, hit.last) if other.value["people"] == "self")
    noun = next(nouns, None)
    return (numbered(scene, noun) or counted_by_form(scene, noun)) if noun else None


def _named_object(scene: Scene, anchor: Anchor) -> People | None:
    """ "And arrested A B, and C D": those taken, told only by names right behind the verb and its subject."""
    if anchor.type not in _CHOSEN or anchor.hit.enclitic:
        return None
    end = min(scene.text.sentence_of(anchor.first).last, anchor.last + _TO_NAMES)
    if each := next(iter(scene.hits_in("each-of", anchor.last, end)), None):
        return all_named(scene, each)
    subject, object = arguments(scene, anchor.hit)
    if object and object.head == "class" and object.definite and (named := names_behind(scene, object)):
        return named
    last = subject.last if subject and subject.first >= anchor.hit.last else anchor.hit.last
    return named_ones(scene, anchor.hit.up_to(last))


def _readings(scene: Scene) -> Iterator[Hit]:
    """The toll words of a text; of several readings of one word, that which its place asks for."""
    for _, hits in groupby(scene.hits.of("toll"), key=lambda hit: hit.first):
        readings = [hit for hit in hits if not _is_bound_form(hit)]
        if not readings:
            continue
        verb = reads_as_verb(scene, readings[0])
        yield from sorted(readings, key=lambda hit: _is_verb(hit) != verb)


def _is_bound_form(hit: Hit) -> bool:
    """A feminine noun in ت that has no pronoun behind it: "أصابت" is the verb, the noun being written إصابة."""
    return {"construct", "sg", "fs"} <= hit.features and not hit.enclitic


def _is_verb(hit: Hit) -> bool:
    return bool(hit.features & {"past", "present"})


def _tolls(scene: Scene, hit: Hit) -> Iterator[Toll]:
    value = hit.value
    sentence = scene.text.sentence_number(hit.first)
    if value.get("zero") or is_denied(scene, hit):
        yield from _nobody(hit, sentence)
        return
    people, killer = _people(scene, joint_noun(scene, hit) or hit, str(value["people"]))
    joint = value["slot"] == "both" or is_joint(scene, hit)
    people = shared(people) if joint else with_those_beside(scene, hit, people)
    if people is None or (value.get("fighters") and not _are_fighters(scene, people)):
        return
    for slot in _slots(value["slot"]):
        if parts := parts_of(scene, people):
            yield from (_part(slot, hit, part, people, killer, sentence) for part in parts)
            continue
        yield replace(_toll(slot, hit, people, killer, sentence), joint=joint)
        for more in _more_of(scene, people):
            yield _further(slot, hit, more, people, killer, sentence)


def _more_of(scene: Scene, people: People) -> Iterator[People]:
    """Those whom the same word counts on, and those beside the ones just counted."""
    yield from counted_on(scene, people)
    if beside := counted_beside(scene, people):
        yield beside


def _part(slot: str, hit: Hit, part: People, whole: People, killer: Actor | None, sentence: int) -> Toll:
    """A part of those counted, told where it fell."""
    toll = _toll(slot, hit, replace(part, actors=whole.actors), killer, sentence)
    return replace(toll, first=part.first, last=part.last)


def _further(slot: str, hit: Hit, more: People, whole: People, killer: Actor | None, sentence: int) -> Toll:
    """More of those counted, elsewhere: people of the same kind where no others are named."""
    people = more if more.actors else replace(more, actors=whole.actors)
    return replace(_toll(slot, hit, people, killer, sentence), first=more.first)


def _is_recalled(scene: Scene, toll: Toll) -> bool:
    """ "… killed two guards of the governor, successor of the general who was killed in a like attack"."""
    before = scene.hits.at(toll.hit.first - 1, "particle") if toll.hit.first else None
    return bool(before and before.value == "which") and toll.span == toll.hit.span and not toll.people


def _is_one_of_them(scene: Scene, toll: Toll) -> bool:
    """ "Two dead, one of whom (أحدهما) died of his wounds"."""
    other = scene.hits.at(toll.first, "others")
    return other is not None and bool(other.value.get("fallen"))


def _are_fighters(scene: Scene, people: People) -> bool:
    """Only of those who carry arms is "fell" said without "dead" or "wounded" after it."""
    if any(not _is_verb(hit) for hit in scene.hits_in("toll", people.last, people.last + 2)):
        return False
    return bool(people.actors) and all(actor.kind == "combatants" for actor in people.actors)


def _nobody(hit: Hit, sentence: int) -> Iterator[Toll]:
    """Nobody was killed and nobody hurt: who denies victims denies both, but not who says that one "was not hurt"."""
    for slot in _slots(hit.value["slot"] if hit.value.get("zero") else "both"):
        yield Toll(
            slot=slot,
            low=0,
            high=0,
            hit=hit,
            span=hit.span,
            sentence=sentence,
            first=hit.first,
            last=hit.last,
        )


def _toll(slot: str, hit: Hit, people: People, killer: Actor | None, sentence: int) -> Toll:
    return Toll(
        slot=slot,
        low=people.low,
        high=people.high,
        hit=hit,
        span=people.span,
        sentence=sentence,
        first=min(hit.first, people.first),
        last=max(hit.last, people.last),
        people=people.actors,
        killer=killer,
    )


def _slots(slot: str) -> tuple[str, ...]:
    return ("killed", "injured") if slot == "both" else (slot,)


def _people(scene: Scene, hit: Hit, where: str) -> tuple[People | None, Actor | None]:
    """The people that a toll word counts, and who killed them where the verb says so."""
    if scene.hits.at(hit.last, "as-many"):
        return as_many(scene, hit), None
    if _is_verb(hit) and (meant := struck_before(scene, hit)):
        return meant, doer_before(scene, hit)
    if where == "self":
        return people_of_noun(scene, hit), None
    if where == "before":
        return counted_before(scene, hit), None
    if where == "whose":
        return one_told(hit), None
    if where == "risen":
        return people_risen_to(scene, hit), None
    if where == "object":
        return _object(scene, hit)
    if where == "after" and (told := counted_cases(scene, hit)):
        return told, None
    if where == "after":
        struck = doer_of_noun(scene, hit)
        return (struck[1], struck[0]) if struck else (people_of_act(scene, hit), None)
    if where == "subject" and hit.features & _AGREES:
        if is_number_of(scene, hit):
            return number_told(scene, hit), None
        if object := people_struck(scene, hit):
            return object, doer_before(scene, hit)
        return _as_two(hit, people_before(scene, hit) or people_after(scene, hit.last)), None
    return _subject(scene, hit) if where == "subject" else (None, None)


def _is_act_named(scene: Scene, hit: Hit) -> bool:
    """ "(Gunmen went) to kill (على قتل) the owner of …": behind a preposition the word names the act."""
    preposition = scene.hits.at(hit.first - 1, "particle") if hit.first and not hit.proclitics else None
    if preposition is None or preposition.definite or scene.text.words[hit.first].gap.strip():
        return False
    return preposition.value in _GOVERNING and not reads_as_verb(scene, hit)


def _as_two(hit: Hit, people: People | None) -> People | None:
    """ "A B and his son C were killed (both)": a verb in the dual counts two, whatever the names tell."""
    if people is None or not hit.features & _DUAL:
        return people
    return replace(people, low=2, high=2)


def _subject(scene: Scene, hit: Hit) -> tuple[People | None, Actor | None]:
    """The subject of "was killed" or "died"; or, where an armed body kills somebody, its object."""
    killer = killer_of(scene, hit)
    if killer:
        return people_after(scene, killer.last), killer
    if struck := struck_by_a_named_one(scene, hit):
        return struck
    people = people_after(scene, hit.last) or people_after_joint(scene, hit)
    own = hit.proclitics in _NEW_CLAUSE or _is_act_named(scene, hit)
    before = None if own else people_before(scene, hit)
    if people and before and scene.hits.at(hit.last, "also"):
        return together(before, people), None
    named = people or named_beyond(scene, hit) or before or a_named_one(scene, hit)
    return named or by_pronoun(scene, hit), None


def _object(scene: Scene, hit: Hit) -> tuple[People | None, Actor | None]:
    """The object of an active verb, and its subject where that is an armed body."""
    subject, object = arguments(scene, hit)
    if hit.value.get("hits") and is_thing_hit(scene, hit, object):
        return None, subject
    if object and object.head != "object":
        people = people_after(scene, object.first) if object.first >= hit.last else of_actor(scene, object)
        return people, subject
    return people_after(scene, subject.last if subject and subject.first >= hit.last else hit.last), subject

"""How many people an act killed, injured, took; and who they were."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from msgspec import Struct

from ..lexicon import Hit
from ..mentions.numbers import is_count
from ..model.mentions import Actor, Number
from ..model.spans import Span, hull
from .anchors import Anchor, stage_of
from .grammar import arguments, is_figure, reads_as_verb
from .scene import Scene

_LOOK_AHEAD = 6
"""Words between a toll word and its people: an adverb of time, a place, "at least"."""
_LOOK_BACK = 7
_DENIAL_REACH = 4


class Toll(Struct, frozen=True, kw_only=True):
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

    @property
    def is_zero(self) -> bool:
        return self.low == 0 and self.high == 0


class _People(Struct, frozen=True):
    low: int | None
    high: int | None
    actors: tuple[Actor, ...]
    span: Span
    first: int
    last: int


def find_tolls(
    scene: Scene, anchors: Sequence[Anchor] = (), quiet: frozenset[int] = frozenset()
) -> tuple[Toll, ...]:
    """Every toll of the article in the order of the text, those of the acts themselves included."""
    found = [toll for anchor in anchors if anchor.toll for toll in _of_act(scene, anchor)]
    taken = {i for toll in found for i in range(toll.hit.first, toll.hit.last)}
    for hit in _readings(scene):
        if hit.first in taken or not scene.clause_of(hit.first) or _is_blocked(scene, hit):
            continue
        if scene.text.sentence_number(hit.first) in quiet:
            continue
        tolls = list(_tolls(scene, hit))
        for toll in tolls:
            taken.update(range(toll.hit.first, toll.hit.last))
        found += tolls
    return tuple(sorted(found, key=lambda toll: (toll.first, toll.last)))


def _of_act(scene: Scene, anchor: Anchor) -> Iterator[Toll]:
    """The people that an act itself takes: "arrested five", "the execution of 11 young men"."""
    if anchor.stage != "occurred" or not anchor.toll:
        return
    if anchor.is_verb and "passive" not in anchor.hit.features:
        people, _ = _object(scene, anchor.hit)
        people = people or _before(scene, anchor.hit)
    else:
        people = _after(scene, anchor.last) or _before(scene, anchor.hit)
    if people and people.last <= scene.text.sentences[anchor.sentence].last:
        yield _toll(anchor.toll, anchor.hit, people, None, anchor.sentence)


def _readings(scene: Scene) -> Iterator[Hit]:
    """The toll words of a text; of several readings of one word, that which its place asks for."""
    for _, hits in groupby(scene.hits.of("toll"), key=lambda hit: hit.first):
        readings = list(hits)
        verb = reads_as_verb(scene, readings[0])
        yield from sorted(readings, key=lambda hit: _is_verb(hit) != verb)


def _is_verb(hit: Hit) -> bool:
    return bool(hit.features & {"past", "present"})


def _is_blocked(scene: Scene, hit: Hit) -> bool:
    """A metaphor, or people whom nobody killed: "to prevent the fall of victims"."""
    if not hit.value.get("zero") and stage_of(scene, hit) in (None, "planned", "threatened"):
        return True
    return is_figure(scene, hit)


def _tolls(scene: Scene, hit: Hit) -> Iterator[Toll]:
    value = hit.value
    sentence = scene.text.sentence_number(hit.first)
    if value.get("zero") or _is_denied(scene, hit):
        for slot in _slots(value["slot"]):
            yield Toll(
                slot=slot, low=0, high=0, hit=hit, span=hit.span, sentence=sentence, first=hit.first, last=hit.last
            )
        return
    people, killer = _people(scene, hit, str(value["people"]))
    if people is None:
        return
    for slot in _slots(value["slot"]):
        yield _toll(slot, hit, people, killer, sentence)


def _toll(slot: str, hit: Hit, people: _People, killer: Actor | None, sentence: int) -> Toll:
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


def _is_denied(scene: Scene, hit: Hit) -> bool:
    """ "It caused no victims": a negation that governs the noun."""
    clause = scene.clause_of(hit.first)
    start = max(clause.first if clause else 0, hit.first - _DENIAL_REACH)
    return not _is_verb(hit) and any(
        not is_figure(scene, other) and "," not in "".join(w.gap for w in scene.text.words[other.last : hit.first])
        for other in scene.hits_in("negation", start, hit.first)
    )


def _slots(slot: str) -> tuple[str, ...]:
    return ("killed", "injured") if slot == "both" else (slot,)


def _people(scene: Scene, hit: Hit, where: str) -> tuple[_People | None, Actor | None]:
    if where == "self":
        people = _counted_noun(scene, hit)
        return (None if _is_known_dead(scene, hit, people) else people), None
    if where == "subject" and hit.features & {"mp", "md", "fp", "fd"}:
        return _before(scene, hit) or _after(scene, hit.last), None
    if where == "object":
        return _object(scene, hit)
    if where in ("subject", "after"):
        people = _after(scene, hit.last)
        killer = _active_subject(scene, hit, people) if where == "subject" else None
        if killer:
            return _after(scene, killer.last), killer
        return people or (_before(scene, hit) if where == "subject" else None), None
    return None, None


def _active_subject(scene: Scene, hit: Hit, people: _People | None) -> Actor | None:
    """An armed body right after the verb kills; whoever follows it dies."""
    if not people or not people.actors or "passive" in hit.features:
        return None
    first = people.actors[0]
    if first.head != "body" or first.counted or first.first - hit.last > 1:
        return None
    following = _after(scene, first.last)
    return first if following and following.first - first.last <= 3 else None


def _object(scene: Scene, hit: Hit) -> tuple[_People | None, Actor | None]:
    """The object of an active verb, and its subject where that is an armed body."""
    subject, object = arguments(scene, hit)
    if object and object.head != "object":
        people = _after(scene, object.first) if object.first >= hit.last else _from_actor(scene, object)
        return people, subject
    people = _after(scene, subject.last if subject and subject.first >= hit.last else hit.last)
    return people, subject


def _counted_noun(scene: Scene, hit: Hit) -> _People:
    """The toll word is itself the counted noun: its number stands before it, or it is dual or bare."""
    for number in reversed(scene.numbers(max(0, hit.first - 4), hit.first)):
        if number.last == hit.first and not number.ordinal:
            return _People(number.low, number.high, (), hull(number.span, hit.span), number.first, hit.last)
    actor = next((a for a in scene.actors(hit.first, hit.last)), None)
    if actor and actor.counted:
        return _People(actor.low, actor.high, (actor,), actor.whole, actor.first, actor.last)
    if "dual" in hit.features:
        low, high = 2, 2
    elif "pl" in hit.features or "definite" in hit.features:
        low, high = 2, None
    else:
        low, high = 1, 1
    return _People(low, high, (), hit.span, hit.first, hit.last)


def _is_known_dead(scene: Scene, hit: Hit, people: _People) -> bool:
    """ "The martyr", "the father of the martyr": people already known, told without a number."""
    if not (hit.definite or hit.enclitic) or people.first < hit.first or people.actors:
        return False
    return not scene.hits_in("toll", max(0, hit.first - 3), hit.first)


def _after(scene: Scene, at: int) -> _People | None:
    """The first counted people after a word, with those joined to them by "and"."""
    limit = _limit(scene, at)
    actor = next((a for a in scene.actors(at, limit) if _counts(a)), None)
    number = next((n for n in scene.numbers(at, limit) if _is_count(scene, n)), None)
    if number and (not actor or number.first < actor.first) and not (actor and number.last > actor.first):
        following = actor if actor and actor.first - number.last <= 2 else None
        return _joined(scene, _from_number(number, following), limit)
    if not actor:
        return None
    return _joined(scene, _from_actor(scene, actor), limit)


def _limit(scene: Scene, at: int) -> int:
    """Where looking for people stops: another toll, an act, a cause, or too many words."""
    sentence = scene.text.sentence_of(max(at - 1, 0))
    limit = min(sentence.last, at + _LOOK_AHEAD)
    for i in range(at, limit):
        for hit in scene.hits.starting(i):
            if hit.category in ("toll", "result") and hit.value not in (None,) and i > at - 1:
                if hit.category == "toll" and hit.value.get("people") == "self":
                    continue
                return i
            if hit.category == "cause" and hit.value == "strong":
                return i
    return limit


def _is_count(scene: Scene, number: Number) -> bool:
    if not is_count(number):
        return False
    return not any(d.first <= number.first < d.last for d in scene.dates(number.first - 4, number.last + 1))


def _counts(actor: Actor) -> bool:
    return actor.low is not None or actor.high is not None or actor.head == "person"


def _from_number(number: Number, actor: Actor | None) -> _People:
    actors = (actor,) if actor else ()
    last = actor.last if actor else number.last
    span = hull(number.span, actor.span) if actor else number.span
    return _People(number.low, number.high, actors, span, number.first, last)


def _from_actor(scene: Scene, actor: Actor) -> _People:
    low, high = (1, 1) if actor.low is None and actor.high is None else (actor.low, actor.high)
    number = next(iter(scene.numbers(actor.last - 1, actor.last + 1)), None)
    if number and not actor.counted and not number.ordinal and not scene.text.words[number.first].form.startswith("و"):
        return _People(number.low, number.high, (actor,), hull(actor.whole, number.span), actor.first, number.last)
    return _People(low, high, (actor,), actor.whole, actor.first, actor.last)


def _joined(scene: Scene, people: _People, limit: int) -> _People:
    """Add people joined by "and" right after: "an officer and three soldiers"."""
    while True:
        following = next(iter(scene.actors(people.last, people.last + 2)), None)
        if not following or not _is_coordinated(scene, people.last, following):
            return people
        low, high = (1, 1) if following.head == "person" and following.low is None else (following.low, following.high)
        people = _People(
            _sum(people.low, low),
            _sum(people.high, high),
            (*people.actors, following),
            hull(people.span, following.whole),
            people.first,
            following.last,
        )


def _is_coordinated(scene: Scene, at: int, actor: Actor) -> bool:
    """Joined by "and", written onto the word or, before digits, as a word of its own."""
    if actor.rule.endswith("subset") or not _counts(actor):
        return False
    word = scene.text.words[at]
    alone = word.form == "و" and actor.first == at + 1
    return (alone or actor.first == at) and word.form.startswith("و") and word.gap.strip() in ("", ",")


def _sum(a: int | None, b: int | None) -> int | None:
    return None if a is None or b is None else a + b


def _before(scene: Scene, hit: Hit) -> _People | None:
    """People that stand before their verb: "that three soldiers were killed"."""
    clause = scene.clause_of(hit.first)
    start = max(clause.first if clause else 0, hit.first - _LOOK_BACK)
    if clause and clause.first == hit.first:
        start = max(scene.text.sentence_of(hit.first).first, hit.first - _LOOK_BACK)
    candidates = [a for a in scene.actors(start, hit.first) if _counts(a) and not a.rule.endswith("subset")]
    if not candidates:
        return None
    people = _from_actor(scene, candidates[0])
    for other in candidates[1:]:
        if _is_coordinated(scene, people.last, other):
            people = _joined(scene, people, hit.first)
            break
        people = _from_actor(scene, other)
    return people

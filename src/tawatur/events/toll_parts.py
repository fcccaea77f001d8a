"""How many of those counted fell where: "four men, three of them in A and the other in B"."""

from collections.abc import Iterator

from ..mentions.actor_others import OTHERS
from ..mentions.numbers import is_count
from .people import People
from .scene import Scene

_OPENING = 8
"""Words between those counted and the first part of them."""
_NEXT = 7
"""Words between one part and the next."""
_TO_PLACE = 4
"""Words between a part's number and its place: "of them", "in", "the town of"."""


def parts_of(scene: Scene, people: People) -> tuple[People, ...]:
    """The parts of a count, each with a place of its own; none where the count is told as a whole."""
    whole = people.low
    if whole is None or whole < 2:
        return ()
    parts = tuple(_chain(scene, people))
    told = sum(part.low or 0 for part in parts)
    if told > whole or not parts:
        return ()
    return (
        parts if (told == whole and len(parts) > 1) or (told > 1 and _opens(scene, people, parts[0])) else ()
    )


def _opens(scene: Scene, people: People, part: People) -> bool:
    """ "Of them" before or after a part; but "most of them in A, and two in B" goes on counting."""
    subset = scene.hits_in("subset", people.last, part.last + 1)
    return bool(subset) and not scene.places(subset[0].last, part.first)


def _chain(scene: Scene, people: People) -> Iterator[People]:
    end, last, reach, left = scene.text.sentence_of(people.first).last, people.last, _OPENING, people.low or 0
    while part := _part(scene, last, min(end, last + reach), end, left):
        yield part
        last, reach, left = part.last, _NEXT, left - (part.low or 0)


def _part(scene: Scene, first: int, last: int, end: int, left: int) -> People | None:
    """The next bare number, or "the other", that a place follows."""
    for at in range(first, last):
        number = next((n for n in scene.numbers(at, at + 1)), None)
        other = scene.hits.at(at, "others")
        if number and (number.ordinal or is_count(number)):
            low, after = 1 if number.ordinal else number.low, number.last
        elif other and other.definite:
            low, after = left if other.value["number"] == "pl" else 1, other.last
        else:
            continue
        named = [actor for actor in scene.actors(at, after) if actor.rule != OTHERS]
        if named or not low or not _has_place(scene, after, end):
            return None
        return People(low, low, (), scene.text.span(at, after), at, after)
    return None


def _has_place(scene: Scene, after: int, end: int) -> bool:
    """Whether a place follows with nothing but "of them", a preposition and its own noun between."""
    place = scene.first_place(after, min(end, after + _TO_PLACE))
    return place is not None and not any(
        hit.category in ("toll", "event", "person", "number-word")
        for word in range(after, place.first)
        for hit in scene.hits.starting(word)
    )

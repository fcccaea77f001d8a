"""The fused values: what most origins give, the narrower before the wider."""

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from typing import TypeVar

from .event import Site
from .features import holds, is_wide
from .figures import Sided
from .tellings import Spot, Telling

Value = TypeVar("Value", bound=Hashable)
Days = tuple[int, int]


def most_told(values: Iterable[tuple[Value, int]], order: Callable[[Value], object]) -> Value | None:
    """The value that most origins give; among equals the first by ``order``."""
    votes: dict[Value, set[int]] = {}
    for value, origin in values:
        votes.setdefault(value, set()).add(origin)
    return min(votes, key=lambda value: (-len(votes[value]), order(value))) if votes else None


def _tellings(origins: Sequence[Sided]) -> Iterator[tuple[Telling, int]]:
    for number, (_, voices) in enumerate(origins):
        yield from ((telling, number) for telling, _ in voices)


def word(origins: Sequence[Sided], read: Callable[[Telling], str | None]) -> str | None:
    """The word that most origins give for a field."""
    return most_told(((value, n) for telling, n in _tellings(origins) if (value := read(telling))), str)


def days(origins: Sequence[Sided]) -> Days | None:
    """The day that most origins give; a narrower time inside it is taken in its place."""
    told = [(span, n) for telling, n in _tellings(origins) if (span := told_days(telling))]
    chosen = most_told(told, _narrow_early)
    if chosen is None:
        return None
    inside = [
        (span, n) for span, n in told if chosen[0] <= span[0] and span[1] <= chosen[1] and span != chosen
    ]
    return most_told(inside, _narrow_early) or chosen


def told_days(telling: Telling) -> Days | None:
    """The days that a telling itself gives."""
    if not telling.dated or telling.first is None or telling.last is None:
        return None
    return telling.first, telling.last


def _narrow_early(span: Days) -> tuple[int, int]:
    return span[1] - span[0], span[0]


def site(origins: Sequence[Sided]) -> Site | None:
    """The place that most origins give; a narrower one inside it is taken in its place."""
    told = [(telling, n) for telling, n in _tellings(origins) if telling.place]
    chosen = most_told(((key, n) for telling, n in told if (key := _key(telling))), str)
    if chosen is None:
        return None
    fitting = [telling for telling, _ in told if _key(telling) == chosen]
    spot = fitting[0].place
    inside = {key: t for t, _ in told if (key := _key(t)) and key != chosen and spot and holds(t, spot)}
    fitting = list(inside.values()) if len(inside) == 1 else fitting
    return _site(min(fitting, key=_best_known))


def _key(telling: Telling) -> str | None:
    spot = telling.place
    return (spot.id or spot.key) if spot else None


def _best_known(telling: Telling) -> tuple[bool, bool, int, str]:
    known = telling.place is not None and telling.place.lat is not None
    return not known, is_wide(telling), -len(telling.within), telling.id


def _site(telling: Telling) -> Site | None:
    spot: Spot | None = telling.place
    if not spot:
        return None
    return Site(
        name=spot.name,
        relation=telling.relation,
        within=tuple(place.name for place in telling.within),
        place_id=spot.id,
        lat=spot.lat,
        lon=spot.lon,
        country=spot.country,
        radius=spot.radius,
        inside=spot.inside,
    )

"""Which pairs of tellings are worth comparing, and which of them are alike: a sweep over time."""

from collections.abc import Container, Iterable, Iterator
from math import floor

from .features import WIDE, near_families
from .likeness import SAME, likeness
from .tellings import VAGUE_DAYS, Spot, Telling

CELL = 0.25
SLACK = 1
_SWEEP_EVERY = 2048
_TEXT_KEYS = 3
_AROUND = (-1, 0, 1)

Link = tuple[str, str, float]


def links(tellings: Iterable[Telling], fresh: Container[str] | None = None) -> Iterator[Link]:
    """All pairs of tellings alike enough to be one event: (smaller id, larger id, points).

    ``tellings`` come in the order of their first day; only those of the days in question are held.
    With ``fresh``, only pairs with one of these ids.
    """
    window = Window()
    for telling in tellings:
        is_fresh = fresh is None or telling.id in fresh
        yield from window.links_of(telling, None if is_fresh else fresh)
        window.add(telling)


def can_link(telling: Telling) -> bool:
    """A telling without any time, or with a vaguer one than two months, is joined by nobody but a person."""
    return telling.first is not None and telling.span <= VAGUE_DAYS


class Window:
    """The tellings of the days around the newest, by the keys under which they can be met."""

    def __init__(self) -> None:
        self._met: dict[str, list[Telling]] = {}
        self._added = 0

    def add(self, telling: Telling) -> None:
        if not can_link(telling):
            return
        for key in stored_under(telling):
            self._met.setdefault(key, []).append(telling)
        self._added += 1
        if self._added % _SWEEP_EVERY == 0:
            self._forget(telling.first or 0)

    def _forget(self, today: int) -> None:
        kept = ((key, [t for t in met if (t.last or 0) >= today - SLACK]) for key, met in self._met.items())
        self._met = {key: met for key, met in kept if met}

    def links_of(self, telling: Telling, only: Container[str] | None = None) -> list[Link]:
        """The links of one telling with those met before (with ``only`` these ids, where given)."""
        found = []
        for other in self.candidates(telling):
            if only is not None and other.id not in only:
                continue
            points = likeness(telling, other)
            if points >= SAME:
                a, b = sorted((telling.id, other.id))
                found.append((a, b, points))
        return found

    def candidates(self, telling: Telling) -> list[Telling]:
        """The tellings near this one in time, place and type; never of its own article."""
        if not can_link(telling):
            return []
        first, last = telling.first or 0, telling.last or 0
        near: dict[str, Telling] = {}
        for key in sought_under(telling):
            for other in self._met.get(key, ()):
                if (
                    (other.last or 0) >= first - SLACK
                    and (other.first or 0) <= last + SLACK
                    and other.article != telling.article
                    and near_families(other.family, telling.family)
                ):
                    near[other.id] = other
        return list(near.values())


def stored_under(telling: Telling) -> Iterator[str]:
    """The keys under which a telling is kept. Archives keep them too: another choice asks for a migration."""
    yield from (f"t{key}" for key in _text_keys(telling))
    if not telling.place:
        yield "?"
        return
    yield from (f"o{ref}" for ref in telling.place.refs)
    yield from (f"w{ref}" for ref in _around(telling))
    yield from (f"c{x},{y}" for x, y in _cell(telling.place))


def sought_under(telling: Telling) -> Iterator[str]:
    """The keys under which those stand that a telling can meet."""
    yield from (f"t{key}" for key in _text_keys(telling))
    if not telling.place:
        yield "?"
        return
    yield from (side + ref for ref in telling.place.refs for side in "ow")
    yield from (f"o{ref}" for ref in _around(telling))
    yield from (f"c{x + dx},{y + dy}" for x, y in _cell(telling.place) for dx in _AROUND for dy in _AROUND)


def _text_keys(telling: Telling) -> list[int]:
    return sorted(telling.passage)[:_TEXT_KEYS] + sorted(telling.sketch)[:_TEXT_KEYS]


def _around(telling: Telling) -> list[str]:
    return [ref for spot in (*telling.within, *telling.also) for ref in spot.refs]


def _cell(spot: Spot) -> list[tuple[int, int]]:
    if spot.lat is None or spot.lon is None or (spot.radius or 0) > WIDE:
        return []
    return [(floor(spot.lat / CELL), floor(spot.lon / CELL))]

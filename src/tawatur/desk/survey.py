"""The events wanted, counted from one look at them: sums, facets, the course of time, places on the map."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import TypeVar

from msgspec import Struct
from sqlalchemy import Connection

from ..archive.columns import Columns, columns_of
from ..archive.event_rows import KIND, SETS
from ..archive.filters import Filter
from ..archive.name_sets import Names, named
from .cells import Spot, spots

Counts = tuple[tuple[str, int], ...]
Known = dict[int, Names]
Key = TypeVar("Key", str, tuple[int | None, str])
COLUMNS = ("type", "standing", "country")
LETTERS = {"year": 4, "month": 7, "day": 10}
YEARS, MONTHS = 365 * 9, 92
MOST = 14


class Sums(Struct, frozen=True, kw_only=True):
    """Numbers of events and people, and the first and the last day (empty where nothing is dated)."""

    events: int
    undated: int
    unplaced: int
    reviewed: int
    killed: int
    harmed: int
    first: str
    last: str


class Step(Struct, frozen=True, kw_only=True):
    """One step of time: its day, month or year, the events in it, and their killed."""

    when: str
    events: int
    killed: int


Courses = dict[str, list[Step]]


class Survey(Struct, frozen=True, kw_only=True):
    """All that is counted of the events wanted. ``fine``: whether time goes by year, month or day."""

    sums: Sums
    fine: str
    facets: Mapping[str, Counts]
    course: list[Step]
    spots: tuple[Spot, ...]


class Pictured(Struct, frozen=True, kw_only=True):
    """A survey, and the course of time for each type, standing and country, and inside chosen places."""

    survey: Survey
    courses: Mapping[str, Courses]


def survey(connection: Connection, wanted: Filter, known: Known) -> Survey:
    """Everything counted at once, the filter asked only once; ``known`` remembers sets of names."""
    return _survey(connection, columns_of(connection, wanted), known)


def pictured(
    connection: Connection, wanted: Filter, known: Known, within: Callable[[Counts], Collection[str]]
) -> Pictured:
    """The survey with its courses, the filter asked only once; ``within`` chooses among the places counted."""
    told = columns_of(connection, wanted)
    found = _survey(connection, told, known)
    when = _shortened(told.latest, found.fine)
    by_kind = list(_strata(told.kind, when, told.killed))
    courses = {name: _courses(by_kind, _naming(known, name)) for name in COLUMNS}
    places = frozenset(within(found.facets["place"]))
    by_places = _strata(told.places, when, told.killed)
    courses["division"] = _courses(by_places, lambda number: places.intersection(known[number]))
    return Pictured(survey=found, courses=courses)


def _survey(connection: Connection, told: Columns, known: Known) -> Survey:
    kinds = Counter(told.kind)
    named(connection, kinds, known)
    sums = _sums(told, [(known[kind], events) for kind, events in kinds.items()])
    fine = fineness(sums.first, sums.last)
    return Survey(
        sums=sums,
        fine=fine,
        facets={name: _ordered(kinds, _naming(known, name)) for name in COLUMNS}
        | {name: _keyed(connection, getattr(told, column), known) for name, column in SETS.items()},
        course=_steps(_shortened(told.latest, fine), told.killed),
        spots=spots(connection, told, known),
    )


def _sums(told: Columns, kinds: Sequence[tuple[Names, int]]) -> Sums:
    dated, decided = (sum(n for kind, n in kinds if kind[KIND.index(one)]) for one in ("dated", "decided"))
    return Sums(
        events=len(told.number),
        undated=len(told.number) - dated,
        unplaced=told.point.count(None),
        reviewed=decided,
        killed=sum(filter(None, told.killed)),
        harmed=sum(filter(None, told.harmed)),
        first=min(filter(None, told.earliest), default=""),
        last=max(told.latest, default=""),
    )


def _naming(known: Known, column: str) -> Callable[[int], Names]:
    """What the kind of this number says of type, standing or country."""
    at = KIND.index(column)
    return lambda number: known[number][at : at + 1]


def _keyed(connection: Connection, numbers: Iterable[int | None], known: Known) -> Counts:
    """How many events each name stands with, from the sets that the events share."""
    counted = Counter(numbers)
    del counted[None]
    found: dict[int, int] = {number: events for number, events in counted.items() if number is not None}
    named(connection, found, known)
    return _ordered(found, known.__getitem__)


def _ordered(counted: Mapping[int, int], names: Callable[[int], Iterable[str]]) -> Counts:
    """Names with the numbers of the sets that hold them summed up, the largest first."""
    found: dict[str, int] = {}
    for number, events in counted.items():
        for name in names(number):
            found[name] = found.get(name, 0) + events
    return tuple(sorted(((n, e) for n, e in found.items() if n), key=lambda one: (-one[1], one[0])))


def _shortened(days: Iterable[str], fine: str) -> list[str]:
    letters = LETTERS[fine]
    return [day[:letters] for day in days]


def _steps(when: Sequence[str], killed: Sequence[int | None]) -> list[Step]:
    """The course of time, in its order; events without a day are left out."""
    events, dead = _tallied(when, killed)
    return [Step(when=one, events=events[one], killed=dead[one]) for one in sorted(events) if one]


def _strata(
    groups: Sequence[int | None], when: Sequence[str], killed: Sequence[int | None]
) -> Iterator[tuple[int, Step]]:
    """The steps of time of each group; events without a day or a group are left out."""
    events, dead = _tallied(list(zip(groups, when, strict=True)), killed)
    for (group, day), number in events.items():
        if day and group is not None:
            yield group, Step(when=day, events=number, killed=dead[group, day])


def _tallied(keys: Sequence[Key], killed: Sequence[int | None]) -> tuple[Counter[Key], Counter[Key]]:
    """How many events bear each key, and how many people were killed in them."""
    dead: Counter[Key] = Counter()
    for key, number in zip(keys, killed, strict=True):
        if number:
            dead[key] += number
    return Counter(keys), dead


def _courses(strata: Iterable[tuple[int, Step]], names: Callable[[int], Iterable[str]]) -> Courses:
    """The course of time of each name that a group bears; an event of several names counts at each."""
    found: dict[str, list[Step]] = {}
    for group, step in strata:
        for name in filter(None, names(group)):
            found.setdefault(name, []).append(step)
    return {name: _merged(found[name]) for name in sorted(found)}


def _merged(steps: Iterable[Step]) -> list[Step]:
    """The steps in the order of time, those of one day, month or year summed up."""
    events: Counter[str] = Counter()
    killed: Counter[str] = Counter()
    for one in steps:
        events[one.when] += one.events
        killed[one.when] += one.killed
    return [Step(when=when, events=events[when], killed=killed[when]) for when in sorted(events)]


def fineness(first: str, last: str) -> str:
    """Whether a period is shown by years, months or days."""
    if not first or not last:
        return "month"
    length = (date.fromisoformat(last) - date.fromisoformat(first)).days
    return "year" if length > YEARS else "month" if length > MONTHS else "day"

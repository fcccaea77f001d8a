"""The events wanted, counted from one look at them: sums, facets and the course of time."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any

from msgspec import Struct
from sqlalchemy import Connection, Table, case, func, select

from ..archive.chosen import chosen
from ..archive.event_rows import SETS
from ..archive.filters import Filter
from ..archive.name_sets import Names, named

Counts = tuple[tuple[str, int], ...]
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


class Stratum(Struct, frozen=True, kw_only=True):
    """Events alike in their columns and their day, month or year: how many, and their killed."""

    type: str
    standing: str
    country: str | None
    when: str
    events: int
    killed: int


class Step(Struct, frozen=True, kw_only=True):
    """One step of time: its day, month or year, the events in it, and their killed."""

    when: str
    events: int
    killed: int


class Survey(Struct, frozen=True, kw_only=True):
    """All that is counted of the events wanted. ``fine``: whether time goes by year, month or day."""

    sums: Sums
    fine: str
    strata: tuple[Stratum, ...]
    keyed: dict[str, Counts]

    def facet(self, name: str) -> Counts:
        """The values of a facet, the most frequent first."""
        if name in self.keyed:
            return self.keyed[name]
        return _ordered((getattr(one, name), one.events) for one in self.strata)

    def course(self) -> list[Step]:
        """Events over time."""
        return _steps(self.strata)

    def courses(self, name: str) -> dict[str, list[Step]]:
        """Events over time for each value of a column (a small multiple each)."""
        alike: dict[str, list[Stratum]] = {}
        for one in self.strata:
            alike.setdefault(getattr(one, name), []).append(one)
        return {value: steps for value, _ in self.facet(name) if (steps := _steps(alike[value]))}


def _ordered(counted: Iterable[tuple[str | None, int]]) -> Counts:
    """Values with their numbers summed up, the largest first."""
    found: Counter[str] = Counter()
    for value, number in counted:
        if value is not None:
            found[value] += number
    return tuple(sorted(found.items(), key=lambda one: (-one[1], one[0])))


def _steps(strata: Iterable[Stratum]) -> list[Step]:
    events: Counter[str] = Counter()
    killed: Counter[str] = Counter()
    for one in strata:
        if one.when:
            events[one.when] += one.events
            killed[one.when] += one.killed
    return [Step(when=when, events=events[when], killed=killed[when]) for when in sorted(events)]


def survey(connection: Connection, wanted: Filter, known: dict[int, Names]) -> Survey:
    """Everything counted at once, the filter asked only once; ``known`` remembers sets of names."""
    with chosen(connection, wanted) as table:
        sums = _sums(connection, table)
        fine = fineness(sums.first, sums.last)
        return Survey(
            sums=sums,
            fine=fine,
            strata=tuple(_strata(connection, table, LETTERS[fine])),
            keyed={name: _keyed(connection, table, column, known) for name, column in SETS.items()},
        )


def courses_at(
    connection: Connection, wanted: Filter, fine: str, places: frozenset[str], known: dict[int, Names]
) -> dict[str, list[Step]]:
    """Events over time at each of these places; an event inside several counts at each."""
    with chosen(connection, wanted) as table:
        when = func.substr(table.c.latest, 1, LETTERS[fine])
        killed = func.coalesce(func.sum(table.c.killed), 0)
        query = select(table.c.places, when, func.count(), killed).where(table.c.places.is_not(None))
        rows = connection.execute(query.group_by(table.c.places, when)).all()
    names = named(connection, {row[0] for row in rows}, known)
    strata: dict[str, list[Stratum]] = {}
    for number, day, events, dead in rows:
        told = Stratum(type="", standing="", country=None, when=day, events=int(events), killed=int(dead))
        for place in places.intersection(names[number]):
            strata.setdefault(place, []).append(told)
    return {place: steps for place, found in strata.items() if (steps := _steps(found))}


def fineness(first: str, last: str) -> str:
    """Whether a period is shown by years, months or days."""
    if not first or not last:
        return "month"
    length = (date.fromisoformat(last) - date.fromisoformat(first)).days
    return "year" if length > YEARS else "month" if length > MONTHS else "day"


def _sums(connection: Connection, table: Table) -> Sums:
    told = table.c
    query = select(
        func.count(),
        func.coalesce(func.sum(case((told.dated.is_(False), 1), else_=0)), 0),
        func.count() - func.count(told.lat),
        func.coalesce(func.sum(case((told.decided.is_(True), 1), else_=0)), 0),
        func.coalesce(func.sum(told.killed), 0),
        func.coalesce(func.sum(told.harmed), 0),
        func.coalesce(func.min(func.nullif(told.earliest, "")), ""),
        func.coalesce(func.max(told.latest), ""),
    ).select_from(table)
    events, undated, unplaced, reviewed, killed, harmed, first, last = connection.execute(query).one()
    return Sums(
        events=events,
        undated=int(undated),
        unplaced=unplaced,
        reviewed=int(reviewed),
        killed=int(killed),
        harmed=int(harmed),
        first=first,
        last=last,
    )


def _strata(connection: Connection, table: Table, letters: int) -> Iterator[Stratum]:
    columns: list[Any] = [table.c[name] for name in COLUMNS]
    columns.append(func.substr(table.c.latest, 1, letters))
    counted: list[Any] = [*columns, func.count(), func.coalesce(func.sum(table.c.killed), 0)]
    query = select(*counted).group_by(*columns)
    for type, standing, country, when, events, killed in connection.execute(query):
        yield Stratum(
            type=type, standing=standing, country=country, when=when, events=int(events), killed=int(killed)
        )


def _keyed(connection: Connection, table: Table, column: str, known: dict[int, Names]) -> Counts:
    """How many events each name stands with, from the sets that the events share."""
    number = table.c[column]
    query = select(number, func.count()).where(number.is_not(None)).group_by(number)
    found: Sequence[Any] = connection.execute(query).all()
    names = named(connection, (number for number, _ in found), known)
    return _ordered((name, events) for number, events in found for name in names[number])

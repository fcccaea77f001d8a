"""What the archive holds, counted: facets, the course of time, cells of the map. Kept until it changes."""

from collections import Counter, OrderedDict
from collections.abc import Callable
from typing import Any, TypeVar

import msgspec
from msgspec import Struct
from sqlalchemy import Connection, Select, case, func, select

from ..archive import Archive
from ..archive.filters import Filter, narrowed
from ..archive.tables import decisions, event_keys, events, readings

Answer = TypeVar("Answer")
Counts = list[tuple[str, int]]
COLUMNS = {"type": events.c.type, "standing": events.c.standing, "country": events.c.country}
KEYS = ("party", "outlet", "place")
EVERYTHING = Filter()
MOST = 14
KEPT = 64


class Cell(Struct, frozen=True, kw_only=True):
    """Events that stand together on the map: how many, their middle, and the one event if it is alone."""

    lat: float
    lon: float
    count: int
    id: str
    standing: str
    type: str
    radius: float | None

    @property
    def as_json(self) -> str:
        """The cell for the map's program."""
        return msgspec.json.encode(self).decode()


class Step(Struct, frozen=True, kw_only=True):
    """One step of time: its day, month or year, the events in it, and their killed."""

    when: str
    events: int
    killed: int


class Counted:
    """Answers remembered until a reading or a decision comes in."""

    def __init__(self) -> None:
        self._version: tuple[int, int] = (-1, -1)
        self._kept: OrderedDict[Any, Any] = OrderedDict()

    def ask(self, archive: Archive, key: Any, question: Callable[[Connection], Answer]) -> Answer:
        """The answer to a question under its key, asked again only after the archive changed."""
        version = archive.ask(version_of)
        if version != self._version:
            self._kept.clear()
            self._version = version
        if key not in self._kept:
            self._kept[key] = archive.ask(question)
            if len(self._kept) > KEPT:
                self._kept.popitem(last=False)
        answer: Answer = self._kept[key]
        return answer


def version_of(connection: Connection) -> tuple[int, int]:
    """A mark that changes whenever events do."""
    newest = (select(func.coalesce(func.max(table.c.seq), 0)) for table in (readings, decisions))
    first, second = (int(connection.execute(query).scalar_one()) for query in newest)
    return first, second


def column_facets(connection: Connection, wanted: Filter) -> dict[str, Counts]:
    """The facets that are columns, from one walk over the events wanted; the most frequent first."""
    query = narrowed(connection, wanted, select(*COLUMNS.values(), func.count()))
    found: dict[str, Counter[str]] = {name: Counter() for name in COLUMNS}
    for *values, number in connection.execute(query.group_by(*COLUMNS.values())):
        for name, value in zip(COLUMNS, values, strict=True):
            if value is not None:
                found[name][str(value)] += int(number)
    return {name: counter.most_common() for name, counter in found.items()}


def facet(connection: Connection, wanted: Filter, name: str) -> Counts:
    """The values of a facet of keys among the events wanted, the most frequent first."""
    query = _keyed(connection, wanted, name).order_by(func.count().desc()).limit(200)
    return [(str(value), int(number)) for value, number in connection.execute(query)]


def _keyed(connection: Connection, wanted: Filter, kind: str) -> Select[Any]:
    query = select(event_keys.c.value, func.count()).where(event_keys.c.kind == kind)
    if wanted != EVERYTHING or _any_rejected(connection):
        chosen = narrowed(connection, wanted, select(events.c.number))
        query = query.where(event_keys.c.event.in_(chosen))
    return query.group_by(event_keys.c.value)


def _any_rejected(connection: Connection) -> bool:
    return (
        connection.execute(select(events.c.number).where(events.c.rejected.is_(True)).limit(1)).first()
        is not None
    )


def total(connection: Connection, wanted: Filter) -> tuple[int, int, int, int, int, int]:
    """How many events, undated, unplaced, reviewed ones; their killed, and their killed and injured."""
    query = select(
        func.count(),
        func.coalesce(func.sum(case((events.c.dated.is_(False), 1), else_=0)), 0),
        func.count() - func.count(events.c.lat),
        func.coalesce(func.sum(case((events.c.decided.is_(True), 1), else_=0)), 0),
        func.coalesce(func.sum(events.c.killed), 0),
        func.coalesce(func.sum(events.c.harmed), 0),
    )
    row = connection.execute(narrowed(connection, wanted, query.select_from(events))).one()
    return tuple(int(value) for value in row)  # type: ignore[return-value]


def period(connection: Connection, wanted: Filter) -> tuple[str, str]:
    """The first and the last day of the events wanted."""
    query = select(func.min(events.c.earliest), func.max(events.c.latest)).where(events.c.earliest != "")
    first, last = connection.execute(narrowed(connection, wanted, query)).one()
    return first or "", last or ""


def course(connection: Connection, wanted: Filter, letters: int) -> list[Step]:
    """Events over time, by year (4 letters of the day), month (7) or day (10)."""
    when = func.substr(events.c.latest, 1, letters)
    query = select(when, func.count(), func.coalesce(func.sum(events.c.killed), 0)).where(
        events.c.latest != ""
    )
    found = connection.execute(narrowed(connection, wanted, query).group_by(when).order_by(when))
    return [Step(when=w, events=int(n), killed=int(k)) for w, n, k in found]


def courses(connection: Connection, wanted: Filter, by: Any, letters: int) -> dict[str, list[Step]]:
    """Events over time for each value of a column (a small multiple each)."""
    when = func.substr(events.c.latest, 1, letters)
    query = select(by, when, func.count(), func.coalesce(func.sum(events.c.killed), 0))
    query = query.where(events.c.latest != "", by.is_not(None))
    found: dict[str, list[Step]] = {}
    for value, w, n, k in connection.execute(
        narrowed(connection, wanted, query).group_by(by, when).order_by(when)
    ):
        found.setdefault(str(value), []).append(Step(when=w, events=int(n), killed=int(k)))
    return found


def extent(connection: Connection, wanted: Filter) -> tuple[float, float, float, float] | None:
    """West, south, east and north of the events wanted."""
    query = select(*(f(c) for c in (events.c.lon, events.c.lat) for f in (func.min, func.max)))
    west, east, south, north = connection.execute(narrowed(connection, wanted, query)).one()
    return None if west is None else (west, south, east, north)


def cells(connection: Connection, wanted: Filter, step: float) -> list[Cell]:
    """The events wanted in cells of ``step`` degrees; an event alone in its cell keeps its own place."""
    row, column = func.round(events.c.lat / step), func.round(events.c.lon / step)
    query = select(
        func.avg(events.c.lat),
        func.avg(events.c.lon),
        func.count(),
        func.min(events.c.id),
        func.min(events.c.standing),
        func.min(events.c.type),
        func.max(events.c.radius),
    ).where(events.c.lat.is_not(None))
    found = connection.execute(narrowed(connection, wanted, query).group_by(row, column))
    names = ("lat", "lon", "count", "id", "standing", "type", "radius")
    return sorted((Cell(**dict(zip(names, one, strict=True))) for one in found), key=lambda cell: -cell.count)

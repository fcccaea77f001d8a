"""Where events stand on the map: their spots, and spots put together in cells."""

from collections.abc import Iterable, Sequence
from math import floor
from typing import Any

import msgspec
from msgspec import Struct
from sqlalchemy import Connection, func, select

from ..archive.components import in_chunks
from ..archive.filters import Filter, narrowed
from ..archive.tables import events

Box = tuple[float, float, float, float]


class Spot(Struct, frozen=True, kw_only=True, gc=False):
    """Events at one point: how many, and the widest circle; of an event alone there, what it is."""

    lat: float
    lon: float
    count: int
    radius: float | None
    id: str = ""
    standing: str = ""
    type: str = ""

    def inside(self, box: Box) -> bool:
        west, south, east, north = box
        return south <= self.lat <= north and west <= self.lon <= east


class Cell(Struct, frozen=True, kw_only=True):
    """Events that stand together on the map: how many, their middle, and what it is if it is alone."""

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


def spots(connection: Connection, wanted: Filter) -> tuple[Spot, ...]:
    """Every point at which events wanted stand."""
    told = _placed(connection, wanted)
    query = select(told.lat, told.lon, func.count(), func.max(told.radius), func.min(told.number))
    found = connection.execute(query.group_by(told.lat, told.lon)).all()
    alone = _alone(connection, [number for *_, count, _, number in found if count == 1])
    return tuple(
        Spot(lat=lat, lon=lon, count=count, radius=radius, **(alone[number] if count == 1 else {}))
        for lat, lon, count, radius, number in found
    )


def _placed(connection: Connection, wanted: Filter) -> Any:
    """The columns of the events wanted that have a point.

    Without a filter the index of points gives them in their order. With one they are found first: walking
    that index for a filter that it does not know would fetch every event.
    """
    columns = (events.c.lat, events.c.lon, events.c.radius, events.c.number)
    query = narrowed(connection, wanted, select(*columns))
    query = query.where(events.c.lat.is_not(None), events.c.lon.is_not(None))
    return query.subquery().c if wanted == Filter() else query.cte().prefix_with("MATERIALIZED").c


def _alone(connection: Connection, numbers: Iterable[int]) -> dict[int, dict[str, str]]:
    """What the events of these numbers are."""
    found: dict[int, dict[str, str]] = {}
    for chunk in in_chunks(numbers):
        query = select(events.c.number, events.c.id, events.c.standing, events.c.type)
        for row in connection.execute(query.where(events.c.number.in_(chunk))):
            found[row.number] = {"id": row.id, "standing": row.standing, "type": row.type}
    return found


def extent(found: Sequence[Spot]) -> Box | None:
    """West, south, east and north of some spots."""
    if not found:
        return None
    lats, lons = [spot.lat for spot in found], [spot.lon for spot in found]
    return min(lons), min(lats), max(lons), max(lats)


def cells(found: Iterable[Spot], step: float) -> list[Cell]:
    """The spots in cells of ``step`` degrees; an event alone in its cell keeps its own place."""
    together: dict[tuple[int, int], list[Spot]] = {}
    for spot in found:
        row, column = floor(spot.lat / step + 0.5), floor(spot.lon / step + 0.5)
        together.setdefault((row, column), []).append(spot)
    return sorted(map(_cell, together.values()), key=lambda cell: (-cell.count, cell.lat, cell.lon))


def _cell(spots: Sequence[Spot]) -> Cell:
    count = sum(spot.count for spot in spots)
    return Cell(
        lat=sum(spot.lat * spot.count for spot in spots) / count,
        lon=sum(spot.lon * spot.count for spot in spots) / count,
        count=count,
        id=spots[0].id,
        standing=spots[0].standing,
        type=spots[0].type,
        radius=max((spot.radius for spot in spots if spot.radius is not None), default=None),
    )

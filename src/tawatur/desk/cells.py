"""Where events stand on the map: their spots, and spots put together in cells."""

from collections import Counter
from collections.abc import Iterable, Sequence
from math import floor

import msgspec
from msgspec import Struct
from sqlalchemy import Connection, select

from ..archive.columns import Columns
from ..archive.components import in_chunks
from ..archive.name_sets import Names, named
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


def spots(connection: Connection, told: Columns, known: dict[int, Names]) -> tuple[Spot, ...]:
    """Every point at which these events stand."""
    counted = {point: events for point, events in Counter(told.point).items() if point is not None}
    named(connection, counted, known)
    together: dict[Names, list[int]] = {}
    for point in counted:
        together.setdefault(known[point][:2], []).append(point)
    some = dict(zip(told.point, told.number, strict=True))
    alone = {first: some[first] for first, *more in together.values() if not more and counted[first] == 1}
    what = _what(connection, alone.values())
    return tuple(
        Spot(
            lat=float(lat),
            lon=float(lon),
            count=sum(counted[one] for one in points),
            radius=max((float(far) for one in points if (far := known[one][2])), default=None),
            **(what[alone[points[0]]] if points[0] in alone else {}),
        )
        for (lat, lon), points in together.items()
    )


def _what(connection: Connection, numbers: Iterable[int]) -> dict[int, dict[str, str]]:
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

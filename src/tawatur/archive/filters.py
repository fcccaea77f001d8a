"""Which events are wanted: the filters that events and exports share, as one query."""

from collections.abc import Iterator
from datetime import date
from math import cos, pi, radians, sin
from typing import Any

from msgspec import Struct
from sqlalchemy import Connection, Select, func, select

from ..fusion.features import ROUND_EARTH
from ..text import name_key
from .components import in_chunks
from .tables import event_keys, events
from .text_index import EVENTS, matching

DEGREE = 111.2


class Filter(Struct, frozen=True, kw_only=True):
    """What to look for. Empty fields ask nothing; ``near`` is latitude, longitude and kilometres.

    ``divisions`` are names or the gazetteer's ids; ``box`` is west, south, east, north in degrees.
    """

    since: date | None = None
    until: date | None = None
    place: str | None = None
    divisions: tuple[str, ...] = ()
    near: tuple[float, float, float] | None = None
    country: str | None = None
    types: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()
    outlets: tuple[str, ...] = ()
    standings: tuple[str, ...] = ()
    killed: int | None = None
    harmed: int | None = None
    text: str | None = None
    article: str | None = None
    rejected: bool = False
    reviewed: bool | None = None
    dated: bool | None = None
    placed: bool | None = None
    box: tuple[float, float, float, float] | None = None


def records(
    connection: Connection, wanted: Filter, limit: int | None = None, offset: int = 0
) -> Iterator[bytes]:
    """The records of the events wanted, the latest first; only a portion of them is held at a time."""
    query = narrowed(connection, wanted, select(events.c.number))
    query = query.order_by(events.c.latest.desc(), events.c.id.desc()).limit(limit).offset(offset)
    for chunk in in_chunks(list(connection.execute(query).scalars())):
        found = select(events.c.number, events.c.record).where(events.c.number.in_(chunk))
        by_number = {row.number: row.record for row in connection.execute(found)}
        yield from (by_number[number] for number in chunk)


def count(connection: Connection, wanted: Filter) -> int:
    """How many events are wanted."""
    query = select(func.count()).select_from(events)
    return int(connection.execute(narrowed(connection, wanted, query)).scalar_one())


def narrowed(connection: Connection, wanted: Filter, query: Select[Any]) -> Select[Any]:
    """A query over events, narrowed to those wanted."""
    for condition in (*_plain(wanted), *_known(wanted), *_keyed(wanted), *_around(wanted)):
        query = query.where(condition)
    words = matching(connection, EVENTS, wanted.text) if wanted.text else None
    return query if words is None else query.where(events.c.number.in_(words))


def _plain(wanted: Filter) -> list[Any]:
    conditions: list[Any] = [] if wanted.rejected else [events.c.rejected.is_(False)]
    if wanted.since:
        conditions.append(events.c.latest >= wanted.since.isoformat())
    if wanted.until:
        conditions += [events.c.earliest <= wanted.until.isoformat(), events.c.earliest != ""]
    if wanted.country:
        conditions.append(events.c.country == wanted.country.upper())
    if wanted.types:
        conditions.append(events.c.type.in_(wanted.types))
    if wanted.standings:
        conditions.append(events.c.standing.in_(wanted.standings))
    if wanted.killed is not None:
        conditions.append(events.c.killed >= wanted.killed)
    if wanted.harmed is not None:
        conditions.append(events.c.harmed >= wanted.harmed)
    return conditions


def _known(wanted: Filter) -> list[Any]:
    """What is known of the event: reviewed by a person, dated, placed, inside a box of the map."""
    conditions: list[Any] = []
    if wanted.reviewed is not None:
        conditions.append(events.c.decided.is_(wanted.reviewed))
    if wanted.dated is not None:
        conditions.append(events.c.dated.is_(wanted.dated))
    if wanted.placed is not None:
        conditions.append(events.c.lat.is_not(None) if wanted.placed else events.c.lat.is_(None))
    if wanted.box:
        west, south, east, north = wanted.box
        conditions += [events.c.lat.between(south, north), events.c.lon.between(west, east)]
    return conditions


def _keyed(wanted: Filter) -> list[Any]:
    sought = {
        "party": wanted.parties,
        "outlet": wanted.outlets,
        "place": (wanted.place, name_key(wanted.place)) if wanted.place else (),
        "article": (wanted.article,) if wanted.article else (),
    }
    conditions = [events.c.number.in_(_with_key(kind, values)) for kind, values in sought.items() if values]
    if wanted.divisions:
        names = tuple(name_key(name) for name in wanted.divisions)
        conditions.append(events.c.number.in_(_with_key("place", (*wanted.divisions, *names))))
    return conditions


def _with_key(kind: str, values: tuple[str, ...]) -> Select[Any]:
    return select(event_keys.c.event).where(event_keys.c.kind == kind, event_keys.c.value.in_(values))


def _around(wanted: Filter) -> list[Any]:
    """Inside a box, by its index, and then inside the circle: by the straight line through the earth."""
    if not wanted.near:
        return []
    lat, lon, km = wanted.near
    high = km / DEGREE
    wide = min(180.0, high / max(0.05, cos(radians(lat))))
    x, y, z = on_sphere(lat, lon)
    chord = 2 * sin(min(km / ROUND_EARTH, pi) / 2)
    straight = _square(events.c.x - x) + _square(events.c.y - y) + _square(events.c.z - z)
    return [
        events.c.lat.between(lat - high, lat + high),
        events.c.lon.between(lon - wide, lon + wide),
        straight <= chord * chord,
    ]


def _square(value: Any) -> Any:
    return value * value


def on_sphere(lat: float, lon: float) -> tuple[float, float, float]:
    """The point of the unit sphere at these degrees."""
    phi, theta = radians(lat), radians(lon)
    return cos(phi) * cos(theta), cos(phi) * sin(theta), sin(phi)

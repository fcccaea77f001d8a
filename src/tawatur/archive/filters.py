"""Which events are wanted: the filters that events and exports share, as one query."""

from datetime import date
from math import cos, radians
from typing import Any

from msgspec import Struct
from sqlalchemy import Connection, Select, func, select

from ..fusion.features import distance
from ..fusion.names import name_key
from ..fusion.tellings import Spot
from .tables import event_keys, events
from .text_index import EVENTS, matching

DEGREE = 111.2


class Filter(Struct, frozen=True, kw_only=True):
    """What to look for. Empty fields ask nothing; ``near`` is latitude, longitude and kilometres."""

    since: date | None = None
    until: date | None = None
    place: str | None = None
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


def found_by(connection: Connection, wanted: Filter) -> list[str]:
    """The ids of the events wanted, the latest first."""
    query = _filtered(connection, wanted, select(events.c.id, events.c.lat, events.c.lon))
    rows = connection.execute(query.order_by(events.c.latest.desc(), events.c.id.desc()))
    return [id for id, lat, lon in rows if not wanted.near or _is_near(wanted.near, lat, lon)]


def page(connection: Connection, wanted: Filter, limit: int, offset: int = 0) -> list[bytes]:
    """The records of a page of the events wanted, the latest first."""
    ids = found_by(connection, wanted)[offset : offset + limit] if wanted.near else None
    query = select(events.c.record).order_by(events.c.latest.desc(), events.c.id.desc())
    if ids is not None:
        return list(connection.execute(query.where(events.c.id.in_(ids))).scalars())
    chosen = _filtered(connection, wanted, select(events.c.number, events.c.latest, events.c.id))
    chosen = chosen.order_by(events.c.latest.desc(), events.c.id.desc()).limit(limit).offset(offset)
    inner = chosen.subquery()
    return list(
        connection.execute(
            select(events.c.record)
            .join(inner, inner.c.number == events.c.number)
            .order_by(inner.c.latest.desc(), inner.c.id.desc())
        ).scalars()
    )


def count(connection: Connection, wanted: Filter) -> int:
    """How many events are wanted."""
    if wanted.near:
        return len(found_by(connection, wanted))
    return int(
        connection.execute(
            _filtered(connection, wanted, select(func.count()).select_from(events))
        ).scalar_one()
    )


def _filtered(connection: Connection, wanted: Filter, query: Select[Any]) -> Select[Any]:
    for condition in (*_plain(wanted), *_keyed(wanted), *_around(wanted)):
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


def _keyed(wanted: Filter) -> list[Any]:
    sought = {
        "party": wanted.parties,
        "outlet": wanted.outlets,
        "place": (wanted.place, name_key(wanted.place)) if wanted.place else (),
        "article": (wanted.article,) if wanted.article else (),
    }
    return [events.c.number.in_(_with_key(kind, values)) for kind, values in sought.items() if values]


def _with_key(kind: str, values: tuple[str, ...]) -> Select[Any]:
    return select(event_keys.c.event).where(event_keys.c.kind == kind, event_keys.c.value.in_(values))


def _around(wanted: Filter) -> list[Any]:
    if not wanted.near:
        return []
    lat, lon, km = wanted.near
    high = km / DEGREE
    wide = min(180.0, high / max(0.05, cos(radians(lat))))
    return [events.c.lat.between(lat - high, lat + high), events.c.lon.between(lon - wide, lon + wide)]


def _is_near(near: tuple[float, float, float], lat: float | None, lon: float | None) -> bool:
    gap = distance(Spot(name="", key="", lat=near[0], lon=near[1]), Spot(name="", key="", lat=lat, lon=lon))
    return gap is not None and gap <= near[2]

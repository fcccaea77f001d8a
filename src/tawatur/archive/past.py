"""Any past state, made again from what the archive has kept."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import Connection, select

from ..fusion.decisions import decided
from ..fusion.event import Event
from ..fusion.fuse import fuse
from ..fusion.tellings import Telling, tellings_of
from . import filters
from .anchors import closest
from .articles import article_from, stored_reading
from .engine import open_engine, reading, writing
from .event_rows import add_events
from .filters import Filter
from .log import Anchor, entries
from .packing import event_from
from .rulings import gathered
from .schema import prepare
from .tables import articles, readings


def events_at(
    connection: Connection, moment: str, families: Mapping[str, str], wanted: Filter, limit: int | None
) -> tuple[Event, ...]:
    """The events wanted as they stood at a moment (UTC, ISO 8601): its articles, readings, decisions alone."""
    told = _tellings_at(connection, moment, families)
    rules = gathered(entries(connection, moment), lambda entry, place, anchor: _find(anchor, told))
    flat = [telling for each in told.values() for telling in each]
    made = [decided(event, rules.decisions) for event in fuse(flat, rules.rulings)]
    return _narrowed(made, flat, wanted, limit)


def _narrowed(
    made: list[Event], told: Iterable[Telling], wanted: Filter, limit: int | None
) -> tuple[Event, ...]:
    """The events wanted, asked of a database made for the question and thrown away."""
    with TemporaryDirectory() as folder:
        where = str(Path(folder) / "past.sqlite")
        engine = open_engine(where)
        prepare(engine, where)
        with writing(engine, where) as connection:
            add_events(connection, made, {telling.id: telling for telling in told})
        with reading(engine, where) as connection:
            records = list(filters.records(connection, wanted, limit))
        engine.dispose()
    return tuple(map(event_from, records))


def _tellings_at(
    connection: Connection, moment: str, families: Mapping[str, str]
) -> dict[str, tuple[Telling, ...]]:
    query = (
        select(articles, readings.c.record)
        .join(readings, readings.c.article == articles.c.key)
        .where(readings.c.read <= moment)
        .order_by(articles.c.seq, readings.c.seq)
    )
    newest: dict[tuple[str | None, str], tuple[str, tuple[Telling, ...]]] = {}
    for row in connection.execute(execution_options={"yield_per": 200}, statement=query).mappings():
        reading = stored_reading(row["record"], article_from(row))
        address = (row["outlet"], row["url"] or row["key"])
        newest[address] = (row["key"], tellings_of(reading, families))
    return dict(newest.values())


def _find(anchor: Anchor, told: Mapping[str, tuple[Telling, ...]]) -> str | None:
    return closest(anchor, told.get(anchor.article, ()))

"""Keeping the events of the archive true: only what new tellings touch is fused again."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from sqlalchemy import Connection, delete, select
from sqlalchemy.dialects import postgresql, sqlite

from ..fusion.clusters import NO_RULINGS, components
from ..fusion.decisions import decided
from ..fusion.event import Event
from ..fusion.fuse import fuse_component, in_time
from ..fusion.pairs import Link
from ..fusion.pairs import links as alike
from ..fusion.tellings import Telling
from .anchors import anchor_all
from .components import component_of, in_chunks, settle, unsettle
from .event_rows import add_events
from .packing import telling_from
from .rulings import Ruled, ruled
from .tables import event_keys, events, links, tellings, voice_copies, voice_reports, voices
from .telling_keys import near

BATCH = 2000


def fuse_waiting(connection: Connection) -> int:
    """Fuse the tellings that wait, with all that they are connected to; the number of events written."""
    waiting = list(connection.execute(select(tellings.c.id).where(tellings.c.event.is_(None))).scalars())
    if not waiting:
        return 0
    fresh = {telling.id: telling for telling in load(connection, waiting)}
    _add_links(connection, alike(_around(connection, fresh), fresh))
    rules = ruled(connection)
    touched = component_of(connection, waiting, rules.rulings.together)
    unsettle(connection, touched)
    return _write(connection, sorted(touched), rules)


def fuse_all(connection: Connection) -> int:
    """Fuse everything from the tellings alone, as if the archive were new."""
    anchor_all(connection)
    for table in (links, event_keys, events, voices, voice_reports, voice_copies):
        connection.execute(delete(table))
    connection.exec_driver_sql("delete from event_text")
    _add_links(connection, alike(_stream(connection)))
    ids = list(connection.execute(select(tellings.c.id).order_by(tellings.c.id)).scalars())
    return _write(connection, ids, ruled(connection))


def _stream(connection: Connection) -> Iterator[Telling]:
    query = select(tellings.c.record).order_by(tellings.c.first.nulls_first(), tellings.c.id)
    result = connection.execute(execution_options={"yield_per": BATCH}, statement=query)
    return (telling_from(record) for record in result.scalars())


def load(connection: Connection, ids: Iterable[str]) -> Iterator[Telling]:
    """The tellings of these ids."""
    for chunk in in_chunks(ids):
        records = connection.execute(select(tellings.c.record).where(tellings.c.id.in_(chunk))).scalars()
        yield from map(telling_from, records)


def _around(connection: Connection, fresh: Mapping[str, Telling]) -> Iterator[Telling]:
    """The fresh tellings and all that they can meet, in the order of their first day."""
    met = {id for telling in fresh.values() for id in near(connection, telling)}
    others = load(connection, sorted(met - fresh.keys()))
    return iter(sorted((*fresh.values(), *others), key=in_time))


def _add_links(connection: Connection, found: Iterable[Link]) -> None:
    dialect = postgresql if connection.dialect.name == "postgresql" else sqlite
    statement = dialect.insert(links).on_conflict_do_nothing(index_elements=["a", "b"])
    for chunk in in_chunks(found, BATCH):
        connection.execute(statement, [{"a": a, "b": b, "points": points} for a, b, points in chunk])


def _write(connection: Connection, ids: Sequence[str], rules: Ruled) -> int:
    """Fuse these tellings, which are whole components, and write their events."""
    pairs = list(_links_among(connection, ids))
    groups = components(ids, [(a, b) for a, b, _ in pairs] + sorted(rules.rulings.together))
    home = {id: number for number, group in enumerate(groups) for id in group}
    inside: dict[int, list[Link]] = {}
    for link in pairs:
        inside.setdefault(home[link[0]], []).append(link)
    within = rules.rulings.within(home)
    count = 0
    for batch in in_chunks(enumerate(groups)):
        told = {t.id: t for t in load(connection, [id for _, group in batch for id in group])}
        made = [
            event
            for number, group in batch
            for event in fuse_component(
                [told[id] for id in group if id in told],
                inside.get(number, ()),
                within.get(number, NO_RULINGS),
            )
        ]
        count += len(made)
        _save_events(connection, [decided(event, rules.decisions) for event in made], told)
    return count


def _links_among(connection: Connection, ids: Sequence[str]) -> Iterator[Link]:
    inside = set(ids)
    for chunk in in_chunks(ids):
        for a, b, points in connection.execute(select(links).where(links.c.a.in_(chunk))):
            if b in inside:
                yield a, b, points


def _save_events(connection: Connection, made: Sequence[Event], told: Mapping[str, Telling]) -> None:
    add_events(connection, made, told)
    settle(connection, [(telling, event.id) for event in made for telling in event.tellings])

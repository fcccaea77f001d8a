"""Connected tellings in the archive, and taking their events down before they are fused again."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import TypeVar

from sqlalchemy import Connection, bindparam, delete, or_, select, update

from .packing import event_from
from .tables import event_keys, events, links, tellings
from .text_index import forget_events
from .voices import forget_voices

Item = TypeVar("Item")
MANY = 500


def in_chunks(items: Iterable[Item], size: int = MANY) -> Iterator[list[Item]]:
    """The items in lists of a length that every database takes."""
    waiting = iter(items)
    while chunk := list(islice(waiting, size)):
        yield chunk


def component_of(
    connection: Connection, ids: Iterable[str], together: Iterable[tuple[str, str]] = ()
) -> set[str]:
    """All tellings connected to these, by likeness or by a person's word."""
    ruled: dict[str, set[str]] = {}
    for a, b in together:
        ruled.setdefault(a, set()).add(b)
        ruled.setdefault(b, set()).add(a)
    found = set(ids)
    edge = set(found)
    while edge:
        met = {other for id in edge for other in ruled.get(id, ())}
        for chunk in in_chunks(sorted(edge)):
            query = select(links.c.a, links.c.b).where(or_(links.c.a.in_(chunk), links.c.b.in_(chunk)))
            met.update(id for pair in connection.execute(query) for id in pair)
        edge = met - found
        found |= edge
    return found


def unsettle(connection: Connection, ids: Iterable[str]) -> None:
    """Take down the events of these tellings; they wait to be fused again."""
    held: set[str] = set()
    for chunk in in_chunks(sorted(ids)):
        query = select(tellings.c.event).where(tellings.c.id.in_(chunk), tellings.c.event.is_not(None))
        held.update(connection.execute(query).scalars())
    for chunk in in_chunks(sorted(held)):
        connection.execute(update(tellings).where(tellings.c.event.in_(chunk)).values(event=None))
        _remove(connection, chunk)


def _remove(connection: Connection, ids: Sequence[str]) -> None:
    found = connection.execute(select(events.c.number, events.c.record).where(events.c.id.in_(ids))).all()
    numbers = [row.number for row in found]
    forget_voices(connection, (event_from(row.record) for row in found))
    forget_events(connection, numbers)
    connection.execute(delete(event_keys).where(event_keys.c.event.in_(numbers)))
    connection.execute(delete(events).where(events.c.number.in_(numbers)))


def settle(connection: Connection, homes: Sequence[tuple[str, str]]) -> None:
    """Note for each telling the event that it tells."""
    if homes:
        statement = (
            update(tellings).where(tellings.c.id == bindparam("telling")).values(event=bindparam("home"))
        )
        connection.execute(statement, [{"telling": telling, "home": event} for telling, event in homes])

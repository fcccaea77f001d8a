"""Writing a person's decision and bringing the events it touches up to date."""

from collections.abc import Iterable

from sqlalchemy import Connection, select

from ..fusion.decisions import KINDS, checked
from ..fusion.event import Event
from ..model.errors import ArchiveError, InputError
from .anchors import anchor_of, find_again, hold
from .components import component_of, unsettle
from .fusing import fuse_waiting, load
from .log import Anchor, Detail, Entry, append, entries
from .packing import event_from
from .tables import articles, events, tellings


def rule(
    connection: Connection,
    what: str,
    event: Event,
    *,
    who: str,
    why: str,
    field: str = "",
    value: str = "",
    other: str = "",
) -> Entry:
    """Append a decision; ``other`` is the event merged in, or the telling or article set apart."""
    _check(what, who, why, field, value, other)
    about, against = list(event.tellings), _others(connection, what, event, other or value)
    if what == "split":
        about = [id for id in about if id not in against]
        if not about:
            raise InputError(f"{other} is all of event {event.id}: nothing is left to split from")
    detail = Detail(
        event=event.id,
        about=_anchors(connection, about),
        other=_anchors(connection, against),
        field=field,
        value=value,
    )
    entry = append(connection, who, what, why, detail)
    hold(connection, entry)
    unsettle(connection, component_of(connection, {*about, *against}))
    fuse_waiting(connection)
    return entry


def _check(what: str, who: str, why: str, field: str, value: str, other: str) -> None:
    if what not in KINDS:
        raise InputError(f"{what!r} is no decision; there is: {', '.join(KINDS)}")
    if not who.strip() or not why.strip():
        raise InputError("a decision needs who made it and why")
    if what in ("merge", "split") and not other:
        raise InputError(
            f"{what} needs the other event" if what == "merge" else "split needs a telling or an article"
        )
    if what == "correct":
        checked(field, value)
    if what == "overrule":
        checked("standing", value)
    if what == "undo" and not value.isdigit():
        raise InputError(f"{value!r} is not the number of a decision")


def _others(connection: Connection, what: str, event: Event, other: str) -> list[str]:
    if what == "merge":
        home = select(tellings.c.event).where(tellings.c.lead == other).scalar_subquery()
        record = connection.execute(
            select(events.c.record).where((events.c.id == other) | (events.c.id == home))
        ).scalar()
        if record is None:
            raise ArchiveError(f"no event {other}")
        return [id for id in event_from(record).tellings if id not in event.tellings]
    if what == "split":
        chosen = [id for id in event.tellings if id.startswith(other)]
        if not chosen:
            raise InputError(f"{other} is no telling or article of event {event.id}")
        return chosen
    return _of_decision(connection, int(other)) if what == "undo" else []


def _of_decision(connection: Connection, number: int) -> list[str]:
    """The tellings of a decision that is taken back, wherever they are now."""
    for entry in entries(connection):
        if entry.seq == number and entry.what != "rate":
            found = (find_again(connection, anchor) for anchor in (*entry.told.about, *entry.told.other))
            return [id for id in found if id]
    raise InputError(f"there is no decision {number} to take back")


def _anchors(connection: Connection, ids: Iterable[str]) -> tuple[Anchor, ...]:
    told = {telling.id: telling for telling in load(connection, ids)}
    keys = {telling.article for telling in told.values()}
    query = select(articles.c.key, articles.c.url).where(articles.c.key.in_(keys))
    urls = {row.key: row.url for row in connection.execute(query)}
    return tuple(anchor_of(told[id], urls.get(told[id].article)) for id in ids if id in told)

"""What happened, in the order in which it happened: articles added, read, read again, decisions, exports."""

from collections.abc import Iterator

from msgspec import Struct
from sqlalchemy import Connection, select

from ..fusion.event import Event
from .log import entries
from .tables import articles, exports, readings


class Happened(Struct, frozen=True, order=True):
    """One line of history."""

    at: str
    what: str
    who: str = ""
    why: str = ""
    detail: str = ""


def story(connection: Connection, event: Event | None) -> Iterator[Happened]:
    """The history of the whole archive, or of one event."""
    lines = [*_added(connection, event), *_decided(connection, event)]
    if event is None:
        lines += _exported(connection)
    yield from sorted(lines)


def _added(connection: Connection, event: Event | None) -> Iterator[Happened]:
    query = select(articles.c.key, articles.c.outlet, articles.c.title, readings.c.read, readings.c.reader)
    query = query.join(readings, readings.c.article == articles.c.key)
    if event:
        query = query.where(articles.c.key.in_(event.articles))
    for key, outlet, title, read, reader in connection.execute(query):
        yield Happened(read, "read", who=outlet or "", why=reader, detail=f"{key[:12]} {title or ''}".strip())


def _decided(connection: Connection, event: Event | None) -> Iterator[Happened]:
    told = set(event.tellings) if event else set()
    for entry in entries(connection):
        detail = entry.told
        anchors = {anchor.telling for anchor in (*detail.about, *detail.other)}
        if event is None or anchors & told or detail.event == event.id:
            words = " ".join(part for part in (detail.event, detail.field, detail.value) if part)
            yield Happened(entry.at, entry.what, who=entry.who, why=entry.why, detail=words)


def _exported(connection: Connection) -> Iterator[Happened]:
    for row in connection.execute(select(exports)).mappings():
        yield Happened(row["at"], "export", detail=f"{row['format']} {row['rows']} rows {row['filters']}")

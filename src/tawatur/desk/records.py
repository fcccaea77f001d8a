"""What each outlet and speaker told, over all events of the archive."""

from collections.abc import Iterator

from msgspec import Struct
from sqlalchemy import Column, Connection, func, select

from ..archive.tables import voice_copies, voice_reports, voices

FOREMOST = 4
Named = tuple[str, str]
Foremost = dict[Named, tuple[tuple[str, int], ...]]


class Record(Struct, frozen=True, kw_only=True):
    """One outlet's or speaker's record. ``copies``: whose words it passes on, and how often."""

    name: str
    kind: str
    reports: int
    events: int
    alone: int
    contradicted: int
    denies: int
    copies: tuple[tuple[str, int], ...] = ()
    copied_by: tuple[tuple[str, int], ...] = ()


def records_of(connection: Connection) -> list[Record]:
    """The records of all outlets, then of all speakers, from the events that stand; the busiest first."""
    return list(_records(connection))


def _records(connection: Connection) -> Iterator[Record]:
    reports = _reports(connection)
    copies = _foremost(connection, voice_copies.c.by, voice_copies.c.whose)
    copied = _foremost(connection, voice_copies.c.whose, voice_copies.c.by)
    query = select(voices).order_by(voices.c.kind, voices.c.events.desc(), voices.c.name)
    for row in connection.execute(query).mappings():
        key = row["kind"], row["name"]
        yield Record(
            **row, reports=reports.get(key, 0), copies=copies.get(key, ()), copied_by=copied.get(key, ())
        )


def _reports(connection: Connection) -> dict[Named, int]:
    """In how many reports each stands."""
    columns = voice_reports.c.kind, voice_reports.c.name
    return {
        (kind, name): n
        for kind, name, n in connection.execute(select(*columns, func.count()).group_by(*columns))
    }


def _foremost(connection: Connection, one: Column[str], other: Column[str]) -> Foremost:
    """For each of the one side the few of the other that it is most often met with."""
    query = select(voice_copies.c.kind, one, other, voice_copies.c.events)
    found: Foremost = {}
    for kind, name, met, events in connection.execute(query.order_by(voice_copies.c.events.desc(), other)):
        listed = found.get((kind, name), ())
        if len(listed) < FOREMOST:
            found[kind, name] = (*listed, (met, events))
    return found

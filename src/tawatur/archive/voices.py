"""What each outlet and speaker told, over all events that stand: sums that grow and shrink with the events."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import Connection, Table, bindparam, delete
from sqlalchemy.dialects import postgresql, sqlite

from ..fusion.event import Event
from ..fusion.voices import voices_of
from .tables import voice_copies, voice_reports, voices

Key = tuple[Any, ...]
Sums = dict[Key, Counter[str]]
LONGEST = 120
DIGITS = 15


def count_voices(connection: Connection, made: Iterable[Event]) -> None:
    """Add what these events tell of outlets and speakers."""
    for table, sums in _summed(made).items():
        _add(connection, table, sums, 1)


def forget_voices(connection: Connection, gone: Iterable[Event]) -> None:
    """Take away what these events told, and those of whom nothing is left."""
    for table, sums in _summed(gone).items():
        _add(connection, table, sums, -1)
        names = table.primary_key.columns.keys()
        mine = [table.c[name] == bindparam(f"the_{name}") for name in names]
        rows = [{f"the_{name}": value for name, value in zip(names, key, strict=True)} for key in sums]
        connection.execute(delete(table).where(*mine, table.c.events <= 0), rows)


def _summed(events: Iterable[Event]) -> dict[Table, Sums]:
    """What the events that stand add to each table, by its key."""
    found: dict[Table, Sums] = {}
    for event in events:
        for table, key, counts in () if event.rejected else _counted(event):
            found.setdefault(table, {}).setdefault(key, Counter()).update(counts)
    return found


def _counted(event: Event) -> Iterator[tuple[Table, Key, dict[str, int]]]:
    for one in voices_of(event):
        key = one.kind, one.name[:LONGEST]
        told = {"alone": one.alone, "contradicted": one.contradicted, "denies": one.denies}
        yield voices, key, {"events": 1, **told}
        for article in one.articles:
            yield voice_reports, (*key, numbered(article)), {"events": 1}
        for by, whose in one.passed:
            yield voice_copies, (one.kind, by[:LONGEST], whose[:LONGEST]), {"events": 1}


def numbered(article: str) -> int:
    """An article's key as a number: no two keys of one archive share it."""
    return int(article[-DIGITS:], 16)


def _add(connection: Connection, table: Table, sums: Sums, sign: int) -> None:
    dialect = postgresql if connection.dialect.name == "postgresql" else sqlite
    names = table.primary_key.columns.keys()
    counts = [column.name for column in table.c if not column.primary_key]
    statement = dialect.insert(table)
    grown = {name: table.c[name] + statement.excluded[name] for name in counts}
    rows = [
        {**dict(zip(names, key, strict=True)), **{name: sign * told[name] for name in counts}}
        for key, told in sorted(sums.items())
    ]
    connection.execute(statement.on_conflict_do_update(index_elements=names, set_=grown), rows)

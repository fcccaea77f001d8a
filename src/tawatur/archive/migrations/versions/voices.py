"""What outlets and speakers told is summed up as events come and go: their page reads sums, not every event."""

from collections import Counter
from collections.abc import Iterator
from itertools import islice
from typing import Any

import sqlalchemy as sa
from alembic import op

from tawatur.archive.packing import event_from
from tawatur.fusion.event import Event
from tawatur.fusion.voices import voices_of

revision = "0007"
down_revision = "0006"

COUNTS = ("events", "alone", "contradicted", "denies")
KEYS: dict[str, dict[str, Any]] = {
    "voice": {"kind": sa.String(8), "name": sa.String(120)},
    "voice_report": {"kind": sa.String(8), "name": sa.String(120), "article": sa.BigInteger()},
    "voice_copy": {"kind": sa.String(8), "by": sa.String(120), "whose": sa.String(120)},
}
LONGEST, DIGITS = 120, 15
BATCH = 2000
Row = tuple[str, tuple[Any, ...], dict[str, int]]


def upgrade() -> None:
    """Add the tables and fill them from the events that stand."""
    for name, keys in KEYS.items():
        op.create_table(
            name,
            *(sa.Column(key, form, autoincrement=False, nullable=False) for key, form in keys.items()),
            *(sa.Column(count, sa.Integer(), nullable=False) for count in counts(name)),
            sa.PrimaryKeyConstraint(*keys, name=op.f(f"pk_{name}")),
            sqlite_with_rowid=False,
        )
    numbers = iter(
        op.get_bind().execute(sa.text("select number from event where not rejected")).scalars().all()
    )
    while batch := list(islice(numbers, BATCH)):
        fill(op.get_bind(), batch)


def counts(name: str) -> tuple[str, ...]:
    return COUNTS if name == "voice" else COUNTS[:1]


def fill(connection: sa.Connection, batch: list[int]) -> None:
    sums: dict[str, dict[tuple[Any, ...], Counter[str]]] = {}
    record = sa.text("select record from event where number = :number")
    for number in batch:
        event = event_from(connection.execute(record, {"number": number}).scalar_one())
        for table, key, told in rows(event):
            sums.setdefault(table, {}).setdefault(key, Counter()).update(told)
    for name, found in sums.items():
        write(connection, name, found)


def rows(event: Event) -> Iterator[Row]:
    for one in voices_of(event):
        key = one.kind, one.name[:LONGEST]
        told = {"alone": one.alone, "contradicted": one.contradicted, "denies": one.denies}
        yield "voice", key, {"events": 1, **told}
        for article in one.articles:
            yield "voice_report", (*key, int(article[-DIGITS:], 16)), {"events": 1}
        for by, whose in one.passed:
            yield "voice_copy", (one.kind, by[:LONGEST], whose[:LONGEST]), {"events": 1}


def write(connection: sa.Connection, name: str, found: dict[tuple[Any, ...], Counter[str]]) -> None:
    """Add sums to those that are there."""
    quote = connection.dialect.identifier_preparer.quote
    keys, columns = tuple(KEYS[name]), (*KEYS[name], *counts(name))
    grown = ", ".join(f"{one} = {name}.{one} + excluded.{one}" for one in counts(name))
    statement = sa.text(
        f"insert into {name} ({', '.join(map(quote, columns))}) "
        f"values ({', '.join(f':{one}' for one in columns)}) "
        f"on conflict ({', '.join(map(quote, keys))}) do update set {grown}"
    )
    told = [
        dict(zip(columns, (*key, *(n[one] for one in counts(name))), strict=True)) for key, n in found.items()
    ]
    connection.execute(statement, told)

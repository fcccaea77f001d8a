"""Sets of names, kept once: the parties, outlets and places of events are counted by their numbers."""

import json
from collections.abc import Iterable, Iterator
from hashlib import sha256
from itertools import groupby, islice

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
SETS = {"party": "parties", "outlet": "outlets", "place": "places"}
COUNTED = (
    "rejected",
    "type",
    "standing",
    "country",
    "latest",
    "earliest",
    "parties",
    "outlets",
    "places",
    "lat",
    "lon",
    "radius",
    "killed",
    "harmed",
    "dated",
    "decided",
    "clashes",
    "id",
    "number",
)
BATCH = 5000


def upgrade() -> None:
    """Add the sets and fill them from the keys; the indexes of counting and of the map are made anew."""
    op.create_table(
        "name_set",
        sa.Column("number", NUMBER, autoincrement=True, nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("names", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_name_set")),
        sa.UniqueConstraint("digest", name=op.f("uq_name_set_digest")),
    )
    for column in SETS.values():
        op.add_column("event", sa.Column(column, NUMBER, nullable=True))
    op.drop_index("ix_event_counted", table_name="event")
    op.drop_index("ix_event_where", table_name="event")
    fill(op.get_bind())
    op.create_index("ix_event_counted", "event", list(COUNTED), unique=False)
    op.create_index(
        "ix_event_where",
        "event",
        ["rejected", "lat", "lon", "x", "y", "z", "radius", "latest", "id"],
        unique=False,
    )


def fill(connection: sa.Connection) -> None:
    numbers: dict[str, int] = {}
    rows = kept(connection, numbers)
    update = sa.text(
        "update event set parties = :party, outlets = :outlet, places = :place where number = :event"
    )
    while batch := list(islice(rows, BATCH)):
        connection.execute(update, batch)
    if numbers:
        connection.execute(
            sa.text("insert into name_set (number, digest, names) values (:number, :digest, :names)"),
            [
                {"number": number, "digest": sha256(names.encode()).hexdigest(), "names": names}
                for names, number in numbers.items()
            ],
        )
    if numbers and connection.dialect.name == "postgresql":
        op.execute("select setval(pg_get_serial_sequence('name_set', 'number'), max(number)) from name_set")


def kept(connection: sa.Connection, numbers: dict[str, int]) -> Iterator[dict[str, int | None]]:
    """For each event the numbers of its sets; ``numbers`` grows with those that are new."""
    found = connection.execute(
        sa.text("select event, kind, value from event_key where kind in ('party', 'outlet', 'place')")
    ).all()
    for event, keys in groupby(sorted(map(tuple, found)), key=lambda row: row[0]):
        sets = {kind: written(row[2] for row in rows) for kind, rows in groupby(keys, key=lambda row: row[1])}
        row = {kind: numbers.setdefault(sets[kind], len(numbers) + 1) for kind in SETS if kind in sets}
        yield {"event": event, **dict.fromkeys(SETS), **row}


def written(values: Iterable[str]) -> str:
    return json.dumps(list(values), ensure_ascii=False, separators=(",", ":"))

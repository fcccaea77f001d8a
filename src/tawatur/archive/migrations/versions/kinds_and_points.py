"""What kind of event it is and where it lies become sets as well: everything is counted by numbers alone."""

import json
from collections.abc import Iterator, Sequence
from hashlib import sha256
from itertools import islice
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
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
    "kind",
    "point",
    "lat",
    "lon",
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
    """Add the columns, fill them, and make the index of counting anew."""
    for column in ("kind", "point"):
        op.add_column("event", sa.Column(column, NUMBER, nullable=True))
    op.drop_index("ix_event_counted", table_name="event")
    fill(op.get_bind())
    op.create_index("ix_event_counted", "event", list(COUNTED), unique=False)


def fill(connection: sa.Connection) -> None:
    numbers: dict[str, int] = {}
    query = sa.text("select number, type, standing, country, dated, decided, lat, lon, radius from event")
    rows = iter(connection.execute(query).all())
    update = sa.text("update event set kind = :kind, point = :point where number = :event")
    while batch := list(islice(rows, BATCH)):
        sets = [(row.number, kind(row), point(row)) for row in batch]
        write(connection, numbers, {names for _, *both in sets for names in both if names})
        connection.execute(
            update,
            [{"event": event, "kind": numbers[a], "point": numbers.get(b)} for event, a, b in sets],
        )


def kind(row: Any) -> str:
    dated, decided = "dated" if row.dated else "", "decided" if row.decided else ""
    return written((row.type, row.standing, row.country or "", dated, decided))


def point(row: Any) -> str:
    if row.lat is None or row.lon is None:
        return ""
    return written("" if told is None else repr(float(told)) for told in (row.lat, row.lon, row.radius))


def written(names: Iterator[str] | Sequence[str]) -> str:
    return json.dumps(list(names), ensure_ascii=False, separators=(",", ":"))


def write(connection: sa.Connection, numbers: dict[str, int], sets: set[str]) -> None:
    """Note the numbers of these sets, and write those that are new."""
    insert = sa.text(
        "insert into name_set (digest, names) values (:digest, :names) on conflict (digest) do nothing"
    )
    find = sa.text("select number from name_set where digest = :digest")
    for names in sorted(sets - numbers.keys()):
        row = {"digest": sha256(names.encode()).hexdigest(), "names": names}
        connection.execute(insert, row)
        numbers[names] = connection.execute(find, {"digest": row["digest"]}).scalar_one()

"""The keys under which tellings are met stand in a table: a new report loads only those near it."""

import sqlalchemy as sa
from alembic import op

from tawatur.archive.packing import telling_from
from tawatur.archive.telling_keys import index_tellings

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Add the table and fill it from the tellings; their index by days becomes one in the order of time."""
    op.drop_index("ix_telling_days", table_name="telling")
    op.create_index("ix_telling_in_time", "telling", ["first", "id"], unique=False)
    op.create_table(
        "telling_key",
        sa.Column("key", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("first", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("telling", sa.String(length=120), nullable=False),
        sa.Column("last", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("key", "first", "telling", name=op.f("pk_telling_key")),
        sqlite_with_rowid=False,
    )
    connection = op.get_bind()
    ids = list(connection.execute(sa.text("select id from telling")).scalars())
    record = sa.text("select record from telling where id = :id")
    index_tellings(
        connection, (telling_from(connection.execute(record, {"id": id}).scalar_one()) for id in ids)
    )

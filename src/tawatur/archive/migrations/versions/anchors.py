"""Where the anchors of decisions stand is kept: a long log of decisions slows nothing down."""

import sqlalchemy as sa
from alembic import op

from tawatur.archive.anchors import anchor_all

revision = "0004"
down_revision = "0003"

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Add the table and find every anchor of the log."""
    op.create_table(
        "anchored",
        sa.Column("decision", NUMBER, autoincrement=False, nullable=False),
        sa.Column("place", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("article", sa.String(length=64), nullable=False),
        sa.Column("url", sa.Text(), nullable=True),
        sa.Column("telling", sa.String(length=120), nullable=True),
        sa.PrimaryKeyConstraint("decision", "place", name=op.f("pk_anchored")),
    )
    op.create_index(op.f("ix_anchored_article"), "anchored", ["article"], unique=False)
    op.create_index(op.f("ix_anchored_url"), "anchored", ["url"], unique=False)
    anchor_all(op.get_bind())

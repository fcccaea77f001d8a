"""The first shape of the archive."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
APPEND_ONLY = ("article", "reading", "decision", "export_log")
COUNTED = (
    "rejected",
    "type",
    "standing",
    "country",
    "latest",
    "earliest",
    "lat",
    "lon",
    "killed",
    "harmed",
    "dated",
    "decided",
    "clashes",
    "radius",
    "id",
    "number",
)


def upgrade() -> None:
    """Make every table, the search index, and the guards of what only grows."""
    create_tables()
    if op.get_bind().dialect.name == "postgresql":
        search_in_postgresql()
        guard_in_postgresql()
    else:
        search_in_sqlite()
        guard_in_sqlite()


def search_in_sqlite() -> None:
    for name in ("article_text", "event_text"):
        op.execute(f"create virtual table {name} using fts5(words, detail=none, columnsize=0)")


def search_in_postgresql() -> None:
    for name in ("article_text", "event_text"):
        op.execute(f"create table {name} (number bigint primary key, words text not null)")
        op.execute(f"create index ix_{name} on {name} using gin (to_tsvector('simple', words))")


def guard_in_sqlite() -> None:
    for name in APPEND_ONLY:
        for act in ("update", "delete"):
            op.execute(
                f"create trigger {name}_no_{act} before {act} on {name} "
                f"begin select raise(abort, '{name} is append-only'); end"
            )


def guard_in_postgresql() -> None:
    op.execute(
        "create function tawatur_append_only() returns trigger language plpgsql as "
        "$$ begin raise exception '% is append-only', tg_table_name; end $$"
    )
    for name in APPEND_ONLY:
        op.execute(
            f"create trigger {name}_guard before update or delete or truncate on {name} "
            "for each statement execute function tawatur_append_only()"
        )


def create_tables() -> None:
    op.create_table(
        "article",
        sa.Column("seq", NUMBER, autoincrement=True, nullable=False),
        sa.Column("key", sa.String(length=64), nullable=False),
        sa.Column("outlet", sa.Text(), nullable=True),
        sa.Column("url", sa.Text(), nullable=True),
        sa.Column("published", sa.String(length=10), nullable=True),
        sa.Column("language", sa.String(length=8), nullable=False),
        sa.Column("title", sa.Text(), nullable=True),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("given_id", sa.Text(), nullable=True),
        sa.Column("added", sa.String(length=32), nullable=False),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_article")),
        sa.UniqueConstraint("key", name=op.f("uq_article_key")),
    )
    op.create_index(op.f("ix_article_url"), "article", ["url"], unique=False)
    op.create_table(
        "decision",
        sa.Column("seq", NUMBER, autoincrement=False, nullable=False),
        sa.Column("at", sa.String(length=32), nullable=False),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("what", sa.String(length=16), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("detail", sa.Text(), nullable=False),
        sa.Column("previous", sa.String(length=64), nullable=False),
        sa.Column("hash", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_decision")),
    )
    op.create_table(
        "event",
        sa.Column("number", NUMBER, autoincrement=True, nullable=False),
        sa.Column("id", sa.String(length=16), nullable=False),
        sa.Column("type", sa.String(length=40), nullable=False),
        sa.Column("earliest", sa.String(length=10), nullable=False),
        sa.Column("latest", sa.String(length=10), nullable=False),
        sa.Column("country", sa.String(length=2), nullable=True),
        sa.Column("lat", sa.Float(), nullable=True),
        sa.Column("lon", sa.Float(), nullable=True),
        sa.Column("x", sa.Float(), nullable=True),
        sa.Column("y", sa.Float(), nullable=True),
        sa.Column("z", sa.Float(), nullable=True),
        sa.Column("standing", sa.String(length=16), nullable=False),
        sa.Column("killed", sa.Integer(), nullable=True),
        sa.Column("harmed", sa.Integer(), nullable=True),
        sa.Column("rejected", sa.Boolean(), nullable=False),
        sa.Column("dated", sa.Boolean(), nullable=False),
        sa.Column("decided", sa.Boolean(), nullable=False),
        sa.Column("clashes", sa.Integer(), nullable=False),
        sa.Column("radius", sa.Float(), nullable=True),
        sa.Column("record", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_event")),
        sa.UniqueConstraint("id", name=op.f("uq_event_id")),
    )
    op.create_index("ix_event_country_days", "event", ["country", "latest", "id"], unique=False)
    op.create_index("ix_event_days", "event", ["latest", "id"], unique=False)
    op.create_index("ix_event_killed", "event", ["killed", "latest"], unique=False)
    op.create_index("ix_event_standing_days", "event", ["standing", "latest", "id"], unique=False)
    op.create_index("ix_event_type_days", "event", ["type", "latest", "id"], unique=False)
    op.create_index("ix_event_where", "event", ["lat", "lon"], unique=False)
    op.create_index("ix_event_counted", "event", list(COUNTED), unique=False)
    op.create_table(
        "event_key",
        sa.Column("kind", sa.String(length=8), nullable=False),
        sa.Column("value", sa.String(length=120), nullable=False),
        sa.Column("event", NUMBER, nullable=False),
        sa.PrimaryKeyConstraint("kind", "value", "event", name=op.f("pk_event_key")),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_event_key_event", "event_key", ["event"], unique=False)
    op.create_table(
        "export_log",
        sa.Column("seq", NUMBER, autoincrement=True, nullable=False),
        sa.Column("at", sa.String(length=32), nullable=False),
        sa.Column("format", sa.String(length=40), nullable=False),
        sa.Column("filters", sa.Text(), nullable=False),
        sa.Column("rows", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_export_log")),
    )
    op.create_table(
        "link",
        sa.Column("a", sa.String(length=120), nullable=False),
        sa.Column("b", sa.String(length=120), nullable=False),
        sa.Column("points", sa.Float(), nullable=False),
        sa.PrimaryKeyConstraint("a", "b", name=op.f("pk_link")),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_link_b", "link", ["b"], unique=False)
    op.create_table(
        "telling",
        sa.Column("id", sa.String(length=120), nullable=False),
        sa.Column("article", sa.String(length=64), nullable=False),
        sa.Column("first", sa.Integer(), nullable=True),
        sa.Column("last", sa.Integer(), nullable=True),
        sa.Column("event", sa.String(length=16), nullable=True),
        sa.Column("lead", sa.String(length=16), nullable=False),
        sa.Column("record", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_telling")),
    )
    op.create_index(op.f("ix_telling_article"), "telling", ["article"], unique=False)
    op.create_index("ix_telling_days", "telling", ["first", "last"], unique=False)
    op.create_index(op.f("ix_telling_event"), "telling", ["event"], unique=False)
    op.create_index(op.f("ix_telling_lead"), "telling", ["lead"], unique=False)
    op.create_table(
        "reading",
        sa.Column("seq", NUMBER, autoincrement=True, nullable=False),
        sa.Column("article", sa.String(length=64), nullable=False),
        sa.Column("reader", sa.String(length=80), nullable=False),
        sa.Column("read", sa.String(length=32), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("record", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["article"], ["article.key"], name=op.f("fk_reading_article")),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_reading")),
        sa.UniqueConstraint("article", "reader", name=op.f("uq_reading_article_reader")),
    )

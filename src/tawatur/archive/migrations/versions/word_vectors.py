"""PostgreSQL keeps the words of a text as a vector: a word that stands in most texts is found as fast."""

from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Turn the words into vectors, and index these; SQLite's index has always been one."""
    if op.get_bind().dialect.name != "postgresql":
        return
    for name in ("article_text", "event_text"):
        op.execute(f"drop index ix_{name}")
        op.execute(f"alter table {name} alter words type tsvector using strip(to_tsvector('simple', words))")
        op.execute(f"create index ix_{name} on {name} using gin (words)")

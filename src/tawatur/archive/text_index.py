"""Full-text search: FTS5 in SQLite, a GIN index in PostgreSQL, over the same folded words."""

from collections.abc import Sequence

from sqlalchemy import Connection, TextClause, text

from .search_words import wanted

_LONGEST = 200_000
_INSERT = {
    "sqlite": "insert into {name}(rowid, words) values (:number, :words)",
    "postgresql": "insert into {name}(number, words) values (:number, strip(to_tsvector('simple', :words)))",
}
_FIND = {
    "sqlite": "select rowid from {name} where {name} match :words",
    "postgresql": "select number from {name} where words @@ to_tsquery('simple', :words)",
}
_DELETE = {
    "sqlite": "delete from {name} where rowid = :number",
    "postgresql": "delete from {name} where number = :number",
}
ARTICLES = "article_text"
EVENTS = "event_text"


def index_article(connection: Connection, number: int, words: str) -> None:
    _add(connection, ARTICLES, [(number, words)])


def index_events(connection: Connection, rows: Sequence[tuple[int, str]]) -> None:
    _add(connection, EVENTS, rows)


def _add(connection: Connection, name: str, rows: Sequence[tuple[int, str]]) -> None:
    if rows:
        statement = _INSERT[connection.dialect.name].format(name=name)
        connection.execute(text(statement), [{"number": n, "words": w[:_LONGEST]} for n, w in rows])


def forget_events(connection: Connection, numbers: Sequence[int]) -> None:
    if numbers:
        statement = _DELETE[connection.dialect.name].format(name=EVENTS)
        connection.execute(text(statement), [{"number": number} for number in numbers])


def matching(connection: Connection, name: str, query: str) -> TextClause | None:
    """A subquery for the numbers of the texts with all words of the query; ``None`` for no words."""
    words = wanted(query)
    if not words:
        return None
    sought = (
        " ".join(f'"{word}"' for word in words) if connection.dialect.name == "sqlite" else " & ".join(words)
    )
    return text(_FIND[connection.dialect.name].format(name=name)).bindparams(words=sought)

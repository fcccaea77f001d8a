"""Articles and readings as they stand in the archive."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

import msgspec
from msgspec import Struct
from sqlalchemy import Connection, select

from ..model.article import Article
from ..model.reading import Reading
from .packing import reading_from
from .search_words import found_in
from .tables import articles, readings
from .text_index import ARTICLES, matching


class Found(Struct, frozen=True, kw_only=True):
    """An article that a search found, and where the words stand in its original text."""

    key: str
    article: Article
    spans: tuple[tuple[int, int], ...]


class Version(Struct, frozen=True, kw_only=True):
    """One version of an address: the key of its text, and when it was added."""

    key: str
    added: str


def article_from(row: Mapping[Any, Any]) -> Article:
    """The article of a row."""
    published = row["published"]
    return Article(
        body=row["body"],
        id=row["given_id"] or "",
        outlet=row["outlet"],
        url=row["url"],
        published=date.fromisoformat(published) if published else None,
        language=row["language"],
        title=row["title"],
    )


def stored_reading(record: bytes, article: Article) -> Reading:
    """A reading with its article's text put back."""
    return msgspec.structs.replace(reading_from(record), article=article)


def article_of(connection: Connection, key: str) -> Article | None:
    """The article of this key, or of the one key that begins so."""
    rows = connection.execute(
        select(articles).where(articles.c.key.startswith(key, autoescape=True)).limit(2)
    )
    found = rows.mappings().all()
    return article_from(found[0]) if len(found) == 1 else None


def newest_reading(connection: Connection, key: str) -> Reading | None:
    """The newest reading of an article."""
    article = article_of(connection, key)
    query = (
        select(readings.c.record).where(readings.c.article == key).order_by(readings.c.seq.desc()).limit(1)
    )
    record = connection.execute(query).scalar()
    return stored_reading(record, article) if record and article else None


def all_articles(connection: Connection) -> Iterator[Article]:
    """Every article, in the order in which they were added."""
    result = connection.execute(
        execution_options={"yield_per": 200}, statement=select(articles).order_by(articles.c.seq)
    )
    return (article_from(row) for row in result.mappings())


def versions_of(connection: Connection, url: str) -> list[Version]:
    """The versions of an address, oldest first."""
    query = select(articles.c.key, articles.c.added).where(articles.c.url == url).order_by(articles.c.seq)
    return [Version(key=key, added=added) for key, added in connection.execute(query)]


def search(connection: Connection, query: str, limit: int) -> Sequence[Found]:
    """Articles that hold all words of the query, vocalised or not, the newest first."""
    words = matching(connection, ARTICLES, query)
    if words is None:
        return ()
    rows = connection.execute(
        select(articles)
        .where(articles.c.seq.in_(words))
        .order_by(articles.c.published.desc().nulls_last(), articles.c.seq.desc())
        .limit(limit)
    ).mappings()
    return tuple(
        Found(key=row["key"], article=article_from(row), spans=tuple(found_in(row["body"], query)))
        for row in rows
    )

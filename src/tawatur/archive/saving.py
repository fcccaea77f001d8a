"""Putting articles and their readings in; nothing put in ever changes."""

import re
from collections.abc import Mapping, Sequence
from hashlib import sha256

import msgspec
from sqlalchemy import Connection, Table, delete, insert, select
from sqlalchemy.dialects import postgresql, sqlite

from ..fusion.build import event_id
from ..fusion.tellings import article_key, tellings_of
from ..model.article import Article
from ..model.reading import Reading
from .anchors import hold_again
from .components import component_of, unsettle
from .packing import now, packed, telling_from
from .search_words import search_text
from .tables import articles, links, readings, tellings
from .telling_keys import forget_tellings, index_tellings
from .text_index import index_article

_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")


class Saved(msgspec.Struct, frozen=True, kw_only=True):
    """What became of one reading: is the article new, which version of its address, was it read anew."""

    key: str
    new: bool
    version: int
    read_anew: bool


def is_known(connection: Connection, article: Article, reader: str) -> bool:
    """Whether this very article has been read by this very reader."""
    query = select(readings.c.seq).where(
        readings.c.article == article_key(article), readings.c.reader == reader
    )
    return connection.execute(query).first() is not None


def save(connection: Connection, reading: Reading, reader: str, families: Mapping[str, str]) -> Saved:
    """Add a reading: its article if new, itself if this reader has none, its tellings if they are current."""
    article = reading.article
    key = article_key(article)
    new = _add_article(connection, article, key)
    read_anew = _add_reading(connection, reading, key, reader)
    versions = _versions(connection, article, key)
    if read_anew and versions[-1] == key:
        if not new or len(versions) > 1:
            _take_down(connection, versions)
        _add_tellings(connection, reading, key, families)
        hold_again(connection, key, article.url)
    return Saved(key=key, new=new, version=versions.index(key) + 1, read_anew=read_anew)


def storable(article: Article) -> Article:
    """The article as databases can keep it: without lone surrogates and null characters."""
    if not _UNSTORABLE.search(article.body + (article.title or "")):
        return article
    title = article.title and _UNSTORABLE.sub("\ufffd", article.title)
    return msgspec.structs.replace(article, body=_UNSTORABLE.sub("\ufffd", article.body), title=title)


def _add_article(connection: Connection, article: Article, key: str) -> bool:
    row = {
        "key": key,
        "outlet": article.outlet,
        "url": article.url,
        "published": article.published.isoformat() if article.published else None,
        "language": article.language,
        "title": article.title,
        "body": article.body,
        "sha256": article.sha256,
        "given_id": article.id,
        "added": now(),
    }
    number = insert_new(connection, articles, row, "key")
    if number is not None:
        index_article(connection, number, search_text(article.title, article.body))
    return number is not None


def _add_reading(connection: Connection, reading: Reading, key: str, reader: str) -> bool:
    # The body stands once, with its article.
    record = packed(
        msgspec.structs.replace(reading, article=msgspec.structs.replace(reading.article, body=""))
    )
    digest = sha256(record).hexdigest()
    row = {"article": key, "reader": reader, "read": now(), "sha256": digest, "record": record}
    return insert_new(connection, readings, row, "article", "reader") is not None


def insert_new(connection: Connection, table: Table, row: Mapping[str, object], *unique: str) -> int | None:
    """Insert a row unless its unique columns stand there already; the number of the new row."""
    dialect = postgresql if connection.dialect.name == "postgresql" else sqlite
    statement = dialect.insert(table).on_conflict_do_nothing(index_elements=unique).returning(table.c.seq)
    return connection.execute(statement, dict(row)).scalar()


def _versions(connection: Connection, article: Article, key: str) -> list[str]:
    """The keys of all texts of this article's address, oldest first; of an article without one, its own."""
    if not article.url:
        return [key]
    outlet = articles.c.outlet.is_(None) if article.outlet is None else articles.c.outlet == article.outlet
    query = select(articles.c.key).where(articles.c.url == article.url, outlet).order_by(articles.c.seq)
    return list(connection.execute(query).scalars())


def _take_down(connection: Connection, versions: Sequence[str]) -> None:
    """Remove the tellings of older readings and versions; what they were connected to is fused again."""
    query = select(tellings.c.record).where(tellings.c.article.in_(versions))
    gone = [telling_from(record) for record in connection.execute(query).scalars()]
    ids = [telling.id for telling in gone]
    unsettle(connection, component_of(connection, ids))
    forget_tellings(connection, gone)
    for id in ids:
        connection.execute(delete(links).where((links.c.a == id) | (links.c.b == id)))
        connection.execute(delete(tellings).where(tellings.c.id == id))


def _add_tellings(connection: Connection, reading: Reading, key: str, families: Mapping[str, str]) -> None:
    found = tellings_of(reading, families)
    rows = [
        {
            "id": told.id,
            "article": key,
            "first": told.first,
            "last": told.last,
            "event": None,
            "lead": event_id(told.id),
            "record": packed(told),
        }
        for told in found
    ]
    if rows:
        connection.execute(insert(tellings), rows)
        index_tellings(connection, found)

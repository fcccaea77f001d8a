"""Putting articles and their readings in; nothing put in ever changes."""

import re
from collections.abc import Mapping
from hashlib import sha256

import msgspec
from sqlalchemy import ColumnElement, Connection, Table, delete, func, insert, select
from sqlalchemy.dialects import postgresql, sqlite

from ..fusion.build import event_id
from ..fusion.tellings import article_key, tellings_of
from ..model.article import Article
from ..model.reading import Reading
from .components import component_of, unsettle
from .packing import now, packed
from .search_words import search_text
from .tables import articles, links, readings, tellings
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
    if read_anew and _is_current(connection, article, key):
        _replace_tellings(connection, reading, key, families)
    return Saved(key=key, new=new, version=_versions(connection, article), read_anew=read_anew)


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
    if not insert_new(connection, articles, row, "key"):
        return False
    number = connection.execute(select(articles.c.seq).where(articles.c.key == key)).scalar_one()
    index_article(connection, number, search_text(article.title, article.body))
    return True


def storable(article: Article) -> Article:
    """The article as databases can keep it: without lone surrogates and null characters."""
    if not _UNSTORABLE.search(article.body + (article.title or "")):
        return article
    title = article.title and _UNSTORABLE.sub("\ufffd", article.title)
    return msgspec.structs.replace(article, body=_UNSTORABLE.sub("\ufffd", article.body), title=title)


def _add_reading(connection: Connection, reading: Reading, key: str, reader: str) -> bool:
    # The body stands once, with its article.
    record = packed(
        msgspec.structs.replace(reading, article=msgspec.structs.replace(reading.article, body=""))
    )
    digest = sha256(record).hexdigest()
    row = {"article": key, "reader": reader, "read": now(), "sha256": digest, "record": record}
    return insert_new(connection, readings, row, "article", "reader")


def insert_new(connection: Connection, table: Table, row: Mapping[str, object], *unique: str) -> bool:
    """Insert a row unless its unique columns stand there already; whether it was inserted."""
    dialect = postgresql if connection.dialect.name == "postgresql" else sqlite
    statement = dialect.insert(table).values(**row).on_conflict_do_nothing(index_elements=unique)
    return connection.execute(statement.returning(table.c[unique[0]])).first() is not None


def _is_current(connection: Connection, article: Article, key: str) -> bool:
    """Whether this is the newest version of its address."""
    if not article.url:
        return True
    newest = select(func.max(articles.c.seq)).where(*_same_address(article))
    return (
        connection.execute(select(articles.c.key).where(articles.c.seq == newest.scalar_subquery())).scalar()
        == key
    )


def _same_address(article: Article) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    outlet = articles.c.outlet.is_(None) if article.outlet is None else articles.c.outlet == article.outlet
    return articles.c.url == article.url, outlet


def _versions(connection: Connection, article: Article) -> int:
    if not article.url:
        return 1
    query = select(func.count()).select_from(articles).where(*_same_address(article))
    return int(connection.execute(query).scalar_one())


def _replace_tellings(
    connection: Connection, reading: Reading, key: str, families: Mapping[str, str]
) -> None:
    article = reading.article
    older = select(articles.c.key).where(*_same_address(article)) if article.url else [key]
    gone = list(connection.execute(select(tellings.c.id).where(tellings.c.article.in_(older))).scalars())
    unsettle(connection, component_of(connection, gone))
    for id in gone:
        connection.execute(delete(links).where((links.c.a == id) | (links.c.b == id)))
        connection.execute(delete(tellings).where(tellings.c.id == id))
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
        for told in tellings_of(reading, families)
    ]
    if rows:
        connection.execute(insert(tellings), rows)

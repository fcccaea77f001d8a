"""Proof that an archive is whole: bodies, keys, readings, quotations and the log of decisions."""

from collections.abc import Iterator, Mapping
from hashlib import sha256
from typing import Any

import msgspec
from sqlalchemy import Connection, func, select

from ..fusion.tellings import article_key
from ..model.article import Article
from ..model.reading import Reading
from .articles import article_from, stored_reading
from .log import log_faults
from .tables import articles, events, readings, tellings


def faults(connection: Connection) -> Iterator[str]:
    """Everything that is wrong, one line each; nothing for a whole archive."""
    yield from _article_faults(connection)
    yield from _reading_faults(connection)
    yield from log_faults(connection)
    yield from _event_faults(connection)


def _article_faults(connection: Connection) -> Iterator[str]:
    for row in connection.execute(
        execution_options={"yield_per": 500}, statement=select(articles)
    ).mappings():
        article = article_from(row)
        if article.sha256 != row["sha256"] or article_key(article) != row["key"]:
            yield f"article {row['key'][:12]}: its text or heading was altered"


def _reading_faults(connection: Connection) -> Iterator[str]:
    query = select(readings, articles).join(articles, articles.c.key == readings.c.article)
    for row in connection.execute(execution_options={"yield_per": 200}, statement=query):
        stored = row._mapping
        if sha256(stored[readings.c.record]).hexdigest() != stored[readings.c.sha256]:
            yield f"reading of {stored[readings.c.article][:12]}: its record was altered"
            continue
        reading = stored_reading(stored[readings.c.record], _article(stored))
        yield from (f"reading of {stored[readings.c.article][:12]}: {fault}" for fault in misquotes(reading))


def _article(row: Mapping[Any, Any]) -> Article:
    return article_from({column.name: row[column] for column in articles.c})


def misquotes(reading: Reading) -> Iterator[str]:
    """Quotations that do not stand in the body where they claim to."""
    for quote, start, end in _quotations(msgspec.to_builtins(reading)):
        if reading.article.body[start:end] != quote:
            yield f"{quote[:40]!r} does not stand at {start}-{end}"


def _quotations(part: Any) -> Iterator[tuple[str, int, int]]:
    if isinstance(part, dict):
        span, quote = part.get("span"), part.get("quote")
        if span and quote:
            yield quote, span["start"], span["end"]
        for value in part.values():
            yield from _quotations(value)
    elif isinstance(part, list | tuple):
        for value in part:
            yield from _quotations(value)


def _event_faults(connection: Connection) -> Iterator[str]:
    homeless = select(func.count()).select_from(tellings.outerjoin(events, events.c.id == tellings.c.event))
    lost = connection.execute(
        homeless.where(events.c.id.is_(None), tellings.c.event.is_not(None))
    ).scalar_one()
    if lost:
        yield f"{lost} tellings belong to events that are not there"
    waiting = connection.execute(select(func.count()).select_from(tellings).where(tellings.c.event.is_(None)))
    if number := waiting.scalar_one():
        yield f"{number} tellings wait to be fused; run tawatur ingest"

"""A saved web page is one report: trafilatura finds its title, day, outlet and text."""

import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from typing import Any, BinaryIO

import trafilatura

from tawatur.model.article import Article
from tawatur.model.errors import InputError

from .decoding import decode
from .given import Defaults, Failure, article
from .plain import bounded

MOST_BYTES = 64_000_000
DECLARED = re.compile(rb"<meta[^>]{0,200}charset=[\"']?\s*([A-Za-z0-9_-]+)", re.IGNORECASE)


def articles(stream: BinaryIO, name: str, defaults: Defaults) -> Iterator[Article | Failure]:
    """The one report of a web page."""
    found = extracted(page_text(bounded(stream, MOST_BYTES)))
    yield article(
        found["text"],
        name,
        defaults,
        published=_day(found["date"]),
        outlet=found["sitename"],
        url=found["url"],
        title=found["title"],
    )


def extracted(page: str) -> dict[str, Any]:
    """Text, title, date, sitename and url of a page; ``InputError`` where it holds no running text."""
    found: Any = trafilatura.bare_extraction(page, with_metadata=True, include_tables=False)
    if found is None or not (found.text or "").strip():
        raise InputError("no report found in the page; wanted HTML with running text")
    told: dict[str, Any] = found.as_dict()
    return told


def page_text(raw: bytes) -> str:
    """The page as text, in the encoding that it declares where that reads without error."""
    declared = DECLARED.search(raw[:4096])
    if declared:
        with suppress(LookupError, UnicodeDecodeError):
            return raw.decode(declared.group(1).decode("ascii"))
    return decode(raw)


def _day(told: str | None) -> date | None:
    return date.fromisoformat(told[:10]) if told else None

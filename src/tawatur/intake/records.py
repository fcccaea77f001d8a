"""JSON and JSON Lines: a record is a report with ``body`` and, if known, id, source, url, date, title."""

import json
import re
from collections.abc import Iterator
from datetime import date
from itertools import chain
from typing import Any, BinaryIO

from tawatur.model.article import Article
from tawatur.model.errors import InputError

from .decoding import decode
from .given import Defaults, Failure, article

DAY = re.compile(r"\s*(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?!\d)")
COMPACT_DAY = re.compile(r"\s*(\d{4})(\d{2})(\d{2})(?!\d)")
SURROGATE = re.compile("[\ud800-\udfff]")
MOST_BYTES = 500_000_000
FORM = '{"id": …, "source": …, "url": …, "date": "2020-05-31", "title": …, "body": "…"}'


def articles(stream: BinaryIO, name: str, defaults: Defaults) -> Iterator[Article | Failure]:
    """The reports of a JSON object, a JSON list, or JSON Lines (which are streamed)."""
    first = stream.readline()
    while first and not first.strip():
        first = stream.readline()
    if is_record(first):
        yield from _lines(chain([first], stream), name, defaults)
    else:
        yield from _whole(first + _bounded(stream), name, defaults)


def is_record(line: bytes) -> bool:
    """Is this line a JSON object by itself, as in JSON Lines?"""
    if not line.lstrip(b"\xef\xbb\xbf \t").startswith(b"{"):
        return False
    try:
        return isinstance(_parsed(line.decode("utf-8-sig")), dict)
    except (InputError, UnicodeDecodeError):
        return False


def _bounded(stream: BinaryIO) -> bytes:
    rest = stream.read(MOST_BYTES)
    if stream.read(1):
        raise InputError(f"a JSON text of over {MOST_BYTES:,} bytes; wanted JSON Lines, which are streamed")
    return rest


def _lines(lines: Iterator[bytes], name: str, defaults: Defaults) -> Iterator[Article | Failure]:
    for number, line in enumerate(lines, 1):
        if line.strip():
            yield _line(line, f"{name}:{number}", defaults)


def _whole(raw: bytes, name: str, defaults: Defaults) -> Iterator[Article | Failure]:
    content = _parsed(decode(raw))
    if isinstance(content, dict):
        yield _record(content, name, defaults)
    elif isinstance(content, list):
        for number, record in enumerate(content, 1):
            yield _record(record, f"{name}:{number}", defaults)
    else:
        raise InputError(f"JSON {type(content).__name__}; wanted a record or a list of records {FORM}")


def _line(line: bytes, name: str, defaults: Defaults) -> Article | Failure:
    try:
        record = _parsed(decode(line))
    except InputError as error:
        return Failure(name, str(error))
    return _record(record, name, defaults)


def _record(record: Any, name: str, defaults: Defaults) -> Article | Failure:
    try:
        return _article(record, name, defaults)
    except InputError as error:
        return Failure(name, str(error))


def _parsed(text: str) -> Any:
    try:
        return json.loads(text)
    except RecursionError:
        raise InputError("JSON nested too deep") from None
    except ValueError as error:
        raise InputError(f"not JSON ({error}); wanted {FORM}") from None


def _article(record: Any, name: str, defaults: Defaults) -> Article:
    if not isinstance(record, dict):
        raise InputError(f"a JSON {type(record).__name__}; wanted a record {FORM}")
    if not isinstance(record.get("body"), str):
        raise InputError(f"no 'body' with the text of the report; wanted {FORM}")
    return article(
        _clean(record["body"]),
        _text(record, "id") or name,
        defaults,
        published=_day(record.get("date") or record.get("published")),
        outlet=_text(record, "source") or _text(record, "outlet"),
        url=_text(record, "url"),
        title=_text(record, "title"),
        language=_text(record, "language"),
    )


def _text(record: dict[str, Any], key: str) -> str | None:
    value = record.get(key)
    return None if value is None or isinstance(value, dict | list) else _clean(str(value))


def _clean(text: str) -> str:
    """Join surrogate halves that JSON escapes leave apart; a lone half becomes U+FFFD."""
    if not SURROGATE.search(text):
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _day(told: Any) -> date | None:
    if told is None:
        return None
    found = DAY.match(str(told)) or COMPACT_DAY.match(str(told))
    try:
        if found:
            return date(*(int(part) for part in found.groups()))
    except ValueError:
        pass
    raise InputError(f"date {str(told)[:40]!r}; wanted a day such as 2020-05-31")

"""Rows as csv: UTF-8, and no cell that a spreadsheet would run as a formula."""

import csv
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

BOM = b"\xef\xbb\xbf"
RUNS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
UNSEEN = " \u00a0\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff"
BETWEEN = "; "
_FORMULA = re.compile(f"[{re.escape(UNSEEN)}]*[{re.escape(''.join(RUNS))}]")

Cell = str | int | float | None
Row = Mapping[str, Cell]


def harmless(value: Cell) -> Cell:
    """The cell, with an apostrophe before text that a spreadsheet would take for a formula.

    >>> harmless("=HYPERLINK(…)")
    "'=HYPERLINK(…)"
    """
    return "'" + value if isinstance(value, str) and _FORMULA.match(value) else value


def csv_of(columns: Sequence[str], rows: Iterable[Row], bom: bool = False) -> Iterator[bytes]:
    """Rows as csv by RFC 4180."""
    if bom:
        yield BOM
    lines = _Lines()
    writer = csv.writer(lines)
    writer.writerow(columns)
    for row in rows:
        yield lines.taken()
        writer.writerow([harmless(row.get(column)) for column in columns])
    yield lines.taken()


class _Lines:
    """Takes what a csv writer writes, one line at a time."""

    def __init__(self) -> None:
        self._line = ""

    def write(self, line: str) -> None:
        self._line = line

    def taken(self) -> bytes:
        return self._line.encode("utf-8", "replace")


def joined(values: Iterable[str]) -> str:
    """Several values in one cell."""
    return BETWEEN.join(values)


def day(value: date | None) -> str | None:
    return value.isoformat() if value else None

"""Formats: one module for each, named in one visible table.

A module of ``READING_FORMATS`` has ``HEAD``, ``BETWEEN`` and ``TAIL`` (text before, between and after)
and ``one(reading) -> str``, so that any number of readings is written without holding them.
"""

from collections.abc import Iterable, Iterator
from importlib import import_module
from typing import Protocol, cast

from tawatur.fusion.event import Event
from tawatur.model.reading import Reading

from .terms import Terms

READING_FORMATS = {
    "table": "tawatur.exchange.table",
    "json": "tawatur.exchange.native",
    "jsonl": "tawatur.exchange.native_lines",
    "codebook": "tawatur.exchange.codebook",
}

# Each of these has ``written(events, terms) -> Iterator[bytes]``.
EVENT_FORMATS = {
    "table": "tawatur.exchange.events_table",
    "json": "tawatur.exchange.events_jsonl",
    "csv": "tawatur.exchange.events_csv",
}
EXPORT_FORMATS = {
    "csv": "tawatur.exchange.events_csv",
    "claims": "tawatur.exchange.claims_csv",
    "xlsx": "tawatur.exchange.workbook",
    "ucdp": "tawatur.exchange.ucdp",
    "acled": "tawatur.exchange.acled",
    "geojson": "tawatur.exchange.geojson",
    "jsonl": "tawatur.exchange.events_jsonl",
}


class ReadingFormat(Protocol):
    """What a module of ``READING_FORMATS`` offers."""

    HEAD: str
    BETWEEN: str
    TAIL: str

    def one(self, reading: Reading) -> str:
        """One reading in this format."""


def reading_format(name: str) -> ReadingFormat:
    """The module that writes readings in the format of this name."""
    return cast(ReadingFormat, import_module(READING_FORMATS[name]))


class EventFormat(Protocol):
    """What a module of ``EVENT_FORMATS`` and ``EXPORT_FORMATS`` offers."""

    def written(self, events: Iterable[Event], terms: Terms) -> Iterator[bytes]:
        """The events in this format, piece by piece."""


def event_format(module: str) -> EventFormat:
    """The module that writes events in a format."""
    return cast(EventFormat, import_module(module))

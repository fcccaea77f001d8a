"""Formats: one module for each, named in one visible table.

A module of ``READING_FORMATS`` has ``HEAD``, ``BETWEEN`` and ``TAIL`` (text before, between and after)
and ``one(reading) -> str``, so that any number of readings is written without holding them.
"""

from importlib import import_module
from typing import Protocol, cast

from tawatur.model.reading import Reading

READING_FORMATS = {
    "table": "tawatur.exchange.table",
    "json": "tawatur.exchange.native",
    "jsonl": "tawatur.exchange.native_lines",
    "codebook": "tawatur.exchange.codebook",
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

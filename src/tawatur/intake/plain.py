"""A plain text is one report."""

from collections.abc import Iterator
from typing import BinaryIO

from tawatur.model.article import Article
from tawatur.model.errors import InputError

from .decoding import decode
from .given import MOST_CHARACTERS, Defaults, Failure, article

MOST_BYTES = MOST_CHARACTERS * 4


def articles(stream: BinaryIO, name: str, defaults: Defaults) -> Iterator[Article | Failure]:
    """The one report of a text file."""
    yield article(decode(bounded(stream, MOST_BYTES)), name, defaults)


def bounded(stream: BinaryIO, most: int) -> bytes:
    """All bytes of the stream, which is refused beyond ``most`` without being held."""
    raw = stream.read(most + 1)
    if len(raw) > most:
        raise InputError(
            f"over {most:,} bytes; one report may have {MOST_CHARACTERS:,} characters: "
            "split it, or give one report a line as JSON Lines"
        )
    return raw

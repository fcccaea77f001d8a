"""The same records as ``native``, one a line: what another program reads as a stream."""

from tawatur.model.reading import Reading

from . import native

HEAD = ""
BETWEEN = ""
TAIL = ""


def one(reading: Reading) -> str:
    """One reading as a JSON object on a line of its own."""
    return native.one(reading) + "\n"

"""The same records as ``native``, one a line: what another program reads as a stream."""

from .native import one

__all__ = ["BETWEEN", "HEAD", "TAIL", "one"]

HEAD = ""
BETWEEN = "\n"
TAIL = "\n"

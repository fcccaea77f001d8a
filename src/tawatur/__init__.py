"""Tawatur reads news reports about armed conflict and keeps who says what happened, in which words."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from .native import prefer_compiled

if TYPE_CHECKING:
    from .lexicon import Knowledge, load_knowledge
    from .model.article import Article
    from .model.errors import TawaturError
    from .model.reading import Reading
    from .reading import read

__version__ = "0.1.0"
__all__ = ["Article", "Knowledge", "Reading", "TawaturError", "load_knowledge", "read"]

prefer_compiled()

# The front door opens on demand: importing tawatur costs nothing until a name is asked for.
_ROOM_OF = {
    "Article": "tawatur.model.article",
    "Knowledge": "tawatur.lexicon",
    "Reading": "tawatur.model.reading",
    "TawaturError": "tawatur.model.errors",
    "load_knowledge": "tawatur.lexicon",
    "read": "tawatur.reading",
}


def __getattr__(name: str) -> Any:
    if name not in _ROOM_OF:
        raise AttributeError(f"module 'tawatur' has no attribute {name!r}")
    return getattr(import_module(_ROOM_OF[name]), name)

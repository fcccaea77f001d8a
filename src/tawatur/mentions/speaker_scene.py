"""What the words that name a speaker are read from, and what is found."""

from collections.abc import Mapping

from msgspec import Struct

from ..lexicon import Hits
from ..model.mentions import Actor
from ..model.spans import Span
from ..text import Text


class Phrase(Struct, frozen=True, kw_only=True, gc=False):
    """The words that name a speaker: where they stand, and what kind of speaker they name."""

    first: int
    last: int
    span: Span
    kind: str
    rule: str
    party: str | None = None


class Scene:
    """What phrases are read from: the text, its hits, and the actors by first word."""

    __slots__ = ("actors", "hits", "text")

    def __init__(self, text: Text, hits: Hits, actors: Mapping[int, Actor]) -> None:
        self.text = text
        self.hits = hits
        self.actors = actors

"""One article's words, hits, mentions and clauses, asked for by where they stand."""

from bisect import bisect_left
from collections.abc import Sequence
from datetime import date
from typing import TypeVar

from msgspec import Struct

from ..lexicon import EventType, Hit, Hits
from ..model.mentions import Actor, Date, Mention, Number, Place, Weapon
from ..model.reading import Mentions
from ..text import Text
from .clauses import Clause

M = TypeVar("M", bound=Mention)


class Scene(Struct, frozen=True, kw_only=True):
    """Everything that the later steps look at; nothing in it changes."""

    text: Text
    hits: Hits
    mentions: Mentions
    clauses: tuple[Clause, ...]
    types: dict[str, EventType]
    container_names: dict[str, frozenset[str]] = {}
    published: date | None = None

    def actors(self, first: int, last: int) -> tuple[Actor, ...]:
        """The actors that start among words ``first`` to ``last``."""
        return _between(self.mentions.actors, first, last)

    def places(self, first: int, last: int) -> tuple[Place, ...]:
        return _between(self.mentions.places, first, last)

    def dates(self, first: int, last: int) -> tuple[Date, ...]:
        return _between(self.mentions.dates, first, last)

    def weapons(self, first: int, last: int) -> tuple[Weapon, ...]:
        return _between(self.mentions.weapons, first, last)

    def numbers(self, first: int, last: int) -> tuple[Number, ...]:
        return _between(self.mentions.numbers, first, last)

    def hits_in(self, category: str, first: int, last: int) -> tuple[Hit, ...]:
        found = self.hits.of(category)
        start = bisect_left(found, first, key=lambda hit: hit.first)
        end = bisect_left(found, last, lo=start, key=lambda hit: hit.first)
        return found[start:end]

    def clause_of(self, word: int) -> Clause | None:
        """The clause in which a word stands; None in page furniture."""
        at = bisect_left(self.clauses, word + 1, key=lambda clause: clause.first) - 1
        clause = self.clauses[at] if at >= 0 else None
        return clause if clause and word < clause.last else None

    def family(self, type_id: str) -> str:
        known = self.types.get(type_id)
        return known.family if known else "none"

    def rank(self, type_id: str | None) -> int:
        """How specific a type is: the means that names the higher rank decides."""
        known = self.types.get(type_id or "")
        return known.specificity if known else 0


def _between(found: Sequence[M], first: int, last: int) -> tuple[M, ...]:
    start = bisect_left(found, first, key=lambda mention: mention.first)
    end = bisect_left(found, last, lo=start, key=lambda mention: mention.first)
    return tuple(found[start:end])

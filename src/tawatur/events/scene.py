"""One article's words, hits, mentions and clauses, asked for by where they stand."""

from bisect import bisect_left
from collections.abc import Sequence
from datetime import date
from typing import Generic, TypeVar

from ..lexicon import EventType, Hit, Hits, Regression
from ..model.mentions import Actor, Date, Mention, Number, Place, Weapon
from ..model.reading import Mentions
from ..text import Text, without_article
from .clauses import Clause

M = TypeVar("M", bound=Mention)
_LONG = 3
"""Letters from which a word says something."""


class Placed(Generic[M]):
    """Mentions of one kind in the order of the text, found by the word at which they start."""

    __slots__ = ("_firsts", "items")

    def __init__(self, items: Sequence[M]) -> None:
        self.items = tuple(items)
        self._firsts = [item.first for item in self.items]

    def among(self, first: int, last: int) -> tuple[M, ...]:
        """Those that start among words ``first`` to ``last`` (half-open)."""
        firsts = self._firsts
        if not firsts or firsts[-1] < first:
            return ()
        start = bisect_left(firsts, first)
        return self.items[start : bisect_left(firsts, last, start)]

    def earliest(self, first: int, last: int) -> M | None:
        """The first that starts among words ``first`` to ``last`` (half-open)."""
        at = bisect_left(self._firsts, first)
        return self.items[at] if at < len(self.items) and self._firsts[at] < last else None


class Scene:
    """Everything that the later steps look at; nothing in it changes.

    ``hits_in``, ``actors``, ``places``, ``dates``, ``weapons`` and ``numbers`` give what starts among words
    ``first`` to ``last`` (half-open); ``first_actor``, ``first_place`` and ``first_number`` the first of it.
    ``opening`` is the number of the report's first sentence, ``voiced`` those of the sentences that name a
    speaker.
    """

    __slots__ = (
        "_actors", "_clause_at", "_dates", "_numbers", "_places", "_told_words", "_weapons", "clauses",
        "container_names", "hits", "mentions", "opening", "published", "retelling", "states", "text", "types", "voiced",
    )  # fmt: skip

    def __init__(
        self,
        *,
        text: Text,
        hits: Hits,
        mentions: Mentions,
        clauses: Sequence[Clause],
        types: dict[str, EventType],
        retelling: Regression,
        container_names: dict[str, frozenset[str]] | None = None,
        published: date | None = None,
        states: frozenset[str] = frozenset(),
    ) -> None:
        self.text = text
        self.hits = hits
        self.mentions = mentions
        self.clauses = tuple(clauses)
        self.types = types
        self.retelling = retelling
        self.container_names = container_names or {}
        self.published = published
        self.states = states
        self.opening = next((n for n, s in enumerate(text.sentences) if s.kind in ("lead", "body")), None)
        self._actors: Placed[Actor] = Placed(mentions.actors)
        self._places: Placed[Place] = Placed(mentions.places)
        self._dates: Placed[Date] = Placed(mentions.dates)
        self._weapons: Placed[Weapon] = Placed(mentions.weapons)
        self._numbers: Placed[Number] = Placed(mentions.numbers)
        self.voiced = frozenset(text.sentence_number(speaker.first) for speaker in mentions.speakers)
        self._told_words: dict[tuple[int, int], frozenset[str]] = {}
        self._clause_at = {
            word: clause for clause in self.clauses for word in range(clause.first, clause.last)
        }

    def hits_in(self, category: str, first: int, last: int) -> tuple[Hit, ...]:
        return self.hits.between(category, first, last)

    def actors(self, first: int, last: int) -> tuple[Actor, ...]:
        return self._actors.among(first, last)

    def places(self, first: int, last: int) -> tuple[Place, ...]:
        return self._places.among(first, last)

    def dates(self, first: int, last: int) -> tuple[Date, ...]:
        return self._dates.among(first, last)

    def weapons(self, first: int, last: int) -> tuple[Weapon, ...]:
        return self._weapons.among(first, last)

    def numbers(self, first: int, last: int) -> tuple[Number, ...]:
        return self._numbers.among(first, last)

    def first_actor(self, first: int, last: int) -> Actor | None:
        return self._actors.earliest(first, last)

    def first_place(self, first: int, last: int) -> Place | None:
        return self._places.earliest(first, last)

    def first_number(self, first: int, last: int) -> Number | None:
        return self._numbers.earliest(first, last)

    def clause_of(self, word: int) -> Clause | None:
        """The clause in which a word stands; None in page furniture."""
        return self._clause_at.get(word)

    def opens(self, sentence: int) -> bool:
        """Whether a sentence is the report's first, or its headline."""
        return self.opening is None or sentence <= self.opening

    def told_words(self, first: int, last: int) -> frozenset[str]:
        """The words ``first`` to ``last`` (half-open) that say something, without their articles."""
        if (first, last) not in self._told_words:
            forms = (word.form for word in self.text.words[first:last])
            self._told_words[first, last] = frozenset(without_article(w) for w in forms if len(w) >= _LONG)
        return self._told_words[first, last]

    def family(self, type_id: str) -> str:
        known = self.types.get(type_id)
        return known.family if known else "none"

    def rank(self, type_id: str | None) -> int:
        """How specific a type is: the means that names the higher rank decides."""
        known = self.types.get(type_id or "")
        return known.specificity if known else 0

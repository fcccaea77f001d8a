"""What the one lexicon pass found."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from msgspec import Struct

from ..model.spans import Span


class Hit(Struct, frozen=True):
    """Words of the text that a lexicon entry knows.

    ``first`` and ``last`` are word numbers (half-open). ``span`` leaves out conjunctions and
    prepositions written onto the first word; the article stays in.
    """

    category: str
    id: str
    first: int
    last: int
    value: Any
    features: frozenset[str]
    proclitics: str
    enclitic: str
    span: Span

    @property
    def rule(self) -> str:
        return f"{self.category}/{self.id}"

    @property
    def definite(self) -> bool:
        return "definite" in self.features


class Hits:
    """All hits of one text, by category and by first word. Per category the longest match wins."""

    __slots__ = ("_at", "_by_category", "_by_first", "_covering", "_firsts")

    def __init__(self, hits: Iterable[Hit]) -> None:
        grouped: dict[str, list[Hit]] = defaultdict(list)
        for hit in hits:
            grouped[hit.category].append(hit)
        self._by_category = {
            category: tuple(found if category == "unless" else _longest(found))
            for category, found in grouped.items()
        }
        self._by_first: dict[int, list[Hit]] = {}
        self._at: dict[tuple[int, str], list[Hit]] = {}
        for category, found in self._by_category.items():
            for hit in found:
                self._by_first.setdefault(hit.first, []).append(hit)
                self._at.setdefault((hit.first, category), []).append(hit)
        self._covering: dict[str, dict[int, Hit]] = {}
        self._firsts: dict[str, list[int]] = {}

    def of(self, category: str) -> tuple[Hit, ...]:
        """Every hit of a category in the order of the text."""
        return self._by_category.get(category, ())

    def between(self, category: str, first: int, last: int) -> tuple[Hit, ...]:
        """The hits of a category that start among words ``first`` to ``last`` (half-open)."""
        found = self._by_category.get(category)
        if not found:
            return ()
        firsts = self._firsts.get(category)
        if firsts is None:
            firsts = self._firsts[category] = [hit.first for hit in found]
        start = bisect_left(firsts, first)
        return found[start : bisect_left(firsts, last, start)]

    def starting(self, word: int) -> Sequence[Hit]:
        """Every hit that starts at a word."""
        return self._by_first.get(word, ())

    def all_at(self, word: int, category: str) -> Sequence[Hit]:
        """Every hit of a category that starts at a word."""
        return self._at.get((word, category), ())

    def at(self, word: int, category: str) -> Hit | None:
        """The first hit of a category that starts at a word."""
        found = self._at.get((word, category))
        return found[0] if found else None

    def covering(self, word: int, category: str) -> Hit | None:
        """The hit of a category that covers a word."""
        index = self._covering.get(category)
        if index is None:
            index = self._covering[category] = {
                i: hit for hit in reversed(self.of(category)) for i in range(hit.first, hit.last)
            }
        return index.get(word)


def _longest(found: list[Hit]) -> list[Hit]:
    """Leftmost and longest; several readings of the very same words are all kept."""
    found.sort(key=lambda hit: (hit.first, -hit.last))
    kept: list[Hit] = []
    for hit in found:
        if (
            not kept
            or hit.first >= kept[-1].last
            or (hit.first == kept[-1].first and hit.last == kept[-1].last)
        ):
            kept.append(hit)
    return kept

"""What the one lexicon pass found."""

from collections.abc import Iterable, Sequence
from typing import Any

from mypy_extensions import mypyc_attr

from ..model.spans import Span
from .entries import BESIDE


@mypyc_attr(acyclic=True)
class Hit:
    """Words of the text that a lexicon entry knows.

    ``first`` and ``last`` are word numbers (half-open). ``start`` and ``end`` are code points of the body
    and leave out conjunctions and prepositions written onto the first word; the article stays in.
    """

    __slots__ = (
        "category",
        "enclitic",
        "end",
        "features",
        "first",
        "id",
        "last",
        "proclitics",
        "start",
        "value",
    )

    def __init__(
        self,
        category: str,
        id: str,
        value: Any,
        features: frozenset[str],
        proclitics: str,
        enclitic: str,
        first: int,
        last: int,
        start: int,
        end: int,
    ) -> None:
        self.category = category
        self.id = id
        self.value = value
        self.features = features
        self.proclitics = proclitics
        self.enclitic = enclitic
        self.first = first
        self.last = last
        self.start = start
        self.end = end

    def up_to(self, last: int) -> "Hit":
        """This hit as if it ended before another word."""
        return Hit(
            self.category,
            self.id,
            self.value,
            self.features,
            self.proclitics,
            self.enclitic,
            self.first,
            last,
            self.start,
            self.end,
        )

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)

    @property
    def rule(self) -> str:
        return f"{self.category}/{self.id}"

    @property
    def definite(self) -> bool:
        return "definite" in self.features


class Hits:
    """All hits of one text, by category and by first word. Per category the longest match wins."""

    __slots__ = ("_at", "_by_category", "_covering")

    def __init__(self, hits: Iterable[Hit]) -> None:
        """Hits in the order of the text, of those that start at one word the longest first."""
        grouped: dict[str, list[Hit]] = {}
        at: list[list[Hit]] = []
        for hit in hits:
            kept = grouped.get(hit.category)
            if kept is None:
                grouped[hit.category] = [hit]
            elif hit.category in BESIDE or _goes_on(kept[-1], hit):
                kept.append(hit)
            else:
                continue
            _put(at, hit)
        self._by_category = {category: tuple(found) for category, found in grouped.items()}
        self._at = at
        self._covering: dict[str, dict[int, Hit]] = {}

    def without(self, category: str, left_out: Sequence[Hit]) -> "Hits":
        """These hits but for some of one category."""
        rest = Hits(())
        kept = tuple(hit for hit in self.of(category) if hit not in left_out)
        rest._by_category = {**self._by_category, category: kept}
        rest._at = list(self._at)
        for out in left_out:
            rest._at[out.first] = [hit for hit in rest._at[out.first] if hit is not out]
        return rest

    def of(self, category: str) -> tuple[Hit, ...]:
        """Every hit of a category in the order of the text."""
        return self._by_category.get(category, ())

    def between(self, category: str, first: int, last: int) -> tuple[Hit, ...]:
        """The hits of a category that start among words ``first`` to ``last`` (half-open)."""
        found = self._by_category.get(category)
        if found is None:
            return ()
        start = _number_of(found, first)
        return found[start : _number_of(found, last)]

    def starting(self, word: int) -> Sequence[Hit]:
        """Every hit that starts at a word."""
        return self._at[word] if 0 <= word < len(self._at) else ()

    def all_at(self, word: int, category: str) -> Sequence[Hit]:
        """Every hit of a category that starts at a word."""
        return [hit for hit in self.starting(word) if hit.category == category]

    def at(self, word: int, category: str) -> Hit | None:
        """The first hit of a category that starts at a word."""
        if 0 <= word < len(self._at):
            for hit in self._at[word]:
                if hit.category == category:
                    return hit
        return None

    def covering(self, word: int, category: str) -> Hit | None:
        """The hit of a category that covers a word."""
        index = self._covering.get(category)
        if index is None:
            index = self._covering[category] = {
                i: hit for hit in reversed(self.of(category)) for i in range(hit.first, hit.last)
            }
        return index.get(word)


_NONE: list[Hit] = []
"""What starts at a word that the lexicon does not know; many words share it."""


def _put(at: list[list[Hit]], hit: Hit) -> None:
    """Put a hit behind the others of its first word, in a list that is as long as the words so far."""
    while len(at) < hit.first:
        at.append(_NONE)
    if len(at) == hit.first:
        at.append([hit])
    elif at[hit.first]:
        at[hit.first].append(hit)
    else:
        at[hit.first] = [hit]


def _number_of(found: tuple[Hit, ...], first: int) -> int:
    """How many hits start before a word: bisection, compiled, since it is asked thousands of times a report."""
    low, high = 0, len(found)
    while low < high:
        middle = (low + high) >> 1
        if found[middle].first < first:
            low = middle + 1
        else:
            high = middle
    return low


def _goes_on(before: Hit, hit: Hit) -> bool:
    """Leftmost and longest; several readings of the very same words are all kept."""
    return hit.first >= before.last or (hit.first == before.first and hit.last == before.last)

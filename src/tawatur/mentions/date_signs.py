"""The words of a text that date expressions are made of, by where they stand."""

from datetime import date
from typing import Any, NamedTuple

from ..lexicon import Hit, Hits
from ..model.mentions import Number
from ..text import Text
from .number_values import AND

_CATEGORIES = (
    "weekday", "day-word", "day-part", "month", "date-edge", "date-modifier",
    "date-bound", "time-unit", "date-anaphor", "date-name", "number-bound",
)  # fmt: skip
_OPENERS = ("weekday", "day-word", "day-part", "month", "date-edge", "date-anaphor", "time-unit", "feast")
_STARTING_BOUNDS = frozenset({"since", "until", "before", "after", "during", "from", "day-after"})
FOR = "ل"
"""The preposition of "for the third day" (لليوم الثالث)."""


class Piece(NamedTuple):
    """A date expression or a part of one: its words, what kind it is, and the days that it means."""

    first: int
    last: int
    kind: str
    low: date | None
    high: date | None
    precision: str = "day"
    part: str | None = None
    bound: str = "on"
    shift: tuple[int, int] | None = None


class Signs:
    """Hits and numbers by their first word, with the publication day that gives them meaning."""

    def __init__(self, text: Text, hits: Hits, numbers: tuple[Number, ...], published: date | None) -> None:
        self.text = text
        self.words = text.words
        self.published = published
        traps = (hit for hit in hits.of("date-trap") if not hit.proclitics.endswith(FOR))
        self._trapped = {i for hit in traps for i in range(hit.first, hit.last)}
        self._at = {category: self._index(hits.of(category)) for category in _CATEGORIES}
        self._at["feast"] = {hit.first: hit for hit in hits.of("feast")}
        self._numbers = {number.last: number for number in numbers}
        self.openers = self._find_openers()
        self._named = {hit.last for hit in hits.of("date-name")}

    def _index(self, found: tuple[Hit, ...]) -> dict[int, Hit]:
        ordered = sorted(found, key=lambda hit: -len(hit.proclitics))
        return {hit.first: hit for hit in ordered if hit.first not in self._trapped}

    def _find_openers(self) -> frozenset[int]:
        first = {i for category in _OPENERS for i in self._at[category]}
        digits = (i for i, word in enumerate(self.words) if word.number)
        spelled = (n.first for n in self._numbers.values() if not self.words[n.first].number)
        return frozenset(first.union(digits, spelled))

    def starts(self) -> list[int]:
        """Where a date expression may start, in order."""
        bounds = self._at["date-bound"].values()
        bound = {hit.first for hit in bounds if hit.value in _STARTING_BOUNDS and self._leads(hit)}
        return sorted(self.openers | bound)

    def _leads(self, bound: Hit) -> bool:
        """A time may follow a bound, at once or behind an article or "less than"."""
        about = self.at("number-bound", bound.last)
        after = about.last if about else bound.last
        return bound.value == "day-after" or after in self.openers or after + 1 in self.openers

    def at(self, category: str, word: int) -> Hit | None:
        return self._at[category].get(word)

    def value(self, category: str, word: int) -> Any:
        """The value of the hit that starts at a word, or None."""
        hit = self._at[category].get(word)
        return hit.value if hit else None

    def begin(self, word: int) -> int:
        """Where a date starts in the body, without what is written onto its first word, unless it is fused."""
        hits = [found[word] for found in self._at.values() if word in found]
        plain = min(hits, key=lambda hit: len(hit.proclitics), default=None)
        fused = self.words[word].form.startswith(FOR + FOR)
        return plain.span.start if plain and not fused else self.words[word].start

    def number_from(self, word: int) -> Number | None:
        """The number whose own words start at a word, without bounds before it."""
        for last in range(word + 1, min(word + 6, len(self.words) + 1)):
            number = self._numbers.get(last)
            if number:
                return number if number.first <= word else None
        return None

    def named_before(self, word: int) -> bool:
        """A street, quarter or revolution stands before, whose name the date is."""
        return word in self._named and self.near(word)

    def near(self, word: int, also: str = "") -> bool:
        """Only blanks, quotes and brackets (and the characters given) stand before a word of the text."""
        if word >= len(self.words):
            return False
        gap = self.words[word].gap
        return gap == " " or (not gap.strip(" \"'()[]" + also) and "\n" not in gap)

    def is_joined(self, word: int) -> bool:
        """A day's name stands at a word, with "and" written onto it."""
        hit = self.at("day-word", word) or self.at("weekday", word)
        return hit is not None and hit.proclitics.startswith(AND)

    def trails_off(self, word: int) -> bool:
        """Three dots stand before a word, for what the writer left out."""
        return word < len(self.words) and self.words[word].gap.strip() in ("...", "..", "\u2026")

    def is_bound(self, word: int, *values: str) -> bool:
        return self.value("date-bound", word) in values

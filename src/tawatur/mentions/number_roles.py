"""What a number stands for when it counts nothing: a calibre, a year, a time, part of a name."""

from ..lexicon import Hits
from ..text import Text
from .number_values import Amount

_YEARS = range(1900, 2101)
_RECENT = frozenset(range(1980, 2036)) - {2000}
"""Bare numbers that are years after a preposition; 2000 is more often a count."""

_PROCLITICS = 3
"""Letters that may be written onto a number; a longer word makes one name with it: "Darfur24"."""


class Roles:
    """The words of a text that give the numbers beside them another role than counting."""

    def __init__(self, text: Text, hits: Hits) -> None:
        self._words = text.words
        contexts = hits.of("number-context")
        self._before = {hit.last: hit for hit in contexts if hit.value["side"] == "before"}
        after = (hit for hit in contexts if hit.value["side"] == "after")
        self._after = {hit.first: hit for hit in after if hit.value["role"] != "measure" or not hit.definite}
        self._months_start = {hit.first for hit in hits.of("month")}
        self._months_end = {hit.last for hit in hits.of("month")}

    def of(self, amount: Amount) -> str | None:
        """The role of an amount, or None where it may count."""
        if amount.kind == "ordinal":
            return None
        return self._by_signs(amount) or self._by_front(amount) or self._by_back(amount)

    def _by_signs(self, amount: Amount) -> str | None:
        words, first, last = self._words, amount.first, amount.last
        behind = words[last].gap if last < len(words) else ""
        if (
            first
            and words[first].number
            and not words[first].gap
            and len(words[first - 1].form) > _PROCLITICS
        ):
            return "name"
        if behind.startswith(("%", " %")):
            return "percent"
        if behind.startswith(":") and last < len(words) and words[last].number:
            return "clock"
        if first and words[first].gap == ":" and words[first - 1].number:
            return "clock"
        return "date" if last - first == 1 and self._in_numeric_date(first, last) else None

    def _in_numeric_date(self, first: int, last: int) -> bool:
        """Part of 31/5, 31/5/2020, 31-5-2020 or 2020.5.31."""
        left, right = first, last
        while left and self._chained(left):
            left -= 1
        while right < len(self._words) and self._chained(right):
            right += 1
        slash = any(self._words[i].gap == "/" for i in range(left + 1, right))
        return right - left == 3 or (right - left == 2 and slash)

    def _chained(self, word: int) -> bool:
        """Joined to the digits before it by a date's separator."""
        words = self._words
        return words[word].gap in ("/", "-", ".") and words[word].number and words[word - 1].number

    def _by_front(self, amount: Amount) -> str | None:
        if amount.first in self._months_end and (amount.low or 0) in _YEARS and self._near(amount.first):
            return "year"
        hit = self._before.get(amount.first)
        if not hit or not self._near(amount.first):
            return None
        role = str(hit.value["role"])
        if role == "name" and self._words[amount.first].form.startswith("و") and amount.low != 1:
            return None
        if role == "year-preposition":
            return "year" if (amount.low or 0) in _RECENT and amount.kind == "digits" else None
        return None if role == "year" and (amount.low or 0) not in _YEARS else role

    def _by_back(self, amount: Amount) -> str | None:
        last, words = amount.last, self._words
        if last < len(words) and not self._near(last):
            return None
        if last in self._months_start or (
            last + 1 in self._months_start and words[last].form == "من" and (amount.low or 99) < 32
        ):
            return "date" if (amount.low or 99) < 32 else None
        hit = self._after.get(last)
        return str(hit.value["role"]) if hit else None

    def _near(self, word: int) -> bool:
        return not self._words[word].gap.strip(" \"'-(")

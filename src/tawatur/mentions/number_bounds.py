"""What stands around a number and bounds it: at least, more than, up to, between."""

from ..lexicon import Hits
from ..text import Text
from .number_values import AND, ARTICLE, Amount

_REACH = 4
"""How many words of a counted noun phrase may stand between a number and "at least"."""


class Bounds:
    """The bounding words of a text, by where they start and where they end."""

    def __init__(self, text: Text, hits: Hits, starts: set[int]) -> None:
        found = hits.of("number-bound")
        self._words = text.words
        self._starts = starts
        self._before = {hit.last: hit for hit in found}
        self._after = {hit.first: hit for hit in found if hit.value.get("after")}
        words = hits.of("number-word")
        plain = {hit.first for hit in words if not hit.proclitics}
        self._joined = {hit.first for hit in words if hit.proclitics.startswith(AND)} - plain
        self._links = {hit.first: hit for hit in hits.of("number-link")}

    def before(self, word: int) -> tuple[str, int] | None:
        """The bound that ends right before a word, and where it starts."""
        hit = self._before.get(self._behind_article(word))
        if not hit or word in self._joined or self._words[hit.last].gap.strip(" \"'(-"):
            return None
        return str(hit.value["bound"]), hit.first

    def after(self, word: int) -> str | None:
        """The bound that follows a number, right away or behind what is counted."""
        words = self._words
        for i in range(word, min(word + _REACH + 1, len(words))):
            if words[i].gap.strip(" \"'()") or "\n" in words[i].gap or (i in self._starts and i > word):
                return None
            if hit := self._after.get(i):
                return str(hit.value["bound"])
        return None

    def between(self, word: int) -> int | None:
        """Where the "between" before a number starts."""
        hit = next((h for h in self._links.values() if h.last == word and h.value == "between"), None)
        return hit.first if hit else None

    def link(self, one: Amount, other: Amount) -> str | None:
        """What joins two amounts to a range: "and", "to", a dash or None."""
        words, gap = self._words, other.first - one.last
        if gap == 0 and other.first in self._joined and words[other.first].gap == " ":
            return AND
        if gap == 0 and words[other.first].gap.strip() == "-" and self._stands_alone(one, other):
            return "-"
        if gap != 1:
            return None
        if words[one.last].form == AND:
            return AND
        hit = self._links.get(one.last)
        preceded = one.first > 0 and self._links.get(one.first - 1)
        rises = preceded and preceded.value == "from"
        return "to" if hit and hit.value == "to" and not rises else None

    def _stands_alone(self, one: Amount, other: Amount) -> bool:
        """A dash joins these two numbers only: neither a date nor a telephone number."""
        words = self._words
        behind = other.last < len(words) and words[other.last].number and _is_joint(words[other.last].gap)
        front = one.first > 0 and words[one.first - 1].number and _is_joint(words[one.first].gap)
        return one.kind == "digits" == other.kind and not behind and not front

    def _behind_article(self, word: int) -> int:
        return word - 1 if word and self._words[word - 1].form == ARTICLE else word


def _is_joint(gap: str) -> bool:
    return gap.strip() in ("-", "/")


def bounded(amount: Amount, bounds: Bounds) -> tuple[int, int | None, int | None, str]:
    """First word, low, high and rule of an amount under the bounds before and behind it."""
    first, low, high, name = amount.first, amount.low, amount.high, amount.kind
    if name == "ordinal":
        return first, low, high, name
    if found := bounds.before(first):
        name, first = found
        if more := bounds.before(first):
            name, first = (more[0], more[1]) if name == "about" else (name, more[1])
    elif trailing := bounds.after(amount.last):
        name = trailing
    return first, *_limits(name, low, high), name


def _limits(bound: str, low: int | None, high: int | None) -> tuple[int | None, int | None]:
    if low is None:
        return low, high
    if bound == "at-least":
        return low, None
    if bound == "more":
        return (low if high is None else low + 1), None
    if bound == "less":
        return None, (low if high is None else high) - 1
    if bound == "up-to":
        return None, high
    return low, high

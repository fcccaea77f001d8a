"""Cut folded text into words: runs of letters and runs of digits."""

import re
import unicodedata
from typing import NamedTuple

from mypy_extensions import mypyc_attr

from .folding import Folded, fold
from .wrapping import unwrapped

_WORD = re.compile(r"[^\W\d_]+|\d+")


@mypyc_attr(acyclic=True)
class Word:
    """One word: its folded form, where it stands in the body, and what stood before it.

    ``start`` and ``end`` are code points of the body; ``at`` is the place of the first letter in the
    folded text; ``gap`` is the folded text between the word before and this one.
    """

    __slots__ = ("at", "end", "form", "gap", "number", "start")

    def __init__(self, form: str, start: int, end: int, gap: str, at: int, number: bool) -> None:
        self.form = form
        self.start = start
        self.end = end
        self.gap = gap
        self.at = at
        self.number = number


class Cut(NamedTuple):
    """A body, folded and cut into words; ``flowing`` is it without the breaks of a page's lines."""

    body: str
    flowing: str
    folded: Folded
    words: tuple[Word, ...]


def cut_words(body: str) -> Cut:
    """Fold a body and find its words. Never raises."""
    flowing = unwrapped(body)
    folded = fold(flowing)
    return Cut(body, flowing, folded, find_words(body, folded))


def find_words(body: str, folded: Folded) -> tuple[Word, ...]:
    """All words in their order; ``body[word.start:word.end]`` is the word with its diacritics."""
    text, offsets = folded
    words, before, length = [], 0, len(offsets)
    for match in _WORD.finditer(text):
        at, after = match.span()
        form = match.group()
        end = offsets[after - 1] + 1
        if after == length or offsets[after] != end:
            end = _with_marks(body, end, offsets[after] if after < length else len(body))
        words.append(Word(form, offsets[at], end, text[before:at], at, form[0].isdigit()))
        before = after
    return tuple(words)


def _with_marks(body: str, end: int, limit: int) -> int:
    """The end of a word with the diacritics and tatweels written after its last letter."""
    while end < limit and (body[end] == "ـ" or unicodedata.combining(body[end])):
        end += 1
    return end

"""Cut folded text into words: runs of letters and runs of digits."""

import re
import unicodedata
from typing import NamedTuple

from .folding import Folded

_WORD = re.compile(r"[^\W\d_]+|\d+")


class Word(NamedTuple):
    """One word: its folded form, where it stands in the body, and what stood before it.

    ``start`` and ``end`` are code points of the body; ``at`` is the place of the first letter in the
    folded text; ``gap`` is the folded text between the word before and this one.
    """

    form: str
    start: int
    end: int
    gap: str
    at: int
    number: bool


def find_words(body: str, folded: Folded) -> tuple[Word, ...]:
    """All words in their order; ``body[word.start:word.end]`` is the word with its diacritics."""
    text, offsets = folded
    words, before = [], 0
    for match in _WORD.finditer(text):
        at, after = match.span()
        form = match.group()
        end = _end(body, offsets, after)
        words.append(Word(form, offsets[at], end, text[before:at], at, form[0].isdigit()))
        before = after
    return tuple(words)


def _end(body: str, offsets: list[int], after: int) -> int:
    end = offsets[after - 1] + 1
    limit = offsets[after] if after < len(offsets) else len(body)
    while end < limit and (body[end] == "ـ" or unicodedata.combining(body[end])):
        end += 1
    return end

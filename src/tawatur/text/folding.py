"""Fold a body for matching while keeping the exact way back to its code points.

Folding is many-to-one and is never shown to people: diacritics, tatweel, bidi marks and zero-width
characters vanish; letters, digits and punctuation marks of one kind become one character.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from .marks import unmarked

_SAME = {
    "ا": "أإآٱٲٳٵ",
    "ي": "ىئیېےۍێ",
    "و": "ؤۆۇۈۋ",
    "ه": "ةہۀەھۃ",
    "ك": "کگڭڪݣ",
    "ب": "پ",
    "ج": "چ",
    "ف": "ڤ",
    "ز": "ژ",
    "ق": "ڨ",
    '"': "«»“”„‟‘’‚‛‹›`´″′＂'",
    ",": "،؛;﹐٬",
    "?": "؟",
    "%": "٪",
    ".": "۔٫",
    "-": "‐‑‒–—―−",
    " ": "\u00a0\t\u2002\u2003\u2009\u202f\u3000\x0b\x0c_",
    "\n": "\r\u2028\u2029\x85",
}
_ONE = {variant: letter for letter, variants in _SAME.items() for variant in variants}
_FREQUENT = {variant: _ONE[variant] for variant in "أإآىةؤئ،؛؟«»"}
_UNUSUAL = re.compile(f"[^\n -@\\[-`a-zء-غف-ي{''.join(_FREQUENT)}]|['_`]")
"""What does not fold to itself, nor by one of the frequent replacements."""
_LETTER = "[\u0620-\u063f\u0641-\u064a\u0671-\u06d3]"
_SPLIT_WORD = re.compile(
    rf"(?<={_LETTER})ـ[ \n.·•*_/|~+-]{{0,3}}ـ(?={_LETTER})"
    rf"|(?<={_LETTER})(?:ـ+[.·•*_/|~+]+|[.·•*_/|~+]+ـ+|[*·•~+]+)(?={_LETTER})"
)
_LONE_TATWEEL = re.compile(r"(?<=[ \n])ـ+(?=[ \n])")
"""What writers put for a dash between blanks."""
_DOTTED_WORD = re.compile(rf"(?<!{_LETTER}){_LETTER}{{1,3}}(?:\.{_LETTER}{{1,3}})+(?!{_LETTER})")
_MAY_SPLIT = re.compile(r"[ـ*·•~+]|\.[^\s\d]")
_DOT_INSIDE = re.compile(rf"\.ـ*{_LETTER}")
_INITIALS = re.compile(rf"{_LETTER}\.{_LETTER}{{2,3}}")


class Folded(NamedTuple):
    """Folded text, and for each of its characters the code point of the body that it came from."""

    text: str
    offsets: Sequence[int]


class _Table(dict[str, str]):
    """The folded form of one character, worked out the first time it is met."""

    def __missing__(self, char: str) -> str:
        folded = self[char] = _fold_character(char)
        return folded


def _fold_character(char: str) -> str:
    if char in _ONE:
        return _ONE[char]
    if char == "ـ" or unicodedata.category(char) in ("Mn", "Me", "Cf", "Cs", "Co"):
        return ""
    wide = unicodedata.normalize("NFKD", char)
    if wide != char:
        return "".join(_fold_character(part) for part in wide if not unicodedata.combining(part))
    if char.isdecimal():
        return str(unicodedata.decimal(char))
    lowered = char.lower()
    return lowered if len(lowered) == 1 else char


_TABLE = _Table()


def fold(body: str) -> Folded:
    """Fold a whole body. Never raises; equal to folding each character, but for split words and lone tatweels.

    >>> fold("قُتـ.ـلَ").text
    'قتل'
    """
    changes = sorted(_changes(body), key=lambda change: (change[0], -change[1]))
    if not changes:
        return Folded(_with_frequent(body), range(len(body)))
    pieces: list[str] = []
    offsets: list[int] = []
    after = 0
    for start, end, folded in changes:
        if start >= after:
            pieces += (body[after:start], folded)
            offsets += (*range(after, start), *([start] * len(folded)))
        after = max(after, end)
    return Folded(_with_frequent("".join([*pieces, body[after:]])), [*offsets, *range(after, len(body))])


def _with_frequent(text: str) -> str:
    for variant, letter in _FREQUENT.items():
        text = text.replace(variant, letter)
    return text


def _changes(body: str) -> Iterator[tuple[int, int, str]]:
    """(start, end, folded) of what splits a word, of a tatweel for a dash, and of every unusual character."""
    if "ـ" in body:
        yield from ((match.start(), match.end(), "-") for match in _LONE_TATWEEL.finditer(body))
    for start, end in _splits(body):
        yield start, end, ""
    for match in _UNUSUAL.finditer(body):
        yield match.start(), match.end(), _TABLE[match.group()]


def _splits(body: str) -> list[tuple[int, int]]:
    """Where writers put dots, stars and tatweels inside a word to escape filters."""
    if not _MAY_SPLIT.search(body):
        return []
    plain, places = unmarked(body)
    found = []
    if "ـ" in plain or any(mark in plain for mark in "*·•~+"):
        found += [(places[m.start()], places[m.end() - 1] + 1) for m in _SPLIT_WORD.finditer(plain)]
    return found + [(places[i], places[i] + 1) for i in _dots(plain)]


def _dots(plain: str) -> list[int]:
    """The dots of words written in short pieces, with or without tatweels."""
    if not _DOT_INSIDE.search(plain):
        return []
    kept = [i for i, char in enumerate(plain) if char != "ـ"] if "ـ" in plain else range(len(plain))
    bare = plain.replace("ـ", "")
    words = (match for match in _DOTTED_WORD.finditer(bare) if not _INITIALS.fullmatch(match.group()))
    return [kept[i] for match in words for i in range(*match.span()) if bare[i] == "."]


@lru_cache(maxsize=16_384)
def fold_phrase(phrase: str) -> str:
    """The folded form of a lexicon phrase: single blanks between folded words.

    >>> fold_phrase("قوّات النظام")
    'قوات النظام'
    """
    return " ".join(fold(phrase).text.split())

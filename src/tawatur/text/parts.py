"""The parts of a page with their offsets: paragraphs by role, and furniture at the end of a paragraph."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence

from .folding import fold_phrase
from .furniture import Furniture
from .kinds import cut_tail, kinds_of
from .marks import unmarked
from .words import Cut, Word

_ALIKE = 0.75
_BESIDE = ("furniture", "credit", "dateline")
_LINE = re.compile(r"[^\n\r\u2028\u2029\x85]+")


def with_headline(
    body: str, parts: Sequence[tuple[int, int, str]], title: str | None
) -> tuple[tuple[int, int, str], ...]:
    """The parts, the first below the page's own a headline where it only repeats the article's title."""
    at = next((n for n, (_, _, kind) in enumerate(parts) if kind not in _BESIDE), None)
    if not title or at is None or len(parts) < 2:
        return tuple(parts)
    start, end, _ = parts[at]
    wanted, found = fold_phrase(title).split(), fold_phrase(body[start:end]).split()
    shared = len(set(wanted) & set(found))
    is_title = found and shared >= _ALIKE * len(set(found)) and shared >= _ALIKE * len(set(wanted))
    return (*parts[:at], (start, end, "headline"), *parts[at + 1 :]) if is_title else tuple(parts)


def find_parts(cut: Cut, furniture: Furniture) -> tuple[tuple[int, int, str], ...]:
    """(start, end, role) of every line that is not blank, in code points of the body."""
    plain, places = unmarked(cut.flowing)
    lines = [match for match in _LINE.finditer(plain) if match.group().strip()]
    tokens = _tokens(cut.words, places, [match.span() for match in lines])
    words = [" ".join([word for word, _ in line]) for line in tokens]
    kinds = kinds_of([line.group() for line in lines], furniture, words)
    found: list[tuple[int, int, str]] = []
    for line, kind, known in zip(lines, kinds, tokens, strict=True):
        tail = line.start() + cut_tail(line.group(), furniture, known)
        found.append((line.start(), tail, kind))
        if tail < line.end():
            found.append((tail, line.end(), "furniture"))
    return tuple((places[start], places[end], kind) for start, end, kind in found)


def _tokens(
    words: Sequence[Word], places: Sequence[int], lines: Iterable[tuple[int, int]]
) -> list[list[tuple[str, int]]]:
    """The words of every line, each with its place in the line."""
    starts = [word.start for word in words]
    plain = starts if isinstance(places, range) else [bisect_left(places, start) for start in starts]
    found, at = [], 0
    for start, end in lines:
        first = at = bisect_left(starts, places[start], at)
        at = bisect_left(starts, places[end], at)
        told = zip(words[first:at], plain[first:at], strict=True)
        found.append([(word.form, place - start) for word, place in told])
    return found

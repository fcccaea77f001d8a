"""The words under which a text is found: folded, and without the particles that lean on them."""

import re
import unicodedata
from collections.abc import Iterator

from ..text import fold, fold_phrase

_WORD = re.compile(r"\w+")
_LEANING = re.compile("(?:[وف])?(?:لل|[بلك]?ال|[بلكس])?")
_LEANING_LETTERS = frozenset("وفلبكسا")
_SHORTEST = 2


def search_text(*texts: str | None) -> str:
    """The indexable words of texts, each once in every form without its particles."""
    words = dict.fromkeys(word for text in texts if text for word in _WORD.findall(fold_phrase(text)))
    return " ".join(dict.fromkeys(form for word in words for form in forms(word)))


def forms(word: str) -> Iterator[str]:
    """A folded word, then what remains of it without leading particles.

    >>> list(forms("والقصف"))
    ['والقصف', 'القصف', 'قصف']
    """
    yield word
    if word[0] not in _LEANING_LETTERS:
        return
    seen = {word}
    for cut in range(1, _longest_particle(word) + 1):
        rest = word[cut:]
        if _LEANING.fullmatch(word[:cut]) and len(rest) > _SHORTEST and rest not in seen:
            seen.add(rest)
            yield rest


def _longest_particle(word: str) -> int:
    return min(len(word) - _SHORTEST - 1, 4)


def wanted(query: str) -> list[str]:
    """The words of a query as they stand in the index: folded, without the article."""
    words = _WORD.findall(fold_phrase(query))
    return [word[2:] if word.startswith("ال") and len(word) > _SHORTEST + 2 else word for word in words]


def found_in(body: str, query: str) -> list[tuple[int, int]]:
    """Where the words of a query stand in the original text, as half-open spans."""
    sought = set(wanted(query))
    folded = fold(body)
    spans = []
    for match in _WORD.finditer(folded.text):
        if sought & set(forms(match.group())):
            spans.append(
                (folded.offsets[match.start()], _marked_end(body, folded.offsets[match.end() - 1] + 1))
            )
    return spans


def _marked_end(body: str, end: int) -> int:
    """The end of a letter with the vowel marks that it carries."""
    while end < len(body) and unicodedata.combining(body[end]):
        end += 1
    return end

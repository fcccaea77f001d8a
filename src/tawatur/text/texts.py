"""A body as words, sentences and paragraphs with their roles."""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise

from mypy_extensions import mypyc_attr

from ..model.spans import Span
from .folding import Folded
from .marks import unmarked
from .words import Cut, Word, cut_words

_WITHOUT_SIGNS = {ord("ـ"): None, ord("#"): None, ord("_"): " "}
_BRACKETS = " ()[]"
_INITIALS = 3
_FULL_STOP = re.compile(r"[.!?](?!\d)|\n|:\s*-|•|●|◾|▪|■|◼|🔴|🔻|🔹|🔸|⭕|📍")


@mypyc_attr(acyclic=True)
class Stretch:
    """Words ``first`` to ``last`` (half-open), and the role of the paragraph that they stand in."""

    __slots__ = ("first", "kind", "last")

    def __init__(self, first: int, last: int, kind: str) -> None:
        self.first = first
        self.last = last
        self.kind = kind


class Text:
    """A body with its folded words. Words, sentences and paragraphs are numbered from 0."""

    __slots__ = ("_starts", "body", "folded", "paragraphs", "sentences", "words")

    def __init__(
        self, body: str, folded: Folded, words: tuple[Word, ...], paragraphs: tuple[Stretch, ...]
    ) -> None:
        self.body = body
        self.folded = folded
        self.words = words
        self.paragraphs = paragraphs
        self.sentences = tuple(s for p in paragraphs for s in _sentences(body, words, p))
        self._starts = [sentence.first for sentence in self.sentences]

    def span(self, first: int, last: int) -> Span:
        """From the start of word ``first`` to the end of the word before ``last``."""
        return Span(self.words[first].start, self.words[last - 1].end)

    def quote(self, first: int, last: int) -> str:
        """The article's own words ``first`` to ``last``."""
        return self.span(first, last).of(self.body)

    def name(self, span: Span) -> str:
        """A name as written, on one line, without diacritics, tatweels, bidi marks and the signs of a tag."""
        plain = unmarked(span.of(self.body))[0].translate(_WITHOUT_SIGNS)
        return " ".join(plain.split())

    def sentence_number(self, word: int) -> int:
        return bisect_right(self._starts, word) - 1

    def sentence_of(self, word: int) -> Stretch:
        return self.sentences[self.sentence_number(word)]

    def last_letter(self, word: int) -> str:
        """The last letter of a word as it is written, which folding hides: ة or ه, ى or ي."""
        written = self.body[self.letter(word, len(self.words[word].form) - 1)]
        return unicodedata.normalize("NFKC", written)

    def letter(self, word: int, number: int) -> int:
        """Where in the body the letter of that number of the folded word stands."""
        return self.folded.offsets[self.words[word].at + number]


def read_text(body: str, kinds: Sequence[tuple[int, int, str]] = ()) -> Text:
    """Fold and cut a body; ``kinds`` gives (start, end, role) for paragraphs whose role is known.

    Paragraphs are lines; a line without a role is ``body``. Never raises.
    """
    return text_of(cut_words(body), kinds)


def text_of(cut: Cut, kinds: Sequence[tuple[int, int, str]] = ()) -> Text:
    """The text of a body that is cut into words already; ``kinds`` as for ``read_text``."""
    return Text(cut.body, cut.folded, cut.words, tuple(_paragraphs(cut.words, kinds)))


def _paragraphs(words: tuple[Word, ...], kinds: Sequence[tuple[int, int, str]]) -> list[Stretch]:
    if not words:
        return []
    cuts = [i for i, word in enumerate(words) if i == 0 or "\n" in word.gap]
    if kinds:
        starts = {_word_at(words, start) for start, _, _ in kinds}
        cuts = sorted({*cuts, *(s for s in starts if s < len(words))})
    ends = [*cuts[1:], len(words)]
    return [Stretch(a, b, _kind(words[a].start, kinds)) for a, b in zip(cuts, ends, strict=True) if a < b]


def _word_at(words: tuple[Word, ...], offset: int) -> int:
    return bisect_right(words, offset - 1, key=lambda word: word.start)


def _kind(offset: int, kinds: Sequence[tuple[int, int, str]]) -> str:
    return next((kind for start, end, kind in kinds if start <= offset < end), "body")


def _sentences(body: str, words: tuple[Word, ...], paragraph: Stretch) -> list[Stretch]:
    first, last = paragraph.first, paragraph.last
    inner = [i for i in range(first + 1, last) if words[i].gap != " " and _ends_sentence(body, words, i)]
    return [Stretch(a, b, paragraph.kind) for a, b in pairwise([first, *inner, last])]


def _ends_sentence(body: str, words: tuple[Word, ...], i: int) -> bool:
    """A full stop stands before word i: not an ellipsis, not initials, not a decimal point."""
    gap = words[i].gap
    if not _FULL_STOP.search(gap):
        return False
    stripped = gap.strip(_BRACKETS)
    if stripped.startswith("..") or stripped == "…":
        return False
    if gap == "." and (words[i].number or len(words[i].form) == 1):
        return False
    return not (stripped == "." and _is_initial(body, words[i - 1]))


def _is_initial(body: str, word: Word) -> bool:
    """One letter, or two or three with a full stop between each."""
    letters = len(word.form)
    dotted = letters <= _INITIALS and body[word.start : word.end].count(".") == letters - 1
    return not word.number and (letters == 1 or dotted)

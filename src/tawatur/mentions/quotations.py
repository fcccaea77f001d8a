"""Quotation marks and brackets around names and speech."""

from ..model.spans import Span
from ..text import Text

_NEAR = frozenset(' \n"()[]-/')
_LONGEST = 120
"""Words of the longest quotation that goes on over the end of a sentence."""
_CLOSERS = frozenset('»”″"“')


def opens_speech(gap: str) -> bool:
    """A colon, or an opening quotation mark."""
    return ":" in gap or opens_quote(gap)


def opens_quote(gap: str) -> bool:
    """A quotation mark with no blank behind it, but something before it."""
    return len(gap) > 1 and gap.endswith('"')


def quoted_end(text: Text, at: int) -> int:
    """The word after a name in quotation marks that opens at a word."""
    words = text.words
    last = at + 1
    while last < min(at + 5, len(words)) and '"' not in words[last].gap:
        last += 1
    return last


def opens_long_quote(text: Text, at: int) -> bool:
    """A quotation of more than a name: what is said, not who says it."""
    if not opens_quote(text.words[at].gap):
        return False
    end = quoted_end(text, at)
    return end >= len(text.words) or '"' not in text.words[end].gap


def quoted_name_end(text: Text, at: int) -> int:
    """The word after a short name in quotation marks that opens at a word; 0 where none opens."""
    gap = text.words[at].gap
    if not opens_quote(gap) or not _NEAR.issuperset(gap) or opens_long_quote(text, at):
        return 0
    end = quoted_end(text, at)
    return end if end - at > 1 else 0


def quotation_end(text: Text, first: int, last: int) -> int:
    """The word after a quotation that opens among these words and closes behind them; 0 where none does."""
    if last >= len(text.words) or not _is_open(text, first, last):
        return 0
    for end in range(last + 1, min(last + _LONGEST, len(text.words)) + 1):
        if not _is_open(text, first, end):
            return end
    return 0


def _is_open(text: Text, first: int, last: int) -> bool:
    """Whether more quotations open than close from one word to the next sentence's first."""
    stop = text.words[last].start if last < len(text.words) else len(text.body)
    said = text.body[text.words[first].start : stop]
    opens = sum(map(said.count, "«“")) > sum(map(said.count, "»”"))
    return opens or said.count('"') % 2 == 1


def opened(body: str, span: Span) -> Span:
    """The span from the quotation mark that opens just before it, where it is closed inside."""
    text = span.of(body)
    closes = any(mark in text for mark in "»”") and not any(mark in text for mark in "«“")
    return (
        Span(span.start - 1, span.end) if closes and body[span.start - 1 : span.start] in ("«", "“") else span
    )


def closed(body: str, span: Span) -> Span:
    """The span with the closing quotation mark of a quotation that opens inside it."""
    text = span.of(body)
    if text.count("(") > text.count(")") and body[span.end : span.end + 1] == ")":
        return Span(span.start, span.end + 1)
    begins = any(mark in text[:-1] for mark in '«“"”') and text[-1:] not in _CLOSERS
    follows = body[span.end : span.end + 1] in _CLOSERS
    uneven = sum(text.count(mark) for mark in '«»“”″"') % 2 == 1
    return Span(span.start, span.end + 1) if begins and follows and uneven else span

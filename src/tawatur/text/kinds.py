"""Which paragraphs of a page are the report, and which only stand beside it."""

import re
from collections.abc import Sequence

from .folding import fold
from .furniture import Furniture

_ASIDE = ("furniture", "comment")
_BRACKETED_END = re.compile(r"\(\s*[^()]{2,60}\)\s*$")
_WORDS = re.compile(r"[^\W\d_]+")
_TOKENS = re.compile(r"[^\W\d_]+|\d+")
_ADDRESS = re.compile(r"https?://|www\.|t\.me/|@\w+\.\w+")
_LINK_HEAD = 24
_HEADLINE = 18
_LONG = 45
"""Words of a paragraph that can only be the report itself."""
_TAIL = 40
"""Words at the end of a paragraph in which furniture may start."""
_LINE = 8
"""Words of the longest line that is nothing but furniture."""
_MENU = 24
"""Words of the longest line of section names."""
_ENDS = '.!؟?…»”"\n'


def kinds_of(
    paragraphs: Sequence[str], furniture: Furniture, plain: Sequence[str] | None = None
) -> tuple[str, ...]:
    """Each paragraph's kind: lead, body, caption, credit, dateline, furniture or comment.

    ``plain`` gives the folded words of each paragraph where the caller has them already.
    """
    kinds: list[str] = []
    seen: set[str] = set()
    below, told = "", False
    for number, paragraph in enumerate(paragraphs):
        folded = plain[number] if plain else _plain(paragraph)
        size = folded.count(" ") + 1
        below = _heading(folded, size, furniture, told) or _still_below(below, size)
        told = told or (not below and size > _HEADLINE)
        repeated = size > 2 and folded in seen
        kind = "furniture" if repeated else _kind(paragraph, folded, "lead" in kinds, furniture)
        kinds.append(below or kind)
        seen.add(folded)
    return tuple(kinds)


def cut_tail(paragraph: str, furniture: Furniture, tokens: list[tuple[str, int]] | None = None) -> int:
    """The offset at which trailing furniture starts in a paragraph; its length if there is none."""
    words = tokens_of(paragraph) if tokens is None else tokens
    for index in range(max(1, len(words) - _TAIL), len(words)):
        phrases = furniture.heads.get(words[index][0], ())
        if not phrases and len(words) - index > _LINE:
            continue
        if not _after_an_end(paragraph, words[index][1]):
            continue
        rest = [word for word, _ in words[index:]]
        if " ".join(rest) in furniture.line or any(_opens_a_tail(rest, phrase) for phrase in phrases):
            return words[index][1]
    return len(paragraph)


def _opens_a_tail(words: Sequence[str], phrase: tuple[str, ...]) -> bool:
    """A single word opens only a short list of tags."""
    return tuple(words[: len(phrase)]) == phrase and (len(phrase) > 1 or len(words) <= 12)


def _after_an_end(paragraph: str, start: int) -> bool:
    before = paragraph[:start].rstrip(" \t\xa0/|-–—•#([«“")
    return not before or before[-1] in _ENDS


def _plain(paragraph: str) -> str:
    """The folded words of a line, without marks and signs."""
    return " ".join(word for word, _ in tokens_of(paragraph))


def tokens_of(paragraph: str) -> list[tuple[str, int]]:
    """Folded words and numbers, each with its place in the paragraph."""
    text, offsets = fold(paragraph)
    return [(match.group(), offsets[match.start()]) for match in _TOKENS.finditer(text)]


def _starts(folded: str, phrases: tuple[str, ...]) -> bool:
    return f"{folded} ".startswith(phrases)


def _heading(folded: str, size: int, furniture: Furniture, told: bool) -> str:
    """The kind that a heading gives to itself and to what follows it; lists stand after what is told."""
    if size <= 12 and _starts(folded, furniture.comments):
        return "comment"
    if told and folded in furniture.list:
        return "furniture"
    return (
        "furniture"
        if size <= 4 and (_starts(folded, furniture.rest) or _starts(folded, furniture.opener))
        else ""
    )


def _still_below(below: str, size: int) -> str:
    """Comments run to the end; lists of headlines end at the first long paragraph."""
    if below == "comment" or size <= _HEADLINE:
        return below
    return ""


def _kind(paragraph: str, folded: str, has_lead: bool, furniture: Furniture) -> str:
    if folded.count(" ") > _LONG:
        return "body" if has_lead else "lead"
    if _is_furniture(paragraph, folded, furniture):
        return "furniture"
    if _is_credit(paragraph, folded, furniture):
        return "credit"
    if not has_lead and _is_dateline(paragraph, folded, furniture):
        return "dateline"
    if _is_caption(paragraph, folded, furniture):
        return "caption"
    return "body" if has_lead else "lead"


def _is_furniture(paragraph: str, folded: str, furniture: Furniture) -> bool:
    words = folded.split()
    if not _WORDS.search(folded) or folded in furniture.line or _is_date_line(words, furniture):
        return True
    if _is_menu(words, furniture):
        return True
    return (
        _is_opened(folded, words, furniture) or _is_link(paragraph, furniture) or _is_signs(paragraph, words)
    )


def _is_menu(words: Sequence[str], furniture: Furniture) -> bool:
    """Nothing but names of sections, networks and buttons, side by side."""
    return 1 < len(words) <= _MENU and all(word.isdigit() or word in furniture.menu for word in words)


def _is_opened(folded: str, words: Sequence[str], furniture: Furniture) -> bool:
    """A line opened by a telling phrase; a single word tells nothing of a longer line."""
    if len(words) > 30 or words[0] not in furniture.heads:
        return False
    if len(words) == 1:
        return _starts(folded, furniture.tail) or _starts(folded, furniture.opener)
    longer = tuple(p for p in furniture.tail + furniture.opener if p.count(" ") > 1)
    return _starts(folded, longer)


def _is_link(paragraph: str, furniture: Furniture) -> bool:
    """ "Read also: another headline": one telling word will do before a colon."""
    head, colon, rest = paragraph.partition(":")
    if not colon or "\n" in rest.strip() or len(head) > _LINK_HEAD:
        return False
    name = _plain(head)
    return name in furniture.link or f"{name} " in furniture.opener + furniture.tail


def _is_date_line(words: Sequence[str], furniture: Furniture) -> bool:
    return len(words) <= 12 and all(word.isdigit() or word in furniture.date for word in words)


def _is_signs(paragraph: str, words: Sequence[str]) -> bool:
    """Addresses alone, and tags alone."""
    if _ADDRESS.search(paragraph) and len(words) <= 10:
        return True
    parts = paragraph.split()
    return bool(parts) and all(part.startswith("#") for part in parts)


def _is_caption(paragraph: str, folded: str, furniture: Furniture) -> bool:
    if len(folded.split()) > 45:
        return False
    if _starts(folded, furniture.caption):
        return True
    credited = _BRACKETED_END.search(paragraph)
    return bool(credited and len(folded.split()) > 3 and not _numeric(credited.group()))


def _numeric(text: str) -> bool:
    return any(letter.isdigit() for letter in text)


def _is_credit(paragraph: str, folded: str, furniture: Furniture) -> bool:
    words = folded.split()
    if len(words) > 7 or paragraph.rstrip().endswith("."):
        return False
    marked = ":" in paragraph or "/" in paragraph or "|" in paragraph or len(words) <= 2
    return marked and _starts(folded, furniture.credit)


def _is_dateline(paragraph: str, folded: str, furniture: Furniture) -> bool:
    """A short first line: a place and a name joined by a dash, or a date ending in an agency."""
    size = len(folded.split())
    if size > 14 or paragraph.rstrip().endswith("."):
        return False
    if any(f"{folded} ".endswith(" " + name) or folded.startswith(name) for name in furniture.agency):
        return size <= 5 - ("(" in paragraph) or _numeric(paragraph)
    dashed = bool(re.search(r"\s[-–—|/]\s|[-–—]", paragraph)) and "(" not in paragraph
    return size <= 5 and dashed and not _numeric(paragraph)

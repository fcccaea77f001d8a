"""A body without the marks that change its look and not its words, and the way back."""

import re
import unicodedata
from collections.abc import Sequence

_MARK = (
    "\u00ad\u0300-\u036f\u0610-\u061a\u061c\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed"
    "\u08d3-\u08ff\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufe00-\ufe0f\ufeff"
)
_FORM = "\ufb50-\ufbb1\ufbd3-\ufdfb\ufe70-\ufefc"
_DISGUISED = re.compile(f"[{_MARK}{_FORM}]")
_IS_MARK = re.compile(f"[{_MARK}]")


def unmarked(body: str) -> tuple[str, Sequence[int]]:
    """The body without diacritics and bidi marks, presentation forms as letters; and the way back.

    The places have one item more than the text has characters: the length of the body.
    """
    if not _DISGUISED.search(body):
        return body, range(len(body) + 1)
    pieces: list[str] = []
    places: list[int] = []
    after = 0
    for match in _DISGUISED.finditer(body):
        letters = _letters(match.group())
        pieces += (body[after : match.start()], letters)
        places += (*range(after, match.start()), *[match.start()] * len(letters))
        after = match.end()
    return "".join([*pieces, body[after:]]), [*places, *range(after, len(body) + 1)]


def _letters(char: str) -> str:
    return "" if _IS_MARK.match(char) else unicodedata.normalize("NFKC", char).strip()

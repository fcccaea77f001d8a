"""Names in quotation marks or brackets after a generic noun, and lists of them."""

from ..lexicon import Hit, Hits
from ..text import Text
from .place_context import is_several
from .place_ends import may_be_name

_OPENING = frozenset('"(/')
_CLOSING = frozenset("\")'/")
LONGEST_QUOTED = 3


def is_bracketed_list(text: Text, noun: Hit, at: int) -> bool:
    """ "The villages of (A and B)": the brackets hold several names."""
    following = text.words[at + 1 : at + 2]
    return (
        is_several(noun)
        and "(" in text.words[at].gap
        and any(word.form.startswith("و") for word in following)
    )


def bracketed_item(text: Text, hits: Hits, noun: Hit, at: int) -> int:
    """ "The villages of (A, B …": the word after a name that a comma or a bracket ends, or 0."""
    opened = any("(" in word.gap for word in text.words[noun.last : at + 1])
    if not is_several(noun) or not opened or not may_be_name(text, hits, at):
        return 0
    for end in range(at + 1, min(at + LONGEST_QUOTED, len(text.words) - 1) + 1):
        if {",", ")"} & set(text.words[end].gap):
            return end
        joined = text.words[end].form.startswith("و")
        if joined or text.words[end].gap != " " or not may_be_name(text, hits, end):
            return 0
    return 0


def is_quoted_list(text: Text, noun: Hit, at: int) -> bool:
    """ "The areas of “A and B”": the quotation marks hold several names."""
    end = quoted_end(text, at)
    return is_several(noun) and any(word.form.startswith("و") for word in text.words[at + 1 : end])


def quoted_end(text: Text, at: int) -> int:
    """The word after the closing mark of the quotation that opens before this word, or 0."""
    if not _OPENING & set(text.words[at].gap):
        return 0
    for i in range(at + 1, min(at + LONGEST_QUOTED + 2, len(text.words))):
        if _CLOSING & set(text.words[i].gap):
            return i
    return 0

"""Times that a rank is counted within: "the first attack since March"."""

from ..lexicon import Hits
from ..text import Text

_REACH = 7
"""Words between a word of rank and the time within which it ranks."""


def is_ranked_within(text: Text, hits: Hits, at: int) -> bool:
    """Whether the time that starts at a word only says among what an act is the first or the worst."""
    for word in range(at, max(0, at - _REACH), -1):
        if text.words[word].gap.strip(" \"'()[]"):
            return False
        if hits.at(word - 1, "date-rank"):
            return True
    return False

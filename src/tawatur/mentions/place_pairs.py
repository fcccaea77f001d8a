"""The two names after a dual noun: "in the two areas of the Clock and the Farouq"."""

from collections.abc import Mapping

from ..lexicon import Hit, Hits
from ..text import Text
from .place_context import noun_value
from .place_ends import end_of_name, ends_before, is_head, is_stopped

_LONGEST = 3
_SHORTEST = 2


def two_names(text: Text, hits: Hits, noun: Hit, known: Mapping[int, int]) -> list[tuple[int, int, int]]:
    """First word, word after and letters of "and" of each name that is not known; none where no two are told."""
    middle = _middle(text, hits, noun) if "dual" in noun.features and noun_value(noun)["drop"] else 0
    if not middle or not _may_name(text, hits, noun.last) or not _may_name(text, hits, middle):
        return []
    second = known.get(middle) or _end(text, hits, middle)
    if not second:
        return []
    both = ((noun.last, middle, 0), (middle, second, 1))
    return [name for name in both if known.get(name[0]) != name[1]]


def _middle(text: Text, hits: Hits, noun: Hit) -> int:
    """The word with "and" written onto it that opens the second name, after one or two words; else 0."""
    for at in range(noun.last, min(noun.last + _LONGEST, len(text.words))):
        form = text.words[at].form
        if text.words[at].gap != " " or text.words[at].number:
            return 0
        if at > noun.last and form.startswith("و") and len(form) > _SHORTEST:
            return at
        if hits.at(at, "place-relation") or hits.at(at, "particle"):
            return 0
    return 0


def _may_name(text: Text, hits: Hits, at: int) -> bool:
    inner = hits.at(at, "place-noun")
    barred = any(hits.at(at, kind) for kind in ("actor", "place-office", "place-after", "event"))
    return not barred and not (inner and noun_value(inner)["drop"]) and not _is_adjective(hits, at)


def _is_adjective(hits: Hits, at: int) -> bool:
    """ "Two areas wide and open": an adjective or a noun that no name is, without an article."""
    stop = hits.covering(at, "place-stop")
    return is_stopped(hits, at) and stop is not None and "ال" not in stop.proclitics


def _end(text: Text, hits: Hits, at: int) -> int:
    if text.words[at].form.startswith("وال"):
        return at + 1
    sure = is_head(hits, at) or ends_before(text, hits, at + 1)
    return end_of_name(text, hits, at, 1, bare=True) if sure else 0

"""Unheard names that only "near" or "in" before them and the end of the words behind them show to be places."""

from collections.abc import Iterator, Mapping

from ..lexicon import Hits
from ..text import Text
from .place_context import noun_front
from .place_ends import is_head, is_unheard
from .place_unknown import Unknown

_BESIDE = frozenset({"near", "outskirts"})
_OPENS = frozenset({" ", ' "'})
_MARKS = frozenset(",.;:!?()\n")
_MANY = ("ات", "ون")
"""Endings of people and things that are many."""
_FEMININE = "ة"
_PRONOUN = "ه"
_BEHIND = ("place-relation", "place-preposition", "place-after", "name-end", "particle", "result")
_COMMON = "place-common"
_JOINED = ("و", "ف")
_ACTS = ("event", "toll")


def find_near(text: Text, hits: Hits, known: Mapping[int, int]) -> Iterator[Unknown]:
    """ "Near X,", "on the outskirts of X with …", "in the surroundings of X Y in …": one bare word or two."""
    for relation in hits.of("place-relation"):
        at = relation.last
        if relation.value in _BESIDE and not relation.definite and at not in known and _opens(text, at):
            lasts = (last for last in (at + 1, at + 2) if _are_bare(text, hits, at, last))
            last = next((last for last in lasts if _ends_near(text, hits, last, known)), 0)
            if last:
                yield Unknown(at, last, 0, None)


def find_in(text: Text, hits: Hits, known: Mapping[int, int]) -> Iterator[Unknown]:
    """ "In X,", "at X.", "in X in B": one unheard word between the preposition and a mark or the place around."""
    for before in hits.of("particle"):
        at = before.last
        if before.value != "in" or before.proclitics == "ب" or at in known or not _opens(text, at):
            continue
        if is_bare(text, hits, at) and _ends_in(text, hits, at + 1, known):
            yield Unknown(at, at + 1, 0, None)


def _opens(text: Text, at: int) -> bool:
    return at < len(text.words) and text.words[at].gap in _OPENS


def _are_bare(text: Text, hits: Hits, first: int, last: int) -> bool:
    """Whether words in a row may be a name; of two the second is no everyday word, and neither is feminine."""
    if last > len(text.words) or any(text.words[i].gap != " " for i in range(first + 1, last)):
        return False
    if last - first > 1 and (_is_feminine(text, first) or not _goes_on(text, last - 1)):
        return False
    opened = last - first > 1 and is_head(hits, first) and is_unheard(text, hits, first + 1)
    return all(is_bare(text, hits, i) for i in range(first + opened, last))


def _goes_on(text: Text, at: int) -> bool:
    return not _is_feminine(text, at) and not text.words[at].form.startswith("و")


def is_bare(text: Text, hits: Hits, at: int) -> bool:
    """An indefinite word in the singular, with no pronoun, that means nothing else or is an everyday name."""
    word = text.words[at]
    if word.number or word.form.startswith("ال") or word.form.endswith(_MANY):
        return False
    if text.body[word.end - 1] == _PRONOUN:
        return False
    found = hits.starting(at)
    return is_unheard(text, hits, at) or bool(found and all(hit.category == _COMMON for hit in found))


def _is_feminine(text: Text, at: int) -> bool:
    return text.body[text.words[at].end - 1] == _FEMININE


def _ends_near(text: Text, hits: Hits, at: int, known: Mapping[int, int]) -> bool:
    """Whether a name ends here: a feminine word only where the place around follows, or the side of one."""
    if _is_held(text, hits, at, known) or hits.at(at, "place-relation"):
        return True
    if _is_feminine(text, at - 1):
        return False
    return _is_marked(text, at) or any(hits.at(at, kind) for kind in _BEHIND)


def _ends_in(text: Text, hits: Hits, at: int, known: Mapping[int, int]) -> bool:
    """Whether a name behind "in" ends here: before "in B", a mark, or "and abducted" where it is an everyday word."""
    if not is_unheard(text, hits, at - 1):
        acts = at < len(text.words) and text.words[at].form.startswith(_JOINED)
        return (acts and any(hits.at(at, kind) for kind in _ACTS)) or _is_masculine_end(text, at)
    return _is_held(text, hits, at, known) or _is_masculine_end(text, at)


def _is_masculine_end(text: Text, at: int) -> bool:
    return not _is_feminine(text, at - 1) and _is_marked(text, at)


def _is_marked(text: Text, at: int) -> bool:
    return at >= len(text.words) or bool(_MARKS & set(text.words[at].gap))


def _is_held(text: Text, hits: Hits, at: int, known: Mapping[int, int]) -> bool:
    """Whether "in B" or "in the district of …" follow, B a known place."""
    if at >= len(text.words) or text.words[at].gap != " ":
        return False
    noun = hits.at(at, "place-noun")
    if noun and noun_front(text, noun) == "ب":
        return True
    before = hits.at(at, "particle")
    inner = hits.at(at + 1, "place-noun")
    return bool(before and before.value == "in") and (inner.last if inner else at + 1) in known

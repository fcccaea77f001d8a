"""Names that no gazetteer has, known as places only by the generic noun before them."""

from collections.abc import Iterator
from typing import NamedTuple

from ..lexicon import Hit, Hits
from ..text import Text
from .place_context import is_several, noun_value

_PLAIN = frozenset(" \"'(")
_ENDING = frozenset(",.;\n")
_CLOSING = frozenset("\")'")
_LONGEST_QUOTED = 3
_SHORTEST = 3
_BARE_NAMES = frozenset(
    {
        "city",
        "town",
        "village",
        "quarter",
        "camp",
        "district-ye",
        "district-iq",
        "subdistrict",
        "hamlet",
        "markaz",
        "locality",
        "wadi",
        "junction",
        "outpost",
    }
)
_BOUNDED_NAMES = frozenset({"area", "barracks", "checkpoint", "axis", "front", "hill", "roundabout"})
"""Nouns after which an indefinite word is a name only if the words after it show so."""
_MAY_COVER = frozenset(
    {"place-noun", "place-head", "place-common", "name-part", "name-end", "given-name", "place-compass"}
)


class Unknown(NamedTuple):
    """Words after a generic noun that are read as a name."""

    first: int
    last: int
    cut: int
    noun: Hit


def find_second(text: Text, hits: Hits, noun: Hit, end: int, taken: frozenset[int]) -> Unknown | None:
    """ "The towns (two) of A and B": the second name, after a first that ends at ``end``."""
    if not is_several(noun) or end >= len(text.words) or end in taken:
        return None
    word = text.words[end]
    start = "و" if "dual" in noun.features else "وال"
    joined = word.form.startswith(start) and len(word.form) > len(start) + 2 and word.gap == " "
    return Unknown(end, end + 1, 1, noun) if joined and may_be_name(text, hits, end) else None


def find_unknown(text: Text, hits: Hits, taken: frozenset[int]) -> Iterator[Unknown]:
    """Names after "village", "quarter" and the like that are in no gazetteer."""
    for noun in hits.of("place-noun"):
        value = noun_value(noun)
        opens = value.get("opens") and not noun.definite and not noun.enclitic and "acc" not in noun.features
        if (
            opens
            and noun.first not in taken
            and not _is_body(hits, noun)
            and (name := _read(text, hits, noun, noun.last, taken))
        ):
            yield name
            yield from _also(text, hits, name, taken)


def _is_body(hits: Hits, noun: Hit) -> bool:
    """Whether the noun opens the name of a body ("the Front of …")."""
    return bool(hits.covering(noun.last, "actor") or hits.covering(noun.last, "place-trap"))


def _also(text: Text, hits: Hits, name: Unknown, taken: frozenset[int]) -> Iterator[Unknown]:
    """ "The villages of A and B": the second name."""
    at = name.last
    several = is_several(name.noun) and at < len(text.words) and at not in taken
    if several and text.words[at].form.startswith("وال") and may_be_name(text, hits, at):
        yield Unknown(at, at + 1, 1, name.noun)


def _read(text: Text, hits: Hits, noun: Hit, at: int, taken: frozenset[int]) -> Unknown | None:
    if at >= len(text.words) or at in taken or not _PLAIN.issuperset(text.words[at].gap):
        return None
    if (quoted := _quoted_end(text, at)) and quoted - at <= _LONGEST_QUOTED and not text.words[at].number:
        return Unknown(at, quoted, 0, noun)
    if not may_be_name(text, hits, at) or not _is_fit(text.words[at].form, noun):
        return None
    last = _end_of_name(text, hits, at)
    if last == at + 1 and noun.id in _BOUNDED_NAMES and not text.words[at].form.startswith("ال"):
        last = _end_of_bare(text, hits, at)
    return Unknown(at, last, 0, noun) if last else None


def _end_of_bare(text: Text, hits: Hits, at: int) -> int:
    """An indefinite word after "area" is a name before a definite word ("Miqass al-Hajar": both are the
    name) or before what says where it lies ("Ma'an, south of …"); 0 where neither follows."""
    second = at + 1
    if second >= len(text.words) or _ENDING & set(text.words[second].gap):
        return second
    if text.words[second].gap != " ":
        return 0
    if hits.at(second, "place-relation") or hits.at(second, "place-preposition"):
        return second
    form = text.words[second].form
    definite = form.startswith("ال") and len(form) > _SHORTEST and may_be_name(text, hits, second)
    return second + 1 if definite else 0


def _end_of_name(text: Text, hits: Hits, at: int) -> int:
    """A name of one word, or of two or three where the first needs the next; 0 where that is missing."""
    last = at + 1
    while hits.at(last - 1, "name-part") or (last == at + 1 and hits.at(at, "place-head")):
        if last >= len(text.words) or text.words[last].gap != " " or last - at >= _LONGEST_QUOTED:
            return 0
        last += 1
    return last


def _quoted_end(text: Text, at: int) -> int:
    """The word after the closing mark of the quotation that opens before this word, or 0."""
    if not {'"', "("} & set(text.words[at].gap):
        return 0
    for i in range(at + 1, min(at + _LONGEST_QUOTED + 2, len(text.words))):
        if _CLOSING & set(text.words[i].gap):
            return i
    return 0


def _is_fit(form: str, noun: Hit) -> bool:
    """A definite word may be a name after any noun, an indefinite one only after a few nouns."""
    if form.startswith("ال"):
        return True
    if noun.id in _BOUNDED_NAMES:
        return not is_several(noun) and not form.endswith(("ه", "ات", "ا", "ي")) and len(form) >= _SHORTEST
    return noun.id in _BARE_NAMES and not is_several(noun) and not form.endswith("يه") and len(form) > 2


def may_be_name(text: Text, hits: Hits, at: int) -> bool:
    """Whether a word has no known meaning that would keep it from being a name."""
    if text.words[at].number or hits.covering(at, "place-stop"):
        return False
    if hits.at(at, "place-head"):
        return True
    return all(hit.category in _MAY_COVER for hit in hits.starting(at) if hit.first == at)

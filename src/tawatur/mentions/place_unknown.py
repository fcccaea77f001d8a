"""Names that no gazetteer has, known as places by the generic noun before them."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from ..lexicon import Hit, Hits
from ..text import Text
from .place_context import introduces, is_direction, is_several, noun_front, noun_value
from .place_ends import (
    end_of_name,
    ends_before,
    is_head,
    is_unheard,
    is_verbal,
    may_be_name,
    sounds_adjective,
)
from .place_names import Named
from .place_pairs import two_names
from .place_quotes import LONGEST_QUOTED, bracketed_item, is_bracketed_list, is_quoted_list, quoted_end
from .place_units import end_of_number, end_of_person, end_of_unit

_PLAIN = frozenset(" \"'(/")
_LONGEST_LIST = 12
_SHORTEST = 3
_THEIR = ("هم", "هما")
_OWNED = 6
"""Letters of a noun and the pronoun of its owner; shorter are names ("Adham", "Jurhum")."""
_BARE_NAMES = frozenset(
    {
        "city",
        "town",
        "village",
        "quarter",
        "in-quarter",
        "camp",
        "district-ye",
        "district-iq",
        "subdistrict",
        "hamlet",
        "markaz",
        "locality",
        "wadi",
        "junction",
        "commune",
        "locality-sd",
        "outpost",
        "municipality",
        "so-named",
    }
)
_NAMED_SITES = frozenset({"roundabout", "hospital", "province", "square", "mosque", "region", "street"})
"""Nouns with which hardly any adjective goes but one in -i ("a field hospital")."""
_BOUNDED_NAMES = frozenset(
    {
        "area",
        "barracks",
        "checkpoint",
        "axis",
        "front",
        "hill",
        "post",
        "manned-post",
        "desert",
        "mountain",
        "crossing",
        "prison",
        "island",
        "plain",
        "castle",
        "dam",
        "bridge",
        "river",
        "police-station",
        "base",
        "forest",
        *_NAMED_SITES,
    }
)
"""Nouns after which an indefinite word is a name only if the words after it show so."""
_VILLAGES = frozenset({"village", "town", "hamlet"})
_TRUSTED = frozenset({"quarter", "in-quarter", "locality"})
"""Nouns after which a definite word is a name, whatever else it means."""

_ALSO_ADJECTIVES = frozenset({"locality-sd"})
_OFFICES = frozenset({"district-ye", "markaz", "sector", "municipality", "station", "post"})
"""Nouns of districts that are as well those of offices."""
_PEOPLE = frozenset({"toll", "person", "happening", "people", "title"})


_PLURALS = ("ين", "ون", "ات")
"""Endings of people and things that are many."""
_VERBAL_NOUNS = ("والت", "والا")


class Unknown(NamedTuple):
    """Words that are read as a name; ``noun`` is the generic noun that says so, if there is one."""

    first: int
    last: int
    cut: int
    noun: Hit | None


def find_unknown(
    text: Text, hits: Hits, known: Mapping[int, int], possible: Mapping[int, Named]
) -> Iterator[Unknown]:
    """Names after "village", "quarter" and the like that are in no gazetteer, and those listed after them.

    ``known`` gives for the first word of each known name the word after it; ``possible`` the names of the
    gazetteer that are places only if something else says so.
    """
    inside = {word for first, last in known.items() for word in range(first, last)}
    for noun in hits.of("place-noun"):
        opens = introduces(text, hits, noun) and not _is_adjective(text, hits, noun)
        if noun.first in inside:
            continue
        if (end := end_of_unit(text, hits, noun)) or (opens and (end := end_of_person(text, hits, noun))):
            yield Unknown(noun.last, end, 0, noun)
        elif opens and (end := end_of_number(text, hits, noun)):
            whole = noun.id == "sector"
            cut = len(noun_front(text, noun)) if whole else 0
            yield Unknown(noun.first if whole else noun.last, end, cut, None if whole else noun)
        elif opens and not _is_body(hits, noun):
            yield from _named_by(text, hits, noun, known, possible)


def _is_adjective(text: Text, hits: Hits, noun: Hit) -> bool:
    """ "Local sources" (محلية): no locality where no preposition and no "in" goes before."""
    if noun.id not in _ALSO_ADJECTIVES or noun_front(text, noun):
        return False
    before = noun.first - 1
    kinds = ("place-preposition", "place-relation", "particle", "event", "place-after")
    return not any(hits.covering(before, kind) for kind in kinds)


def _named_by(
    text: Text, hits: Hits, noun: Hit, known: Mapping[int, int], possible: Mapping[int, Named]
) -> Iterator[Unknown]:
    """The name after a noun; after "the villages of" every name of the list."""
    if two := two_names(text, hits, noun, known):
        yield from (Unknown(first, last, cut, noun) for first, last, cut in two)
        return
    at: int | None = noun.last
    end: int | None = None
    cut = 0
    for _ in range(_length(noun)):
        if at is None or at >= len(text.words):
            return
        end = known.get(at)
        if end is None or _is_first_half(text, noun, at, end, possible):
            name = _listed(text, hits, noun, possible.get(at)) or _read(text, hits, noun, at, cut)
            name = name or _between_listed(text, hits, noun, at, cut, known)
            if name:
                yield name
            end = name.last if name else end
            if end is None:
                return
        at, cut = _next_of_list(text, end)
    if end and at and not is_several(noun):
        yield from _one_more(text, hits, noun, at, cut, known)


def _is_first_half(text: Text, noun: Hit, at: int, end: int, possible: Mapping[int, Named]) -> bool:
    """ "The village of Mubarak al-Farhan": a known name that a definite word, no place itself, goes on with."""
    if noun.id not in _VILLAGES or end > at + 1 or end >= len(text.words) or end in possible:
        return False
    following = text.words[end]
    definite = text.words[at].form.startswith("ال")
    return not definite and following.gap == " " and following.form.startswith("ال")


def _listed(text: Text, hits: Hits, noun: Hit, name: Named | None) -> Unknown | None:
    """A name of the gazetteer in a list after the first name that a noun introduces."""
    if name is None or name.first == noun.last or '"' in text.words[name.first].gap:
        return None
    everyday = "," in text.words[name.first].gap and hits.covering(name.first, "place-common")
    if everyday or not may_be_name(text, hits, name.first):
        return None
    return Unknown(name.first, name.last, name.cut, noun)


def _one_more(
    text: Text, hits: Hits, noun: Hit, at: int, cut: int, known: Mapping[int, int]
) -> Iterator[Unknown]:
    """ "The village of A and the B", "the quarter of “A” and “B”": a second name that the noun does not count."""
    if at >= len(text.words) or at in known or noun.id not in _BARE_NAMES | {"area"}:
        return
    if text.words[at - 1].form == "و" and '"' in text.words[at].gap:
        end = quoted_end(text, at)
        if end and end - at <= LONGEST_QUOTED:
            yield Unknown(at, end, 0, noun)
    elif cut and _names_alone(text, hits, at, known):
        yield Unknown(at, at + 1, cut, noun)


def _names_alone(text: Text, hits: Hits, at: int, known: Mapping[int, int]) -> bool:
    """Whether "and the …" is a word that nothing else means, no plural and no verbal noun ("and the capture of")."""
    form = text.words[at].form
    if not form.startswith("وال") or form.endswith(_PLURALS) or form.startswith(_VERBAL_NOUNS):
        return False
    return is_unheard(text, hits, at) and (at + 1 in known or _is_told_where(text, hits, at + 1))


def _is_told_where(text: Text, hits: Hits, at: int) -> bool:
    """Whether a name ends before a mark, "in", the side on which it lies, or the place that holds it."""
    if at >= len(text.words) or text.words[at].gap != " ":
        return True
    before = hits.at(at, "particle")
    kinds = ("place-relation", "place-noun", "place-after")
    return bool(before and before.value == "in") or any(hits.at(at, kind) for kind in kinds)


def _between_listed(
    text: Text, hits: Hits, noun: Hit, at: int, cut: int, known: Mapping[int, int]
) -> Unknown | None:
    """ "The towns of A, the Hunter and B": between two names of a list a definite word is one, whatever it means."""
    end = at + 1
    listed = cut and text.words[at].form[cut:].startswith("ال") and not hits.at(at, "place-noun")
    if not listed or end not in known or not text.words[end].form.startswith("و"):
        return None
    return Unknown(at, end, cut, noun) if text.words[end].gap in (" ", ", ") else None


def _length(noun: Hit) -> int:
    """How many names a noun may introduce: one, two, or a list."""
    if not is_several(noun):
        return 1
    return 2 if "dual" in noun.features else _LONGEST_LIST


def _next_of_list(text: Text, end: int) -> tuple[int | None, int]:
    """The word after "and" or a comma, and the letters of "and" written onto it; None where the list ends."""
    if end >= len(text.words) or set(text.words[end].gap) & set(".;:\n!"):
        return None, 0
    form = text.words[end].form
    if form == "و":
        return end + 1, 0
    if form.startswith("و") and len(form) > _SHORTEST:
        return end, 1
    return (end, 0) if "," in text.words[end].gap else (None, 0)


def _is_body(hits: Hits, noun: Hit) -> bool:
    """Whether the noun opens the name of a body ("the Front of …") or of an office ("the centre for …")."""
    if noun.id in _OFFICES and hits.at(noun.last, "place-office"):
        return True
    return bool(hits.covering(noun.last, "actor") or hits.covering(noun.last, "place-trap"))


def _read(text: Text, hits: Hits, noun: Hit, at: int, cut: int) -> Unknown | None:
    listed = cut or "," in text.words[at].gap
    if not noun_value(noun).get("opens") or not (listed or _PLAIN.issuperset(text.words[at].gap)):
        return None
    if end := bracketed_item(text, hits, noun, at):
        return Unknown(at, end, cut, noun)
    listing = is_bracketed_list(text, noun, at) or is_quoted_list(text, noun, at)
    quoted = 0 if text.words[at].number or listing else quoted_end(text, at)
    if quoted and quoted - at <= LONGEST_QUOTED:
        return Unknown(at, quoted, 0, noun)
    if not (may_be_name(text, hits, at) or _is_trusted(text, hits, noun, at)):
        return None
    if not _is_fit(text, hits, noun, at, cut):
        return None
    bare = "dual" in noun.features or (noun.id in _BARE_NAMES and not is_several(noun))
    last = end_of_name(text, hits, at, cut, bare=bare, feminine=_is_feminine(text, noun))
    return Unknown(at, _past_hyphen(text, hits, last), cut, noun) if last else None


def _past_hyphen(text: Text, hits: Hits, last: int) -> int:
    """ "Tin-Akof": the unheard word that a bare hyphen joins to a name belongs to it."""
    while last < len(text.words) and text.words[last].gap == "-" and is_unheard(text, hits, last):
        last += 1
    return last


def _is_trusted(text: Text, hits: Hits, noun: Hit, at: int) -> bool:
    """ "The quarter of the Worker": after such a noun a definite word names, unless it is a place of its own."""
    inner = hits.at(at, "place-noun")
    if hits.at(at, "place-after"):
        return False
    if not text.words[at].form.startswith("ال"):
        return _is_held(text, hits, noun, at)
    if inner and (is_several(noun) or noun_value(inner)["drop"]):
        return False
    if noun_value(noun).get("shy"):
        return False
    if noun.id in _TRUSTED and not is_several(noun):
        return True
    if is_several(noun):
        return noun.id in _TRUSTED and _goes_on(text, at)
    stop = hits.at(at, "place-stop")
    if (stop and not stop.proclitics) or (hits.at(at, "event") and noun.id not in _BARE_NAMES):
        return False
    if noun.id != "camp" and any(hit.category in _PEOPLE for hit in hits.starting(at)):
        return False
    return _lies_in(text, hits, at + 1)


def _is_held(text: Text, hits: Hits, noun: Hit, at: int) -> bool:
    """ "In the quarter of X in the district of Y": an indefinite word, whatever else it means, but no adjective."""
    if noun.id not in _TRUSTED or is_several(noun) or hits.at(at, "place-noun") or hits.at(at, "place-stop"):
        return False
    adjective = sounds_adjective(text.words[at].form, feminine=_is_feminine(text, noun), plain=False)
    return not adjective and _lies_in(text, hits, at + 1)


def _goes_on(text: Text, at: int) -> bool:
    """ "The quarters of A and B": a masculine word that goes with no plural, and another after it."""
    if text.words[at].form.endswith("ه") or at + 1 >= len(text.words):
        return False
    return text.words[at + 1].gap == " " and text.words[at + 1].form.startswith("وال")


def _lies_in(text: Text, hits: Hits, at: int) -> bool:
    """ "… in the city of", "… which lies in": a generic noun with its preposition, or a definite attribute."""
    noun = hits.at(at, "place-noun")
    within = bool(noun and noun_front(text, noun) == "ب")
    return within or _is_pinned(text, hits, at - 1) or _is_measured(text, hits, at)


def _is_measured(text: Text, hits: Hits, at: int) -> bool:
    """ "The district of A (16 km east of B)": how far it is from elsewhere, in brackets."""
    if at >= len(text.words) or not text.words[at].number or "(" not in text.words[at].gap:
        return False
    return hits.at(at + 1, "place-measure") is not None


def _is_fit(text: Text, hits: Hits, noun: Hit, at: int, cut: int) -> bool:
    """A definite word may be a name after any noun, an indefinite one only after a few nouns."""
    form = text.words[at].form[cut:]
    if is_head(hits, at):
        return True
    if noun_value(noun).get("shy"):
        return is_unheard(text, hits, at) and (
            form.startswith("ال") or _is_surely_named(text, hits, noun, at)
        )
    if form.startswith("ال"):
        return True
    if is_several(noun) and "dual" not in noun.features:
        return _is_plain(text, hits, at) and (
            not form.endswith("ه") if not cut else _is_item(text, hits, at, cut)
        )
    inner = hits.at(at, "place-noun")
    if inner and noun_value(inner)["drop"]:
        return False
    if len(form) < _SHORTEST:
        return noun.id in (_BARE_NAMES | _BOUNDED_NAMES) and _is_annexed(text, hits, at)
    if noun.id in _BOUNDED_NAMES:
        plain = noun.id not in _NAMED_SITES and hits.at(noun.last - 1, "place-head") is None
        adjective = sounds_adjective(form, feminine=_is_feminine(text, noun), plain=plain)
        named = bool(cut or hits.at(at, "name-part")) or not adjective
        shown = named or _is_annexed(text, hits, at) or _lies_in(text, hits, at + 1)
        return shown and not is_verbal(text, hits, at) and not _is_theirs(form)
    return noun.id in _BARE_NAMES and (not form.endswith("يه") or _lies_in(text, hits, at + 1))


def _is_theirs(form: str) -> bool:
    """ "The area of their hiding (اختبائهم)": a noun with its owner, which opens no name."""
    return len(form) >= _OWNED and form.endswith(_THEIR)


def _is_surely_named(text: Text, hits: Hits, noun: Hit, at: int) -> bool:
    """ "The mine of Bongo east of …": an indefinite word that is no adjective, before a side or a place around it."""
    if sounds_adjective(text.words[at].form, feminine=_is_feminine(text, noun), plain=True):
        return False
    side = hits.at(at + 1, "place-relation")
    return bool(side and is_direction(str(side.value))) or _lies_in(text, hits, at + 1)


def _is_item(text: Text, hits: Hits, at: int, cut: int) -> bool:
    """Whether "and" with an unheard word goes on with a list: no verb ("and left"), and no preposition behind it."""
    form = text.words[at].form[cut:]
    if form.endswith(("ت", "وا")) or form.startswith(("ي", "ت")):
        return False
    end = at + 1
    if end >= len(text.words) or text.words[end].gap != " " or text.words[end].form.startswith("وال"):
        return True
    if text.words[end].form.startswith("و") and is_unheard(text, hits, end):
        return True
    return bool(hits.at(end, "place-relation") or hits.at(end, "place-noun"))


def _is_plain(text: Text, hits: Hits, at: int) -> bool:
    return is_unheard(text, hits, at) and not is_verbal(text, hits, at)


def _is_feminine(text: Text, noun: Hit) -> bool:
    return text.words[noun.last - 1].form.endswith("ه")


def _is_pinned(text: Text, hits: Hits, at: int) -> bool:
    """ "The area of X, which lies …": a definite attribute goes with no indefinite noun and adjective."""
    after = hits.at(at + 1, "place-after")
    return after is not None and after.id == "which-lies" and text.words[after.first].form.startswith("ال")


def _is_annexed(text: Text, hits: Hits, at: int) -> bool:
    """ "The area of Aqabat al-Jurd": an indefinite noun that a definite one follows is no adjective."""
    return not ends_before(text, hits, at + 1) and text.words[at + 1].form.startswith("ال")

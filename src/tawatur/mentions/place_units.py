"""Camps called after a unit, mosques and schools after a person, streets and quarters after a number or a day."""

from ..lexicon import Hit, Hits
from ..text import Text
from .place_context import is_several, noun_value

_NUMBERED = frozenset(
    {
        "quarter",
        "in-quarter",
        "street",
        "sector",
        "square",
        "point",
        "barracks",
        "bridge",
        "block",
        "crossing",
    }
)
"""Nouns of places that bear a number, or a day ("the square of 14 July")."""
_AFTER = ("place-relation", "place-preposition", "place-after", "place-noun")
_AFTER_PEOPLE = frozenset({"mosque", "church", "school"})
_OF_NAMES = frozenset(
    {"place-common", "place-trap", "place-ending", "name-part", "given-name", "takes", "unless"}
)
"""What the words of a person's name may be besides."""
_LONGEST_NAME = 4
_LONGEST = 2
"""Words behind a unit that are part of its name: "the first", "motorised"."""


def end_of_unit(text: Text, hits: Hits, noun: Hit) -> int:
    """ "The camp of the military police", "the base of the 35th brigade": the word after the unit, or 0."""
    unit = hits.at(noun.last, "place-unit")
    if not unit or not noun_value(noun).get("units") or unit.proclitics or not _joined(text, unit.first):
        return 0
    end = unit.last
    if not unit.value["numbered"]:
        nation = hits.at(end, "nation")
        return nation.last if nation and _joined(text, end) else end
    if not _joined(text, end) or not _is_number(text, hits, end):
        return 0
    end += 1
    while end < unit.last + _LONGEST + 1 and _joined(text, end) and hits.at(end, "quality"):
        end += 1
    return end


def end_of_person(text: Text, hits: Hits, noun: Hit) -> int:
    """ "The mosque of Umar ibn al-Khattab": the word after a person's name of two words or more, or 0."""
    if noun.id not in _AFTER_PEOPLE or is_several(noun) or text.words[noun.last - 1].form.startswith("ال"):
        return 0
    end = noun.last
    while end < noun.last + _LONGEST_NAME and _joined(text, end) and _is_of_name(text, hits, end):
        end += 1
    named = end > noun.last + 1 and (hits.at(noun.last, "place-common") or _is_definite(text, noun.last + 1))
    return end if named else 0


def _is_of_name(text: Text, hits: Hits, at: int) -> bool:
    form = text.words[at].form
    plain = not text.words[at].number and not form.startswith(("و", "ب", "ل"))
    plain = plain or hits.at(at, "name-part") is not None
    return plain and all(hit.category in _OF_NAMES for hit in hits.starting(at))


def _is_definite(text: Text, at: int) -> bool:
    """A definite word that is no adjective of the noun before ("the big", "the eastern")."""
    form = text.words[at].form
    return form.startswith("ال") and not form.endswith("يه")


def end_of_number(text: Text, hits: Hits, noun: Hit) -> int:
    """ "Street 5", "the quarter of 7 April": the word after the number that names a place, or 0."""
    at = noun.last
    if noun.id not in _NUMBERED or is_several(noun) or not _joined(text, at):
        return 0
    if not (text.words[at].number or hits.at(at, "number-word")):
        return 0
    if _joined(text, at + 1) and (month := hits.at(at + 1, "month")) and not month.proclitics:
        return month.last
    return at + 1 if text.words[at].number and _is_end(text, hits, at + 1) else 0


def _joined(text: Text, at: int) -> bool:
    return at < len(text.words) and text.words[at].gap == " "


def _is_number(text: Text, hits: Hits, at: int) -> bool:
    return text.words[at].number or bool(hits.at(at, "date-rank"))


def _is_end(text: Text, hits: Hits, at: int) -> bool:
    """A number that nothing counted follows: a mark, a preposition, the town in which it lies."""
    return not _joined(text, at) or any(hits.at(at, kind) for kind in _AFTER)

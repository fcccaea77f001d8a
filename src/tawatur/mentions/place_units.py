"""Camps called after a unit, and streets and quarters called after a number or a day."""

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

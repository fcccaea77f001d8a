"""What stands around a place's name: generic noun, relation, preposition, qualifier, compass."""

from typing import Any, NamedTuple

from ..lexicon import Hit, Hits
from ..text import Text

_BREAKS = frozenset(",.;:!?\n")
_STRUCK = 5
"""Words between "struck" and "the site of"."""
_STRIKES = frozenset({"armed_attack", "shelling", "air_strike", "drone_strike", "missile"})
_DIRECTIONS = frozenset(
    f"{side}_of"
    for side in ("north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest")
)


class Context(NamedTuple):
    """The words around a name. ``start`` is the first word of relation, noun and name together."""

    start: int
    end: int
    noun: Hit | None = None
    inherited: bool = False
    relation: str = "at"
    joined: bool = False
    preposed: bool = False
    qualifies: bool = False

    @property
    def level(self) -> str:
        """What the generic noun says the place is ("" where it says nothing)."""
        if not self.noun or (self.inherited and not is_several(self.noun)):
            return ""
        return str(noun_value(self.noun)["level"])

    @property
    def keeps_noun(self) -> bool:
        if not self.noun or self.inherited or noun_value(self.noun)["drop"]:
            return False
        return "pl" not in self.noun.features or noun_value(self.noun)["level"] == "feature"


def noun_value(noun: Hit) -> dict[str, Any]:
    """What the lexicon says of a generic noun: level, drop, opens."""
    value: dict[str, Any] = noun.value
    return value


def noun_front(text: Text, noun: Hit) -> str:
    """The preposition and the article written onto a generic noun, also where the lexicon has them as one word."""
    written = noun_value(noun).get("written")
    return text.words[noun.first].form[:1] if written else noun.proclitics


def is_several(noun: Hit) -> bool:
    """Whether a generic noun is dual or plural, and so introduces several names."""
    return bool({"dual", "pl"} & noun.features)


def is_direction(relation: str) -> bool:
    return relation in _DIRECTIONS


def introduces(text: Text, hits: Hits, noun: Hit, *, known: bool = False) -> bool:
    """Whether a generic noun stands before a name: indefinite, with no pronoun; "the site of X" only after
    "near", "struck" and the like, since media have sites too, or after "in" where a place of that name is known."""
    if noun.definite or noun.enclitic or "acc" in noun.features or _is_counted(text, noun):
        return False
    if "dual" in noun.features and text.words[noun.last - 1].form.endswith("ن"):
        return False
    if noun_value(noun).get("shy"):
        return _is_told(text, hits, noun)
    if not noun_value(noun).get("near") or hit_before(hits, text, noun.first, "place-relation"):
        return True
    before = hit_before(hits, text, noun.first, "particle") if known else None
    if before and before.value == "in":
        return True
    struck = hits.between("event", max(0, noun.first - _STRUCK), noun.first)
    return any(hit.value["type"] in _STRIKES and hit.value["part"] != "thing" for hit in struck)


def _is_told(text: Text, hits: Hits, noun: Hit) -> bool:
    """Whether "in", "near" or what struck it stands before a noun that opens no name of a thing ("a fuel station")."""
    thing = hits.at(noun.first, "thing")
    if thing and thing.last > noun.last:
        return False
    if hit_before(hits, text, noun.first, "place-relation"):
        return True
    return _is_preposed(text, hits, noun.first, noun.first, noun_front(text, noun))


def _is_counted(text: Text, noun: Hit) -> bool:
    """ "23 villages" (قرية): a noun in the singular right behind a number names none of them."""
    if not noun.first or not text.words[noun.first - 1].number or _BREAKS & set(text.words[noun.first].gap):
        return False
    return not noun_front(text, noun) and not is_several(noun)


def hit_before(hits: Hits, text: Text, word: int, category: str) -> Hit | None:
    """The hit of a category that ends right before a word, with no comma or full stop between."""
    if word == 0 or _BREAKS & set(text.words[word].gap):
        return None
    hit = hits.covering(word - 1, category)
    return hit if hit and hit.last == word else None


def read_context(
    text: Text, hits: Hits, first: int, last: int, proclitics: str, before: Context | None
) -> Context:
    """Read the words around a name; ``before`` is the context of a place that ends where this one begins."""
    noun, inherited = _noun(text, hits, first, proclitics, before)
    if noun and not inherited and _is_doubled(hits, noun, first, last):
        noun = None
    start = noun.first if noun and not inherited else first
    ending = hits.at(last, "place-compass") if noun and last < len(text.words) else None
    end = ending.last if ending and noun and _takes_compass(noun) else last
    front = proclitics if start == first else noun_front(text, noun) if noun else ""
    relation, reach = _relation(text, hits, start)
    if relation == "at" and (side := _side_of(text, hits, first, proclitics)):
        relation, reach = str(side.value), side.first
    return Context(
        start=reach,
        end=end,
        noun=noun,
        inherited=inherited,
        joined=bool(before and _joins(text, first, proclitics, before.end)),
        relation=before.relation if inherited and before and relation == "at" else relation,
        preposed=_is_preposed(text, hits, start, reach, front),
        qualifies=_qualifies(text, hits, first, start, front, noun)
        or bool(inherited and before and before.qualifies),
    )


def _qualifies(text: Text, hits: Hits, first: int, start: int, front: str, noun: Hit | None) -> bool:
    """Whether the place only tells whose a body or a person is: not where "in" is written onto it.

    A body with the article is not annexed: in "the army shelled the town of X" the two only stand side by side;
    and "at a short way from (على مقربة من) X" tells of no friends of X (مقربة من).
    """
    if hits.covering(first, "actor") and not (noun and noun_value(noun).get("units")):
        return True
    body = hit_before(hits, text, start, "place-qualifier")
    if body is None or body.definite or front.endswith("ب"):
        return False
    relation = hit_before(hits, text, start, "place-relation")
    return relation is None or relation.first >= body.first


def _noun(
    text: Text, hits: Hits, first: int, proclitics: str, before: Context | None
) -> tuple[Hit | None, bool]:
    noun = hit_before(hits, text, first, "place-noun") or _capital_of(hits, text, first)
    if noun and not proclitics and (noun.id == "capital" or introduces(text, hits, noun, known=True)):
        return noun, False
    if before and before.noun and _joins(text, first, proclitics, before.end):
        return before.noun, True
    return None, False


def _capital_of(hits: Hits, text: Text, first: int) -> Hit | None:
    """ "The Somali capital Mogadishu": the nationality stands between."""
    nation = hit_before(hits, text, first, "nation")
    noun = hit_before(hits, text, nation.first, "place-noun") if nation else None
    return noun if noun and noun.id == "capital" else None


def _is_doubled(hits: Hits, noun: Hit, first: int, last: int) -> bool:
    """Whether the name already has such a noun of its own ("the desert of Wadi X")."""
    inner = hits.at(first, "place-noun")
    if noun.id == "countryside":
        return False
    return bool(inner and last - first > 1 and not noun_value(noun)["drop"] and not noun_value(inner)["drop"])


def _joins(text: Text, first: int, proclitics: str, end: int) -> bool:
    """Whether "and", written onto the name or alone before a bracket, joins it to the place before."""
    if _BREAKS.difference(",") & set(text.words[first].gap):
        return False
    if proclitics.startswith("و") or (0 < first == end and "-" in text.words[first].gap):
        return end == first
    return end == first - 1 and text.words[end].form == "و"


def _takes_compass(noun: Hit) -> bool:
    return str(noun_value(noun)["level"]) == "feature" and not noun_value(noun)["drop"]


def _relation(text: Text, hits: Hits, start: int) -> tuple[str, int]:
    """The relation that stands before, and its first word."""
    hit = hit_before(hits, text, start, "place-relation")
    if not hit or (hit.definite and hit.id != "road"):
        return "at", start
    relation = "at" if hit.value == "middle" else str(hit.value)
    return relation, hit.first


def _side_of(text: Text, hits: Hits, first: int, proclitics: str) -> Hit | None:
    """ "The eastern countryside of X": the compass adjective before a name with the preposition "of"."""
    return hit_before(hits, text, first, "place-compass") if proclitics == "ل" else None


def _is_preposed(text: Text, hits: Hits, start: int, reach: int, front: str) -> bool:
    if reach < start or "ب" in front or "#" in text.words[start].gap:
        return True
    return bool(hit_before(hits, text, start, "place-preposition")) or _is_struck(text, hits, start)


def _is_struck(text: Text, hits: Hits, start: int) -> bool:
    """Whether an act or a thing right before it takes a place: "they shelled X", "the power station of X"."""
    if (thing := hit_before(hits, text, start, "thing")) and not thing.definite and not thing.enclitic:
        return True
    act = hit_before(hits, text, start, "event")
    if act is None or act.value["part"] == "thing":
        return False
    return act.value["type"] in _STRIKES or act.value["type"] == "territory"

"""Unknown names that stand in a list of known ones, or right before the place that contains them."""

from collections.abc import Iterator, Mapping

from ..lexicon import Hit, Hits
from ..text import Text
from .place_context import introduces, is_direction, noun_front, noun_value
from .place_ends import end_of_name, ends_before, is_head, is_unheard, may_be_name
from .place_told import is_bare
from .place_unknown import Unknown

_CONTAINERS = frozenset({"division1", "division2"})
_LONGEST = 2
_BRIEF = 5
"""Letters of an adjective that only looks like "in the …" (بالغة)."""
_SURE = "sure"
"""The heads that open names of places and nothing else."""
_ENOUGH_KNOWN = 2


def find_beside(text: Text, hits: Hits, known: Mapping[int, int]) -> Iterator[Unknown]:
    """ "In X, district of Y": an unknown word between a preposition and the noun of a division."""
    for noun in hits.of("place-noun"):
        at = noun.first - 1
        if (
            at > 0
            and noun.last in known
            and not noun_front(text, noun)
            and noun_value(noun)["level"] in _CONTAINERS
            and text.words[noun.first].gap in (" ", ", ")
        ):
            yield from _before_container(text, hits, at, known)


def find_before_relation(text: Text, hits: Hits, known: Mapping[int, int]) -> Iterator[Unknown]:
    """ "In X, west of Y": an unheard name between "in" and the side of a known place on which it lies."""
    for relation in hits.of("place-relation"):
        at = relation.first - 1
        if at < 1 or not is_direction(str(relation.value)) or not _names_place(hits, relation.last, known):
            continue
        if {" ", ", ", " ("}.isdisjoint({text.words[relation.first].gap}) or at in known:
            continue
        yield from _in_front(text, hits, at, known)


def find_before_noun(text: Text, hits: Hits, known: Mapping[int, int]) -> Iterator[Unknown]:
    """ "In X in the countryside of Y": an unheard name between "in" or "near" and a noun behind a further "in"."""
    for noun in hits.of("place-noun"):
        start = noun.first - 1 if _is_in(hits, noun.first) else noun.first
        within = start < noun.first or noun_front(text, noun).startswith("ب")
        at = start - 1
        if (
            at > 0
            and within
            and (noun.last in known or _divides(text, hits, noun))
            and at not in known
            and text.words[start].gap in (" ", ", ")
        ):
            yield from _in_front(text, hits, at, known, near=True)


def _divides(text: Text, hits: Hits, noun: Hit) -> bool:
    """ "In the province of X" (بمقاطعة): an unheard name behind the noun of a division."""
    division = noun_value(noun)["level"] in _CONTAINERS and noun_value(noun).get("opens")
    return bool(division) and noun.last < len(text.words) and is_unheard(text, hits, noun.last)


def find_between(text: Text, hits: Hits, known: Mapping[int, int]) -> Iterator[Unknown]:
    """ "Between X and Y", of which one is known: the other, a word that nothing else means; by road any two."""
    for between in hits.of("place-relation"):
        first = between.last
        if between.value not in ("between", "road") or first >= len(text.words):
            continue
        second = known.get(first) or first + 1
        if second >= len(text.words) or not text.words[second].form.startswith("و"):
            continue
        noun = hits.at(second, "place-noun")
        other = noun.last if noun and noun_front(text, noun) == "و" else second
        if first in known and _is_second(text, hits, second, known):
            yield Unknown(second, second + 1, 1, None)
        elif first not in known and other in known and is_bare(text, hits, first):
            yield Unknown(first, second, 0, None)
        elif _joins_two(text, hits, between, known):
            yield Unknown(first, second, 0, None)
            yield Unknown(second, second + 1, 1, None)


def _joins_two(text: Text, hits: Hits, between: Hit, known: Mapping[int, int]) -> bool:
    """ "The road between X and Y": two words that nothing else means."""
    first = between.last
    if between.value != "road" or first - between.first == 1 or first in known:
        return False
    return is_unheard(text, hits, first) and _is_second(text, hits, first + 1, known)


def _is_second(text: Text, hits: Hits, at: int, known: Mapping[int, int]) -> bool:
    return at not in known and is_unheard(text, hits, at) and ends_before(text, hits, at + 1)


def find_headed(text: Text, hits: Hits, known: Mapping[int, int]) -> Iterator[Unknown]:
    """ "In Kafr X", "Khirbat al-X": a word that opens names of places only, and the name behind it."""
    for head in hits.of("place-head"):
        if head.id != _SURE or head.first in known or head.last >= len(text.words):
            continue
        if text.words[head.last].gap != " " or "ال" in head.proclitics:
            continue
        cut = len(head.proclitics)
        told = head.proclitics == "ب" or (not cut and _is_told(hits, head.first))
        if (told and is_unheard(text, hits, head.last)) or _is_defined(text, hits, head.last):
            last = max(end_of_name(text, hits, head.first, cut, bare=True), head.last + 1)
            yield Unknown(head.first, last, cut, None)


def _is_defined(text: Text, hits: Hits, at: int) -> bool:
    return text.words[at].form.startswith("ال") and may_be_name(text, hits, at)


def _is_told(hits: Hits, at: int) -> bool:
    return _is_in(hits, at) or hits.covering(at - 1, "place-relation") is not None


def _names_place(hits: Hits, at: int, known: Mapping[int, int]) -> bool:
    noun = hits.at(at, "place-noun")
    return at in known or bool(noun and noun.last in known)


def _in_front(
    text: Text, hits: Hits, at: int, known: Mapping[int, int], *, near: bool = False
) -> Iterator[Unknown]:
    """The unheard words that end here, of which the first stands behind "in" (or "near") or has it written on."""
    for first in (at, at - 1):
        if first < 1 or first in known or not _may_open(text, hits, first, at):
            return
        cut = 1 if text.words[first].form.startswith("بال") and len(text.words[first].form) > _BRIEF else 0
        if cut or _is_in(hits, first) or (near and _is_told(hits, first) and not _is_by_road(hits, first)):
            yield Unknown(first, at + 1, cut, None)
            return
        definite = text.words[first].form.startswith("ال") and not is_head(hits, first - 1)
        if definite or text.words[first].gap != " ":
            return


def _is_by_road(hits: Hits, at: int) -> bool:
    relation = hits.covering(at - 1, "place-relation")
    return relation is not None and relation.value == "road"


def _may_open(text: Text, hits: Hits, first: int, at: int) -> bool:
    """An unheard word, or one that needs the next to be a name; a definite adjective goes with no definite word."""
    if first == at:
        return is_unheard(text, hits, at) or is_head(hits, at - 1)
    return is_head(hits, first) or (is_unheard(text, hits, first) and is_unheard(text, hits, at))


def _is_in(hits: Hits, at: int) -> bool:
    before = hits.covering(at - 1, "particle")
    return before is not None and before.value == "in" and before.last == at


def find_sites(text: Text, hits: Hits, known: Mapping[int, int]) -> Iterator[Unknown]:
    """ "In the industrial area of the city of X": a general name right before the town in which it lies."""
    for site in hits.of("place-site"):
        if (
            site.first not in known
            and _is_preposed(hits, site.first)
            and _lies_in(text, hits, site.last, known)
        ):
            yield Unknown(site.first, site.last, 0, site)


def _lies_in(text: Text, hits: Hits, at: int, known: Mapping[int, int]) -> bool:
    """Whether the words name the town around: "in the city of X", "of X", "north of X"."""
    if at >= len(text.words) or text.words[at].gap != " ":
        return False
    relation = hits.at(at, "place-relation") or hits.at(at, "particle")
    noun = hits.at(relation.last if relation else at, "place-noun")
    named = noun.last if noun else relation.last if relation else at
    tied = relation is not None or text.words[at].form.startswith("ب")
    return tied and named in known


def _before_container(text: Text, hits: Hits, at: int, known: Mapping[int, int]) -> Iterator[Unknown]:
    """The names that end right before a container: one, or two joined by "and"."""
    cut = 1 if text.words[at].form.startswith("وال") else 0
    if at in known or not is_unheard(text, hits, at) or text.words[at].gap != " ":
        return
    if cut and is_unheard(text, hits, at - 1) and at - 1 not in known and _is_preposed(hits, at - 1):
        yield Unknown(at - 1, at, 0, None)
        yield Unknown(at, at + 1, 1, None)
    elif cut and at - 1 in known and _is_preposed(hits, at - 1):
        yield Unknown(at, at + 1, 1, None)
    elif not cut and _is_preposed(hits, at):
        yield Unknown(at, at + 1, 0, None)


def _is_preposed(hits: Hits, at: int) -> bool:
    return bool(hits.covering(at - 1, "place-preposition") or hits.covering(at - 1, "place-relation"))


def find_along_road(text: Text, hits: Hits, known: Mapping[int, int]) -> Iterator[Unknown]:
    """ "On the road A - B": the words on either side of a dash after "road" are names."""
    for road in hits.of("place-relation"):
        dash = next((i for i in range(road.last + 1, road.last + 4) if _is_dash(text, i)), 0)
        if road.value != "road" or not dash or not _are_names(text, hits, road.last, dash):
            continue
        end = next((i for i in range(dash + 1, dash + 3) if ends_before(text, hits, i)), dash + 1)
        for first, last in ((road.last, dash), (dash, end)):
            if known.get(first) != last and _are_names(text, hits, first, last):
                yield Unknown(first, last, 0, None)


def _is_dash(text: Text, at: int) -> bool:
    return at < len(text.words) and "-" in text.words[at].gap and "\n" not in text.words[at].gap


def _are_names(text: Text, hits: Hits, first: int, last: int) -> bool:
    """Whether nothing but one blank parts the words, and each may be of a name."""
    inner = text.words[first + 1 : last]
    return all(word.gap == " " for word in inner) and all(
        may_be_name(text, hits, at) or hits.at(at, "place-ending") for at in range(first, last)
    )


def find_defined(text: Text, hits: Hits, known: Mapping[int, int]) -> Iterator[Unknown]:
    """ "In X, which lies …": a definite attribute goes with no indefinite noun, so X is a name."""
    for after in hits.of("place-after"):
        at = after.first - 1
        attribute = text.words[after.first]
        defined = after.id == "which-lies" and attribute.form.startswith("ال")
        if at < 1 or at in known or not defined or attribute.gap != " ":
            continue
        for name in _in_front(text, hits, at, known, near=True):
            if not any(text.words[i].form[name.cut :].startswith("ال") for i in range(name.first, name.last)):
                yield name


def find_before_dash(text: Text, hits: Hits, known: Mapping[int, int]) -> Iterator[Unknown]:
    """ "In the area of X – Y": words between a generic noun and the known town or district behind a dash."""
    for noun in hits.of("place-noun"):
        dash = next((i for i in range(noun.last + 1, noun.last + 1 + _LONGEST) if _is_dash(text, i)), 0)
        if not dash or noun.last in known or not introduces(text, hits, noun):
            continue
        inner = text.words[noun.last + 1 : dash]
        if dash in known and " " in text.words[dash].gap and all(word.gap == " " for word in inner):
            yield Unknown(noun.last, dash, 0, noun)


def find_dashed(text: Text, hits: Hits, known: Mapping[int, int]) -> Iterator[Unknown]:
    """ "A-B-C-D": names between dashes, where two at least are known."""
    starts = [i for i, word in enumerate(text.words) if "-" in word.gap]
    for run in _runs(text, starts):
        if sum(_is_known(at, known) for at in run) >= _ENOUGH_KNOWN:
            yield from (name for at in run if (name := _dashed(text, hits, at, known)))


def _runs(text: Text, starts: list[int]) -> Iterator[list[int]]:
    """Words after dashes that follow each other within three words, and the word before the first dash."""
    run: list[int] = []
    for at in starts:
        if run and (
            at - run[-1] > _LONGEST + 1 or any("\n" in w.gap for w in text.words[run[-1] + 1 : at + 1])
        ):
            if len(run) > _ENOUGH_KNOWN:
                yield run
            run = []
        run = [*run, at] if run else [max(at - 1, 0), at]
    if len(run) > _ENOUGH_KNOWN:
        yield run


def _is_known(at: int, known: Mapping[int, int]) -> bool:
    return at in known or at + 1 in known


def _dashed(text: Text, hits: Hits, at: int, known: Mapping[int, int]) -> Unknown | None:
    """The unknown name at a dash, after "outskirts of" too."""
    relation = hits.at(at, "place-relation")
    first = relation.last if relation else at
    if first >= len(text.words) or first in known or (relation and text.words[first].gap not in " -"):
        return None
    if not (is_head(hits, first) or is_unheard(text, hits, first)):
        return None
    last = end_of_name(text, hits, first, 0, bare=True)
    return Unknown(first, last, 0, None) if last else None

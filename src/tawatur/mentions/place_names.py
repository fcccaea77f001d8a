"""Gazetteer names in a text: at each word the longest name, with the clitics written onto it taken off."""

from collections.abc import Iterator
from typing import NamedTuple

from ..lexicon import Hits, Knowledge
from ..lexicon.gazetteer import Reading
from ..lexicon.morphology import Analysis, analyses
from ..model.spans import Span
from ..text import Text
from .place_ends import may_be_name

_INSIDE_NAME = frozenset(" \"'#-")


class Named(NamedTuple):
    """Words that are a name in the gazetteer: where, what clitics were cut, and which places bear it."""

    first: int
    last: int
    cut: int
    proclitics: str
    key: str
    ids: tuple[str, ...]


def find_names(text: Text, hits: Hits, knowledge: Knowledge) -> tuple[Named, ...]:
    """The longest gazetteer name at each word, none inside the name of a body or a medium."""
    gazetteer, morphology = knowledge.gazetteer, knowledge.matcher.morphology

    future = set("".join(morphology.proclitics.future))

    def cuts(form: str) -> Iterator[Analysis]:
        fronts = (cut for cut in analyses(form, morphology) if not future & set(cut.proclitics))
        return (cut for cut in fronts if not cut.proclitics.endswith(("ال", "لل")))

    found: list[Named] = []
    for i, word in enumerate(text.words):
        if found and i < found[-1].last:
            continue
        readings = () if word.number else gazetteer.readings(word.form, cuts)
        if not readings or _is_generic(hits, i):
            continue
        named = _longest(text, i, readings)
        if named and not _is_trapped(hits, named) and not _is_half(text, hits, named):
            found.append(named)
    return tuple(found)


def name_span(text: Text, named: Named) -> Span:
    """Where the name stands in the body, without clitics."""
    words = text.words
    start = text.letter(named.first, named.cut) if named.cut else words[named.first].start
    return Span(start, words[named.last - 1].end)


def _is_generic(hits: Hits, i: int) -> bool:
    """Whether the word is a noun such as "city", which introduces a name and is no part of it."""
    noun = hits.at(i, "place-noun")
    return bool(noun and noun.value["drop"] and not noun.value.get("whole") and not noun.definite)


def _is_half(text: Text, hits: Hits, named: Named) -> bool:
    """Whether a name of one word only opens another name ("the island of …", "Deir …")."""
    if (
        hits.at(named.first, "place-head")
        and named.last - named.first == 1
        and not named.key.startswith("ال")
    ):
        following = named.last < len(text.words) and text.words[named.last].gap == " "
        return following and may_be_name(text, hits, named.last)
    noun = hits.at(named.first, "place-noun")
    return bool(noun and noun.last == named.last and not noun.definite)


def _longest(text: Text, i: int, readings: tuple[Reading, ...]) -> Named | None:
    best: Named | None = None
    second = text.words[i + 1].form if i + 1 < len(text.words) else ""
    for reading in readings:
        for name in (*reading.names.get(second, ()), *reading.names.get("", ())):
            last = i + len(name.words)
            if (best is None or last > best.last) and _stands(text, i, name.words):
                best = Named(i, last, reading.cut, reading.proclitics, " ".join(name.words), name.ids)
    return best


def _stands(text: Text, i: int, words: tuple[str, ...]) -> bool:
    following = text.words[i + 1 : i + len(words)]
    if len(following) != len(words) - 1:
        return False
    return all(
        word.form == wanted and _INSIDE_NAME.issuperset(word.gap)
        for word, wanted in zip(following, words[1:], strict=True)
    )


def _is_trapped(hits: Hits, named: Named) -> bool:
    """Whether the name is only a part of a longer name of something else."""
    if (trap := hits.covering(named.first, "place-trap")) and trap.last >= named.last:
        return True
    actor = hits.covering(named.first, "actor")
    if hits.covering(named.first - 1, "place-preposition") and not (named.proclitics and actor):
        return False
    return bool(actor and actor.last >= named.last and actor.last - actor.first > named.last - named.first)

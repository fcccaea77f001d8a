"""Generate the forms of a lexeme, and strip clitics from a word, by the tables of a language pack."""

from collections.abc import Collection, Iterator
from pathlib import Path
from typing import NamedTuple

from msgspec import Struct, convert

from ..text import fold_phrase
from .entries import Entry, load_yaml

AGREEING = "agreeing"
"""A feature of forms whose other words have the article: the head must have it as well."""


_WEAK = str.maketrans("", "", "اوي")
"""Letters in which the passive of some verbs differs: none of them counts as a root's own."""


class Form(Struct, frozen=True):
    form: str
    features: str


class Proclitics(Struct, frozen=True):
    conjunctions: tuple[str, ...]
    prepositions: tuple[str, ...]
    future: tuple[str, ...]
    article: str
    fused_article: str


class Morphology(Struct, frozen=True):
    """The inflection tables of one language, as its morphology.yml states them."""

    proclitics: Proclitics
    enclitics: tuple[str, ...]
    noun: dict[str, tuple[Form, ...]]
    verb: dict[str, tuple[Form, ...]]


class Analysis(NamedTuple):
    """One way to cut a word: clitics, the base between them, and how many letters were cut in front."""

    proclitics: str
    base: str
    enclitic: str
    cut: int


def load_morphology(path: Path) -> Morphology:
    """Read a language's morphology.yml."""
    return convert(load_yaml(path), Morphology)


def forms_of(entry: Entry, morphology: Morphology) -> Iterator[tuple[str, str]]:
    """(folded form or phrase, features) of every inflected form of an entry.

    The head word of a phrase inflects; the rest stands as written, or agrees with a noun as an adjective does.
    """
    if entry.inflect == "verb":
        yield from _verb_forms(entry, morphology)
    elif entry.inflect == "noun":
        yield from _with_agreement(_noun_forms(entry, morphology), morphology.proclitics.article)
    else:
        yield from ((fold_phrase(phrase), "") for phrase in entry.words)


def _head_and_rest(phrase: str) -> tuple[str, str]:
    head, _, rest = fold_phrase(phrase).partition(" ")
    return head, f" {rest}" if rest else ""


def _filled(forms: tuple[Form, ...], stem: str, rest: str, extra: str = "") -> Iterator[tuple[str, str]]:
    for form in forms:
        yield form.form.replace("{}", stem) + rest, f"{form.features}{extra}"


def _noun_forms(entry: Entry, morphology: Morphology) -> Iterator[tuple[str, str]]:
    table = morphology.noun
    for phrase in entry.words + entry.feminine:
        head, rest = _head_and_rest(phrase)
        if head.startswith("ال") and len(head) > 4:
            yield head + rest, "sg definite"
        elif head.endswith("ه") and len(head) > 2:
            yield from _filled(table["feminine"], head[:-1], rest)
            if not entry.plural:
                yield from _filled(table["feminine_plural"], head[:-1], rest)
        else:
            yield from _filled(table["masculine"], head, rest)
            if not entry.plural:
                yield from _filled(table["masculine_plural"], head, rest)
    for phrase in entry.plural:
        yield from _filled(table["broken_plural"], *_head_and_rest(phrase))


def _with_agreement(forms: Iterator[tuple[str, str]], article: str) -> Iterator[tuple[str, str]]:
    """Every form, and of phrases those whose other words agree with the head: "the roadside bomb", "two shells"."""
    for form, features in forms:
        yield form, features
        head, *rest = form.split()
        if not rest or "construct" in features or rest[0].startswith((article, "ل")):
            continue
        definite = [word if word.startswith(article) else f"{article}{word}" for word in rest]
        yield " ".join((head, definite[0], *rest[1:])), f"{features} {AGREEING}"
        if len(rest) > 1:
            yield " ".join((head, *definite)), f"{features} {AGREEING}"
        ending = _ending(head, features)
        if ending:
            yield " ".join((head, *(_with_ending(word, ending) for word in rest))), features


def _ending(head: str, features: str) -> str:
    """What an accusative or a dual writes onto its adjectives as well."""
    return head[-2:] if "dual" in features else "ا" if "acc" in features else ""


def _with_ending(adjective: str, ending: str) -> str:
    if not adjective.endswith("ه"):
        return adjective + ending
    return adjective if ending == "ا" else f"{adjective[:-1]}ت{ending}"


def _verb_forms(entry: Entry, morphology: Morphology) -> Iterator[tuple[str, str]]:
    table = morphology.verb
    passives = {fold_phrase(phrase) for phrase in entry.passive} - {
        fold_phrase(phrase) for phrase in entry.words
    }
    for phrase in entry.words + entry.passive:
        voice = " passive" if fold_phrase(phrase) in passives else _active_of(fold_phrase(phrase), passives)
        head, rest = _head_and_rest(phrase)
        written = phrase.split()[0]
        if written.endswith("ى"):
            yield from _filled(table["past_long_alef"], head[:-1], rest, voice)
        elif written.endswith("ي"):
            yield from _filled(table["past_long_ya"], head[:-1], rest, voice)
        else:
            yield from _filled(table["past"], head, rest, voice)
    for phrase in entry.present:
        head, rest = _head_and_rest(phrase)
        if head[-1] in "يو" and len(head) > 3:
            yield from _filled(table["present_long"], head[1:-1], rest)
        else:
            yield from _filled(table["present"], head[1:], rest)


def _active_of(phrase: str, passives: Collection[str]) -> str:
    """The mark of a verb that no passive is spelled like: "هاجم" beside "هوجم"."""
    bare = phrase.translate(_WEAK)
    twins = (one for one in passives if len(one) == len(phrase) and one.translate(_WEAK) == bare)
    return " active" if any(one != phrase for one in twins) else ""


def analyses(word: str, morphology: Morphology) -> Iterator[Analysis]:
    """Every way to cut clitics from a folded word, the whole word first."""
    for proclitics, base, cut in _fronts(word, morphology.proclitics):
        yield Analysis(proclitics, base, "", cut)
        for enclitic in morphology.enclitics:
            if base.endswith(enclitic) and len(base) - len(enclitic) >= 2:
                yield Analysis(proclitics, base[: -len(enclitic)], enclitic, cut)


def _fronts(word: str, clitics: Proclitics) -> Iterator[tuple[str, str, int]]:
    """(proclitics, base, letters cut): conjunction, then preposition or future, then article."""
    for conjunction in ("", *clitics.conjunctions):
        if conjunction and not (word.startswith(conjunction) and len(word) > 2):
            continue
        rest = word[len(conjunction) :]
        for middle in ("", *clitics.prepositions, *clitics.future):
            if middle and not (rest.startswith(middle) and len(rest) > 3):
                continue
            yield from _articles(
                conjunction + middle, rest[len(middle) :], len(conjunction + middle), clitics
            )


def _articles(before: str, base: str, cut: int, clitics: Proclitics) -> Iterator[tuple[str, str, int]]:
    article, fused = clitics.article, clitics.fused_article
    yield before, base, cut
    if base.startswith(article) and len(base) > len(article) + 1:
        yield before + article, base[len(article) :], cut
    preposition = fused[0]
    if before.endswith(preposition) and base.startswith(preposition) and len(base) > 2:
        yield before + preposition, base[1:], cut + 1
        yield before, article + base[1:], cut + 1
        yield before, article + base, cut

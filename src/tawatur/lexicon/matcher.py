"""One pass of the compiled lexicon over the words of a text."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from mypy_extensions import mypyc_attr

from ..text import Text, Word
from .entries import Entry
from .hits import Hit, Hits
from .morphology import AGREEING, Analysis, Morphology, analyses, forms_of

_CACHE_LIMIT = 200_000
_GAPS = frozenset(" \n\"'()[]{}-/#")

Compiled = dict[str, tuple[tuple[int, str, str], ...]]
"""First word -> (entry number, features, rest of the phrase) of every form that starts with it."""


@mypyc_attr(acyclic=True)
class Start:
    """A form that may start at a word: its entry, features and clitics, and the words that must follow."""

    __slots__ = ("category", "cut", "enclitic", "features", "id", "proclitics", "rest", "value")

    def __init__(self, entry: Entry, features: frozenset[str], cut: Analysis, rest: tuple[str, ...]) -> None:
        self.category = entry.category
        self.id = entry.id
        self.value: Any = entry.value
        self.features = features
        self.proclitics = cut.proclitics
        self.enclitic = cut.enclitic
        self.cut = cut.cut
        self.rest = rest


@mypyc_attr(acyclic=True)
class Opening:
    """What may start at a word: forms of one word, and longer forms by the word that must follow.

    The longest stand first.
    """

    __slots__ = ("alone", "before")

    def __init__(self, alone: list[Start], before: dict[str, list[Start]]) -> None:
        self.alone = alone
        self.before = before


def _opening(starts: Iterable[Start]) -> Opening:
    alone: list[Start] = []
    before: dict[str, list[Start]] = defaultdict(list)
    for start in starts:
        if start.rest:
            before[start.rest[0]].append(start)
        else:
            alone.append(start)
    for longer in before.values():
        longer.sort(key=lambda start: -len(start.rest))
    return Opening(alone, dict(before))


def compile_forms(entries: Iterable[Entry], morphology: Morphology) -> Compiled:
    """Every inflected form of every entry, keyed by its first word."""
    compiled: dict[str, list[tuple[int, str, str]]] = defaultdict(list)
    for number, entry in enumerate(entries):
        for form, features in dict.fromkeys(forms_of(entry, morphology)):
            first, _, rest = form.partition(" ")
            compiled[first].append((number, features, rest))
    return {first: tuple(forms) for first, forms in compiled.items()}


class Matcher:
    """Finds the words of a lexicon in texts; the analyses of a word are cached, since words repeat."""

    def __init__(self, entries: tuple[Entry, ...], compiled: Compiled, morphology: Morphology) -> None:
        self.entries = entries
        self._compiled = compiled
        self._morphology = morphology
        self._openings: dict[str, Opening] = {}
        self._feature_sets: dict[str, frozenset[str]] = {}

    @property
    def morphology(self) -> Morphology:
        """The inflection tables that the forms were made with."""
        return self._morphology

    def hits(self, text: Text) -> Hits:
        """Every lexicon hit of a text."""
        return Hits(self._hits(text))

    def _hits(self, text: Text) -> list[Hit]:
        words, known = text.words, self._openings
        following = [*(word.form for word in words[1:]), ""]
        found: list[Hit] = []
        for i, word in enumerate(words):
            opening = known.get(word.form)
            if opening is None:
                opening = self._learn(word.form)
            for start in opening.before.get(following[i], ()) if opening.before else ():
                last = _end_of_phrase(words, i + 1, start.rest)
                if last:
                    found.append(_hit(text, i, last, start))
            for start in opening.alone:
                if start.enclitic != "ه" or text.last_letter(i) != "ة":
                    found.append(_hit(text, i, i + 1, start))
        return found

    def _learn(self, form: str) -> Opening:
        if len(self._openings) > _CACHE_LIMIT:
            self._openings.clear()
        opening = self._openings[form] = _opening(self._find_starts(form))
        return opening

    def _find_starts(self, form: str) -> Iterable[Start]:
        """The forms that a word may start; many write no hamza at the end ("الشهدا" for "الشهداء")."""
        found = list(self._starts_of(form))
        return found if found or not form.endswith("ا") else self._starts_of(f"{form}ء")

    def _starts_of(self, form: str) -> Iterator[Start]:
        seen = set()
        for cut in analyses(form, self._morphology):
            for number, features, rest in self._compiled.get(cut.base, ()):
                entry = self.entries[number]
                key = (number, features, rest)
                if key not in seen and _may_stand(entry, cut, features, rest):
                    seen.add(key)
                    yield Start(entry, self._features(features, cut), cut, tuple(rest.split()))

    def _features(self, features: str, cut: Analysis) -> frozenset[str]:
        definite = cut.proclitics.endswith(("ال", "لل"))
        key = f"{features} definite" if definite else features
        found = self._feature_sets.get(key)
        if found is None:
            found = self._feature_sets[key] = frozenset(key.split())
        return found


def _may_stand(entry: Entry, cut: Analysis, features: str, rest: str) -> bool:
    """Whether these clitics can be written onto this form."""
    front = cut.proclitics
    if rest and cut.enclitic:
        return False
    if "pronoun" in features and not cut.enclitic:
        return False
    if AGREEING in features and not front.endswith(("ال", "لل")):
        return False
    if entry.inflect == "verb":
        if front.endswith(("ال", "لل")) or "ب" in front or "ك" in front:
            return False
        if front.endswith(("ل", "س")) and "present" not in features:
            return False
        return cut.enclitic != "ي"
    if "س" in front or (front and "construct" in features and front.endswith(("ال", "لل"))):
        return False
    if cut.enclitic and (entry.inflect == "none" or front.endswith(("ال", "لل"))):
        return False
    return len(cut.base) > 2 or not front or front in ("و", "ال", "وال")


def _end_of_phrase(words: tuple[Word, ...], at: int, rest: tuple[str, ...]) -> int:
    """The word after the phrase if its other words follow, else 0; quotes and brackets do not matter."""
    last = at + len(rest)
    if last > len(words):
        return 0
    for number, wanted in enumerate(rest, at):
        word = words[number]
        if word.form != wanted or (word.gap != " " and not _GAPS.issuperset(word.gap)):
            return 0
    return last


def _hit(text: Text, first: int, last: int, start: Start) -> Hit:
    words = text.words
    return Hit(
        start.category,
        start.id,
        start.value,
        start.features,
        start.proclitics,
        start.enclitic,
        first,
        last,
        text.letter(first, start.cut) if start.cut else words[first].start,
        words[last - 1].end,
    )

"""Patterns over hits and mentions, as data writes them: ``{day:number} من? {month:month}``."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple, Protocol

from msgspec import Struct

from ..text import Text, fold_phrase
from .hits import Hits

_FREE = frozenset(" \n\"'()[]{}-/#")


class Placed(Protocol):
    """Anything that stands on words."""

    @property
    def first(self) -> int: ...
    @property
    def last(self) -> int: ...


class Element(NamedTuple):
    """One step of a pattern: a slot of some kinds, or literal words; may be left out."""

    name: str
    kinds: tuple[str, ...]
    words: tuple[tuple[str, ...], ...]
    optional: bool
    comma: bool


class Match(Struct, frozen=True):
    """Words that fit a pattern, and what stands in its named slots."""

    first: int
    last: int
    slots: dict[str, Any]

    def __getitem__(self, name: str) -> Any:
        return self.slots[name]

    def get(self, name: str) -> Any:
        return self.slots.get(name)


class Lattice:
    """The hits and mentions that patterns may use, by kind and first word."""

    def __init__(self, text: Text) -> None:
        self.text = text
        self._items: dict[str, dict[int, list[Any]]] = defaultdict(lambda: defaultdict(list))

    def add(self, kind: str, items: Iterable[Placed]) -> None:
        for item in items:
            self._items[kind][item.first].append(item)

    def add_hits(self, hits: Hits, *categories: str) -> None:
        for category in categories:
            self.add(category, hits.of(category))

    def at(self, kind: str, word: int) -> list[Any]:
        found = self._items.get(kind)
        return found.get(word, []) if found else []

    def firsts(self, kind: str) -> Iterable[int]:
        return sorted(self._items.get(kind, ()))


class Pattern:
    """A compiled pattern. The first element must not be optional."""

    def __init__(self, elements: tuple[Element, ...], source: str) -> None:
        self.elements = elements
        self.source = source

    @classmethod
    def parse(cls, source: str) -> "Pattern":
        """Read ``{name:kind|kind}``, words, ``a|b``, a trailing ``?``, and ``,`` for an optional comma."""
        return cls(tuple(_element(token) for token in source.split()), source)

    def matches(self, lattice: Lattice) -> Iterator[Match]:
        """Every place where the pattern fits, longest reading of each start first found."""
        for first in self._starts(lattice):
            best = None
            for last, slots in self._walk(lattice, first, first, 0):
                if best is None or last > best[0]:
                    best = (last, slots)
            if best:
                yield Match(first, best[0], dict(best[1]))

    def _starts(self, lattice: Lattice) -> Iterable[int]:
        head = self.elements[0]
        if head.kinds:
            return sorted({first for kind in head.kinds for first in lattice.firsts(kind)})
        forms = {words[0] for words in head.words}
        return [i for i, word in enumerate(lattice.text.words) if word.form in forms]

    def _walk(
        self, lattice: Lattice, start: int, at: int, step: int
    ) -> Iterator[tuple[int, tuple[tuple[str, Any], ...]]]:
        if step == len(self.elements):
            yield at, ()
            return
        element = self.elements[step]
        comma = step > 0 and self.elements[step - 1].comma
        for last, item in _fits(lattice, element, at) if _joined(lattice.text, start, at, comma) else ():
            for end, slots in self._walk(lattice, start, last, step + 1):
                yield end, ((element.name, item), *slots) if element.name else slots
        if element.optional:
            yield from self._walk(lattice, start, at, step + 1)


def _element(token: str) -> Element:
    if token == ",":
        return Element("", (), (), True, True)
    optional = token.endswith("?")
    token = token.removesuffix("?")
    if token.startswith("{"):
        name, _, kinds = token.strip("{}").partition(":")
        return Element(name, tuple((kinds or name).split("|")), (), optional, False)
    words = tuple(tuple(fold_phrase(word.replace("_", " ")).split()) for word in token.split("|"))
    return Element("", (), words, optional, False)


def _joined(text: Text, start: int, at: int, comma: bool) -> bool:
    if at == start:
        return True
    if at >= len(text.words):
        return False
    gap = text.words[at].gap
    return _FREE.issuperset(gap.replace(",", "") if comma else gap)


def _fits(lattice: Lattice, element: Element, at: int) -> Iterator[tuple[int, Any]]:
    for kind in element.kinds:
        for item in lattice.at(kind, at):
            yield item.last, item
    words = lattice.text.words
    for wanted in element.words:
        last = at + len(wanted)
        if tuple(word.form for word in words[at:last]) == wanted:
            yield last, None

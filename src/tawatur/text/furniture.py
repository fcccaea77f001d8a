"""The phrases that betray page furniture, as a language pack holds them."""

from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from .folding import fold_phrase


class Furniture(Struct, frozen=True, kw_only=True):
    """Folded phrases that betray page furniture, by how they betray it (see furniture.yml).

    Those that open a line have a blank behind them, so that they match whole words.
    """

    line: frozenset[str] = frozenset()
    opener: tuple[str, ...] = ()
    tail: tuple[str, ...] = ()
    rest: tuple[str, ...] = ()
    comments: tuple[str, ...] = ()
    caption: tuple[str, ...] = ()
    credit: tuple[str, ...] = ()
    date: frozenset[str] = frozenset()
    link: frozenset[str] = frozenset()
    menu: frozenset[str] = frozenset()
    list: frozenset[str] = frozenset()
    agency: tuple[str, ...] = ()
    heads: dict[str, tuple[tuple[str, ...], ...]] = {}


def furniture_of(entries: Iterable[Mapping[str, object]]) -> Furniture:
    """The record of furniture.yml's entries, each with ``value.place`` and ``words``."""
    found: dict[str, list[str]] = {}
    for entry in entries:
        value, words = entry["value"], entry["words"]
        if isinstance(value, Mapping) and isinstance(words, Sequence):
            found.setdefault(str(value["place"]), []).extend(fold_phrase(str(word)) for word in words)
    ordered = {place: _longest_first(found.get(place, ())) for place in _ORDERED}
    heads: dict[str, list[tuple[str, ...]]] = {}
    for phrase in ordered["tail"] + ordered["opener"]:
        heads.setdefault(phrase.split()[0], []).append(tuple(phrase.split()))
    return Furniture(
        heads={word: tuple(phrases) for word, phrases in heads.items()},
        line=frozenset(found.get("line", ())),
        date=frozenset(found.get("date", ())),
        link=frozenset(found.get("link", ())),
        menu=frozenset(word for phrase in found.get("menu", ()) for word in phrase.split()),
        list=frozenset(found.get("list", ())),
        **ordered,
    )


_ORDERED = ("opener", "tail", "rest", "comments", "caption", "credit", "agency")


def _longest_first(phrases: Iterable[str]) -> tuple[str, ...]:
    return tuple(f"{phrase} " for phrase in sorted(set(phrases), key=lambda phrase: (-len(phrase), phrase)))

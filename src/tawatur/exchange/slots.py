"""The fields by which two codings of one incident are compared, one small function for each."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any, NamedTuple

from tawatur.text import fold_phrase

from .codings import Coder, Coding

Values = Callable[[Coding], Sequence[Any]]
Same = Callable[[Any, Any], bool]

_GENERIC = frozenset(
    fold_phrase(word)
    for word in (
        "مدينة",
        "بلدة",
        "قرية",
        "منطقة",
        "حي",
        "محافظة",
        "ريف",
        "مخيم",
        "ناحية",
        "قضاء",
        "مديرية",
        "جبل",
    )
)


class Slot(NamedTuple):
    """A field: its name, the values that a coding gives it, and when two values agree."""

    name: str
    values: Values
    same: Same


def place_words(name: str | None) -> tuple[str, ...]:
    """A place name without generic nouns and articles, folded."""
    words = [word for word in fold_phrase(name or "").split() if word not in _GENERIC]
    return tuple(word[2:] if word.startswith("ال") and len(word) > 4 else word for word in words)


def same_place(one: str | None, other: str | None) -> bool:
    """Whether one name is the other, or holds it as whole words."""
    a, b = " ".join(place_words(one)), " ".join(place_words(other))
    return bool(a and b) and (f" {a} " in f" {b} " or f" {b} " in f" {a} ")


def same_speaker(one: str, other: str) -> bool:
    """Whether one name is the other, or holds it."""
    a, b = fold_phrase(one), fold_phrase(other)
    return a == b or bool(a and b and (a in b or b in a))


def _equal(one: Any, other: Any) -> bool:
    return bool(one == other)


def _shares_word(one: str, other: str) -> bool:
    return bool(set(fold_phrase(one).split()) & set(fold_phrase(other).split()))


def _same_voice(one: tuple[str, str], other: tuple[str, str]) -> bool:
    return one[1] == other[1] and same_speaker(one[0], other[0])


def _field(name: str) -> Values:
    def values(coding: Coding) -> Sequence[Any]:
        value = getattr(coding, name)
        return () if value in (None, "", ()) else (value,)

    return values


def _parties(coders: Iterable[Coder]) -> Sequence[str]:
    return tuple(dict.fromkeys(coder.party for coder in coders if coder.party))


def _known_victims(coding: Coding) -> Sequence[str]:
    return () if coding.victims in (None, "unknown") else (coding.victims,)


def _speakers(coding: Coding) -> Sequence[str]:
    return tuple(voice.chain[0] if voice.chain else "" for voice in coding.said_by)


def _voices(coding: Coding) -> Sequence[tuple[str, str]]:
    return tuple((voice.chain[0] if voice.chain else "", voice.stance) for voice in coding.said_by)


SLOTS = (
    Slot("type", _field("type"), _equal),
    Slot("stage", _field("stage"), _equal),
    Slot("date", _field("date"), _equal),
    Slot("place", _field("place"), same_place),
    Slot("killed", _field("killed"), _equal),
    Slot("injured", _field("injured"), _equal),
    Slot("detained", _field("detained"), _equal),
    Slot("abducted", _field("abducted"), _equal),
    Slot("victims", _known_victims, _equal),
    Slot("weapon", _field("weapon"), _shares_word),
    Slot("by", lambda coding: _parties(coding.by), _equal),
    Slot("against", lambda coding: _parties(coding.against), _equal),
    Slot("speaker", _speakers, same_speaker),
    Slot("speaker+stance", _voices, _same_voice),
)
NOT_SUMMED = ("stage", "speaker+stance")
"""Slots that the sum over all slots leaves out: one is nearly constant, one repeats another."""


def agreeing(one: Sequence[Any], other: Sequence[Any], same: Same) -> int:
    """How many values of one side have a value of their own on the other side that agrees."""
    left = list(other)
    found = 0
    for value in one:
        partner = next((rest for rest in left if same(value, rest)), None)
        if partner is not None:
            left.remove(partner)
            found += 1
    return found

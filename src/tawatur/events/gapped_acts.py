"""Acts told again without their noun: "seven raids on A, and another on B", "five raids on A and three on B"."""

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from ..lexicon import Hit
from .anchors import Anchor
from .grammar import is_joined_by
from .scene import Scene

_FAMILIES = ("bombardment",)
_UPON = "upon"
_ON = 2
"""Words between "another" and the place that it struck."""
_NEAR = 6
"""Words between a raid and the place that it struck."""


def gapped_acts(scene: Scene, anchors: Sequence[Anchor]) -> Iterator[Anchor]:
    """One more anchor for each count of the raids just told that has a place of its own."""
    for anchor in anchors:
        struck = scene.places(anchor.last, anchor.last + _NEAR)
        if struck and not anchor.is_verb and scene.family(anchor.type) in _FAMILIES:
            yield from _after(scene, anchor, anchors)


def _after(scene: Scene, anchor: Anchor, anchors: Sequence[Anchor]) -> Iterator[Anchor]:
    last = scene.text.sentences[anchor.sentence].last
    end = min(last, *(other.first for other in anchors if other.first > anchor.first), last)
    for word in range(anchor.last, end):
        counted = _end_of_count(scene, word)
        if counted and _strikes(scene, counted):
            yield _again(scene, anchor, word, counted)


def _end_of_count(scene: Scene, word: int) -> int | None:
    """The word after "and another" or "and three"; a count whose noun follows is none."""
    if not is_joined_by(scene, word, "و"):
        return None
    if again := scene.hits.at(word, "again"):
        return again.last
    number = scene.first_number(word, word + 2)
    return number.last if number is not None and not number.ordinal else None


def _strikes(scene: Scene, word: int) -> bool:
    """ "On" right behind the count, and a place."""
    particle = scene.hits.at(word, "particle")
    if particle is None or particle.value != _UPON:
        return False
    return bool(scene.places(word, word + 1 + _ON))


def _again(scene: Scene, anchor: Anchor, first: int, last: int) -> Anchor:
    span, told = scene.text.span(first, last), anchor.hit
    hit = Hit(told.category, told.id, told.value, frozenset(), "و", "", first, last, span.start, span.end)
    return replace(anchor, hit=hit, is_anew=False)

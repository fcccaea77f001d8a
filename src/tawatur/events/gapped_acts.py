"""Acts told again without their word: "seven raids on A, and another on B", "shot 24 down over A and 13 over B"."""

from collections.abc import Iterator, Mapping, Sequence

from msgspec.structs import replace

from ..lexicon import Hit
from .anchors import Anchor
from .grammar import is_joined_by
from .scene import Scene

_FAMILIES = ("bombardment",)
_DOWNED = "interception"
_WHERE = ("upon", "to")
_NEAR = 6
"""Words between a raid and the place that it struck."""
_OF_SEVERAL = 16
"""Words between what was shot down and the first place: "79 drones, of which 59 were over A"."""
_OF_PLACE = 4
"""Words between the particle and the place: "over the region of", "over each of"."""


def with_gapped_acts(scene: Scene, anchors: Sequence[Anchor]) -> tuple[Anchor, ...]:
    """The anchors and one more for each count of the raids just told, in place of the things that it counts."""
    added = list(_gapped_acts(scene, anchors))
    counted = {word for act in added for word in range(act.first, act.last)}
    kept = (anchor for anchor in anchors if anchor.first not in counted)
    return tuple(sorted((*kept, *added), key=lambda anchor: anchor.first))


def _gapped_acts(scene: Scene, anchors: Sequence[Anchor]) -> Iterator[Anchor]:
    """One more anchor for each count of the raids just told that has a place of its own."""
    for anchor in anchors:
        near = _OF_SEVERAL if anchor.type == _DOWNED else _NEAR
        if scene.first_place(anchor.last, anchor.last + near) and _may_go_on(scene, anchor):
            yield from _after(scene, anchor, anchors)


def _may_go_on(scene: Scene, anchor: Anchor) -> bool:
    """A noun of bombardment; what was shot down, by any word."""
    if anchor.type == _DOWNED:
        return True
    return not anchor.is_verb and anchor.part != "thing" and scene.family(anchor.type) in _FAMILIES


def _after(scene: Scene, anchor: Anchor, anchors: Sequence[Anchor]) -> Iterator[Anchor]:
    last = scene.text.sentences[anchor.sentence].last
    acts = (
        other.first
        for other in anchors
        if other.first > anchor.first and not _is_downed(scene, anchor, other)
    )
    things = {other.first: other.last for other in anchors if other.part == "thing"}
    for word in range(anchor.last, min(last, *acts, last)):
        counted = _end_of_count(scene, word, things)
        if counted and _strikes(scene, anchor, counted):
            yield _again(scene, anchor, word, counted)


def _is_downed(scene: Scene, anchor: Anchor, other: Anchor) -> bool:
    """The drones and missiles behind "shot down" are what was."""
    return anchor.type == _DOWNED and not other.is_verb and scene.family(other.type) in _FAMILIES


def _end_of_count(scene: Scene, word: int, things: Mapping[int, int]) -> int | None:
    """The word after "and another", "and three", "and three drones"."""
    if not is_joined_by(scene, word, "و") and not _is_added(scene, word):
        return None
    if again := scene.hits.at(word, "again"):
        return again.last
    number = scene.first_number(word, word + 2)
    if number is None:
        return things.get(word)
    if number.ordinal:
        return None
    return things.get(number.last, number.last)


def _is_added(scene: Scene, word: int) -> bool:
    """ "In addition to eight drones over C"."""
    before = scene.hits.covering(word - 1, "particle")
    return before is not None and before.last == word and before.value == "besides"


def _strikes(scene: Scene, anchor: Anchor, word: int) -> bool:
    """ "On" or "over" right behind the count, and a place; for what was shot down also "in"."""
    particle = scene.hits.at(word, "particle")
    where = (*_WHERE, "in") if anchor.type == _DOWNED else _WHERE
    if particle is None or particle.value not in where:
        return False
    return scene.first_place(word, particle.last + _OF_PLACE) is not None


def _again(scene: Scene, anchor: Anchor, first: int, last: int) -> Anchor:
    span, told = scene.text.span(first, last), anchor.hit
    hit = Hit(told.category, told.id, told.value, frozenset(), "و", "", first, last, span.start, span.end)
    return replace(anchor, hit=hit, part="noun", is_anew=False)

"""People counted once: wounded who died, one of those counted whom a source names."""

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from .scene import Scene
from .tolls import Toll

_NEXT = 1
"""Sentences between the wounding and the death of one person."""


def without_those_named(scene: Scene, tolls: Sequence[Toll]) -> list[Toll]:
    """The tolls without one of those counted before, named by who tells of it."""
    return [toll for number, toll in enumerate(tolls) if not _is_named_by(scene, toll, tolls[:number])]


def _is_named_by(scene: Scene, toll: Toll, before: Sequence[Toll]) -> bool:
    """ "The death of two in A, where B told of the death of the youth C": one of the two."""
    if not toll.low == toll.high == 1 or toll.hit.proclitics or not any(a.definite for a in toll.people):
        return False
    wholes = [t for t in before if t.sentence == toll.sentence and t.hit.rule == toll.hit.rule]
    several = [whole for whole in wholes if (whole.low or 0) > 1 and whole.last <= toll.first]
    return any(scene.hits_in("speech", whole.last, toll.hit.first) for whole in several)


def without_mortal_wounds(tolls: Sequence[Toll]) -> Iterator[Toll]:
    """The tolls, those wounded who are then told to have died counted only as dead."""
    for number, toll in enumerate(tolls):
        before = tolls[number - 1] if number else None
        after = tolls[number + 1] if number + 1 < len(tolls) else None
        if (after and _died(toll, after)) or (before and _is_told_how(before, toll)):
            continue
        yield replace(toll, people=before.people) if before and _died(before, toll) else toll


def _is_told_how(dead: Toll, wounded: Toll) -> bool:
    """ "The death of A, who was hit by a sniper": the wound of the one just counted as dead."""
    if (dead.slot, wounded.slot) != ("killed", "injured") or dead.sentence != wounded.sentence:
        return False
    one = wounded.low == wounded.high == dead.low == dead.high == 1
    return one and bool(dead.people) and dead.people == wounded.people


def _died(wounded: Toll, dead: Toll) -> bool:
    """Whether a death told of nobody anew is that of the one person wounded right before it."""
    if (wounded.slot, dead.slot) != ("injured", "killed") or dead.sentence - wounded.sentence > _NEXT:
        return False
    one = wounded.low == wounded.high == dead.low == dead.high == 1
    return one and (_is_the_same(wounded, dead) if dead.people else dead.span == dead.hit.span)


def _is_the_same(wounded: Toll, dead: Toll) -> bool:
    """The very words, or a definite "the child" for "a child"."""
    one, other = wounded.people[:1], dead.people[:1]
    return bool(one) and (one == other or (other[0].definite and one[0].rule == other[0].rule))

"""Which incidents of two codings of one report are the same happening."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from .codings import Coding
from .slots import same_place

_NEAR = (
    frozenset({"ground", "blast"}),
    frozenset({"ground", "bombardment"}),
    frozenset({"blast", "bombardment"}),
    frozenset({"ground", "control"}),
    frozenset({"control", "coercion"}),
)
_ENOUGH = 0.4
_UNTOLD = 0.3
"""What a field that one side leaves empty counts for."""


class Pair(NamedTuple):
    """Numbers of the two incidents in their lists."""

    gold: int
    coded: int


def pairs(gold: Sequence[Coding], coded: Sequence[Coding], families: Mapping[str, str]) -> list[Pair]:
    """One-to-one pairs, the most alike first; alike enough, and of the same or a near type family."""
    scored = sorted(
        (-likeness(a, b, families), i, j) for i, a in enumerate(gold) for j, b in enumerate(coded)
    )
    found: list[Pair] = []
    for score, i, j in scored:
        free = all(i != pair.gold and j != pair.coded for pair in found)
        if -score >= _ENOUGH and free:
            found.append(Pair(i, j))
    return found


def likeness(a: Coding, b: Coding, families: Mapping[str, str]) -> float:
    """0 to 1: how alike two codings are in type, place, day, toll and author."""
    kind = _kind(a, b, families)
    if not kind:
        return 0.0
    return 0.3 * kind + 0.3 * _place(a, b) + 0.15 * _day(a, b) + 0.15 * _toll(a, b) + 0.1 * _author(a, b)


def _kind(a: Coding, b: Coding, families: Mapping[str, str]) -> float:
    if a.type == b.type:
        return 1.0
    one, other = families.get(a.type), families.get(b.type)
    if one == other:
        return 0.7
    return 0.4 if {one, other} in _NEAR else 0.0


def _place(a: Coding, b: Coding) -> float:
    if same_place(a.place, b.place):
        return 1.0
    ours, theirs = ((c.place, *c.also_places, *c.within) for c in (a, b))
    if any(same_place(one, other) for one in ours for other in theirs):
        return 0.5
    return 0.0 if a.place and b.place else _UNTOLD


def _day(a: Coding, b: Coding) -> float:
    if not a.date or not b.date:
        return _UNTOLD
    if a.date == b.date:
        return 1.0
    return 0.5 if a.date[0] <= b.date[1] and b.date[0] <= a.date[1] else 0.0


def _toll(a: Coding, b: Coding) -> float:
    told = [(one, other) for one, other in ((a.killed, b.killed), (a.injured, b.injured)) if one and other]
    return max([_UNTOLD, *(1.0 if one == other else 0.0 for one, other in told)])


def _author(a: Coding, b: Coding) -> float:
    ours, theirs = ({coder.party for coder in c.by if coder.party} for c in (a, b))
    if not ours or not theirs:
        return _UNTOLD
    return 1.0 if ours & theirs else 0.0

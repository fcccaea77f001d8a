"""The battle behind which a place was taken, left or attacked: one happening with what came of it."""

from collections.abc import Sequence

from msgspec.structs import replace

from .drafts import Draft
from .scene import Scene

_CLASH = "armed_clash"
_MEANWHILE = "when"
_ENDS = ("territory", "armed_attack")


def without_battles(scene: Scene, drafts: Sequence[Draft]) -> list[Draft]:
    """Each taking of a place with the dead of the battle told behind it: "took A after clashes that killed ten"."""
    found = [(n, _end_of(scene, one, drafts)) for n, one in enumerate(drafts) if one.type == _CLASH]
    ends = {n: end for n, end in found if end is not None}
    return [
        _with(one, [drafts[n] for n, end in ends.items() if end == number])
        for number, one in enumerate(drafts)
        if number not in ends
    ]


def _end_of(scene: Scene, clash: Draft, drafts: Sequence[Draft]) -> int | None:
    """Which draft tells, in the sentence of a battle and before it, what the battle led to."""
    if not clash.tolls or len(clash.frames) > 1 or not _is_behind(scene, clash) or _has_own_place(clash):
        return None
    for number, one in enumerate(drafts):
        told = any(frame.sentence == clash.sentence and frame.first < clash.first for frame in one.frames)
        if told and one.type in _ENDS and one.background == clash.background:
            return number
    return None


def _is_behind(scene: Scene, clash: Draft) -> bool:
    """ "After battles (بعد معارك)": a bare noun right behind a word of cause or time."""
    act = clash.anchor
    if act is None or act.part != "noun" or act.definite or not act.first:
        return False
    causes = scene.hits_in("cause", act.first - 1, act.first)
    return any(cause.id != _MEANWHILE for cause in causes)


def _has_own_place(clash: Draft) -> bool:
    place = clash.place
    return place is not None and any(frame.first <= place.first < frame.end for frame in clash.frames)


def _with(one: Draft, battles: Sequence[Draft]) -> Draft:
    for battle in battles:
        one = replace(one, frames=(*one.frames, *battle.frames), tolls=(*one.tolls, *battle.tolls))
    return one

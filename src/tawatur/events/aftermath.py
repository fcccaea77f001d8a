"""How a raid ends, told as part of it: those who carried it out leave a place that they never held."""

from collections.abc import Sequence

from .drafts import Draft

_LEAVES = ("event/territory/withdraw", "event/territory/withdrawal")
_VISITS = ("sweep", "detention", "abduction", "property_destruction", "movement")
_STORMED = ("event/armed_attack/stormed", "event/armed_attack/storming")
_SAID_BEFORE = "actor/army-generic"
"""The force (القوة): the one told before."""
_NEAR = 3
"""Sentences from a raid to its end."""


def ends_raid(told: Sequence[Draft], draft: Draft) -> bool:
    """Whether a draft is only how a raid told before it ended."""
    if draft.anchor is None or draft.anchor.hit.rule not in _LEAVES:
        return False
    near = (one for one in told if 0 <= draft.sentence - one.frames[-1].sentence <= _NEAR)
    return any(_is_raid_of(one, draft) for one in near)


def _is_raid_of(raid: Draft, end: Draft) -> bool:
    came = raid.type in _VISITS or (raid.anchor is not None and raid.anchor.hit.rule in _STORMED)
    same = bool({actor.party for actor in raid.by} & {actor.party for actor in end.by})
    said_before = bool(end.by) and all(actor.rule == _SAID_BEFORE for actor in end.by)
    return came and (same or said_before)

"""How a raid ends, told as part of it: those who carried it out leave a place that they never held."""

from collections.abc import Sequence

from .drafts import Draft
from .kinds import LEAVES, VISITS

_STORMED = ("event/armed_attack/stormed", "event/armed_attack/storming")
_SAID_BEFORE = "actor/army-generic;"
"""The force (القوة): the one told before."""
_NEAR = 3
"""Sentences from a raid to its end."""


def ends_raid(told: Sequence[Draft], draft: Draft) -> bool:
    """Whether a draft is only how a raid told before it ended."""
    if not is_withdrawal(draft):
        return False
    near = (one for one in told if 0 <= draft.sentence - one.frames[-1].sentence <= _NEAR)
    return any(_is_raid_of(one, draft) for one in near)


def is_withdrawal(draft: Draft) -> bool:
    """Whether a draft tells that somebody left a place."""
    return draft.anchor is not None and draft.anchor.hit.rule in LEAVES


def _is_raid_of(raid: Draft, end: Draft) -> bool:
    came = raid.type in VISITS or (raid.anchor is not None and raid.anchor.hit.rule in _STORMED)
    return came and (bool(end.by) or _goes_on(raid, end)) and may_be_by_same(raid, end)


def _goes_on(raid: Draft, end: Draft) -> bool:
    """ "… and then withdrew (ثم انسحبت)": the verb has the subject of the raid told in its sentence."""
    return end.anchor is not None and end.anchor.is_verb and raid.frames[-1].sentence == end.sentence


def may_be_by_same(act: Draft, other: Draft) -> bool:
    """Whether two acts have an author in common, or one names none but the force told before."""
    ours, theirs = {actor.party for actor in act.by}, {actor.party for actor in other.by}
    said_before = all(actor.rule.startswith(_SAID_BEFORE) for actor in other.by)
    return bool(ours & theirs) or not ours or said_before

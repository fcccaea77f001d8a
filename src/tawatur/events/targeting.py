"""A chosen person: shot by hidden or private gunmen, or killed by a bomb stuck to a car."""

from .anchors import Anchor
from .drafts import Draft

_HIDDEN = ("unknown", "private-persons")
_SHOOTING = ("other_violence", "armed_attack")
_ATTACK = "armed_attack"
_SNIPER = "sniper"
_STICKY = "sticky-bomb"
_FEW = 2


def is_targeted(draft: Draft) -> bool:
    """One or two people chosen by those who attacked them (codebook, section 3)."""
    if draft.weapon and draft.weapon.id == _STICKY:
        return draft.type == "ied" and _kills_few(draft)
    if draft.type not in _SHOOTING or not draft.by or any(a.party not in _HIDDEN for a in draft.by):
        return False
    if any(_is_plain_noun(anchor) for frame in draft.frames for anchor in frame.anchors):
        return False
    return not (draft.weapon and draft.weapon.id == _SNIPER) and _kills_few(draft)


def _kills_few(draft: Draft) -> bool:
    """One or two people killed, as far as the report counts them."""
    killed = [t for t in draft.tolls if t.slot == "killed" and t.low]
    return bool(killed) and all((t.high or _FEW + 1) <= _FEW for t in killed)


def _is_plain_noun(anchor: Anchor) -> bool:
    """An act of a kind of its own, told by its noun; shooting is none."""
    plain = anchor.hit.value["strength"] == "plain" and not anchor.is_verb
    return plain and anchor.type != _ATTACK

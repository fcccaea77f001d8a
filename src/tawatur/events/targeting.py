"""A chosen person: shot by hidden or private gunmen, or killed by a bomb stuck to a car."""

from ..model.mentions import Actor
from .anchors import Anchor
from .drafts import Draft

_HIDDEN = ("unknown", "private-persons")
_SHOOTING = ("other_violence", "armed_attack")
_ATTACK = "armed_attack"
_SNIPER = "sniper"
_STICKY = "sticky-bomb"
_FEW = 2
_FIRE = ("event/armed_attack/opened-fire", "event/armed_attack/fire-at")


def is_targeted(draft: Draft) -> bool:
    """One or two people chosen by those who attacked them (codebook, section 3)."""
    if draft.weapon and draft.weapon.id == _STICKY:
        return draft.type == "ied" and _kills_few(draft)
    if draft.type not in _SHOOTING or not draft.by or any(a.party not in _HIDDEN for a in draft.by):
        return False
    if any(_is_plain_noun(anchor) for frame in draft.frames for anchor in frame.anchors):
        return False
    if draft.weapon and draft.weapon.id == _SNIPER:
        return False
    return _kills_few(draft) or _shoots_at_one(draft)


def _shoots_at_one(draft: Draft) -> bool:
    """Fire opened on one or two people told as such, of whose end nothing is said."""
    shot = draft.anchor is not None and draft.anchor.hit.rule in _FIRE
    struck = draft.against
    return shot and not draft.tolls and bool(struck) and all(_is_few(actor) for actor in struck)


def _is_few(actor: Actor) -> bool:
    return actor.head in ("person", "members", "class") and actor.counted and (actor.high or _FEW + 1) <= _FEW


def _kills_few(draft: Draft) -> bool:
    """One or two people killed, as far as the report counts them."""
    killed = [t for t in draft.tolls if t.slot == "killed" and t.low]
    return bool(killed) and all((t.high or _FEW + 1) <= _FEW for t in killed)


def _is_plain_noun(anchor: Anchor) -> bool:
    """An act of a kind of its own, told by its noun; shooting is none."""
    plain = anchor.hit.value["strength"] == "plain" and not anchor.is_verb
    return plain and anchor.type != _ATTACK

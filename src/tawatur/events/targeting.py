"""A chosen person: shot by hidden or private gunmen, or killed by a bomb stuck to a car."""

from ..model.mentions import Actor
from .anchors import Anchor
from .drafts import Draft
from .scene import Scene

_HIDDEN = ("unknown", "private-persons")
_SHOOTING = ("other_violence", "armed_attack")
_ATTACK = "armed_attack"
_SNIPER = "sniper"
_STICKY = "sticky-bomb"
_FEW = 2
_POSTS = (
    *(
        "position",
        "checkpoint",
        "barrier",
        "patrol",
        "military-vehicle",
        "police-station",
        "gendarmerie-post",
    ),
    *("base", "camp", "headquarters", "unit", "detachment", "tank", "market"),
)
_OBJECT = 5
"""Words of "gunmen attacked at dawn" before the post."""
_AIMED = ("event/armed_attack/targeting", "event/armed_attack/targeted")
_GUNS = ("bullets", "gun")
_SHOTS = ("event/armed_attack/shooting", "event/armed_attack/opened-fire", "event/armed_attack/fire-at")
_FIRE = ("event/armed_attack/opened-fire", "event/armed_attack/fire-at")


def is_targeted(scene: Scene, draft: Draft) -> bool:
    """One or two people chosen by those who attacked them (codebook, section 3)."""
    if draft.weapon and draft.weapon.id == _STICKY:
        return draft.type == "ied" and _kills_few(draft)
    if draft.type not in _SHOOTING or any(a.party not in _HIDDEN for a in draft.by):
        return False
    if not draft.by and not _is_shot_at(draft):
        return False
    if any(_is_plain_noun(anchor) for frame in draft.frames for anchor in frame.anchors):
        return False
    if (draft.weapon and draft.weapon.id == _SNIPER) or _is_on_post(scene, draft):
        return False
    return _kills_few(draft) or (bool(draft.by) and (_shoots_at_one(draft) or _wounds_few(draft)))


def _is_on_post(scene: Scene, draft: Draft) -> bool:
    """ "Attacked a checkpoint and killed a policeman": whoever stood there was hit, and nobody was chosen."""
    acts = (a for frame in draft.frames for a in frame.anchors if a.type == _ATTACK and a.part != "thing")
    return any(hit.id in _POSTS for a in acts for hit in scene.hits_in("thing", a.last, a.last + _OBJECT))


def _is_shot_at(draft: Draft) -> bool:
    """ "Killed when he was targeted by gunfire": nobody is named, but somebody was aimed at."""
    aimed = any(anchor.hit.rule in _AIMED for frame in draft.frames for anchor in frame.anchors)
    return aimed and draft.weapon is not None and draft.weapon.id in _GUNS


def _shoots_at_one(draft: Draft) -> bool:
    """Fire opened on one or two people told as such, of whose end nothing is said."""
    shot = draft.anchor is not None and draft.anchor.hit.rule in _FIRE
    struck = draft.against
    return shot and not draft.tolls and bool(struck) and all(_is_few(actor) for actor in struck)


def _wounds_few(draft: Draft) -> bool:
    """One or two people wounded by fire that was aimed at them, and nobody killed."""
    hurt = [t for t in draft.tolls if t.slot == "injured" and t.low]
    few = bool(hurt) and all((t.high or _FEW + 1) <= _FEW for t in hurt)
    return (
        few
        and not any(t.slot == "killed" for t in draft.tolls)
        and (_is_fired_at(draft) or _is_shot_at(draft))
    )


def _is_fired_at(draft: Draft) -> bool:
    return any(anchor.hit.rule in _SHOTS for frame in draft.frames for anchor in frame.anchors)


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

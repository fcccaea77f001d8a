"""What only the whole of a draft decides: a chosen victim, and who a crowd is."""

from msgspec.structs import replace

from ..model.mentions import Actor
from .anchors import Anchor
from .drafts import Draft
from .scene import Scene

_HIDDEN = ("unknown", "private-persons")
_SHOOTING = ("other_violence", "armed_attack")
_SNIPER = "sniper"
_FEW = 2


def settled(scene: Scene, draft: Draft) -> Draft:
    """The draft with the type and the parties that its fields together give it."""
    if _is_targeted(draft):
        draft = replace(draft, type="targeted_killing")
    if scene.family(draft.type) == "civil" and draft.type in ("protest", "riot"):
        draft = replace(draft, by=tuple(_as_protester(actor) for actor in draft.by[:1]))
    return draft


def _is_targeted(draft: Draft) -> bool:
    """One or two people whom hidden or private gunmen shot: a chosen person (codebook, section 3)."""
    if draft.type not in _SHOOTING or not draft.by or any(a.party not in _HIDDEN for a in draft.by):
        return False
    if any(_is_plain_noun(anchor) for frame in draft.frames for anchor in frame.anchors):
        return False
    if draft.weapon and draft.weapon.id == _SNIPER:
        return False
    killed = [t for t in draft.tolls if t.slot == "killed" and t.low]
    return bool(killed) and all((t.high or 99) <= _FEW for t in killed)


def _is_plain_noun(anchor: Anchor) -> bool:
    """An act of a kind of its own, told by its noun; shooting is none."""
    return anchor.hit.value["strength"] == "plain" and not anchor.is_verb and anchor.type not in _SHOOTING


def _as_protester(actor: Actor) -> Actor:
    """Whoever takes to the streets is a protester, whatever body they belong to."""
    return replace(actor, party="protesters", kind="civilians")

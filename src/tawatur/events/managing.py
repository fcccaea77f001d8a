"""A killing that somebody "managed": an attack, and who managed it is its author."""

from msgspec.structs import replace

from .drafts import Draft
from .grammar import can_act
from .scene import Scene
from .tolls import Toll

_NO_ACT, _ATTACK = "other_violence", "armed_attack"
_WRECKED = "property_destruction"
_BEFORE = ("من", "في")
_REACH = 10
"""Words of "the forces of the army managed yesterday to kill"."""


def with_attack(scene: Scene, draft: Draft) -> Draft:
    """ "The army managed to kill five", "we wrecked six cars and killed 80": an attack, whatever its means."""
    if draft.type == _WRECKED and _kills_enemies(draft):
        return replace(draft, type=_ATTACK)
    if draft.type != _NO_ACT or draft.anchor is not None:
        return draft
    for toll in draft.tolls:
        first = _managed_from(scene, toll)
        if first is not None:
            doers = [actor for actor in scene.actors(first, toll.first) if can_act(actor, armed=True)]
            return replace(draft, type=_ATTACK, by=draft.by or tuple(doers[:1]))
    return draft


def _kills_enemies(draft: Draft) -> bool:
    """Fighters killed who are not of those that did it."""
    killed = [actor for toll in draft.tolls if toll.slot == "killed" for actor in toll.people]
    own = {actor.party for actor in draft.by}
    return any(actor.kind == "combatants" and actor.party not in own for actor in killed)


def _managed_from(scene: Scene, toll: Toll) -> int | None:
    """The word behind "managed" in the clause of a killing told by its noun right after "from" or "in"."""
    if toll.slot != "killed" or scene.text.words[toll.first - 1].form not in _BEFORE:
        return None
    start = scene.text.sentence_of(toll.first).first
    found = scene.hits_in("managed", max(start, toll.first - _REACH), toll.first)
    return found[-1].last if found else None

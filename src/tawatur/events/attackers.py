"""What became of the attackers: told later, it is part of their attack and no act of its own."""

from collections.abc import Sequence

from msgspec.structs import replace

from ..model.mentions import Actor
from .drafts import Draft
from .scene import Scene

_ATTACKERS = ("actor/attacker", "actor/suicide-bomber", "actor/perpetrator")
_PART = ("armed_attack", "suicide_bombing", "other_violence", "targeted_killing")
"""What attackers do and suffer within their attack; a clash with them is another happening (codebook, section 1)."""
_CLASH = "armed_clash"
_ATTACK = ("ground", "blast")
_REPELLED = "event/armed_attack/foiled"
_OBJECT = 3
"""Words from "repelled" to those who were."""
_NEAR = 4
"""Sentences from an attack to what became of its attackers."""


def attack_of(scene: Scene, told: Sequence[Draft], draft: Draft) -> int | None:
    """The number, among those told before, of the attack whose attackers a draft is about."""
    people = (*_people(draft), *_repelled(scene, draft))
    if draft.type not in _PART or not any(_is_known_attacker(actor) for actor in people):
        return None
    for number in range(len(told) - 1, -1, -1):
        if _is_attack(scene, told[number], draft):
            return number
    return None


def only_attackers(draft: Draft) -> Draft:
    """The draft without who met the attackers and whom they met: the guards who killed them attacked nobody."""
    return replace(draft, by=tuple(actor for actor in draft.by if is_attacker(actor)), against=())


def _is_attack(scene: Scene, attack: Draft, draft: Draft) -> bool:
    near = 0 <= draft.sentence - attack.frames[-1].sentence <= _NEAR
    if (
        not near
        or scene.family(attack.type) not in _ATTACK
        or attack.type == _CLASH
        or attack.stage != "occurred"
    ):
        return False
    if attack.place and draft.place and attack.place.name != draft.place.name:
        return False
    return attack.time is None or draft.time is None or attack.time.latest == draft.time.latest


def _people(draft: Draft) -> tuple[Actor, ...]:
    return (*draft.by, *draft.against, *(actor for toll in draft.tolls for actor in toll.people))


def _repelled(scene: Scene, draft: Draft) -> tuple[Actor, ...]:
    """ "Our soldiers repelled (صدّ) the attackers": those behind the verb, whatever else they are."""
    act = draft.anchor
    if act is None or act.hit.rule != _REPELLED:
        return ()
    return tuple(scene.actors(act.last, act.last + _OBJECT))


def _is_known_attacker(actor: Actor) -> bool:
    """ "The attackers", "one of the attackers"; not "attackers", who are told for the first time."""
    return actor.definite and is_attacker(actor)


def is_attacker(actor: Actor) -> bool:
    """Whether somebody is told only as one who attacked."""
    return actor.rule.startswith(_ATTACKERS)

"""Whom a side fights where its act does not say so: the one enemy that the rest of the report gives it."""

from collections.abc import Sequence

from msgspec.structs import replace

from ..model.mentions import Actor
from .drafts import Draft
from .role_sides import distinct
from .scene import Scene

_AGAINST_SOMEBODY = ("territory", "armed_clash", "interception")
"""Acts that a side does to its enemy, whether or not he is named beside them."""
_BOMBARDS = ("shelling", "armed_attack", "air_strike", "drone_strike", "missile")
_LEAVING = (
    "event/territory/withdraw",
    "event/territory/withdrawal",
    "event/territory/flee",
    "event/territory/vacated",
)
_BESIDE = 3
"""Words between an act and the post that it struck."""


def with_enemies(scene: Scene, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts with the enemy of who did it, where they name nobody hit and the report knows one enemy."""
    return [_with_enemy(scene, draft, drafts) for draft in drafts]


def _with_enemy(scene: Scene, draft: Draft, drafts: Sequence[Draft]) -> Draft:
    if draft.against or not draft.by or not _has_enemy(scene, draft):
        return draft
    own = {actor.party for actor in draft.by}
    enemies = distinct([foe for other in drafts for foe in _facing(other, own)])
    if len(enemies) != 1 or enemies[0].party in own:
        return draft
    return replace(draft, against=(replace(enemies[0], rule=f"{_noun(enemies[0])}; side/enemy"),))


def _noun(actor: Actor) -> str:
    return actor.rule.partition(";")[0]


def _has_enemy(scene: Scene, draft: Draft) -> bool:
    if draft.type in _AGAINST_SOMEBODY:
        return draft.anchor is not None and draft.anchor.hit.rule not in _LEAVING
    return draft.type in _BOMBARDS and not draft.tolls and _strikes_post(scene, draft)


def _strikes_post(scene: Scene, draft: Draft) -> bool:
    """ "The shelling of the post of B": a post of nobody named, right behind the act, or where it happened."""
    starts = [anchor.last for frame in draft.frames for anchor in frame.anchors]
    posts = [hit for start in starts for hit in scene.hits_in("thing", start, start + _BESIDE)]
    if draft.place:
        posts += scene.hits_in("thing", max(0, draft.place.first - 1), draft.place.first + 1)
    return any(hit.value["head"] == "object" for hit in posts)


def _facing(draft: Draft, own: set[str]) -> Sequence[Actor]:
    """Those who stand in a draft on the other side from one of some parties, as armed bodies."""
    if {actor.party for actor in draft.by} & own:
        return [actor for actor in draft.against if _is_side(actor)]
    if {actor.party for actor in draft.against} & own:
        return [actor for actor in draft.by if _is_side(actor)]
    return ()


def _is_side(actor: Actor) -> bool:
    return actor.kind == "combatants" and actor.party != "unknown"

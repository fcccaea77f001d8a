"""Whom a side fights where its act does not say so: the one enemy that the rest of the report gives it."""

from collections.abc import Sequence

from msgspec.structs import replace

from ..lexicon import Hit
from ..model.mentions import Actor
from .drafts import Draft
from .role_cases import HOSTILE
from .role_sides import distinct, is_side
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
_CLASH = "armed_clash"
_FOUGHT = ("territory", "armed_attack", "armed_clash")
"""Acts beside which their own sentence may say who was fought."""
_BESIDE = 3
"""Words between an act and the post that it struck, between "battles" and "with"."""


def with_enemies(scene: Scene, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts with the enemy of who did it, where they name nobody hit and the report knows one enemy.

    What a report only recalls may be of other days, and of another enemy.
    """
    pair = _only_pair(drafts)
    faced = [_as_pair(draft, pair) if pair else draft for draft in drafts]
    return [_with_enemy(scene, draft, faced) for draft in faced]


def _only_pair(drafts: Sequence[Draft]) -> Draft | None:
    """The first draft that tells both sides of the report's fighting, if there are no other sides."""
    both = [
        d for d in drafts if len(d.by) == len(d.against) == 1 and is_side(d.by[0]) and is_side(d.against[0])
    ]
    pairs = {tuple(sorted((d.by[0].party, d.against[0].party))) for d in both}
    return both[0] if len(pairs) == 1 else None


def _as_pair(draft: Draft, pair: Draft) -> Draft:
    """ "The battles go on": between the two sides that the report knows."""
    if draft.type != "armed_clash" or draft.by or draft.against:
        return draft
    by, against = pair.by[0], pair.against[0]
    return replace(draft, by=(_enemy(by),), against=(_enemy(against),))


def _enemy(actor: Actor) -> Actor:
    return replace(actor, rule=f"{_noun(actor)}; side/enemy")


def _with_enemy(scene: Scene, draft: Draft, drafts: Sequence[Draft]) -> Draft:
    if not draft.by and draft.against and draft.stage == "foiled" and scene.family(draft.type) == "ground":
        return _with_attacker(draft, drafts)
    if draft.against or not draft.by:
        return draft
    enemy = _fought(scene, draft) if draft.type in _FOUGHT else None
    if enemy is None and not draft.background and _has_enemy(scene, draft):
        enemy = _only_enemy(draft.by, drafts)
    return replace(draft, against=(_enemy(enemy),)) if enemy and _may_face(draft, enemy) else draft


def _fought(scene: Scene, draft: Draft) -> Actor | None:
    """ "Took the town after battles with A": whom its own sentence says that it fought."""
    own = {actor.party for actor in draft.by}
    sentence = scene.text.sentences[draft.sentence]
    for role in scene.hits_in("role", sentence.first, sentence.last):
        if role.value not in ("with", "from-whom") or not _tells_clash(scene, role):
            continue
        foe = next((a for a in scene.actors(role.last, role.last + _BESIDE) if is_side(a)), None)
        if foe and foe.party not in own:
            return foe
    return None


def _tells_clash(scene: Scene, role: Hit) -> bool:
    """ "After battles with" as one phrase, or battles right before "with"."""
    acts = scene.hits_in("event", max(0, role.first - _BESIDE), role.last)
    return any(act.value["type"] == _CLASH for act in acts)


def _with_attacker(draft: Draft, drafts: Sequence[Draft]) -> Draft:
    """ "The army repelled the attack": that of the one enemy that the report gives it."""
    enemy = _only_enemy(draft.against, drafts) if all(is_side(actor) for actor in draft.against) else None
    return replace(draft, by=(_enemy(enemy),)) if enemy else draft


def _only_enemy(side: Sequence[Actor], drafts: Sequence[Draft]) -> Actor | None:
    """The one body that the report sets against a side."""
    own = {actor.party for actor in side}
    enemies = distinct([foe for other in drafts for foe in _facing(other, own)])
    return enemies[0] if len(enemies) == 1 and enemies[0].party not in own else None


def _may_face(draft: Draft, enemy: Actor) -> bool:
    """What flies is shot down against a body that the report names, not against a soldier that it counts."""
    named = enemy.head == "body" or (enemy.head == "members" and not enemy.counted)
    return draft.type not in ("interception", "territory") or named


def _noun(actor: Actor) -> str:
    return actor.rule.partition(";")[0]


def _has_enemy(scene: Scene, draft: Draft) -> bool:
    if draft.stage == "foiled" and scene.family(draft.type) in HOSTILE:
        return True
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
        return [actor for actor in draft.against if is_side(actor)]
    if {actor.party for actor in draft.against} & own:
        return [actor for actor in draft.by if is_side(actor)]
    return ()

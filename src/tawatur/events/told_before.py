"""Whom a pronoun of taking or freeing means: "they led him away", "his release"."""

from msgspec.structs import replace

from ..model.mentions import Actor
from .anchors import Anchor
from .drafts import Draft
from .scene import Scene

TAKEN = ("detention", "abduction")
FREED_OR_TAKEN = (*TAKEN, "release")
_HIM, _THEM = "ه", "هم"
_BEHIND = 3
"""Words behind an act in which "his freedom" stands."""
_PEOPLE = ("person", "class", "members")


def with_told_before(scene: Scene, draft: Draft) -> Draft:
    """The draft with the people last told of before it whom its pronoun may mean; somebody taken is a civilian."""
    act = draft.anchor
    if draft.against or draft.type not in FREED_OR_TAKEN or act is None:
        return draft
    pronoun = _pronoun(scene, act)
    who = _last_told(scene, draft, act, pronoun) if pronoun else None
    if who is None and draft.type in TAKEN and (pronoun == _HIM or draft.tolls):
        who = _somebody(act)
    return replace(draft, against=(replace(who, rule=f"{who.rule}; side/told-before"),)) if who else draft


def _pronoun(scene: Scene, act: Anchor) -> str:
    """The pronoun written onto the word of the act, onto "freedom" in it or onto "about" behind it."""
    if act.hit.enclitic in (_HIM, _THEM):
        return act.hit.enclitic
    told = scene.hits_in("told-before", act.first, act.last + _BEHIND)
    behind = [hit for hit in told if hit.value["behind"] and hit.first == act.last]
    inside = [hit for hit in told if not hit.value["behind"]]
    return next((str(hit.value["pronoun"]) for hit in (*behind, *inside)), "")


def _last_told(scene: Scene, draft: Draft, act: Anchor, pronoun: str) -> Actor | None:
    own = {actor.party for actor in draft.by}
    said = [(speaker.first, speaker.last) for speaker in scene.mentions.speakers]
    for actor in reversed(scene.actors(0, act.first)):
        if any(first <= actor.first < last for first, last in said) or actor.party in own:
            continue
        if actor.head in _PEOPLE and (actor.low == 1) == (pronoun == _HIM):
            return actor
    return None


def _somebody(act: Anchor) -> Actor:
    return Actor(
        span=act.hit.span,
        whole=act.hit.span,
        first=act.first,
        last=act.last,
        rule=f"role/{act.hit.rule}",
        party="civilians",
        head="person",
        low=1,
        high=1,
        kind="civilians",
    )

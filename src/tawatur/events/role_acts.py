"""Sides that the word of the act itself gives: its subject and object, and what is part of it."""

from ..model.mentions import Actor
from .anchors import Anchor
from .grammar import arguments, can_act
from .means import OVERFLIES
from .role_cases import HOSTILE, Case, governor, is_done_with_it, is_thing, is_verb
from .role_nouns import side_of_noun
from .scene import Scene

_SIDES = ("by", "against")
_SNIPER = "event/armed_attack/sniper-fire"
_REACH = 2
"""Words between a verb and what ل joins to it."""
_FAR = 6

_FINDS = ("property_destruction", "seizure", "clearance")
_SELF_MADE = "suicide_bombing"
_AIRCRAFT = "actor/aircraft"
_UNNAMED = ("actor/warplanes", "actor/aircraft-unnamed")
_SHOT = 2
"""Words between "shot down" and what was."""


def by_act(case: Case) -> str | None:
    """The side that the nearest act gives an actor in or beside it; "with the air force" is a means."""
    if case.actor.rule.startswith(_UNNAMED) and governor(case) == "with":
        return None
    if _only_flies(case):
        return "none"
    for anchor in case.frame.anchors:
        side = _beside(case, anchor)
        if side:
            return side
    return "against" if _owns_the_hit(case) else None


def _only_flies(case: Case) -> bool:
    """ "Shelled it, along with an overflight by Russian planes": beside another act, and no part of it."""
    beside = case.scene.hits_in("event", case.actor.first - _REACH, case.actor.first)
    return not case.tells_only("movement") and any(hit.rule in OVERFLIES for hit in beside)


def by_launching(case: Case) -> str | None:
    """ "Brought down a missile that A had fired (أطلقه)", "a missile of (ل) A": against A."""
    if not any(anchor.type == "interception" for anchor in case.frame.anchors):
        return None
    if case.actor.rule.startswith(_AIRCRAFT) and not _shoots(case):
        return "against"
    verb = case.scene.hits.covering(case.actor.first - 1, "event") if case.actor.first else None
    fired = verb is not None and is_verb(verb) and bool(verb.enclitic)
    return "against" if fired or _is_said_to_fire(case) or _owns_the_shot(case) else None


def _shoots(case: Case) -> bool:
    """ "War planes shot down a drone": what flew is no target where something else was shot down."""
    verb = next((anchor for anchor in case.frame.anchors if anchor.is_verb), None)
    behind = max(case.actor.last, verb.first + 1) if verb else 0
    return bool(verb and case.scene.hits_in("weapon", behind, behind + _SHOT))


def _is_said_to_fire(case: Case) -> bool:
    """ "The firing of a missile by (من قبل) A, and its interception"."""
    first = case.actor.first
    by = case.scene.hits.covering(first - 1, "role") if first else None
    if by is None or by.value != "by" or is_verb(by):
        return False
    acts = [anchor for anchor in case.frame.anchors if anchor.last <= by.first]
    return (
        bool(acts) and case.scene.family(acts[-1].type) == "bombardment" and acts[-1].type != "interception"
    )


def _owns_the_shot(case: Case) -> bool:
    """ "A missile of A", "a Houthi drone": a body in the genitive, or an adjective, right behind what was shot."""
    first = case.actor.first
    if case.actor.rule != "actor/adjective" and governor(case) != "for":
        return False
    shot = case.scene.weapons(max(case.frame.first, first - _FAR), first)
    return bool(shot) and first - shot[-1].last <= _REACH


def _owns_the_hit(case: Case) -> bool:
    """ "Raids that struck bridges, posts and a centre of (ل) A": whose the things struck are."""
    if governor(case) != "for" or not can_act(case.actor):
        return False
    if not case.family() & HOSTILE and not (case.tells(*_FINDS) and _is_behind_thing(case)):
        return False
    verbs = [
        a.last
        for a in case.frame.anchors
        if a.is_verb and a.object == "against" and a.last <= case.actor.first
    ]
    verbs += [
        h.last
        for h in case.scene.hits_in("role", case.frame.first, case.actor.first)
        if h.value == "against" and is_verb(h)
    ]
    return any(not _verb_between(case, last) for last in verbs)


def _is_behind_thing(case: Case) -> bool:
    """ "Dens of (ل) terrorists": whose the thing right before is."""
    first = case.actor.first
    return bool(first) and case.scene.hits.covering(first - 1, "thing") is not None


def _verb_between(case: Case, first: int) -> bool:
    return any(
        is_verb(hit)
        for name in ("event", "role", "toll")
        for hit in case.scene.hits_in(name, first, case.actor.first)
    )


def _beside(case: Case, anchor: Anchor) -> str | None:
    actor = case.actor
    if anchor.first <= actor.first < anchor.last:
        return _inside(anchor, actor)
    if anchor.is_verb:
        return _of_verb(case, anchor)
    if actor.first < anchor.last or _act_between(case, anchor):
        return None
    return side_of_noun(case, anchor)


def _act_between(case: Case, anchor: Anchor) -> bool:
    """Whether another act stands between the word of the act and the actor."""
    first = case.actor.first
    named = {i for a in case.scene.actors(anchor.last, first) for i in range(a.first, a.last)}
    return any(hit.first not in named for hit in case.scene.hits_in("event", anchor.last, first))


def _inside(anchor: Anchor, actor: Actor) -> str | None:
    """An actor inside the word of the act: "a suicide bomber blew up", "the destruction of a tank"."""
    if anchor.type == "other_violence":
        return None
    if anchor.part == "thing" and actor.head == "members" and can_act(actor):
        return "by"
    if anchor.hit.rule == _SNIPER and actor.party == "unknown":
        return None
    if actor.rule.startswith("actor/adjective") or (anchor.type == "suicide_bombing" and can_act(actor)):
        return "by"
    if anchor.type == "movement" and anchor.object == "none":
        return None
    if anchor.type == "movement" or (anchor.part == "thing" and actor.head == "body"):
        return "by"
    if is_thing(actor) or not can_act(actor):
        return "against" if anchor.object == "against" or anchor.type == "release" else None
    told = anchor.subject if anchor.is_verb else anchor.object
    return told if told in _SIDES else None


def _of_verb(case: Case, anchor: Anchor) -> str | None:
    """The subject or the object of a verb; after an act as subject ("raids that struck") the object."""
    scene, actor = case.scene, case.actor
    reach = _FAR if anchor.stage == "foiled" else _REACH
    if governor(case) == "for" and 0 <= actor.first - anchor.last <= reach:
        return None if _act_between(case, anchor) else _for_verb(anchor)
    if governor(case) == "from" and anchor.stage == "foiled" and _is_attempt_of(case, anchor):
        return "by"
    if anchor.type == _SELF_MADE and _stands_beside(case, anchor):
        return None
    subject, object = arguments(scene, anchor.hit)
    if anchor.type == "movement" and actor in (subject, object):
        return "by"
    post = anchor.object == "place" and actor.head == "object"
    told = "against" if post else anchor.object if anchor.object in _SIDES else None
    if actor == subject and actor.rule.startswith("actor/adjective") and _subject_is_act(scene, anchor):
        return "by"
    if (
        actor == subject
        and not anchor.hit.enclitic
        and not is_done_with_it(scene, anchor.last)
        and (_subject_is_act(scene, anchor) or _has_author(case, anchor))
    ):
        return told
    if actor == subject:
        return anchor.subject if anchor.subject != "none" else None
    return told if actor == object else None


def _stands_beside(case: Case, anchor: Anchor) -> bool:
    """ "Blew himself up in front of (أمام) the home of an officer": by where it was, and not who did it."""
    roles = case.scene.hits_in("role", anchor.last, case.actor.first)
    return any(role.value == "beside" for role in roles)


def _is_attempt_of(case: Case, anchor: Anchor) -> bool:
    """ "Repelled an attempt, new, by (من) A": an armed body near behind the verb, and no other before it."""
    near = 0 < case.actor.first - anchor.last <= _FAR and can_act(case.actor)
    others = case.scene.actors(anchor.last, case.actor.first)
    return near and case.family() <= HOSTILE and len([a for a in others if can_act(a)]) <= 1


def _has_author(case: Case, anchor: Anchor) -> bool:
    """ "The army launched campaigns that targeted A": the author stands before the verb."""
    before = case.before
    return bool(
        before and case.side_before == "by" and before.last < anchor.first and anchor.hit.proclitics == ""
    )


def _for_verb(anchor: Anchor) -> str | None:
    """ "Repelled an attack by (ل) A": the attacker; "moved in, of (ل) A": whose the column is."""
    return "by" if anchor.stage == "foiled" or anchor.type == "movement" else None


def _subject_is_act(scene: Scene, anchor: Anchor) -> bool:
    """The subject of the verb is an act told before it: "raids that … struck"."""
    clause = scene.clause_of(anchor.first)
    start = max(clause.first if clause else 0, anchor.first - 10)
    nouns = [h for h in scene.hits_in("event", start, anchor.first) if h.value["part"] == "noun"]
    return any(scene.family(hit.value["type"]) in HOSTILE or hit.value["type"] == "sweep" for hit in nouns)

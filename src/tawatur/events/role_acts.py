"""Sides that the word of the act itself gives: subject and object of verbs, genitive of verbal nouns."""

from ..model.mentions import Actor
from .anchors import Anchor
from .grammar import arguments, can_act, letter_before, preposition_before
from .role_cases import HOSTILE, Case, governor, is_thing, is_verb
from .scene import Scene

_SIDES = ("by", "against")
_TAKES_THINGS = ("interception", "property_destruction")
_BY_SOMEBODY = HOSTILE | {"coercion"}
_REACH = 2
"""Words between an act's noun and its genitive: an adjective, a means."""


def by_act(case: Case) -> str | None:
    """The side that the nearest act gives an actor in or beside it."""
    for anchor in case.frame.anchors:
        side = _beside(case, anchor)
        if side:
            return side
    return "against" if _owns_the_hit(case) else None


def _owns_the_hit(case: Case) -> bool:
    """ "Raids that struck bridges, posts and a centre of (ل) A": whose the things struck are."""
    if governor(case) != "for" or not case.family() & HOSTILE or not can_act(case.actor):
        return False
    verbs = [a.last for a in case.frame.anchors if a.is_verb and a.object == "against" and a.last <= case.actor.first]
    verbs += [h.last for h in case.scene.hits_in("role", case.frame.first, case.actor.first) if h.value == "against" and is_verb(h)]
    return any(not _verb_between(case, last) for last in verbs)


def _verb_between(case: Case, first: int) -> bool:
    return any(is_verb(hit) for name in ("event", "role", "toll") for hit in case.scene.hits_in(name, first, case.actor.first))


def _beside(case: Case, anchor: Anchor) -> str | None:
    actor = case.actor
    if anchor.first <= actor.first < anchor.last:
        return _inside(anchor, actor)
    if anchor.is_verb:
        return _of_verb(case, anchor)
    if actor.first < anchor.last or _act_between(case, anchor):
        return None
    return _of_noun(case, anchor)


def _act_between(case: Case, anchor: Anchor) -> bool:
    """Whether another act stands between the word of the act and the actor."""
    first = case.actor.first
    named = {i for a in case.scene.actors(anchor.last, first) for i in range(a.first, a.last)}
    return any(hit.first not in named for hit in case.scene.hits_in("event", anchor.last, first))


def _inside(anchor: Anchor, actor: Actor) -> str | None:
    """An actor that is part of the word of the act: "a suicide bomber blew up", "the destruction of a tank"."""
    if actor.rule.startswith("actor/adjective") or (anchor.type == "suicide_bombing" and can_act(actor)):
        return "by"
    if anchor.type == "movement":
        return "by"
    if is_thing(actor) or not can_act(actor):
        return "against" if anchor.object == "against" or anchor.type == "release" else None
    return "by" if "by" in (anchor.object, anchor.subject) else None


def _of_verb(case: Case, anchor: Anchor) -> str | None:
    """The subject or the object of a verb; after an act as subject ("raids that struck") the object."""
    scene, actor = case.scene, case.actor
    if governor(case) == "for" and 0 <= actor.first - anchor.last <= _REACH:
        return _for_verb(anchor)
    subject, object = arguments(scene, anchor.hit)
    if anchor.type == "movement" and actor in (subject, object):
        return "by"
    told = anchor.object if anchor.object in _SIDES else None
    if actor == subject and not anchor.hit.enclitic and _subject_is_act(scene, anchor):
        return told
    if actor == subject:
        return anchor.subject if anchor.subject != "none" else None
    return told if actor == object else None


def _for_verb(anchor: Anchor) -> str | None:
    """ "Repelled an attack by (ل) A": the attacker; "moved in, of (ل) A": whose the column is."""
    return "by" if anchor.stage == "foiled" or anchor.type == "movement" else None


def _subject_is_act(scene: Scene, anchor: Anchor) -> bool:
    """The subject of the verb is an act told before it: "raids that … struck"."""
    clause = scene.clause_of(anchor.first)
    start = max(clause.first if clause else 0, anchor.first - 10)
    nouns = [h for h in scene.hits_in("event", start, anchor.first) if h.value["part"] == "noun"]
    return any(scene.family(hit.value["type"]) in HOSTILE or hit.value["type"] == "sweep" for hit in nouns)


def _of_noun(case: Case, anchor: Anchor) -> str | None:
    """The genitive of a verbal noun, or a name joined to it by the preposition ل."""
    actor, word = case.actor, governor(case)
    distance = actor.first - anchor.last
    if "," in "".join(w.gap for w in case.scene.text.words[anchor.last : actor.first + 1]):
        return None
    if actor.rule == "actor/adjective":
        return "by" if distance <= _REACH else None
    if word == "from" and anchor.type == "mine_or_remnant":
        return "none"
    if word == "from" and distance <= _REACH + 1 and _follows_act(case, anchor):
        return "by" if case.family() & _BY_SOMEBODY and not case.counted and can_act(actor, armed=True) else None
    if word == "for":
        return _joined_by_for(case, anchor) if distance <= _REACH + 2 else None
    if word or distance > _REACH or (_between(case, anchor) and distance > 1):
        return None
    if is_thing(actor) and anchor.type == "movement":
        return "by"
    if anchor.type == "mine_or_remnant" and can_act(actor):
        return "none"
    if not can_act(actor):
        return None if case.tells("clearance") else "against"
    if anchor.object in ("by", "place"):
        return "against" if _has_author_after(case) else "by"
    if actor.head in ("body", "members") and names_target(case.scene, actor):
        return "by"
    return anchor.object if anchor.object in _SIDES else None


def _follows_act(case: Case, anchor: Anchor) -> bool:
    """Whether the preposition before the actor follows the act or its adjective, not "near"."""
    before = case.actor.first - 2
    names = ("quality", "weapon", "nation", "affiliation")
    return before < anchor.last or any(case.scene.hits.covering(before, name) for name in names)


def _joined_by_for(case: Case, anchor: Anchor) -> str | None:
    """ "An attack by (ل) A on B", "the shelling by A of (ل) B", "an ambush of (ل) a patrol"."""
    actor = case.actor
    if anchor.type == "movement":
        return "by"
    if anchor.type == "mine_or_remnant" and can_act(actor):
        return "none"
    if anchor.part == "thing" and not is_thing(actor):
        return "against" if "control" in case.family() or case.tells(*_TAKES_THINGS) else "by"
    if anchor.stage == "foiled":
        return "by"
    if preposition_before(case.scene, anchor.first) == "upon":
        return "against"
    if is_thing(actor) or not can_act(actor) or _between(case, anchor) or case.side_before == "by":
        return "against"
    if anchor.object in ("by", "place") or names_target(case.scene, actor):
        return "by"
    return anchor.object if anchor.object in _SIDES else None


def _between(case: Case, anchor: Anchor) -> bool:
    """Whether an author already stands between the noun and the actor."""
    scene = case.scene
    return any(other.first < case.actor.first for other in scene.actors(anchor.first + 1, case.actor.first))


def _has_author_after(case: Case) -> bool:
    """ "The shelling of A by B": a body marked as author follows."""
    scene, frame = case.scene, case.frame
    return any(
        hit.value == "by" and not is_verb(hit) and scene.actors(hit.last, hit.last + 2)
        for hit in scene.hits_in("role", case.actor.last, min(frame.end, case.actor.last + 8))
    )


def names_target(scene: Scene, actor: Actor) -> bool:
    """After "the shelling of A" a target with "on", "to" or ل follows: A is who shelled."""
    last = min(scene.text.sentence_of(actor.first).last, actor.last + 3)
    for at in range(actor.last, last):
        hit = scene.hits.at(at, "particle")
        role = scene.hits.at(at, "role")
        if (hit and hit.value in ("upon", "to")) or (role and role.value == "against"):
            return True
        if hit or role or "," in scene.text.words[at].gap:
            break
    return _has_for(scene, actor) or _has_object(scene, actor)


def _has_for(scene: Scene, actor: Actor) -> bool:
    """A target joined by ل right after the body."""
    others = scene.actors(actor.last, actor.last + 2)
    if any(letter_before(scene, other) == "ل" for other in others):
        return True
    places = scene.places(actor.last, actor.last + 2)
    return any(scene.text.words[p.first].form.startswith("ل") and p.span.start > scene.text.words[p.first].start for p in places)


def _has_object(scene: Scene, actor: Actor) -> bool:
    """A bare thing or body right after the body: "the killing by the army of two men" without a preposition."""
    following = next(iter(scene.actors(actor.last, actor.last + 1)), None)
    if following is None or following.first != actor.last or letter_before(scene, following):
        return False
    return not scene.text.words[following.first].form.startswith("و") and preposition_before(scene, following.first) is None

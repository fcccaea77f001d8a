"""Sides that the noun of an act gives: its genitive, and names joined to it by ل or "from"."""

from ..mentions.actor_states import STATE
from ..model.mentions import Actor
from .anchors import Anchor
from .grammar import can_act, is_joined, letter_before, preposition_before
from .role_cases import HOSTILE, Case, governor, is_thing, is_verb
from .scene import Scene

_SIDES = ("by", "against")
_TAKES_THINGS = ("interception", "property_destruction", "seizure", "clearance")
_TAKES_PEOPLE = ("detention", "abduction")
_BY_SOMEBODY = HOSTILE | {"coercion"}
_AMBUSHES = ("event/armed_attack/ambush", "event/armed_attack/ambush-toll")
"""In Egypt a checkpoint."""
_WARPLANES = "actor/warplanes"
"""Of nobody named: they target, and nobody targets them."""
_NO_ADJECTIVES = (
    "particle",
    "role",
    "event",
    "toll",
    "place-relation",
    "place-noun",
    "place-preposition",
    "thing",
)
_ACCUSATIVE = "ا"
_REACH = 2
"""Words between an act's noun and its genitive: an adjective, a means."""


def side_of_noun(case: Case, anchor: Anchor) -> str | None:
    """The genitive of a verbal noun, or a name joined to it by the preposition ل.

    "The blasts of (in) the country" tell where they were.
    """
    actor, word = case.actor, governor(case)
    if actor.rule == STATE and word is None and case.scene.family(anchor.type) == "blast":
        return None
    distance = actor.first - anchor.last
    if "," in "".join(w.gap for w in case.scene.text.words[anchor.last : actor.first + 1]):
        return None
    if actor.rule == "actor/adjective":
        return _of_adjective(case, anchor) if distance <= _REACH else None
    if word == "from" and anchor.type == "mine_or_remnant":
        return "none"
    if word == "from" and distance <= _REACH + 1 and _follows_act(case, anchor):
        return (
            "by" if case.family() & _BY_SOMEBODY and not case.counted and can_act(actor, armed=True) else None
        )
    if word == "for":
        return _joined_by_for(case, anchor) if distance <= _REACH + 2 else None
    if word is None and _is_object_of_noun(case, anchor):
        return "against"
    if word or distance > _REACH or (_between(case, anchor) and distance > 1):
        return None
    if is_thing(actor) and anchor.type == "movement":
        return "by"
    if anchor.hit.definite and actor.counted:
        return None
    if anchor.type == "mine_or_remnant" and can_act(actor):
        return "none"
    if not can_act(actor):
        return None if case.tells("clearance") else "against"
    if anchor.type == "other_violence":
        return None
    if anchor.part == "thing":
        return _of_thing(case)
    if anchor.type in _TAKES_PEOPLE and actor.head == "body" and _is_takers(anchor, actor):
        return "by"
    if anchor.type == "interception" and actor.head == "body":
        return "by"
    if actor.rule == _WARPLANES and case.scene.family(anchor.type) != "bombardment":
        return "none"
    if anchor.object in ("by", "place"):
        return "against" if _has_author_after(case) or _is_struck_itself(case, anchor) else "by"
    if actor.head in ("body", "members") and names_target(case.scene, actor):
        return "by"
    if _flies_raid(case.scene, actor):
        return "by"
    return anchor.object if anchor.object in _SIDES else None


def _is_object_of_noun(case: Case, anchor: Anchor) -> bool:
    """ "The targeting by A of a post (استهداف A حاجزا)": bare, right behind the doer in the genitive."""
    before = case.before
    if before is None or case.side_before != "by" or before.last != case.actor.first:
        return False
    near = not anchor.is_verb and anchor.object == "against" and 0 <= before.first - anchor.last <= 1
    return near and not is_joined(case.scene, case.actor.first)


def _of_adjective(case: Case, anchor: Anchor) -> str:
    """ "An Israeli strike" is by Israel; "the destruction of an Israeli tank" struck it."""
    struck = case.scene.hits.covering(anchor.last - 1, "thing") if anchor.last - anchor.first > 1 else None
    return "against" if struck and anchor.object == "against" else "by"


def _is_struck_itself(case: Case, anchor: Anchor) -> bool:
    """ "Which struck an ambush (checkpoint) of A", "an attack on an ambush of A": the noun is what was hit."""
    if anchor.is_verb or anchor.first == 0 or anchor.hit.rule not in _AMBUSHES:
        return False
    if preposition_before(case.scene, anchor.first) == "upon":
        return True
    verbs = case.scene.hits_in("role", max(0, anchor.first - 1), anchor.first)
    return any(hit.value == "against" and is_verb(hit) for hit in verbs)


def _is_set(case: Case, anchor: Anchor) -> bool:
    """ "Set an ambush (كمينا) for A": the accusative of what somebody else did."""
    accusative = case.scene.text.words[anchor.first].form.endswith(_ACCUSATIVE)
    return accusative and anchor.hit.rule in _AMBUSHES


def _is_takers(anchor: Anchor, actor: Actor) -> bool:
    """ "The arrests by (of) the army": an army or a police is not arrested."""
    return "pl" in anchor.hit.features or not actor.rule.startswith(("actor/name", "actor/rebels"))


def _follows_act(case: Case, anchor: Anchor) -> bool:
    """Whether the preposition before the actor follows the act or its adjectives, not "near", "with support"."""
    between = range(anchor.last, case.actor.first - 1)
    return not any(_leads_away(case.scene, word) for word in between)


def _leads_away(scene: Scene, word: int) -> bool:
    """Whether a word is no adjective of the act before it: a preposition, a place, people, an act of its own."""
    if any(scene.hits.covering(word, name) for name in _NO_ADJECTIVES):
        return True
    return bool(scene.places(word, word + 1) or scene.actors(word, word + 1) or scene.numbers(word, word + 1))


def _of_thing(case: Case) -> str:
    """Whose an aircraft or a missile is: who sent it, or who lost it."""
    return "against" if case.tells(*_TAKES_THINGS) else "by"


def _flies_raid(scene: Scene, actor: Actor) -> bool:
    """ "The targeting by aircraft of A with a raid (بغارة)": they strike from the air, and are not struck so."""
    raid = scene.hits.at(actor.last, "event")
    if raid is None or raid.proclitics != "ب" or scene.hits.at(actor.first, "craft") is None:
        return False
    return scene.family(raid.value["type"]) == "bombardment"


def _joined_by_for(case: Case, anchor: Anchor) -> str | None:
    """ "An attack by (ل) A on B", "the shelling by A of (ل) B", "an ambush of (ل) a patrol"."""
    actor = case.actor
    if anchor.type == "movement":
        return "by"
    if anchor.type == "mine_or_remnant" and can_act(actor):
        return "none"
    if anchor.type == "other_violence":
        return None
    if anchor.part == "thing" and not is_thing(actor):
        return _of_thing(case)
    if _is_struck_itself(case, anchor) or _is_set(case, anchor):
        return "against"
    if anchor.stage == "foiled":
        return "by"
    if case.family() == {"blast"} and actor.head in ("body", "members") and can_act(actor):
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
    return any(other.first < case.actor.first for other in scene.actors(anchor.first, case.actor.first))


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
    return any(
        scene.text.words[p.first].form.startswith("ل") and p.span.start > scene.text.words[p.first].start
        for p in places
    )


def _has_object(scene: Scene, actor: Actor) -> bool:
    """A bare thing, body or place right after the body: the object of a verbal noun that has its subject."""
    where = scene.hits.at(actor.last, "place-noun")
    if where is not None and not where.proclitics:
        return True
    following = scene.first_actor(actor.last, actor.last + 1)
    thing = scene.hits.at(actor.last, "thing")
    if following is None and thing is not None and not thing.definite:
        return not thing.proclitics
    if following is None or following.first != actor.last or letter_before(scene, following):
        return False
    return (
        not scene.text.words[following.first].form.startswith("و")
        and preposition_before(scene, following.first) is None
    )

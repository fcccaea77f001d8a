"""Sides that a preposition gives an actor after an act: "on A", "from A's grip", "in A's post"."""

from ..mentions.actor_states import STATE
from .grammar import can_act, is_joined_by, preposition_before
from .role_cases import HOSTILE, Case, governor, is_thing

_HOSPITAL = "actor/hospital"
_DISPLACED = "actor/displaced"
"""For whom a camp is: hit only where the camp is bombarded."""
_INTO = ("in", "to", "from")
_HELD = ("territory", "seizure", "clearance")


def by_preposition(case: Case) -> str | None:
    """What stands after "on" was hit; things after "in" and "with" too: "a blast in a market"."""
    word = governor(case)
    if word == "for" and case.actor.rule.startswith(_DISPLACED):
        return "near" if case.family() == {"bombardment"} else "none"
    if case.actor.first <= case.frame.first or case.actor.rule == STATE:
        return None
    if case.actor.rule.startswith(_HOSPITAL) and word in _INTO and not _is_beside_act(case):
        return None
    if word == "for" and _owns_what_was_hit(case):
        return "against"
    if word in ("for", "of", None) and case.family() & HOSTILE and _owns_the_place(case):
        return "against"
    if word == "upon":
        return "against"
    if word == "in" and "coercion" in case.family() and case.actor.head == "object":
        return "by" if "+owner" in case.actor.rule else None
    if word == "in" and case.tells("property_destruction", "riot") and is_thing(case.actor):
        return "against" if _is_beside_act(case) or _is_set_on_fire(case) else None
    if word == "to" and "bombardment" in case.family():
        return "against"
    if word is None and is_thing(case.actor) and case.family() & HOSTILE and _is_joined_to_place(case):
        return "against"
    if word == "from" and case.tells(*_HELD) and not case.counted:
        return "against"
    if word == "about" and case.tells("release", "sweep"):
        return "against"
    if word == "from" and case.tells_only("movement", "sweep") and _is_of_forces(case):
        return "by"
    if word in ("in", "with") and is_thing(case.actor) and case.family() & HOSTILE:
        return "against"
    if word == "with" and case.family() == {"blast"} and (_is_behind_bomb(case) or not can_act(case.actor)):
        return "against"
    return None


def _is_joined_to_place(case: Case) -> bool:
    """ "Raids on (على) the port of A and (و) a power station": the next thing struck, right behind a place."""
    scene, first = case.scene, case.actor.first
    if not is_joined_by(scene, first, "و"):
        return False
    struck = (p for p in scene.places(max(case.frame.first, first - 3), first) if p.last == first)
    return any(preposition_before(scene, at) == "upon" for p in struck for at in (p.first, p.first - 1))


def _is_behind_bomb(case: Case) -> bool:
    """ "A bomb went off at (ب) a force"; not "a group linked with (مرتبطة ب) A"."""
    before = case.actor.first - 1
    told = ("weapon", "event", "quality", "date", "number-word", "toll", "role")
    return any(case.scene.hits.covering(before, name) for name in told) or bool(
        case.scene.actors(before, before + 1) or case.scene.places(before, before + 1)
    )


def _owns_the_place(case: Case) -> bool:
    """ "Camp B, which belongs to A": a tie right after the name of the place."""
    scene, first = case.scene, case.actor.first
    tie = next((t for t in scene.hits_in("tie", max(0, first - 2), first) if t.id == "belonging"), None)
    if tie is None or tie.last < first - 1:
        return False
    return any(p.last == tie.first for p in scene.places(max(0, tie.first - 4), tie.first))


def _is_beside_act(case: Case) -> bool:
    """ "A blast in a hospital", not "died in the hospital": an act right before the preposition."""
    return any(0 <= case.actor.first - anchor.last <= 1 for anchor in case.frame.anchors)


def _is_set_on_fire(case: Case) -> bool:
    """ "The crowd set fire (النار) to (في) the consulate": what makes the verb whole stands before the preposition."""
    return case.scene.hits.covering(case.actor.first - 2, "takes") is not None


def _is_of_forces(case: Case) -> bool:
    """ "Forces of (من) the army": a noun for a force stands before the preposition."""
    at = case.actor.first - 2
    return at >= 0 and any(case.scene.hits.covering(at, name) for name in ("body", "person"))


def _owns_what_was_hit(case: Case) -> bool:
    """ "On a joint post of (ل) the army": whose the thing after "on" or "against" is."""
    first = case.actor.first
    for at in range(first - 1, max(case.frame.first, first - 4), -1):
        if "," in case.scene.text.words[at + 1].gap or case.scene.actors(at, at + 1):
            return False
        particle, role = case.scene.hits.at(at, "particle"), case.scene.hits.at(at, "role")
        if (particle and particle.value == "upon") or (role and role.value == "against"):
            return True
        if particle or case.scene.hits.at(at, "event") or case.scene.places(at, at + 1):
            return False
    return False


def as_country(case: Case) -> str | None:
    """A country's name after a preposition tells where, not who: "on the border with A"."""
    if case.actor.rule != STATE:
        return None
    return "none" if governor(case) in ("in", "upon", "from", "to", "about") else None

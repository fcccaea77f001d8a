"""Who did it and who was hit: read from the grammar around the words of the act."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from msgspec.structs import replace

from ..model.mentions import Actor
from .anchors import Anchor
from .frames import Frame
from .grammar import arguments, can_act, is_among, is_crewed
from .role_acts import by_act, by_launching
from .role_blame import by_blame, by_reason, by_speaking
from .role_cases import HOSTILE, Case, governor, is_thing, is_verb
from .role_elided import elided_subject
from .role_governed import as_country, by_preposition
from .role_marks import (
    by_closing_between,
    by_joining,
    by_marked_side,
    by_next_verb,
    by_role_word,
    by_second_nation,
)
from .role_sides import (
    FEUDING,
    aimed_at,
    distinct,
    feuding,
    is_bare,
    is_kin,
    is_mourned,
    is_praise,
    is_side,
    opening_subject,
    two_sides,
)
from .scene import Scene
from .tolls import Toll

HOLDER = "side/holder"
"""What is said of who holds a place that was hit."""
_CONTROL = ("movement", "territory")
_FOUND = ("seizure", "clearance")
"""What is foiled by those who find it: smuggling."""
_REPELLED = ("ground", "blast")
_TOLD = ("side/role-word", "side/kills", "side/act")
"""What makes people without arms of their own those who did it."""
_AIMED = ("side/act", "side/preposition")
"""What makes bare people those aimed at: "a drone targeted persons"."""
_OF_CROWDS = ("riot", "protest", "armed_clash", "property_destruction")
"""What people may do together without being parties to a feud."""
_NAME = 8
"""Words of the longest name of a body, and of the tie behind it."""
_AMONG = 2
"""Words between a body and one that is among it."""


class Roles(NamedTuple):
    """The actors on either side of an act, in the order of the text."""

    by: tuple[Actor, ...]
    against: tuple[Actor, ...]


def find_roles(scene: Scene, frame: Frame, speaking: frozenset[int]) -> Roles:
    """Assign every actor of a frame a side, or none. Words in ``speaking`` only name who says it.

    The rule of each actor goes on to say what gave it its side: "actor/army; side/by-role-word".
    """
    reached = scene.actors(frame.start, frame.end)
    actors = [a for a in reached if a.first not in speaking or _sends(frame, a) or _is_taken(frame, a)]
    sides = _sides(scene, frame, actors)
    by, against = _on(actors, sides, "by"), _on(actors, sides, "against")
    by += [_with_rule(killer, "kills") for killer in _killers(scene, frame) if not _has(by, killer)]
    against = [a for a in against if not _has(by, a)]
    if all(is_bare(actor) for actor in against):
        against += _on(actors, sides, "near")
    if not against and _may_hit_holders(scene, frame):
        against = [replace(actor, rule=f"{actor.rule}; {HOLDER}") for actor in _on(actors, sides, "holder")]
    if not by:
        free = [actor for actor in actors if actor.first not in sides]
        by = [_with_first_rule(a, "opens") for a in opening_subject(scene, frame, free)]
    if not by:
        elided = [a for a in elided_subject(scene, frame, speaking) if not _has(against, a)]
        by = [_with_first_rule(a, "elided") for a in elided]
    against = against or [_with_rule(a, "aimed-at") for a in aimed_at(scene, frame)]
    against = against or [_with_rule(a, "counted-on") for a in _counted_on(frame)]
    if any(anchor.type == "armed_clash" for anchor in frame.anchors):
        by, against = feuding(*two_sides(by, against))
    by, against = _with_foilers(scene, frame, by, against)
    by = [actor for actor in by if _may_do(actor) and not (is_praise(actor) or _is_named_by_kin(actor))]
    return Roles(
        distinct([_as_private(scene, frame, actor, against) for actor in by]), distinct(_told(against))
    )


def _sends(frame: Frame, actor: Actor) -> bool:
    """ "The army deployed (نشر) troops": right behind a verb of movement, which elsewhere is "published"."""
    moves = (anchor for anchor in frame.anchors if anchor.type == "movement")
    return actor.head == "body" and any(move.first < actor.first <= move.last for move in moves)


def _is_taken(frame: Frame, actor: Actor) -> bool:
    """ "The abduction of the correspondent A": right behind a word that takes people nobody speaks."""
    return any(anchor.toll is not None and anchor.last == actor.first for anchor in frame.anchors)


def _counted_on(frame: Frame) -> list[Actor]:
    """ "Arrested five citizens in A and four in B": those counted on are such people too."""
    return [actor for toll in frame.tolls for actor in toll.people if actor.last <= frame.start][:1]


def _with_foilers(
    scene: Scene, frame: Frame, by: list[Actor], against: list[Actor]
) -> tuple[list[Actor], list[Actor]]:
    """ "The army managed to foil an attack by A": it was A's act, and against the army."""
    foiled = [anchor for anchor in frame.anchors if anchor.stage == "foiled"]
    if not foiled:
        return by, against
    if not by and any(anchor.type in _FOUND for anchor in foiled):
        return [a for a in against if a.head == "body"], [a for a in against if a.head != "body"]
    attackers = _attackers(foiled, by) or _told_first(frame, foiled, by)
    if not attackers and (_manage(scene, frame, by) or _only_fought_back(scene, foiled, by)):
        return [], by if any(is_side(actor) for actor in by) else against or by
    foilers = [actor for actor in by if actor not in attackers]
    if not attackers or not foilers or {a.party for a in attackers} & {a.party for a in foilers}:
        return by, against
    theirs = {"unknown", *(a.party for a in attackers)}
    return attackers, [a for a in against if not (a.counted and a.party in theirs)] or foilers


def _only_fought_back(scene: Scene, foiled: Sequence[Anchor], by: Sequence[Actor]) -> bool:
    """ "The fighters repelled an attempt … and killed five": who kills those that attacked did not attack."""
    told = bool(by) and all(actor.rule.endswith(("side/kills", "side/opens")) for actor in by)
    return told and all(scene.family(anchor.type) in _REPELLED for anchor in foiled)


def _attackers(foiled: Sequence[Anchor], by: Sequence[Actor]) -> list[Actor]:
    """Those whose attack was foiled: its doers, and, behind those who foiled it, who "launched it (شنه)"."""
    first = min(anchor.first for anchor in foiled)
    behind = [actor for actor in by if actor.first >= first]
    told = behind if len(behind) < len(by) else []
    return [actor for actor in by if actor in told or actor.rule.endswith("side/act")]


def _told_first(frame: Frame, foiled: Sequence[Anchor], by: Sequence[Actor]) -> list[Actor]:
    """ "A launched an attack on B, …, and the attack was repelled": those who stand before the attack itself."""
    first = min(anchor.first for anchor in foiled)
    launched = [anchor for anchor in frame.anchors if anchor.stage != "foiled" and anchor.first < first]
    hostile = launched and not launched[0].definite
    return [actor for actor in by if hostile and actor.last <= launched[0].first]


def _manage(scene: Scene, frame: Frame, by: Sequence[Actor]) -> bool:
    """Whether those who act stand before "foiling": "managed to foil an attack"."""
    told = bool(by) and all(actor.rule.endswith("side/role-word") for actor in by)
    return told and bool(scene.hits_in("foiled", by[-1].last, frame.last))


def _may_do(actor: Actor) -> bool:
    """Armed people, and those of a feud or a clash."""
    if is_bare(actor) and actor.rule.endswith("side/act"):
        return False
    unarmed = actor.head == "class" and actor.party in FEUDING
    return can_act(actor, armed=True) or (unarmed and actor.rule.endswith(_TOLD))


def _is_named_by_kin(actor: Actor) -> bool:
    """Kin of somebody hit; the families of a feud are its parties."""
    return is_kin(actor) and actor.party != "private-persons"


def _as_private(scene: Scene, frame: Frame, actor: Actor, against: Sequence[Actor]) -> Actor:
    """ "A man went so far as to kill his brother": civilians who kill or take are private persons."""
    told = actor.rule.endswith(_TOLD) and actor.party == "civilians"
    if not told or any(anchor.type in _OF_CROWDS for anchor in frame.anchors):
        return actor
    return actor if _fights_another_nation(scene, actor, against) else replace(actor, party="private-persons")


def _fights_another_nation(scene: Scene, actor: Actor, against: Sequence[Actor]) -> bool:
    """ "A Palestinian youth stabbed a soldier": told by his nation, and no feud or crime."""
    nation = bool(scene.hits_in("nation", actor.first, actor.last))
    return nation and any(foe.kind == "combatants" or foe.party == "settlers" for foe in against)


def _told(against: Sequence[Actor]) -> list[Actor]:
    """Those hit of whom the words tell who they are."""
    named = [actor for actor in against if not is_bare(actor) or actor.rule.endswith(_AIMED)]
    return [actor for actor in named if not is_kin(actor)] or named


def _is_passive(toll: Toll) -> bool:
    """ "And his son was hurt", "that the officer was killed after": nobody whom the one named before struck."""
    if toll.slot == "injured" and toll.hit.proclitics:
        return True
    return "passive" in toll.hit.features or (not toll.people and toll.low == toll.high == 1)


def _killers(scene: Scene, frame: Frame) -> Iterator[Actor]:
    """The subjects of the verbs that count the dead: "the army killed two men"."""
    for toll in frame.tolls:
        if toll.hit.value.get("loses"):
            continue
        if toll.killer:
            yield toll.killer
        elif is_verb(toll.hit) and not any(a.hit.first == toll.hit.first for a in frame.anchors):
            subject = arguments(scene, toll.hit).subject
            if (
                subject
                and subject.head in ("body", "members")
                and all(subject.first != actor.first for actor in toll.people)
                and not subject.counted
                and toll.first >= min(toll.hit.first, subject.last)
                and not _is_passive(toll)
            ):
                yield subject


def _sides(scene: Scene, frame: Frame, actors: Sequence[Actor]) -> dict[int, tuple[str, str]]:
    """The side of each actor that has one, by its first word, with the rule that gave it."""
    counted = {a.span for toll in frame.tolls for a in toll.people}
    found: dict[int, tuple[str, str]] = {}
    plain: dict[int, str] = {}
    before: Actor | None = None
    for actor in actors:
        if _is_owner(scene, actor):
            continue
        case = Case(scene, frame, actor, before, plain, actor.span in counted)
        side = _side(case)
        if side:
            found[actor.first] = side
            plain[actor.first] = side[0]
            before = actor
    return found


def _is_owner(scene: Scene, actor: Actor) -> bool:
    """ "Forces A, which belong to (التابعة ل) B": whose the body right before is."""
    first = actor.first
    tie = next((t for t in scene.hits_in("tie", max(0, first - 2), first) if t.id == "belonging"), None)
    if tie is None or tie.last != first or actor.head != "body":
        return False
    return any(a.last == tie.first and a.head == "body" for a in scene.actors(max(0, first - _NAME), first))


def _side(case: Case) -> tuple[str, str] | None:
    for name, rule in _RULES.items():
        side = rule(case)
        if side:
            return _as_hit(case, side, name)
    return None


def _as_hit(case: Case, side: str, name: str) -> tuple[str, str]:
    """Vehicles, posts and homes do nothing unless "from" or "at the hands of" says so: they were hit."""
    told = name == "role-word" or governor(case) == "from" or "coercion" in case.family()
    if (
        side == "by"
        and is_thing(case.actor)
        and not (told or can_act(case.actor) or _drives(case))
        and not case.tells_only(*_CONTROL)
    ):
        return "against", name
    return side, name


def _drives(case: Case) -> bool:
    """ "The army's bulldozers demolished a home": the crew is the subject of the verb."""
    verbs = [anchor.hit for anchor in case.frame.anchors if anchor.is_verb]
    return is_crewed(case.actor) and any(arguments(case.scene, hit).subject == case.actor for hit in verbs)


def by_subset(case: Case) -> str | None:
    """Part of those told before: "factions, A among them" on their side; people only where they are counted."""
    if not case.actor.rule.startswith("actor/subset"):
        return None
    if is_among(case.actor) and case.before and case.actor.first - case.before.last <= _AMONG:
        return case.side_before
    return "against" if case.counted else "none"


def by_count(case: Case) -> str | None:
    """The dead, the injured and the taken were hit; not the gunmen whose verb counts somebody else."""
    if not case.counted:
        return None
    if is_mourned(case.scene, case.frame, case.actor):
        return "none"
    return "by" if _counts_another(case) else "against"


def _counts_another(case: Case) -> bool:
    """Whether a counted actor is the subject of the verb that counts: "unknown gunmen killed a judge"."""
    verbs = [anchor.hit for anchor in case.frame.anchors if anchor.is_verb and anchor.toll]
    if case.actor.rule.startswith("actor/unknown-gunman"):
        return any(hit.last == case.actor.first for hit in verbs)
    told = [arguments(case.scene, hit) for hit in verbs]
    return any(one.subject == case.actor and one.object for one in told)


def by_bomber(case: Case) -> str | None:
    """Who dies with the bomb brought it: "a car driven by a suicide bomber"."""
    return "by" if "suicide-bomber" in case.actor.rule and "blast" in case.family() else None


_RULES: Mapping[str, Callable[[Case], str | None]] = {
    "subset": by_subset,
    "bomber": by_bomber,
    "launching": by_launching,
    "second-nation": by_second_nation,
    "blame": by_blame,
    "speaking": by_speaking,
    "reason": by_reason,
    "country": as_country,
    "marked-side": by_marked_side,
    "role-word": by_role_word,
    "between": by_closing_between,
    "next-verb": by_next_verb,
    "joined": by_joining,
    "counted": by_count,
    "preposition": by_preposition,
    "act": by_act,
}
"""The rules in their order: the first that gives a side decides."""


def _on(actors: Sequence[Actor], sides: Mapping[int, tuple[str, str]], side: str) -> list[Actor]:
    found = ((actor, sides.get(actor.first)) for actor in actors)
    return [_with_rule(actor, told[1]) for actor, told in found if told and told[0] == side]


def _with_rule(actor: Actor, rule: str) -> Actor:
    return replace(actor, rule=f"{actor.rule}; side/{rule}")


def _with_first_rule(actor: Actor, rule: str) -> Actor:
    return actor if "; side/" in actor.rule else _with_rule(actor, rule)


def _has(actors: Sequence[Actor], actor: Actor) -> bool:
    return any(other.first == actor.first for other in actors)


def _may_hit_holders(scene: Scene, frame: Frame) -> bool:
    """Whoever holds a place is hit when it is attacked or taken."""
    return any(scene.family(a.type) in HOSTILE or a.type in ("territory", "sweep") for a in frame.anchors)

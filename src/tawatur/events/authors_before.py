"""Who took, searched or held, where the words name nobody: the body whose act was told before."""

from collections.abc import Sequence

from msgspec.structs import replace

from ..model.mentions import Actor
from .drafts import Draft
from .role_sides import is_side
from .scene import Scene
from .taking import as_taken

_FAMILIES = ("coercion", "control")
_OTHERS = ("property_destruction",)
_ATTACK = "armed_attack"
_BY_NOBODY = ("violence_against_person", "agreement", "clearance")
"""Deaths in custody and truces, which have authors of their own or none; mines are cleared by experts."""
_ATTACKERS = "actor/attacker"
_FLYING = ("actor/aircraft", "actor/aviation", "actor/warplanes")
"""Who takes nobody and searches nothing."""


def with_authors_before(scene: Scene, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, each taking, search or seizure without an author given the last armed body told before it.

    Only they: a bomb or a shot whose author is not told may be anybody's.
    """
    known: list[tuple[Actor, ...]] = []
    found = []
    for draft in drafts:
        if not draft.by and _has_an_author(scene, draft):
            draft = as_taken(scene, replace(draft, by=_heirs(draft, known)))
        draft = _with_known_attackers(scene, draft, known)
        if draft.by and all(is_side(actor) and not actor.rule.startswith(_FLYING) for actor in draft.by):
            known.append(draft.by)
        found.append(draft)
    return found


def _with_known_attackers(scene: Scene, draft: Draft, known: Sequence[tuple[Actor, ...]]) -> Draft:
    """ "The attackers answered with shelling": those who were told to fight before, and are no state."""
    unnamed = bool(draft.by) and all(a.definite and a.rule.startswith(_ATTACKERS) for a in draft.by)
    if not unnamed or any(actor.party != "unknown" for actor in draft.by):
        return draft
    heirs = _heirs(draft, [one for one in known if not any(a.party in scene.states for a in one)])
    return replace(draft, by=heirs) if heirs else draft


def _has_an_author(scene: Scene, draft: Draft) -> bool:
    """Acts that somebody of the same report's bodies must have done."""
    if draft.type in _OTHERS or _is_its_own(draft):
        return True
    return scene.family(draft.type) in _FAMILIES and draft.type not in _BY_NOBODY


def _is_its_own(draft: Draft) -> bool:
    """ "While it stormed (اقتحامها) the town": the pronoun written onto an attack is who attacked."""
    anchor = draft.anchor
    if draft.type != _ATTACK or anchor is None or anchor.is_verb or anchor.object not in ("by", "place"):
        return False
    return bool(anchor.hit.enclitic)


def _heirs(draft: Draft, known: Sequence[tuple[Actor, ...]]) -> tuple[Actor, ...]:
    """The last of those told before who are not among those hit."""
    hit = {actor.party for actor in draft.against}
    fit = [one for one in known if not hit & {actor.party for actor in one}]
    return tuple(replace(actor, rule=f"{actor.rule}; side/told-before") for one in fit[-1:] for actor in one)

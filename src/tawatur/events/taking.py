"""Arrest or abduction: whose act it was, and what a report says of those whom it tells to be free again."""

from msgspec.structs import replace

from .drafts import Draft
from .scene import Scene
from .tolls import Toll

_ABDUCTION = "abduction"
_ARREST = "detention"
_RELEASE = "release"
_KILLINGS = ("execution", "targeted_killing")
_AFTER = "after"
_UNKNOWN = "unknown"
_SLOTS = ("detained", "abducted")
_BESIDE = 12
"""Words between "abducted" and the state that did it."""


def as_taken(scene: Scene, draft: Draft) -> Draft:
    """A state that abducts arrests, unknown people who hold somebody abduct him (codebook, section 3).

    Those released are not counted as taken.
    """
    if draft.type == _RELEASE:
        return replace(draft, tolls=tuple(toll for toll in draft.tolls if toll.slot not in _SLOTS))
    if draft.type == _ABDUCTION and _is_by_a_state(scene, draft):
        draft = replace(draft, type=_ARREST)
    elif draft.type == _ARREST and _is_by_unknown(draft):
        draft = replace(draft, type=_ABDUCTION)
    return replace(draft, tolls=_in_one_slot(draft)) if draft.type in (_ABDUCTION, _ARREST) else draft


def is_of_the_dead(scene: Scene, draft: Draft) -> bool:
    """ "Executed 11 men after their abduction (اختطافهم)": how those just told as killed had come into their hands."""
    act = draft.anchor
    if act is None or act.type not in (_ABDUCTION, _ARREST) or act.is_verb or not act.hit.enclitic:
        return False
    after = scene.hits.covering(act.first - 1, "cause") if act.first else None
    if after is None or after.id != _AFTER or draft.by:
        return False
    start = scene.text.sentences[draft.sentence].first
    killings = (hit for hit in scene.hits_in("event", start, act.first) if hit.value["type"] in _KILLINGS)
    deaths = (hit for hit in scene.hits_in("toll", start, act.first) if hit.value["slot"] == "killed")
    return bool([*killings, *deaths])


def _is_by_a_state(scene: Scene, draft: Draft) -> bool:
    anchor = draft.anchor
    if anchor is None or not draft.by:
        return False
    beside = all(abs(actor.first - anchor.first) <= _BESIDE for actor in draft.by)
    return beside and all(actor.party in scene.states for actor in draft.by)


def _is_by_unknown(draft: Draft) -> bool:
    """ "Gunmen held a driver"; those who gave themselves up are the very people counted."""
    counted = {actor.span for toll in draft.tolls for actor in toll.people}
    return bool(draft.by) and all(a.party == _UNKNOWN and a.span not in counted for a in draft.by)


def _in_one_slot(draft: Draft) -> tuple[Toll, ...]:
    """Those arrested and led away are not abducted as well."""
    slot, other = _SLOTS if draft.type == _ARREST else _SLOTS[::-1]
    if any(toll.slot == slot for toll in draft.tolls):
        return tuple(toll for toll in draft.tolls if toll.slot != other)
    return tuple(replace(toll, slot=slot) if toll.slot == other else toll for toll in draft.tolls)

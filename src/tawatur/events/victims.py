"""Who the dead and injured of an incident are."""

from .drafts import Draft
from .tolls import Toll


def victims_of(draft: Draft) -> str | None:
    """civilians, combatants, mixed or unknown; None where the report tells of no dead or injured."""
    tolls = [t for t in draft.tolls if t.slot in ("killed", "injured") and not t.is_zero]
    if not tolls:
        return None
    kinds = _kinds(tolls) - {"unknown"}
    if not kinds:
        kinds = _implied(draft)
    if len(kinds) > 1:
        return "mixed"
    return kinds.pop() if kinds else "unknown"


def _kinds(tolls: list[Toll]) -> set[str]:
    return {actor.kind for toll in tolls for actor in toll.people}


def _implied(draft: Draft) -> set[str]:
    """Bare "people" are civilians where homes, a market or worshippers were hit."""
    return {"civilians"} if any(actor.head == "place_of" for actor in draft.against) else set()

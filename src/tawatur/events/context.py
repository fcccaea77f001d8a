"""What a sentence leaves unsaid because the sentences before it said it."""

from collections.abc import Sequence

from msgspec.structs import replace

from .drafts import Draft
from .scene import Scene


def in_context(scene: Scene, drafts: Sequence[Draft]) -> list[Draft]:
    """Give each draft the day and the containing place that its story has already named."""
    found: list[Draft] = []
    for draft in drafts:
        before = found[-1] if found and not _starts_story(scene, found[-1], draft) else None
        found.append(_inherit(scene, draft, before) if before else draft)
    return found


def _starts_story(scene: Scene, before: Draft, draft: Draft) -> bool:
    """Whether a new story starts between two drafts: "on the other hand", "in another development"."""
    shifts = scene.hits_in("shift", before.first + 1, draft.first + 1)
    return any(hit.value == "sentence" for hit in shifts)


def _inherit(scene: Scene, draft: Draft, before: Draft) -> Draft:
    if (draft.time is None or (draft.announced and not before.announced)) and _may_lend_time(before):
        draft = replace(draft, time=before.time, announced=False)
    if _goes_on(scene, draft, before):
        draft = replace(draft, by=before.by, against=draft.against or before.against)
    return draft


def _may_lend_time(before: Draft) -> bool:
    return before.time is not None and before.time.bound == "on"


def with_places(scene: Scene, drafts: Sequence[Draft]) -> list[Draft]:
    """Give a draft without a place that of the draft before it in the same story."""
    found: list[Draft] = []
    for draft in drafts:
        before = found[-1] if found and not _starts_story(scene, found[-1], draft) else None
        if before and not draft.place and before.place:
            draft = replace(draft, place=before.place, within=before.within)
        found.append(draft)
    return found


def _goes_on(scene: Scene, draft: Draft, before: Draft) -> bool:
    """More of the same act without an author of its own: "the raids were near A … seven raids near B"."""
    if draft.by or draft.anchor is None or not before.by:
        return False
    return draft.type == before.type or (
        scene.family(draft.type) == scene.family(before.type) == "bombardment" and draft.anchor.strength == 0
    )

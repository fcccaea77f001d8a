"""A place's share of a toll told before: "nine were killed in the shelling of A and B"; "in A eight were killed"."""

from collections.abc import Sequence

from msgspec.structs import replace

from ..text import fold_phrase
from .drafts import Draft
from .same_tolls import told_counts
from .scene import Scene

_LOOSE = "other_violence"


def as_parts(scene: Scene, kept: Sequence[Draft], drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, each bare count at a place given the kind, the authors and the means of the whole toll."""
    whole = next((draft for draft in drafts if _counts_several(draft)), None)
    if whole is None:
        return list(kept)
    return [_like(draft, whole) if _is_part(scene, draft, whole) else draft for draft in kept]


def _like(part: Draft, whole: Draft) -> Draft:
    return replace(part, type=whole.type, by=whole.by, weapon=whole.weapon)


def _counts_several(draft: Draft) -> bool:
    """The first count of several people by an act that the words name."""
    sure = draft.anchor is not None and draft.type != _LOOSE
    return sure and any((low or 0) > 1 for low, _ in told_counts(draft).values())


def _is_part(scene: Scene, part: Draft, whole: Draft) -> bool:
    """Fewer people, killed or hurt by no act that the words name, at a place that the whole names or holds."""
    if part.type != _LOOSE or part.anchor or part.by or part.weapon or part.sentence <= whole.sentence:
        return False
    return _is_fewer(part, whole) and _is_there(scene, part, whole)


def _is_fewer(part: Draft, whole: Draft) -> bool:
    ours, theirs = told_counts(part), told_counts(whole)
    shared = ours.keys() & theirs.keys()
    return bool(shared) and all((ours[slot][0] or 0) < (theirs[slot][0] or 0) for slot in shared)


def _is_there(scene: Scene, part: Draft, whole: Draft) -> bool:
    if part.place is None:
        return False
    frame = whole.frames[0]
    named = scene.places(frame.start, frame.end)
    ids = {place.place_id for place in named if place.place_id}
    names = {fold_phrase(place.name) for place in named}
    return fold_phrase(part.place.name) in names or bool(ids & set(part.place.within))

"""Blasts told as the like of one before them: "a similar explosion", "a third blast"."""

from collections.abc import Sequence

from msgspec.structs import replace

from .drafts import Draft
from .grammar import ordinal_after
from .scene import Scene

_BLAST = "unexplained_explosion"


def with_likeness(scene: Scene, drafts: Sequence[Draft]) -> tuple[Draft, ...]:
    """The drafts; one told as like another has that one's kind of blast, and its means."""
    found: list[Draft] = []
    for draft in drafts:
        model = _model(scene, found) if _is_alike(scene, draft) else None
        found.append(_like(draft, model) if model else draft)
    return tuple(found)


def _is_alike(scene: Scene, draft: Draft) -> bool:
    """Whether "similar", or for a blast an ordinal, stands right behind the word for the act."""
    anchor = draft.anchor
    if anchor is None or draft.weapon is not None or anchor.is_verb:
        return False
    again = scene.hits.at(anchor.last, "again")
    alike = again is not None and again.id == "alike"
    return draft.type == _BLAST and (alike or ordinal_after(scene, anchor) is not None)


def _model(scene: Scene, before: Sequence[Draft]) -> Draft | None:
    """The blast told last before it."""
    return next((other for other in reversed(before) if scene.family(other.type) == "blast"), None)


def _like(draft: Draft, model: Draft) -> Draft:
    return replace(draft, type=model.type, weapon=model.weapon)

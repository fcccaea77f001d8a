"""Acts told as the like of one before them: "a similar explosion", "a third blast"."""

from collections.abc import Sequence

from msgspec.structs import replace

from .drafts import Draft
from .likes import is_alike, ordinal_after
from .scene import Scene

_BLAST = "unexplained_explosion"
_BY_MEANS = ("blast", "bombardment")


def like_one_before(scene: Scene, draft: Draft, before: Draft | None, told: Sequence[Draft]) -> Draft:
    """The draft with the kind and the means of the act before it, or of the blast told last, if it is its like."""
    anchor = draft.anchor
    if anchor is None or anchor.is_verb or draft.weapon is not None:
        return draft
    model = None
    if before and anchor.strength == 0 and scene.family(before.type) in _BY_MEANS and is_alike(scene, anchor):
        model = before
    elif draft.type == _BLAST and (is_alike(scene, anchor) or ordinal_after(scene, anchor)):
        model = next((other for other in reversed(told) if scene.family(other.type) == "blast"), None)
    return replace(draft, type=model.type, weapon=model.weapon) if model else draft

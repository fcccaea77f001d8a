"""Words behind an act that say that there was another: "the second", "another", "a similar"."""

from ..model.mentions import Number
from .anchors import Anchor
from .scene import Scene


def ordinal_after(scene: Scene, anchor: Anchor) -> Number | None:
    """The number in "the second attack"."""
    return next((n for n in scene.numbers(anchor.last, anchor.last + 1) if n.ordinal), None)


def is_another(scene: Scene, anchor: Anchor) -> bool:
    """Whether "another" or "similar" stands right behind the word for an act."""
    return scene.hits.at(anchor.last, "again") is not None


def is_alike(scene: Scene, anchor: Anchor) -> bool:
    """Whether "similar" or "third" stands right behind the word for an act: of the same kind as the one before."""
    again, number = scene.hits.at(anchor.last, "again"), ordinal_after(scene, anchor)
    return bool(again and again.id == "alike") or bool(number and (number.low or 0) > 1)

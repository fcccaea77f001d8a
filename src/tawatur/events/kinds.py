"""The type of a happening: its most specific word, or the means where the means decides."""

from ..model.mentions import Weapon
from .anchors import Anchor
from .frames import Frame
from .scene import Scene

_NO_ACT = "other_violence"
_BOMBARDMENT = ("ground", "blast", "bombardment")


def kind_of(scene: Scene, frame: Frame) -> tuple[str, Anchor | None, Weapon | None]:
    """(incident type, the anchor that tells it, the means that decided it)."""
    telling = _telling(frame)
    means = _means(scene, frame)
    if telling and telling.strength == 2:
        return telling.type, telling, None
    if telling is None:
        if means and means.implies:
            return means.implies, None, means
        return _NO_ACT, None, None
    if means and means.implies and _means_wins(scene, telling, means.implies):
        return means.implies, telling, means
    return telling.type, telling, None


def _telling(frame: Frame) -> Anchor | None:
    """The strongest anchor that is an act by itself; a thing alone only supports one."""
    acts = [anchor for anchor in frame.anchors if anchor.part != "thing"]
    things = [anchor for anchor in frame.anchors if anchor.part == "thing"]
    best = max(acts, key=lambda a: (a.strength, a.hit.last - a.hit.first), default=None)
    if things and (best is None or best.strength == 0):
        return max(things, key=lambda a: a.strength)
    return best


def _means(scene: Scene, frame: Frame) -> Weapon | None:
    """The most specific means named for this act."""
    weapons = [w for w in scene.weapons(frame.start, frame.end) if w.implies]
    return max(weapons, key=lambda w: scene.rank(w.implies), default=None)


def _means_wins(scene: Scene, anchor: Anchor, implied: str) -> bool:
    """A means names the type of an attack, a blast or a bombardment; never of an arrest or a protest."""
    known = scene.types.get(anchor.type)
    if known is None or not known.means_wins or known.family not in _BOMBARDMENT:
        return False
    return anchor.strength == 0 or scene.rank(implied) > scene.rank(anchor.type)

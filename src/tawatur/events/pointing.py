"""Places spoken of again by their noun alone: "the village", "the camp"."""

from ..lexicon import Hit
from ..model.mentions import Place
from .frames import Frame
from .scene import Scene

_NOUNS = ("village", "town", "city", "camp", "quarter")
"""The entries of the nouns that stand for a place named with them before."""
_WIDE = ("country", "division1")


def pointed_at(scene: Scene, frame: Frame) -> Place | None:
    """The last place named with a noun that now stands with nothing but its article."""
    for noun in scene.hits_in("place-noun", frame.first, frame.end):
        if noun.id in _NOUNS and _is_alone(scene, noun):
            return _last_named(scene, noun)
    return None


def _is_alone(scene: Scene, noun: Hit) -> bool:
    """Whether a definite noun has no name of its own behind it."""
    if not noun.definite or noun.proclitics.endswith("لل"):
        return False
    return not scene.places(noun.last, noun.last + 1)


def _last_named(scene: Scene, noun: Hit) -> Place | None:
    """The last place before whose name such a noun introduces, whoever is said to be there."""
    for other in reversed(scene.hits_in("place-noun", 0, noun.first)):
        named = scene.places(other.last, other.last + 1) if other.id == noun.id else ()
        if named and not other.definite and "pl" not in other.features and named[0].level not in _WIDE:
            return named[0]
    return None

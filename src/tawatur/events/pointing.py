"""Places spoken of again by their noun alone: "the village", "the camp"."""

from ..lexicon import Hit
from ..model.mentions import Place
from .frames import Frame
from .scene import Scene

_NOUNS = ("village", "town", "city", "camp", "quarter")
"""The entries of the nouns that stand for a place named with them before."""
_IF_SAME = ("district-ye", "district-iq", "subdistrict", "area", "governorate", "locality", "front", "state")
"""Those that do so only with "the same" beside them."""
_WIDE = ("country", "division1")


def pointed_at(scene: Scene, frame: Frame) -> Place | None:
    """The last place named with a noun that now stands with nothing but its article."""
    for noun in scene.hits_in("place-noun", frame.first, frame.end):
        stands = noun.id in _NOUNS or (noun.id in _IF_SAME and _is_same(scene, noun))
        if stands and is_alone(scene, noun):
            return last_named(scene, noun)
    return None


def _is_same(scene: Scene, noun: Hit) -> bool:
    """ "The district itself", "the same district"."""
    before = scene.hits.covering(noun.first - 1, "same") if noun.first else None
    behind = scene.hits.at(noun.last, "same")
    return bool(behind and behind.value == "behind") or bool(before and before.value == "before")


def is_alone(scene: Scene, noun: Hit) -> bool:
    """Whether a definite noun has no name of its own behind it."""
    if not noun.definite or noun.proclitics.endswith("لل"):
        return False
    return not scene.places(noun.last, noun.last + 1)


def last_named(scene: Scene, noun: Hit) -> Place | None:
    """The last place before whose name such a noun introduces, whoever is said to be there."""
    for other in reversed(scene.hits_in("place-noun", 0, noun.first)):
        named = scene.places(other.last, other.last + 1) if other.id == noun.id else ()
        wide = noun.id in _NOUNS and named and named[0].level in _WIDE
        if named and not other.definite and "pl" not in other.features and not wide:
            return named[0]
    return None

"""How many people a noun means: the number beside it, a dual, a bare singular, an uncounted plural."""

from collections.abc import Sequence
from typing import NamedTuple

from ..lexicon import Hit
from ..model.mentions import Number
from .actor_scene import Scene


class Count(NamedTuple):
    low: int | None
    high: int | None
    counted: bool


NO_COUNT = Count(None, None, False)
SOME = Count(2, None, False)
ONE = Count(1, 1, False)


def count_of(number: Number | None, readings: Sequence[Hit], *, definite: bool, annexed: bool) -> Count:
    """The count of a noun with a number, or by its own form. A definite noun alone counts nobody."""
    if number is not None:
        return Count(number.low, number.high, True)
    features = set().union(*(hit.features for hit in readings))
    if definite:
        return Count(2, 2, False) if "dual" in features and "pl" not in features else NO_COUNT
    if any(_is_annexed_dual(hit) for hit in readings):
        return Count(2, 2, True)
    if "sg" in features:
        return NO_COUNT if annexed else Count(1, 1, True)
    if "pl" in features:
        return SOME
    return Count(2, 2, True) if "dual" in features else NO_COUNT


def _is_annexed_dual(hit: Hit) -> bool:
    """ "رجلا أمن": before the noun that it is annexed to, the ending of a singular would be none."""
    return hit.last - hit.first > 1 and {"dual", "construct"} <= hit.features


def is_someones(readings: Sequence[Hit]) -> bool:
    """One person told by a pronoun: "his son", "her driver"."""
    return all(hit.enclitic and "sg" in hit.features for hit in readings)


def number_after(scene: Scene, word: int) -> Number | None:
    """A number that follows its noun and adjectives: "جنديين تركيين اثنين", "أولاده الثلاثة"."""
    number = scene.numbers.get(word)
    if number is None or number.high is None or number.ordinal or not scene.joined(word):
        return None
    if scene.text.words[word].number or (scene.form(word).startswith("و") and number.low != 1):
        return None
    return number if number.low in (1, 2) or _agrees(scene, word) else None


def _agrees(scene: Scene, word: int) -> bool:
    """ "His three children": a definite number after people who are somebody's."""
    nouns = scene.all_at(word - 1, "person")
    return scene.form(word).startswith("ال") and any(noun.enclitic for noun in nouns)

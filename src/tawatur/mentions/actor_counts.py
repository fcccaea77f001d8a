"""How many people a noun means: the number beside it, a dual, a bare singular, an uncounted plural."""

from collections.abc import Sequence
from typing import NamedTuple

from ..lexicon import Hit
from ..model.mentions import Number
from .actor_scene import Scene, is_definite


class Count(NamedTuple):
    low: int | None
    high: int | None
    counted: bool


_PRONOUN_OF_TWO = "هما"
_PARTICIPLES = ("مهما", "فهما")
_DUAL_VERB = 5
"""Letters of the shortest such verb."""
_REACH = 16
"""Words behind a noun in which a pronoun may say that it means two."""
_FATHA = "\u064e"
NO_COUNT = Count(None, None, False)
SOME = Count(2, None, False)
ONE = Count(1, 1, False)


def count_of(
    scene: Scene, number: Number | None, readings: Sequence[Hit], *, definite: bool, annexed: bool
) -> Count:
    """The count of a noun with a number, or by its own form. A definite noun alone counts nobody."""
    if number is not None:
        return Count(number.low, number.high, True)
    features = set().union(*(hit.features for hit in readings))
    if "dual" in features and "pl" in features and are_two(scene, readings[0]):
        return Count(2, 2, not definite)
    if definite:
        return Count(2, 2, False) if "dual" in features and "pl" not in features else NO_COUNT
    if any(_is_annexed_dual(hit) for hit in readings):
        return Count(2, 2, True)
    if "sg" in features:
        return NO_COUNT if annexed else Count(1, 1, True)
    if "pl" in features:
        return SOME
    return Count(2, 2, True) if "dual" in features else NO_COUNT


def are_two(scene: Scene, hit: Hit) -> bool:
    """Whether an ending that is dual or plural is a dual: by its vowel, or a pronoun of two behind it."""
    word = hit.last - 1
    raw = scene.text.body[scene.text.words[word].start : scene.text.words[word].end]
    ending = raw.rpartition("ي")[0]
    if ending and not ending[-1].isalpha():
        return _FATHA in ending[-2:]
    end = min(scene.text.sentence_of(word).last, word + _REACH)
    behind = (scene.form(at) for at in range(word + 1, end))
    return _tells_of_two(scene.form(word + 1)) or any(_means_two(form) for form in behind)


def _means_two(form: str) -> bool:
    return form.endswith(_PRONOUN_OF_TWO) and form not in _PARTICIPLES


def _tells_of_two(form: str) -> bool:
    """ "(Who) ride (يستقلان) a motorcycle": a present verb in the dual."""
    return form.startswith("ي") and form.endswith("ان") and len(form) >= _DUAL_VERB


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


def composed_of(scene: Scene, hit: Hit, word: int) -> Number | None:
    """ "A cell of (مؤلفة من) five people": how many a group is."""
    composed = scene.at(word, "composed") if hit.value.get("group") and scene.joined(word) else None
    if composed is None and hit.value.get("band") and scene.joined(word):
        composed = scene.at(word, "tie")
    number = scene.numbers.get(composed.last) if composed else None
    return None if number is None or number.ordinal else number


def _is_of_people(scene: Scene, word: int) -> bool:
    """ "A group of soldiers", "of terrorists": behind "of" stand people."""
    tie = scene.at(word, "tie")
    return tie is not None and any(
        scene.at(tie.last, name) for name in ("person", "epithet", "actor", "body")
    )


def is_some(scene: Scene, readings: Sequence[Hit], last: int, *, annexed: bool) -> bool:
    """A group not yet known: "a cell", "his family"; not "a group of pictures"."""
    if is_someones(readings) or annexed or _is_of_people(scene, readings[0].last):
        return True
    if not readings[0].value.get("band"):
        return False
    of = scene.at(last, "particle")
    others = of is not None and of.value == "from" and not scene.all_at(of.last, "person")
    return not others and not is_definite(scene, readings[0])


def past_bound(scene: Scene, number: Number) -> int:
    """ "Twenty at least of the soldiers": what is counted stands behind the bound, where "of" governs it."""
    bound = scene.at(number.last, "number-bound") if number.high is None else None
    if bound is None or not bound.value.get("after"):
        return number.last
    return bound.last if scene.at(bound.last, "tie") else number.last

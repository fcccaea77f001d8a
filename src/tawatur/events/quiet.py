"""Sentences whose violent words are figures of speech, accidents, exercises, films or anniversaries."""

from collections import defaultdict

from ..model.mentions import Actor
from .scene import Scene

_SURE = 3
_LIKELY = 2
_WHOLE_TEXT = 9
_ACCIDENTS = ("nature", "health")
_FIGURATIVE = ("sport", "culture", "economy")


def quiet_sentences(scene: Scene) -> frozenset[int]:
    """The numbers of the sentences in which no violent word is to be believed."""
    weights = [_weight(scene, number) for number in range(len(scene.text.sentences))]
    totals: dict[str, int] = defaultdict(int)
    for kinds in weights:
        for kind, weight in kinds.items():
            totals[kind] += weight
    armed = [_arms(scene, number, weights[number]) for number in range(len(weights))]
    figurative = max((totals[kind] for kind in _FIGURATIVE), default=0)
    all_quiet = figurative >= _WHOLE_TEXT and figurative > 3 * sum(armed)
    return frozenset(n for n, kinds in enumerate(weights) if _is_quiet(kinds, armed[n], all_quiet))


def _is_quiet(kinds: dict[str, int], arms: int, all_quiet: bool) -> bool:
    weight = max(kinds.values(), default=0)
    if all_quiet:
        return arms < 2
    return (weight >= _SURE and arms < 2) or (weight >= _LIKELY and arms == 0)


def _weight(scene: Scene, number: int) -> dict[str, int]:
    """How strongly the words of a sentence speak of each peaceful matter."""
    sentence = scene.text.sentences[number]
    found: dict[str, int] = defaultdict(int)
    for hit in scene.hits_in("metaphor", sentence.first, sentence.last):
        found[hit.value["kind"]] += int(hit.value["weight"])
    return found


def _arms(scene: Scene, number: int, kinds: dict[str, int]) -> int:
    """How much in a sentence speaks of arms: weapons, armed bodies, people killed by no accident."""
    sentence = scene.text.sentences[number]
    first, last = sentence.first, sentence.last
    weapons = len(scene.weapons(first, last))
    bodies = len({actor.party for actor in scene.actors(first, last) if _is_armed(actor)})
    killed = any(hit.value["slot"] in ("killed", "both") for hit in scene.hits_in("toll", first, last))
    return weapons + bodies + (killed and not any(kind in _ACCIDENTS for kind in kinds))


def _is_armed(actor: Actor) -> bool:
    return actor.kind == "combatants" and actor.head in ("body", "members")

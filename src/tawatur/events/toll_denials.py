"""Toll words that count nobody: figures of speech, people whom nobody killed, victims denied."""

from ..lexicon import Hit
from .grammar import is_figure
from .quiet import is_figurative
from .scene import Scene
from .stages import stage_of

_DENIAL_REACH = 8
_NOT_TOLD = (None, "planned", "threatened")
_OPENING = 14
"""Words between "claimed" and "the lives of"."""


def is_blocked(scene: Scene, hit: Hit) -> bool:
    """A metaphor, or people whom nobody killed: "to prevent the fall of victims"."""
    if hit.value.get("opened") and not _is_opened(scene, hit):
        return True
    if hit.value.get("completed") and not _is_completed(scene, hit):
        return True
    if not hit.value.get("zero") and stage_of(scene, hit) in _NOT_TOLD and not is_denied(scene, hit):
        return True
    if any(_is_unreported(scene, denial) for denial in _denials(scene, hit)):
        return True
    return is_figure(scene, hit) or is_figurative(scene, hit, "")


def _is_completed(scene: Scene, hit: Hit) -> bool:
    """ "Met … their death": the verb alone says nothing."""
    end = min(scene.text.sentence_of(hit.first).last, hit.last + _OPENING)
    return bool(scene.hits_in("death", hit.last, end))


def _is_opened(scene: Scene, hit: Hit) -> bool:
    """ "Claimed … the lives of": the verb stands somewhere before its object."""
    sentence = scene.text.sentence_of(hit.first)
    return bool(scene.hits_in("result", max(sentence.first, hit.first - _OPENING), hit.first))


def is_denied(scene: Scene, hit: Hit) -> bool:
    """ "It caused no victims": a negation that governs the noun, maybe through "led to"."""
    denials = [denial for denial in _denials(scene, hit) if not is_figure(scene, denial)]
    return any(not _is_unreported(scene, denial) for denial in denials)


def _denials(scene: Scene, hit: Hit) -> list[Hit]:
    """The negations that govern a noun."""
    if hit.features & {"past", "present"} or hit.enclitic:
        return []
    clause = scene.clause_of(hit.first)
    start = clause.first if clause and clause.link != "result" else scene.text.sentence_of(hit.first).first
    found = scene.hits_in("negation", max(start, hit.first - _DENIAL_REACH), hit.first)
    return [other for other in found if not _comma_between(scene, other.last, hit.first)]


def _is_unreported(scene: Scene, denial: Hit) -> bool:
    """ "No reports of victims came": nothing is said of how many there were."""
    return bool(scene.hits_in("unreported", denial.first, denial.last + 2))


def _comma_between(scene: Scene, first: int, last: int) -> bool:
    return any("," in word.gap for word in scene.text.words[first : last + 1])

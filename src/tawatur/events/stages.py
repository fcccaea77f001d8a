"""Whether an act occurred, was tried, foiled, threatened or planned, as the words before it say."""

from collections.abc import Iterator

from ..lexicon import Hit
from .grammar import is_figure
from .scene import Scene

_REACH = 9
"""How many words before it a possibility still governs an act."""
_REACHES = {"negation": 1, "unreal": _REACH, "foiled": 3, "reason": 4}


def stage_of(scene: Scene, hit: Hit) -> str | None:
    """The stage that words before the anchor give it; None where they say that nothing happened."""
    for other in governors(scene, hit):
        if other.category == "negation":
            return None
        if other.category == "foiled":
            return "foiled"
        if other.category == "unreal":
            return None if other.value in (None, "none", "may") else str(other.value)
    return "occurred"


def governors(scene: Scene, hit: Hit) -> Iterator[Hit]:
    """Negations and possibilities that stand shortly before the anchor in its clause, nearest first."""
    clause = scene.clause_of(hit.first)
    words = scene.text.words
    start = max(clause.first if clause else 0, hit.first - _REACH)
    start = max([start, *(at for at in range(start + 1, hit.first + 1) if "," in words[at].gap)])
    found = [
        h for category in _REACHES for h in scene.hits_in(category, start, hit.first) if _governs(h, hit)
    ]
    for other in sorted(found, key=lambda h: -h.first):
        if other.category != "negation" or not is_figure(scene, other):
            yield other


def _governs(other: Hit, hit: Hit) -> bool:
    """Whether a word stands near enough; "may" makes possible only the present verb right after it."""
    if other.value == "may":
        return other.last == hit.first and "present" in hit.features
    return 0 <= hit.first - other.last <= _REACHES[other.category]

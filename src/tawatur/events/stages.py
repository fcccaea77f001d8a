"""Whether an act occurred, was tried, foiled, threatened or planned, as the words before it say."""

from collections.abc import Sequence

from ..lexicon import Hit
from .grammar import is_figure
from .scene import Scene

_REACH = 9
"""How many words before it a possibility still governs an act."""
_BESIDE = 1
"""Words between "foiled" and the attack, across a comma."""
_REACHES = {"negation": 1, "unreal": _REACH, "foiled": 3, "reason": 8}


def stage_of(scene: Scene, hit: Hit) -> str | None:
    """The stage that words before an act give it; None where they say that nothing happened."""
    return stage_by(governors(scene, hit))


def stage_by(governing: Sequence[Hit]) -> str | None:
    """The stage that the nearest negation or possibility gives."""
    for other in governing:
        if other.category == "negation":
            return None
        if other.category == "foiled":
            return "foiled"
        if other.category == "unreal" and not any(one.category == "foiled" for one in governing):
            return None if other.value in (None, "none", "may") else str(other.value)
    return "occurred"


def governors(scene: Scene, hit: Hit) -> list[Hit]:
    """Negations and possibilities that stand shortly before an act in its clause, nearest first."""
    clause = scene.clause_of(hit.first)
    opens = clause.first if clause and clause.link != "result" else scene.text.sentence_of(hit.first).first
    start = max(opens, hit.first - _REACH)
    found = [
        other
        for name in _REACHES
        for other in scene.hits_in(name, start, hit.first)
        if _governs(other, hit) and not (other.category == "unreal" and _is_in_a_name(scene, other))
    ]
    if not found:
        return []
    words = scene.text.words
    opens = max((at for at in range(start + 1, hit.first + 1) if "," in words[at].gap), default=start)
    near = [
        o for o in found if o.first >= opens or (o.category == "foiled" and hit.first - o.last <= _BESIDE)
    ]
    near.sort(key=lambda other: -other.first)
    return [other for other in near if other.category != "negation" or not is_figure(scene, other)]


def _is_in_a_name(scene: Scene, other: Hit) -> bool:
    """ "The Counter-Terrorism Service announced": what a body's own name says makes nothing unreal."""
    name = scene.hits.covering(other.first, "actor") or scene.hits.covering(other.first, "body")
    return name is not None and name.last > other.last


def _governs(other: Hit, hit: Hit) -> bool:
    """Whether a word stands near enough; "may" makes possible only the present verb right after it."""
    if other.value == "may":
        return other.last == hit.first and "present" in hit.features
    return 0 <= hit.first - other.last <= _REACHES[other.category]

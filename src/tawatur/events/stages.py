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

_HAPPENED = frozenset({"past", "present"})
_CALL = 40
"""Words of a call for something, from the verb to what is called for."""
_WAYS = ("to", "that")


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


def is_called_for(scene: Scene, hit: Hit) -> bool:
    """ "They called on the state to hasten the clearing and the return": a noun behind a call and "to"."""
    if _HAPPENED & hit.features:
        return False
    start = max(scene.text.sentence_of(hit.first).first, hit.first - _CALL)
    calls = scene.hits_in("appeal", start, hit.first)
    if not calls or any(_is_told(c, hit) for c in scene.hits_in("cause", calls[-1].last, hit.first + 1)):
        return False
    ways = scene.hits_in("particle", calls[-1].last, hit.first)
    return hit.proclitics in ("ب", "ل") or any(way.value in _WAYS for way in ways)


def _is_told(cause: Hit, hit: Hit) -> bool:
    """ "After the shelling", "into the killing of three in (في) a raid": a cause, or "in" right before the act."""
    return cause.id != "when" or cause.last == hit.first


def governors(scene: Scene, hit: Hit) -> list[Hit]:
    """Negations and possibilities that stand shortly before an act in its clause, nearest first."""
    clause = scene.clause_of(hit.first)
    opens = clause.first if clause and clause.link != "result" else scene.text.sentence_of(hit.first).first
    start = max(opens, hit.first - _REACH)
    found = [
        other
        for name in _REACHES
        for other in scene.hits_in(name, start, hit.first)
        if _governs(other, hit) and not _is_in_a_name(scene, other)
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
    """ "The Counter-Terrorism Service announced", "in the de-escalation zone": what a name says governs nothing."""
    trap = scene.hits.covering(other.first, "place-trap")
    if trap is not None and trap.first < other.first:
        return True
    name = scene.hits.covering(other.first, "actor") or scene.hits.covering(other.first, "body")
    return other.category == "unreal" and name is not None and name.last > other.last


def _governs(other: Hit, hit: Hit) -> bool:
    """Whether a word stands near enough; "may" makes possible only the present verb right after it."""
    if other.value == "may":
        return other.last == hit.first and "present" in hit.features
    return 0 <= hit.first - other.last <= _REACHES[other.category]

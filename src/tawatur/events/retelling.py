"""The opening's act told again, by the first who speaks after it."""

from .drafts import Draft
from .scene import Scene
from .telling_apart import is_told_apart, opens_elsewhere

_SHARED = 0.3
"""The part of the shorter telling's words that the other has too."""


def retells_opening(scene: Scene, opening: Draft, told: Draft) -> bool:
    """ "Two were shot dead west of A. The network said that B and his son were shot dead on the road to C"."""
    if opening.type != told.type or not _speaks_first(scene, opening, told):
        return False
    return words_shared(scene, opening, told) >= _SHARED and not (
        is_told_apart(scene, told) or opens_elsewhere(scene, told)
    )


def _speaks_first(scene: Scene, opening: Draft, told: Draft) -> bool:
    """Whether one stands in the opening sentence, and the other in the first one after it that has a speaker."""
    if scene.opening is None or not opening.sentence <= scene.opening < told.sentence:
        return False
    return told.sentence == min((n for n in scene.voiced if n > scene.opening), default=None)


def words_shared(scene: Scene, a: Draft, b: Draft) -> float:
    """The part of the words of the shorter telling that the other has too; from 0 to 1."""
    ours, theirs = _words(scene, a), _words(scene, b)
    return len(ours & theirs) / max(1, min(len(ours), len(theirs)))


def _words(scene: Scene, draft: Draft) -> frozenset[str]:
    told = [scene.told_words(frame.start, frame.end) for frame in draft.frames]
    return told[0] if len(told) == 1 else frozenset().union(*told)

"""Whether two drafts count the same people."""

from collections.abc import Iterable

from .drafts import Draft
from .scene import Scene
from .tolls import Toll

_MANY = 5
_VAGUE_COUNT = 2
VAGUE = (_VAGUE_COUNT, None)
"""A bare plural."""
_NEARLY = 1.5
_VAGUE_MOST = {24: 99, 200: 999}
"""Dozens and hundreds."""
_RECOUNTED = ("later", "earlier", "other")
VAGUE_LEAST = frozenset({_VAGUE_COUNT, *_VAGUE_MOST})


def toll_likeness(a: Draft, b: Draft) -> float:
    """2 for the same counts, -1 for counts of the same people that differ."""
    if not a.tolls or not b.tolls:
        return 0.0
    ours, theirs = told_counts(a), told_counts(b)
    shared = ours.keys() & theirs.keys()
    if not shared:
        return 0.0
    if any(_contradict(ours[slot], theirs[slot]) for slot in shared):
        return -1.0
    if any(_is_dozens(ours[slot], theirs[slot]) for slot in shared) and any(
        _are_apart(ours[slot], theirs[slot]) for slot in shared
    ):
        return -1.0
    if all(_may_be_some(ours[slot], theirs[slot]) for slot in shared) and len(shared) > 1:
        return 0.5
    if any(ours[slot] == theirs[slot] for slot in shared):
        return 2.0 if any((ours[slot][0] or 0) > _VAGUE_COUNT or ours[slot][1] for slot in shared) else 0.5
    return 0.5 if all(_may_be_same(ours[slot], theirs[slot]) for slot in shared) else -1.0


def told_counts(draft: Draft) -> dict[str, tuple[int | None, int | None]]:
    """The last count of each slot, those of one sentence together; "some" only where no number is told."""
    if len(draft.tolls) == 1:
        return {toll.slot: (toll.low, toll.high) for toll in draft.tolls}
    found: dict[str, tuple[int | None, int | None]] = {}
    sentences = sorted({toll.sentence for toll in draft.tolls})
    for sentence in sentences:
        for slot in {toll.slot for toll in draft.tolls if toll.sentence == sentence}:
            count = _sum(toll for toll in draft.tolls if toll.sentence == sentence and toll.slot == slot)
            if slot not in found or count != VAGUE:
                found[slot] = count
    return found


def _is_dozens(one: tuple[int | None, int | None], other: tuple[int | None, int | None]) -> bool:
    """Dozens here and there: no number that would speak for one act."""
    return one == other and one[1] is None and one[0] in _VAGUE_MOST


def _are_apart(one: tuple[int | None, int | None], other: tuple[int | None, int | None]) -> bool:
    """Two numbers that cannot be of the same people: "at least 20" and 13."""
    told = not any(count[1] is None and count[0] in VAGUE_LEAST for count in (one, other))
    return told and one != other and not _may_be_same(one, other)


def _sum(tolls: Iterable[Toll]) -> tuple[int | None, int | None]:
    """Different counts of one sentence add up; the same told twice is one."""
    counts = list(dict.fromkeys((toll.low, toll.high) for toll in tolls))
    lows, highs = [low for low, _ in counts], [high for _, high in counts]
    low = None if None in lows else sum(n for n in lows if n is not None)
    return low, None if None in highs else sum(n for n in highs if n is not None)


def _may_be_some(one: tuple[int | None, int | None], other: tuple[int | None, int | None]) -> bool:
    """ "Some were killed and wounded": of one of the two there may have been one."""
    return one == VAGUE and (other[0] or 0) > 0


def _contradict(one: tuple[int | None, int | None], other: tuple[int | None, int | None]) -> bool:
    """Two exact counts that differ, whatever else is told alike."""
    return None not in one and None not in other and one != other


def _may_be_same(one: tuple[int | None, int | None], other: tuple[int | None, int | None]) -> bool:
    """A bare plural ("soldiers were killed") may be any number from two on; "dozens" may be "more than 18"."""
    if VAGUE in (one, other):
        return min(one[0] or 0, other[0] or 0) >= _VAGUE_COUNT
    open_ended = one[1] is None or other[1] is None
    near = max(one[0] or 0, other[0] or 0) <= _NEARLY * min(one[0] or 0, other[0] or 0)
    low, exact = (one, other) if one[1] is None else (other, one)
    reached = (low[0] or 0) <= (exact[0] or 0) <= _most(low[0] or 0)
    return open_ended and (near or reached)


def _most(least: int) -> int:
    """How many "more than" a number, "dozens" or "hundreds" may be at most."""
    return _VAGUE_MOST.get(least, 2 * least)


def same_tolls(a: Draft, b: Draft, *, anyhow: bool = False) -> bool:
    """The very same dead and injured, or the same large number: one happening wherever it is placed."""
    if (a.type != b.type and not anyhow) or not a.tolls or not b.tolls:
        return False
    ours, theirs = told_counts(a), told_counts(b)
    same = [slot for slot in ours.keys() & theirs.keys() if ours[slot] == theirs[slot]]
    return len(same) > 1 or any((ours[slot][0] or 0) >= _MANY for slot in same)


def recounts(scene: Scene, draft: Draft) -> bool:
    """ "The toll rose to …": another count of what was counted before."""
    sentence = scene.text.sentences[draft.sentence]
    found = scene.hits_in("recount", sentence.first, draft.frames[0].last)
    return any(hit.value in _RECOUNTED for hit in found)


def only_toll(draft: Draft) -> bool:
    return draft.anchor is None

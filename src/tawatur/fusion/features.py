"""The features of likeness: each gives points for or against; its docstring is the reason people read."""

from collections.abc import Callable
from math import asin, cos, log2, radians, sin, sqrt

from .parties import bodies
from .passages import resemblance, shared_passage
from .tellings import COUNTS, Range, Spot, Telling, same_root

Feature = Callable[[Telling, Telling], float]

NEAR_FAMILIES = frozenset(
    frozenset(pair)
    for pair in (
        ("ground", "blast"),
        ("ground", "bombardment"),
        ("blast", "bombardment"),
        ("ground", "control"),
        ("control", "coercion"),
    )
)
WIDE = 60.0
ROUND_EARTH = 6371.0


def near_families(a: str, b: str) -> bool:
    return a == b or frozenset((a, b)) in NEAR_FAMILIES


def kind(a: Telling, b: Telling) -> float:
    """What happened: the same type speaks for one event, a related type less, a distant one against."""
    if a.type == b.type:
        return 2.0
    if a.family == b.family:
        return 0.8
    return -0.8 if near_families(a.family, b.family) else -6.0


def stage(a: Telling, b: Telling) -> float:
    """Carried out, attempted, foiled or only threatened: different stages speak against one event."""
    return 0.0 if a.stage == b.stage else -2.0


def days(a: Telling, b: Telling) -> float:
    """When: the same day speaks for one event, overlapping times a little, each day between them against."""
    if a.first is None or b.first is None or a.last is None or b.last is None:
        return -1.0
    gap = max(a.first - b.last, b.first - a.last)
    if gap > 0:
        return -2.5 * gap
    if not (a.dated and b.dated):
        return 0.5 - abs((a.published or a.last) - (b.published or b.last)) * 0.5
    wider = max(a.span, b.span)
    return 2.0 if wider == 0 else 1.5 if wider == 1 else 0.5 if wider <= 7 else -1.0


def where(a: Telling, b: Telling) -> float:
    """Where: the same narrow place speaks strongly for one event, one in the other less, distance against."""
    if not a.place or not b.place:
        return -1.0
    if same_spot(a.place, b.place):
        return 0.8 if is_wide(a) and is_wide(b) else 3.0
    if holds(a, b.place) or holds(b, a.place):
        return 0.5 if is_wide(a) or is_wide(b) else 1.2
    return _apart(a.place, b.place)


def is_wide(telling: Telling) -> bool:
    """A country or province: so large that sharing it says little."""
    if not telling.place:
        return True
    radius = telling.place.radius
    return radius > WIDE if radius is not None else not telling.within


def same_spot(a: Spot, b: Spot) -> bool:
    return a.key == b.key or (a.id is not None and a.id == b.id)


def holds(telling: Telling, spot: Spot) -> bool:
    return any(same_spot(spot, other) for other in (*telling.within, *telling.also))


def _apart(a: Spot, b: Spot) -> float:
    gap = distance(a, b)
    if gap is None:
        return -3.0
    return 2.0 if gap <= 3 else 1.0 if gap <= 10 else -1.0 if gap <= 25 else -min(8.0, gap / 15)


def distance(a: Spot, b: Spot) -> float | None:
    """Kilometres between two places, if both have coordinates."""
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return None
    half = sin(radians(b.lat - a.lat) / 2) ** 2
    half += cos(radians(a.lat)) * cos(radians(b.lat)) * sin(radians(b.lon - a.lon) / 2) ** 2
    return 2 * ROUND_EARTH * asin(sqrt(min(1.0, half)))


def toll(a: Telling, b: Telling) -> float:
    """How many: the same figure speaks for one event, a large one more; figures far apart speak against."""
    return max(-3.0, min(4.0, sum(_same_count(a.counts.get(name), b.counts.get(name)) for name in COUNTS)))


def _same_count(a: Range | None, b: Range | None) -> float:
    if a is None or b is None:
        return 0.0
    low, other = (a[0] or a[1] or 0), (b[0] or b[1] or 0)
    if a == b:
        return 0.5 + 0.5 * log2(1 + low) if low > 1 else 0.3 * low
    if overlapping(a, b):
        return 0.5
    ratio = (max(low, other) + 1) / (min(low, other) + 1)
    return 0.2 if ratio <= 1.5 else -0.7 if ratio <= 2.5 else -1.8


def overlapping(a: Range, b: Range) -> bool:
    """Whether two ranges of people can both be true."""
    return (a[0] or 0) <= (b[1] if b[1] is not None else 10**9) and (b[0] or 0) <= (
        a[1] if a[1] is not None else 10**9
    )


def authors(a: Telling, b: Telling) -> float:
    """Who did it: a named party in common speaks for one event, two different ones against."""
    return _shared_parties(a.by, b.by, 1.0, -1.5)


def targets(a: Telling, b: Telling) -> float:
    """Who was hit: a party in common speaks for one event, two different ones against."""
    return _shared_parties(a.against, b.against, 1.0, -1.0)


def _shared_parties(a: tuple[str, ...], b: tuple[str, ...], same: float, other: float) -> float:
    if not a or not b:
        return 0.0
    if bodies(a) & bodies(b):
        return same
    if set(a) & set(b):
        return same / 2
    return other if bodies(a) and bodies(b) else 0.0


def means(a: Telling, b: Telling) -> float:
    """With what: a word for the means in common speaks for one event."""
    if not a.means or not b.means:
        return 0.0
    return 0.7 if a.means & b.means else -0.3


def speakers(a: Telling, b: Telling) -> float:
    """Who says so: the same named speaker behind both speaks for one event."""
    ours, theirs = ([voice.root for voice in told.voices if voice.named] for told in (a, b))
    return 1.0 if any(same_root(x, y) for x in ours for y in theirs) else 0.0


def wording(a: Telling, b: Telling) -> float:
    """In which words: a passage or a whole text in common speaks strongly for one event."""
    passage = shared_passage(a.passage, b.passage)
    text = resemblance(a.sketch, b.sketch)
    return (4.0 * passage if passage >= 0.2 else 0.0) + (2.0 if text >= 0.4 else 1.0 if text >= 0.15 else 0.0)


FEATURES: tuple[Feature, ...] = (
    kind,
    days,
    where,
    stage,
    toll,
    authors,
    targets,
    means,
    speakers,
    wording,
)

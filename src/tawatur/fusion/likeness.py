"""How likely two tellings tell one event: the sum of the features' points."""

from msgspec import Struct

from .features import FEATURES, kind
from .tellings import Telling

SAME = 6.0
ON_AVERAGE = 4.0


class Reason(Struct, frozen=True, kw_only=True):
    """What one feature says of a pair: its points and its reason in words."""

    feature: str
    points: float
    reason: str


def likeness(a: Telling, b: Telling) -> float:
    """The points for one event; from ``SAME`` on, two tellings may be joined."""
    if kind(a, b) < -5:
        return -10.0
    return round(sum(feature(a, b) for feature in FEATURES), 6)


def reasons(a: Telling, b: Telling) -> tuple[Reason, ...]:
    """What each feature that speaks for or against says of the pair, weightiest first."""
    said = [(feature, round(feature(a, b), 3)) for feature in FEATURES]
    told = [
        Reason(feature=feature.__name__, points=points, reason=(feature.__doc__ or "").strip())
        for feature, points in said
        if points
    ]
    return tuple(sorted(told, key=lambda reason: -abs(reason.points)))

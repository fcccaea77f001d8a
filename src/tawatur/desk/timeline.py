"""The course of time as bars, and the days of listed events as spans, in units of a picture."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from msgspec import Struct

from ..fusion.event import Event
from .survey import LETTERS, Step

WIDTH = 1000.0
HIGH = 100.0
LANE = 12.0
SHORTEST = 14.0
WIDEST = 80.0


class Bar(Struct, frozen=True, kw_only=True):
    """One step of time: where it stands, how high, and the days that it spans."""

    x: float
    width: float
    height: float
    first: date
    last: date
    events: int
    killed: int


class Stretch(Struct, frozen=True, kw_only=True):
    """The days of one event; hollow where no report gives them."""

    x: float
    y: float
    width: float
    event: Event


class Lanes(Struct, frozen=True, kw_only=True):
    """The stretches of some events, and the days between which they are drawn."""

    first: date
    last: date
    height: float
    stretches: tuple[Stretch, ...]


def bars(steps: Sequence[Step], fine: str, value: str = "events", highest: int = 0) -> tuple[Bar, ...]:
    """The steps as bars of a picture; the highest reaches the top."""
    if not steps:
        return ()
    spans = [days_of(step.when) for step in steps]
    first, last = spans[0][0].toordinal(), spans[-1][1].toordinal() + 1
    most = highest or max(getattr(step, value) for step in steps) or 1
    scale = WIDTH / (last - first)
    return tuple(
        Bar(
            x=round((begin.toordinal() - first) * scale + _aside(begin, end, scale), 2),
            width=_wide(begin, end, scale),
            height=round(_height(getattr(step, value), most), 1),
            first=begin,
            last=end,
            events=step.events,
            killed=step.killed,
        )
        for step, (begin, end) in zip(steps, spans, strict=True)
    )


def _wide(begin: date, end: date, scale: float) -> float:
    """The width of a bar: most of its time, but of a lone one no more than a bar is wide."""
    return round(min(WIDEST, max(1.5, ((end - begin).days + 1) * scale * 0.86)), 2)


def _aside(begin: date, end: date, scale: float) -> float:
    """How far into its time a bar stands that is too short to fill it."""
    return max(0.0, ((end - begin).days + 1) * scale * 0.86 - WIDEST) / 2


def _height(value: int, most: int) -> float:
    return max(3.0, HIGH * value / most) if value else 0.0


def days_of(when: str) -> tuple[date, date]:
    """The first and last day of a year, a month or a day."""
    if len(when) == LETTERS["year"]:
        return date(int(when), 1, 1), date(int(when), 12, 31)
    if len(when) == LETTERS["month"]:
        begin = date.fromisoformat(f"{when}-01")
        return begin, (begin + timedelta(31)).replace(day=1) - timedelta(1)
    return date.fromisoformat(when), date.fromisoformat(when)


def lanes(events: Iterable[Event]) -> Lanes | None:
    """The events' days as stretches, each in the first lane that has room."""
    dated = sorted(
        (event for event in events if event.earliest and event.latest),
        key=lambda one: (one.earliest, one.latest),
    )
    if not dated:
        return None
    first, last = (
        min(one.earliest for one in dated if one.earliest),
        max(one.latest for one in dated if one.latest),
    )
    scale = WIDTH / max(1, (last - first).days + 1)
    free: list[float] = []
    found = []
    for event in dated:
        x = ((event.earliest or first) - first).days * scale
        width = max(
            SHORTEST, ((event.latest or last) - (event.earliest or first)).days * scale + min(scale, 9.0)
        )
        x = min(x, WIDTH - width)
        lane = next((n for n, end in enumerate(free) if end <= x), len(free))
        free[lane : lane + 1] = [x + width + 4]
        found.append(Stretch(x=round(x, 1), y=lane * LANE + 2, width=round(width, 1), event=event))
    return Lanes(first=first, last=last, height=len(free) * LANE + 4, stretches=tuple(found))

"""Tolls set side by side: nothing is averaged; low and high over origins, best by a stated rule."""

from collections.abc import Sequence

from .event import Figure, Given, Origin
from .features import overlapping
from .origins import Heard
from .parties import bodies
from .tellings import Range, day

Sided = tuple[Origin, tuple[Heard, ...]]
Told = tuple[int, str, Range, Given]

NEUTRAL = "the latest count of an origin that is not party to the fight"
PARTISAN = "the latest count; only parties to the fight give one"
ONLY = "the only count given"


def figure(name: str, origins: Sequence[Sided], fighting: frozenset[str]) -> Figure | None:
    """The low, best and high of one count, each origin speaking once, with its latest value."""
    latest = [(origin, max(told)) for origin, voices in origins if (told := _told(name, origin, voices))]
    if not latest:
        return None
    neutral = [told for origin, told in latest if not is_party(origin, fighting)]
    chosen = max(neutral or [told for _, told in latest])
    lows, highs = zip(*(told[2] for _, told in latest), strict=True)
    return Figure(
        low=min((low for low in lows if low is not None), default=None),
        high=None if None in highs else max(high for high in highs if high is not None),
        best=chosen[2][0] if chosen[2][0] is not None else chosen[2][1],
        rule=f"{_rule(len(latest), bool(neutral))}: {chosen[3].origin} ({chosen[3].value})",
        given=tuple(told[3] for origin, voices in origins for told in sorted(_told(name, origin, voices))),
    )


def _rule(count: int, neutral: bool) -> str:
    return ONLY if count == 1 else NEUTRAL if neutral else PARTISAN


def is_party(origin: Origin, fighting: frozenset[str]) -> bool:
    """Whether an origin speaks for a side of this fight."""
    return origin.party is not None and origin.party in bodies(fighting)


def _told(name: str, origin: Origin, voices: Sequence[Heard]) -> list[Told]:
    found = []
    for telling, voice in voices:
        value = voice.counts.get(name)
        if value:
            given = Given(
                value=shown(value),
                origin=origin.name,
                outlet=telling.outlet,
                telling=telling.id,
                published=day(telling.published),
            )
            key = f"{value[0] or 0:08d} {telling.id} {voice.claim}"
            found.append((telling.published or 0, key, value, given))
    return found


def shown(value: Range) -> str:
    """A range as people read it: 4, 5+, up to 5, 4-6."""
    low, high = value
    if low == high:
        return str(low)
    if high is None:
        return f"{low}+"
    return f"up to {high}" if low is None else f"{low}-{high}"


def contradict(values: Sequence[Range]) -> bool:
    """Whether some two of the counts cannot both be true."""
    return any(not overlapping(a, b) for i, a in enumerate(values) for b in values[i + 1 :])

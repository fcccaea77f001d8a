"""Where origins agree and where they do not: every value kept, with who gives it."""

from collections.abc import Callable, Iterator, Sequence
from itertools import combinations

from .event import Difference, Given
from .features import distance, holds, same_spot
from .figures import Sided, contradict, shown
from .origins import Heard
from .parties import bodies
from .tellings import COUNTS, Telling, Voice, day
from .votes import told_days

Read = Callable[[Telling, Voice], str | None]
Clash = Callable[[Heard, Heard], bool]
FAR = 10.0


def compared(origins: Sequence[Sided]) -> tuple[tuple[str, ...], tuple[Difference, ...]]:
    """The fields on which all origins that give a value agree, and those on which they differ."""
    agreed, differing = [], []
    for name, read, clash in _FIELDS:
        values = _given(origins, read)
        if len({value.value for value in values}) > 1:
            contradiction = any(clash(a, b) for a, b in _across(origins, read))
            differing.append(Difference(field=name, contradiction=contradiction, given=values))
        elif len({value.origin for value in values}) > 1:
            agreed.append(name)
    return tuple(agreed), tuple(differing)


def _given(origins: Sequence[Sided], read: Read) -> tuple[Given, ...]:
    found = {}
    for origin, voices in origins:
        for telling, voice in voices:
            if value := read(telling, voice):
                found[origin.name, telling.id, value] = Given(
                    value=value,
                    origin=origin.name,
                    outlet=telling.outlet,
                    telling=telling.id,
                    published=day(telling.published),
                )
    return tuple(found[key] for key in sorted(found))


def _across(origins: Sequence[Sided], read: Read) -> Iterator[tuple[Heard, Heard]]:
    """Pairs of voices of different origins that both give the field."""
    said = [[heard for heard in voices if read(*heard)] for _, voices in origins]
    for ours, theirs in combinations(said, 2):
        yield from ((a, b) for a in ours for b in theirs)


def _happened(telling: Telling, voice: Voice) -> str:
    return "denied" if voice.stance == "denies" else "told"


def _type(telling: Telling, voice: Voice) -> str:
    return telling.type


def _stage(telling: Telling, voice: Voice) -> str:
    return telling.stage


def _days(telling: Telling, voice: Voice) -> str | None:
    span = told_days(telling)
    return "/".join(str(day(one)) for one in sorted(set(span))) if span else None


def _place(telling: Telling, voice: Voice) -> str | None:
    return telling.place.name if telling.place else None


def _by(telling: Telling, voice: Voice) -> str | None:
    return ", ".join(voice.by) or None


def _against(telling: Telling, voice: Voice) -> str | None:
    return ", ".join(voice.against) or None


def _count(name: str) -> Read:
    def read(telling: Telling, voice: Voice) -> str | None:
        value = voice.counts.get(name)
        return shown(value) if value else None

    return read


def _never(a: Heard, b: Heard) -> bool:
    return False


def _only_one_denies(a: Heard, b: Heard) -> bool:
    return _happened(*a) != _happened(*b)


def _other_days(a: Heard, b: Heard) -> bool:
    ours, theirs = told_days(a[0]), told_days(b[0])
    if not ours or not theirs:
        return False
    return max(ours[0], theirs[0]) > min(ours[1], theirs[1])


def _elsewhere(a: Heard, b: Heard) -> bool:
    ours, theirs = a[0].place, b[0].place
    if not ours or not theirs or same_spot(ours, theirs) or holds(a[0], theirs) or holds(b[0], ours):
        return False
    gap = distance(ours, theirs)
    return gap is None or gap > FAR


def _other_authors(a: Heard, b: Heard) -> bool:
    return _strangers(a[1].by, b[1].by)


def _other_targets(a: Heard, b: Heard) -> bool:
    return _strangers(a[1].against, b[1].against)


def _strangers(ours: Sequence[str], theirs: Sequence[str]) -> bool:
    return bool(bodies(ours) and bodies(theirs)) and not set(ours) & set(theirs)


def _other_count(name: str) -> Clash:
    def clash(a: Heard, b: Heard) -> bool:
        return contradict((a[1].counts[name], b[1].counts[name]))

    return clash


_FIELDS: tuple[tuple[str, Read, Clash], ...] = (
    ("happened", _happened, _only_one_denies),
    ("type", _type, _never),
    ("stage", _stage, _never),
    ("date", _days, _other_days),
    ("place", _place, _elsewhere),
    ("by", _by, _other_authors),
    ("against", _against, _other_targets),
    *((name, _count(name), _other_count(name)) for name in COUNTS),
)

"""What people ruled about an event, applied over what was computed; nothing computed is lost."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date

import msgspec
from msgspec import Struct

from ..model.errors import InputError
from .event import Event, Figure, Site
from .standing import GRADES
from .tellings import COUNTS

KINDS = ("confirm", "correct", "reject", "merge", "split", "overrule", "note", "undo")


class Decision(Struct, frozen=True, kw_only=True):
    """One ruling: who, when, what and why. ``telling``: the telling whose event it is about."""

    number: int
    at: str
    who: str
    what: str
    why: str
    telling: str | None = None
    field: str = ""
    value: str = ""

    @property
    def line(self) -> str:
        """The decision in one line."""
        told = " ".join(part for part in (self.what, self.field, self.value) if part)
        return f"#{self.number} {told} by {self.who}: {self.why}"


def decided(event: Event, decisions: Mapping[str, Iterable[Decision]]) -> Event:
    """The event as the decisions about its tellings leave it; the latest decision wins."""
    mine = {one.number: one for telling in event.tellings for one in decisions.get(telling, ())}
    for _, decision in sorted(mine.items()):
        event = msgspec.structs.replace(_applied(event, decision), decided=(*event.decided, decision.line))
    return event


def _applied(event: Event, decision: Decision) -> Event:
    if decision.what == "reject":
        return msgspec.structs.replace(event, rejected=True)
    if decision.what == "confirm":
        return msgspec.structs.replace(event, rejected=False)
    if decision.what == "overrule":
        standing = msgspec.structs.replace(
            event.standing,
            grade=decision.value,
            overruled_by=decision.who,
            reasons=(*event.standing.reasons, f"{decision.who} holds it {decision.value}: {decision.why}"),
        )
        return msgspec.structs.replace(event, standing=standing)
    if decision.what == "correct":
        return msgspec.structs.replace(event, **_corrected(event, decision))
    return event


def _corrected(event: Event, decision: Decision) -> dict[str, object]:
    field, value = decision.field, decision.value
    if field == "date":
        first, last = _days(value)
        return {"earliest": first, "latest": last, "dated": True}
    if field in COUNTS:
        return {field: _counted(getattr(event, field), _people(value), decision)}
    if field == "place":
        return {"place": _site(event.place, *_place(value))}
    return {field: checked(field, value)}


def _site(old: Site | None, name: str, at: tuple[float | None, float | None]) -> Site:
    lat, lon = at
    if old is None:
        return Site(name=name, relation="at", lat=lat, lon=lon)
    return Site(name=name, relation=old.relation, within=old.within, country=old.country, lat=lat, lon=lon)


def _counted(figure: Figure | None, value: int, decision: Decision) -> Figure:
    given = figure.given if figure else ()
    low = min(value, figure.low) if figure and figure.low is not None else value
    high = None if figure and figure.high is None else max(value, figure.high or value) if figure else value
    return Figure(
        low=low, best=value, high=high, rule=f"corrected by {decision.who}: {decision.why}", given=given
    )


def _days(value: str) -> tuple[date, date]:
    first, _, last = value.partition("/")
    try:
        return date.fromisoformat(first), date.fromisoformat(last or first)
    except ValueError:
        raise InputError(f"{value!r} is not a day; wanted 2020-05-31 or 2020-05-30/2020-05-31") from None


def _people(value: str) -> int:
    if not value.isdigit():
        raise InputError(f"{value!r} is not a number of people")
    return int(value)


def _parties(value: str) -> tuple[str, ...]:
    return tuple(sorted(party.strip() for party in value.split(",") if party.strip()))


def _place(value: str) -> tuple[str, tuple[float | None, float | None]]:
    name, at, where = value.rpartition("@")
    if not at:
        return value, (None, None)
    try:
        lat, lon = (float(part) for part in where.split(","))
    except ValueError:
        raise InputError(f"{value!r}: wanted NAME or NAME@LAT,LON") from None
    return name, (lat, lon)


def _word(value: str) -> str:
    return value


def _grade(value: str) -> str:
    if value not in GRADES:
        raise InputError(f"{value!r} is no standing; there is: {', '.join(GRADES)}")
    return value


FIELDS: dict[str, Callable[[str], object]] = {
    "type": _word,
    "stage": _word,
    "date": _days,
    "place": _place,
    "by": _parties,
    "against": _parties,
    "killed": _people,
    "injured": _people,
    "detained": _people,
    "abducted": _people,
    "victims": _word,
    "weapon": _word,
    "standing": _grade,
}


def checked(field: str, value: str) -> object:
    """The value of a correction in its own type; ``InputError`` for what cannot be one."""
    if field not in FIELDS:
        raise InputError(f"{field!r} cannot be corrected; there is: {', '.join(FIELDS)}")
    return FIELDS[field](value)

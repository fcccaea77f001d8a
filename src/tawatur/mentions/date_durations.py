"""Read lengths of time, and the days that they reach back: three days ago, for two weeks, days later."""

from datetime import date
from typing import NamedTuple

from .date_calendars import Days, days, months_on, year_of
from .date_signs import Piece, Signs

_DAYS = {"day": 1, "week": 7, "month": 30, "year": 365}
_VAGUE = {"hour": (0, 0), "day": (3, 10), "week": (2, 6), "month": (2, 10), "year": (2, 10)}


class Length(NamedTuple):
    """A length of time: ``low`` to ``high`` units, and the word after it."""

    last: int
    unit: str
    low: int
    high: int
    less: bool = False

    @property
    def days(self) -> int:
        """The longest that it can be, in days; a part of a day counts as one."""
        return -(-self.high // 24) or 1 if self.unit == "hour" else self.high * _DAYS[self.unit]


def read_length(signs: Signs, at: int) -> Length | None:
    """Two days, 24 hours, ten months, days; "the last" may follow."""
    about = signs.at("number-bound", at)
    if about and signs.near(about.last) and not signs.number_from(at):
        at = about.last
    length = _unit_alone(signs, at) or _counted(signs, at) or _definite(signs, at)
    if not length:
        return None
    if about and about.id == "less":
        length = length._replace(less=True)
    modifier = signs.value("date-modifier", length.last) if signs.near(length.last) else None
    return length._replace(last=length.last + 1) if modifier == "last" else length


def _unit_alone(signs: Signs, at: int) -> Length | None:
    hit = signs.at("time-unit", at)
    if not hit or hit.definite:
        return None
    unit, n = hit.value["unit"], hit.value["n"]
    if unit == "year" and n == 1 and hit.last < len(signs.words) and signs.words[hit.last].number:
        return None
    return Length(hit.last, unit, n, n) if n else Length(hit.last, unit, *_VAGUE[unit])


def _counted(signs: Signs, at: int) -> Length | None:
    """A number and its unit; an article may stand on the number alone."""
    number = signs.number_from(at)
    number = number or signs.number_from(at + 1)
    if not number:
        return None
    hit = signs.at("time-unit", number.last)
    if not hit or not signs.near(number.last):
        return None
    unit = hit.value["unit"]
    if number.low is None and number.high and unit in ("day", "week"):
        return Length(hit.last, unit, 1, number.high + 1, less=True)
    if number.rule == "number/vague" or number.low is None:
        return Length(hit.last, unit, *_VAGUE[unit])
    return Length(hit.last, unit, number.low, number.high or number.low)


def _definite(signs: Signs, at: int) -> Length | None:
    """The last three days: the unit, its number and "last"."""
    hit = signs.at("time-unit", at)
    if not hit or not hit.definite or hit.value["n"] == 1:
        return None
    number = signs.number_from(hit.last) or signs.number_from(hit.last + 1)
    last = number.last if number else hit.last
    if signs.value("date-modifier", last) != "last":
        return None
    unit = hit.value["unit"]
    n = number.low if number and number.low else hit.value["n"]
    return Length(last, unit, n, n) if n else Length(last, unit, *_VAGUE[unit])


def ago(first: int, length: Length, published: date | None) -> Piece:
    """The day, month or year that lies a length of time before publication."""
    span = _back(length, published) if published else None
    precision = {"month": "month", "year": "year"}.get(length.unit, "day")
    if length.low != length.high or length.unit == "hour":
        precision = "span"
    low, high = span or (None, None)
    return Piece(first, length.last, "ago", low, high, precision)


def since(first: int, length: Length, published: date | None) -> Piece:
    """From a length of time ago until publication."""
    start = _back(length, published) if published else None
    return Piece(first, length.last, "since", start[0] if start else None, published, "span", bound="since")


def during(first: int, length: Length, published: date | None) -> Piece:
    """The length of time up to publication."""
    low = days(published, -length.days) if published else None
    return Piece(first, length.last, "during", low, published, "span", bound="since")


def later(first: int, length: Length) -> Piece | None:
    """That much later than the happening told here: it lies before the day that the report is about."""
    if length.unit not in ("day", "week"):
        return None
    step = _DAYS[length.unit]
    shift = (
        (min(1 - length.high * step, -1), -1) if length.less else (-length.high * step, -length.low * step)
    )
    precision = "day" if shift[0] == shift[1] else "span"
    return Piece(first, length.last, "later", None, None, precision, bound="before", shift=shift)


def _back(length: Length, published: date) -> Days | None:
    if length.unit == "hour":
        return days(published, -length.days), published
    if length.unit in ("day", "week"):
        step = _DAYS[length.unit]
        return days(published, -length.high * step), days(published, -length.low * step)
    low, high = _calendar_back(length, published, length.high), _calendar_back(length, published, length.low)
    return (low[0], high[1]) if low and high else None


def _calendar_back(length: Length, published: date, n: int) -> Days | None:
    if length.unit == "month":
        return months_on(published, -n) if n < 1200 else None
    return year_of("gregorian", published.year - n) if n < published.year else None

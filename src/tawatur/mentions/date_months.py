"""Read months, years and longer times: named months, "last month", "three days ago"."""

from datetime import date
from typing import NamedTuple

from .date_calendars import Days, current_year, day_of, edge_of, latest_month, month_of, period, year_of
from .date_signs import Piece, Signs

_HIJRI_YEARS = range(1300, 1500)
_YEARS = range(1900, 2101)
_BARE_YEARS = frozenset(range(1950, 2036)) - {2000}


class Month(NamedTuple):
    """A named month, with the year or the word that places it.

    ``alone``: the name can be nothing else; ``weak``: spelled as another word, it needs a year or a day.
    """

    last: int
    calendar: str
    month: int
    alone: bool
    weak: bool
    year: int | None
    modifier: str | None

    @property
    def is_dated(self) -> bool:
        return self.year is not None or self.modifier is not None

    @property
    def is_likely(self) -> bool:
        return self.calendar == "gregorian" and not self.weak

    def is_ahead(self, published: date, day: int) -> bool:
        """Whether a day of this month without a year lies after publication."""
        if self.modifier == "next":
            return True
        now = month_of(self.calendar, current_year(self.calendar, published), self.month)
        if self.modifier != "this" or not now or not now[0] <= published <= now[1]:
            return False
        found = day_of(self.calendar, current_year(self.calendar, published), self.month, day)
        return found is not None and found > published


def read_month_name(signs: Signs, at: int) -> Month | None:
    """May, "the month of May", "May (Ayyar) 2020", "last May", "May of last year"."""
    unit = signs.value("time-unit", at)
    start = at + 1 if unit and unit["unit"] == "month" and unit["n"] == 1 else at
    hit = signs.at("month", start)
    if not hit or (start > at and not signs.near(start)):
        return None
    calendar, month = hit.value["calendar"], hit.value["month"]
    last, doubled = _past_second_name(signs, hit.last, calendar, month)
    year, modifier, end = _placed(signs, last, calendar)
    alone = bool(hit.value["alone"]) or start > at or doubled
    weak = "written" in hit.value and signs.text.name(hit.span) != hit.value["written"]
    return Month(end, calendar, month, alone, weak and not doubled, year, modifier)


def _past_second_name(signs: Signs, at: int, calendar: str, month: int) -> tuple[int, bool]:
    """Past the same month's name in another tradition."""
    other = signs.at("month", at)
    if not other or other.proclitics or not signs.near(at, "-/,"):
        return at, False
    same = other.value["calendar"] == calendar and other.value["month"] == month
    return (other.last, True) if same else (at, False)


def _placed(signs: Signs, at: int, calendar: str) -> tuple[int | None, str | None, int]:
    """The year or modifier behind a month, and the word after it."""
    modifier = signs.value("date-modifier", at) if signs.near(at) else None
    if modifier in ("last", "this", "next"):
        at += 1
    found = _year_at(signs, at, calendar) if signs.near(at, ",") else None
    if found:
        return found[0], None, found[1]
    return None, modifier if modifier != "era" else None, at


def _year_at(signs: Signs, at: int, calendar: str) -> tuple[int, int] | None:
    """A year behind a month: 2020, of the year 2020, of last year."""
    inner = at + 1 if signs.is_bound(at, "from") and signs.near(at + 1) else at
    unit = signs.at("time-unit", inner)
    if unit and unit.value["unit"] == "year" and unit.value["n"] == 1:
        return _number_of_year(signs, inner + 1, calendar) or _relative_year(signs, inner + 1)
    return _number_of_year(signs, at, calendar) if inner == at else None


def _number_of_year(signs: Signs, at: int, calendar: str) -> tuple[int, int] | None:
    if at >= len(signs.words) or not signs.near(at, ","):
        return None
    word = signs.words[at]
    value, last = (int(word.form), at + 1) if word.number and len(word.form) == 4 else _spelled(signs, at)
    if value not in (_HIJRI_YEARS if calendar == "hijri" else _YEARS):
        return None
    if signs.value("date-modifier", last) == "era" and signs.near(last):
        last += 1
    return value, last


def _spelled(signs: Signs, at: int) -> tuple[int, int]:
    number = signs.number_from(at)
    if number and number.first == at and number.low == number.high and number.low:
        return number.low, number.last
    return 0, at


def _relative_year(signs: Signs, at: int) -> tuple[int, int] | None:
    modifier = signs.value("date-modifier", at) if signs.near(at) else None
    if signs.published and modifier in ("last", "this", "next"):
        return signs.published.year + {"last": -1, "this": 0, "next": 1}[modifier], at + 1
    return None


def read_month(signs: Signs, at: int, *, introduced: bool) -> Piece | None:
    """A whole month; names that are also other words need a year, a modifier or a preposition before them."""
    month = read_month_name(signs, at)
    if not month or not (month.is_dated or month.alone or (introduced and month.is_likely)):
        return None
    span = _month_days(signs, month)
    if span is None and signs.published:
        return None
    return _piece(at, month.last, "month", span, "month")


def _month_days(signs: Signs, month: Month) -> Days | None:
    if month.year:
        return month_of(month.calendar, month.year, month.month)
    if not signs.published:
        return None
    return latest_month(month.calendar, month.month, signs.published, month.modifier)


def read_year(signs: Signs, at: int, *, introduced: bool) -> Piece | None:
    """The year 2013; a bare 2013 only behind a preposition."""
    unit = signs.at("time-unit", at)
    if unit and unit.value["unit"] == "year" and unit.value["n"] == 1:
        found = _number_of_year(signs, at + 1, "gregorian")
        hijri = None if found else _number_of_year(signs, at + 1, "hijri")
        year, calendar = found or hijri, "hijri" if hijri else "gregorian"
    elif introduced and signs.words[at].number and int(signs.words[at].form[:6]) in _BARE_YEARS:
        year, calendar = (int(signs.words[at].form), at + 1), "gregorian"
    else:
        return None
    return _piece(at, year[1], "year", year_of(calendar, year[0]), "year") if year else None


def read_period(signs: Signs, at: int) -> Piece | None:
    """Last week, this month, last year."""
    unit = signs.at("time-unit", at)
    if not unit or not unit.definite or unit.value["n"] != 1 or not signs.near(unit.last):
        return None
    modifier = signs.at("date-modifier", unit.last)
    if not modifier or modifier.value == "era" or unit.value["unit"] in ("day", "hour"):
        return None
    name = unit.value["unit"]
    span = period(name, modifier.value, signs.published) if signs.published else None
    return _piece(at, modifier.last, "period", span, name)


def read_edge(signs: Signs, at: int) -> Piece | None:
    """The beginning, middle or end of a month or year."""
    hit = signs.at("date-edge", at)
    if not hit or not signs.near(hit.last):
        return None
    inner = hit.last
    piece = (
        read_month(signs, inner, introduced=True)
        or read_period(signs, inner)
        or _running(signs, inner)
        or read_year(signs, inner, introduced=True)
    )
    if not piece:
        return None
    span = edge_of((piece.low, piece.high), hit.value) if piece.low and piece.high else None
    return _piece(at, piece.last, "edge", span, "span")


def _running(signs: Signs, at: int) -> Piece | None:
    """The month or year alone, behind "beginning of": the one that runs."""
    unit = signs.at("time-unit", at)
    if not unit or not unit.definite or unit.value["n"] != 1 or unit.value["unit"] not in ("month", "year"):
        return None
    if _number_of_year(signs, unit.last, "gregorian"):
        return None
    span = period(unit.value["unit"], "this", signs.published) if signs.published else None
    return _piece(at, unit.last, "period", span, unit.value["unit"])


def _piece(first: int, last: int, kind: str, span: Days | None, precision: str) -> Piece:
    low, high = span if span else (None, None)
    return Piece(first, last, kind, low, high, precision)

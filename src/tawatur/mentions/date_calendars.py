"""Days, months and years of the Gregorian and the Hijri calendar, seen from a publication day."""

from calendar import monthrange
from datetime import date, timedelta
from functools import lru_cache

from hijridate import Gregorian, Hijri

Days = tuple[date, date]
"""First and last day."""

_EDGES = {"start": (1, 10), "middle": (11, 20), "end": (21, 31)}
_WEEK_EDGES = {"start": (0, 2), "middle": (2, 4), "end": (4, 6)}
_YEAR_EDGES = {
    "start": (1, 3),
    "spring": (3, 5),
    "middle": (5, 8),
    "summer": (6, 8),
    "autumn": (9, 11),
    "end": (10, 12),
}


def days(day: date, shift: int = 0) -> date:
    """The day that lies that many days later; the calendar's ends stop it."""
    try:
        return day + timedelta(days=shift)
    except OverflowError:
        return day


@lru_cache(maxsize=4096)
def day_of(calendar: str, year: int, month: int, day: int) -> date | None:
    """A day of a calendar as a plain date, or None where the calendar has no such day."""
    try:
        if calendar == "hijri":
            return date.fromordinal(Hijri(year, month, day).to_gregorian().toordinal())
        return date(year, month, day)
    except (ValueError, OverflowError):
        return None


def month_of(calendar: str, year: int, month: int) -> Days | None:
    """The first and last day of a month."""
    first = day_of(calendar, year, month, 1)
    if not first:
        return None
    if calendar == "hijri":
        last = day_of(calendar, year, month, 30) or day_of(calendar, year, month, 29)
        return (first, last) if last else None
    return first, date(year, month, monthrange(year, month)[1])


def year_of(calendar: str, year: int) -> Days | None:
    """The first and last day of a year."""
    first, last = month_of(calendar, year, 1), month_of(calendar, year, 12)
    return (first[0], last[1]) if first and last else None


def current_year(calendar: str, published: date) -> int:
    """The calendar's year on the publication day."""
    return _hijri(published)[0] if calendar == "hijri" else published.year


def latest_day(calendar: str, month: int, day: int, published: date, ahead: bool = False) -> date | None:
    """The latest such day on or before publication; ``ahead``: the first one after it."""
    year = current_year(calendar, published)
    found = [day_of(calendar, y, month, day) for y in range(year - 8, year + 9)]
    known = [one for one in found if one]
    if ahead:
        return next((one for one in known if one > published), None)
    return next((one for one in reversed(known) if one <= published), None)


def latest_month(calendar: str, month: int, published: date, modifier: str | None = None) -> Days | None:
    """The latest such month that has begun; "last": that has ended; "next": the first to come."""
    year = current_year(calendar, published)
    spans = [span for y in (year - 1, year, year + 1) if (span := month_of(calendar, y, month))]
    if modifier == "next":
        return next((span for span in spans if span[0] > published), None)
    limit = [s for s in spans if (s[1] < published if modifier == "last" else s[0] <= published)]
    return limit[-1] if limit else None


def latest_weekday(weekday: int, published: date, modifier: str | None = None) -> date:
    """The latest such weekday (Monday is 0) on or before publication; "last": before it; "next": after it."""
    back = (published.weekday() - weekday) % 7
    if modifier == "next":
        return days(published, 7 - back)
    return days(published, -(back or 7) if modifier == "last" else -back)


def period(unit: str, modifier: str, published: date) -> Days | None:
    """Last, this or next week (Monday to Sunday), month or year."""
    step = {"last": -1, "this": 0, "next": 1}[modifier]
    if unit == "week":
        monday = days(published, 7 * step - published.weekday())
        return monday, days(monday, 6)
    if unit == "month":
        return months_on(published, step)
    return year_of("gregorian", published.year + step) if unit == "year" else None


def months_on(published: date, step: int) -> Days | None:
    """The calendar month that lies that many months after the publication month."""
    year, month = divmod(published.year * 12 + published.month - 1 + step, 12)
    return month_of("gregorian", year, month + 1)


def edge_of(span: Days, edge: str) -> Days:
    """The beginning, middle or end of a month (thirds of ten days) or of a longer time."""
    first, last = span
    if (last - first).days < 7:
        low, high = _WEEK_EDGES.get(edge, (0, 6))
        return days(first, low), days(first, high)
    if (last - first).days < 32 and edge in _EDGES:
        low, high = _EDGES[edge]
        return days(first, low - 1), last if edge == "end" else days(first, high - 1)
    low, high = _YEAR_EDGES[edge]
    end = month_of("gregorian", first.year, high)
    return date(first.year, low, 1), end[1] if end else last


def _hijri(day: date) -> tuple[int, int, int]:
    try:
        return Gregorian.fromdate(day).to_hijri().datetuple()
    except (ValueError, OverflowError):
        return (1400, 1, 1)

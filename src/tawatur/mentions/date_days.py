"""Read single days: weekdays, days of a month, numeric dates, relative words."""

from datetime import date

from ..lexicon import Hit
from .date_calendars import day_of, days, latest_day, latest_weekday, months_on
from .date_months import Month, read_month_name, read_period
from .date_signs import FOR, Piece, Signs
from .number_values import AND, ARTICLE


def read_day_word(signs: Signs, at: int) -> Piece | None:
    """Today, yesterday, last night, the last hours."""
    hit = signs.at("day-word", at)
    if not hit:
        return None
    if hit.value["from"] == hit.value["to"] == 0 and _is_counted(signs, hit.last):
        return _day_in_a_row(signs, at, hit)
    value, published = hit.value, signs.published
    low = days(published, value["from"]) if published else None
    high = days(published, value["to"]) if published else None
    precision = value.get("precision", "day" if value["from"] == value["to"] else "span")
    kind = "last-night" if precision == "night" else "relative"
    return Piece(at, hit.last, kind, low, high, precision, value.get("part"))


def _day_in_a_row(signs: Signs, at: int, hit: Hit) -> Piece | None:
    """ "For the third day (running)": from the first of them until now."""
    number = signs.number_from(hit.last)
    if not hit.proclitics.endswith(FOR) or not number or not number.ordinal or not number.low:
        return None
    low = days(signs.published, 1 - number.low) if signs.published else None
    return Piece(at, number.last, "since", low, signs.published, "span", bound="since")


def read_feast(signs: Signs, at: int) -> Piece | None:
    """The first day of a feast: the latest one on or before publication."""
    hit = signs.at("feast", at)
    if not hit:
        return None
    day = _latest_feast(hit, signs.published) if signs.published else None
    return Piece(at, hit.last, "day", day, day)


def _latest_feast(hit: Hit, published: date) -> date | None:
    named = hit.value["days"]
    known = [latest_day(calendar, month, number, published) for calendar, month, number in named]
    return max((one for one in known if one), default=None)


def _is_counted(signs: Signs, at: int) -> bool:
    """The third day, the 44th day: not today."""
    if not signs.near(at):
        return False
    bare = signs.words[at].form == ARTICLE and signs.near(at + 1) and signs.words[at + 1].number
    number = signs.number_from(at)
    ordinal = number is not None and number.first == at and number.ordinal
    return (bare or ordinal) and read_day(signs, at + 1 if bare else at) is None


def read_weekday(signs: Signs, at: int) -> Piece | None:
    """Sunday, last Sunday, Friday and Saturday, Thursday–Friday."""
    hit = signs.at("weekday", at)
    if not hit:
        return None
    if week := _week_behind(signs, hit.last):
        day = days(week.low, hit.value) if week.low else None
        return Piece(at, week.last, "weekday", day, day)
    other = _last_weekday(signs, hit)
    last = other.last if other else hit.last
    modifier = signs.value("date-modifier", last) if signs.near(last) else None
    if modifier in ("last", "this", "next"):
        last += 1
    if not signs.published:
        return Piece(at, last, "weekday", None, None, "span" if other else "day")
    if not other:
        day = latest_weekday(hit.value, signs.published, modifier)
        return Piece(at, last, "weekday", day, day)
    high = latest_weekday(other.value, signs.published, modifier)
    return Piece(at, last, "weekday", latest_weekday(hit.value, high), high, "span")


def _week_behind(signs: Signs, at: int) -> Piece | None:
    """ "Wednesday of last week": the week that the report names behind a weekday."""
    if not signs.is_bound(at, "from") or not signs.near(at):
        return None
    period = read_period(signs, at + 1)
    return period if period and period.precision == "week" else None


def _last_weekday(signs: Signs, hit: Hit) -> Hit | None:
    """The weekday that ends a pair or a row: Friday and Saturday, Thursday–Friday, Friday to Sunday."""
    found = None
    while other := _next_weekday(signs, hit):
        found = hit = other
    return found


def _next_weekday(signs: Signs, hit: Hit) -> Hit | None:
    at = hit.last
    other = signs.at("weekday", at)
    if not other:
        bridged = signs.is_bound(at, "to", "upon") and signs.near(at)
        return signs.at("weekday", at + 1) if bridged else None
    if other.proclitics.startswith(AND):
        return other if signs.near(at) else None
    dashed = signs.words[at].gap.strip() in ("-", "/")
    follows = signs.words[at].gap == " " and (other.value - hit.value) % 7 == 1
    return other if not other.proclitics and (dashed or follows) else None


def read_day(signs: Signs, at: int) -> Piece | None:
    """31 May 2020, the first of July, 5–7 May, the 20th of this month; None for a name made of a date."""
    span = _day_numbers(signs, at)
    if not span:
        return None
    first_day, last_day, after = span
    joined = signs.is_bound(after, "from") and signs.near(after)
    inner = after + 1 if joined else after
    if not signs.near(inner, "-/") or not (joined or signs.words[after - 1].number):
        return None
    month = read_month_name(signs, inner)
    if month:
        kind = "trap" if signs.named_before(at) and not month.is_dated else "day"
        low, high = _resolved(signs, month, first_day), _resolved(signs, month, last_day)
        precision = "day" if first_day == last_day else "span"
        if (low and high) or signs.published is None or kind == "trap":
            return Piece(at, month.last, kind, low, high, precision)
        return None
    return _of_this_month(signs, at, inner, first_day, last_day)


def _of_this_month(signs: Signs, at: int, inner: int, low: int, high: int) -> Piece | None:
    """The 20th of this month; the 25th of the current one."""
    unit = signs.at("time-unit", inner)
    named = unit is not None and unit.value["unit"] == "month" and unit.definite
    modifier = signs.at("date-modifier", inner + 1 if named else inner)
    wanted = ("this", "last", "next") if named else ("this",)
    if not modifier or modifier.value not in wanted or not signs.near(modifier.first):
        return None
    span = None
    if signs.published:
        span = months_on(signs.published, {"last": -1, "this": 0, "next": 1}[modifier.value])
    first = day_of("gregorian", span[0].year, span[0].month, low) if span else None
    last = day_of("gregorian", span[0].year, span[0].month, high) if span else None
    if signs.published and not (first and last):
        return None
    return Piece(at, modifier.last, "day", first, last, "day" if low == high else "span")


def _day_numbers(signs: Signs, at: int) -> tuple[int, int, int] | None:
    """First day, last day, and the word after them."""
    one = _day_number(signs, at)
    if not one:
        return None
    (low, after), high = one, one[0]
    while other := _later_day(signs, high, after):
        high, after = other
    return low, high, after


def _later_day(signs: Signs, day: int, at: int) -> tuple[int, int] | None:
    """The later day that a dash, "and" or "to" joins to a day, and the word after it."""
    for skip, fits in _joints(signs, at):
        other = _day_number(signs, at + skip) if fits else None
        if other and other[0] > day:
            return other
    return None


def _joints(signs: Signs, at: int) -> tuple[tuple[int, bool], ...]:
    words = signs.words
    if at >= len(words):
        return ()
    dashed = words[at].number and words[at].gap.strip() == "-"
    bridged = signs.near(at) and (signs.is_bound(at, "to", "until") or words[at].form == AND)
    return (0, dashed), (1, bridged)


def _day_number(signs: Signs, at: int) -> tuple[int, int] | None:
    """A day of a month in digits or words, and the word after it."""
    words = signs.words
    if at >= len(words):
        return None
    if words[at].number:
        form = words[at].form
        return (int(form), at + 1) if len(form) <= 2 and 1 <= int(form) <= 31 else None
    number = signs.number_from(at)
    if not number or number.first != at or not number.low or not 1 <= number.low <= 31:
        return None
    if number.low != number.high or not (number.ordinal or number.low > 10):
        return None
    return number.low, number.last


def _resolved(signs: Signs, month: Month, day: int) -> date | None:
    if month.year:
        return day_of(month.calendar, month.year, month.month, day)
    if not signs.published:
        return None
    return latest_day(
        month.calendar, month.month, day, signs.published, ahead=month.is_ahead(signs.published, day)
    )


def read_numeric(signs: Signs, at: int, *, short: bool) -> Piece | None:
    """31/5/2020, 31-5-2020, 2020/05/31; 31/5 only where ``short`` says that a day is meant."""
    words = signs.words
    if not words[at].number or (at and words[at - 1].number and words[at].gap in ("/", "-", ".", ":")):
        return None
    last = at + 1
    while (
        last < len(words)
        and last - at < 4
        and words[last].number
        and words[last].gap.strip() in ("/", "-", ".")
    ):
        last += 1
    parts = [int(word.form) for word in words[at:last] if len(word.form) <= 4]
    if len(parts) != last - at or {words[i].gap.strip() for i in range(at + 1, last)} == set():
        return None
    day = _numeric_day(signs, parts, short and words[at + 1].gap.strip() == "/")
    return Piece(at, last, "day", day, day) if day else None


def _numeric_day(signs: Signs, parts: list[int], short: bool) -> date | None:
    if len(parts) == 3:
        if parts[0] > 999:
            return day_of("gregorian", *parts) if parts[0] < 2101 else None
        year = parts[2] if parts[2] > 99 else 2000 + parts[2]
        return day_of("gregorian", year, parts[1], parts[0]) if 1950 < year < 2101 else None
    if len(parts) == 2 and short and signs.published and 1 <= parts[1] <= 12:
        return latest_day("gregorian", parts[1], parts[0], signs.published)
    return None

"""Put the parts of a date expression together: bounds, edges, parts of the day, doubled days."""

from ..lexicon import Hit
from .date_calendars import days
from .date_days import read_day, read_day_word, read_feast, read_numeric, read_weekday
from .date_durations import ago, during, later, read_length, since
from .date_months import read_edge, read_month, read_period, read_year
from .date_signs import Piece, Signs

_SETTLES = {"day": 3, "weekday": 2, "relative": 1}
"""Of two days said side by side, the one that settles the other."""


def read_expression(signs: Signs, at: int) -> Piece | None:
    """The longest date expression that starts at a word."""
    plain = read_time(signs, at) if at in signs.openers else None
    if plain:
        return _range_from(signs, plain) or plain
    bound = signs.at("date-bound", at)
    if not bound or not signs.near(bound.last, "-"):
        return None
    return _bounded(signs, at, bound.last, str(bound.value))


def _bounded(signs: Signs, at: int, inner: int, bound: str) -> Piece | None:
    if bound == "day-after":
        return Piece(at, at + 1, "day-after", None, None, "day", bound="before", shift=(-1, -1))
    piece = read_time(signs, inner)
    if not piece:
        return _of_length(signs, at, inner, bound)
    if piece.kind == "trap":
        return piece
    if bound == "since":
        return _range(signs, at, piece) or _until_now(signs, at, piece)
    if bound == "from":
        return _range(signs, at, piece)
    if bound == "during":
        return piece._replace(first=at) if piece.kind == "relative" else None
    return piece._replace(first=at, bound=bound) if bound in ("until", "before", "after") else None


def _of_length(signs: Signs, at: int, inner: int, bound: str) -> Piece | None:
    """A bound on a length of time: for three days, three days ago, days after."""
    if bound not in ("since", "before", "during", "after"):
        return None
    length = read_length(signs, inner)
    if not length:
        return None
    if bound == "after":
        return later(at, length)
    if bound == "before" and _is_ahead_of_something(signs, length.last):
        return None
    return {"since": since, "before": ago, "during": during}[bound](at, length, signs.published)


def _is_ahead_of_something(signs: Signs, at: int) -> bool:
    """ "Three days before (qabla … min) the end of the truce": counted from what follows, not from now."""
    return signs.near(at) and bool(signs.value("date-bound", at) == "ahead")


def _until_now(signs: Signs, at: int, piece: Piece) -> Piece:
    """Since a day: from it to publication."""
    high = piece.high
    if signs.published and piece.high:
        high = max(piece.high, signs.published)
    precision = piece.precision if piece.low == high else "span"
    return piece._replace(first=at, bound="since", high=high, precision=precision)


def _range_from(signs: Signs, piece: Piece) -> Piece | None:
    """A day and "until" another, with no "from" before it, where the two are written side by side."""
    other = _upper(signs, piece, ("to",))
    return _spanned(piece.first, piece, other) if other and piece.kind == "day" else None


def _range(signs: Signs, at: int, piece: Piece) -> Piece | None:
    """From one day until another."""
    other = _upper(signs, piece, ("to", "until"))
    return _spanned(at, piece, other) if other else None


def _upper(signs: Signs, piece: Piece, links: tuple[str, ...]) -> Piece | None:
    link = signs.at("date-bound", piece.last)
    if not link or link.value not in links or not signs.near(piece.last, ","):
        return None
    other = read_time(signs, link.last)
    return other if other and other.kind != "trap" else None


def _spanned(first: int, low: Piece, high: Piece) -> Piece | None:
    if low.low and high.high and low.low > high.high:
        return None
    return Piece(first, high.last, "range", low.low, high.high, "span")


def read_time(signs: Signs, at: int) -> Piece | None:
    """A time without a bound: an edge of a month, or a day with its part and its other names."""
    edge = read_edge(signs, at)
    if edge:
        return edge
    anaphor = _anaphor(signs, at)
    piece = _day_with_part(signs, at)
    if anaphor and (not piece or anaphor.last >= piece.last):
        return anaphor
    return piece


def _anaphor(signs: Signs, at: int) -> Piece | None:
    """The same day, the next day, the night."""
    hit = signs.at("date-anaphor", at)
    if not hit:
        return None
    shift = hit.value["shift"]
    if hit.value.get("same_night"):
        return Piece(at, hit.last, "same-night", None, None, "night", "night", shift=(0, 1))
    if hit.value.get("night"):
        return Piece(at, hit.last, "night", None, None, "night", "night", shift=(-1, 0))
    return Piece(at, hit.last, "same", None, None, "day", shift=(shift, shift))


def _day_with_part(signs: Signs, at: int) -> Piece | None:
    """Saturday evening; the dawn of yesterday, Friday; at night."""
    part = signs.at("day-part", at)
    if part and (found := _in_day_part(signs, at, part)):
        return found
    piece = _named_day(signs, at, introduced=_is_introduced(signs, at))
    return _with_part_behind(signs, piece) if piece else None


def _in_day_part(signs: Signs, at: int, part: Hit) -> Piece | None:
    inner = part.last
    if signs.is_bound(inner, "from") and signs.near(inner):
        inner += 1
    follows = signs.near(inner, "-") or signs.trails_off(inner)
    if follows and (same := _anaphor(signs, inner)) and same.kind == "same":
        return same._replace(first=at, part=part.value["part"])
    piece = _named_day(signs, inner, introduced=True) if follows else None
    if piece and piece.kind in ("day", "weekday", "relative", "same"):
        return _in_part(piece._replace(first=at), part, signs)
    if part.value.get("alone"):
        return Piece(at, part.last, "part", None, None, "day", part.value["part"], shift=(0, 0))
    return None


def _with_part_behind(signs: Signs, piece: Piece) -> Piece:
    part = signs.at("day-part", piece.last)
    if not part or not part.value.get("alone") or not signs.near(piece.last):
        return piece
    if piece.kind not in ("day", "weekday", "relative"):
        return piece
    return _in_part(piece._replace(last=part.last), part, signs)


def _in_part(piece: Piece, part: Hit, signs: Signs) -> Piece:
    """A relative night and that of a weekday run into the next day; the night of a date is that day's."""
    piece = piece._replace(part=part.value["part"])
    if piece.part != "night":
        return piece
    if _runs_on(signs, piece, part) and piece.low and piece.low == piece.high and signs.published:
        piece = piece._replace(high=min(days(piece.low, 1), max(signs.published, piece.low)))
    return piece._replace(precision="night")


def _runs_on(signs: Signs, piece: Piece, part: Hit) -> bool:
    """ "Last night", "Monday night": not midnight, nor a weekday with "last" or a date behind it."""
    if any(signs.at("day-word", i) for i in range(piece.first, piece.last)):
        return True
    bare = piece.kind == "weekday" and signs.at("weekday", piece.last - 1) is not None
    return bare and not part.value.get("point")


def _named_day(signs: Signs, at: int, *, introduced: bool) -> Piece | None:
    """A day, month or year, with every further name that is given to the same day."""
    piece = _core(signs, at, introduced=introduced)
    while piece and piece.kind in _SETTLES:
        other = _apposition(signs, piece)
        if not other:
            break
        piece = other
    return piece


def _core(signs: Signs, at: int, *, introduced: bool) -> Piece | None:
    if at >= len(signs.words):
        return None
    unit = signs.at("time-unit", at)
    if unit and not unit.definite and unit.value["unit"] == "day" and signs.near(unit.last):
        inner = _single_day(signs, unit.last, introduced=True)
        if inner:
            return inner._replace(first=at)
    return (
        _single_day(signs, at, introduced=introduced)
        or read_month(signs, at, introduced=introduced)
        or read_period(signs, at)
        or read_year(signs, at, introduced=introduced)
    )


def _single_day(signs: Signs, at: int, *, introduced: bool) -> Piece | None:
    return (
        read_feast(signs, at)
        or read_day_word(signs, at)
        or read_weekday(signs, at)
        or read_day(signs, at)
        or (read_numeric(signs, at, short=introduced) if at < len(signs.words) else None)
    )


def _is_introduced(signs: Signs, at: int) -> bool:
    """A preposition of time stands before the word, or is written onto it."""
    month = signs.at("month", at)
    if month and month.proclitics.endswith(("ب", "ل")):
        return True
    before = signs.value("date-bound", at - 1) if at and signs.near(at, "-") else None
    return before in ("in", "since", "until", "during", "before", "after", "from")


def _apposition(signs: Signs, piece: Piece) -> Piece | None:
    """Yesterday (Saturday); today, Sunday 31 May; yesterday and today: one piece of two, or None."""
    at = piece.last
    if signs.is_joined(at):
        return _both(piece, _core(signs, at, introduced=False)) if signs.near(at) else None
    equals = signs.is_bound(at, "equals") and signs.near(at, ",-")
    if equals or (signs.is_bound(at, "in") and piece.kind == "weekday"):
        at += 1
    if not signs.near(at, ",-/"):
        return None
    other = _core(signs, at, introduced=True)
    if not other or other.kind not in _SETTLES or (other.kind == piece.kind and at == piece.last):
        return None
    return _settled(signs, piece, other, at)


def _both(piece: Piece, other: Piece | None) -> Piece | None:
    """Two relative days joined by "and": from the earlier to the later."""
    if not other or (piece.kind, other.kind) != ("relative", "relative"):
        return None
    if not (piece.low and piece.high and other.low and other.high):
        return piece._replace(last=other.last, precision="span")
    low, high = min(piece.low, other.low), max(piece.high, other.high)
    return piece._replace(last=other.last, low=low, high=high, precision="span")


def _same_weekday(piece: Piece, other: Piece) -> bool:
    """Tomorrow, Monday: the relative word says which Monday."""
    if piece.low is None or other.low is None or piece.low != piece.high:
        return False
    return piece.low.weekday() == other.low.weekday()


def _settled(signs: Signs, piece: Piece, other: Piece, at: int) -> Piece | None:
    """Both names as one; across a comma only if they agree."""
    agree = piece.low == other.low or piece.low is None or other.low is None
    if "," in signs.words[piece.last].gap and not agree:
        return None
    if {piece.kind, other.kind} == {"relative", "weekday"} and _same_weekday(piece, other):
        other = other._replace(low=piece.low, high=piece.high) if piece.kind == "relative" else other
    winner = other if _SETTLES[other.kind] >= _SETTLES[piece.kind] else piece
    return winner._replace(first=piece.first, last=other.last, part=piece.part or other.part)

"""Settle the dates that lean on another: the same day, the night, the day after."""

from collections.abc import Iterator, Sequence
from datetime import date

from ..text import Text
from .date_calendars import days
from .date_signs import Piece

_LOOSE = frozenset({"on", "since", "until"})
_OF_PUBLICATION = ("part", "night", "same-night", "later", "day-after")
"""What leans on the day of publication where the report names no other."""


def anchored(pieces: list[Piece], text: Text, published: date | None) -> Iterator[Piece]:
    """The pieces in order; one with a shift takes its days from the nearest day told before it.

    The day before a happening ("the day after X") may lean on the first day told after it as well.
    """
    for i, piece in enumerate(pieces):
        if piece.shift is None:
            yield _as_told(piece, pieces[i - 1], text, published) if i else piece
            continue
        anchor = _before(pieces, i) or (_after(pieces, i) if piece.kind in ("later", "day-after") else None)
        if anchor and published and _is_of_new_day(pieces[: i + 1], anchor, text, published):
            anchor = None
        if anchor is None and piece.kind in _OF_PUBLICATION:
            yield _shifted(piece, published)
        else:
            yield _shifted(piece, anchor.high if anchor else None, of_night=_is_night(anchor))


def _is_of_new_day(told: Sequence[Piece], anchor: Piece, text: Text, published: date) -> bool:
    """ "At night", told after a sentence about yesterday: that before the report's own day, as is "at dawn" where it
    has named that day."""
    piece = told[-1]
    if piece.kind not in ("part", "night") or anchor.high is None or (published - anchor.high).days != 1:
        return False
    if piece.part != "night" and (piece.part != "dawn" or all(p.high != published for p in told[:-1])):
        return False
    return text.sentence_of(anchor.first) != text.sentence_of(piece.first)


def _as_told(piece: Piece, before: Piece, text: Text, published: date | None) -> Piece:
    """ "Last night" as told on a weekday named earlier in the sentence is the night before that day."""
    if (
        piece.kind != "last-night"
        or before.kind != "weekday"
        or not (before.high and piece.low and published)
    ):
        return piece
    if text.sentence_of(before.first) != text.sentence_of(piece.first) or before.part:
        return piece
    back = (before.high - published).days
    return piece._replace(low=days(piece.low, back), high=days(piece.high or piece.low, back))


def _before(pieces: list[Piece], i: int) -> Piece | None:
    """The nearest single day told before, however it is written."""
    return next((p for p in reversed(pieces[:i]) if _is_anchor(p)), None)


def _after(pieces: list[Piece], i: int) -> Piece | None:
    return next((p for p in pieces[i + 1 :] if _is_anchor(p)), None)


def _is_night(anchor: Piece | None) -> bool:
    """Whether a day is written as a night that runs into the next."""
    return anchor is not None and anchor.precision == "night" and anchor.low != anchor.high


def _is_anchor(piece: Piece) -> bool:
    return piece.shift is None and piece.precision in ("day", "night") and piece.bound in _LOOSE


def _shifted(piece: Piece, anchor: date | None, *, of_night: bool = False) -> Piece:
    if anchor is None or piece.shift is None:
        return piece
    low, high = piece.shift
    if piece.kind == "same-night" and of_night:
        low, high = low - 1, high - 1
    return piece._replace(low=days(anchor, low), high=days(anchor, high))

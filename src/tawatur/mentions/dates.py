"""Find dates: every expression of time that places a happening, resolved against publication."""

from datetime import date

from ..lexicon import Hits
from ..model.mentions import Date, Number
from ..model.spans import Span
from ..text import Text
from .date_anaphora import anchored
from .date_expressions import read_expression
from .date_ranks import is_ranked_within
from .date_signs import Piece, Signs


def find_dates(
    text: Text, hits: Hits, numbers: tuple[Number, ...], published: date | None
) -> tuple[Date, ...]:
    """Every date of a text in order; without a publication day, relative ones stay unresolved.

    Dates that lean on another ("the same day", "the day after") take it from the text.
    """
    signs = Signs(text, hits, numbers, published)
    pieces = anchored(_pieces(signs, hits), text, published)
    return tuple(_date(signs, piece) for piece in pieces)


def _only_ranks(signs: Signs, hits: Hits, piece: Piece) -> bool:
    return piece.bound == "since" and is_ranked_within(signs.text, hits, piece.first)


def _pieces(signs: Signs, hits: Hits) -> list[Piece]:
    found, after = [], 0
    for at in signs.starts():
        if at < after:
            continue
        piece = read_expression(signs, at)
        if piece:
            after = piece.last
            if piece.kind != "trap" and not _only_ranks(signs, hits, piece):
                found.append(piece)
    return found


def _date(signs: Signs, piece: Piece) -> Date:
    return Date(
        span=_span(signs, piece),
        first=piece.first,
        last=piece.last,
        rule=f"date/{piece.kind}",
        earliest=piece.low if piece.high else None,
        latest=piece.high if piece.low else None,
        precision=piece.precision,
        bound=piece.bound,
        part=piece.part,
    )


def _span(signs: Signs, piece: Piece) -> Span:
    """The words of a date, with the bracket that closes one opened inside it."""
    body = signs.text.body
    start, end = signs.begin(piece.first), signs.words[piece.last - 1].end
    if body.count("(", start, end) > body.count(")", start, end) and body[end : end + 1] == ")":
        end += 1
    return Span(start, end)

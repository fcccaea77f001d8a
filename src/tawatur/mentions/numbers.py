"""Find numbers and ranges, and say which of them may count something."""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from ..lexicon import Hits
from ..model.mentions import Number
from ..model.spans import Span
from ..text import Text
from .number_bounds import Bounds, bounded
from .number_roles import Roles
from .number_values import AND, Amount, read_amounts

NOT_COUNTS = frozenset(
    f"number/{role}"
    for role in ("calibre", "percent", "measure", "name", "year", "clock", "date", "decimal", "ordinal")
)
"""The rules of numbers that count nothing."""


def find_numbers(text: Text, hits: Hits) -> tuple[Number, ...]:
    """Every number of a text in order, with the bounds and ranges that its neighbours give it."""
    amounts = list(read_amounts(text, hits))
    starts = {amount.first for amount in amounts}
    bounds, roles = Bounds(text, hits, starts), Roles(text, hits)
    begins, ranged = _begins(hits), _with_ranges(bounds, amounts)
    return tuple(_number(text, amount, bounds, roles, begins) for amount in ranged)


def is_count(number: Number) -> bool:
    """Whether a number may count people or things: no ordinal, year, calibre, clock time or name."""
    known = number.low is not None or number.high is not None
    return known and not number.ordinal and number.rule not in NOT_COUNTS


def number_before(numbers: Iterable[Number], word: int) -> Number | None:
    """The number that ends right before a word."""
    return next((number for number in numbers if number.last == word), None)


def number_after(numbers: Iterable[Number], word: int) -> Number | None:
    """The number that starts at a word."""
    return next((number for number in numbers if number.first == word), None)


def bound_after(hits: Hits, word: int) -> str | None:
    """The bound that stands at a word behind what is counted: at-least, up-to or None."""
    hit = hits.at(word, "number-bound")
    return str(hit.value["bound"]) if hit and hit.value.get("after") else None


def _begins(hits: Hits) -> dict[int, int]:
    """Where a number starts in the body, by its first word, without what is written onto that word."""
    found = (hit for name in ("number-word", "number-bound", "number-link") for hit in hits.of(name))
    return {hit.first: hit.span.start for hit in sorted(found, key=lambda hit: -len(hit.proclitics))}


def _number(text: Text, amount: Amount, bounds: Bounds, roles: Roles, begins: dict[int, int]) -> Number:
    role = roles.of(amount)
    if role in (None, "measure"):
        first, low, high, name = bounded(amount, bounds)
    else:
        first, low, high, name = amount.first, amount.low, amount.high, amount.kind
    return Number(
        span=Span(begins.get(first, text.words[first].start), text.words[amount.last - 1].end),
        first=first,
        last=amount.last,
        rule=f"number/{role or name}",
        low=low,
        high=high,
        ordinal=amount.kind == "ordinal",
    )


def _with_ranges(bounds: Bounds, amounts: list[Amount]) -> Iterator[Amount]:
    """The amounts, with "between 5 and 7", "5 to 7" and "5-7" made one."""
    ranges: dict[int, tuple[Amount, Amount]] = {}
    for one, other in pairwise(amounts):
        if one.first not in {second.first for _, second in ranges.values()}:
            joined = _range(bounds, one, other)
            if joined:
                ranges[one.first] = (joined, other)
    seconds = {other.first for _, other in ranges.values()}
    for amount in amounts:
        if amount.first in ranges:
            yield ranges[amount.first][0]
        elif amount.first not in seconds:
            yield amount


def _range(bounds: Bounds, one: Amount, other: Amount) -> Amount | None:
    link = bounds.link(one, other)
    if not link or not {one.kind, other.kind} <= {"digits", "words"}:
        return None
    low, high = one.low or 0, other.low or 0
    if low < 1000 <= high and high // 1000 > low and high % 1000 == 0 and other.kind == "words":
        low *= 1000
    if low >= high:
        return None
    if link == AND:
        between = bounds.between(one.first)
        return Amount(between, other.last, low, high, "between") if between is not None else None
    return Amount(one.first, other.last, low, high, "between")

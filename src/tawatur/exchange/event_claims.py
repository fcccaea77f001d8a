"""The claims of one event side by side, for a person at a terminal; the reports' words stand last."""

from collections.abc import Iterable, Iterator, Mapping
from string import ascii_uppercase
from textwrap import wrap

from tawatur.fusion.event import Difference, Event, Figure, Given, Said
from tawatur.fusion.figures import shown

from .events_table import COUNTS

WIDTH = 92
Numbers = Mapping[tuple[str, str], list[int]]


def report_names(event: Event) -> dict[str, str]:
    """A letter for each telling, in the order of the event."""
    return {telling: _letter(number) for number, telling in enumerate(event.tellings)}


def _letter(number: int) -> str:
    return ascii_uppercase[number % 26] + (str(number // 26 + 1) if number > 25 else "")


def claims(event: Event) -> Iterator[str]:
    """A line for each claim: report, stance, figures, whom it names, its chain of speakers."""
    letters = report_names(event)
    counts = [name for name in COUNTS if any(name in claim.figures for claim in event.claims)]
    sides = max((len(_side(claim)) for claim in event.claims), default=0)
    yield "CLAIMS"
    yield f"       report  stance    {''.join(f'{name:10}' for name in counts)}{'by':{sides + 2}}said by".rstrip()
    for number, claim in enumerate(event.claims, 1):
        figures = "".join(f"{_figure(claim, name):10}" for name in counts)
        yield (
            f"  {number:3}  {letters.get(claim.telling, '?'):6}  {claim.stance:8}  {figures}"
            f"{_side(claim):{sides + 2}}{_chain(claim)}"
        )


def _figure(claim: Said, name: str) -> str:
    value = claim.figures.get(name)
    return shown(value) if value else "-"


def _side(claim: Said) -> str:
    return ", ".join(claim.by) or "-"


def _chain(claim: Said) -> str:
    told = " via ".join(claim.chain) or "the outlet itself"
    return f"{told} (speaks for {claim.party})" if claim.party else told


def words(event: Event) -> Iterator[str]:
    """Each quotation once, with the numbers of the claims that it carries."""
    quotes: dict[str, list[int]] = {}
    for number, claim in enumerate(event.claims, 1):
        quotes.setdefault(" ".join(claim.quote.split()), []).append(number)
    if any(quotes):
        yield "IN THEIR WORDS"
    for quote, numbers in quotes.items():
        head = ", ".join(map(str, numbers))
        for at, line in enumerate(wrap(quote, WIDTH)):
            yield f"  {head if not at else '':6}  {line}"


def numbers_of(event: Event) -> Numbers:
    """The numbers of the claims of an origin in a telling."""
    found: dict[tuple[str, str], list[int]] = {}
    for number, claim in enumerate(event.claims, 1):
        found.setdefault((claim.origin, claim.telling), []).append(number)
    return found


def agreement(event: Event) -> Iterator[str]:
    """What origins agree on, and every difference with who gives which value."""
    if event.agreed:
        yield f"AGREED       {', '.join(event.agreed)}"
    for title, wanted in (("CONTRADICTED", True), ("DIFFERENT", False)):
        for one in event.differences:
            if one.contradiction is wanted:
                yield f"{title:12} {one.field}"
                yield from _values(one)


def _values(difference: Difference) -> Iterator[str]:
    voices: dict[str, dict[str, None]] = {}
    for one in difference.given:
        voices.setdefault(one.value, {})[one.origin] = None
    width = max((len(value) for value in voices), default=0)
    for value, origins in voices.items():
        yield f"  {value:{min(width, 28)}}   {', '.join(origins)}"


def figures(event: Event) -> Iterator[str]:
    """Low, best and high of each count, the rule, and the claims behind them."""
    numbers = numbers_of(event)
    known: dict[str, Figure | None] = {name: getattr(event, name) for name in COUNTS}
    if any(known.values()):
        yield "FIGURES"
    for name, figure in known.items():
        if figure:
            yield f"  {name:9}  {_range(figure)}"
            yield f"             best: {figure.rule}"
            yield from _behind(event, name, figure.given, numbers)


def _range(figure: Figure) -> str:
    low, best, high = ("open" if value is None else value for value in (figure.low, figure.best, figure.high))
    return f"low {low}, best {best}, high {high}"


def _behind(event: Event, name: str, given: Iterable[Given], numbers: Numbers) -> Iterator[str]:
    behind: dict[tuple[str, str], set[int]] = {}
    for one in given:
        told = behind.setdefault((one.value, one.origin), set())
        told.update(
            number
            for number in numbers.get((one.origin, one.telling), ())
            if _figure(event.claims[number - 1], name) == one.value
        )
    for (value, origin), claimed in behind.items():
        where = f"claim{'s' * (len(claimed) > 1)} {', '.join(map(str, sorted(claimed)))}"
        yield f"             {value:7}  {where:14}  {origin}"

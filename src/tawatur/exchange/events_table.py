"""Events for a person at a terminal: our words and figures first, the reports' words last."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from tawatur.fusion.event import Event, Figure

from .terms import Terms

COUNTS = ("killed", "injured", "detained", "abducted")
INDENT = 15


def written(events: Iterable[Event], terms: Terms) -> Iterator[bytes]:
    """The events, two or three lines each."""
    for event in events:
        yield ("\n".join(lines(event)) + "\n").encode("utf-8", "replace")


def lines(event: Event) -> Iterator[str]:
    """One event: id, day, type, standing, sides; then toll, support and place; then what is contradicted."""
    marks = " (rejected)" if event.rejected else "" if event.stage == "occurred" else f" ({event.stage})"
    yield (
        f"{event.id:{INDENT - 2}}  {days(event):15}  {event.type + marks:22}  {event.standing.grade:12}  "
        f"{sides(event.by, event.against)}"
    ).rstrip()
    place = ", ".join((event.place.name, *event.place.within)) if event.place else ""
    yield f"{'':{INDENT}}{toll(event) or '-':39}  {support(event):26}  {place}".rstrip()
    if clashes := [one.field for one in event.differences if one.contradiction]:
        yield f"{'':{INDENT}}contradicted: {', '.join(clashes)}"


def support(event: Event) -> str:
    """How many independent origins in how many reports."""
    return f"{many(len(event.tellers), 'origin')} in {many(len(event.articles), 'report')}"


def many(number: int, noun: str) -> str:
    """A number with its noun.

    >>> many(1, "report"), many(3, "report")
    ('1 report', '3 reports')
    """
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def days(event: Event) -> str:
    """The day or days; those that no report gives stand in brackets."""
    if not event.earliest or not event.latest:
        return "no day"
    told = interval(event.earliest, event.latest)
    return told if event.dated else f"({told})"


def interval(first: date, last: date) -> str:
    """A day, or two with what they share told once (ISO 8601).

    >>> interval(date(2020, 5, 30), date(2020, 5, 31))
    '2020-05-30/31'
    """
    if first == last:
        return first.isoformat()
    shared = (
        8 if (first.year, first.month) == (last.year, last.month) else 5 if first.year == last.year else 0
    )
    return f"{first.isoformat()}/{last.isoformat()[shared:]}"


def toll(event: Event) -> str:
    """The tolls in a few words."""
    figures: dict[str, Figure | None] = {name: getattr(event, name) for name in COUNTS}
    return ", ".join(f"{name} {counted(figure)}" for name, figure in figures.items() if figure)


def counted(figure: Figure) -> str:
    """The best figure, with the range where origins differ.

    >>> counted(Figure(low=3, best=4, high=4, rule="", given=()))
    '4 (3-4)'
    >>> counted(Figure(low=12, best=12, high=None, rule="", given=()))
    '12+'
    """
    best = "?" if figure.best is None else str(figure.best)
    if figure.low == figure.best == figure.high:
        return best
    if figure.high is None:
        return f"{best}+" if figure.low == figure.best else f"{best} ({figure.low or 0}+)"
    return f"{best} ({figure.low if figure.low is not None else 0}-{figure.high})"


def sides(by: Sequence[str], against: Sequence[str]) -> str:
    """Who, and against whom."""
    if not by and not against:
        return ""
    return f"{', '.join(by) or '?'} > {', '.join(against) or '?'}"

"""Events for a person at a terminal: our words and figures first, the reports' words last."""

from collections.abc import Iterable, Iterator, Sequence

from tawatur.fusion.event import Event, Figure

from .terms import Terms


def written(events: Iterable[Event], terms: Terms) -> Iterator[bytes]:
    """The events, a line or two each."""
    for event in events:
        yield ("\n".join(lines(event)) + "\n").encode("utf-8", "replace")


def lines(event: Event) -> Iterator[str]:
    """One event: id, day, type, standing, toll, sides; then where."""
    marks = " (rejected)" if event.rejected else "" if event.stage == "occurred" else f" ({event.stage})"
    yield (
        f"{event.id}  {days(event):23}  {event.type + marks:22}  {event.standing.grade:12}  "
        f"{toll(event):22}  {sides(event.by, event.against)}"
    ).rstrip()
    support = f"{len(event.tellers)} origins, {len(event.articles)} reports"
    clashes = [one.field for one in event.differences if one.contradiction]
    support += f"; contradicted: {', '.join(clashes)}" if clashes else ""
    place = ", ".join((event.place.name, *event.place.within)) if event.place else ""
    yield f"{'':15}{support:48}  {place}".rstrip()


def days(event: Event) -> str:
    """The day or days; those that no report gives stand in brackets."""
    if not event.earliest or not event.latest:
        return "no day"
    told = event.earliest.isoformat()
    if event.latest != event.earliest:
        told += f"/{event.latest.isoformat()}"
    return told if event.dated else f"({told})"


def toll(event: Event) -> str:
    """The tolls in a few words."""
    parts = [
        f"{name} {counted(figure)}"
        for name in ("killed", "injured", "detained", "abducted")
        if (figure := getattr(event, name))
    ]
    return ", ".join(parts)


def counted(figure: Figure) -> str:
    """The best figure, with the range where origins differ.

    >>> counted(Figure(low=3, best=4, high=4, rule="", given=()))
    '4 (3-4)'
    """
    best = "?" if figure.best is None else str(figure.best)
    if figure.low == figure.best == figure.high:
        return best
    high = "…" if figure.high is None else str(figure.high)
    return f"{best} ({figure.low if figure.low is not None else '…'}-{high})"


def sides(by: Sequence[str], against: Sequence[str]) -> str:
    """Who, and against whom."""
    if not by and not against:
        return ""
    return f"{', '.join(by) or '?'} > {', '.join(against) or '?'}"

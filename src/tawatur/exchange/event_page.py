"""All of one event, for a person at a terminal."""

from collections.abc import Iterable, Iterator, Sequence
from textwrap import wrap

from tawatur.fusion.event import Event, Figure, Said
from tawatur.fusion.figures import shown

from .events_table import counted, days, sides

WIDTH = 100
Line = tuple[str, str, str, str, str]


def page(event: Event, history: Sequence[Line] = ()) -> str:
    """The event's values, claims, agreements, differences, figures, standing, bonds and history."""
    sections = (
        _heading(event),
        _claims(event),
        _agreement(event),
        _figures(event),
        _standing(event),
        _bonds(event),
        _history(event, history),
    )
    return "\n".join(line for section in sections for line in (*section, ""))


def _heading(event: Event) -> Iterator[str]:
    yield f"{event.id}  {event.type}  {event.stage}  {event.standing.grade}" + ("  REJECTED" * event.rejected)
    yield f"  when      {days(event)}"
    if event.place:
        place = event.place
        known = (
            f"{place.lat:.3f} {place.lon:.3f}  " if place.lat is not None and place.lon is not None else ""
        )
        yield f"  where     {place.relation}  {known}{', '.join((place.name, *place.within))}"
    yield f"  sides     {sides(event.by, event.against)}"
    if event.weapon:
        yield f"  weapon    {event.weapon}"
    support = f"{len(event.tellers)} origins in {len(event.articles)} reports of {', '.join(event.outlets)}"
    yield f"  told by   {support}"


def _claims(event: Event) -> Iterator[str]:
    yield "CLAIMS"
    for number, claim in enumerate(event.claims, 1):
        chain = " via ".join((*claim.chain, claim.outlet)) if claim.chain else claim.outlet
        figures = ", ".join(f"{name} {shown(value)}" for name, value in claim.figures.items())
        yield f"  {number}. {claim.published or 'undated'}  {claim.stance}  {figures}".rstrip()
        yield f"     {_who(claim)}{chain}"
        yield from (f"       {line}" for line in wrap(" ".join(claim.quote.split()), WIDTH))


def _who(claim: Said) -> str:
    return f"({claim.party}) " if claim.party else ""


def _agreement(event: Event) -> Iterator[str]:
    if event.agreed:
        yield f"AGREED      {', '.join(event.agreed)}"
    for difference in event.differences:
        yield ("CONTRADICT  " if difference.contradiction else "DIFFERENT   ") + difference.field
        for one in difference.given:
            yield f"  {one.value}  {one.origin}" + (f" ({one.outlet})" if one.outlet != one.origin else "")


def _figures(event: Event) -> Iterator[str]:
    for name in ("killed", "injured", "detained", "abducted"):
        figure: Figure | None = getattr(event, name)
        if figure:
            yield f"{name.upper():11} {counted(figure)}   {figure.rule}"
            for one in figure.given:
                yield f"  {one.value}  {one.published or ''}  {one.origin} ({one.outlet})"


def _standing(event: Event) -> Iterator[str]:
    yield f"STANDING    {event.standing.grade}"
    yield from (f"  {reason}" for reason in event.standing.reasons)
    if event.standing.overruled_by:
        yield f"  computed: {event.standing.computed}; overruled by {event.standing.overruled_by}"


def _bonds(event: Event) -> Iterator[str]:
    if event.bonds:
        yield "WHY ONE EVENT"
    for bond in event.bonds:
        yield f"  {bond.a} and {bond.b}: {bond.points:.1f} points"
        yield from (f"    {one.points:+5.1f}  {one.reason}" for one in bond.reasons)


def _history(event: Event, history: Iterable[Line]) -> Iterator[str]:
    yield "HISTORY"
    yield from ("  " + "  ".join(part for part in line if part) for line in history)

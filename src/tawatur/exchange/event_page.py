"""All of one event, for a person at a terminal."""

from collections.abc import Iterable, Iterator, Sequence

from tawatur.fusion.event import Bond, Event, Site
from tawatur.fusion.likeness import SAME, Reason

from .event_claims import agreement, claims, figures, report_names, words
from .events_table import COUNTS, counted, days, support

Line = tuple[str, str, str, str, str]


def page(event: Event, history: Sequence[Line] = ()) -> str:
    """The event's values, claims, agreements, differences, figures, standing, bonds and history."""
    sections = (
        _heading(event),
        _reports(event),
        claims(event),
        words(event),
        agreement(event),
        figures(event),
        _standing(event),
        _bonds(event),
        _history(history),
    )
    written = (list(section) for section in sections)
    return "\n".join("\n".join((*lines, "")) for lines in written if lines)


def _heading(event: Event) -> Iterator[str]:
    yield f"EVENT {event.id}" + ("   rejected by a person" * event.rejected)
    for name, value in _values(event):
        if value:
            yield f"  {name:9}  {value}"


def _values(event: Event) -> Iterator[tuple[str, str]]:
    yield "what", event.type + ("" if event.stage == "occurred" else f", {event.stage}")
    yield "when", days(event) + ("" if event.dated else "  by the day of publication; no report gives it")
    yield "where", _where(event.place) if event.place else "not known"
    yield "by", ", ".join(event.by)
    yield "against", ", ".join(event.against)
    yield "means", event.weapon or ""
    for name in COUNTS:
        figure = getattr(event, name)
        yield name, counted(figure) if figure else ""
    yield "victims", event.victims or ""
    yield "standing", event.standing.grade
    yield "told by", f"{support(event)}{_blamers(event)}"


def _where(place: Site) -> str:
    names = ", ".join((place.name, *place.within))
    told = names if place.relation in ("at", "in") else f"{place.relation} {names}"
    if place.lat is None or place.lon is None:
        return f"{told}  (no coordinates)"
    around = f", within {place.radius:g} km" if place.radius else ""
    return f"{place.lat:.3f} {place.lon:.3f}{around}  {told}"


def _blamers(event: Event) -> str:
    other = len(event.origins) - len(event.tellers)
    if not other:
        return ""
    return "; one more only blames or denies" if other == 1 else f"; {other} more only blame or deny"


def _reports(event: Event) -> Iterator[str]:
    letters = report_names(event)
    told = {claim.telling: claim for claim in event.claims}
    yield "REPORTS"
    for telling, letter in letters.items():
        claim = told.get(telling)
        published = str(claim.published or "no day") if claim else ""
        yield f"  {letter:3}  {published:10}  {telling:20}  {claim.outlet if claim else ''}"


def _standing(event: Event) -> Iterator[str]:
    yield f"STANDING     {event.standing.grade}"
    yield from (f"  {reason}" for reason in event.standing.reasons)
    if event.standing.overruled_by:
        yield f"  computed: {event.standing.computed}; overruled by {event.standing.overruled_by}"
    yield from (f"  {line}" for line in event.decided)


def _bonds(event: Event) -> Iterator[str]:
    if not event.bonds:
        return
    letters = report_names(event)
    yield f"WHY ONE EVENT  (points for and against; {SAME:g} are needed)"
    for bond in event.bonds:
        a, b = letters.get(bond.a, bond.a), letters.get(bond.b, bond.b)
        yield f"  {a} and {b}: {bond.points:.1f} points"
        yield f"    {_points(bond)}"
    yield from dict.fromkeys(f"  {one.reason}" for bond in event.bonds for one in bond.reasons)


def _points(bond: Bond) -> str:
    return ", ".join(f"{_label(one)} {one.points:+.1f}" for one in bond.reasons)


def _label(reason: Reason) -> str:
    """The question that opens a feature's reason, or its plain name."""
    question = reason.reason.partition(":")[0]
    return reason.feature if "," in question else question.lower()


def _history(history: Iterable[Line]) -> Iterator[str]:
    yield "HISTORY"
    for at, *rest in history:
        yield "  " + "  ".join(part for part in (at[:16].replace("T", " "), *rest) if part)

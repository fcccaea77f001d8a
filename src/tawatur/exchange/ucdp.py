"""Columns of UCDP's Georeferenced Event Dataset (GED 24.1), as far as news reports can fill them."""

from collections.abc import Iterable, Iterator, Sequence

from tawatur.fusion.event import Event, Figure, Site

from .cells import Row, csv_of, day, joined
from .divisions import divisions_of
from .terms import Terms

VIOLENCE = {"state-based": 1, "non-state": 2, "one-sided": 3}
_WHERE = ((3.0, 1), (25.0, 2), (60.0, 3), (150.0, 4))
_WHEN = ((0, 1), (6, 2), (7, 3), (31, 4))
COLUMNS = (
    "id",
    "relid",
    "year",
    "code_status",
    "type_of_violence",
    "side_a",
    "side_b",
    "number_of_sources",
    "source_office",
    "source_date",
    "source_original",
    "where_prec",
    "where_coordinates",
    "where_description",
    "adm_1",
    "adm_2",
    "latitude",
    "longitude",
    "country",
    "event_clarity",
    "date_prec",
    "date_start",
    "date_end",
    "deaths_a",
    "deaths_b",
    "deaths_civilians",
    "deaths_unknown",
    "best",
    "high",
    "low",
)


def written(events: Iterable[Event], terms: Terms) -> Iterator[bytes]:
    """The deadly events of UCDP's three kinds of violence."""
    rows = (row(event, terms) for event in events if is_coded(event, terms))
    return csv_of(COLUMNS, rows, terms.bom)


def is_coded(event: Event, terms: Terms) -> bool:
    """Whether UCDP would hold the event: organised violence that happened and in which somebody died."""
    killed = event.killed
    dead = bool(killed and (killed.best or killed.high))
    return dead and event.stage == "occurred" and violence(event, terms) is not None


def violence(event: Event, terms: Terms) -> int | None:
    """UCDP's type of violence: by who stood on the two sides, else by the type of the incident."""
    code = VIOLENCE.get(terms.code(event.type, "ucdp"))
    ours, theirs = (
        [party for party in side if not terms.is_class(party)] for side in (event.by, event.against)
    )
    if code is None or not ours:
        return code
    if theirs:
        return 1 if any(map(terms.is_state, (*ours, *theirs))) else 2
    return 3 if event.victims == "civilians" or "civilians" in event.against else code


def row(event: Event, terms: Terms) -> Row:
    """One event as UCDP would write it."""
    return {
        "id": event.id,
        "relid": event.id,
        "year": event.earliest.year if event.earliest else None,
        "code_status": "Machine",
        "type_of_violence": violence(event, terms),
        "side_a": _side(event.by, terms),
        "side_b": _side(event.against, terms),
        "number_of_sources": len(event.articles),
        "source_office": joined(event.outlets),
        "source_date": joined(sorted({day(claim.published) or "" for claim in event.claims})),
        "source_original": joined(origin.name for origin in event.tellers),
        "event_clarity": 1 if event.dated and event.place else 2,
        "date_prec": _date_precision(event),
        "date_start": day(event.earliest),
        "date_end": day(event.latest),
        **(_place(event.place, terms) if event.place else {}),
        **_deaths(event, event.killed),
    }


def _side(parties: Sequence[str], terms: Terms) -> str:
    return joined(map(terms.label, parties)) or "Unknown"


def _place(place: Site, terms: Terms) -> Row:
    country, first, second = divisions_of(place, terms.place)
    return {
        "where_prec": _step(_WHERE, place.radius) if place.radius is not None else None,
        "where_coordinates": place.name,
        "where_description": ", ".join((f"{place.relation} {place.name}", *place.within)),
        "adm_1": first,
        "adm_2": second,
        "latitude": place.lat,
        "longitude": place.lon,
        "country": country,
    }


def _step(steps: Sequence[tuple[float, int]], value: float) -> int:
    return next((code for most, code in steps if value <= most), steps[-1][1] + 1)


def _date_precision(event: Event) -> int:
    if not event.earliest or not event.latest or not event.dated:
        return 5
    return _step(_WHEN, (event.latest - event.earliest).days)


def _deaths(event: Event, killed: Figure | None) -> Row:
    if killed is None:
        return {}
    civilians = killed.best if event.victims == "civilians" else 0
    return {
        "deaths_a": 0,
        "deaths_b": 0,
        "deaths_civilians": civilians,
        "deaths_unknown": (killed.best or 0) - (civilians or 0),
        "best": killed.best,
        "high": killed.high if killed.high is not None else killed.best,
        "low": killed.low if killed.low is not None else 0,
    }

"""One row for each event."""

from collections.abc import Iterable, Iterator

from tawatur.fusion.event import Event, Figure

from .cells import Row, csv_of, day, joined
from .divisions import divisions_of
from .grades import airwars
from .terms import Terms

COUNTS = ("killed", "injured", "detained", "abducted")
COLUMNS = (
    "id",
    "type",
    "stage",
    "earliest",
    "latest",
    "dated",
    "place",
    "relation",
    "within",
    "country",
    "admin1",
    "admin2",
    "latitude",
    "longitude",
    "radius_km",
    "place_id",
    "by",
    "against",
    *(f"{name}_{part}" for name in COUNTS for part in ("low", "best", "high")),
    "victims",
    "weapon",
    "standing",
    "standing_reasons",
    "airwars_grade",
    "origins",
    "origin_names",
    "contradictions",
    "differences",
    "outlets",
    "articles",
    "decided",
)


def written(events: Iterable[Event], terms: Terms) -> Iterator[bytes]:
    """The events as csv."""
    return csv_of(COLUMNS, (row(event, terms) for event in events), terms.bom)


def row(event: Event, terms: Terms) -> Row:
    """One event as a row."""
    return {**_what(event), **_where(event, terms), **_tolls(event), **_support(event)}


def _what(event: Event) -> Row:
    return {
        "id": event.id,
        "type": event.type,
        "stage": event.stage,
        "earliest": day(event.earliest),
        "latest": day(event.latest),
        "dated": "yes" if event.dated else "no",
        "by": joined(event.by),
        "against": joined(event.against),
        "victims": event.victims,
        "weapon": event.weapon,
    }


def _where(event: Event, terms: Terms) -> Row:
    place = event.place
    if place is None:
        return {}
    _, first, second = divisions_of(place, terms.place)
    return {
        "place": place.name,
        "relation": place.relation,
        "within": joined(place.within),
        "country": place.country,
        "admin1": first,
        "admin2": second,
        "latitude": place.lat,
        "longitude": place.lon,
        "radius_km": place.radius,
        "place_id": place.place_id,
    }


def _tolls(event: Event) -> Row:
    figures: dict[str, Figure | None] = {name: getattr(event, name) for name in COUNTS}
    return {
        f"{name}_{part}": getattr(figure, part)
        for name, figure in figures.items()
        if figure
        for part in ("low", "best", "high")
    }


def _support(event: Event) -> Row:
    return {
        "standing": event.standing.grade,
        "standing_reasons": joined(event.standing.reasons),
        "airwars_grade": airwars(event.standing.grade),
        "origins": len(event.tellers),
        "origin_names": joined(origin.name for origin in event.tellers),
        "contradictions": joined(one.field for one in event.differences if one.contradiction),
        "differences": joined(one.field for one in event.differences if not one.contradiction),
        "outlets": joined(event.outlets),
        "articles": len(event.articles),
        "decided": joined(event.decided),
    }

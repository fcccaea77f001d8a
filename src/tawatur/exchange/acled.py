"""Columns in the style of ACLED's export, as far as news reports can fill them."""

from collections.abc import Iterable, Iterator, Sequence

from tawatur.fusion.event import Event, Site

from .cells import Row, csv_of, day, joined
from .divisions import divisions_of
from .terms import Terms

_INTER = {
    "state": "State forces",
    "foreign-state": "External/Other forces",
    "coalition": "External/Other forces",
}
_CIVILIAN = ("civilians", "journalists", "medics", "private-persons")
COLUMNS = (
    "event_id_cnty",
    "event_date",
    "year",
    "time_precision",
    "disorder_type",
    "event_type",
    "sub_event_type",
    "actor1",
    "assoc_actor_1",
    "inter1",
    "actor2",
    "assoc_actor_2",
    "inter2",
    "civilian_targeting",
    "country",
    "admin1",
    "admin2",
    "admin3",
    "location",
    "latitude",
    "longitude",
    "geo_precision",
    "source",
    "source_scale",
    "notes",
    "fatalities",
    "tags",
)


def written(events: Iterable[Event], terms: Terms) -> Iterator[bytes]:
    """The events that ACLED has a type for."""
    rows = (row(event, terms) for event in events if terms.code(event.type, "acled") not in ("", "none"))
    return csv_of(COLUMNS, rows, terms.bom)


def row(event: Event, terms: Terms) -> Row:
    """One event in ACLED's terms: one day, one best figure, at most two actors a side."""
    kind, _, sub = terms.code(event.type, "acled").partition(" / ")
    return {
        "event_id_cnty": event.id,
        "event_date": day(event.earliest),
        "year": event.earliest.year if event.earliest else None,
        "time_precision": _time_precision(event),
        "disorder_type": _disorder(kind),
        "event_type": _capital(kind),
        "sub_event_type": _capital(sub),
        **_actors(1, event.by, terms),
        **_actors(2, event.against, terms),
        "civilian_targeting": "Civilian targeting" if event.victims == "civilians" else None,
        **(_place(event.place, terms) if event.place else {}),
        "source": joined(event.outlets),
        "source_scale": None,
        "notes": event.claims[0].quote if event.claims else None,
        "fatalities": event.killed.best if event.killed else 0,
        "tags": joined(_tags(event)),
    }


def _actors(number: int, parties: Sequence[str], terms: Terms) -> Row:
    first = parties[0] if parties else None
    return {
        f"actor{number}": terms.label(first) if first else None,
        f"assoc_actor_{number}": joined(map(terms.label, parties[1:])),
        f"inter{number}": _inter(first, terms) if first else None,
    }


def _inter(party: str, terms: Terms) -> str:
    if party in _CIVILIAN:
        return "Civilians"
    if party == "protesters":
        return "Protesters"
    return _INTER.get(terms.kinds.get(party, ""), "Rebel group")


def _place(place: Site, terms: Terms) -> Row:
    country, first, second = divisions_of(place, terms.place)
    return {
        "country": country,
        "admin1": first,
        "admin2": second,
        "location": place.name,
        "latitude": place.lat,
        "longitude": place.lon,
        "geo_precision": 1 if place.radius is not None and place.radius <= 5 else 2 if _known(place) else 3,
    }


def _known(place: Site) -> bool:
    return place.lat is not None and (place.radius or 0) <= 60


def _time_precision(event: Event) -> int:
    if not event.earliest or not event.latest:
        return 3
    span = (event.latest - event.earliest).days
    return 1 if span <= 1 and event.dated else 2 if span <= 7 else 3


def _disorder(kind: str) -> str:
    lowered = kind.lower()
    if lowered.startswith("strategic"):
        return "Strategic developments"
    return "Demonstrations" if lowered.startswith(("protest", "riot")) else "Political violence"


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _tags(event: Event) -> Iterator[str]:
    yield f"standing={event.standing.grade}"
    yield f"origins={len(event.tellers)}"
    if event.stage != "occurred":
        yield f"stage={event.stage}"

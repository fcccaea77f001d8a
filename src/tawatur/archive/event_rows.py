"""An event as rows: columns to filter by, keys to find it under, words to search, the record itself."""

from collections.abc import Iterator, Mapping, Sequence

from sqlalchemy import Connection, insert, select

from ..fusion.event import Event, Figure, Site
from ..fusion.names import name_key
from ..fusion.tellings import Telling
from .filters import on_sphere
from .packing import packed
from .search_words import search_text
from .tables import event_keys, events
from .text_index import index_events


def add_events(connection: Connection, made: Sequence[Event], told: Mapping[str, Telling]) -> None:
    """Write events that are not there."""
    if not made:
        return
    connection.execute(insert(events), [_row(event) for event in made])
    found = select(events.c.id, events.c.number).where(events.c.id.in_([event.id for event in made]))
    numbers = {row.id: row.number for row in connection.execute(found)}
    keys = [row for event in made for row in _key_rows(event, numbers[event.id], told)]
    if keys:
        connection.execute(insert(event_keys), keys)
    index_events(connection, [(numbers[event.id], _words(event, told)) for event in made])


def _row(event: Event) -> dict[str, object]:
    place = event.place
    return {
        "id": event.id,
        "type": event.type,
        "earliest": event.earliest.isoformat() if event.earliest else "",
        "latest": event.latest.isoformat() if event.latest else "",
        "country": place.country.upper() if place and place.country else None,
        "lat": place.lat if place else None,
        "lon": place.lon if place else None,
        **_sphere(place),
        "standing": event.standing.grade,
        "killed": best(event.killed),
        "harmed": (best(event.killed) or 0) + (best(event.injured) or 0),
        "rejected": event.rejected,
        "dated": event.dated,
        "decided": bool(event.decided),
        "clashes": sum(1 for one in event.differences if one.contradiction),
        "radius": place.radius if place else None,
        "record": packed(event),
    }


def _sphere(place: Site | None) -> dict[str, object]:
    if place is None or place.lat is None or place.lon is None:
        return dict.fromkeys("xyz")
    return dict(zip("xyz", on_sphere(place.lat, place.lon), strict=True))


def best(figure: Figure | None) -> int | None:
    """The best figure, or the one bound that is known."""
    if figure is None:
        return None
    return figure.best if figure.best is not None else figure.low


def _key_rows(event: Event, number: int, told: Mapping[str, Telling]) -> Iterator[dict[str, object]]:
    found = {("party", party) for party in (*event.by, *event.against)}
    found |= {("article", article) for article in event.articles}
    found |= {("outlet", outlet[:120]) for outlet in event.outlets if outlet}
    found |= {("place", key[:120]) for id in event.tellings for key in _places(told[id])}
    if event.place:
        found.add(("place", name_key(event.place.name)[:120]))
    return ({"kind": kind, "value": value, "event": number} for kind, value in sorted(found))


def _places(telling: Telling) -> Iterator[str]:
    for spot in (telling.place, *telling.within, *telling.also):
        if spot:
            yield from spot.refs
            yield from spot.inside


def _words(event: Event, told: Mapping[str, Telling]) -> str:
    quotes = dict.fromkeys(claim.quote for claim in event.claims)
    quotes |= dict.fromkeys(told[id].quote for id in event.tellings)
    speakers = dict.fromkeys(name for claim in event.claims for name in claim.chain)
    places = dict.fromkeys(
        spot.name for id in event.tellings for spot in (told[id].place, *told[id].within) if spot
    )
    return search_text(*quotes, *speakers, *places)

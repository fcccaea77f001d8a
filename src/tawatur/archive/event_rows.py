"""An event as rows: columns to filter by, keys to find it under, words to search, the record itself."""

from collections.abc import Iterator, Mapping, Sequence

from sqlalchemy import Connection, insert, select

from ..fusion.event import Event, Figure, Site
from ..fusion.tellings import Telling
from ..text import name_key
from .filters import on_sphere
from .name_sets import Names, numbered
from .packing import packed
from .search_words import search_text
from .tables import event_keys, events
from .text_index import index_events
from .voices import count_voices

LONGEST = 120
# The kinds of keys that are counted, and the column that holds their set.
SETS = {"party": "parties", "outlet": "outlets", "place": "places"}

Keys = dict[str, Names]
# What the set that makes up an event's kind says, in its order; empty where it is not so.
KIND = ("type", "standing", "country", "dated", "decided")
SHARED = (*SETS.values(), "kind", "point")


def add_events(connection: Connection, made: Sequence[Event], told: Mapping[str, Telling]) -> None:
    """Write events that are not there."""
    if not made:
        return
    keys = {event.id: _keys(event, told) for event in made}
    shared = {event.id: _shared(event, keys[event.id]) for event in made}
    sets = numbered(connection, (names for each in shared.values() for names in each.values()))
    connection.execute(insert(events), [_row(event, shared[event.id], sets) for event in made])
    found = select(events.c.id, events.c.number).where(events.c.id.in_(keys))
    numbers = {row.id: row.number for row in connection.execute(found)}
    connection.execute(insert(event_keys), list(_key_rows(keys, numbers)))
    count_voices(connection, made)
    index_events(connection, [(numbers[event.id], _words(event, told)) for event in made])


def _shared(event: Event, keys: Keys) -> Keys:
    """What other events may have in common with this one, by the column that holds the number of the set."""
    found = {column: keys[kind] for kind, column in SETS.items()}
    found |= {"kind": _kind(event), "point": _point(event.place)}
    return {column: names for column, names in found.items() if names}


def _kind(event: Event) -> Names:
    """What kind of event it is, in the order of ``KIND``."""
    country = event.place.country.upper() if event.place and event.place.country else ""
    return (
        event.type,
        event.standing.grade,
        country,
        "dated" if event.dated else "",
        "decided" if event.decided else "",
    )


def _point(place: Site | None) -> Names:
    """Latitude, longitude and radius of a place that has them."""
    if place is None or place.lat is None or place.lon is None:
        return ()
    return tuple("" if told is None else repr(float(told)) for told in (place.lat, place.lon, place.radius))


def _row(event: Event, shared: Keys, sets: Mapping[Names, int]) -> dict[str, object]:
    place = event.place
    return {
        **{column: sets[shared[column]] if column in shared else None for column in SHARED},
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


def _keys(event: Event, told: Mapping[str, Telling]) -> Keys:
    """The names under which an event is found, of each kind; as long as the column takes."""
    places = {key for id in event.tellings for key in _places(told[id])}
    if event.place:
        places.add(name_key(event.place.name))
    found = {
        "party": (*event.by, *event.against),
        "outlet": filter(None, event.outlets),
        "place": places,
        "article": event.articles,
    }
    return {kind: tuple(sorted({value[:LONGEST] for value in values})) for kind, values in found.items()}


def _key_rows(keys: Mapping[str, Keys], numbers: Mapping[str, int]) -> Iterator[dict[str, object]]:
    for id, found in keys.items():
        for kind, values in found.items():
            yield from ({"kind": kind, "value": value, "event": numbers[id]} for value in values)


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

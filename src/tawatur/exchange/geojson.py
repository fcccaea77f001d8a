"""GeoJSON (RFC 7946): a point for each placed event, a feature without geometry for an unplaced one."""

from collections.abc import Iterable, Iterator
from itertools import chain, repeat
from typing import Any

import msgspec

from tawatur.fusion.event import Event

from . import events_csv
from .terms import Terms


def written(events: Iterable[Event], terms: Terms) -> Iterator[bytes]:
    """The events as one feature collection, written as they come."""
    yield b'{"type":"FeatureCollection","features":['
    for comma, event in zip(chain((b"",), repeat(b",\n")), events, strict=False):
        yield comma + msgspec.json.encode(feature(event, terms))
    yield b"]}\n"


def feature(event: Event, terms: Terms) -> dict[str, Any]:
    """One event as a feature; ``radius_km`` tells how vague its point is."""
    properties = {name: value for name, value in events_csv.row(event, terms).items() if name != "id"}
    return {"type": "Feature", "id": event.id, "geometry": _point(event), "properties": properties}


def _point(event: Event) -> dict[str, Any] | None:
    place = event.place
    if place is None or place.lat is None or place.lon is None:
        return None
    return {"type": "Point", "coordinates": [round(place.lon, 5), round(place.lat, 5)]}

"""What the map asks for: cells of a box, the outlines, the names, and places found by name."""

from collections.abc import Iterator

import msgspec
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, Response

from ...lexicon.gazetteer_rows import Candidate
from ..cells import cells as gathered
from ..cells import extent
from ..outline import geojson_of
from ..page import desk_of, tongue_of
from ..points import shown
from ..svgmap import tile_step
from ..tongue import Tongue
from ..wanted import Wanted
from .events import surveyed

A_DAY = {"cache-control": "private, max-age=86400"}


def cells(request: Request) -> Response:
    """The events wanted inside ``view`` (west,south,east,north), in cells that fit ``zoom``."""
    desk, wanted = desk_of(request), Wanted(request.query_params).filter
    zoom = request.query_params.get("zoom", "4")
    step = tile_step(float(zoom) if zoom.replace(".", "", 1).isdigit() else 4.0)
    seen = Wanted(request.query_params.__class__({"box": request.query_params.get("view", "")})).filter.box
    found = surveyed(desk, wanted).spots
    inside = [spot for spot in found if spot.inside(seen)] if seen and not wanted.box else found
    return JSONResponse(
        {"cells": [msgspec.to_builtins(cell) for cell in gathered(inside, step)], "extent": extent(found)}
    )


def outline(request: Request) -> Response:
    """Country outlines as GeoJSON."""
    desk = desk_of(request)
    if "outline" not in desk.kept:
        desk.kept["outline"] = msgspec.json.encode(geojson_of(desk.outline.rings))
    return Response(desk.kept["outline"], media_type="application/geo+json", headers=A_DAY)


def names(request: Request) -> Response:
    """Names for the map in the reader's language."""
    language = tongue_of(request).language
    found = [
        {"name": label.name(language), "lat": label.lat, "lon": label.lon, "rank": label.rank}
        for label in desk_of(request).labels
    ]
    return JSONResponse(found)


def tiles(request: Request) -> Response:
    """The user's file of tiles, and no other; 404 where none was given."""
    own = desk_of(request).tiles
    if own is None or own.file is None or not own.file.is_file():
        raise HTTPException(404)
    return FileResponse(own.file, media_type="application/vnd.pmtiles")


def places(request: Request) -> Response:
    """Places of the gazetteer by name."""
    name = request.query_params.get("name", "").strip()[:80]
    found = desk_of(request).knowledge.gazetteer.find(name, 12) if len(name) > 1 else ()
    tongue = tongue_of(request)
    return JSONResponse(
        [
            {
                "name": (place.names_ar or (place.name,))[0],
                "told": " · ".join(_told(place, tongue)),
                "point": shown(place.lat, place.lon),
            }
            for place in found
        ]
    )


def _told(place: Candidate, tongue: Tongue) -> Iterator[str]:
    """What tells a place from others of its name: its name in Latin letters, its kind, its country."""
    yield place.name
    yield tongue.known("level", place.level)
    if place.country:
        yield tongue.known("country", place.country.upper())

"""Country outlines: world-atlas (TopoJSON) as rings of longitude and latitude."""

import json
from collections.abc import Iterable, Iterator, Sequence
from math import floor, log2
from pathlib import Path
from threading import Lock
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from .projection import mercator

Point = tuple[float, float]
FINEST = 1 / 512
"""How many degrees apart the points of the finest outline stand."""
PIXELS = 4.0
"""How many pixels apart the points that are drawn may stand."""


class Ring(Struct, frozen=True, kw_only=True):
    """One closed line, and the box that holds it: west, south, east, north."""

    points: tuple[Point, ...]
    box: tuple[float, float, float, float]

    def meets(self, west: float, south: float, east: float, north: float) -> bool:
        """Whether the ring's box and this one have something in common."""
        return self.box[0] <= east and self.box[2] >= west and self.box[1] <= north and self.box[3] >= south


class Outline:
    """Every ring of the countries, and the same as it is drawn: projected, ever coarser for ever smaller scales."""

    def __init__(self, rings: Iterable[Ring] = ()) -> None:
        self.rings = tuple(rings)
        self._drawn: list[tuple[Ring, ...]] = []
        self._drawing = Lock()

    def at(self, scale: float) -> tuple[Ring, ...]:
        """The rings in Mercator's projection, with the points that matter at a scale (pixels in a degree)."""
        level = max(0, floor(log2(PIXELS / scale / FINEST)))
        with self._drawing:
            while len(self._drawn) <= level:
                finer = self._drawn[-1] if self._drawn else map(_projected, self.rings)
                self._drawn.append(tuple(_thinned(finer, FINEST * 2 ** len(self._drawn))))
        return self._drawn[level]


def _projected(ring: Ring) -> Ring:
    return replace(ring, points=tuple((lon, mercator(lat)) for lon, lat in ring.points))


def _thinned(rings: Iterable[Ring], apart: float) -> Iterator[Ring]:
    """The rings with only such points as stand so many degrees apart; without those too small for three."""
    for ring in rings:
        kept = [ring.points[0]]
        for x, y in ring.points:
            if abs(x - kept[-1][0]) + abs(y - kept[-1][1]) >= apart:
                kept.append((x, y))
        if len(kept) > 2:
            yield replace(ring, points=tuple(kept))


def load_outline(path: Path) -> Outline:
    """The outlines of the file's countries; none where the file was not built into the package."""
    if not path.is_file():
        return Outline()
    return Outline(_ring(points) for points in rings_of(json.loads(path.read_text("utf-8"))))


def _ring(points: tuple[Point, ...]) -> Ring:
    xs, ys = zip(*points, strict=True)
    return Ring(points=points, box=(min(xs), min(ys), max(xs), max(ys)))


def rings_of(topology: dict[str, Any]) -> Iterator[tuple[Point, ...]]:
    """The rings of all geometries of a topology."""
    arcs = _arcs(topology)
    for geometry in topology["objects"]["countries"]["geometries"]:
        polygons = geometry.get("arcs", ())
        for polygon in polygons if geometry["type"] == "MultiPolygon" else (polygons,):
            for ring in polygon:
                yield tuple(_joined(ring, arcs))


def _arcs(topology: dict[str, Any]) -> list[list[Point]]:
    (kx, ky), (dx, dy) = topology["transform"]["scale"], topology["transform"]["translate"]
    found = []
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for step in arc:
            x, y = x + step[0], y + step[1]
            points.append((x * kx + dx, y * ky + dy))
        found.append(points)
    return found


def _joined(numbers: Sequence[int], arcs: Sequence[list[Point]]) -> Iterator[Point]:
    for place, number in enumerate(numbers):
        points = arcs[number] if number >= 0 else arcs[~number][::-1]
        yield from points[1 if place else 0 :]


def geojson_of(rings: Sequence[Ring]) -> dict[str, Any]:
    """The outlines as GeoJSON polygons."""
    return {
        "type": "FeatureCollection",
        "features": [
            {
                "type": "Feature",
                "properties": {},
                "geometry": {
                    "type": "Polygon",
                    "coordinates": [[[round(x, 3), round(y, 3)] for x, y in ring.points]],
                },
            }
            for ring in rings
        ],
    }

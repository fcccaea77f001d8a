"""Country outlines: world-atlas (TopoJSON) as rings of longitude and latitude."""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from msgspec import Struct

Point = tuple[float, float]


class Ring(Struct, frozen=True, kw_only=True):
    """One closed line, and the box that holds it: west, south, east, north."""

    points: tuple[Point, ...]
    box: tuple[float, float, float, float]

    def meets(self, west: float, south: float, east: float, north: float) -> bool:
        """Whether the ring's box and this one have something in common."""
        return self.box[0] <= east and self.box[2] >= west and self.box[1] <= north and self.box[3] >= south


def load_outline(path: Path) -> tuple[Ring, ...]:
    """Every ring of the file's countries; none where the file was not built into the package."""
    if not path.is_file():
        return ()
    return tuple(_ring(points) for points in rings_of(json.loads(path.read_text("utf-8"))))


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

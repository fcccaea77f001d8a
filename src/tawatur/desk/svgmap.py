"""A map as plain SVG, drawn by the server: outlines, names, events as points, circles and counts."""

from collections.abc import Sequence
from math import cos, log2, radians

from msgspec import Struct

from .cells import Cell
from .labels import Label
from .outline import Outline, Ring
from .projection import mercator, unmercator

WIDTH, HEIGHT = 900.0, 480.0
WORLD = 256.0
LOWER = 18.0
MARGIN = 0.12
WHOLE = (-20.0, 5.0, 65.0, 45.0)
NARROWEST = 1.2
KM_PER_DEGREE = 111.2
AROUND = 0.7
ASIDE = AROUND * WIDTH


class Mark(Struct, frozen=True, kw_only=True):
    """A point of the map in pixels, with the circle within which its events may lie."""

    x: float
    y: float
    size: float
    reach: float
    cell: Cell


class Name(Struct, frozen=True, kw_only=True):
    """A name of the map in pixels."""

    x: float
    y: float
    text: str
    rank: int


class Picture(Struct, frozen=True, kw_only=True):
    """All that the template draws."""

    view: tuple[float, float, float, float]
    land: str
    names: tuple[Name, ...]
    marks: tuple[Mark, ...]


class View:
    """A part of the world in Mercator's projection, fitted to the picture."""

    def __init__(self, box: tuple[float, float, float, float] | None) -> None:
        west, south, east, north = _roomy(box) if box else WHOLE
        left, right = west, east
        top, bottom = mercator(north), mercator(south)
        self.scale = min(WIDTH / (right - left), HEIGHT / (top - bottom))
        self.left = (left + right) / 2 - WIDTH / 2 / self.scale
        self.top = (top + bottom) / 2 + HEIGHT / 2 / self.scale

    def x(self, lon: float) -> float:
        return round((lon - self.left) * self.scale, 1)

    def y(self, lat: float) -> float:
        return round((self.top - mercator(lat)) * self.scale, 1)

    @property
    def box(self) -> tuple[float, float, float, float]:
        """West, south, east and north of what is seen."""
        right, bottom = self.left + WIDTH / self.scale, self.top - HEIGHT / self.scale
        return self.left, unmercator(bottom), right, unmercator(self.top)

    @property
    def around(self) -> tuple[float, float, float, float]:
        """What a picture of another shape may show besides."""
        west, south, east, north = self.box
        wide, high = (east - west) * AROUND, (north - south) * AROUND
        return west - wide, south - high, east + wide, north + high

    @property
    def step(self) -> float:
        """The size in degrees of a cell of some thirty pixels."""
        return 30 / self.scale

    def kilometres(self, km: float, lat: float) -> float:
        """A length on the ground in pixels."""
        return round(km / KM_PER_DEGREE * self.scale / max(0.05, cos(radians(lat))), 1)

    def holds(self, x: float, y: float) -> bool:
        return 0 <= x <= WIDTH and 0 <= y <= HEIGHT


def _roomy(box: tuple[float, float, float, float]) -> tuple[float, float, float, float]:
    west, south, east, north = box
    wide = max(east - west, NARROWEST) * MARGIN + max(0.0, NARROWEST - (east - west)) / 2
    high = max(north - south, NARROWEST) * MARGIN + max(0.0, NARROWEST - (north - south)) / 2
    return west - wide, south - high, east + wide, north + high


def picture(
    view: View, cells: Sequence[Cell], outline: Outline, labels: Sequence[Label], language: str
) -> Picture:
    """The whole map of some cells."""
    marks = tuple(_mark(view, cell) for cell in cells)
    return Picture(
        view=view.box,
        land=_land(view, outline),
        names=tuple(_names(view, labels, language, marks)),
        marks=marks,
    )


def _land(view: View, outline: Outline) -> str:
    return "".join(_path(view, ring) for ring in outline.at(view.scale) if ring.meets(*view.around))


def _path(view: View, ring: Ring) -> str:
    """The ring's points that stand at least two pixels apart; those far outside are drawn at the border."""
    drawn: list[tuple[int, int]] = []
    for lon, height in ring.points:
        x, y = (lon - view.left) * view.scale, (view.top - height) * view.scale
        x = -ASIDE if x < -ASIDE else x if x < WIDTH + ASIDE else WIDTH + ASIDE
        y = -ASIDE if y < -ASIDE else y if y < HEIGHT + ASIDE else HEIGHT + ASIDE
        point = (int(x), int(y))
        if not drawn or abs(point[0] - drawn[-1][0]) + abs(point[1] - drawn[-1][1]) > 1:
            drawn.append(point)
    return "M" + "L".join(f"{x} {y}" for x, y in drawn) + "Z" if len(drawn) > 2 else ""


def _names(view: View, labels: Sequence[Label], language: str, marks: Sequence[Mark]) -> list[Name]:
    """The names that have room, the more important first; beside the events rather than under them."""
    most = 0 if view.scale < 8 else 1 if view.scale < 40 else 2
    taken = [(mark.x, mark.size + 2, mark.y + 4) for mark in marks]
    found = []
    for label in labels:
        x, text = view.x(label.lon), label.name(language)
        wide = 4.5 * len(text) + 8
        if label.rank > most or not wide < x < WIDTH - wide:
            continue
        if (y := _free_height(x, view.y(label.lat), wide, taken)) is not None:
            taken.append((x, wide, y))
            found.append(Name(x=x, y=y, text=text, rank=label.rank))
    return found


def _free_height(
    x: float, y: float, wide: float, taken: Sequence[tuple[float, float, float]]
) -> float | None:
    """Where a name has room: at its place, or a little below or above it."""
    for at in (y, y + LOWER, y - LOWER):
        inside = 14 < at < HEIGHT - 8
        if inside and all(abs(x - a) > wide + b or abs(at - c) > 17 for a, b, c in taken):
            return round(at, 1)
    return None


def _mark(view: View, cell: Cell) -> Mark:
    return Mark(
        x=view.x(cell.lon),
        y=view.y(cell.lat),
        size=round(5 + 2.2 * log2(cell.count), 1),
        reach=view.kilometres(cell.radius, cell.lat) if cell.radius and cell.count == 1 else 0.0,
        cell=cell,
    )


def tile_step(zoom: float) -> float:
    """The size in degrees of a cell of some thirty-five pixels at a zoom of web maps."""
    return 35 * 360 / (WORLD * 2 * 2 ** max(0.0, min(22.0, zoom)))

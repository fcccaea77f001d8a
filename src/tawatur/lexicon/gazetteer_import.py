"""Place files that a user may import: the TSV layout of Who's On First extracts, and GeoNames dumps."""

import csv
from collections.abc import Iterator
from pathlib import Path

from ..model.errors import InputError
from .gazetteer_rows import Candidate, clean_names

WANTED = "id placetype name names_ar lat lon geonames_id region county population"
_LEVELS = {
    "country": "country",
    "region": "division1",
    "county": "division2",
    "locality": "village",
    "localadmin": "village",
    "neighbourhood": "quarter",
    "campus": "site",
}
_FEATURES = {
    "PCLI": "country",
    "PCLD": "country",
    "ADM1": "division1",
    "ADM2": "division2",
    "PPLX": "quarter",
}
_CLASSES = {
    "P": "village",
    "T": "feature",
    "H": "feature",
    "L": "feature",
    "S": "site",
    "R": "site",
    "V": "feature",
}


def read_places(path: Path) -> Iterator[Candidate]:
    """The places of one file, in either layout; ``InputError`` names file, line and the right form."""
    lines = _lines(path)
    first = next(lines, "")
    if first.split("\t")[:3] == WANTED.split()[:3]:
        return _read_table(path, first, lines)
    if len(first.split("\t")) == 19:
        return _read_dump(path, first, lines)
    raise InputError(
        f"{path}, line 1: found {first[:60]!r}; wanted a header line {WANTED.replace(' ', '<tab>')!r}, "
        "or the 19 tab-separated columns of a GeoNames country dump"
    )


def _lines(path: Path) -> Iterator[str]:
    try:
        with path.open(encoding="utf-8-sig") as file:
            yield from (line.rstrip("\r\n") for line in file)
    except UnicodeDecodeError as error:
        raise InputError(f"{path}: not UTF-8 text ({error.reason}); save the file as UTF-8") from error
    except OSError as error:
        raise InputError(f"{path}: cannot be read: {error.strerror}") from error


def _read_table(path: Path, header: str, lines: Iterator[str]) -> Iterator[Candidate]:
    columns = header.split("\t")
    country = path.name.partition(".")[0].lower()[:2]
    for number, cells in enumerate(csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE), start=2):
        if cells:
            yield _table_row(dict(zip(columns, cells, strict=False)), country, f"{path}, line {number}")


def _table_row(row: dict[str, str], country: str, where: str) -> Candidate:
    population = _whole(row.get("population"))
    level = _LEVELS.get(row["placetype"], "village")
    return Candidate(
        id=f"geonames:{row['geonames_id']}" if row.get("geonames_id") else f"wof:{row['id']}",
        name=row.get("name", ""),
        names_ar=clean_names(row.get("names_ar", "").split("|")),
        lat=_degrees(row.get("lat"), 90, where),
        lon=_degrees(row.get("lon"), 180, where),
        country=row.get("country", country).lower(),
        level="town" if level == "village" and population >= 5000 else level,
        division1=row.get("region", ""),
        division2=row.get("county", ""),
        population=population,
        source="import",
    )


def _read_dump(path: Path, first: str, lines: Iterator[str]) -> Iterator[Candidate]:
    yield _dump_row(first.split("\t"), f"{path}, line 1")
    for number, line in enumerate(lines, start=2):
        if line:
            yield _dump_row(line.split("\t"), f"{path}, line {number}")


def _dump_row(cells: list[str], where: str) -> Candidate:
    if len(cells) != 19:
        raise InputError(f"{where}: found {len(cells)} columns; wanted the 19 columns of a GeoNames dump")
    population = _whole(cells[14])
    level = _FEATURES.get(cells[7]) or _CLASSES.get(cells[6], "feature")
    return Candidate(
        id=f"geonames:{cells[0]}",
        name=cells[1],
        names_ar=clean_names(cells[3].split(",")),
        lat=_degrees(cells[4], 90, where),
        lon=_degrees(cells[5], 180, where),
        country=cells[8].lower(),
        level="town" if level == "village" and population >= 5000 else level,
        division1=f"admin1:{cells[8].lower()}.{cells[10]}",
        population=population,
        source="import",
    )


def _degrees(cell: str | None, limit: int, where: str) -> float:
    try:
        value = float(cell or "")
    except ValueError as error:
        raise InputError(f"{where}: found {cell!r} for lat or lon; wanted degrees such as 35.9306") from error
    if not -limit <= value <= limit:
        raise InputError(f"{where}: found {cell!r} for lat or lon; wanted degrees within ±{limit}")
    return value


def _whole(cell: str | None) -> int:
    return int(cell) if cell and cell.isdigit() else 0

"""Names for the map: countries, provinces and capitals of the gazetteer's own files."""

import csv
from collections.abc import Iterable, Iterator
from pathlib import Path

from msgspec import Struct

_RANKS = {"country": 0, "division1": 2}
_TOWNS = "capitals.tsv"


class Label(Struct, frozen=True, kw_only=True):
    """A name on the map in both languages; those of lower rank are drawn first."""

    ar: str
    en: str
    lat: float
    lon: float
    rank: int

    def name(self, language: str) -> str:
        return self.ar if language == "ar" else self.en


def load_labels(packs: Iterable[Path]) -> tuple[Label, ...]:
    """The labels of every pack's places, the most important first."""
    found = {
        (label.en, label.rank): label
        for pack in packs
        for path in sorted((pack / "places").glob("*.tsv"))
        for label in _labels(path)
    }
    return tuple(sorted(found.values(), key=lambda label: (label.rank, label.en)))


def _labels(path: Path) -> Iterator[Label]:
    with path.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            rank = 1 if path.name == _TOWNS else _RANKS.get(row.get("level") or "")
            if rank is not None and row.get("lat") and row.get("names_ar"):
                yield Label(
                    ar=row["names_ar"].split("|")[0],
                    en=row["name"],
                    lat=float(row["lat"]),
                    lon=float(row["lon"]),
                    rank=rank,
                )

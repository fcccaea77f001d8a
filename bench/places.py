"""How many development places resolve within 10 km, with the shared gazetteer imported: ``places.py SHARED``."""

import csv
import json
import sys
import tempfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

from tawatur.lexicon import Knowledge, load_knowledge
from tawatur.lexicon.gazetteer import Gazetteer, import_places
from tawatur.lexicon.gazetteer_merge import apart
from tawatur.model.article import Article
from tawatur.model.mentions import Place
from tawatur.reading import read
from tawatur.text import fold_phrase

GOLD = Path(__file__).parents[1] / "tests" / "mentions" / "dev_places.tsv"
WITHIN_KM = 10.0


class Resolution(NamedTuple):
    """A place of a report as gold has it, and how far from it our reading puts that name (None: nowhere)."""

    report: str
    place: str
    km: float | None


def with_import(shared: Path, home: Path) -> Knowledge:
    """The built-in knowledge with every file of the shared gazetteer imported into ``home``."""
    for path in sorted((shared / "gazetteer").glob("*.tsv")):
        import_places(path, home)
    knowledge = load_knowledge()
    vars(knowledge)["gazetteer"] = Gazetteer(home)
    return knowledge


def resolutions(shared: Path, knowledge: Knowledge) -> Iterator[Resolution]:
    """Each gold place beside the first place of that name that our reading finds in its report."""
    reports = {
        report["id"]: report for report in json.loads((shared / "dev" / "reports.json").read_text("utf-8"))
    }
    places: dict[str, dict[str, Place]] = {}
    with GOLD.open(encoding="utf-8") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            id = row["report"]
            if id not in places:
                places[id] = _places_of(reports[id], knowledge)
            found = places[id].get(fold_phrase(row["place"]))
            yield Resolution(id, row["place"], _distance(row, found))


def _places_of(report: dict[str, str], knowledge: Knowledge) -> dict[str, Place]:
    """The places that our reading finds, by folded name; those that incidents stand at come first."""
    article = Article(
        id=report["id"],
        body=report["body"],
        title=report["title"],
        outlet=report["source"],
        published=date.fromisoformat(report["date"][:10]),
    )
    reading = read(article, knowledge)
    found: dict[str, Place] = {}
    for place in sorted(reading.mentions.places, key=lambda place: place.qualifies):
        found.setdefault(fold_phrase(place.name), place)
    return found


def _distance(row: dict[str, str], place: Place | None) -> float | None:
    if place is None or place.lat is None or place.lon is None:
        return None
    return apart(float(row["lat"]), float(row["lon"]), place.lat, place.lon)


def main() -> None:
    """Print the share that resolves, and what does not."""
    shared = Path(sys.argv[1] if len(sys.argv) > 1 else "../shared")
    if not (shared / "gazetteer").is_dir():
        sys.exit(f"{shared}/gazetteer is absent: name the shared folder")
    with tempfile.TemporaryDirectory() as home:
        found = list(resolutions(shared, with_import(shared, Path(home))))
    near = [one for one in found if one.km is not None and one.km <= WITHIN_KM]
    print(f"places within {WITHIN_KM:.0f} km: {len(near)} of {len(found)} ({len(near) / len(found):.0%})")
    for one in sorted(set(found) - set(near)):
        print(f"  {one.report}  {one.place}  {'not resolved' if one.km is None else f'{one.km:.0f} km away'}")


if __name__ == "__main__":
    main()

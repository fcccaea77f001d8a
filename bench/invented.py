"""Score our reading of the invented reports (``tests/invented``) against their coding: ``python -m bench.invented``."""

from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import msgspec
import yaml

from tawatur.exchange.agreement import Agreement, agreement
from tawatur.exchange.codebook import document
from tawatur.exchange.codings import CodedReport
from tawatur.lexicon import Knowledge, load_knowledge
from tawatur.model.article import Article
from tawatur.reading import read

FOLDER = Path(__file__).parents[1] / "tests" / "invented"
SETS = tuple(sorted(path.stem for path in FOLDER.glob("*.yml")))


@cache
def entries(name: str) -> list[dict[str, Any]]:
    """The reports of one set as its file has them, each with its coding."""
    found: list[dict[str, Any]] = yaml.safe_load((FOLDER / f"{name}.yml").read_text("utf-8"))
    return found


def article_of(entry: dict[str, Any]) -> Article:
    """One invented report."""
    return Article(
        id=entry["id"],
        body=entry["body"].strip("\n"),
        title=entry["title"],
        outlet=entry["source"],
        published=_day(entry["date"]),
    )


def coding_of(entry: dict[str, Any]) -> CodedReport:
    """What its writer coded of a report."""
    incidents = [_plain(incident) for incident in entry.get("incidents") or ()]
    return msgspec.convert({"id": entry["id"], "incidents": incidents}, CodedReport)


def read_by_us(names: Iterable[str], knowledge: Knowledge) -> dict[str, CodedReport]:
    """Our reading of these sets, by the ids of the reports."""
    found = (read(article_of(entry), knowledge) for name in names for entry in entries(name))
    coded = (msgspec.convert(document(reading), CodedReport) for reading in found)
    return {report.id: report for report in coded}


def measured(names: Iterable[str], coded: Mapping[str, CodedReport], knowledge: Knowledge) -> Agreement:
    """How far a reading of these sets agrees with their coding."""
    families = {event.id: event.family for event in knowledge.events.values()}
    gold = {entry["id"]: coding_of(entry) for name in names for entry in entries(name)}
    return agreement(gold, coded, families)


def _plain(incident: dict[str, Any]) -> dict[str, Any]:
    days = incident.get("date")
    return {**incident, "date": [str(day) for day in days] if days else None}


def _day(day: Any) -> date:
    return day if isinstance(day, date) else date.fromisoformat(day)


def main() -> None:
    """Print each set's table, and that of all of them."""
    knowledge = load_knowledge()
    coded = read_by_us(SETS, knowledge)
    for names in (*((name,) for name in SETS), SETS):
        print(f"## {', '.join(names)}")
        for score in measured(names, coded, knowledge).scores:
            paired = "" if score.paired is None else f"{score.paired:8.3f}"
            print(f"{score.slot:16}{score.gold:6}{score.coded:7}{score.right:7}{score.f1:8.3f}{paired}")


if __name__ == "__main__":
    main()

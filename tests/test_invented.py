"""The invented reports: their coding stands in their words, and reading them is as good as it was."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from bench.invented import SETS, article_of, coding_of, entries, measured, read_by_us

from tawatur.lexicon import Knowledge, load_knowledge

FLOORS = json.loads((Path(__file__).parent / "floors.json").read_text("utf-8"))["invented"]
ENTRIES = [entry for name in SETS for entry in entries(name)]


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load_knowledge()


def quotes(incident: dict[str, Any]) -> Iterator[str]:
    """Every value of a coding that is written as the report writes it."""
    for field in ("evidence", "place", "date_text", "weapon"):
        if incident.get(field):
            yield incident[field]
    for field in ("within", "also_places"):
        yield from incident.get(field) or ()
    for field in ("by", "against"):
        yield from (party["text"] for party in incident.get(field) or ())


def test_every_report_has_an_id_of_its_own() -> None:
    ids = [entry["id"] for entry in ENTRIES]
    assert len(ids) == len(set(ids)) > 0


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry["id"])
def test_a_coding_keeps_to_the_words_of_its_report(entry: dict[str, Any], knowledge: Knowledge) -> None:
    article = article_of(entry)
    told = f"{article.title}\n{article.body}"
    for incident in entry.get("incidents") or ():
        assert not [quote for quote in quotes(incident) if quote not in told]
    assert all(coding.type in knowledge.events for coding in coding_of(entry).incidents)


@pytest.mark.parametrize("name", SETS)
def test_reading_stays_above_its_floor(name: str, knowledge: Knowledge) -> None:
    coded = read_by_us([name], knowledge)
    scores = {score.slot: score.f1 for score in measured([name], coded, knowledge).scores}
    for slot, floor in FLOORS[name].items():
        assert scores[slot.replace("_", " ")] >= floor, slot

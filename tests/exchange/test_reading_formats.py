"""Each format of a reading says what the reading says, and joins to one valid whole."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import msgspec
import pytest

from exchange.readings import BODY, READING
from tawatur.exchange import READING_FORMATS, codebook, native, reading_format, table
from tawatur.model.reading import Reading

ROOT = Path(__file__).parent.parent.parent
SHARED = Path(os.environ.get("TAWATUR_SHARED", ROOT.parent / "shared"))


def whole(name: str, *readings: Reading) -> str:
    form = reading_format(name)
    return form.HEAD + form.BETWEEN.join(form.one(r) for r in readings) + form.TAIL


def coded() -> Any:
    return json.loads(whole("codebook", READING))[0]


def test_native_json_reads_back_as_it_was() -> None:
    assert native.parsed(whole("json", READING, READING)) == [READING, READING]


def test_lines_are_one_reading_each() -> None:
    lines = whole("jsonl", READING, READING).splitlines()
    assert [msgspec.json.decode(line, type=Reading) for line in lines] == [READING, READING]


@pytest.mark.parametrize("name", ["json", "codebook"])
def test_no_reading_at_all_is_still_a_list(name: str) -> None:
    assert json.loads(whole(name)) == []


def test_the_schema_in_the_documentation_is_current() -> None:
    documented = json.loads((ROOT / "docs" / "reading.schema.json").read_text("utf-8"))
    assert documented == json.loads(json.dumps(native.schema())), "run `make schema`"


def test_the_codebook_form_has_the_incident_as_the_codebook_writes_it() -> None:
    incident = coded()["incidents"][0]
    assert incident["type"] == "ied"
    assert incident["date"] == ["2020-05-30", "2020-05-30"]
    assert (incident["date_text"], incident["place"], incident["relation"]) == ("أمس", "السخنة", "west_of")
    assert incident["within"] == ["حمص"]
    assert (incident["killed"], incident["injured"]) == ([4, 4], None)
    assert incident["weapon"] == "عبوة ناسفة"
    assert incident["said_by"][0]["chain"] == ["وكالة أعماق"]
    assert incident["said_by"][0]["stance"] == "claims"


def test_the_codebook_form_says_where_words_and_places_are() -> None:
    incident = coded()["incidents"][0]
    for name in ("evidence", "weapon", "date", "killed"):
        start, end = incident[f"{name}_span"]
        assert BODY[start:end] == {"date": incident["date_text"], "killed": "أربعة جنود"}.get(
            name, incident[name] if isinstance(incident[name], str) else None
        )
    assert incident["place_at"] == {
        "lat": 34.8853,
        "lon": 38.8711,
        "place_id": "geonames:1",
        "country": "sy",
        "precision": "town",
        "radius": 5.0,
        "span": [BODY.index("السخنة"), BODY.index("السخنة") + 6],
    }
    (party,) = incident["against"]
    assert BODY[slice(*party["span"])] == party["text"] == "جنود"


def test_the_codebook_form_has_the_tally() -> None:
    (tally,) = coded()["tallies"]
    assert tally["period"] == ["2020-03-01", None]
    assert (tally["place"], tally["killed"], tally["incidents"]) == ("حمص", [60, None], None)
    assert tally["said_by"] == [{"chain": [], "stance": "reports", "spans": []}]


@pytest.mark.skipif(not SHARED.is_dir(), reason="the shared folder is absent")
def test_the_codebook_form_has_every_field_of_the_gold(tmp_path: Path) -> None:
    gold = json.loads((SHARED / "dev" / "gold.json").read_text("utf-8"))
    fields = set().union(*(incident for doc in gold for incident in doc["incidents"]))
    assert fields - {"event", "notes"} <= set(coded()["incidents"][0])


@pytest.mark.skipif(not SHARED.is_dir(), reason="the shared folder is absent")
def test_the_scorer_takes_the_codebook_form(tmp_path: Path) -> None:
    path = tmp_path / "coded.json"
    path.write_text(whole("codebook", READING), "utf-8")
    command = [sys.executable, str(SHARED / "tools" / "score.py"), str(path), "--", str(path)]
    printed = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert "1.000" in next(line for line in printed.splitlines() if line.startswith("ALL SLOTS"))


def test_the_table_has_a_line_for_each_value_and_nothing_invisible() -> None:
    text = table.one(READING)
    for part in ("1. ied", "west of", "السخنة", "syria-government", "4  أربعة جنود", "claims  وكالة أعماق"):
        assert part in text
    assert "tally 2020-03-01 to ?" in text
    assert "at least 60" in text
    assert text.isprintable() or set(text) - {"\n"} == {c for c in text if c.isprintable()}
    assert not [c for c in text if "\u2500" <= c <= "\u257f"], "no box characters"


@pytest.mark.parametrize(
    ("low", "high", "told"),
    [(5, 5, "5"), (5, 7, "5 to 7"), (5, None, "at least 5"), (None, 5, "at most 5"), (None, None, "some")],
)
def test_counts_in_words(low: int | None, high: int | None, told: str) -> None:
    assert table.people(low, high) == told


@pytest.mark.parametrize("name", READING_FORMATS)
def test_every_format_of_the_table_writes(name: str) -> None:
    assert "السخنة" in whole(name, READING)
    assert codebook.document(READING)["id"] in whole(name, READING)

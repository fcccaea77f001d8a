"""Exports carry what they promise, in rows that nothing can run."""

import csv
import io
import json
import re
from collections.abc import Sequence
from pathlib import Path

import msgspec
import openpyxl
import pytest
from tests.world import FAMILIES, planted_world

from tawatur.exchange import EXPORT_FORMATS, event_format, events_jsonl
from tawatur.exchange.cells import BOM, harmless
from tawatur.exchange.event_page import page
from tawatur.exchange.terms import Terms
from tawatur.fusion.event import Event, Site
from tawatur.fusion.fuse import fuse
from tawatur.fusion.tellings import tellings_of
from tawatur.lexicon.gazetteer_rows import Candidate

ROOT = Path(__file__).parents[2]
TERMS = Terms(
    codes={
        "ied": {"acled": "Explosions/Remote violence / Remote explosive/landmine/IED", "ucdp": "state-based"},
        "air_strike": {"acled": "Explosions/Remote violence / Air/drone strike", "ucdp": "state-based"},
    },
    labels={"sdf": "Syrian Democratic Forces"},
    kinds={"syria-government": "state", "turkey": "foreign-state", "sdf": "non-state", "hts": "non-state"},
)


@pytest.fixture(scope="module")
def events() -> tuple[Event, ...]:
    world = planted_world(4, 60)
    return fuse(told for one in world for reading in one.readings for told in tellings_of(reading, FAMILIES))


def written(name: str, events: Sequence[Event], terms: Terms = TERMS) -> bytes:
    return b"".join(event_format(EXPORT_FORMATS[name]).written(events, terms))


def rows(name: str, events: Sequence[Event]) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(written(name, events).decode(), newline="")))


def test_csv_has_one_row_for_each_event(events: tuple[Event, ...]) -> None:
    found = rows("csv", events)
    assert [row["id"] for row in found] == [event.id for event in events]
    for row, event in zip(found, events, strict=True):
        assert event.killed
        assert row["killed_best"] == str(event.killed.best)
        assert row["standing"] == event.standing.grade
        assert row["contradictions"] == "; ".join(one.field for one in event.differences if one.contradiction)


def test_claims_has_one_row_for_each_claim(events: tuple[Event, ...]) -> None:
    found = rows("claims", events)
    assert len(found) == sum(len(event.claims) for event in events)
    assert {row["admiralty_reliability"] for row in found} == {"F"}
    assert {row["admiralty_credibility"] for row in found if row["stance"] == "denies"} == {"4"}


def test_ucdp_holds_the_deadly_events_that_it_has_a_kind_for(events: tuple[Event, ...]) -> None:
    found = {row["id"]: row for row in rows("ucdp", events)}
    expected = {event.id for event in events if event.type in ("ied", "air_strike")}
    assert set(found) == expected
    for event in events:
        if event.id in expected:
            states = {"syria-government", "turkey"} & {*event.by, *event.against}
            assert found[event.id]["type_of_violence"] == ("1" if states else "2")
            assert event.killed
            assert int(found[event.id]["low"]) <= int(found[event.id]["best"]) <= int(found[event.id]["high"])


def test_acled_splits_type_and_subtype_and_names_actors(events: tuple[Event, ...]) -> None:
    found = rows("acled", events)
    assert {row["sub_event_type"] for row in found} == {"Remote explosive/landmine/IED", "Air/drone strike"}
    assert all(row["disorder_type"] == "Political violence" for row in found)
    assert "Syrian Democratic Forces" in {row["actor1"] for row in found} | {row["actor2"] for row in found}


def test_geojson_is_a_feature_collection_with_longitude_first(events: tuple[Event, ...]) -> None:
    told = json.loads(written("geojson", events))
    assert told["type"] == "FeatureCollection"
    assert len(told["features"]) == len(events)
    for feature, event in zip(told["features"], events, strict=True):
        assert event.place
        assert feature["geometry"]["coordinates"] == [
            pytest.approx(event.place.lon),
            pytest.approx(event.place.lat),
        ]


def test_an_unplaced_event_has_no_geometry(events: tuple[Event, ...]) -> None:
    lost = msgspec.structs.replace(events[0], place=None)
    assert json.loads(written("geojson", [lost]))["features"][0]["geometry"] is None
    assert rows("csv", [lost])[0]["latitude"] == ""


def test_json_lines_give_the_events_back(events: tuple[Event, ...]) -> None:
    lines = written("jsonl", events).splitlines()
    assert tuple(msgspec.json.decode(line, type=Event) for line in lines) == events


def test_a_workbook_has_both_sheets_and_no_formula(events: tuple[Event, ...]) -> None:
    trap = msgspec.structs.replace(events[0], weapon="=1+1", victims="قنبلة\x07")
    book = openpyxl.load_workbook(io.BytesIO(written("xlsx", [trap, *events[1:]])))
    assert book.sheetnames == ["events", "claims"]
    assert book["events"].max_row == len(events) + 1
    assert all(cell.data_type != "f" for sheet in book for row in sheet.iter_rows() for cell in row)


@pytest.mark.parametrize("name", ["csv", "claims", "ucdp", "acled"])
def test_no_cell_begins_as_a_formula(events: tuple[Event, ...], name: str) -> None:
    claim = msgspec.structs.replace(
        events[0].claims[0], quote="@SUM(A1)", outlet="+966 1", origin="\u200f=cmd()"
    )
    trap = msgspec.structs.replace(events[0], type="ied", weapon="=1+1", claims=(claim,), outlets=("-x",))
    for row in rows(name, [trap]):
        text = [cell for cell in row.values() if not cell.lstrip("-").replace(".", "", 1).isdigit()]
        assert not [cell for cell in text if cell.lstrip("\u200f ").startswith(("=", "+", "-", "@"))]


def test_numbers_stay_numbers() -> None:
    assert harmless(-3.5) == -3.5
    assert harmless("قصف - غارة") == "قصف - غارة"
    assert harmless("- غارة") == "'- غارة"


def test_the_mark_for_excel_comes_first_and_only_when_asked_for(events: tuple[Event, ...]) -> None:
    with_mark = written("csv", events, msgspec.structs.replace(TERMS, bom=True))
    assert with_mark == BOM + written("csv", events)


@pytest.mark.parametrize("name", EXPORT_FORMATS)
def test_no_event_is_an_empty_but_right_file(name: str) -> None:
    written(name, [])


def test_the_page_of_an_event_tells_its_contradictions_and_reasons(events: tuple[Event, ...]) -> None:
    contested = next(event for event in events if event.standing.grade == "contested" and event.bonds)
    told = page(contested, [("2020-01-01", "reject", "سلمى", "لا دليل", "")])
    assert "CONTRADICT" in told
    assert contested.standing.reasons[0] in told
    assert "WHY ONE EVENT" in told
    assert "لا دليل" in told
    assert all(" ".join(claim.quote.split())[:40] in told for claim in contested.claims)


def test_the_schema_of_an_event_in_the_documentation_is_current() -> None:
    documented = json.loads((ROOT / "docs" / "event.schema.json").read_text("utf-8"))
    assert documented == json.loads(json.dumps(events_jsonl.schema())), "run `make schema`"


def test_claims_stand_side_by_side_with_the_claims_behind_each_figure(events: tuple[Event, ...]) -> None:
    several = next(event for event in events if len(event.claims) > 2 and event.killed)
    told = page(several)
    for number, claim in enumerate(several.claims, 1):
        assert re.search(rf"^ +{number}  [A-Z]\d* +{claim.stance}", told, re.MULTILINE)
    best = several.killed and str(several.killed.best)
    assert re.search(rf"^ +{best} +claims? \d", told, re.MULTILINE)


def test_divisions_are_named_by_the_gazetteer(events: tuple[Event, ...]) -> None:
    places = {
        id: Candidate(id=id, name=name, names_ar=(), lat=0, lon=0, country="sy", level=level)
        for id, name, level in (
            ("country.sy", "Syria", "country"),
            ("sy.h", "Homs", "division1"),
            ("sy.h.t", "Tadmor", "division2"),
        )
    }
    terms = msgspec.structs.replace(TERMS, place=places.get)
    site = Site(name="قرية", relation="near", place_id="sy.v", inside=("sy.h.t", "sy.h", "country.sy"))
    event = msgspec.structs.replace(next(one for one in events if one.type == "ied"), place=site)
    acled, ucdp, plain = (written(name, [event], terms).decode() for name in ("acled", "ucdp", "csv"))
    (row,) = csv.DictReader(io.StringIO(acled, newline=""))
    assert (row["country"], row["admin1"], row["admin2"], row["admin3"]) == ("Syria", "Homs", "Tadmor", "")
    (row,) = csv.DictReader(io.StringIO(ucdp, newline=""))
    assert (row["country"], row["adm_1"], row["adm_2"]) == ("Syria", "Homs", "Tadmor")
    (row,) = csv.DictReader(io.StringIO(plain, newline=""))
    assert (row["admin1"], row["admin2"]) == ("Homs", "Tadmor")


def test_violence_against_a_class_of_people_is_one_sided(events: tuple[Event, ...]) -> None:
    event = next(one for one in events if one.type == "ied")
    attacked = msgspec.structs.replace(event, by=("sdf",), against=("civilians",), victims=None)
    (row,) = csv.DictReader(io.StringIO(written("ucdp", [attacked]).decode(), newline=""))
    assert row["type_of_violence"] == "3"
    assert row["side_b"] == "Civilians"

"""The project's own places: well-formed, joined to their divisions, and where the world has them."""

import csv
import os
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest

from tawatur.lexicon.gazetteer_import import read_places
from tawatur.lexicon.gazetteer_merge import distance
from tawatur.lexicon.gazetteer_rows import Candidate
from tawatur.lexicon.gazetteer_sources import data_folder, own_files, read_own
from tawatur.text import fold_phrase

SHARED = Path(os.environ.get("TAWATUR_SHARED", Path(__file__).parents[3] / "shared")) / "gazetteer"
FILES = own_files([data_folder() / "places"])
OWN = [place for path in FILES for place, _ in read_own(path)]
COMPLETE = {"sy": (14, 61), "iq": (19, 105), "ye": (22, 330), "ly": (22, 0), "eg": (27, 260), "sd": (18, 165)}
SETTLED = ("town", "village", "camp")
NAMESAKES_ONLY = {
    "iq.t-khalidiya",
    "iq.t-sayyid-dakhil",
    "sy.t-abu-rasin",
    "sy.t-kishkiyah",
    "sy.t-rmelan",
    "ye.t-barh",
}
"""Places that the shared gazetteer lacks, or has in another division, while it has a namesake here."""


def test_ids_are_unique() -> None:
    ids = [place.id for place in OWN]
    assert sorted(ids) == sorted(set(ids))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_divisions_named_in_a_row_exist(path: Path) -> None:
    ids = {place.id for place in OWN}
    for place, _ in read_own(path):
        assert {place.division1, place.division2} <= ids | {""}, place.id
        assert f"country.{place.country}" in ids or place.level == "country", place.id


@pytest.mark.parametrize("country", COMPLETE)
def test_all_divisions_are_there(country: str) -> None:
    levels = [place.level for place in OWN if place.country == country]
    first, second = COMPLETE[country]
    assert levels.count("division1") == first
    assert levels.count("division2") >= second


def test_hundreds_of_places_that_reports_keep_naming() -> None:
    assert sum(place.level in ("feature", "site", "camp", "quarter") for place in OWN) >= 400


def shared_rows(country: str) -> Iterator[Candidate]:
    path = SHARED / f"{country}.tsv"
    if not path.exists():
        pytest.skip(f"no {path}")
    return read_places(path)


@pytest.mark.parametrize("country", ["sy", "iq", "ye", "ly", "eg", "sd", "ps", "lb"])
def test_places_lie_where_the_shared_gazetteer_has_them(country: str) -> None:
    named: dict[tuple[str, bool], list[Candidate]] = defaultdict(list)
    regions: dict[str, set[str]] = defaultdict(set)
    for row in shared_rows(country):
        keys = {fold_phrase(name) for name in row.names_ar}
        if row.level == "division1":
            regions[row.division1] |= keys
        for key in keys:
            named[key, row.level == "division2"].append(row)
    labels = {place.id: {fold_phrase(name) for name in place.names_ar} for place in OWN}

    def _same_division(row: Candidate, place: Candidate) -> bool:
        return not row.division1 or bool(regions[row.division1] & labels.get(place.division1, set()))

    wrong = []
    for place in OWN:
        if place.country != country or place.level not in (*SETTLED, "division2"):
            continue
        if place.id in NAMESAKES_ONLY:
            continue
        twins = [
            row
            for name in place.names_ar
            for row in named[fold_phrase(name), place.level == "division2"]
            if row.level != "division1" and regions[row.division1] & labels.get(place.division1, set())
        ]
        if twins and min(distance(place, row) for row in twins) > 15:
            wrong.append((place.id, place.label, round(min(distance(place, row) for row in twins))))
    assert not wrong


def test_columns_hold_no_stray_blanks() -> None:
    for path in FILES:
        for cells in csv.reader(path.open(encoding="utf-8"), delimiter="\t", quoting=csv.QUOTE_NONE):
            assert all(cell == cell.strip() for cell in cells), cells

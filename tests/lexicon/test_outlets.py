"""Outlets are found by any of their names, and a bad file is named with the right form."""

from pathlib import Path

import pytest

import tawatur
from tawatur.lexicon import load_knowledge
from tawatur.lexicon.outlets import read_outlets
from tawatur.model.errors import DataError
from tawatur.text import fold_phrase

SHIPPED = read_outlets([Path(tawatur.__file__).parent / "data/outlets"])


@pytest.mark.parametrize(("name", "country"), [("عنب بلدي", "SY"), ("alweeam", "SA"), ("رويترز", "GB")])
def test_an_outlet_goes_by_its_names(name, country):
    assert load_knowledge().outlet(name).country == country


def test_an_unknown_outlet_is_none():
    assert load_knowledge().outlet("صحيفة لا وجود لها") is None
    assert load_knowledge().outlet(None) is None


def test_no_name_is_shared_by_two_outlets():
    names = [fold_phrase(name) for outlet in SHIPPED for name in outlet.names]
    assert sorted(names) == sorted(set(names))


def test_a_later_folder_replaces_an_outlet(tmp_path):
    (tmp_path / "outlets").mkdir()
    (tmp_path / "outlets/mine.yml").write_text(
        "outlets:\n  - id: saba\n    kind: agency\n    country: YE\n    names:\n      - سبأ الجديدة\n",
        encoding="utf-8",
    )
    knowledge = load_knowledge([tmp_path])
    assert knowledge.outlet("سبأ الجديدة").id == "saba"
    assert knowledge.outlet("سبأ") is None


def test_a_bad_file_is_named(tmp_path):
    bad = tmp_path / "bad.yml"
    bad.write_text("outlets:\n  - id: x\n    names: one\n", encoding="utf-8")
    with pytest.raises(DataError, match=r"bad\.yml"):
        read_outlets([tmp_path])

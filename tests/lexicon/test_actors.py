"""The parties of data/actors: complete, valid in their days, and named by file and line when wrong."""

import os
import re
from datetime import date
from pathlib import Path

import pytest

from tawatur.lexicon import Knowledge, load_knowledge
from tawatur.lexicon.actors import load_actors, party_in, read_actors, stand_in
from tawatur.model.errors import DataError

SHARED = Path(os.environ.get("TAWATUR_SHARED", Path(__file__).parents[3] / "shared"))
CLASSES = {"civilians", "journalists", "medics", "protesters", "officials", "police", "prisoners"}


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load_knowledge()


def test_every_party_of_the_codebook_is_known(knowledge: Knowledge) -> None:
    codebook = SHARED / "codebook" / "CODEBOOK.md"
    if not codebook.exists():
        pytest.skip(f"no {codebook}")
    section = codebook.read_text(encoding="utf-8").split("## 4. Parties")[1].split("Classes:")[0]
    wanted = set(re.findall(r"`([a-z-]+)`", section)) - {"party"}
    assert wanted - set(knowledge.actors) == set()


@pytest.mark.parametrize(
    ("role", "country", "day", "party"),
    [
        ("army", "sy", date(2020, 5, 31), "syria-government"),
        ("army", "sy", date(2024, 12, 7), "syria-government"),
        ("army", "sy", date(2024, 12, 8), "syria-transitional"),
        ("army", "iq", date(2020, 5, 31), "iraq-government"),
        ("coalition", "ye", date(2016, 5, 31), "arab-coalition"),
        ("coalition", "iq", date(2016, 5, 31), "us-coalition"),
        ("rebels", "ye", date(2016, 5, 31), "houthis"),
        ("rebels", "tr", date(2016, 5, 31), "pkk"),
        ("resistance", "ye", date(2016, 5, 31), "yemen-resistance"),
        ("army", "af", date(2021, 8, 16), None),
        ("army", "tn", date(2020, 5, 31), None),
    ],
)
def test_a_role_has_one_holder_in_a_country_on_a_day(
    knowledge: Knowledge, role: str, country: str, day: date, party: str | None
) -> None:
    assert party_in(knowledge.holders, role, country, day) == party


def test_a_coalition_is_meant_for_its_leader_only_where_it_fights(knowledge: Knowledge) -> None:
    assert stand_in(knowledge.actors, "us", ["iq"]) == "us-coalition"
    assert stand_in(knowledge.actors, "us", ["so"]) == "us"


def test_no_role_has_two_holders(knowledge: Knowledge) -> None:
    day = date(2020, 5, 31)
    held = [
        (role.role, country)
        for actor in knowledge.actors.values()
        for role in actor.roles
        for country in role.countries
        if (role.starts is None or role.starts <= day) and (role.ends is None or day < role.ends)
    ]
    assert sorted(held) == sorted(set(held))


BAD = {
    "parties:\n  - id: x\n    label: X\n    kind: army\n": (":2", "kind: army"),
    "parties:\n  - id: x\n    label: X\n    kind: state\n    alias: y\n": (":2", "unknown key 'alias'"),
    "parties:\n  - label: X\n    kind: state\n": (":2", "without id"),
    "groups:\n  - id: x\n": (":1", "no list of parties"),
    "parties:\n  - id: a\n    label: A\n    kind: state\n  - id: x\n    label: X\n    kind: state\n"
    "    until: soon\n": (":5", "until: soon"),
    "parties:\n  - id: x\n    label: X\n    kind: state\n    names:\n      - words: []\n": (":2", "words"),
    "parties:\n  - id: x\n    label: X\n    kind: state\n    names:\n      - words:\n          - a\n"
    "        in:\n          - Syria\n": (":2", "in: 'Syria'"),
}


@pytest.mark.parametrize("text", BAD)
def test_a_bad_party_is_named_by_file_and_line(tmp_path: Path, text: str) -> None:
    path = tmp_path / "bad.yml"
    path.write_text(text, encoding="utf-8")
    line, found = BAD[text]
    with pytest.raises(DataError) as error:
        list(read_actors(path))
    assert f"{path}{line}" in str(error.value)
    assert found in str(error.value)


def test_a_later_folder_adds_names(tmp_path: Path) -> None:
    for name, word in (("one", "aa"), ("two", "bb")):
        (tmp_path / name).mkdir()
        (tmp_path / name / "x.yml").write_text(
            f"country: sy\nparties:\n  - id: x\n    label: X\n    kind: state\n    names:\n      - words:\n"
            f"          - {word}\n",
            encoding="utf-8",
        )
    actors = load_actors([tmp_path / "one", tmp_path / "two"])
    assert [name.words for name in actors["x"].names] == [("aa",), ("bb",)]

"""Two codings compared: pairs, slots, alpha, differences; and the team's own scorer beside ours."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tawatur.exchange.agreement import agreement
from tawatur.exchange.codings import CodedReport, CodedVoice, Coder, Coding, read_codings
from tawatur.lexicon import load_knowledge
from tawatur.model.errors import InputError

SHARED = Path(os.environ.get("TAWATUR_SHARED", Path(__file__).parents[3] / "shared"))
FAMILIES = {event.id: event.family for event in load_knowledge().events.values()}
SHELLING = Coding(
    type="shelling",
    date=("2020-05-30", "2020-05-30"),
    place="بلدة كفرنبل",
    killed=(3, 3),
    by=(Coder(party="syria-government"),),
    said_by=(CodedVoice(chain=("المرصد السوري لحقوق الإنسان",)),),
)


def compared(gold: list[Coding], coded: list[Coding]):
    ours = {"r": CodedReport(id="r", incidents=tuple(gold))}
    theirs = {"r": CodedReport(id="r", incidents=tuple(coded))}
    return agreement(ours, theirs, FAMILIES)


def score(found, slot: str):
    return next(score for score in found.scores if score.slot == slot)


def test_a_coding_agrees_with_itself():
    found = compared([SHELLING], [SHELLING])
    assert found.differences == ()
    assert all(s.f1 in (0.0, 1.0) and s.gold == s.coded == s.right for s in found.scores)
    assert score(found, "ALL SLOTS").f1 == 1.0


def test_a_wrong_toll_is_one_difference():
    other = Coding(**{**{f: getattr(SHELLING, f) for f in SHELLING.__struct_fields__}, "killed": (4, 4)})
    found = compared([SHELLING], [other])
    assert [d.what for d in found.differences] == ["killed"]
    assert score(found, "killed").f1 == 0.0
    assert score(found, "incident").f1 == 1.0


def test_incidents_without_a_partner_are_missed_and_extra():
    found = compared([SHELLING], [Coding(type="agreement", place="تعز")])
    assert sorted(d.what for d in found.differences) == ["extra", "missed"]
    assert score(found, "incident").right == 0


def test_a_place_agrees_without_its_generic_noun():
    other = Coding(type="shelling", place="كفر نبل", date=SHELLING.date)
    same = Coding(type="shelling", place="كفرنبل", date=SHELLING.date)
    assert score(compared([SHELLING], [same]), "place").right == 1
    assert score(compared([SHELLING], [other]), "place").right == 0


def test_alpha_is_one_for_agreement_and_below_zero_for_its_contrary():
    a, b = Coding(type="shelling", place="ا ب"), Coding(type="air_strike", place="ج د")
    assert score(compared([a, b], [a, b]), "type").alpha == pytest.approx(1.0)
    swapped = [Coding(type="air_strike", place="ا ب"), Coding(type="shelling", place="ج د")]
    assert score(compared([a, b], swapped), "type").alpha < 0


def test_a_file_of_another_form_is_named(tmp_path: Path):
    path = tmp_path / "x.json"
    path.write_text('[{"name": "r"}]', encoding="utf-8")
    with pytest.raises(InputError, match="JSON list of reports"):
        read_codings(path)


@pytest.mark.skipif(not (SHARED / "tools" / "score.py").exists(), reason=f"no {SHARED}/tools/score.py here")
def test_the_teams_scorer_counts_the_same(tmp_path: Path):
    gold = SHARED / "dev" / "gold.json"
    reports = json.loads(gold.read_text(encoding="utf-8"))
    for report in reports:
        report["incidents"] = report["incidents"][::2] + [
            {**i, "killed": None} for i in report["incidents"][1::2]
        ]
    coded = tmp_path / "coded.json"
    coded.write_text(json.dumps(reports, ensure_ascii=False), encoding="utf-8")
    command = [sys.executable, str(SHARED / "tools" / "score.py"), str(gold), "--", str(coded)]
    printed = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    theirs = {
        match[1].strip(): tuple(int(n) for n in match[2].split())
        for match in re.finditer(r"^(\S+(?: SLOTS)?)\s+((?:\d+\s+){3})", printed, re.M)
    }
    ours = agreement(read_codings(gold), read_codings(coded), FAMILIES)
    assert theirs
    assert {s.slot: (s.gold, s.coded, s.right) for s in ours.scores} == theirs

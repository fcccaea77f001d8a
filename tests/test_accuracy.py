"""Reading is as good as it was: floors on the development reports, which only rise (tests/floors.json)."""

import json
import os
from functools import cache
from pathlib import Path

import msgspec
import pytest

from tawatur.exchange.agreement import Agreement, agreement
from tawatur.exchange.codebook import document
from tawatur.exchange.codings import CodedReport, read_codings
from tawatur.intake import Defaults, articles_from
from tawatur.lexicon import load_knowledge
from tawatur.model.article import Article
from tawatur.reading import read

SHARED = Path(os.environ.get("TAWATUR_SHARED", Path(__file__).parents[2] / "shared"))
FLOORS = json.loads((Path(__file__).parent / "floors.json").read_text(encoding="utf-8"))

pytestmark = pytest.mark.skipif(not (SHARED / "dev").is_dir(), reason=f"no development reports in {SHARED}")


@cache
def measured(reports: str, gold: str) -> Agreement:
    knowledge = load_knowledge()
    families = {event.id: event.family for event in knowledge.events.values()}
    articles = [a for a in articles_from(str(SHARED / "dev" / reports), Defaults()) if isinstance(a, Article)]
    coded = {article.id: coding_of(article) for article in articles}
    return agreement(read_codings(SHARED / "dev" / gold), coded, families)


def coding_of(article: Article) -> CodedReport:
    return msgspec.convert(document(read(article, load_knowledge())), CodedReport)


@pytest.mark.parametrize("floor", FLOORS["dev"])
def test_dev_stays_above_its_floor(floor: str):
    found = measured("reports.json", "gold.json")
    name, _, paired = floor.partition(" ")
    score = next(score for score in found.scores if score.slot == name.replace("_", " "))
    value = score.paired if paired else score.f1
    assert value is not None
    assert value >= FLOORS["dev"][floor]


def test_the_model_report_gives_its_incidents_and_no_other():
    (article,) = (
        a for a in articles_from(str(SHARED / "dev/seed.json"), Defaults()) if isinstance(a, Article)
    )
    told = read(article, load_knowledge())
    found = {incident.type: incident for incident in told.incidents}
    assert sorted(i.type for i in told.incidents) == ["air_strike", "clearance", "ied", "sweep", "sweep"]
    attack = found["ied"]
    assert (attack.killed.low, attack.killed.high) == (4, 4)
    assert [actor.party for actor in attack.by] == ["islamic-state"]
    assert [actor.party for actor in attack.against] == ["syria-government"]
    assert str(attack.date.earliest) == str(attack.date.latest) == "2020-05-30"
    voices = {(claim.chain[-1].name, claim.stance) for claim in told.claims if claim.about == attack.id}
    assert voices == {("وكالة “أعماق”", "claims"), ("صفحة “البادية 24″", "confirms")}

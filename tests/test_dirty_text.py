"""Dirt costs little: pages, comments, tags, emoji, split letters and misspellings around the same report."""

import json
from datetime import date
from functools import lru_cache
from pathlib import Path
from random import Random
from typing import Any

import pytest
from bench.gold import SHARED, scorer
from msgspec.structs import replace

from dirt import SOILERS, Soiler, all_dirt, as_a_post, in_furniture, with_comments, with_diacritics
from tawatur import Article, Knowledge, load_knowledge, read
from tawatur.exchange.codebook import document
from tawatur.intake import Defaults, articles_from

ROOT = Path(__file__).parent.parent
MAY_FALL = 0.03
needs_shared = pytest.mark.skipif(not (SHARED / "dev/gold.json").exists(), reason=f"no {SHARED}")
SAMPLES = [a for a in articles_from(str(ROOT / "samples"), Defaults()) if isinstance(a, Article)]
MANNERS = (*SOILERS, all_dirt)


@lru_cache(maxsize=1)
def knowledge() -> Knowledge:
    return load_knowledge()


score = lru_cache(maxsize=1)(scorer)


@lru_cache(maxsize=1)
def gold() -> dict[str, Any]:
    return {report["id"]: report for report in json.loads((SHARED / "dev/gold.json").read_text("utf-8"))}


@lru_cache(maxsize=1)
def reports() -> tuple[Article, ...]:
    found = json.loads((SHARED / "dev/reports.json").read_text("utf-8"))
    return tuple(
        Article(
            id=one["id"],
            body=one["body"],
            outlet=one["source"],
            title=one["title"],
            published=date.fromisoformat(one["date"][:10]),
        )
        for one in found
    )


def coded(article: Article, soil: Soiler | None) -> Any:
    body = soil(article.body, Random(article.id)) if soil else article.body
    return document(read(replace(article, body=body), knowledge()))


def all_slots(coded_reports: list[Any]) -> float:
    """The scorer's ALL SLOTS F1 over the development reports."""
    wanted = said = right = 0
    for report in coded_reports:
        for _, in_gold, in_coded, correct in _rows(gold()[report["id"]]["incidents"], report["incidents"]):
            wanted, said, right = wanted + in_gold, said + in_coded, right + correct
    return 2 * right / (wanted + said)


def _rows(in_gold: list[Any], in_coded: list[Any]) -> list[Any]:
    pairs = score().pair(in_gold, in_coded)
    firsts, seconds = {i for i, _ in pairs}, {j for _, j in pairs}
    sides = [(in_gold[i], in_coded[j]) for i, j in pairs]
    sides += [(one, None) for i, one in enumerate(in_gold) if i not in firsts]
    sides += [(None, one) for j, one in enumerate(in_coded) if j not in seconds]
    return [row for a, b in sides for row in score().slots(a, b)]


@lru_cache(maxsize=1)
def clean() -> float:
    return all_slots([coded(article, None) for article in reports()])


@needs_shared
@pytest.mark.parametrize("soil", MANNERS, ids=lambda soil: soil.__name__)
def test_dirt_costs_no_more_than_three_points(soil: Soiler) -> None:
    assert all_slots([coded(article, soil) for article in reports()]) >= clean() - MAY_FALL


SAME_TEXT = (with_diacritics, in_furniture, with_comments, as_a_post)


@pytest.mark.parametrize("soil", SAME_TEXT, ids=lambda soil: soil.__name__)
@pytest.mark.parametrize("article", SAMPLES, ids=lambda article: article.id)
def test_what_stands_beside_a_sample_tells_no_incident_more(article: Article, soil: Soiler) -> None:
    def told(soil: Soiler | None) -> list[Any]:
        return [(i["type"], i["place"], i["killed"], i["injured"]) for i in coded(article, soil)["incidents"]]

    assert told(soil) == told(None)

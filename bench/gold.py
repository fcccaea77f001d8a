"""Gold coding (codebook form) as readings, so that fusion can be measured without our own reading."""

import importlib.util
import json
import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import Any

from tawatur.model.article import Article
from tawatur.model.incidents import Claim, Count, Incident, Link, Party, When, Where, Words
from tawatur.model.reading import Reading
from tawatur.model.spans import Span

SHARED = Path(os.environ.get("TAWATUR_SHARED", Path(__file__).parents[2] / "shared"))
NOWHERE = Span(0, 0)
UNNAMED = ("مصدر", "مصادر", "المصادر", "شهود", "سكان", "مسؤولون", "تقارير", "وسائل")


def scorer() -> ModuleType:
    """The team's scorer, as a module."""
    spec = importlib.util.spec_from_file_location("score", SHARED / "tools/score.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def gold_readings(resolve: Any = None) -> Iterator[tuple[Reading, list[str]]]:
    """Each dev report as a reading made from its gold coding, with the event labels of its incidents."""
    bodies = {report["id"]: report for report in json.loads((SHARED / "dev/reports.json").read_text())}
    for coded in json.loads((SHARED / "dev/gold.json").read_text()):
        report = bodies[coded["id"]]
        yield gold_reading(coded, report, resolve), [item["event"] for item in coded["incidents"]]


def gold_reading(coded: dict[str, Any], report: dict[str, Any], resolve: Any = None) -> Reading:
    article = Article(
        body=report["body"],
        id=report["id"],
        outlet=report["source"],
        url=report["url"],
        published=date.fromisoformat(report["date"]),
        title=report["title"],
    )
    incidents = tuple(
        _incident(item, i, report["body"], resolve) for i, item in enumerate(coded["incidents"])
    )
    claims = tuple(
        _claim(voice, f"c{i}.{j}", f"i{i}", report["body"], item)
        for i, item in enumerate(coded["incidents"])
        for j, voice in enumerate(item["said_by"])
    )
    return Reading(article=article, incidents=incidents, claims=claims)


def _incident(item: dict[str, Any], number: int, body: str, resolve: Any) -> Incident:
    within = tuple(_where(name, body, (), None) for name in item["within"])
    return Incident(
        id=f"i{number}",
        type=item["type"],
        stage=item["stage"],
        background=item["background"],
        anchor=_words(item["evidence"], body),
        evidence=_words(item["evidence"], body),
        date=_when(item["date"]),
        place=_where(item["place"], body, item["within"], resolve) if item["place"] else None,
        relation=item["relation"],
        within=within,
        also_places=tuple(_where(name, body, (), None) for name in item["also_places"]),
        by=_parties(item["by"]),
        against=_parties(item["against"]),
        killed=_count(item["killed"]),
        injured=_count(item["injured"]),
        detained=_count(item["detained"]),
        abducted=_count(item["abducted"]),
        victims=item["victims"],
        weapon=_words(item["weapon"], body) if item["weapon"] else None,
    )


def _claim(voice: dict[str, Any], id: str, about: str, body: str, item: dict[str, Any]) -> Claim:
    chain = tuple(
        Link(
            name=name,
            kind="source" if name.split()[0] in UNNAMED else "body",
            span=NOWHERE,
            quote=name,
            rule="gold",
        )
        for name in voice["chain"]
    )
    evidence = (_words(item["evidence"], body),)
    return Claim(id=id, about=about, chain=chain, stance=voice["stance"], rule="gold", evidence=evidence)


def _words(quote: str, body: str) -> Words:
    start = max(body.find(quote), 0)
    return Words(span=Span(start, start + len(quote)), quote=quote, rule="gold")


def _when(days: list[str] | None) -> When | None:
    if not days:
        return None
    return When(
        earliest=date.fromisoformat(days[0]), latest=date.fromisoformat(days[1]), precision="day", rule="gold"
    )


def _where(name: str, body: str, within: Any, resolve: Any) -> Where:
    known = resolve(name, within) if resolve else {}
    return Where(name=name, span=NOWHERE, quote=name, rule="gold", **known)


def _parties(items: list[dict[str, str]]) -> tuple[Party, ...]:
    return tuple(Party(party=item["party"], span=NOWHERE, quote=item["text"], rule="gold") for item in items)


def _count(pair: list[int | None] | None) -> Count | None:
    return Count(low=pair[0], high=pair[1], span=NOWHERE, quote="", rule="gold") if pair else None

"""Fit the regression that says how likely two tellings are of one happening.

    scripts/fit_retelling.py rows NAME=REPORTS,GOLD ...   what drafts share, in training/retelling.tsv
    scripts/fit_retelling.py fit                          the weights, in src/tawatur/data/models/retelling.yml
    scripts/fit_retelling.py check                        how it does on sets that it was not fitted to

Rows hold numbers and no text, so they may be shipped where the reports may not. Each row is a pair of drafts of
one report: what `events/agreement.py` finds in it, and whether the gold coding has one incident for both.
Fitting needs scikit-learn, which the program does not; run it with TAWATUR_INTERPRETED=1.
"""

import csv
import json
import sys
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from msgspec import convert
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import precision_recall_fscore_support, roc_auc_score

import tawatur.events.incidents as incidents
from tawatur import Article, load_knowledge, read
from tawatur.events.agreement import agreement
from tawatur.events.drafts import Draft
from tawatur.events.merging import joined
from tawatur.events.scene import Scene
from tawatur.exchange import codebook
from tawatur.exchange.codings import Coding, read_codings
from tawatur.exchange.pairing import likeness

ROOT = Path(__file__).resolve().parent.parent
ROWS = ROOT / "training/retelling.tsv"
WEIGHTS = ROOT / "src/tawatur/data/models/retelling.yml"
STRENGTH = 0.1
"""The inverse of the penalty on weights, as scikit-learn counts it."""
ENOUGH = 0.4
OVERLAP = 0.25
"""What it counts that a draft stands in the words that the gold gives as evidence."""
KNOWLEDGE = load_knowledge()
FAMILIES = {event.id: event.family for event in KNOWLEDGE.events.values()}

Row = tuple[str, int, dict[str, float]]


def main(task: str, arguments: Sequence[str]) -> None:
    tasks: dict[str, Callable[[Sequence[str]], None]] = {"rows": rows, "fit": fit, "check": check}
    tasks[task](arguments)


def rows(sets: Sequence[str]) -> None:
    found = [row for one in sets for row in _rows_of(*one.split("="))]
    names = sorted({name for _, _, marks in found for name in marks})
    with ROWS.open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file, delimiter="\t", lineterminator="\n")
        table.writerow(["set", "same", *names])
        table.writerows(
            [name, same, *(f"{marks.get(mark, 0.0):.3g}" for mark in names)] for name, same, marks in found
        )
    print(f"{len(found)} pairs, {sum(same for _, same, _ in found)} of one incident: {ROWS}")


def _rows_of(name: str, files: str) -> Iterator[Row]:
    reports, gold = (Path(file) for file in files.split(","))
    coded = read_codings(gold)
    for report in json.loads(reports.read_text("utf-8")):
        scene, drafts = _apart(report)
        gold_of = coded[report["id"]].incidents
        told = [(draft, _gold_of(scene, draft, alone, gold_of)) for draft, alone in drafts]
        for same, marks in _pairs(scene, [(draft, number) for draft, number in told if number is not None]):
            yield name, same, marks


def _apart(report: dict[str, Any]) -> tuple[Scene, list[tuple[Draft, Coding]]]:
    """The drafts of a report, none set together, each with the incident that it alone would be."""
    kept: list[tuple[Scene, Sequence[Draft]]] = []
    incidents.merge_drafts = lambda scene, drafts: kept.append((scene, drafts)) or tuple(drafts)
    incidents.merge_settled = lambda scene, drafts: list(drafts)
    article = Article(
        body=report["body"],
        id=report["id"],
        outlet=report.get("source"),
        title=report.get("title"),
        url=report.get("url"),
        published=date.fromisoformat(report["date"]),
    )
    reading = read(article, KNOWLEDGE)
    coded = convert(codebook.document(reading)["incidents"], list[Coding])
    alone = {one.anchor.span.start: coding for one, coding in zip(reading.incidents, coded, strict=True)}
    scene, drafts = kept[0]
    return scene, [(one, alone[start]) for one in drafts if (start := _start(one)) in alone]


def _start(draft: Draft) -> int:
    hit = draft.anchor.hit if draft.anchor else draft.tolls[0].hit
    return hit.span.start


def _gold_of(scene: Scene, draft: Draft, alone: Coding, gold: Sequence[Coding]) -> int | None:
    """The number of the gold incident that a draft tells: the most alike, where it stands a little more so."""
    span = scene.text.span(draft.frames[0].start, draft.frames[-1].end)
    scores = []
    for number, one in enumerate(gold):
        alike = likeness(one, alone, FAMILIES)
        at = scene.text.body.find((one.evidence or "")[:60])
        beside = at >= 0 and at < span.end and span.start < at + len(one.evidence or "")
        if alike >= ENOUGH:
            scores.append((alike + OVERLAP * beside, -number))
    return -max(scores)[1] if scores else None


def _pairs(scene: Scene, drafts: Sequence[tuple[Draft, int]]) -> Iterator[tuple[int, dict[str, float]]]:
    """Each draft beside every one before it, those of one incident set together as the gold has them."""
    told: list[Draft] = []
    numbers: list[int] = []
    for draft, number in drafts:
        for place, before in enumerate(numbers):
            yield int(before == number), agreement(scene, told, place, draft)
        if number in numbers:
            place = numbers.index(number)
            told[place] = joined(scene, told[place], draft)
        else:
            told.append(draft)
            numbers.append(number)


def fit(_: Sequence[str]) -> None:
    names, _sets, same, values = _table()
    model = _fitted(values, same)
    lines = [f"  {name}: {weight:.3f}" for name, weight in zip(names, model.coef_[0], strict=True)]
    WEIGHTS.write_text(
        "\n".join([f"constant: {model.intercept_[0]:.3f}", "weights:", *lines, ""]), encoding="utf-8"
    )
    print(f"{len(names)} weights: {WEIGHTS}")


def check(_: Sequence[str]) -> None:
    _names, sets, same, values = _table()
    guessed = [0.0] * len(same)
    for left_out in sorted(set(sets)):
        inside = [n for n, one in enumerate(sets) if one != left_out]
        outside = [n for n, one in enumerate(sets) if one == left_out]
        model = _fitted([values[n] for n in inside], [same[n] for n in inside])
        for n, chances in zip(outside, model.predict_proba([values[n] for n in outside]), strict=True):
            guessed[n] = chances[1]
    print(f"{len(same)} pairs, area under the curve {roc_auc_score(same, guessed):.3f}")
    for least in (0.5, 0.65, 0.8):
        sure = [one >= least for one in guessed]
        precision, recall, f1, _ = precision_recall_fscore_support(same, sure, average="binary")
        print(f"from {least}: precision {precision:.2f}, recall {recall:.2f}, F1 {f1:.2f}")


def _table() -> tuple[list[str], list[str], list[int], list[list[float]]]:
    with ROWS.open(encoding="utf-8", newline="") as file:
        head, *body = csv.reader(file, delimiter="\t")
    numbers = [[float(cell) for cell in row[2:]] for row in body]
    return head[2:], [row[0] for row in body], [int(row[1]) for row in body], numbers


def _fitted(values: Sequence[Sequence[float]], same: Sequence[int]) -> LogisticRegression:
    return LogisticRegression(C=STRENGTH, max_iter=5000, tol=1e-6).fit(values, same)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])

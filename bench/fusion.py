"""How well incidents fuse, beside two baselines: python -m bench.fusion [--misses].

B3 precision, recall and F1 against the ``event`` labels of the dev gold, and wrong merges: merged pairs of
different labels. The labels were given by several coders, each to a batch of reports (b0, b1 …) without sight
of the others', so their labels differ even for one happening: the last columns join those (ONE_HAPPENING).
"""

import json
import sys
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from itertools import combinations
from typing import Any

from bench.gold import SHARED, gold_readings, scorer

from tawatur.exchange.codebook import document
from tawatur.fusion.clusters import components
from tawatur.fusion.features import distance, same_spot
from tawatur.fusion.fuse import fuse
from tawatur.fusion.likeness import likeness, reasons
from tawatur.fusion.tellings import Telling, tellings_of
from tawatur.intake import Defaults, Failure, articles_from
from tawatur.lexicon import Knowledge, load_knowledge
from tawatur.reading import read

Clusters = Sequence[Sequence[str]]
Labels = dict[str, str]

# Read by hand: labels that different coders gave to one happening, each in a batch of its own.
ONE_HAPPENING = (
    ("b0-lice-diyarbakir-car-bomb", "b4-diyarbakir-car-bomb"),
    ("b0-suruc-suicide-bombing", "b2-suruc-bombing", "b3-suruc-bombing-jul20", "b4-suruc-suicide-bombing"),
    ("b2-emirati-soldiers-killed", "b4-uae-three-soldiers-yemen"),
    ("b2-subaie-najran", "b4-najran-sergeant-killed"),
    ("b3-zargali-qandil-turkish-strike", "b4-zarkala-airstrike"),
    ("d1-coalition-deirezzor-31jul", "b3-coalition-strikes-deir-ezzor-jul31"),
    ("d1-coalition-hasakah-31jul", "b3-coalition-strikes-hasaka-jul31"),
    ("d1-coalition-iraq-31jul", "b3-coalition-strikes-iraq-jul31"),
)


def joined(gold: Labels) -> Labels:
    """The labels with those of one happening made one."""
    same = {label: labels[0] for labels in ONE_HAPPENING for label in labels}
    return {id: same.get(label, label) for id, label in gold.items()}


def b_cubed(clusters: Clusters, gold: Labels) -> tuple[float, float, float]:
    """B3 precision, recall and F1 of a clustering, over the labelled tellings."""
    ours = {id: {other for other in group if other in gold} for group in clusters for id in group}
    theirs = defaultdict(set)
    for id, label in gold.items():
        theirs[label].add(id)
    precision = sum(len(ours[i] & theirs[gold[i]]) / len(ours[i]) for i in gold) / len(gold)
    recall = sum(len(ours[i] & theirs[gold[i]]) / len(theirs[gold[i]]) for i in gold) / len(gold)
    return precision, recall, 2 * precision * recall / (precision + recall)


def wrong_merges(clusters: Clusters, gold: Labels) -> tuple[int, int, int]:
    """Merged pairs of different labels inside one coder's batch, across batches, and all merged pairs."""
    pairs = [
        (gold[a], gold[b]) for group in clusters for a, b in combinations(group, 2) if a in gold and b in gold
    ]
    wrong = [(a, b) for a, b in pairs if a != b]
    across = sum(batch(a) != batch(b) for a, b in wrong)
    return len(wrong) - across, across, len(pairs)


def batch(label: str) -> str:
    return label.partition("-")[0]


def one_a_day(a: Telling, b: Telling) -> bool:
    """The one-a-day filter: same day, actors and type."""
    return (a.first, a.last, a.by, a.against, a.type) == (b.first, b.last, b.by, b.against, b.type)


def window_rule(a: Telling, b: Telling) -> bool:
    """The window rule: same type, 3 km, 1 day."""
    if a.type != b.type or not a.place or not b.place or abs((a.first or 0) - (b.first or 0)) > 1:
        return False
    gap = distance(a.place, b.place)
    return gap <= 3 if gap is not None else same_spot(a.place, b.place)


def grouped(tellings: Sequence[Telling], same: Callable[[Telling, Telling], bool]) -> list[list[str]]:
    pairs = [(a.id, b.id) for a, b in combinations(tellings, 2) if same(a, b)]
    return components([telling.id for telling in tellings], pairs)


def our_clusters(tellings: Sequence[Telling]) -> Clusters:
    return [event.tellings for event in fuse(tellings)]


def from_gold(families: Mapping[str, str], resolve: Any = None) -> tuple[list[Telling], Labels]:
    """The gold incidents as tellings, with their labels."""
    tellings: list[Telling] = []
    gold: Labels = {}
    for reading, labels in gold_readings(resolve):
        told = tellings_of(reading, families)
        tellings += told
        gold.update({telling.id: label for telling, label in zip(told, labels, strict=True)})
    return tellings, gold


def from_our_readings(knowledge: Knowledge, families: Mapping[str, str]) -> tuple[list[Telling], Labels]:
    """Our own readings as tellings, labelled where the scorer pairs an incident with a gold one."""
    score = scorer()
    coded = {doc["id"]: doc["incidents"] for doc in json.loads((SHARED / "dev/gold.json").read_text())}
    tellings: list[Telling] = []
    gold: Labels = {}
    for article in articles_from(str(SHARED / "dev/reports.json"), Defaults()):
        if isinstance(article, Failure):
            continue
        reading = read(article, knowledge)
        told = tellings_of(reading, families)
        tellings += told
        wanted = coded[article.id]
        for i, j in score.pair(wanted, document(reading)["incidents"]):
            gold[told[j].id] = wanted[i]["event"]
    return tellings, gold


def resolver(knowledge: Knowledge) -> Callable[[str, Sequence[str]], dict[str, Any]]:
    """Looks a gold place up in the gazetteer: the candidate inside the containing places named for it."""

    def resolve(name: str, within: Sequence[str]) -> dict[str, Any]:
        around = {place.id for outer in within for place in knowledge.gazetteer.find(outer, 5)}
        for place in knowledge.gazetteer.find(name, 10):
            if around & {outer.id for outer in knowledge.gazetteer.containers(place.id)}:
                return {"place_id": place.id, "lat": place.lat, "lon": place.lon}
        return {}

    return resolve


def show(title: str, tellings: Sequence[Telling], gold: Labels) -> None:
    print(f"## {title}: {len(tellings)} tellings, {len(gold)} labelled, {len(set(gold.values()))} events")
    for name, clusters in {
        "all apart": [[telling.id] for telling in tellings],
        "one a day": grouped(tellings, one_a_day),
        "window 3 km, 1 day": grouped(tellings, window_rule),
        "tawatur": our_clusters(tellings),
    }.items():
        precision, recall, f1 = b_cubed(clusters, gold)
        inside, across, merged = wrong_merges(clusters, gold)
        after = sum(wrong_merges(clusters, joined(gold))[:2])
        print(
            f"{name:20} B3 P {precision:.3f} R {recall:.3f} F1 {f1:.3f}   "
            f"of {merged} merged pairs differ: {inside} inside a batch, {across} across   "
            f"labels joined: F1 {b_cubed(clusters, joined(gold))[2]:.3f}, wrong merges {after}"
        )


def show_misses(tellings: Sequence[Telling], gold: Labels) -> None:
    group = {id: number for number, ids in enumerate(our_clusters(tellings)) for id in ids}
    for a, b in combinations([telling for telling in tellings if telling.id in gold], 2):
        same, ours = gold[a.id] == gold[b.id], group[a.id] == group[b.id]
        if same != ours:
            print("missed" if same else "merged", likeness(a, b), gold[a.id], "|", gold[b.id])
            print("      ", {reason.feature: reason.points for reason in reasons(a, b)})


def main() -> None:
    if not (SHARED / "dev").is_dir():
        sys.exit(f"{SHARED}/dev is absent: set TAWATUR_SHARED")
    knowledge = load_knowledge()
    families = {id: type.family for id, type in knowledge.events.items()}
    for title, (tellings, gold) in {
        "gold incidents, places by name alone": from_gold(families),
        "gold incidents, places by the gazetteer": from_gold(families, resolver(knowledge)),
        "our own readings": from_our_readings(knowledge, families),
    }.items():
        show(title, tellings, gold)
        if "--misses" in sys.argv:
            show_misses(tellings, gold)


if __name__ == "__main__":
    main()

"""How well gold incidents fuse (B3 F1 and wrong merges), beside two baselines: python -m bench.fusion."""

import sys
from collections import defaultdict
from collections.abc import Callable, Sequence
from itertools import combinations

from bench.gold import gold_readings

from tawatur.fusion.clusters import components, split_component
from tawatur.fusion.features import distance, same_spot
from tawatur.fusion.likeness import likeness, reasons
from tawatur.fusion.pairs import links
from tawatur.fusion.tellings import Telling, tellings_of

FAMILIES = {
    name: family
    for family, names in {
        "ground": "armed_clash armed_attack targeted_killing execution grenade other_violence",
        "blast": "ied suicide_bombing mine_or_remnant unexplained_explosion",
        "bombardment": "air_strike drone_strike shelling missile chemical interception",
        "coercion": "abduction detention release violence_against_person",
        "control": "territory sweep clearance seizure movement agreement",
        "civil": "protest riot property_destruction",
    }.items()
    for name in names.split()
}


def b_cubed(clusters: Sequence[Sequence[str]], gold: dict[str, str]) -> tuple[float, float, float]:
    """B3 precision, recall and F1 of a clustering against labels."""
    ours = {id: set(group) for group in clusters for id in group}
    theirs = defaultdict(set)
    for id, label in gold.items():
        theirs[label].add(id)
    precision = sum(len(ours[i] & theirs[gold[i]]) / len(ours[i]) for i in gold) / len(gold)
    recall = sum(len(ours[i] & theirs[gold[i]]) / len(theirs[gold[i]]) for i in gold) / len(gold)
    return precision, recall, 2 * precision * recall / (precision + recall)


def wrong_merges(clusters: Sequence[Sequence[str]], gold: dict[str, str]) -> tuple[int, int]:
    """Merged pairs of different labels, and all merged pairs."""
    pairs = [pair for group in clusters for pair in combinations(group, 2)]
    return sum(gold[a] != gold[b] for a, b in pairs), len(pairs)


def our_clusters(tellings: Sequence[Telling]) -> list[list[str]]:
    by_id = {telling.id: telling for telling in tellings}
    found = list(links(sorted(tellings, key=lambda t: (t.first or 0, t.id))))
    groups = components(by_id, ((a, b) for a, b, _ in found))
    split = []
    for group in groups:
        inside = set(group)
        split += split_component(
            {id: by_id[id] for id in group}, [link for link in found if link[0] in inside]
        )
    return split


def grouped(tellings: Sequence[Telling], same: Callable[[Telling, Telling], bool]) -> list[list[str]]:
    pairs = [(a.id, b.id) for a, b in combinations(tellings, 2) if same(a, b)]
    return components([telling.id for telling in tellings], pairs)


def one_a_day(a: Telling, b: Telling) -> bool:
    return (a.first, a.by, a.against, a.type) == (b.first, b.by, b.against, b.type)


def window_rule(a: Telling, b: Telling) -> bool:
    if a.type != b.type or not a.place or not b.place or abs((a.first or 0) - (b.first or 0)) > 1:
        return False
    gap = distance(a.place, b.place)
    return gap <= 3 if gap is not None else same_spot(a.place, b.place)


def main() -> None:
    tellings, gold = [], {}
    for reading, labels in gold_readings():
        told = tellings_of(reading, FAMILIES)
        tellings += told
        gold.update({telling.id: label for telling, label in zip(told, labels, strict=True)})
    for name, clusters in {
        "all apart": [[telling.id] for telling in tellings],
        "one a day": grouped(tellings, one_a_day),
        "window 3 km, 1 day": grouped(tellings, window_rule),
        "tawatur": our_clusters(tellings),
    }.items():
        precision, recall, f1 = b_cubed(clusters, gold)
        wrong, all_pairs = wrong_merges(clusters, gold)
        print(f"{name:20} B3 P {precision:.3f} R {recall:.3f} F1 {f1:.3f}   wrong merges {wrong}/{all_pairs}")
    if "--misses" in sys.argv:
        show_misses(tellings, our_clusters(tellings), gold)


def show_misses(tellings: Sequence[Telling], clusters: Sequence[Sequence[str]], gold: dict[str, str]) -> None:
    group = {id: number for number, ids in enumerate(clusters) for id in ids}
    for a, b in combinations(tellings, 2):
        same, ours = gold[a.id] == gold[b.id], group[a.id] == group[b.id]
        if same != ours:
            print("MISSED" if same else "WRONG ", likeness(a, b), gold[a.id], "|", gold[b.id])
            print("      ", {r.feature: r.points for r in reasons(a, b)})


if __name__ == "__main__":
    main()

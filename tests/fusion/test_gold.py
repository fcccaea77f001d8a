"""Fusing the gold incidents of the development reports; skipped where they are absent."""

import pytest
from bench import fusion as bench
from bench.gold import SHARED

from tawatur.lexicon import load_knowledge

pytestmark = pytest.mark.skipif(
    not (SHARED / "dev").is_dir(), reason=f"{SHARED}/dev is absent (TAWATUR_SHARED)"
)


@pytest.fixture(scope="module")
def gold() -> tuple[list[bench.Telling], bench.Labels]:
    knowledge = load_knowledge()
    return bench.from_gold({id: type.family for id, type in knowledge.events.items()})


def test_gold_incidents_fuse_and_hardly_any_merge_is_wrong(
    gold: tuple[list[bench.Telling], bench.Labels],
) -> None:
    tellings, labels = gold
    clusters = bench.our_clusters(tellings)
    assert bench.b_cubed(clusters, labels)[2] >= 0.94
    assert bench.b_cubed(clusters, bench.joined(labels))[2] >= 0.95
    inside, across, merged = bench.wrong_merges(clusters, bench.joined(labels))
    assert inside + across <= 0.02 * merged


def test_both_baselines_are_worse(gold: tuple[list[bench.Telling], bench.Labels]) -> None:
    tellings, labels = gold
    ours = bench.b_cubed(bench.our_clusters(tellings), labels)[2]
    for rule in (bench.one_a_day, bench.window_rule):
        assert bench.b_cubed(bench.grouped(tellings, rule), labels)[2] < ours


def test_our_own_readings_fuse() -> None:
    knowledge = load_knowledge()
    tellings, labels = bench.from_our_readings(
        knowledge, {id: type.family for id, type in knowledge.events.items()}
    )
    assert bench.b_cubed(bench.our_clusters(tellings), labels)[2] >= 0.85

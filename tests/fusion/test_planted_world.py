"""Fusion held against a world in which we know what happened."""

from random import Random

import msgspec
import pytest
from tests.world import FAMILIES, SCENARIOS, Planted, planted_world

from tawatur.fusion.event import Event
from tawatur.fusion.fuse import fuse
from tawatur.fusion.tellings import tellings_of

Fused = list[tuple[Planted, list[Event]]]
WORLD = planted_world(7, 300)


def events_of(world: list[Planted]) -> tuple[Event, ...]:
    readings = (reading for planted in world for reading in planted.readings)
    return fuse(told for reading in readings for told in tellings_of(reading, FAMILIES))


@pytest.fixture(scope="module")
def fused() -> Fused:
    """Each planted event with the fused events that hold its tellings."""
    home = {telling: event for event in events_of(WORLD) for telling in event.tellings}
    found = []
    for planted in WORLD:
        ids = [told.id for reading in planted.readings for told in tellings_of(reading, FAMILIES)]
        found.append((planted, list({home[id].id: home[id] for id in ids}.values())))
    return found


def test_each_planted_event_is_one_event_and_no_two_are_mixed(fused: Fused) -> None:
    assert [len(events) for _, events in fused] == [1] * len(WORLD)
    assert len({events[0].id for _, events in fused}) == len(WORLD)


@pytest.mark.parametrize("number", range(len(SCENARIOS)), ids=[one.__name__ for one in SCENARIOS])
def test_standing_and_origins_are_as_planted(fused: Fused, number: int) -> None:
    for planted, (event,) in fused[number :: len(SCENARIOS)]:
        assert event.standing.grade == planted.standing, event.standing.reasons
        assert len(event.origins) == planted.origins, [origin.name for origin in event.origins]
        assert event.standing.reasons


def test_every_planted_contradiction_is_kept_and_shown(fused: Fused) -> None:
    for planted, (event,) in fused:
        shown = {one.field for one in event.differences if one.contradiction}
        assert set(planted.contradicts) <= shown
        assert not shown - set(planted.contradicts) - {"killed"}


def test_every_figure_given_is_inside_low_and_high(fused: Fused) -> None:
    for _, (event,) in fused:
        assert event.killed
        assert event.killed.low is not None
        assert event.killed.high is not None
        in_time = sorted(event.killed.given, key=lambda one: str(one.published))
        latest = {one.origin: int(one.value) for one in in_time}
        assert event.killed.low == min(latest.values())
        assert event.killed.high == max(latest.values())
        assert event.killed.best in latest.values()


def test_the_best_count_is_no_belligerents_and_the_latest(fused: Fused) -> None:
    for planted, (event,) in fused:
        name = SCENARIOS[planted.truth.number % len(SCENARIOS)].__name__
        assert event.killed
        if name == "claimed_and_told":
            assert event.killed.best == planted.truth.killed
        if name == "counted_later":
            assert event.killed.best == planted.truth.killed + 3


def test_copies_never_raise_the_number_of_origins() -> None:
    random = Random(3)
    for planted in planted_world(11, 60):
        readings = planted.readings
        one = events_of([planted])[0]
        more = msgspec.structs.replace
        copied = [
            more(reading, article=more(reading.article, outlet=f"mirror{i}", url=None))
            for i, reading in enumerate(random.choices(readings, k=5))
        ]
        both = events_of([Planted(planted.truth, "", 0, readings=[*readings, *copied])])
        assert len(both) == 1
        assert len(both[0].origins) == len(one.origins)


def test_any_order_gives_the_same_bytes() -> None:
    tellings = [told for one in WORLD for reading in one.readings for told in tellings_of(reading, FAMILIES)]
    expected = msgspec.json.encode(fuse(tellings))
    for seed in range(5):
        Random(seed).shuffle(tellings)
        assert msgspec.json.encode(fuse(tellings)) == expected

"""Every filter gives what a plain look at every event gives."""

from collections.abc import Callable
from datetime import date

import pytest
from tests.archive.stories import told
from tests.world import FAMILIES, planted_world

from tawatur.archive import Archive
from tawatur.archive.filters import Filter
from tawatur.fusion.event import Event
from tawatur.fusion.features import distance
from tawatur.fusion.tellings import Spot

WORLD = planted_world(5, 80)
PLACE = WORLD[3].truth


def within(event: Event, km: float) -> bool:
    assert event.place
    here = Spot(name="", key="", lat=event.place.lat, lon=event.place.lon)
    gap = distance(here, Spot(name="", key="", lat=PLACE.lat, lon=PLACE.lon))
    return gap is not None and gap <= km


CASES: dict[str, tuple[Filter, Callable[[Event], bool]]] = {
    "since": (Filter(since=date(2019, 1, 15)), lambda e: bool(e.latest and e.latest >= date(2019, 1, 15))),
    "until": (
        Filter(until=date(2019, 1, 15)),
        lambda e: bool(e.earliest and e.earliest <= date(2019, 1, 15)),
    ),
    "type": (Filter(types=("ied", "shelling")), lambda e: e.type in ("ied", "shelling")),
    "party": (Filter(parties=("sdf",)), lambda e: "sdf" in (*e.by, *e.against)),
    "standing": (Filter(standings=("contested",)), lambda e: e.standing.grade == "contested"),
    "killed": (Filter(killed=20), lambda e: bool(e.killed and (e.killed.best or 0) >= 20)),
    "toll": (Filter(harmed=50), lambda e: sum((f.best or 0) for f in (e.killed, e.injured) if f) >= 50),
    "place": (Filter(place=PLACE.place), lambda e: bool(e.place and e.place.name == PLACE.place)),
    "country": (Filter(country="sy"), lambda e: True),
    "other country": (Filter(country="IQ"), lambda e: False),
    "near": (Filter(near=(PLACE.lat, PLACE.lon, 100.0)), lambda e: within(e, 100.0)),
    "outlet": (Filter(outlets=("copier1",)), lambda e: "copier1" in e.outlets),
    "several": (
        Filter(types=("ied",), killed=5, parties=("hts",)),
        lambda e: (
            e.type == "ied" and bool(e.killed and (e.killed.best or 0) >= 5) and "hts" in (*e.by, *e.against)
        ),
    ),
}


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    archive = Archive(str(tmp_path_factory.mktemp("filters") / "a.sqlite"), FAMILIES)
    archive.add([reading for planted in WORLD for reading in planted.readings], "r1")
    return archive


@pytest.mark.parametrize("name", CASES)
def test_a_filter_gives_what_a_plain_look_gives(full: Archive, name: str) -> None:
    wanted, look = CASES[name]
    everything = list(full.events())
    expected = [event.id for event in everything if look(event)]
    assert [event.id for event in full.events(wanted)] == expected
    assert full.count(wanted) == len(expected)


def test_pages_follow_one_another_without_gaps(full: Archive) -> None:
    pages = [event.id for offset in range(0, 80, 7) for event in full.events(limit=7, offset=offset)]
    assert pages == [event.id for event in full.events()]


def test_the_filters_run_on_postgresql_too(archive: Archive) -> None:
    archive.add([reading for planted in WORLD[:20] for reading in planted.readings], "r1")
    everything = list(archive.events())
    for wanted, look in CASES.values():
        assert [e.id for e in archive.events(wanted)] == [e.id for e in everything if look(e)]


@pytest.mark.parametrize(
    ("divisions", "found"),
    [
        (("sy.idlib",), 1),
        (("country.sy",), 1),
        (("إدلب",), 1),
        (("sy.aleppo",), 0),
        (("sy.aleppo", "sy.idlib"), 1),
    ],
)
def test_a_division_holds_the_events_inside_it(
    archive: Archive, divisions: tuple[str, ...], found: int
) -> None:
    archive.add([told()], "r1")
    assert archive.count(Filter(divisions=divisions)) == found


def test_the_past_is_filtered_as_the_present_is(full: Archive) -> None:
    for wanted, _ in CASES.values():
        assert full.at("2999", wanted, 5) == tuple(full.events(wanted, 5))
    assert full.at("1999") == ()

"""What the desk counts is what a plain look at every event counts."""

from collections import Counter
from collections.abc import Iterable
from datetime import date

import pytest

from tawatur.archive import Archive
from tawatur.archive.filters import Filter
from tawatur.desk.cells import cells, extent, spots
from tawatur.desk.survey import Survey, survey
from tawatur.fusion.event import Event

ASKED = {
    "everything": Filter(),
    "type": Filter(types=("ied", "shelling")),
    "since": Filter(since=date(2020, 1, 1)),
    "text": Filter(text="قصف"),
    "party": Filter(parties=("islamic-state",)),
    "near": Filter(near=(34.0, 38.0, 400.0)),
    "several": Filter(types=("ied",), standings=("single", "contested"), since=date(2015, 1, 1)),
    "rejected too": Filter(rejected=True),
    "nothing": Filter(country="ZZ"),
}


@pytest.fixture
def reviewed(archive: Archive) -> Archive:
    """An archive in which a person confirmed one event and rejected another."""
    first, second, *_ = archive.events()
    archive.decide("confirm", first.id, who="a", why="b")
    archive.decide("reject", second.id, who="a", why="b")
    return archive


def ordered(values: Iterable[str | None]) -> tuple[tuple[str, int], ...]:
    counted = Counter(value for value in values if value)
    return tuple(sorted(counted.items(), key=lambda one: (-one[1], one[0])))


def country(event: Event) -> str | None:
    return event.place.country.upper() if event.place and event.place.country else None


def killed(event: Event) -> int:
    return (event.killed.best or 0) if event.killed else 0


@pytest.mark.parametrize("name", ASKED)
def test_sums_and_facets(reviewed: Archive, name: str) -> None:
    found = reviewed.ask(lambda connection: survey(connection, ASKED[name], {}))
    events = list(reviewed.events(ASKED[name]))
    assert found.sums.events == len(events)
    assert found.sums.undated == sum(not event.dated for event in events)
    assert found.sums.unplaced == sum(not event.place or event.place.lat is None for event in events)
    assert found.sums.reviewed == sum(bool(event.decided) for event in events)
    assert found.sums.killed == sum(map(killed, events))
    assert found.facet("type") == ordered(event.type for event in events)
    assert found.facet("standing") == ordered(event.standing.grade for event in events)
    assert found.facet("country") == ordered(map(country, events))
    assert found.facet("outlet") == ordered(outlet for event in events for outlet in event.outlets)
    assert found.facet("party") == ordered(p for event in events for p in {*event.by, *event.against})


@pytest.mark.parametrize("name", ASKED)
def test_the_course_of_time(reviewed: Archive, name: str) -> None:
    found = reviewed.ask(lambda connection: survey(connection, ASKED[name], {}))
    events = [event for event in reviewed.events(ASKED[name]) if event.latest]
    letters = {"year": 4, "month": 7, "day": 10}[found.fine]
    assert {step.when: step.events for step in found.course()} == Counter(
        str(event.latest)[:letters] for event in events
    )
    for column in ("type", "standing", "country"):
        assert _added_up(found, column) <= Counter({step.when: step.events for step in found.course()})
    assert _added_up(found, "type") == Counter(str(event.latest)[:letters] for event in events)
    assert [step.when for step in found.course()] == sorted(step.when for step in found.course())


def _added_up(found: Survey, column: str) -> Counter[str]:
    added: Counter[str] = Counter()
    for steps in found.courses(column).values():
        added.update({step.when: step.events for step in steps})
    return added


@pytest.mark.parametrize("name", ASKED)
def test_the_map(reviewed: Archive, name: str) -> None:
    found = reviewed.ask(lambda connection: spots(connection, ASKED[name]))
    events = [event for event in reviewed.events(ASKED[name]) if event.place and event.place.lat is not None]
    places = [(e.place.lat, e.place.lon) for e in events if e.place]
    assert {(spot.lat, spot.lon): spot.count for spot in found} == Counter(places)
    alone = {spot.id: (spot.type, spot.standing) for spot in found if spot.count == 1}
    assert alone == {
        e.id: (e.type, e.standing.grade)
        for e, at in zip(events, places, strict=True)
        if places.count(at) == 1
    }
    for step in (0.01, 0.7, 5.0, 90.0):
        together = cells(found, step)
        assert sum(cell.count for cell in together) == len(events)
        assert all(cell.count > 1 or cell.id in alone for cell in together)
    assert (extent(found) is None) == (not events)
    if events:
        lats, lons = [lat for lat, _ in places], [lon for _, lon in places]
        assert extent(found) == (min(lons), min(lats), max(lons), max(lats))

"""What the desk counts is what a plain look at every event counts."""

from collections import Counter
from collections.abc import Iterable
from datetime import date
from itertools import pairwise

import pytest
from sqlalchemy import select

from tawatur.archive import Archive
from tawatur.archive.filters import Filter
from tawatur.archive.tables import event_keys
from tawatur.archive.tables import events as events_table
from tawatur.desk.cells import cells, extent
from tawatur.desk.survey import Step, pictured, survey
from tawatur.desk.timeline import WIDEST, WIDTH, bars
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
    assert found.facets["type"] == ordered(event.type for event in events)
    assert found.facets["standing"] == ordered(event.standing.grade for event in events)
    assert found.facets["country"] == ordered(map(country, events))
    assert found.facets["outlet"] == ordered(outlet for event in events for outlet in event.outlets)
    assert found.facets["party"] == ordered(p for event in events for p in {*event.by, *event.against})


@pytest.mark.parametrize("name", ASKED)
def test_the_course_of_time(reviewed: Archive, name: str) -> None:
    found = reviewed.ask(lambda connection: survey(connection, ASKED[name], {}))
    events = [event for event in reviewed.events(ASKED[name]) if event.latest]
    assert told(found.course) == course(events, found.fine)
    assert [step.when for step in found.course] == sorted(step.when for step in found.course)


def told(steps: Iterable[Step]) -> dict[str, tuple[int, int]]:
    return {step.when: (step.events, step.killed) for step in steps}


def course(events: Iterable[Event], fine: str) -> dict[str, tuple[int, int]]:
    """For each step of time its events and their killed, by a plain look."""
    found: dict[str, tuple[int, int]] = {}
    for event in events:
        when = str(event.latest)[: {"year": 4, "month": 7, "day": 10}[fine]]
        number, dead = found.get(when, (0, 0))
        found[when] = (number + 1, dead + killed(event))
    return found


@pytest.mark.parametrize("name", ASKED)
def test_the_courses_of_the_pictures(reviewed: Archive, name: str) -> None:
    events = [event for event in reviewed.events(ASKED[name]) if event.latest]
    inside = {event.id: places_of(reviewed, event) for event in events}
    chosen = sorted({place for places in inside.values() for place in places})[::2]
    found = reviewed.ask(lambda connection: pictured(connection, ASKED[name], {}, lambda counts: chosen))
    assert found.survey == reviewed.ask(lambda connection: survey(connection, ASKED[name], {}))
    columns = {
        "type": lambda event: {event.type},
        "standing": lambda event: {event.standing.grade},
        "country": lambda event: {country(event)} - {None},
        "division": lambda event: inside[event.id].intersection(chosen),
    }
    for column, values in columns.items():
        there = {value for event in events for value in values(event)}
        assert {value: told(steps) for value, steps in found.courses[column].items()} == {
            value: course((event for event in events if value in values(event)), found.survey.fine)
            for value in there
        }


def places_of(archive: Archive, event: Event) -> set[str]:
    """The places that the archive finds this event under."""
    query = select(event_keys.c.value).join(events_table, events_table.c.number == event_keys.c.event)
    query = query.where(event_keys.c.kind == "place", events_table.c.id == event.id)
    return set(archive.ask(lambda connection: connection.execute(query).scalars().all()))


@pytest.mark.parametrize("name", ASKED)
def test_the_map(reviewed: Archive, name: str) -> None:
    found = reviewed.ask(lambda connection: survey(connection, ASKED[name], {}).spots)
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


def test_a_lone_bar_is_no_wall() -> None:
    lone = bars([Step(when="2020-05-30", events=1, killed=2)], "day")
    assert lone[0].width == WIDEST
    assert lone[0].x > 0
    several = bars([Step(when=f"2020-{month:02}", events=1, killed=0) for month in range(1, 13)], "month")
    assert [bar.x for bar in several] == sorted(bar.x for bar in several)
    assert all(before.x + before.width < after.x for before, after in pairwise(several))
    assert several[-1].x + several[-1].width <= WIDTH

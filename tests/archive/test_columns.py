"""The columns that are counted hold, entry by entry, what the events say."""

import pytest
from sqlalchemy import select
from tests.world import planted_world

from tawatur.archive import Archive
from tawatur.archive.columns import columns_of
from tawatur.archive.event_rows import KIND, best
from tawatur.archive.filters import Filter
from tawatur.archive.name_sets import named
from tawatur.archive.tables import events
from tawatur.fusion.event import Event

ASKED = {
    "everything": Filter(rejected=True),
    "what stands": Filter(),
    "a type": Filter(types=("ied",)),
    "nothing": Filter(country="ZZ"),
}


@pytest.fixture
def told(archive: Archive) -> Archive:
    archive.add([reading for planted in planted_world(23, 12) for reading in planted.readings], "r1")
    first, second, *_ = archive.events()
    archive.decide("reject", first.id, who="a", why="b")
    archive.decide("confirm", second.id, who="a", why="b")
    return archive


def expected(event: Event) -> tuple[object, ...]:
    """Kind, point, sets of names, days and toll of an event, by a plain look."""
    place = event.place
    country = place.country.upper() if place and place.country else ""
    kind = (event.type, event.standing.grade, country, event.dated, bool(event.decided))
    point = (place.lat, place.lon, place.radius) if place and place.lat is not None else None
    names = ({*event.by, *event.against}, set(filter(None, event.outlets)))
    days = (str(event.earliest or ""), str(event.latest or ""))
    return kind, point, *names, *days, best(event.killed)


@pytest.mark.parametrize("name", ASKED)
def test_columns(told: Archive, name: str) -> None:
    found = told.ask(lambda connection: columns_of(connection, ASKED[name]))
    ids = dict(told.ask(lambda c: c.execute(select(events.c.number, events.c.id)).all()))
    numbers = {n for n in (*found.kind, *found.point, *found.parties, *found.outlets) if n is not None}
    names = told.ask(lambda connection: named(connection, numbers, {}))
    seen = {}
    for at, number in enumerate(found.number):
        kind = dict(zip(KIND, names[found.kind[at]], strict=True))
        point = found.point[at]
        seen[ids[number]] = (
            (
                kind["type"],
                kind["standing"],
                kind["country"],
                kind["dated"] == "dated",
                bool(kind["decided"]),
            ),
            None if point is None else tuple(float(one) if one else None for one in names[point]),
            *(
                set(names[shared]) if shared is not None else set()
                for shared in (found.parties[at], found.outlets[at])
            ),
            found.earliest[at],
            found.latest[at],
            found.killed[at],
        )
    assert seen == {event.id: expected(event) for event in told.events(ASKED[name])}

"""Where the anchors of decisions stand is kept, and is always what looking for them anew would find."""

import pytest
from sqlalchemy import select
from tests.archive.stories import KILLING, told

from tawatur.archive import Archive
from tawatur.archive.anchors import anchor_all
from tawatur.archive.engine import writing
from tawatur.archive.tables import anchored
from tawatur.model.reading import Reading

Row = tuple[object, ...]
CHANGES: dict[str, tuple[Reading, str]] = {
    "nothing": (told(), "r1"),
    "a newer reading": (told(incident="n3"), "r2"),
    "a newer reading without the incident": (told(incident="n3", type="abduction", place="مدينة"), "r2"),
    "a new version": (told(KILLING + " تم التحديث.", incident="z1"), "r1"),
    "the address in another outlet": (told(KILLING + " نقلا عن الضفة.", outlet="شبكة النهر"), "r1"),
    "another report": (told(outlet="شبكة النهر", url="https://nahr.example/7"), "r1"),
}


def rows(archive: Archive) -> list[Row]:
    return archive.ask(lambda c: sorted(tuple(row) for row in c.execute(select(anchored)).all()))


def found_anew(archive: Archive) -> list[Row]:
    with writing(archive._engine, archive.where) as connection:
        anchor_all(connection)
    return rows(archive)


@pytest.mark.parametrize("change", CHANGES)
def test_anchors_are_kept_true(archive: Archive, change: str) -> None:
    archive.add([told()], "r1")
    (event,) = archive.events()
    archive.decide("confirm", event.id, who="a", why="b")
    before = rows(archive)
    archive.add([CHANGES[change][0]], CHANGES[change][1])
    kept = rows(archive)
    assert [row[:2] for row in kept] == [(1, 0)]
    assert kept == found_anew(archive)
    assert (kept == before) == (change in ("nothing", "another report", "the address in another outlet"))


def test_every_anchor_of_a_decision_has_its_place(archive: Archive) -> None:
    archive.add([told(), told(outlet="شبكة النهر", url="https://nahr.example/7")], "r1")
    (event,) = archive.events()
    archive.decide("split", event.id, who="a", why="b", other=event.tellings[1])
    archive.rate("شبكة النهر", "B", who="a", why="b")
    kept = rows(archive)
    assert [(decision, place, telling) for decision, place, _, _, telling in kept] == [
        (1, 0, event.tellings[0]),
        (1, 1, event.tellings[1]),
    ]
    assert kept == found_anew(archive)

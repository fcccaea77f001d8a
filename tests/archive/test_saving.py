"""What is put in stays: once, in every version, in every reading."""

from datetime import date
from random import Random

import msgspec
import pytest
from tests.archive.stories import KILLING, told
from tests.world import FAMILIES, planted_world

from tawatur.archive import Archive
from tawatur.archive.saving import storable
from tawatur.fusion.event import Event
from tawatur.fusion.fuse import fuse
from tawatur.fusion.tellings import tellings_of
from tawatur.model.article import Article

READINGS = [reading for planted in planted_world(21, 40) for reading in planted.readings]


def written(events: object) -> list[bytes]:
    assert hasattr(events, "__iter__")
    return sorted(msgspec.json.encode(event) for event in events)


def fresh() -> list[bytes]:
    return written(fuse(one for reading in READINGS for one in tellings_of(reading, FAMILIES)))


def test_the_same_article_twice_is_one(archive: Archive) -> None:
    first, second = archive.add([told()], "r1")[0], archive.add([told()], "r1")[0]
    assert (first.new, second.new) == (True, False)
    assert archive.size() == {"article": 1, "reading": 1, "event": 1, "decision": 0}


def test_one_text_of_two_outlets_is_two_articles_and_one_origin(archive: Archive) -> None:
    archive.add([told(), told(outlet="شبكة النهر", url="https://nahr.example/7")], "r1")
    (event,) = archive.events()
    assert len(event.articles) == 2
    assert len(event.origins) == 1


def test_a_changed_article_is_a_new_version_and_the_old_is_kept(archive: Archive) -> None:
    archive.add([told()], "r1")
    saved = archive.add([told(KILLING.replace("ثلاثة", "خمسة"), killed=5)], "r1")[0]
    assert (saved.new, saved.version) == (True, 2)
    assert len(archive.versions("https://daffa.example/1")) == 2
    (event,) = archive.events()
    assert event.killed
    assert event.killed.best == 5


def test_going_back_to_an_older_text_changes_nothing(archive: Archive) -> None:
    archive.add([told()], "r1")
    archive.add([told(KILLING + " تحديث.", killed=5)], "r1")
    archive.add([told()], "r1")
    (event,) = archive.events()
    assert event.killed
    assert event.killed.best == 5


def test_a_newer_reading_replaces_the_tellings_and_keeps_the_old_reading(archive: Archive) -> None:
    archive.add([told()], "r1")
    archive.add([told(killed=4, incident="n7")], "r2")
    assert archive.size()["reading"] == 2
    (event,) = archive.events()
    assert event.killed
    assert event.killed.best == 4


@pytest.mark.parametrize("seed", range(4))
def test_any_order_and_any_split_into_batches_give_what_a_fresh_run_gives(
    archive: Archive, seed: int
) -> None:
    random, waiting = Random(seed), list(READINGS)
    random.shuffle(waiting)
    while waiting:
        size = random.choice((1, 2, 7, 30))
        archive.add(waiting[:size], "r1")
        waiting = waiting[size:]
    assert written(archive.events()) == fresh()
    archive.refuse_all()
    assert written(archive.events()) == fresh()


def test_taking_a_version_away_gives_what_a_fresh_run_without_it_gives(archive: Archive) -> None:
    archive.add(READINGS, "r1")
    changed = READINGS[1]
    later = msgspec.structs.replace(
        changed, article=msgspec.structs.replace(changed.article, body="نص آخر."), incidents=(), claims=()
    )
    archive.add([later], "r1")
    kept = [one for one in READINGS if one is not changed]
    assert written(archive.events()) == written(fuse(t for one in kept for t in tellings_of(one, FAMILIES)))


def test_an_event_is_found_by_the_id_it_had_before_it_grew(archive: Archive) -> None:
    archive.add([told(url=None)], "r1")
    (before,) = archive.events()
    earlier = told(outlet="أقدم", url=None, published=date(2020, 3, 4))
    same_day = msgspec.structs.replace(earlier, incidents=told().incidents)
    archive.add([same_day], "r1")
    (after,) = archive.events()
    assert after.id != before.id
    assert archive.event(before.id) == after


def test_what_no_database_keeps_is_replaced_before_reading() -> None:
    article = storable(Article(body="قبل\x00بعد\ud800", title="ع\x00"))
    assert article.body == "قبل\ufffdبعد\ufffd"
    assert article.title == "ع\ufffd"


def test_figures_and_claims_survive_the_way_through_the_database(archive: Archive) -> None:
    archive.add([told()], "r1")
    (event,) = archive.events()
    assert isinstance(event, Event)
    assert event.claims[0].chain == ("المرصد المحلي",)
    assert event.claims[0].figures == {"killed": (3, 3)}

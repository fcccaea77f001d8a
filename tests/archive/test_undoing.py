"""Notes change nothing, a decision can be taken back, and reliability is a person's word in the same log."""

import pytest
from tests.archive.stories import KILLING, told

from tawatur.archive import Archive
from tawatur.archive.filters import Filter
from tawatur.model.errors import InputError

OTHER = KILLING.replace("ثلاثة", "أربعة").replace("القصف", "قصف عنيف استهدف سوقا شعبيا")


@pytest.fixture
def two(archive: Archive) -> Archive:
    archive.add([told(), told(OTHER, type="abduction", killed=4, url="https://daffa.example/2")], "r1")
    return archive


def test_a_rejection_is_taken_back_and_brought_again(two: Archive) -> None:
    event = next(two.events())
    two.decide("reject", event.id, who="a", why="wrong")
    two.decide("undo", event.id, who="a", why="a slip", value="1")
    assert two.count() == 2
    assert not two.event(event.id).decided
    two.decide("undo", event.id, who="a", why="no slip", value="2")
    assert two.count() == 1
    assert two.verify() == ()


def test_a_merge_is_taken_back(two: Archive) -> None:
    one, other = (event.id for event in two.events())
    merged = two.decide("merge", one, who="a", why="same", other=other)
    assert two.count() == 1
    two.decide("undo", merged.id, who="a", why="not the same", value="1")
    assert two.count() == 2


def test_a_split_is_taken_back(archive: Archive) -> None:
    archive.add([told(), told(outlet="وكالة", url="https://w.example/1")], "r1")
    event = next(archive.events())
    assert len(event.tellings) == 2
    left = archive.decide("split", event.id, who="a", why="two", other=event.tellings[1])
    assert archive.count() == 2
    archive.decide("undo", left.id, who="a", why="one after all", value="1")
    assert archive.count() == 1


def test_what_was_never_decided_cannot_be_taken_back(two: Archive) -> None:
    event = next(two.events())
    with pytest.raises(InputError, match="no decision 7"):
        two.decide("undo", event.id, who="a", why="b", value="7")


def test_a_note_changes_nothing_but_stands_with_the_event(two: Archive) -> None:
    event = next(two.events())
    noted = two.decide("note", event.id, who="a", why="ask the hospital")
    assert noted.decided == ("#1 note by a: ask the hospital",)
    assert noted.killed == event.killed
    assert two.count(Filter()) == 2


def test_the_latest_reliability_of_a_name_holds(two: Archive) -> None:
    two.rate("المرصد المحلي", "C", who="a", why="often late")
    two.rate("المرصد المحلي", "B", who="b", why="checked forty reports")
    assert two.ratings()["المرصد المحلي"].grade == "B"
    with pytest.raises(InputError, match="no reliability"):
        two.rate("المرصد المحلي", "Z", who="a", why="b")
    assert two.verify() == ()

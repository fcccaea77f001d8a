"""Decisions are appended, shown, chained, and outlive newer readings and fusing again."""

from collections.abc import Callable

import msgspec
import pytest
from sqlalchemy import create_engine, text
from tests.archive.stories import KILLING, told

from tawatur.archive import Archive
from tawatur.archive.filters import Filter
from tawatur.model.errors import ArchiveError, InputError

OTHER = KILLING.replace("ثلاثة", "أربعة").replace("القصف", "قصف عنيف استهدف سوقا شعبيا")
Opener = Callable[[], Archive]


@pytest.fixture
def two(archive: Archive) -> Archive:
    """An archive with two events that machines hold apart: of types that are not related."""
    archive.add([told(), told(OTHER, type="abduction", killed=4, url="https://daffa.example/2")], "r1")
    assert archive.count() == 2
    return archive


def ids(archive: Archive) -> tuple[str, str]:
    by_type = {event.type: event.id for event in archive.events()}
    return by_type["shelling"], by_type["abduction"]


def test_a_correction_shows_its_author_and_keeps_what_was_given(two: Archive) -> None:
    shelling, _ = ids(two)
    event = two.decide("correct", shelling, who="سلمى", why="قائمة المشفى", field="killed", value="6")
    assert event.killed
    assert (event.killed.low, event.killed.best, event.killed.high) == (3, 6, 6)
    assert event.killed.rule == "corrected by سلمى: قائمة المشفى"
    assert [one.value for one in event.killed.given] == ["3"]
    assert two.count(Filter(killed=6)) == 1


def test_a_correction_of_day_and_place(two: Archive) -> None:
    shelling, _ = ids(two)
    two.decide("correct", shelling, who="a", why="b", field="date", value="2020-03-01/2020-03-02")
    event = two.decide("correct", shelling, who="a", why="b", field="place", value="سراقب@35.86,36.80")
    assert (str(event.earliest), str(event.latest)) == ("2020-03-01", "2020-03-02")
    assert event.place
    assert (event.place.name, event.place.lat) == ("سراقب", 35.86)


def test_rejecting_hides_and_confirming_brings_back(two: Archive) -> None:
    shelling, _ = ids(two)
    two.decide("reject", shelling, who="a", why="a duplicate of nothing")
    assert two.count() == 1
    assert two.count(Filter(rejected=True)) == 2
    two.decide("confirm", shelling, who="b", why="it was right")
    assert two.count() == 2


def test_a_person_may_overrule_the_standing(two: Archive) -> None:
    shelling, _ = ids(two)
    event = two.decide("overrule", shelling, who="a", why="court ruling", value="confirmed")
    assert (event.standing.grade, event.standing.computed) == ("confirmed", "single")
    assert event.standing.overruled_by == "a"


def test_merge_then_split_and_all_is_kept(two: Archive) -> None:
    shelling, abduction = ids(two)
    merged = two.decide("merge", shelling, who="a", why="one raid", other=abduction)
    assert len(merged.tellings) == 2
    assert two.count() == 1
    left = two.decide("split", merged.id, who="b", why="two raids", other=merged.tellings[1])
    assert len(left.tellings) == 1
    assert two.count() == 2
    told_of = [line.what for line in two.history(left.id)]
    assert [what for what in told_of if what != "read"] == ["merge", "split"]


def test_splitting_holds_against_likeness(archive: Archive) -> None:
    archive.add([told(), told(outlet="شبكة النهر", url="https://nahr.example/7")], "r1")
    (event,) = archive.events()
    archive.decide("split", event.id, who="a", why="another day", other=event.tellings[0])
    assert archive.count() == 2
    archive.refuse_all()
    assert archive.count() == 2


@pytest.mark.parametrize("what", ["correct", "merge", "overrule", "reject"])
def test_a_decision_outlives_a_newer_reading_and_fusing_again(two: Archive, what: str) -> None:
    shelling, abduction = ids(two)
    more = {
        "correct": {"field": "killed", "value": "9"},
        "merge": {"other": abduction},
        "overrule": {"value": "refuted"},
    }
    two.decide(what, shelling, who="a", why="b", **more.get(what, {}))
    before = [state(event) for event in two.events(Filter(rejected=True))]
    two.add(
        [
            told(incident="n3"),
            told(OTHER, type="abduction", killed=4, url="https://daffa.example/2", incident="n9"),
        ],
        "r2",
    )
    assert sorted(state(event) for event in two.events(Filter(rejected=True))) == sorted(before)
    two.refuse_all()
    assert sorted(state(event) for event in two.events(Filter(rejected=True))) == sorted(before)


def state(event: object) -> tuple[object, ...]:
    fields = msgspec.to_builtins(event)
    return (
        fields["standing"]["grade"],
        fields["rejected"],
        fields["killed"]["best"],
        len(fields["tellings"]),
    )


def test_a_decision_follows_a_corrected_text_of_the_same_address(archive: Archive) -> None:
    archive.add([told()], "r1")
    (event,) = archive.events()
    archive.decide("overrule", event.id, who="a", why="b", value="confirmed")
    archive.add([told(KILLING + " تم التحديث.", incident="z1")], "r1")
    (event,) = archive.events()
    assert event.standing.grade == "confirmed"


def test_any_past_state_can_be_shown(two: Archive) -> None:
    shelling, _ = ids(two)
    moments = [two.history()[-1].at]
    two.decide("overrule", shelling, who="a", why="b", value="confirmed")
    moments.append(two.history()[-1].at)
    two.decide("overrule", shelling, who="a", why="b", value="refuted")
    grades = [{e.id: e.standing.grade for e in two.at(moment)}[shelling] for moment in moments]
    assert grades == ["single", "confirmed"]
    assert two.at("2001-01-01") == ()


@pytest.mark.parametrize(
    ("what", "more", "line"),
    [
        ("correct", {"field": "colour", "value": "x"}, "cannot be corrected"),
        ("correct", {"field": "killed", "value": "many"}, "not a number"),
        ("correct", {"field": "date", "value": "yesterday"}, "not a day"),
        ("overrule", {"value": "true"}, "no standing"),
        ("split", {"other": "zzz"}, "no telling"),
        ("merge", {}, "needs the other event"),
        ("shrug", {}, "no decision"),
    ],
)
def test_a_wrong_decision_is_one_clear_line(two: Archive, what: str, more: dict[str, str], line: str) -> None:
    with pytest.raises(InputError, match=line):
        two.decide(what, ids(two)[0], who="a", why="b", **more)
    assert two.size()["decision"] == 0


def test_a_decision_needs_its_author_and_reason(two: Archive) -> None:
    with pytest.raises(InputError, match="who made it and why"):
        two.decide("reject", ids(two)[0], who="a", why=" ")


def test_there_is_no_such_event(two: Archive) -> None:
    with pytest.raises(ArchiveError, match="no event e0"):
        two.event("e0")


def test_nothing_put_in_can_be_changed(two: Archive, where: str) -> None:
    two.decide("reject", ids(two)[0], who="a", why="b")
    two.close()
    engine = create_engine(
        where.replace("postgresql://", "postgresql+psycopg://") if "://" in where else f"sqlite:///{where}"
    )
    for table in ("article", "reading", "decision"):
        for change in (f"update {table} set seq = seq", f"delete from {table}"):
            with pytest.raises(Exception, match="append-only"), engine.begin() as connection:
                connection.execute(text(change))


def test_verify_finds_what_was_altered_behind_its_back(tmp_path_factory: pytest.TempPathFactory) -> None:
    where = str(tmp_path_factory.mktemp("verify") / "a.sqlite")
    archive = Archive(where, {})
    archive.add([told()], "r1")
    (event,) = archive.events()
    for value in ("confirmed", "refuted", "single"):
        archive.decide("overrule", event.id, who="a", why="b", value=value)
    assert archive.verify() == ()
    with create_engine(f"sqlite:///{where}").begin() as connection:
        for table in ("article", "decision"):
            connection.execute(text(f"drop trigger {table}_no_update"))
            connection.execute(text(f"drop trigger {table}_no_delete"))
        connection.execute(text("update article set body = replace(body, 'ثلاثة', 'تسعة')"))
        connection.execute(text("update decision set why = 'c' where seq = 2"))
        connection.execute(text("delete from decision where seq = 1"))
    faults = "\n".join(archive.verify())
    assert "its text or heading was altered" in faults
    assert "decision 1 is missing" in faults
    assert "decision 2 was altered" in faults

"""What is summed up of outlets and speakers is what a plain look at every event gives, whatever happened before."""

from collections import Counter
from collections.abc import Iterator

import pytest
from sqlalchemy import Table, select
from tests.archive.stories import told
from tests.world import planted_world

from tawatur.archive import Archive
from tawatur.archive.tables import voice_copies, voice_reports, voices
from tawatur.archive.voices import numbered
from tawatur.fusion.event import Event

WORLD = planted_world(31, 14)
Key = tuple[str, str]


@pytest.fixture
def lively(archive: Archive) -> Archive:
    """An archive that was read, read again, decided about, and decided otherwise."""
    for planted in WORLD:
        archive.add(planted.readings, "r1")
    first, second, third, *_ = archive.events()
    archive.decide("reject", first.id, who="a", why="b")
    archive.decide("reject", second.id, who="a", why="b")
    archive.decide("undo", second.id, who="a", why="b", value="2")
    archive.decide("merge", third.id, who="a", why="b", other=second.id)
    archive.add(WORLD[0].readings, "r2")
    return archive


def rows(archive: Archive, table: Table) -> dict[tuple[object, ...], tuple[int, ...]]:
    keys = len(table.primary_key.columns)
    found = archive.ask(lambda connection: connection.execute(select(table)).all())
    return {tuple(row[:keys]): tuple(row[keys:]) for row in found}


def heard(event: Event) -> Iterator[tuple[Key, set[str], tuple[bool, bool, bool], set[Key]]]:
    """Every outlet and speaker of an event with its reports, what it was there, and who passed on whose words."""
    clashing = {given.origin for one in event.differences if one.contradiction for given in one.given}
    for outlet in set(event.outlets) - {""}:
        origins = [one for one in event.origins if outlet in one.outlets]
        yield (
            ("outlet", outlet),
            {claim.article for claim in event.claims if claim.outlet == outlet},
            (
                len(event.outlets) == 1,
                bool({one.name for one in origins} & clashing),
                bool(origins) and all(one.denies for one in origins),
            ),
            {(outlet, one.name) for one in origins} - {(outlet, outlet)},
        )
    for name in {name for claim in event.claims for name in claim.chain}:
        claims = [claim for claim in event.claims if name in claim.chain]
        denies = {claim.stance for claim in claims} == {"denies"}
        yield (
            ("speaker", name),
            {claim.article for claim in claims},
            (len(event.origins) == 1, name in clashing, denies),
            {(claim.outlet, name) for claim in claims if claim.outlet},
        )


def test_sums_are_what_the_events_say(lively: Archive) -> None:
    told, reports, copies = Counter[object](), Counter[object](), Counter[object]()
    for event in lively.events():
        for (kind, name), articles, what, passed in heard(event):
            told[kind, name, "events"] += 1
            for count, holds in zip(("alone", "contradicted", "denies"), what, strict=True):
                told[kind, name, count] += holds
            reports.update((kind, name, numbered(article)) for article in articles)
            copies.update((kind, by, whose) for by, whose in passed)
    assert {key: n for key, (n,) in rows(lively, voice_reports).items()} == reports
    assert {key: n for key, (n,) in rows(lively, voice_copies).items()} == copies
    names = {key[:2] for key in told}  # type: ignore[index]
    counts = ("events", "alone", "contradicted", "denies")
    assert rows(lively, voices) == {key: tuple(told[*key, count] for count in counts) for key in names}


def test_fusing_everything_anew_changes_no_sum(lively: Archive) -> None:
    before = [rows(lively, table) for table in (voices, voice_reports, voice_copies)]
    lively.refuse_all()
    assert [rows(lively, table) for table in (voices, voice_reports, voice_copies)] == before


def test_nobody_is_left_of_whom_every_event_is_rejected(archive: Archive) -> None:
    archive.add([told()], "r1")
    assert all(rows(archive, table) for table in (voices, voice_reports, voice_copies))
    archive.decide("reject", next(archive.events()).id, who="a", why="b")
    assert not any(rows(archive, table) for table in (voices, voice_reports, voice_copies))

"""An archive of an older program is brought to today's shape and answers as one that was made today."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, MetaData, Table, insert, select, text
from tests.world import FAMILIES, planted_world

from tawatur.archive import Archive
from tawatur.archive.engine import open_engine, writing
from tawatur.archive.event_rows import SETS, SHARED
from tawatur.archive.filters import Filter
from tawatur.archive.name_sets import named
from tawatur.archive.schema import KNOWN, MIGRATIONS, NEWEST
from tawatur.archive.tables import (
    anchored,
    event_keys,
    events,
    metadata,
    telling_keys,
    voice_copies,
    voice_reports,
    voices,
)
from tawatur.archive.text_index import ARTICLES, EVENTS

Opener = Callable[[], Archive]
WORLD = planted_world(17, 40)
PLACE = WORLD[3].truth.place
OLDER = KNOWN[:-1]


@pytest.fixture(scope="module")
def todays(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    archive = Archive(str(tmp_path_factory.mktemp("migrations") / "today.sqlite"), FAMILIES)
    archive.add([reading for planted in WORLD for reading in planted.readings], "r1")
    archive.decide("reject", next(archive.events()).id, who="a", why="b")
    return archive


def make_as(version: str, where: str, todays: Archive) -> None:
    """An archive of an older format with all that today's holds and the older one has room for."""
    engine = open_engine(where)
    with writing(engine, where) as connection:
        config = Config()
        config.set_main_option("script_location", str(MIGRATIONS))
        config.attributes["connection"] = connection
        command.upgrade(config, version)
        shape = MetaData()
        shape.reflect(connection)
        with todays._engine.connect() as source:
            for table in shape.sorted_tables:
                if table.name in metadata.tables:
                    rows = source.execute(select(table)).mappings()
                    if found := [dict(row) for row in rows]:
                        connection.execute(insert(table), found)
            _copy_words(source, connection)
        if connection.dialect.name == "postgresql":
            _count_on(connection, shape)
    engine.dispose()


def _copy_words(source: Connection, into: Connection) -> None:
    column = "number" if into.dialect.name == "postgresql" else "rowid"
    for name in (ARTICLES, EVENTS):
        for number, words in source.execute(text(f"select rowid, words from {name}")):
            statement = text(f"insert into {name} ({column}, words) values (:number, :words)")
            into.execute(statement, {"number": number, "words": words})


def _count_on(connection: Connection, shape: MetaData) -> None:
    """Rows that were copied with their numbers leave the counters of PostgreSQL behind."""
    known = (("article", "seq"), ("reading", "seq"), ("event", "number"), ("name_set", "number"))
    counters = [(table, column) for table, column in known if table in shape.tables]
    for table, column in counters:
        newest = f"(select max({column}) from {table})"
        connection.execute(text(f"select setval(pg_get_serial_sequence('{table}', '{column}'), {newest})"))


def sets_of(archive: Archive) -> dict[str, tuple[Any, ...]]:
    """The sets of names of each event."""
    columns = [events.c[column] for column in SHARED]

    def asked(connection: Any) -> dict[str, tuple[Any, ...]]:
        rows = connection.execute(select(events.c.id, *columns)).all()
        names = named(connection, {number for _, *numbers in rows for number in numbers if number}, {})
        return {id: tuple(number and names[number] for number in numbers) for id, *numbers in rows}

    return archive.ask(asked)


def rows_of(archive: Archive, table: Table) -> set[tuple[Any, ...]]:
    """All rows of a table, at least one."""
    found = {tuple(row) for row in archive.ask(lambda connection: connection.execute(select(table)).all())}
    assert found
    return found


@pytest.mark.parametrize("version", OLDER)
def test_an_older_archive_becomes_todays(where: str, opened: Opener, todays: Archive, version: str) -> None:
    make_as(version, where, todays)
    upgraded = opened()
    assert list(upgraded.events()) == list(todays.events())
    assert sets_of(upgraded) == sets_of(todays)
    assert upgraded.count(Filter(text="مرصد الشمال")) == todays.count(Filter(text="مرصد الشمال")) > 0
    assert {one.key for one in upgraded.search(PLACE)} == {one.key for one in todays.search(PLACE)} != set()
    assert rows_of(upgraded, telling_keys) == rows_of(todays, telling_keys)
    for table in (anchored, voices, voice_reports, voice_copies):
        assert rows_of(upgraded, table) == rows_of(todays, table)
    assert opened().count() == todays.count()


@pytest.mark.parametrize("version", OLDER)
def test_an_upgraded_archive_grows_and_is_fused_anew(
    where: str, opened: Opener, todays: Archive, version: str
) -> None:
    make_as(version, where, todays)
    upgraded = opened()
    upgraded.add([planted_world(18, 1)[0].readings[0]], "r1")
    assert upgraded.count() == todays.count() + 1
    before = sets_of(upgraded)
    upgraded.refuse_all()
    assert sets_of(upgraded) == before


def test_the_newest_format_is_the_last_that_is_known() -> None:
    files = {path.read_text("utf-8").split('revision = "')[1][:4] for path in _steps()}
    assert files == set(KNOWN)
    assert max(files) == NEWEST


def _steps() -> list[Path]:
    return [path for path in (MIGRATIONS / "versions").glob("*.py") if path.name != "__init__.py"]


def test_the_names_of_an_event_are_its_keys(todays: Archive) -> None:
    keys: dict[str, set[str]] = {}
    query = select(events.c.id, event_keys.c.value).join(events, events.c.number == event_keys.c.event)
    for id, value in todays.ask(lambda c: c.execute(query.where(event_keys.c.kind != "article")).all()):
        keys.setdefault(id, set()).add(value)
    assert {
        id: {name for names in sets[: len(SETS)] if names for name in names}
        for id, sets in sets_of(todays).items()
    } == keys

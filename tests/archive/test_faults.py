"""Killed, doubled, full, locked, newer, foreign: clear lines, and nothing lost."""

import os
import resource
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from random import Random

import msgspec
import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import create_engine, text
from tests.archive.stories import told
from tests.world import FAMILIES, planted_world

from tawatur.archive import Archive, engine
from tawatur.archive.tables import metadata
from tawatur.fusion.fuse import fuse
from tawatur.fusion.tellings import tellings_of
from tawatur.model.errors import ArchiveError

SEED, COUNT, KILLS = 31, 120, 50
READINGS = [reading for planted in planted_world(SEED, COUNT) for reading in planted.readings]
Opener = Callable[[], Archive]
ROOT = Path(__file__).parents[2]


def start(where: str, batch: int, **more: object) -> "subprocess.Popen[str]":
    command = [sys.executable, "-m", "tests.archive.ingest_planted", where, str(SEED), str(COUNT), str(batch)]
    environment = {**os.environ, "PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'src'}"}
    return subprocess.Popen(  # type: ignore[call-overload, no-any-return]
        command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, **more
    )


def expected() -> list[bytes]:
    events = fuse(one for reading in READINGS for one in tellings_of(reading, FAMILIES))
    return sorted(msgspec.json.encode(event) for event in events)


def assert_whole(archive: Archive) -> None:
    """Every article once, the events those of a fresh run, the archive intact (planted spans apart)."""
    assert archive.size()["article"] == len(READINGS)
    assert archive.size()["reading"] == len(READINGS)
    assert sorted(msgspec.json.encode(event) for event in archive.events()) == expected()
    assert [fault for fault in archive.verify() if "does not stand" not in fault] == []


def test_killed_fifty_times_and_resumed_loses_nothing(opened: Opener, where: str) -> None:
    random = Random(1)
    left = []
    for _ in range(KILLS):
        process = start(where, batch=1)
        line = process.stdout.readline()  # type: ignore[union-attr]
        left.append(int(line))
        time.sleep(random.uniform(0.0, 0.12))
        process.send_signal(signal.SIGKILL)
        process.wait()
    assert left == sorted(left, reverse=True)
    assert left[-1] < left[0]
    assert start(where, batch=40).wait() == 0
    assert_whole(opened())


def test_two_processes_at_once(opened: Opener, where: str) -> None:
    opened()
    both = [start(where, batch=size) for size in (2, 3)]
    for process in both:
        _, errors = process.communicate()
        assert process.returncode == 0, errors
    assert_whole(opened())


def test_a_full_disk_is_one_clear_line_and_a_later_run_goes_on(tmp_path: Path) -> None:
    where = str(tmp_path / "a.sqlite")
    Archive(where, FAMILIES).close()

    def little_room() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (400_000, 400_000))
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)

    process = start(where, batch=10, preexec_fn=little_room)
    _, errors = process.communicate()
    assert process.returncode != 0
    assert "ArchiveError" in errors
    assert "disk" in errors.splitlines()[-1]
    assert start(where, batch=40).wait() == 0
    assert_whole(Archive(where, FAMILIES))


def test_a_locked_database_is_one_clear_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "WAIT_FOR_LOCK", 0.1)
    where = str(tmp_path / "a.sqlite")
    archive = Archive(where, FAMILIES)
    holder = sqlite3.connect(where, isolation_level=None)
    holder.execute("begin immediate")
    with pytest.raises(ArchiveError, match="is locked by another program"):
        archive.add([told()], "r1")
    assert archive.size()["article"] == 0
    holder.execute("rollback")
    archive.add([told()], "r1")
    assert archive.size()["article"] == 1


def test_a_newer_archive_is_left_alone(opened: Opener, where: str) -> None:
    opened().add([told()], "r1")
    url = where.replace("postgresql://", "postgresql+psycopg://") if "://" in where else f"sqlite:///{where}"
    with create_engine(url).begin() as connection:
        connection.execute(text("update alembic_version set version_num = '0999'"))
    with pytest.raises(ArchiveError, match=r"written by a newer tawatur \(format 0999\)"):
        opened()


def test_another_programs_database_is_left_alone(tmp_path: Path) -> None:
    where = tmp_path / "other.sqlite"
    with sqlite3.connect(where) as other:
        other.execute("create table kitchen (spoons integer)")
    before = where.read_bytes()
    with pytest.raises(ArchiveError, match="not an archive of tawatur"):
        Archive(str(where), FAMILIES)
    assert where.read_bytes()[100:] == before[100:]


def test_a_file_that_is_no_database(tmp_path: Path) -> None:
    where = tmp_path / "letter.txt"
    where.write_text("مرحبا " * 100)
    with pytest.raises(ArchiveError, match="is not an archive"):
        Archive(str(where), FAMILIES)


@pytest.mark.parametrize(
    ("where", "line"),
    [
        ("/proc/nowhere/a.sqlite", "No such file or directory"),
        ("/dev/null/a.sqlite", "Not a directory|File exists"),
        ("oracle://x/y", "not an archive"),
        ("postgresql://nobody@127.0.0.1:1/none", "cannot be reached"),
    ],
)
def test_an_address_that_cannot_be(where: str, line: str) -> None:
    with pytest.raises(ArchiveError, match=line):
        Archive(where, FAMILIES)


def test_the_migrations_make_the_tables_that_the_program_knows(archive: Archive) -> None:
    with archive._engine.connect() as connection:
        found = compare_metadata(
            MigrationContext.configure(
                connection,
                opts={"include_name": lambda name, kind, parents: kind != "table" or name in metadata.tables},
            ),
            metadata,
        )
    assert found == []

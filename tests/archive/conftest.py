"""Every test of the archive runs over SQLite and, where one is given, over PostgreSQL."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from uuid import uuid4

import pytest
from sqlalchemy import create_engine, text
from tests.world import FAMILIES

from tawatur.archive import Archive

POSTGRES = os.environ.get("TAWATUR_TEST_POSTGRES", "")
Opener = Callable[[], Archive]


@pytest.fixture(params=["sqlite", "postgresql"])
def where(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of an empty archive."""
    if request.param == "sqlite":
        yield str(tmp_path / "archive.sqlite")
        return
    if not POSTGRES:
        pytest.skip('no PostgreSQL: eval "$(scripts/postgres-for-tests.sh)" gives TAWATUR_TEST_POSTGRES')
    yield from _database()


def _database() -> Iterator[str]:
    name = f"tawatur_{uuid4().hex[:12]}"
    driver = POSTGRES.replace("postgresql://", "postgresql+psycopg://")
    engine = create_engine(driver, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(f"create database {name}"))
    yield f"{POSTGRES.rpartition('/')[0]}/{name}"
    with engine.connect() as connection:
        connection.execute(text(f"drop database {name} with (force)"))
    engine.dispose()


@pytest.fixture
def opened(where: str) -> Iterator[Opener]:
    """Opens the archive, as often as wanted; all are closed at the end."""
    archives: list[Archive] = []

    def open_it() -> Archive:
        archives.append(Archive(where, FAMILIES))
        return archives[-1]

    yield open_it
    for archive in archives:
        archive.close()


@pytest.fixture
def archive(opened: Opener) -> Archive:
    return opened()

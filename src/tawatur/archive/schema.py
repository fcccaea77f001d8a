"""Bringing a database to the shape that this program knows, step by step; never backwards."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, Engine, inspect, text

from ..model.errors import ArchiveError
from .engine import reading, shown, writing

KNOWN = ("0001", "0002", "0003", "0004", "0005", "0006", "0007")
NEWEST = KNOWN[-1]
MIGRATIONS = Path(__file__).parent / "migrations"


def prepare(engine: Engine, where: str) -> None:
    """Make or upgrade the tables; ``ArchiveError`` for a database that a newer program made."""
    with reading(engine, where) as connection:
        state = _state(connection, where)
    if state == NEWEST:
        return
    with writing(engine, where) as connection:
        if _state(connection, where) != NEWEST:
            config = Config()
            config.set_main_option("script_location", str(MIGRATIONS))
            config.attributes["connection"] = connection
            command.upgrade(config, "head")


def _state(connection: Connection, where: str) -> str | None:
    names = inspect(connection).get_table_names()
    if "alembic_version" not in names:
        if "article" in names or (names and connection.dialect.name == "sqlite"):
            raise ArchiveError(f"{shown(where)} is a database, but not an archive of tawatur")
        return None
    state: str | None = connection.execute(text("select version_num from alembic_version")).scalar()
    if state not in (*KNOWN, None):
        raise ArchiveError(
            f"{shown(where)} was written by a newer tawatur (format {state}); update the program"
        )
    return state

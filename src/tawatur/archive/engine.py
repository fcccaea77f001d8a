"""Opening the database: SQLite in WAL mode or PostgreSQL by URL; its faults become clear lines."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from platformdirs import user_data_path
from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, DatabaseError, InterfaceError, NoSuchModuleError, OperationalError

from ..model.errors import ArchiveError

WAIT_FOR_LOCK = 30
KB_TO_READ, KB_TO_WRITE = 16_384, 65_536
_MENDS = (
    ("database is locked", "is locked by another program; wait for it to end and try again"),
    ("disk is full", "cannot grow: the disk is full; nothing was lost, free some space and run again"),
    ("disk i/o error", "cannot be written: the disk fails or is full; nothing was lost"),
    ("readonly database", "may only be read; check its permissions"),
    ("unable to open", "cannot be opened; check that the folder exists and may be written"),
    ("not a database", "is not an archive"),
    ("malformed", "is damaged; restore it from a copy"),
    ("no space left", "cannot grow: the disk of the database server is full; nothing was lost"),
    ("connection refused", "cannot be reached; check that the database server runs"),
    ("could not translate", "cannot be reached; check the name of the database server"),
    ("authentication failed", "refuses the user name or password"),
    ("does not exist", "does not exist on the database server; create it with createdb"),
    ("append-only", "keeps articles, readings and decisions for ever; they are never changed"),
)


def default_url() -> str:
    """The archive in the user's data folder (``TAWATUR_ARCHIVE`` or ``TAWATUR_HOME`` say otherwise)."""
    told = os.environ.get("TAWATUR_ARCHIVE")
    if told:
        return told
    home = os.environ.get("TAWATUR_HOME")
    return str((Path(home) if home else user_data_path("tawatur")) / "archive.sqlite")


def open_engine(where: str) -> Engine:
    """An engine for a file or a database URL."""
    url = _url(where)
    try:
        if url.startswith("sqlite:"):
            return _sqlite(url)
        if not url.startswith("postgresql+psycopg:"):
            raise ArchiveError(f"{where}: not an archive; wanted a file or postgresql://host/name")
        return create_engine(url, pool_pre_ping=True, connect_args={"connect_timeout": WAIT_FOR_LOCK})
    except (ArgumentError, NoSuchModuleError):
        raise ArchiveError(f"{where}: not an archive; wanted a file or postgresql://host/name") from None
    except ModuleNotFoundError:
        raise ArchiveError("PostgreSQL needs its driver: pip install 'tawatur[postgres]'") from None


def _url(where: str) -> str:
    if "://" not in where:
        return f"sqlite:///{Path(where).expanduser().resolve()}"
    for name in ("postgresql://", "postgres://"):
        if where.startswith(name):
            return "postgresql+psycopg://" + where.removeprefix(name)
    return where


def _sqlite(url: str) -> Engine:
    file = make_url(url).database
    if file and file != ":memory:":
        try:
            Path(file).parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise ArchiveError(f"{file}: {error.strerror or error}") from None
    engine = create_engine(url, connect_args={"timeout": WAIT_FOR_LOCK})
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def _prepare(connection: Any, record: Any) -> None:
    connection.isolation_level = None
    for pragma in (
        "journal_mode = WAL",
        "synchronous = NORMAL",
        "foreign_keys = ON",
        "temp_store = MEMORY",
    ):
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: Connection) -> None:
    # The lock is taken at once, so that what was read stays true until it is written.
    reads = bool(connection.get_execution_options().get("reads"))
    connection.exec_driver_sql(f"PRAGMA cache_size = {-(KB_TO_READ if reads else KB_TO_WRITE)}")
    connection.exec_driver_sql(f"BEGIN {'DEFERRED' if reads else 'IMMEDIATE'}")


@contextmanager
def clear_errors(where: str) -> Iterator[None]:
    """Faults of the database as ``ArchiveError``, one line each; anything unknown keeps its own words."""
    try:
        yield
    except (OperationalError, InterfaceError, DatabaseError) as error:
        raise ArchiveError(f"the archive {shown(where)} {_mend(str(error.orig))}") from error


def _mend(words: str) -> str:
    lowered = words.lower()
    return next((mend for sign, mend in _MENDS if sign in lowered), f"fails: {words.splitlines()[0]}")


def shown(where: str) -> str:
    """An address without its password."""
    return make_url(where).render_as_string(hide_password=True) if "://" in where else where


@contextmanager
def reading(engine: Engine, where: str) -> Iterator[Connection]:
    """A connection that only reads, on one consistent state."""
    with clear_errors(where), engine.connect().execution_options(reads=True) as connection:
        yield connection


@contextmanager
def writing(engine: Engine, where: str) -> Iterator[Connection]:
    """A transaction that writes, one at a time over all processes; all of it or nothing."""
    with clear_errors(where), engine.begin() as connection:
        if connection.dialect.name == "postgresql":
            connection.execute(text("select pg_advisory_xact_lock(746177)"))
        yield connection

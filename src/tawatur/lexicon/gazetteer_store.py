"""The compiled gazetteer: one SQLite file in the user's folder, written once and only read after that."""

import os
import sqlite3
from collections.abc import Iterable, Sequence
from contextlib import closing, suppress
from pathlib import Path
from uuid import uuid4

import platformdirs

from .gazetteer_merge import Merger
from .gazetteer_rows import Candidate, folded_keys
from .gazetteer_sources import (
    data_folder,
    fingerprint,
    generic_nouns,
    geonames_file,
    own_files,
    read_geonames,
    read_import,
    read_own,
)

_TABLES = """
create table place (id text primary key, name text, names text, lat real, lon real, country text, level text,
    division1 text, division2 text, population integer, source text) without rowid;
create table named (first text, words text, place text, primary key (first, words, place)) without rowid;
"""


def tawatur_home() -> Path:
    """The user's folder for imported places and compiled stores: TAWATUR_HOME, or the system's usual one."""
    given = os.environ.get("TAWATUR_HOME")
    return Path(given) if given else Path(platformdirs.user_data_dir("tawatur"))


def imported_files(home: Path) -> list[Path]:
    """The place files that the user imported."""
    return sorted((home / "places").glob("*.tsv")) + sorted((home / "places").glob("*.txt"))


def open_store(home: Path, folders: Sequence[Path]) -> sqlite3.Connection:
    """Open the compiled store, compiled anew when a source changed; in memory on a read-only disk."""
    own, imports = own_files(folders), imported_files(home)
    mark = fingerprint([*own, geonames_file(), *imports])
    path = home / "cache" / f"gazetteer-{mark[:20]}.sqlite"
    if not path.exists():
        memory = _compiled(own, imports)
        if not _saved(memory, path):
            return memory
        memory.close()
        _clear_old(path)
    try:
        return sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True, check_same_thread=False)
    except sqlite3.OperationalError:
        return _compiled(own, imports)


def _compiled(own: Sequence[Path], imports: Sequence[Path]) -> sqlite3.Connection:
    generic = generic_nouns(data_folder())
    merger = Merger(generic)
    for path in own:
        for place, code in read_own(path):
            merger.add_own(place, code)
    for place in read_geonames(geonames_file()):
        merger.add_coded(place)
    for path in imports:
        merger.add_table(read_import(path))
    store = sqlite3.connect(":memory:", check_same_thread=False)
    _fill(store, merger.places(), generic)
    return store


def _fill(store: sqlite3.Connection, places: Iterable[Candidate], generic: frozenset[str]) -> None:
    store.executescript(_TABLES)
    for place in places:
        store.execute("insert into place values (?,?,?,?,?,?,?,?,?,?,?)", _columns(place))
        keys = folded_keys(place.names_ar, generic)
        rows = [(key.partition(" ")[0], key, place.id) for key in keys]
        store.executemany("insert or ignore into named values (?,?,?)", rows)
    store.commit()


def _columns(place: Candidate) -> tuple[object, ...]:
    return (
        place.id,
        place.name,
        "|".join(place.names_ar),
        place.lat,
        place.lon,
        place.country,
        place.level,
        place.division1,
        place.division2,
        place.population,
        place.source,
    )


def _saved(memory: sqlite3.Connection, path: Path) -> bool:
    """Write beside the path and rename, so that two processes may compile at once."""
    temporary = path.with_name(f".{uuid4().hex}.tmp")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with closing(sqlite3.connect(temporary)) as disk:
            memory.backup(disk)
        os.replace(temporary, path)
    except (OSError, sqlite3.Error):
        with suppress(OSError):
            temporary.unlink()
        return False
    return True


def _clear_old(path: Path) -> None:
    for other in path.parent.glob("gazetteer-*.sqlite"):
        if other != path:
            with suppress(OSError):
                other.unlink()

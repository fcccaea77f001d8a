"""The gazetteer: which places a folded name may mean, and what contains them."""

import os
import re
import shutil
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from ..model.errors import InputError
from ..text import fold_phrase
from .gazetteer_import import read_places
from .gazetteer_rows import Candidate
from .gazetteer_sources import data_folder, generic_nouns
from .gazetteer_store import open_store, tawatur_home
from .morphology import Analysis

_CACHED_WORDS = 20_000
_CACHED_PLACES = 20_000
_LEVEL_WEIGHT = {
    "country": 12.0,
    "division1": 7.5,
    "town": 6.0,
    "division2": 5.0,
    "camp": 4.0,
    "feature": 3.5,
    "region": 3.5,
    "site": 3.5,
    "quarter": 2.5,
}


class PlaceName(NamedTuple):
    """A folded name of one or more words, and the places that bear it."""

    words: tuple[str, ...]
    ids: tuple[str, ...]


class Reading(NamedTuple):
    """A word with ``cut`` letters of clitics taken off, and the names that start with the rest.

    ``names`` are kept by their second word ("" where there is none).
    """

    proclitics: str
    cut: int
    names: dict[str, list[PlaceName]]


class Gazetteer:
    """Names to places, read from a compiled store; safe to pickle and to use after a fork.

    ``starting`` gives the names whose first word is the one given, ``place`` the place of an id, ``ranked``
    the places of several ids, the most prominent first, and ``containers`` the places that contain one,
    smallest first; all four remember what they gave. ``folders`` hold curated place files, ``*.tsv`` (the
    built-in folder by default); ``home`` is the user's folder with imports and the compiled store.
    """

    def __init__(self, home: Path | None = None, folders: Sequence[Path] = ()) -> None:
        self.home = home or tawatur_home()
        self.folders = tuple(folders) or (data_folder() / "places",)
        self._process = 0
        self._readings: dict[str, tuple[Reading, ...]] = {}
        self._store: sqlite3.Connection | None = None
        self.starting: Callable[[str], tuple[PlaceName, ...]] = lru_cache(_CACHED_WORDS)(self._starting)
        self.place: Callable[[str], Candidate | None] = lru_cache(_CACHED_PLACES)(self._place)
        self.ranked: Callable[[tuple[str, ...]], tuple[Candidate, ...]] = lru_cache(_CACHED_WORDS)(
            self.places
        )
        self.containers: Callable[[str], tuple[Candidate, ...]] = lru_cache(_CACHED_PLACES)(self._containers)

    def __reduce__(self) -> tuple[type["Gazetteer"], tuple[Path, tuple[Path, ...]]]:
        return Gazetteer, (self.home, self.folders)

    def readings(self, form: str, cuts: Callable[[str], Iterable[Analysis]]) -> tuple[Reading, ...]:
        """The names that may start at this folded word, for each way to cut clitics from it; remembered."""
        if (known := self._readings.get(form)) is None:
            if len(self._readings) > _CACHED_WORDS:
                self._readings.clear()
            known = tuple(self._read(cuts(form)))
            if not known and form.endswith("ا"):  # many write no hamza at the end
                known = tuple(self._read(cuts(f"{form}ء")))
            self._readings[form] = known
        return known

    def _read(self, cuts: Iterable[Analysis]) -> Iterator[Reading]:
        for cut in cuts:
            if not cut.enclitic and len(cut.base) > 1 and (names := self.starting(cut.base)):
                yield Reading(cut.proclitics, cut.cut, _by_second(names))

    def candidates(self, name: str) -> tuple[Candidate, ...]:
        """The places that bear this folded name, the most prominent first."""
        for names in self.starting(name.partition(" ")[0]):
            if " ".join(names.words) == name:
                return self.ranked(names.ids)
        return ()

    def article_twins(self, name: str) -> tuple[Candidate, ...]:
        """The places whose name differs from this folded one only by the article."""
        return next((found for form in _with_article(name)[1:] if (found := self.candidates(form))), ())

    def places(self, ids: Sequence[str]) -> tuple[Candidate, ...]:
        """The places of these ids, the most prominent first."""
        found = [place for id in ids if (place := self.place(id))]
        return tuple(sorted(found, key=prominence, reverse=True))

    def _containers(self, id: str) -> tuple[Candidate, ...]:
        """The places that contain this one, smallest first."""
        place = self.place(id)
        if not place:
            return ()
        ids = (place.division2, place.division1, f"country.{place.country}")
        return tuple(found for other in ids if other and other != id and (found := self.place(other)))

    def find(self, name: str, limit: int = 20) -> tuple[Candidate, ...]:
        """The places whose name resembles the one given: folded, with or without the article or a noun such
        as "city", in Arabic or Latin letters."""
        key = fold_phrase(name)
        head, _, rest = key.partition(" ")
        keys = (key, rest) if rest and head in generic_nouns(data_folder()) else (key,)
        forms = [form for one in keys for form in _with_article(one)]
        exact = [place for form in forms for place in self.candidates(form)]
        exact = exact or list(
            self.places(self._ids("select id from place where name = ? collate nocase", name))
        )
        if exact or len(key) < 3:
            return tuple(dict.fromkeys(exact))[:limit]
        return self._resembling(key, limit)

    def _resembling(self, key: str, limit: int) -> tuple[Candidate, ...]:
        pattern = "%" + re.sub(r"[%_]", "", key) + "%"
        ids = self._ids("select distinct place from named where words like ? limit 400", pattern)
        ids = ids or self._ids("select id from place where name like ? limit 400", pattern)
        return self.places(ids)[:limit]

    def _ids(self, sql: str, value: str) -> list[str]:
        return [row[0] for row in self._query(sql, value)]

    def _starting(self, word: str) -> tuple[PlaceName, ...]:
        names: dict[str, list[str]] = {}
        for words, id in self._query("select words, place from named where first = ?", word):
            names.setdefault(words, []).append(id)
        return tuple(PlaceName(tuple(words.split(" ")), tuple(ids)) for words, ids in names.items())

    def _place(self, id: str) -> Candidate | None:
        rows = self._query("select * from place where id = ?", id)
        return _read(rows[0]) if rows else None

    def _query(self, sql: str, value: str) -> list[tuple[str, ...]]:
        if self._store is None or self._process != os.getpid():
            self._store, self._process = open_store(self.home, self.folders), os.getpid()
        return self._store.execute(sql, (value,)).fetchall()


def import_places(path: Path, home: Path | None = None) -> int:
    """Check a file of places and keep a copy in the user's folder; the number of places with Arabic names.

    Reads the TSV layout ``id placetype name names_ar lat lon geonames_id region county population`` (the
    country is the first two letters of the file's name, or a ``country`` column) and GeoNames dumps.
    ``InputError`` names the file, the line, what was found and the right form.
    """
    count = sum(bool(place.names_ar) for place in read_places(path))
    if not count:
        raise InputError(f"{path}: no place with a name in Arabic letters")
    target = (home or tawatur_home()) / "places" / path.name
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, target.with_suffix(".part"))
        os.replace(target.with_suffix(".part"), target)
    except OSError as error:
        raise InputError(f"{target}: cannot be written: {error.strerror}") from error
    return count


def prominence(place: Candidate) -> float:
    """How likely a report means this place when nothing else tells: level and people."""
    settled = place.population and place.level in ("town", "village")
    people = min(place.population, 10_000_000) ** 0.1 if settled else 0.0
    curated = 0.5 if place.source == "tawatur" else 0.0
    return _LEVEL_WEIGHT.get(place.level, 1) + people + curated


def _by_second(names: Iterable[PlaceName]) -> dict[str, list[PlaceName]]:
    grouped: dict[str, list[PlaceName]] = {}
    for name in names:
        grouped.setdefault(name.words[1] if len(name.words) > 1 else "", []).append(name)
    return grouped


def _with_article(key: str) -> tuple[str, ...]:
    return (key, key[2:]) if key.startswith("ال") else (key, f"ال{key}")


def _read(row: tuple[str, ...]) -> Candidate:
    id, name, names, lat, lon, country, level, division1, division2, population, source = row
    return Candidate(
        id=id,
        name=name,
        names_ar=tuple(filter(None, names.split("|"))),
        lat=float(lat),
        lon=float(lon),
        country=country,
        level=level,
        division1=division1,
        division2=division2,
        population=int(population),
        source=source,
    )

"""Knowledge: lexicons, actors, places, event types and outlets; loaded once, passed in, never global."""

import os
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from importlib.resources import files
from pathlib import Path
from typing import Any

from msgspec import Struct, ValidationError, convert

from ..model.errors import DataError
from ..text import fold_phrase
from ..text.furniture import Furniture, furniture_of
from .actors import ActorEntry, Holders, actor_entries, holders_of, load_actors
from .cache import cached
from .entries import BESIDE, Entry, load_yaml, read_language
from .gazetteer import Gazetteer
from .matcher import Compiled, Matcher, compile_forms
from .morphology import Morphology, load_morphology
from .outlets import Outlet, by_name, read_outlets
from .regression import Regression, read_regression

PACKS_VARIABLE = "TAWATUR_DATA"
_STATES = ("state", "foreign-state", "coalition")


class EventType(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What can happen, in no language: its family, its roles, and its codes in other codebooks."""

    id: str
    label: str
    family: str
    description: str = ""
    roles: dict[str, str] = {}
    means_wins: bool = True
    specificity: int = 3
    codes: dict[str, str] = {}


class Language(Struct, frozen=True):
    """One language pack, compiled: its entries and their inflected forms."""

    entries: tuple[Entry, ...]
    compiled: Compiled
    morphology: Morphology


class Knowledge:
    """All that reading needs to know, from the built-in data and any further packs."""

    def __init__(self, packs: tuple[Path, ...]) -> None:
        self.packs = packs
        self._matchers: dict[str, Matcher] = {}
        self._entries: dict[str, tuple[Entry, ...]] = {}

    @property
    def matcher(self) -> Matcher:
        """The matcher of Arabic."""
        return self.matcher_of("ar")

    def matcher_of(self, language: str) -> Matcher:
        """The compiled matcher of one language, by its ISO 639-1 code."""
        if language not in self._matchers:
            pack = _language(self.packs, language)
            self._matchers[language] = Matcher(pack.entries, pack.compiled, pack.morphology)
        return self._matchers[language]

    def entries(self, category: str) -> tuple[Entry, ...]:
        """Every Arabic entry of a category."""
        if not self._entries:
            grouped = defaultdict(list)
            for entry in self.matcher.entries:
                grouped[entry.category].append(entry)
            self._entries = {name: tuple(found) for name, found in grouped.items()}
        return self._entries.get(category, ())

    @cached_property
    def events(self) -> dict[str, EventType]:
        """The event types by their ids."""
        return cached("events", _files(self.packs, "events/*.yml"), dict[str, EventType], self._load_events)

    @cached_property
    def actors(self) -> dict[str, ActorEntry]:
        """The parties by their ids."""
        sources = _files(self.packs, "actors/*.yml")
        return cached(
            "actors", sources, dict[str, ActorEntry], lambda: load_actors(_actor_folders(self.packs))
        )

    @cached_property
    def holders(self) -> Holders:
        """Which parties hold a role in a country: its army, its police, its rebels."""
        return holders_of(self.actors.values())

    @cached_property
    def states(self) -> frozenset[str]:
        """The parties that are states, or coalitions of states."""
        return frozenset(one.id for one in self.actors.values() if one.kind in _STATES)

    @cached_property
    def gazetteer(self) -> Gazetteer:
        """The places: GeoNames' larger towns, the project's own, and what the user imported."""
        return Gazetteer(folders=tuple(folder for pack in self.packs if (folder := pack / "places").is_dir()))

    @cached_property
    def outlets(self) -> tuple[Outlet, ...]:
        """The outlets that are known."""
        folders = [folder for pack in self.packs if (folder := pack / "outlets").is_dir()]
        sources = _files(self.packs, "outlets/*.yml")
        return cached("outlets", sources, tuple[Outlet, ...], lambda: read_outlets(folders))

    @cached_property
    def _outlets_by_name(self) -> dict[str, Outlet]:
        return by_name(self.outlets)

    def outlet(self, name: str | None) -> Outlet | None:
        """The outlet that goes by this name or id, if one is known."""
        return self._outlets_by_name.get(fold_phrase(name)) if name else None

    @cached_property
    def furniture(self) -> Furniture:
        """The Arabic phrases that betray page furniture."""
        sources = _files(self.packs, "languages/ar/furniture.yml")
        return cached("furniture", sources, Furniture, lambda: _furniture(sources))

    @cached_property
    def retelling(self) -> Regression:
        """How likely two tellings are of one happening; of several packs that weigh it, the last decides."""
        source = _files(self.packs, "models/retelling.yml")[-1]
        return cached("retelling", [source], Regression, lambda: read_regression(source))

    def _load_events(self) -> dict[str, EventType]:
        found = (_event_type(path) for pack in self.packs for path in sorted(pack.glob("events/*.yml")))
        return {event.id: event for event in found}


def _furniture(sources: Sequence[Path]) -> Furniture:
    return furniture_of(entry for path in sources for entry in load_yaml(path)["entries"])


def load_knowledge(packs: Sequence[Path | str] = ()) -> Knowledge:
    """The built-in knowledge, with the folders given and those that ``TAWATUR_DATA`` names merged over it.

    Raises:
        DataError: a folder does not exist, or an entry in it does not have the right form.
    """
    named = [Path(part) for part in os.environ.get(PACKS_VARIABLE, "").split(os.pathsep) if part]
    folders = [*named, *(Path(pack) for pack in packs)]
    for folder in folders:
        if not folder.is_dir():
            raise DataError(str(folder), "no such folder", "a folder of knowledge packs")
    return Knowledge((Path(str(files("tawatur") / "data")), *folders))


def _files(packs: Sequence[Path], pattern: str) -> list[Path]:
    return [path for pack in packs for path in sorted(pack.glob(pattern))]


def _actor_folders(packs: Sequence[Path]) -> list[Path]:
    return [folder for pack in packs if (folder := pack / "actors").is_dir()]


def _language(packs: tuple[Path, ...], language: str) -> Language:
    own = _files(packs, f"languages/{language}/**/*.yml")
    if not any(path.name == "morphology.yml" for path in own):
        raise DataError(
            language, "no pack for this language", "a folder data/languages/CODE with morphology.yml"
        )
    sources = own + _files(packs, "actors/*.yml")
    return cached(f"language-{language}", sources, Language, lambda: _compile(packs, language))


def _compile(packs: tuple[Path, ...], language: str) -> Language:
    """Entries of later packs replace those of earlier packs that have the same category and id."""
    entries: dict[tuple[str, str], Entry] = {}
    folders = [folder for pack in packs if (folder := pack / "languages" / language).is_dir()]
    for folder in folders:
        entries.update({(entry.category, entry.id): entry for entry in _without_twins(folder)})
    actors = load_actors(_actor_folders(packs)).values()
    entries.update({(entry.category, entry.id): entry for entry in actor_entries(actors, language)})
    tables = [path for folder in folders if (path := folder / "morphology.yml").exists()]
    morphology = load_morphology(tables[-1])
    kept = tuple(_with_shared_phrases(entries.values()))
    return Language(kept, compile_forms(kept, morphology), morphology)


def _with_shared_phrases(entries: Iterable[Entry]) -> Iterator[Entry]:
    """The entries, with one entry for each ``unless`` or ``takes`` phrase, whose value names its rules."""
    owners: dict[tuple[str, str], list[Entry]] = defaultdict(list)
    for entry in entries:
        if entry.category not in BESIDE:
            yield entry
        for phrase in entry.words if entry.category in BESIDE else ():
            owners[entry.category, phrase].append(entry)
    for (category, phrase), found in owners.items():
        rules = tuple(sorted(entry.id for entry in found))
        where = found[0].where
        yield Entry(category=category, id=phrase, where=where, inflect="noun", words=(phrase,), value=rules)


def _without_twins(folder: Path) -> list[Entry]:
    seen: dict[tuple[str, str], str] = {}
    found = []
    for entry in read_language(folder):
        key = (entry.category, entry.id)
        if key in seen:
            raise DataError(entry.where, f"the id {entry.id!r} again ({seen[key]})", "an id of its own")
        seen[key] = entry.where
        found.append(entry)
    return found


def _event_type(path: Path) -> EventType:
    document: Any = load_yaml(path)
    try:
        return convert(document, EventType)
    except ValidationError as error:
        raise DataError(
            f"{path}:1", str(error), "id, label, family, description, roles, means_wins, codes"
        ) from None

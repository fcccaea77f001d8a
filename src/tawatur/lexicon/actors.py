"""Armed forces, groups and classes of people: read from data/actors, checked, and made into lexicon words."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from msgspec import Struct

from ..model.errors import DataError
from .entries import Entry, load_yaml

KINDS = ("state", "foreign-state", "non-state", "coalition", "class")
STATE_ROLES = ("army", "police", "security", "government", "air-force", "navy")
_PARTY_KEYS = {"id", "label", "kind", "country", "from", "until", "holds", "names", "stands_for", "note"}
_NAME_KEYS = {"language", "words", "in", "from", "until"}
_HOLD_KEYS = {"role", "in", "from", "until"}


class ActorName(Struct, frozen=True, kw_only=True):
    """Names of a party in one language, and where and when they mean it.

    ``countries`` (ISO 3166-1, lower case) empty: everywhere. ``starts`` and ``ends`` are the first
    day on which the name means this party and the first day on which it no longer does.
    """

    language: str
    words: tuple[str, ...]
    countries: tuple[str, ...] = ()
    starts: date | None = None
    ends: date | None = None


class Role(Struct, frozen=True, kw_only=True):
    """What a party is in some countries: "the army", "the rebels"."""

    role: str
    countries: tuple[str, ...]
    starts: date | None = None
    ends: date | None = None


class StandIn(Struct, frozen=True, kw_only=True):
    """In some countries a party is meant where another is named: a coalition for its leading member."""

    party: str
    countries: tuple[str, ...]


class ActorEntry(Struct, frozen=True, kw_only=True):
    """One party: its id, English label, kind, home country, what it is there, and its names."""

    id: str
    label: str
    kind: str
    where: str
    country: str = ""
    stands_for: StandIn | None = None
    roles: tuple[Role, ...] = ()
    names: tuple[ActorName, ...] = ()


def load_actors(folders: Iterable[Path]) -> dict[str, ActorEntry]:
    """The parties of every ``*.yml`` below the folders; a later folder adds names to a party it repeats.

    Raises:
        DataError: names the file, the line, what was found and what was wanted.
    """
    actors: dict[str, ActorEntry] = {}
    for folder in folders:
        for path in sorted(folder.rglob("*.yml")):
            for entry in read_actors(path):
                actors[entry.id] = _joined(actors.get(entry.id), entry)
    return actors


def _joined(known: ActorEntry | None, new: ActorEntry) -> ActorEntry:
    if known is None:
        return new
    return ActorEntry(
        id=known.id,
        label=known.label,
        kind=known.kind,
        where=known.where,
        country=known.country,
        stands_for=known.stands_for or new.stands_for,
        roles=known.roles + new.roles,
        names=known.names + new.names,
    )


def read_actors(path: Path) -> Iterator[ActorEntry]:
    """The parties of one file."""
    document = load_yaml(path)
    parties = document.get("parties") if isinstance(document, dict) else None
    if not isinstance(parties, list):
        raise DataError(f"{path}:1", "no list of parties", "`parties:` with one `- id:` each")
    home = str(document.get("country") or "")
    for party, line in zip(parties, _party_lines(path), strict=False):
        yield _party(party, home, f"{path}:{line}")


def _party_lines(path: Path) -> list[int]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return [number for number, line in enumerate(lines, 1) if line.startswith(("  - ", "- "))]


def _party(raw: Any, home: str, where: str) -> ActorEntry:
    _check_keys(raw, _PARTY_KEYS, where)
    for key in ("id", "label", "kind"):
        if not isinstance(raw.get(key), str):
            raise DataError(where, f"a party without {key}", "`id:`, `label:` and `kind:` as text")
    if raw["kind"] not in KINDS:
        raise DataError(where, f"kind: {raw['kind']}", f"one of {', '.join(KINDS)}")
    country = str(raw.get("country") or home)
    bounds = _bounds(raw, where)
    roles = tuple(_roles(raw.get("holds") or (), country, bounds, where))
    names = tuple(_names(raw.get("names") or (), bounds, where))
    return ActorEntry(
        id=raw["id"],
        label=raw["label"],
        kind=raw["kind"],
        where=where,
        country=country,
        stands_for=_stand_in(raw.get("stands_for"), where),
        roles=roles,
        names=names,
    )


def _stand_in(raw: Any, where: str) -> StandIn | None:
    if raw is None:
        return None
    _check_keys(raw, {"party", "in"}, where)
    return StandIn(party=str(raw.get("party")), countries=_countries(raw, where))


def _check_keys(raw: Any, allowed: set[str], where: str) -> None:
    if not isinstance(raw, dict):
        raise DataError(where, f"{raw!r}", f"a mapping with {', '.join(sorted(allowed))}")
    for key in raw:
        if key not in allowed:
            raise DataError(where, f"unknown key {key!r}", f"one of {', '.join(sorted(allowed))}")


def _bounds(raw: dict[str, Any], where: str) -> dict[str, date | None]:
    for key in ("from", "until"):
        if not isinstance(raw.get(key), date | None):
            raise DataError(where, f"{key}: {raw[key]}", "a day, as 2024-12-08")
    return {"starts": raw.get("from"), "ends": raw.get("until")}


def _roles(holds: Any, country: str, bounds: dict[str, date | None], where: str) -> Iterator[Role]:
    """Roles of a party: ``state`` for all of a state's, a list of words, or mappings with ``in:``."""
    for hold in STATE_ROLES if holds == "state" else holds:
        if isinstance(hold, str):
            yield Role(role=hold, countries=(country,), **bounds)
        else:
            _check_keys(hold, _HOLD_KEYS, where)
            own = _bounds(hold, where)
            dated = own if own["starts"] or own["ends"] else bounds
            yield Role(role=hold["role"], countries=_countries(hold, where), **dated)


def _names(names: Any, bounds: dict[str, date | None], where: str) -> Iterator[ActorName]:
    for group in names:
        _check_keys(group, _NAME_KEYS, where)
        words = group.get("words")
        if not words or not all(isinstance(word, str) for word in words):
            raise DataError(where, f"words: {words!r}", "one name a line, as text")
        own = _bounds(group, where)
        dated = own if own["starts"] or own["ends"] else bounds
        language = str(group.get("language", "ar"))
        countries = _countries(group, where)
        yield ActorName(
            language=language,
            words=tuple(words),
            countries=countries,
            starts=dated["starts"],
            ends=dated["ends"],
        )


def _countries(raw: dict[str, Any], where: str) -> tuple[str, ...]:
    found = raw.get("in") or ()
    for code in found:
        if not isinstance(code, str) or len(code) != 2 or not code.islower():
            raise DataError(where, f"in: {code!r}", "two-letter country codes in lower case, as sy")
    return tuple(found)


def actor_entries(actors: Iterable[ActorEntry], language: str) -> Iterator[Entry]:
    """The names of all parties in a language as lexicon entries of category ``actor``.

    An entry's value is ``{"party", "in", "starts", "ends"}``, the days as ISO text or None.
    """
    for actor in actors:
        for number, name in enumerate(actor.names):
            if name.language == language:
                yield Entry(
                    category="actor",
                    id=f"{actor.id}/{number}",
                    where=actor.where,
                    words=name.words,
                    value=_value(actor.id, name),
                )


def _value(party: str, name: ActorName) -> dict[str, Any]:
    starts = name.starts.isoformat() if name.starts else None
    ends = name.ends.isoformat() if name.ends else None
    return {"party": party, "in": name.countries, "starts": starts, "ends": ends}


Holders = Mapping[tuple[str, str], Sequence[tuple[str, Role]]]
"""Who holds a role in a country, and when: the ids of the parties with what the data says of each."""


def holders_of(actors: Iterable[ActorEntry]) -> Holders:
    """Every role of the parties by its name and country."""
    found: dict[tuple[str, str], list[tuple[str, Role]]] = defaultdict(list)
    for actor in actors:
        for held in actor.roles:
            for country in held.countries:
                found[held.role, country].append((actor.id, held))
    return dict(found)


def party_in(holders: Holders, role: str, country: str, day: date | None) -> str | None:
    """The party that holds a role in a country on a day, if the data knows exactly one."""
    known = holders.get((role, country), ())
    found = {party for party, held in known if is_valid(held.starts, held.ends, day)}
    return found.pop() if len(found) == 1 else None


def is_valid(starts: date | None, ends: date | None, day: date | None) -> bool:
    """Whether a day lies in a half-open range; an unknown day lies in all that have begun by 2011."""
    if day is None:
        return starts is None
    return (starts is None or starts <= day) and (ends is None or day < ends)


def stand_in(actors: Mapping[str, ActorEntry], party: str, countries: Iterable[str]) -> str:
    """The party that is meant where ``party`` is named in one of the countries."""
    here = set(countries)
    for actor in actors.values():
        place = actor.stands_for
        if place and place.party == party and here.intersection(place.countries):
            return actor.id
    return party

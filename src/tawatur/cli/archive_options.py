"""Options of the commands that work on an archive, written once."""

from collections.abc import Callable, Iterable
from datetime import date
from difflib import get_close_matches
from inspect import signature
from pathlib import Path
from typing import Annotated, Any

import typer

from tawatur.archive import Archive, default_archive
from tawatur.archive.filters import Filter
from tawatur.fusion.parties import CLASSES
from tawatur.fusion.standing import GRADES
from tawatur.lexicon import Knowledge
from tawatur.lexicon.gazetteer_rows import Candidate
from tawatur.model.errors import InputError
from tawatur.text import name_key

from .options import day
from .readers import knowledge_of

Where = Annotated[
    str, typer.Option("--archive", "-a", help="The archive: a file or postgresql://…", metavar="FILE-or-URL")
]
Since: Any = Annotated[date | None, typer.Option(parser=day, metavar="DAY", help="Not before this day.")]
Until: Any = Annotated[date | None, typer.Option(parser=day, metavar="DAY", help="Not after this day.")]
Place = Annotated[str | None, typer.Option(help="In this place, province or country, by its name.")]
Division = Annotated[
    str | None,
    typer.Option(help="In this governorate, district or country, by name or id; all that it holds."),
]
Near = Annotated[str | None, typer.Option(metavar="PLACE-or-LAT,LON", help="Around this place.")]
Radius = Annotated[float, typer.Option(min=0.1, help="Kilometres around --near.")]
Country = Annotated[str | None, typer.Option(help="In this country, by its two letters.")]
Types = Annotated[list[str] | None, typer.Option("--type", help="Of this type; may be given again.")]
Parties = Annotated[
    list[str] | None, typer.Option("--party", help="With this party on a side; again for more.")
]
Standings = Annotated[list[str] | None, typer.Option("--standing", help="Of this standing; again for more.")]
Killed = Annotated[int | None, typer.Option("--min-killed", min=0, help="With at least so many killed.")]
Harmed = Annotated[int | None, typer.Option("--min-toll", min=0, help="With so many killed and injured.")]
Text = Annotated[str | None, typer.Option(help="With all these words, vocalised or not.")]
Rejected = Annotated[bool, typer.Option("--rejected", help="Also those that a person rejected.")]
Data = Annotated[list[Path] | None, typer.Option(help="Folder with further knowledge; may be given again.")]

DIVISIONS = ("country", "division1", "division2")


def opened(where: str, knowledge: Knowledge | None = None) -> Archive:
    """The archive of the command line, or the user's own."""
    knowledge = knowledge or knowledge_of(())
    return Archive(where or default_archive(), {id: type.family for id, type in knowledge.events.items()})


def wanted_events(
    since: Since = None,
    until: Until = None,
    place: Place = None,
    division: Division = None,
    near: Near = None,
    radius: Radius = 25.0,
    country: Country = None,
    type: Types = None,
    party: Parties = None,
    standing: Standings = None,
    min_killed: Killed = None,
    min_toll: Harmed = None,
    text: Text = None,
    rejected: Rejected = False,
) -> Filter:
    """The filter that these options ask for; ``filtered`` gives commands this signature."""
    _check(type, party, standing, country)
    if since and until and since > until:
        raise InputError(f"--since {since} is after --until {until}: no day is wanted")
    return Filter(
        since=since,
        until=until,
        place=place,
        divisions=_divisions(division) if division else (),
        near=(*_spot(near), radius) if near else None,
        country=country,
        types=tuple(type or ()),
        parties=tuple(party or ()),
        standings=tuple(standing or ()),
        killed=min_killed,
        harmed=min_toll,
        text=text,
        rejected=rejected,
    )


def filtered(command: Callable[..., None]) -> Callable[..., None]:
    """A command with the options of ``wanted_events`` after its own; it receives their filter as ``wanted``."""
    own = [part for part in signature(command).parameters.values() if part.name != "wanted"]
    filters = signature(wanted_events).parameters

    def run(**told: Any) -> None:
        wanted = wanted_events(**{name: told.pop(name) for name in filters})
        command(**told, wanted=wanted)

    parts = [*own, *filters.values()]
    run.__name__, run.__doc__ = command.__name__, command.__doc__
    run.__annotations__ = {part.name: part.annotation for part in parts}
    run.__signature__ = signature(command).replace(parameters=parts)  # type: ignore[attr-defined]
    return run


def _check(
    types: list[str] | None, parties: list[str] | None, standings: list[str] | None, country: str | None
) -> None:
    """Refuse words that no event can have: a slip would otherwise look like an empty archive."""
    knowledge = knowledge_of(())
    _among("type", types, knowledge.events)
    _among("party", parties, {*knowledge.actors, *CLASSES})
    _among("standing", standings, GRADES)
    if country and not (len(country) == 2 and country.isascii() and country.isalpha()):
        raise InputError(f"--country {country!r}: wanted two letters of ISO 3166, such as SY")


def _among(option: str, told: list[str] | None, known: Iterable[str]) -> None:
    names = sorted(known)
    for name in told or ():
        if name not in names:
            near = get_close_matches(name, names, 3) or names[:8]
            raise InputError(f"--{option} {name!r} is not known; perhaps {', '.join(near)}")


def _divisions(told: str) -> tuple[str, ...]:
    """The ids under which events inside a division stand: those of all divisions of this name."""
    gazetteer = knowledge_of(()).gazetteer
    ids = [told] if gazetteer.place(told) else []
    ids += [place.id for place in gazetteer.find(told) if place.level in DIVISIONS and is_named(place, told)]
    if not ids:
        raise InputError(f"no division {told!r} in the gazetteer; tawatur places find shows names and ids")
    return tuple(ids)


def is_named(place: Candidate, told: str) -> bool:
    """Whether a place bears this very name, but for article, diacritics and case."""
    return name_key(told) in {name_key(name) for name in (place.name, *place.names_ar)}


def _spot(near: str) -> tuple[float, float]:
    try:
        lat, lon = (float(part) for part in near.split(","))
    except ValueError:
        return _named_spot(near)
    if not (-90 <= lat <= 90 and -180 <= lon <= 180):
        raise InputError(f"--near {near!r}: wanted degrees as LATITUDE,LONGITUDE")
    return lat, lon


def _named_spot(name: str) -> tuple[float, float]:
    for candidate in knowledge_of(()).gazetteer.find(name, 1):
        return candidate.lat, candidate.lon
    raise InputError(f"no place {name!r} in the gazetteer; wanted a name or LAT,LON")

"""Profiles of what an export may tell: how late, how fine, and whose names."""

import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any, Literal

import msgspec
import yaml
from msgspec import Struct

from tawatur.fusion.event import Event, Said, Site
from tawatur.lexicon.gazetteer_rows import Candidate
from tawatur.mentions.place_choice import radius_of
from tawatur.model.errors import InputError

from .divisions import Lookup

BUILT_IN = Path(__file__).parent.parent / "data" / "profiles"
Fineness = Literal["exact", "division2", "division1", "country"]
COARSER: dict[str, tuple[str, ...]] = {
    "division2": ("division2", "division1", "country"),
    "division1": ("division1", "country"),
    "country": ("country",),
}


class Profile(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What an export may tell; the meaning of each field stands in ``data/profiles/public.yml``."""

    name: str
    delay_days: int = 0
    places: Fineness = "exact"
    speakers: tuple[str, ...] | None = None
    quotes: bool = True
    decisions: bool = True


def profile_of(told: str) -> Profile:
    """A built-in profile by its name, or one's own by its file."""
    path = BUILT_IN / f"{told}.yml" if told.isidentifier() else Path(told)
    try:
        return msgspec.convert(yaml.safe_load(path.read_text("utf-8")), Profile)
    except OSError:
        known = ", ".join(sorted(one.stem for one in BUILT_IN.glob("*.yml")))
        raise InputError(f"no profile {told!r}; there is {known}, or a file of your own") from None
    except (msgspec.ValidationError, yaml.YAMLError, UnicodeDecodeError) as error:
        raise InputError(f"{path}: {' '.join(str(error).split())}") from None


def released(events: Iterable[Event], profile: Profile, lookup: Lookup, today: date) -> Iterator[Event]:
    """The events old enough to be told, each as the profile lets it be told."""
    newest = today - timedelta(days=profile.delay_days)
    for event in events:
        if not profile.delay_days or (event.latest and event.latest <= newest):
            yield told_by(event, profile, lookup)


def told_by(event: Event, profile: Profile, lookup: Lookup) -> Event:
    """One event without what the profile keeps back."""
    if profile.places != "exact":
        event = _coarsened(event, profile.places, lookup)
    if not profile.quotes:
        claims = tuple(msgspec.structs.replace(claim, quote="") for claim in event.claims)
        event = msgspec.structs.replace(event, claims=claims)
    if not profile.decisions:
        event = _undecided(event)
    return event if profile.speakers is None else _unnamed(event, profile.speakers)


def _coarsened(event: Event, finest: str, lookup: Lookup) -> Event:
    place = _coarse(event.place, finest, lookup) if event.place else None
    # Where it happened is also told by those who do not agree on it.
    differences = tuple(
        msgspec.structs.replace(one, given=()) if one.field == "place" else one for one in event.differences
    )
    return msgspec.structs.replace(event, place=place, differences=differences)


def _coarse(place: Site, finest: str, lookup: Lookup) -> Site | None:
    """The finest division that may be told; nothing for a place of which no division is known."""
    held = {one.level: one for id in (*place.inside, place.place_id) if id and (one := lookup(id))}
    outward = [held[level] for level in COARSER[finest] if level in held]
    return _site(outward[0], outward[1:]) if outward else None


def _site(place: Candidate, outer: Iterable[Candidate]) -> Site:
    around = tuple(outer)
    return Site(
        name=place.label,
        relation="in",
        within=tuple(one.label for one in around),
        place_id=place.id,
        lat=place.lat,
        lon=place.lon,
        country=place.country,
        radius=radius_of(place.level, "in"),
        inside=tuple(one.id for one in around),
    )


def _undecided(event: Event) -> Event:
    """The event with what people decided, and without who they are and what they wrote."""
    person = event.standing.overruled_by
    standing = event.standing
    if person:
        kept = tuple(reason for reason in standing.reasons if not reason.startswith(f"{person} holds it"))
        standing = msgspec.structs.replace(standing, reasons=(*kept, "a reviewer set it"), overruled_by="")
    figures = {
        name: msgspec.structs.replace(figure, rule="corrected by a reviewer")
        for name in ("killed", "injured", "detained", "abducted")
        if (figure := getattr(event, name)) and figure.rule.startswith("corrected by")
    }
    return msgspec.structs.replace(event, decided=(), standing=standing, **figures)


def _unnamed(event: Event, speakers: tuple[str, ...]) -> Event:
    """The event with speakers of other kinds called by their kind, wherever their names stand."""
    instead = {name: kind for claim in event.claims for name, kind in _private(claim, speakers)}
    if not instead:
        return event
    longest_first = sorted(instead, key=lambda name: (-len(name), name))
    names = re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, longest_first)) + r")(?!\w)")
    return msgspec.convert(_replaced(msgspec.to_builtins(event), names, instead), Event)


def _private(claim: Said, speakers: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    kinds = claim.kinds or ("speaker",) * len(claim.chain)
    for name, kind in zip(claim.chain, kinds, strict=True):
        if kind not in speakers:
            yield name, f"a {kind}"


def _replaced(part: Any, names: re.Pattern[str], instead: dict[str, str]) -> Any:
    if isinstance(part, str):
        return names.sub(lambda found: instead[found.group()], part)
    if isinstance(part, dict):
        return {key: _replaced(value, names, instead) for key, value in part.items()}
    return [_replaced(one, names, instead) for one in part] if isinstance(part, list | tuple) else part

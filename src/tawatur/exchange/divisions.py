"""The country and the divisions that hold a place, by the gazetteer's names."""

from collections.abc import Callable
from typing import NamedTuple

from tawatur.fusion.event import Site
from tawatur.lexicon.gazetteer_rows import Candidate

Lookup = Callable[[str], Candidate | None]


class Divisions(NamedTuple):
    """Names in Latin letters; ``None`` where the place is not known so far."""

    country: str | None
    first: str | None
    second: str | None


def nowhere(id: str) -> Candidate | None:
    """The gazetteer of a program that has none."""
    return None


def divisions_of(place: Site | None, lookup: Lookup) -> Divisions:
    """The country, the first and the second division of a place, itself among them where it is one."""
    if place is None:
        return Divisions(None, None, None)
    held = [lookup(id) for id in (*place.inside, place.place_id) if id]
    names = {one.level: one.name for one in held if one}
    code = place.country.upper() if place.country else None
    return Divisions(names.get("country", code), names.get("division1"), names.get("division2"))

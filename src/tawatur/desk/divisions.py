"""The governorates of the events wanted, and the districts of those chosen, as a facet."""

from collections.abc import Iterator, Sequence
from itertools import islice

from msgspec import Struct
from msgspec.structs import replace

from ..lexicon.gazetteer import Gazetteer
from .survey import MOST

DEEP = 400
"""How many places, the most frequent first, are looked through for divisions."""


class Division(Struct, frozen=True, kw_only=True):
    """A division of a country with the events in it; ``events`` is none for a chosen one that holds none."""

    id: str
    ar: str
    en: str
    events: int | None = None

    def name(self, language: str) -> str:
        """The name in the language of the page."""
        return self.ar if language == "ar" else self.en


def divisions(
    gazetteer: Gazetteer, counted: Sequence[tuple[str, int]], chosen: Sequence[str]
) -> tuple[Division, ...]:
    """The divisions among the places counted, the most frequent first; those chosen always."""
    found = list(islice(_divisions(gazetteer, counted[:DEEP], chosen), MOST))
    missing = [id for id in chosen if id not in {one.id for one in found}]
    numbers = dict(counted) if missing else {}
    return (*found, *(replace(named(gazetteer, id), events=numbers.get(id)) for id in missing))


def _divisions(
    gazetteer: Gazetteer, counted: Sequence[tuple[str, int]], chosen: Sequence[str]
) -> Iterator[Division]:
    for id, events in counted:
        place = gazetteer.place(id) if id.isascii() else None
        if place and (
            place.level == "division1" or (place.division1 in chosen and place.level == "division2")
        ):
            yield Division(id=id, ar=place.label, en=place.name, events=events)


def named(gazetteer: Gazetteer, told: str) -> Division:
    """The division of an id; of a name, one that bears it."""
    place = gazetteer.place(told) if told.isascii() else None
    return Division(id=told, ar=place.label, en=place.name) if place else Division(id=told, ar=told, en=told)

"""The facets as choices: each value with its name in the language of the page, and the events that have it."""

from collections.abc import Iterator

from ..lexicon.gazetteer import Gazetteer
from .divisions import divisions
from .survey import MOST, Survey
from .tongue import Tongue
from .wanted import Wanted

Choice = tuple[str, str, int | None]
COUNTED = ("standing", "type", "party", "country")


def choices(found: Survey, wanted: Wanted, tongue: Tongue, gazetteer: Gazetteer) -> dict[str, list[Choice]]:
    """The choices of every facet, the most frequent first; those that are chosen always."""
    made = {name: list(_choices(found, wanted, tongue, name)) for name in (*COUNTED, "outlet")}
    chosen = wanted.all("division")
    among = [
        (one.id, one.name(tongue.language), one.events)
        for one in divisions(gazetteer, found.facets["place"], chosen)
    ]
    return {**{name: made[name] for name in COUNTED}, "division": among, "outlet": made["outlet"]}


def _choices(found: Survey, wanted: Wanted, tongue: Tongue, name: str) -> Iterator[Choice]:
    counted = found.facets[name]
    for value, number in counted[:MOST]:
        yield value, _named(tongue, name, value), number
    shown = {value for value, _ in counted[:MOST]}
    for value in wanted.all(name):
        if value not in shown:
            yield value, _named(tongue, name, value), dict(counted).get(value)


def _named(tongue: Tongue, facet: str, value: str) -> str:
    """The name of a facet's value; a party, a type, a country or a standing has its own words."""
    if facet == "outlet":
        return value
    return tongue.party(value) if facet == "party" else tongue.known(facet, value)

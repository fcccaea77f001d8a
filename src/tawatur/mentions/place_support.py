"""Which countries a report points to, so that a small place of another country is not taken by its name alone."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from ..lexicon import Hits
from ..lexicon.gazetteer_rows import Candidate

_LARGE = 150_000
_WIDE = ("country", "division1")
_LOCAL = ("division2", "quarter", "village", "site")
_OF_STATES = ("nation", "state")


def countries_named(hits: Hits) -> frozenset[str]:
    """The countries whose adjectives or states the text names ("the Sudanese army")."""
    values = (hit.value for category in _OF_STATES for hit in hits.of(category))
    return frozenset(str(value["country"]) for value in values if value.get("country"))


def pointers(
    named: Iterable[tuple[str, Sequence[Candidate]]], others: Iterable[str]
) -> dict[str, frozenset[str]]:
    """For each country the names in the text that can only lie there; ``others`` are pointed to anyhow."""
    found: dict[str, set[str]] = defaultdict(set)
    for key, places in named:
        countries = {place.country for place in places}
        if len(countries) == 1:
            found[countries.pop()].add(key)
    for country in others:
        found[country].add("")
    return {country: frozenset(keys) for country, keys in found.items()}


def is_stray(place: Candidate, key: str, pointed: Mapping[str, frozenset[str]]) -> bool:
    """Whether the report points to other countries only, and the place is not one that reports keep naming."""
    kept_naming = place.source == "tawatur" and place.level not in _LOCAL
    return not kept_naming and is_far(place, key, pointed)


def is_far(place: Candidate, key: str, pointed: Mapping[str, frozenset[str]]) -> bool:
    """Whether the report points to other countries only, and the place is not one that all the world knows."""
    if place.level in _WIDE or (place.population >= _LARGE and place.level not in _LOCAL):
        return False
    own = pointed.get(place.country, frozenset()) - {key}
    return not own and any(keys for country, keys in pointed.items() if country != place.country)

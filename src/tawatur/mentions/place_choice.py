"""Which of the places that bear a name is meant, and how much evidence there is that the name is a place."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from ..lexicon.gazetteer import Gazetteer, prominence
from ..lexicon.gazetteer_merge import distance
from ..lexicon.gazetteer_rows import Candidate
from .place_context import Context, is_several

_NEAR_KM = 60.0
_KNOWN = frozenset(
    [
        "sy",
        "iq",
        "ye",
        "ly",
        "eg",
        "sd",
        "ps",
        "lb",
        "il",
        "jo",
        "sa",
        "ae",
        "qa",
        "kw",
        "bh",
        "om",
        "tn",
        "dz",
        "ma",
        "mr",
        "so",
        "tr",
    ]
)
_FITS = {
    ("town", "town"): 4.0,
    ("town", "village"): 2.0,
    ("town", "division2"): 1.0,
    ("village", "village"): 5.0,
    ("village", "town"): 4.0,
    ("quarter", "quarter"): 6.0,
    ("quarter", "village"): 1.0,
    ("division1", "division1"): 8.0,
    ("division2", "division2"): 8.0,
    ("division2", "town"): 3.0,
    ("camp", "camp"): 6.0,
    ("feature", "feature"): 4.0,
    ("feature", "region"): 4.0,
    ("site", "site"): 4.0,
}
_MISFITS = {
    ("division1", "village"),
    ("division1", "town"),
    ("division2", "village"),
    ("division2", "country"),
}
_BASE = {"country": 6.0, "division1": 5.0, "division2": 3.0, "village": 0.0}
_RADIUS = {
    "country": 300.0,
    "division1": 80.0,
    "division2": 25.0,
    "town": 5.0,
    "village": 3.0,
    "quarter": 2.0,
    "camp": 2.0,
    "feature": 20.0,
    "region": 90.0,
    "site": 2.0,
}
_WIDER = {"at": 0.0, "near": 10.0, "outskirts": 5.0, "between": 15.0, "road": 20.0}


_SMALL = 10_000
_NAMED_AFTER = frozenset(
    {"square", "street", "roundabout", "mosque", "university", "museum", "school", "market"}
)
_NAMESAKES = frozenset({"country", "division1", "division2", "town", "village", "feature"})
"""Streets and the like are named after such places, and need not lie there."""


class Scores(NamedTuple):
    """What the article as a whole says: how often each country and first-level division is named."""

    countries: Counter[str]
    divisions: Counter[str]


class Choice(NamedTuple):
    """The place taken, and the reason in a sentence."""

    place: Candidate
    reason: str
    tied: bool = True
    """Whether the place lies in or near one named beside it, or none is."""


def evidence(candidates: Sequence[Candidate], words: int, context: Context, *, common: bool) -> float:
    """How sure it is that the words name a place at all; four or more is enough."""
    base = max(_base(place) for place in candidates)
    base += 1.0 if words > 1 and base > 0 else 0.0
    if common:
        base = 2.0 if base >= 6.0 else min(base, 3.0) - 4.0
    named = context.noun is not None and not (common and context.inherited and not is_several(context.noun))
    if named:
        base = max(base, 0.0) + 6.0
    if context.joined and not named:
        base += 5.0 if base else 2.0
    elif context.preposed:
        base += 3.0 if base >= 1.0 else 2.0
    return base


def count_scores(groups: Iterable[Sequence[Candidate]], home: str | None) -> Scores:
    """Count the countries and divisions that the article's unmistakable names stand for."""
    countries: Counter[str] = Counter()
    divisions: Counter[str] = Counter()
    for group in groups:
        weight = 2 if group[0].level in ("country", "division1") else 1
        if len({place.country for place in group}) == 1:
            countries[group[0].country] += weight
        if group[0].level == "division1":
            divisions[group[0].id] += 1
    if home:
        countries[home] += 1
    return Scores(countries, divisions)


def choose(
    gazetteer: Gazetteer,
    candidates: Sequence[Candidate],
    context: Context,
    scores: Scores,
    near: Sequence[Sequence[Candidate]],
) -> Choice:
    """Take the candidate that fits the noun, the places named beside it and the article best."""
    containers = [
        (place.id, place.label, 8.0 if place.level != "country" else 5.0)
        for group in near
        for place in group[:4]
    ]
    neighbours = [group[0] for group in near if group[0].level in ("town", "village", "quarter", "camp")]
    ranked = sorted(
        (_rank(gazetteer, place, context, scores, containers, neighbours) for place in candidates),
        key=lambda ranked: -ranked[0],
    )
    _, place, reason = ranked[0]
    tied = "lies" in reason or place.division1 in scores.divisions or not (containers or neighbours)
    at_home = place.source == "tawatur" and scores.countries[place.country] * 2 > scores.countries.total()
    return Choice(place, _sentence(place, reason, len(candidates)), tied or at_home)


def is_misplaced(choice: Choice, context: Context) -> bool:
    """Whether a small place lies far from all that is named beside it, or a street bears a far town's name."""
    place = choice.place
    if context.noun and context.noun.id in _NAMED_AFTER:
        return place.level in _NAMESAKES
    if choice.tied:
        return False
    if place.source == "tawatur":
        return context.level == "quarter" and place.level == "town"
    return place.level == "village" or place.population < _SMALL or context.level == "quarter"


def inside(
    gazetteer: Gazetteer, candidates: Sequence[Candidate], near: Sequence[Sequence[Candidate]]
) -> bool:
    """Whether a place of this name lies within a place named beside it."""
    ids = {place.id for group in near for place in group if place.level in ("division1", "division2")}
    return any({place.division1, place.division2} & ids for place in candidates[:40])


def radius_of(level: str, relation: str) -> float:
    """Kilometres within which the incident lies: by level, wider for "near" or "west of"."""
    return _RADIUS.get(level, 10.0) + widening(relation)


def widening(relation: str) -> float:
    """The kilometres that a relation such as "near" adds to a place's radius."""
    return _WIDER.get(relation, 15.0)


def _rank(
    gazetteer: Gazetteer,
    place: Candidate,
    context: Context,
    scores: Scores,
    containers: Sequence[tuple[str, str, float]],
    neighbours: Sequence[Candidate],
) -> tuple[float, Candidate, str]:
    score = prominence(place) + _fit(context.level, place.level)
    reason = "the most prominent of that name"
    ids = {place.division1, place.division2, f"country.{place.country}"}
    held = [(worth, label) for id, label, worth in containers if id in ids and id != place.id]
    if held:
        score += max(held)[0]
        reason = f"lies in {max(held)[1]}, which is named beside it"
    elif any(distance(place, other) <= _NEAR_KM for other in neighbours):
        score += 3.0
        reason = "lies near a place named beside it"
    total = sum(scores.countries.values())
    if total:
        share = scores.countries[place.country] / total
        score += 7.0 * share
        if share > 0.5 and not held:
            reason = f"the report is mostly about the country {place.country}"
    if place.division1 in scores.divisions:
        score += 3.0
    return score, place, reason


def _fit(wanted: str, level: str) -> float:
    if not wanted or wanted == "any":
        return 0.0
    if (wanted, level) in _MISFITS:
        return -4.0
    return _FITS.get((wanted, level), -1.0)


def _sentence(place: Candidate, reason: str, count: int) -> str:
    if count == 1:
        return "The only place of that name."
    return (
        f"Of {count} places of that name this one {reason}."
        if "lies" in reason
        else f"Of {count} places: {reason}."
    )


def _base(place: Candidate) -> float:
    if place.level in _BASE:
        return _BASE[place.level]
    if place.source == "tawatur":
        return 4.0
    if place.level not in ("town", "camp"):
        return 0.0
    if place.country not in _KNOWN:
        return 2.0
    return 4.0 if place.population >= 50_000 else 3.0 if place.population >= 10_000 else 2.0

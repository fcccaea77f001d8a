"""Find the means of violence that a text names."""

from collections.abc import Iterator

from ..lexicon import Hit, Hits
from ..model.mentions import Weapon
from ..text import Text

_ATTACKS = frozenset({"shelling", "air_strike", "drone_strike", "interception", "armed_attack"})


def find_weapons(text: Text, hits: Hits) -> tuple[Weapon, ...]:
    """Every means named in a text, in order; words that only sound like one are left out."""
    return tuple(_weapons(hits))


def _weapons(hits: Hits) -> Iterator[Weapon]:
    seen = -1
    for hit in hits.of("weapon"):
        if hit.first >= seen and not _is_something_else(hits, hit) and _is_sure(hits, hit):
            seen = hit.last
            yield _weapon(hit)


def _is_something_else(hits: Hits, hit: Hit) -> bool:
    other = hits.covering(hit.first, "weapon-unless")
    return other is not None and other.last >= hit.last


def _is_sure(hits: Hits, hit: Hit) -> bool:
    """A word that often means something else ("مسيرة") needs a surer word, or a verb of attack beside it."""
    beside = (hit.value or {}).get("beside")
    return not beside or any(_supports(other, beside) for other in hits.of("weapon")) or _is_fired(hits, hit)


def _is_fired(hits: Hits, hit: Hit) -> bool:
    """ "Bombed with the drones", "the drones struck": a verb of attack right before the word or after it."""
    around = (hits.covering(hit.first - 1, "event"), hits.at(hit.last, "event"))
    return any(
        act is not None and act.value["part"] == "verb" and act.value["type"] in _ATTACKS for act in around
    )


def _supports(other: Hit, means: str) -> bool:
    return other.id == means or (other.value or {}).get("implies") in ("shelling", "missile", "air_strike")


def _weapon(hit: Hit) -> Weapon:
    value = hit.value or {}
    means = value.get("beside") or hit.id
    rule, implies = f"weapon/{hit.id}", value.get("implies")
    return Weapon(span=hit.span, first=hit.first, last=hit.last, rule=rule, id=means, implies=implies)

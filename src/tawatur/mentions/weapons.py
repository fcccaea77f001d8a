"""Find the means of violence that a text names."""

from collections.abc import Iterator, Sequence

from ..lexicon import Hit, Hits
from ..model.mentions import Weapon
from ..text import Text

_ATTACKS = frozenset({"shelling", "air_strike", "drone_strike", "interception", "armed_attack"})
_OWNERS = ("actor", "body", "nation", "membership")
_OWNER = 5
"""Words that an owner's name may take before the verb."""
_PHRASE = 3
"""Words that a phrase for an act may take."""


def find_weapons(text: Text, hits: Hits) -> tuple[Weapon, ...]:
    """Every means named in a text, in order; words that only sound like one are left out."""
    return tuple(_weapons(hits))


def _weapons(hits: Hits) -> Iterator[Weapon]:
    seen = -1
    for hit in sorted((*hits.of("weapon"), *hits.of("tool")), key=lambda hit: hit.first):
        if hit.first >= seen and not _is_something_else(hits, hit) and _is_sure(hits, hit):
            seen = hit.last
            yield _weapon(hit)


def _is_something_else(hits: Hits, hit: Hit) -> bool:
    other = hits.covering(hit.first, "weapon-unless")
    return other is not None and other.last >= hit.last


def _is_sure(hits: Hits, hit: Hit) -> bool:
    """A word that often means something else ("مسيرة") needs a surer word, or a verb of attack beside it."""
    value = hit.value or {}
    if value.get("acts"):
        return not hit.enclitic and _is_beside_act(hits, hit, value["acts"], value.get("reach", 0))
    beside = value.get("beside")
    return not beside or any(_supports(other, beside) for other in hits.of("weapon")) or _is_fired(hits, hit)


def _is_beside_act(hits: Hits, hit: Hit, acts: Sequence[str], reach: int) -> bool:
    """ "A car exploded", "the explosion of a motorbike": the thing is what blew up."""
    near = hits.between("event", max(0, hit.first - reach - _PHRASE), hit.last + reach + 1)
    return any(
        act.value["type"] in acts and act.value["part"] != "thing" and act.last + reach >= hit.first
        for act in near
    )


def _is_fired(hits: Hits, hit: Hit) -> bool:
    """ "Bombed with the drones", "the drones struck": a verb of attack right before the word or after it."""
    if any(_is_attack(act) for act in (hits.covering(hit.first - 1, "event"), hits.at(hit.last, "event"))):
        return True
    return _is_shot_down(hits, hit) or any(_is_its_own(act) for act in _after_owner(hits, hit))


def _is_attack(act: Hit | None) -> bool:
    return act is not None and act.value["part"] == "verb" and act.value["type"] in _ATTACKS


def _is_shot_down(hits: Hits, hit: Hit) -> bool:
    """ "The downing of a drone": no march is intercepted."""
    act = hits.covering(hit.first - 1, "event")
    return act is not None and act.value["type"] == "interception"


def _after_owner(hits: Hits, hit: Hit) -> Iterator[Hit]:
    """The acts behind the words that say whose it is: "a drone that belongs to A struck"."""
    ends = (tie.last for tie in hits.all_at(hit.last, "tie"))
    start = next(ends, hit.last)
    owned = start > hit.last or any(hits.at(hit.last, name) for name in _OWNERS)
    return iter(hits.between("event", start, start + _OWNER)) if owned else iter(())


def _is_its_own(act: Hit) -> bool:
    """A verb of attack with the feminine ending that a drone takes."""
    return _is_attack(act) and bool({"fs", "fp"} & act.features)


def _supports(other: Hit, means: str) -> bool:
    return other.id == means or (other.value or {}).get("implies") in ("shelling", "missile", "air_strike")


def _weapon(hit: Hit) -> Weapon:
    value = hit.value or {}
    means = value.get("beside") or hit.id
    rule, implies = f"weapon/{hit.id}", value.get("implies")
    return Weapon(span=hit.span, first=hit.first, last=hit.last, rule=rule, id=means, implies=implies)

"""Toll words that are themselves the counted noun: "four dead", "two wounded", "the bodies of three men"."""

from ..lexicon import Hit
from ..mentions.numbers import is_count
from ..model.spans import hull
from .people import People, counts, joined, of_actor, of_number
from .scene import Scene
from .toll_people import people_before

_REFERS = 4
_PART_REACH = 12
_RISE = 20
_SELF_SLOTS = {"dual": (2, 2), "pl": (2, None)}


def people_of_noun(scene: Scene, hit: Hit) -> People | None:
    """A toll word that is itself the counted noun: "four dead", "two wounded", "the bodies of three men"."""
    if _is_subset(scene, hit):
        return None
    found = _risen_to(scene, hit) or _numbered(scene, hit) or _annexed(scene, hit)
    found = found or _qualified(scene, hit) or _shares_number(scene, hit)
    if found:
        return found
    if _refers(scene, hit):
        return None
    low, high = next((_SELF_SLOTS[f] for f in ("dual", "pl") if f in hit.features), (1, 1))
    return People(low, high, (), hit.span, hit.first, hit.last)


def _risen_to(scene: Scene, hit: Hit) -> People | None:
    """ "The number of dead of the attack on A rose to 12": the number stands behind "to", a word away or ten."""
    if not any(h.value == "later" for h in scene.hits_in("recount", max(0, hit.first - 3), hit.first)):
        return None
    clause = scene.clause_of(hit.first)
    end = min(
        scene.text.sentence_of(hit.first).last, clause.last if clause else hit.last + _RISE, hit.last + _RISE
    )
    for number in scene.numbers(hit.last, end):
        before = scene.hits.at(number.first - 1, "particle")
        if before and before.value == "to" and is_count(number):
            return of_number(number)
    return None


def _is_subset(scene: Scene, hit: Hit) -> bool:
    """A part of those counted before: "among them nine in A and one dead in B"."""
    openers = scene.hits_in(
        "subset", max(scene.text.sentence_of(hit.first).first, hit.first - _PART_REACH), hit.first
    )
    if not openers or "," in scene.text.words[hit.first].gap:
        return False
    between = scene.text.words[openers[-1].last : hit.first]
    return not any("," in word.gap for word in between[1:])


def _numbered(scene: Scene, hit: Hit) -> People | None:
    """Its number stands right before it, or the mention that it opens is counted."""
    for number in reversed(scene.numbers(max(0, hit.first - 4), hit.first)):
        if number.last == hit.first and not number.ordinal:
            return People(number.low, number.high, (), hull(number.span, hit.span), number.first, hit.last)
    actor = next((a for a in scene.actors(hit.first, hit.last) if a.counted), None)
    return of_actor(scene, actor) if actor else None


def _shares_number(scene: Scene, hit: Hit) -> People | None:
    """ "Dozens of dead and wounded": the second noun has the first one's open number."""
    if not scene.text.words[hit.first].form.startswith("و"):
        return None
    before = next(
        (h for h in scene.hits_in("toll", hit.first - 1, hit.first) if h.value["people"] == "self"), None
    )
    people = _numbered(scene, before) if before else None
    return people if people and people.high is None else None


def _annexed(scene: Scene, hit: Hit) -> People | None:
    """People right after it, whose bodies they are: "the bodies of three men"."""
    actor = next(iter(scene.actors(hit.last, hit.last + 1)), None)
    if actor is None or not counts(actor) or scene.text.words[hit.last].form.startswith("و"):
        return None
    if (hit.definite or hit.enclitic or "construct" in hit.features) and actor.head != "person":
        return None
    people = joined(scene, of_actor(scene, actor), scene.text.sentence_of(hit.first).last)
    return people if "sg" not in hit.features or people.low == 1 else None


def _qualified(scene: Scene, hit: Hit) -> People | None:
    """What only says how the people before it are: "two shepherds, killed", "five suffered wounds"."""
    if hit.proclitics == "ل" and "pl" in hit.features:
        return people_before(scene, hit)
    if hit.first and not hit.definite and not scene.text.words[hit.first].form.startswith("و"):
        actor = next((a for a in scene.actors(hit.first - 3, hit.first) if a.last == hit.first), None)
        return of_actor(scene, actor) if actor and counts(actor) else None
    return None


def _refers(scene: Scene, hit: Hit) -> bool:
    """Known dead, told without a number: "the martyr", "the dead were buried"."""
    if scene.hits_in("refers", max(0, hit.first - _REFERS), hit.first):
        return True
    return hit.definite or bool(hit.enclitic)

"""Who the dead and injured of an incident are."""

from collections.abc import Iterable, Sequence

from ..mentions.actor_others import OTHERS
from ..model.mentions import Actor
from .drafts import Draft
from .role_sides import is_bare, is_kin
from .scene import Scene
from .tolls import Toll

_SUBSET = "actor/subset"
_OF_EITHER_SIDE = ("armed_clash", "riot", "protest")
_REACH = 12
"""Words after a toll in which a part of those counted may be named."""


def victims_of(scene: Scene, draft: Draft) -> str | None:
    """civilians, combatants, mixed or unknown; None where the report tells of no dead or injured."""
    tolls = [t for t in draft.tolls if t.slot in ("killed", "injured") and not t.is_zero]
    if not tolls:
        return None
    kinds = _kinds(actor for toll in tolls for actor in toll.people)
    parts = _kinds(actor for toll in tolls for actor in _parts(scene, toll))
    if kinds:
        kinds |= parts
    elif draft.type in _OF_EITHER_SIDE and parts != {"combatants"} and _are_bare(draft, tolls):
        kinds = set()
    else:
        kinds = _of_parts(tolls, parts) or _implied(draft, tolls)
    if len(kinds) > 1:
        return "mixed"
    return kinds.pop() if kinds else "unknown"


def _kinds(actors: Iterable[Actor]) -> set[str]:
    people = list(actors)
    told = [actor for actor in people if not is_kin(actor)] or people
    return {kind for actor in told if (kind := kind_of_people(actor)) != "unknown"}


def kind_of_people(actor: Actor) -> str:
    """What an actor's people are; nationals of whom nothing else is told are civilians."""
    return "civilians" if "/nation" in actor.rule else actor.kind


def _parts(scene: Scene, toll: Toll) -> Sequence[Actor]:
    """ "Among them two children": people named as part of those that a toll counts."""
    sentence = scene.text.sentences[toll.sentence]
    end = min(sentence.last, toll.last + _REACH)
    listed = scene.hits_in("numbering", toll.last, toll.last + 1)
    found = scene.actors(toll.last, end)
    return [actor for actor in found if actor.rule.startswith(_SUBSET) or (listed and actor.counted)]


def _of_parts(tolls: Sequence[Toll], parts: set[str]) -> set[str]:
    """Bare people with civilians among them are civilians; with soldiers among them, both."""
    return {"civilians", "combatants"} if "combatants" in parts else parts


def _are_bare(draft: Draft, tolls: Sequence[Toll]) -> bool:
    """Bare people of either side of a clash; in a riot also those counted without a noun."""
    people = [actor for toll in tolls for actor in toll.people]
    return all(is_bare(actor) for actor in people) and bool(people or draft.type != "armed_clash")


def _implied(draft: Draft, tolls: Sequence[Toll]) -> set[str]:
    """Bare people are civilians where homes or a market were hit; people without a noun are the party hit."""
    if any(actor.head == "place_of" for actor in draft.against):
        return {"civilians"}
    hit = {kind_of_people(actor) for actor in draft.against} - {"unknown"}
    if any(is_bare(actor) and actor.rule != OTHERS for toll in tolls for actor in toll.people):
        return hit if hit == {"civilians"} else set()
    return hit if len(hit) == 1 else set()

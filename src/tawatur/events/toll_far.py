"""People whom an act took, told far behind its word: "a patrol in A, in the region of B, arrested seven men"."""

from ..lexicon import Hit
from ..model.mentions import Actor
from .grammar import is_free
from .people import People, of_actor, people_after
from .scene import Scene

_FAR = 25
_REACHED = 14
"""Words between "arrests" and "which hit twenty youths"."""
_NEAR = 4
_OTHER_ACTS = ("event", "toll", "shift")


def far_object(scene: Scene, hit: Hit) -> People | None:
    """The first counted people of the clause whom nothing governs, behind the subject and its places."""
    clause = scene.clause_of(hit.first)
    end = min(clause.last if clause else hit.last, hit.last + _FAR)
    actors = scene.actors(hit.last, end)
    found = next((a for a in actors if a.counted and _may_be_taken(scene, a)), None)
    return of_actor(scene, found) if found and not _acts_between(scene, hit.last, found.first) else None


def _may_be_taken(scene: Scene, actor: Actor) -> bool:
    people = actor.head in ("class", "members", "person") and not actor.rule.startswith("actor/subset")
    return people and bool(scene.numbers(actor.first, actor.first + 1)) and is_free(scene, actor)


def _acts_between(scene: Scene, first: int, last: int) -> bool:
    return any(scene.hits_in(kind, first, last) for kind in _OTHER_ACTS)


def people_reached(scene: Scene, hit: Hit) -> People | None:
    """ "A wave of arrests in A and B, which hit twenty youths"."""
    end = min(scene.text.sentence_of(hit.first).last, hit.last + _REACHED)
    roles = (h for h in scene.hits_in("role", hit.last, end) if h.value == "against")
    verb = next((role for role in roles if role.features & {"past", "present"}), None)
    if verb is None or _acts_between(scene, hit.last, verb.first):
        return None
    return people_after(scene, verb.last, _NEAR)

"""Dead and hurt told in one number: "killed and wounded ten"; how many of each stays unsaid."""

from msgspec.structs import replace

from ..lexicon import Hit
from ..model.mentions import Actor
from .people import People, people_after
from .people_names import is_name
from .scene import Scene

_SOME_OF_EACH = 5
_LONGEST_NAME = 4
_SEVERAL = frozenset({"mp", "md", "fp", "fd"})
"""A verb that agrees in number stands behind its people."""


def is_joint(scene: Scene, hit: Hit) -> bool:
    """Whether a word of another slot stands right beside this one, joined by "and": one number for both."""
    return _partner(scene, hit) is not None or joint_noun(scene, hit) is not None


def joint_noun(scene: Scene, hit: Hit) -> Hit | None:
    """The noun that has the number of "twenty-three killed-and-wounded": two singular nouns behind it."""
    if hit.value["people"] != "self":
        return None
    front = hit.first - 1 if hit.proclitics == "و" else hit.first
    first, second = _counted_noun(scene, front, ""), _counted_noun(scene, front + 1, "و")
    if first is None or second is None or first.value["slot"] == second.value["slot"]:
        return None
    return first if any(n.last == front for n in scene.numbers(max(0, front - 3), front)) else None


def _counted_noun(scene: Scene, word: int, proclitics: str) -> Hit | None:
    """A singular toll noun at a word."""
    nouns = (h for h in scene.hits_in("toll", word, word + 1) if h.value["people"] == "self")
    return next((h for h in nouns if "sg" in h.features and h.proclitics == proclitics), None)


def _partner(scene: Scene, hit: Hit) -> Hit | None:
    """The other verb of "were killed and wounded"."""
    if not _is_verb(hit):
        return None
    after = [other for other in scene.hits.starting(hit.last) if other.proclitics == "و"]
    before = scene.hits_in("toll", hit.first - 1, hit.first) if hit.proclitics == "و" else ()
    others = (other for other in (*after, *before) if other.category == "toll" and _is_verb(other))
    found = (o for o in others if o.value["slot"] != hit.value["slot"] and _agree(hit, o))
    return next((o for o in found if not _has_subject(scene, min(hit.first, o.first))), None)


def _agree(one: Hit, other: Hit) -> bool:
    """ "That five (were) killed (pl.) and six wounded (sg.)": each of two verbs unlike in number has its own people."""
    return bool(one.features & _SEVERAL) == bool(other.features & _SEVERAL)


def _is_verb(hit: Hit) -> bool:
    return bool(hit.features & {"past", "present"})


def _has_subject(scene: Scene, verb: int) -> bool:
    """ "That a soldier was killed and another wounded": the first verb has its own people before it."""
    word = scene.text.words[verb]
    if word.form.startswith("و") or word.gap.strip(' "'):
        return False
    found = [a for a in scene.actors(max(0, verb - 8), verb) if a.head != "object"]
    return any(a.last == verb for a in found) or bool(found and _is_called(scene, found[-1], verb))


def _is_called(scene: Scene, person: Actor, verb: int) -> bool:
    """ "The young man A B was killed and …": nothing but the name of one person parts him from his verb."""
    if person.head != "class" or not person.definite or verb - person.last > _LONGEST_NAME:
        return False
    return all(is_name(scene, word) for word in range(person.last, verb))


def people_after_joint(scene: Scene, hit: Hit) -> People | None:
    """The people of "were killed and wounded …", after the second verb."""
    other = _partner(scene, hit)
    return people_after(scene, other.last) if other and other.first == hit.last else None


def shared(people: People | None) -> People | None:
    """There were some of each, unless they were so few that there may have been one."""
    if people is None or (people.high is not None and people.high < _SOME_OF_EACH):
        return None
    return replace(people, low=min(people.low or 2, 2), high=None)

"""Dead and hurt told in one number: "killed and wounded ten"; how many of each stays unsaid."""

from msgspec.structs import replace

from ..lexicon import Hit
from .people import People, people_after
from .scene import Scene


def is_joint(scene: Scene, hit: Hit) -> bool:
    """Whether a verb of another slot stands right beside this verb, joined by "and"."""
    return _partner(scene, hit) is not None


def _partner(scene: Scene, hit: Hit) -> Hit | None:
    """The other verb of "were killed and wounded"."""
    if not _is_verb(hit):
        return None
    after = [other for other in scene.hits.starting(hit.last) if other.proclitics == "و"]
    before = scene.hits_in("toll", hit.first - 1, hit.first) if hit.proclitics == "و" else ()
    others = (other for other in (*after, *before) if other.category == "toll" and _is_verb(other))
    found = (other for other in others if other.value["slot"] != hit.value["slot"])
    return next((o for o in found if not _has_subject(scene, min(hit.first, o.first))), None)


def _is_verb(hit: Hit) -> bool:
    return bool(hit.features & {"past", "present"})


def _has_subject(scene: Scene, verb: int) -> bool:
    """ "That a soldier was killed and another wounded": the first verb has its own people before it."""
    word = scene.text.words[verb]
    if word.form.startswith("و") or word.gap.strip():
        return False
    return any(a.last == verb and a.head != "object" for a in scene.actors(max(0, verb - 8), verb))


def people_after_joint(scene: Scene, hit: Hit) -> People | None:
    """The people of "were killed and wounded …", after the second verb."""
    other = _partner(scene, hit)
    return people_after(scene, other.last) if other and other.first == hit.last else None


def shared(people: People | None) -> People | None:
    """An open number says that there were some of each; an exact one says nothing of either."""
    if people is None or people.high is not None:
        return None
    return replace(people, low=2, high=None)

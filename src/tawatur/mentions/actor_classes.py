"""Nouns that say of people only that they are some: who they are the class or the service behind says."""

from ..lexicon import Hit
from .actor_scene import Scene

_OF_ANYBODY = ("cell", "men", "member", "element")
"""Nouns for some people, of which only what follows says who they are."""
_MOURNS, _MOURNER = "announce-death", 6
"""The verb of announcing a death, and the words between it and whom it mourns: who does it, in a statement."""
_OF_NOBODY = ("unknown", "civilians")


def class_behind(scene: Scene, hit: Hit, word: int) -> Hit | None:
    """ "A group of citizens", "volunteers in the Red Crescent": the class or the service that a noun joins."""
    if service := _service_behind(scene, hit, word):
        return service
    if hit.id not in _OF_ANYBODY or hit.last - hit.first > 1 or hit.enclitic or not scene.joined(word):
        return None
    tie = scene.at(word, "tie")
    of = tie is not None and tie.id == "of" and tie.last > word
    people = scene.at(tie.last if tie and of else word, "person")
    if people is None or people.value["kind"] == "combatants" or people.value["party"] == "unknown":
        return None
    return people if people.proclitics in ("", "ال") else None


def _service_behind(scene: Scene, hit: Hit, word: int) -> Hit | None:
    """ "Members of the civil defence", "staff of a relief body": the unarmed service right behind nobody's people."""
    if hit.value["party"] not in _OF_NOBODY or not scene.joined(word):
        return None
    tie = scene.at(word, "tie")
    service = scene.at(tie.last if tie else word, "service")
    return service if service is not None and scene.joined(service.first) else None


def mourning_body(scene: Scene, first: int) -> str | None:
    """ "A mourned (نعى) three fighters": a force announces the death of its own."""
    start = max(scene.text.sentence_of(first).first, first - _MOURNER)
    told = scene.hits.between("speech", start, first)
    return scene.last_body(first) if any(verb.id == _MOURNS for verb in told) else None

"""One actor beside one act: what the rules of roles look at."""

from collections.abc import Mapping
from typing import NamedTuple

from ..lexicon import Hit
from ..model.mentions import Actor
from .frames import Frame
from .grammar import letter_before, preposition_before
from .scene import Scene

HOSTILE = frozenset({"ground", "blast", "bombardment"})
_IT = ("به", "بها")
_LETTERS = {"ل": "for", "ب": "with", "ك": "like"}


class Case(NamedTuple):
    """An actor of a frame, with the actor before it that has a side, and whether a toll counts it."""

    scene: Scene
    frame: Frame
    actor: Actor
    before: Actor | None
    sides: Mapping[int, str]
    counted: bool

    @property
    def side_before(self) -> str | None:
        return self.sides.get(self.before.first) if self.before else None

    def family(self) -> frozenset[str]:
        """The families of the acts that the frame tells."""
        return frozenset(self.scene.family(anchor.type) for anchor in self.frame.anchors)

    def tells(self, *types: str) -> bool:
        return any(anchor.type in types for anchor in self.frame.anchors)

    def tells_only(self, *types: str) -> bool:
        return all(anchor.type in types for anchor in self.frame.anchors)


def governor(case: Case) -> str | None:
    """The preposition that governs an actor, written on it or before it: in, upon, from, to, for, with …"""
    letter = letter_before(case.scene, case.actor)
    return _LETTERS[letter] if letter else preposition_before(case.scene, case.actor.first)


def role_at(case: Case, word: int) -> Hit | None:
    """A role word over a word of the frame that is none of the frame's own acts; holding is no act."""
    hit = case.scene.hits.covering(word, "role")
    if hit and hit.value == "held":
        return hit
    if hit is None or any(anchor.first == hit.first for anchor in case.frame.anchors):
        return None
    return hit


def is_done_with_it(scene: Scene, word: int) -> bool:
    """ "Did it (قام به)", "an attack with which (استهدف به) A struck": the pronoun is the act, A did it."""
    return word < len(scene.text.words) and scene.text.words[word].form in _IT


def is_verb(hit: Hit) -> bool:
    return bool(hit.features & {"past", "present"})


def is_thing(actor: Actor) -> bool:
    """A vehicle, a post, a home: it can be hit, but does nothing."""
    return actor.head in ("object", "place_of")

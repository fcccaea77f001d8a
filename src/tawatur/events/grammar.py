"""Small questions of grammar that several steps ask."""

from typing import TYPE_CHECKING

from ..lexicon import Hit
from ..model.mentions import Actor
from .scene import Scene

if TYPE_CHECKING:
    from .anchors import Anchor

_NOUN_CLITICS = ("ال", "لل", "ب", "ك", "ل")
_CONJUNCTIONS = ("و", "ف")
_VERB_ONLY = frozenset({"mp", "md", "fd", "fp", "we"})


def reads_as_verb(scene: Scene, hit: Hit) -> bool:
    """Whether an unvocalised word that may be verb or verbal noun is read as a verb.

    It is a verb where a clause opens with it, after "who" and "which", and where its ending agrees
    with a plural; a noun after a preposition, a cause, a number or with an article.
    """
    if hit.proclitics.endswith(_NOUN_CLITICS):
        return False
    if "present" in hit.features or ("past" in hit.features and hit.features & _VERB_ONLY):
        return True
    clause = scene.clause_of(hit.first)
    if hit.first == 0 or (clause and clause.first == hit.first):
        return True
    before = hit.first - 1
    if scene.hits.covering(before, "cause") or scene.hits.covering(before, "result"):
        return False
    preposition = scene.hits.at(before, "preposition")
    if preposition:
        return preposition.value == "which"
    return "," in scene.text.words[hit.first].gap or hit.proclitics in _CONJUNCTIONS or _follows_people(scene, hit)


def _follows_people(scene: Scene, hit: Hit) -> bool:
    """Subject, verb: "that three soldiers were killed"."""
    return any(actor.last == hit.first for actor in scene.actors(max(0, hit.first - 6), hit.first))


def can_act(actor: Actor) -> bool:
    """Whether an actor can be who does it: things and homes cannot, civilians hardly."""
    if actor.head in ("object", "place_of"):
        return False
    return actor.kind != "civilians" or actor.party in ("protesters", "settlers")


def acts_alone(scene: Scene, anchor: "Anchor") -> bool:
    """Whether a verb has no armed body beside it: its subject is the act told before it."""
    after = scene.actors(anchor.last, anchor.last + 2)
    if after and can_act(after[0]) and after[0].head == "body" and not preposition_before(scene, after[0].first):
        return len(scene.actors(after[0].last, after[0].last + 3)) == 0 and not _has_target(scene, after[0])
    before = scene.actors(max(0, anchor.first - 4), anchor.first)
    return not any(actor.last == anchor.first and can_act(actor) for actor in before)


def _has_target(scene: Scene, actor: Actor) -> bool:
    return any(place.first - actor.last <= 2 for place in scene.places(actor.last, actor.last + 3))


def preposition_before(scene: Scene, word: int) -> str | None:
    """What the preposition right before a word says; "that" and "which" are none."""
    hit = scene.hits.at(word - 1, "preposition") if word else None
    return str(hit.value) if hit and hit.last == word and hit.value not in ("that", "which") else None


def is_joined_by(scene: Scene, word: int, letter: str) -> bool:
    """Whether a one-letter particle is written onto a word."""
    return scene.text.words[word].form.startswith(letter)

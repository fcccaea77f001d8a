"""Small questions of grammar that several steps ask."""

from ..lexicon import Hit
from .scene import Scene

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


def preposition_before(scene: Scene, word: int) -> str | None:
    """What the preposition right before a word says; "that" and "which" are none."""
    hit = scene.hits.at(word - 1, "preposition") if word else None
    return str(hit.value) if hit and hit.last == word and hit.value not in ("that", "which") else None


def is_joined_by(scene: Scene, word: int, letter: str) -> bool:
    """Whether a one-letter particle is written onto a word."""
    return scene.text.words[word].form.startswith(letter)

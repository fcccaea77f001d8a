"""Those whom only a pronoun means: "killed him", "who was killed on Friday"."""

from ..lexicon import Hit
from ..model.mentions import Actor
from .grammar import preposition_before
from .people import People, counts, joined
from .scene import Scene

_REFERS = 4
_TOPIC = 25
"""Words between people and the verb whose pronoun means them."""
_SEVERAL = frozenset({"mp", "md", "fp", "fd", "pl", "dual"})
ONE_OR_TWO = {"ه": 1, "ها": 1, "هما": 2}
_PERSONS = ("person", "class", "members")
_OF_MANY = "ها"
"""A woman's pronoun, or that of a group told before."""


def meant_by_pronoun(scene: Scene, hit: Hit, people: People | None) -> People | None:
    """ "Arrested him", "kidnapped the two": as many as the pronoun says, with those "and" joins to it."""
    number = ONE_OR_TWO.get(hit.enclitic)
    if number is None or (people and (people.low == number or hit.enclitic == _OF_MANY)):
        return people
    return joined(scene, People(number, number, (), hit.span, hit.first, hit.last), hit.last)


def struck_before(scene: Scene, hit: Hit) -> People | None:
    """ "Besieged a man in his home and killed him (قتلوه)": one or two told before, whom the verb's pronoun means."""
    number = ONE_OR_TWO.get(hit.enclitic)
    if number is None or hit.enclitic == _OF_MANY or not _is_surely_verb(hit):
        return None
    which = scene.hits.at(hit.first - 1, "particle")
    if which is not None and which.value == "which":
        return None
    start = max(scene.text.sentence_of(hit.first).first, hit.first - _TOPIC)
    before = [a for a in scene.actors(start, hit.first) if a.head in _PERSONS and a.low in (None, number)]
    return meant_by_pronoun(scene, hit, None) if before else None


def _is_surely_verb(hit: Hit) -> bool:
    """A form that no verbal noun has: "they killed him", "so he killed him"; "her" killing is written with its ت."""
    feminine = "fs" in hit.features and hit.value["slot"] == "killed"
    return feminine or "mp" in hit.features or hit.proclitics == "ف"


def by_pronoun(scene: Scene, hit: Hit) -> People | None:
    """One person known already: "was wounded and died in hospital", "who was killed on Friday"."""
    clause = scene.clause_of(hit.first)
    if clause is None or hit.features & _SEVERAL:
        return None
    if hit.value["slot"] != "killed" and hit.proclitics != "ف":
        return None
    complete = is_complete(scene, hit) or hit.proclitics == "ف"
    if complete and preposition_after_which(scene, hit):
        return People(1, 1, _antecedent(scene, hit.first - 1), hit.span, hit.first, hit.last)
    subjects = (a for a in scene.actors(hit.last, clause.last) if preposition_before(scene, a.first) is None)
    if any(counts(actor) for actor in subjects) or not complete:
        return None
    return People(1, 1, (), hit.span, hit.first, hit.last)


def _antecedent(scene: Scene, which: int) -> tuple[Actor, ...]:
    """Whom "who" takes up: the one of a body's people who stands right before it."""
    before = scene.actors(max(0, which - _REFERS), which)
    return tuple(actor for actor in before[-1:] if actor.last == which and actor.head == "members")


def preposition_after_which(scene: Scene, hit: Hit) -> bool:
    """ "Who was killed in …": after "who" the verb's subject is said, where a bare preposition follows."""
    before = scene.hits.at(hit.first - 1, "particle") if hit.first else None
    after = scene.hits.at(hit.last, "particle")
    return bool(before and before.value == "which" and after and not after.enclitic)


def is_complete(scene: Scene, hit: Hit) -> bool:
    """Whether no noun can follow a verb as its subject: a preposition, a comma or the end does, or its own words."""
    if hit.last - hit.first > 1:
        return True
    if hit.last >= scene.text.sentence_of(hit.first).last or scene.text.words[hit.last].gap.strip():
        return True
    return any(other.category in ("particle", "cause") for other in scene.hits.starting(hit.last))

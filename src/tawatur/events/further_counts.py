"""Counts that go on without their toll word: "eight dead in A, six in B", "two activists, beside the bomber"."""

from collections.abc import Iterator

from ..lexicon import Hit
from ..mentions.numbers import is_count
from ..model.mentions import Actor, Number
from .grammar import is_joined
from .people import People, are_elsewhere, is_one, of_actor, of_number, together
from .scene import Scene

_FURTHER = 7
"""Words between one count and the next that goes on from it."""
_ASIDES = 20
"""Words between one named and the next: by whom and where the first was killed."""
_KIN = "relatives"
_WITH_THEM = "with-them"
_WITH = "ب"


def counted_on(scene: Scene, people: People) -> Iterator[People]:
    """Bare numbers that go on counting elsewhere: "eight dead in A, six in B and two in C"."""
    end, last = scene.text.sentence_of(people.first).last, people.last
    while more := _next_number(scene, last, end) or _next_people(scene, last, end):
        yield more
        last = more.last


def _next_number(scene: Scene, last: int, end: int) -> People | None:
    number = scene.first_number(last, end)
    if number is None:
        return None
    near = number.first - last <= _FURTHER and (
        _is_elided(scene, number, last)
        or _is_by_other_means(scene, number, last)
        or _is_of_other_side(scene, number, last)
    )
    return of_number(number) if near or _is_next_one(scene, number, last) else None


def _next_people(scene: Scene, last: int, end: int) -> People | None:
    """ "… and eight citizens in B", "and a child in C": people told anew with where they were."""
    actor = scene.first_actor(last, min(end, last + _FURTHER))
    if actor is None or actor.head not in ("members", "class"):
        return None
    if actor.counted and _are_hurt_otherwise(scene, actor, last):
        return of_actor(scene, actor)
    if actor.definite:
        return None
    if not is_joined(scene, actor.first) or not (actor.counted or is_one(scene, actor, actor.first)):
        return None
    return of_actor(scene, actor) if are_elsewhere(scene, last, actor.first, actor.last) else None


def _are_hurt_otherwise(scene: Scene, actor: Actor, last: int) -> bool:
    """ "Two were hurt by bullets and a number of villagers by gas": people told anew with how they were hurt."""
    if not is_joined(scene, actor.first) or not _is_by(scene, actor.last):
        return False
    told = scene.hits_in("toll", last, actor.last)
    return not told and any(_is_by(scene, at) for at in range(last, min(actor.first, last + 2)))


def counted_beside(scene: Scene, people: People) -> People | None:
    """ "Two activists were killed in the clash, beside the bomber": more of those counted, behind "beside"."""
    end = min(scene.text.sentence_of(people.first).last, people.last + _FURTHER)
    besides = (hit for hit in scene.hits_in("particle", people.last, end) if hit.value == "besides")
    hit = next(besides, None) or _with_them(scene, people)
    if hit and scene.hits_in("toll", people.last, hit.first):
        return None
    actor = scene.first_actor(hit.last, hit.last + 1) if hit else _companions(scene, people.last)
    if actor is None or actor.head == "person":
        return None
    people = of_actor(scene, actor)
    told = actor.high is not None or people.last > actor.last or is_one(scene, actor, actor.first)
    return people if told else None


def with_also_named(scene: Scene, people: People | None) -> People | None:
    """Those counted with the one named far behind them: "A was killed by a sniper in B, and also C"."""
    named = _also_named(scene, people) if people and people.actors else None
    return together(people, of_actor(scene, named)) if people and named else people


def _also_named(scene: Scene, people: People) -> Actor | None:
    """ "The killing of the medic A by a sniper in B, and also of the citizen C": the next one told by name."""
    end = min(scene.text.sentence_of(people.first).last, people.last + _ASIDES)
    also = next((hit for hit in scene.hits_in("also", people.last, end) if hit.proclitics == "و"), None)
    actor = scene.first_actor(also.last, also.last + 1) if also else None
    if also is None or actor is None or not _is_one_named(actor) or not _is_one_named(people.actors[-1]):
        return None
    verbs = (
        *scene.hits_in("toll", people.last, also.first),
        *scene.hits_in("speech", people.last, also.first),
    )
    return None if verbs else actor


def _is_one_named(actor: Actor) -> bool:
    """ "The citizen A B": told by name, the name known or not."""
    return actor.head == "person" or (actor.head == "class" and actor.definite and not actor.counted)


def _with_them(scene: Scene, people: People) -> Hit | None:
    """ "A was killed at dawn as his car was hit near B, and with him (ومعه) his driver": however far behind."""
    end = min(scene.text.sentence_of(people.first).last, people.last + _ASIDES)
    return next((hit for hit in scene.hits_in("particle", people.last, end) if hit.id == _WITH_THEM), None)


def _companions(scene: Scene, last: int) -> Actor | None:
    """ "… with two of his guards", "with his son": people who are those just counted's."""
    hit = _with(scene, last)
    actor = scene.first_actor(hit.last, hit.last + 1) if hit else None
    if hit is None or actor is None or _is_of_fight(scene, hit):
        return None
    behind = actor.last + 2 if scene.numbers(actor.first, actor.first + 1) else actor.last
    nouns = scene.hits_in("person", actor.first, behind)
    return actor if any(noun.enclitic or noun.id == _KIN for noun in nouns) else None


def _is_of_fight(scene: Scene, hit: Hit) -> bool:
    """ "Clashes with": the noun before says what "with" means."""
    acts = scene.hits_in("event", hit.first - 1, hit.first)
    return any(not act.features & {"past", "present"} for act in acts)


def _with(scene: Scene, last: int) -> Hit | None:
    """The first "with" behind those counted that no comma, verb or other count parts from them."""
    roles = scene.hits_in("role", last, min(scene.text.sentence_of(last - 1).last, last + _ASIDES))
    hit = next((hit for hit in roles if hit.value == "with"), None)
    if hit is None or any("," in scene.text.words[at].gap for at in range(last, hit.first + 1)):
        return None
    told = ("toll", "result", "speech")
    return None if any(scene.hits_in(kind, last, hit.first) for kind in told) else hit


def _is_next_one(scene: Scene, number: Number, last: int) -> bool:
    """ "… and a youth was hurt in the chest, and a third in the foot": one more by the same word."""
    word = scene.text.words[number.first].form
    if not number.ordinal or not word.startswith("و") or word.startswith("وال"):
        return False
    told = ("toll", "event", "result", "person")
    people = scene.hits_in("person", number.last, number.last + 1)
    if number.first - last > 2 * _FURTHER or any("sg" not in p.features or p.proclitics for p in people):
        return False
    return not any(scene.hits_in(kind, last, number.first) for kind in told)


def _is_by_other_means(scene: Scene, number: Number, last: int) -> bool:
    """ "Four were hurt by bullets and dozens by gas": a bare number, by what before it and by what behind it."""
    if (
        not is_joined(scene, number.first)
        or not is_count(number)
        or scene.hits_in("subset", last, number.first)
    ):
        return False
    if scene.actors(number.first, number.last + 1) or scene.hits_in("toll", last, number.last + 1):
        return False
    before = range(last, min(number.first, last + 2))
    return _is_by(scene, number.last) and any(_is_by(scene, at) for at in before)


def _is_of_other_side(scene: Scene, number: Number, last: int) -> bool:
    """ "15 dead of the attackers and two of (واثنين من) the defenders": a number and whose they are, as before it."""
    if not is_joined(scene, number.first) or not is_count(number):
        return False
    if scene.hits.at(number.last, "tie") is None or scene.hits.at(last, "tie") is None:
        return False
    kinds = ("toll", "result", "subset", "event", "speech")
    return not any(scene.hits_in(kind, last, number.last) for kind in kinds)


def _is_by(scene: Scene, word: int) -> bool:
    """ "By bullets (برصاص)", "with bruises": how people were hurt."""
    hurt = scene.hits.at(word, "hurt")
    return hurt is not None and hurt.proclitics.startswith(_WITH)


def _is_elided(scene: Scene, number: Number, last: int) -> bool:
    """A number joined by "and" that counts nobody named, a place before it and a place after it."""
    if (
        not is_joined(scene, number.first)
        or not is_count(number)
        or scene.actors(number.first, number.last + 1)
    ):
        return False
    return are_elsewhere(scene, last, number.first, number.last)

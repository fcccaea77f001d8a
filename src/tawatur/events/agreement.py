"""In what two drafts agree and differ, as the regression over retellings weighs it (`data/models/retelling.yml`)."""

from collections.abc import Iterator, Sequence
from math import log2

from ..model.mentions import Actor, Place
from .drafts import Draft
from .likeness import answers, authors_conflict, kind_likeness, parties_of, times_conflict
from .retelling import words_shared
from .same_places import contains, kilometres, place_likeness
from .same_tolls import only_toll, same_tolls, toll_likeness
from .scene import Scene
from .telling_apart import different_persons, is_told_apart, opens_elsewhere, other_number

_WIDE = ("country", "division1", "division2", "region")
_FAR_KM = 60


def likelihood(scene: Scene, told: Sequence[Draft], number: int, draft: Draft) -> float:
    """The probability that ``draft`` tells ``told[number]`` again."""
    return scene.retelling.likelihood(agreement(scene, told, number, draft))


def is_ruled_out(scene: Scene, a: Draft, b: Draft) -> bool:
    """Whether words or counts say that the later one is another happening, however much they share."""
    if other_number(scene, a, b) or answers(a, b):
        return True
    if b.definite:
        return False
    recounted = place_likeness(scene, a, b) == 2.0 or _is_voiced(scene, b)
    if toll_likeness(a, b) < 0 and not recounted:
        return True
    return is_told_apart(scene, b) or opens_elsewhere(scene, b) or different_persons(scene, a, b)


def agreement(scene: Scene, told: Sequence[Draft], number: int, draft: Draft) -> dict[str, float]:
    """What speaks for and against it that ``draft`` tells ``told[number]`` again: names and their values."""
    before = told[number]
    marks = (_type, _place, _toll, _time, _parties, _telling)
    found = {name: 1.0 for mark in marks for name in mark(scene, before, draft)}
    found["order/last"] = float(number == len(told) - 1)
    found["order/told"] = log2(len(told))
    found["order/sentences"] = log2(1 + max(0, draft.sentence - before.frames[-1].sentence - 1))
    found["words/shared"] = words_shared(scene, before, draft)
    return found


def _type(scene: Scene, a: Draft, b: Draft) -> Iterator[str]:
    family, other = scene.family(a.type), scene.family(b.type)
    likeness = kind_likeness(scene, a, b)
    if a.type == b.type:
        yield "type/same"
        yield f"type/{family}"
    elif likeness is not None:
        yield "type/alike"
    else:
        yield "type/other"
        yield "type/other-family" if family != other else "type/of-family"


def _place(scene: Scene, a: Draft, b: Draft) -> Iterator[str]:
    if a.place is None or b.place is None:
        yield f"place/{'neither' if a.place is b.place else 'only-later' if a.place is None else 'only-earlier'}"
        return
    likeness = place_likeness(scene, a, b)
    if likeness is None:
        yield "place/other"
        yield from _distance(a.place, b.place)
    elif likeness == 2.0:
        yield "place/same"
    else:
        yield (
            "place/inside"
            if contains(scene, a, b)
            else "place/around"
            if contains(scene, b, a)
            else "place/near"
        )


def _distance(a: Place, b: Place) -> Iterator[str]:
    if a.level not in _WIDE and b.level not in _WIDE:
        yield "place/both-fine"
    apart = kilometres(a, b)
    if apart is None:
        yield "place/unknown"
    elif apart > _FAR_KM:
        yield "place/far"


def _toll(scene: Scene, a: Draft, b: Draft) -> Iterator[str]:
    likeness = toll_likeness(a, b)
    if likeness < 0:
        yield "toll/other"
    elif likeness > 0:
        yield "toll/same" if likeness == 2.0 else "toll/agrees"
    elif a.tolls and b.tolls:
        yield "toll/other-people"
    if same_tolls(a, b, anyhow=True):
        yield "toll/exact"
    if only_toll(b):
        yield "toll/only"


def _time(scene: Scene, a: Draft, b: Draft) -> Iterator[str]:
    if times_conflict(a, b):
        yield "time/other"
    elif a.time and b.time and (a.time.earliest, a.time.latest) == (b.time.earliest, b.time.latest):
        yield "time/same"


def _parties(scene: Scene, a: Draft, b: Draft) -> Iterator[str]:
    if authors_conflict(a, b):
        yield "by/other"
    else:
        yield f"by/{_shared(a.by, b.by)}"
    yield f"against/{_shared(a.against, b.against)}"


def _shared(ours: Sequence[Actor], theirs: Sequence[Actor]) -> str:
    one, other = parties_of(ours), parties_of(theirs)
    if one & other:
        return "same"
    if one and other:
        return "different"
    return "only-earlier" if one else "only-later" if other else "neither"


def _telling(scene: Scene, a: Draft, b: Draft) -> Iterator[str]:
    """How the later one is told: as known, apart from the others, right after the opening, by the first to speak."""
    if b.definite:
        yield "told/definite"
    if is_told_apart(scene, b):
        yield "told/apart"
    if opens_elsewhere(scene, b):
        yield "told/elsewhere"
    if b.sentence == a.frames[-1].sentence:
        yield "told/in-one-sentence"
    if scene.opening is not None and a.sentence <= scene.opening:
        yield "told/of-opening"
        if b.sentence == scene.opening + 1:
            yield "told/after-opening"
    if _is_voiced(scene, b) and not _is_voiced(scene, a):
        yield "told/by-a-voice"


def _is_voiced(scene: Scene, draft: Draft) -> bool:
    sentence = scene.text.sentences[draft.sentence]
    return any(sentence.first <= speaker.first < sentence.last for speaker in scene.mentions.speakers)

"""In what two drafts agree and differ, as the regression over retellings weighs it (`data/models/retelling.yml`)."""

from collections.abc import Mapping, Sequence
from math import exp, log2

from ..lexicon import Regression
from ..model.mentions import Actor, Place
from .drafts import Draft
from .likeness import (
    answers,
    authors_conflict,
    kind_likeness,
    lies_back,
    parties_of,
    same_days,
    times_conflict,
)
from .retelling import words_shared
from .same_places import WIDE_LEVELS, contains, kilometres, place_likeness
from .same_tolls import only_toll, same_tolls, toll_likeness
from .scene import Scene
from .telling_apart import different_persons, is_told_apart, opens_elsewhere, other_number

_FAR_KM = 60
_DEFINITE = "told/definite"
_SHARED = ("place", "time", "by", "against", "words")
"""Kinds of marks of which one is found."""
_TOLLS = ("toll/same", "toll/agrees", "toll/exact", "toll/only")
"""Marks that may stand side by side."""


def likelihoods(
    scene: Scene, told: Sequence[Draft], among: Sequence[int], draft: Draft, own: Sequence[str], least: float
) -> list[float]:
    """The probability, for each of the numbered ones, that ``draft`` tells it again; 0 where below ``least``.

    ``own``: what the draft's own words say, by ``own_marks``.
    """
    model = scene.retelling
    rest = 0.0
    for kind in _SHARED:
        rest += model.most.get(kind, 0.0)
    for name in _TOLLS:
        rest += max(0.0, model.weights.get(name, 0.0))
    found = []
    for number in among:
        marks = _standing(scene, told, number, draft, own)
        if likelihood(model, marks, rest) >= least:
            marks.update(_sharing(scene, told[number], draft))
            found.append(likelihood(model, marks))
        else:
            found.append(0.0)
    return found


def likelihood(model: Regression, found: Mapping[str, float], more: float = 0.0) -> float:
    """The probability, from 0 to 1, that goes with what was found, and with ``more`` log-odds beside it.

    >>> likelihood(Regression(constant=0.0, weights={"same": 1.0}), {"same": 0.0})
    0.5
    """
    odds, weights = model.constant + more, model.weights
    for name, value in found.items():
        odds += weights.get(name, 0.0) * value
    return 1.0 / (1.0 + exp(-odds))


def stands_alone(own: Sequence[str]) -> bool:
    """Whether its own words say that a draft is another happening than all told before it."""
    return bool(own) and _DEFINITE not in own


def is_ruled_out(scene: Scene, a: Draft, b: Draft) -> bool:
    """Whether words or counts say that the later one is another happening than this, however much they share."""
    if other_number(scene, a, b) or answers(a, b) or lies_back(scene, a, b):
        return True
    if b.definite:
        return False
    if toll_likeness(a, b) < 0 and b.sentence not in scene.voiced and place_likeness(scene, a, b) != 2.0:
        return True
    return different_persons(scene, a, b)


def agreement(scene: Scene, told: Sequence[Draft], number: int, draft: Draft) -> dict[str, float]:
    """What speaks for and against it that ``draft`` tells ``told[number]`` again: names and their values."""
    return _standing(scene, told, number, draft, own_marks(scene, draft)) | _sharing(
        scene, told[number], draft
    )


def _standing(
    scene: Scene, told: Sequence[Draft], number: int, draft: Draft, own: Sequence[str]
) -> dict[str, float]:
    """Of what types the two are, and where in the report they stand."""
    before = told[number]
    found = dict.fromkeys((*own, *_type(scene, before, draft), *_telling(scene, before, draft)), 1.0)
    found["order/last"] = float(number == len(told) - 1)
    found["order/told"] = log2(len(told))
    found["order/sentences"] = log2(1 + max(0, draft.sentence - before.frames[-1].sentence - 1))
    return found


def _sharing(scene: Scene, a: Draft, b: Draft) -> dict[str, float]:
    """What they share of place, day, people and words."""
    found = dict.fromkeys((*_place(scene, a, b), *_toll(a, b), *_time(scene, a, b), *_parties(a, b)), 1.0)
    found["words/shared"] = words_shared(scene, a, b)
    return found


def own_marks(scene: Scene, draft: Draft) -> list[str]:
    """What its own words say of the later one: known before, or told apart from all others."""
    said = {
        _DEFINITE: draft.definite,
        "told/apart": is_told_apart(scene, draft),
        "told/elsewhere": opens_elsewhere(scene, draft),
    }
    return [name for name, is_so in said.items() if is_so]


def _type(scene: Scene, a: Draft, b: Draft) -> list[str]:
    family, other = scene.family(a.type), scene.family(b.type)
    if a.type == b.type:
        return ["type/same", f"type/{family}"]
    if kind_likeness(scene, a, b) is not None:
        return ["type/alike"]
    return ["type/other", "type/other-family" if family != other else "type/of-family"]


def _place(scene: Scene, a: Draft, b: Draft) -> list[str]:
    if a.place is None or b.place is None:
        told = "only-earlier" if a.place else "only-later" if b.place else "neither"
        return [f"place/{told}"]
    likeness = place_likeness(scene, a, b)
    if likeness is None:
        return ["place/other", *_distance(a.place, b.place)]
    if likeness == 2.0:
        return ["place/same"]
    return [
        "place/inside" if contains(scene, a, b) else "place/around" if contains(scene, b, a) else "place/near"
    ]


def _distance(a: Place, b: Place) -> list[str]:
    fine = ["place/both-fine"] if a.level not in WIDE_LEVELS and b.level not in WIDE_LEVELS else []
    apart = kilometres(a, b)
    if apart is None:
        return [*fine, "place/unknown"]
    return [*fine, "place/far"] if apart > _FAR_KM else fine


def _toll(a: Draft, b: Draft) -> list[str]:
    found = ["toll/only"] if only_toll(b) else []
    if not a.tolls or not b.tolls:
        return found
    likeness = toll_likeness(a, b)
    if likeness < 0:
        found.append("toll/other")
    elif likeness > 0:
        found.append("toll/same" if likeness == 2.0 else "toll/agrees")
    else:
        found.append("toll/other-people")
    if same_tolls(a, b, anyhow=True):
        found.append("toll/exact")
    return found


def _time(scene: Scene, a: Draft, b: Draft) -> list[str]:
    if times_conflict(scene, a, b):
        return ["time/other"]
    return ["time/same"] if same_days(a, b) else []


def _parties(a: Draft, b: Draft) -> list[str]:
    by = "other" if authors_conflict(a, b) else _shared(a.by, b.by)
    return [f"by/{by}", f"against/{_shared(a.against, b.against)}"]


def _shared(ours: Sequence[Actor], theirs: Sequence[Actor]) -> str:
    one, other = parties_of(ours), parties_of(theirs)
    if one & other:
        return "same"
    if one and other:
        return "different"
    return "only-earlier" if one else "only-later" if other else "neither"


def _telling(scene: Scene, a: Draft, b: Draft) -> list[str]:
    """Where the later one is told: in one sentence, right after the opening, by the first to speak."""
    of_opening = scene.opening is not None and a.sentence <= scene.opening
    said = {
        "told/in-one-sentence": b.sentence == a.frames[-1].sentence,
        "told/of-opening": of_opening,
        "told/after-opening": of_opening and scene.opening is not None and b.sentence == scene.opening + 1,
        "told/by-a-voice": b.sentence in scene.voiced and a.sentence not in scene.voiced,
    }
    return [name for name, is_so in said.items() if is_so]

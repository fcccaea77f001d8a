"""Where a happening was."""

import itertools
from collections.abc import Sequence
from typing import NamedTuple

from ..mentions.place_choice import widening
from ..model.mentions import Place
from ..text import fold_phrase
from .boundaries import reasons_in
from .frames import Frame
from .role_sides import is_side
from .scene import Scene
from .standing import (
    first_word,
    follows_place,
    held_before,
    is_brought_to,
    is_elsewhere,
    is_fired_from,
    is_headed_for,
    is_home,
    is_in,
    is_landmark,
    is_launched_from,
    is_measured_from,
    is_named_exactly,
    is_owner,
    is_station,
    names_around,
    open_country_before,
    takes_from,
    treats,
)

_RELATIVE = 6
"""Words between "who" and the country in which he is."""
_FINE = {
    "site": 7,
    "feature": 6,
    "quarter": 7,
    "camp": 7,
    "village": 6,
    "town": 5,
    "division2": 4,
    "division1": 3,
}
_RULES = "(-/"
_DATELINE = 5
_FAR = 3.0
_FRONT = 3
"""Words of "and in the area of"."""
_BEHIND = 1
"""Words between a speaker and where he is: "in"."""
_STATEMENT = 6
"""Words between "in a statement" and the place where it was made, and from there to "that"."""
_MEDIUM = "medium"
_NEARNESS = 0.2
_BY_RADIUS = (
    (3.5, 6.5),
    (8.0, 5.0),
    (25.0, 4.0),
    (45.0, 3.5),
    (100.0, 2.5),
    (200.0, 1.0),
    (float("inf"), 0.0),
)
"""Kilometres, and the weight of a place within that radius."""
_CONTAINER = 2.0
"""At most the weight of a place that contains another of the same words."""
_BESIDE = ("near", "outskirts")
_ALONG = ("road", "between")
_OWN_LETTER = ("place-relation", "place-noun")
_WIDENED = (*_BESIDE, *_ALONG)
_LENGTH = 0.8
"""What a road, or the stretch between two places, weighs less than the place by which it is named."""


class Site(NamedTuple):
    """The most specific place of a happening, its further places, and the places that contain it."""

    place: Place | None
    also: tuple[Place, ...] = ()
    within: tuple[Place, ...] = ()


def find_site(scene: Scene, frame: Frame) -> Site:
    """The places that the words of a frame give it."""
    end = _before_reason(scene, frame)
    own = [p for p in scene.places(_own_start(scene, frame), end) if is_setting(scene, p)]
    own = [p for p in own if not is_brought_to(scene, p) and not is_fired_from(scene, frame, p)]
    own = [p for p in own if not _is_behind_speaker(scene, frame, p)] or own
    if not own:
        return Site(None)
    place = _best(scene, frame, own)
    place = next((p for p in own if p.first < place.first and _is_sibling(scene, place, p, own)), place)
    also = tuple(
        p for p in own if p is not place and p.name != place.name and _is_sibling(scene, place, p, own)
    )
    rest = [p for p in own if p is not place and p not in also and p.name != place.name]
    return Site(place, also, _containers(scene, place, rest))


def _is_behind_speaker(scene: Scene, frame: Frame, place: Place) -> bool:
    """ "The ministry of health in Gaza said …": where those are who tell of it."""
    if place.first >= frame.first or not is_in(scene, place):
        return False
    return any(0 <= place.first - s.last <= _BEHIND for s in scene.mentions.speakers)


def _best(scene: Scene, frame: Frame, own: Sequence[Place]) -> Place:
    """The place of most weight; one that holds the place right before it weighs less than that."""
    outer = {name for p in own for name in names_around(scene, p)}
    weights: dict[Place, float] = {}
    for place in own:
        weights[place] = _weight(scene, frame, place, outer)
        inner = held_before(scene, place)
        if inner in weights and (is_owner(scene, place) or not _is_away(scene, frame, inner)):
            weights[place] = min(weights[place], weights[inner] - _NEARNESS)
        if (around := open_country_before(scene, place)) in weights:
            weights[around] = min(weights[around], weights[place] - _NEARNESS)
    for place in own:
        if _is_fronted(scene, frame, place):
            inside = [weights[p] - _NEARNESS for p in own if _is_told_in(scene, frame, place, p)]
            weights[place] = min(weights[place], max(inside, default=weights[place]))
    return max(own, key=lambda p: (weights[p], -abs(p.first - frame.first)))


def _is_fronted(scene: Scene, frame: Frame, place: Place) -> bool:
    """ "In A, gunmen killed …", "A: gunmen killed …": what is told behind it lies there."""
    late = place.first >= frame.first or place.first - frame.start > _FRONT
    if late or fineness(place) > _FINE["town"]:
        return False
    return is_in(scene, place) or (
        place.last < len(scene.text.words) and ":" in scene.text.words[place.last].gap
    )


def _is_told_in(scene: Scene, frame: Frame, outer: Place, place: Place) -> bool:
    """Whether a place behind the act is as fine as the fronted one, and nobody only stands there or goes there."""
    if place.first < frame.first or fineness(place) < fineness(outer) or _is_away(scene, frame, place):
        return False
    if is_station(scene, place) or is_launched_from(scene, frame, place):
        return False
    return all("," not in word.gap for word in scene.text.words[frame.first + 1 : place.first + 1])


def _own_start(scene: Scene, frame: Frame) -> int:
    """Where the words of an act begin: what stands before "in protest at" it is told of the protest."""
    if not frame.anchors or not frame.anchors[0].is_reason:
        return frame.start
    reasons = reasons_in(scene, frame.start, frame.first)
    return reasons[-1].first if reasons else frame.start


def is_setting(scene: Scene, place: Place) -> bool:
    """Whether a place tells where: a country or a capital without a preposition is a government."""
    if place.qualifies or _is_dateline(scene, place) or _is_of_speaker(scene, place):
        return False
    if is_landmark(scene, place) or is_home(scene, place) or treats(scene, place):
        return False
    if _is_of_statement(scene, place) or is_of_mourning(scene, place.first) or _is_backer(scene, place):
        return False
    if place.level != "country" and not _is_capital(scene, place):
        return True
    if _tells_of_somebody(scene, place) or (place.level == "country" and place.relation in _BESIDE):
        return False
    word = scene.text.words[place.first]
    written_on = place.span.start > word.start and not word.form.startswith("ل")
    governed = place.whole != place.span or written_on
    before = place.first - 1
    joined = place.first > 0 and any(
        other.last == place.first for other in scene.places(max(0, before - 3), place.first)
    )
    return (
        governed
        or joined
        or before < 0
        or bool(scene.hits.at(before, "particle") or scene.hits.covering(before, "event"))
        or _is_struck(scene, place)
    )


def _tells_of_somebody(scene: Scene, place: Place) -> bool:
    """ "The correspondent who goes with the forces in Syria": where somebody is, and no act in between."""
    near = max(0, place.first - _RELATIVE)
    who = [hit for hit in scene.hits_in("particle", near, place.first) if hit.value == "which"]
    if not who:
        return False
    people = any(
        actor.last == who[-1].first for actor in scene.actors(max(0, near - _RELATIVE), who[-1].first)
    )
    return people and not scene.hits_in("event", who[-1].last, place.first)


def _is_backer(scene: Scene, place: Place) -> bool:
    """ "Forces supported by A": a state, and no place."""
    before = scene.hits.covering(place.first - 1, "role") if place.first else None
    return place.level == "country" and before is not None and before.value == "backer"


def is_of_mourning(scene: Scene, word: int) -> bool:
    """ "Received condolences in A", "was buried yesterday": where and when of the mourning, not of the death."""
    sentence = scene.text.sentence_of(word)
    mourned = [h for h in scene.hits_in("refers", sentence.first, word) if h.value == "mourning"]
    if not mourned:
        return False
    told = (hit for kind in ("toll", "event") for hit in scene.hits_in(kind, mourned[-1].last, word))
    return not any(hit.category == "event" or not hit.definite for hit in told)


def _is_struck(scene: Scene, place: Place) -> bool:
    """ "The brigades shelled the capital": verb, armed body, and what was shelled."""
    for actor in scene.actors(max(0, place.first - 6), place.first):
        if actor.last == place.first and is_side(actor):
            at = range(max(0, actor.first - 1), actor.first + 1)
            acts = [hit for word in at if (hit := scene.hits.at(word, "event"))]
            return any(scene.family(str(hit.value["type"])) == "bombardment" for hit in acts)
    return False


def _is_capital(scene: Scene, place: Place) -> bool:
    return scene.hits.covering(place.first, "state") is not None


def fineness(place: Place) -> float:
    """How closely a place says where: by its radius, or by its noun where no gazetteer knows it."""
    if place.radius is None:
        return float(_FINE.get(place.level, 0))
    own = place.radius - (widening(place.relation) if place.relation in _WIDENED else 0.0)
    weight = next(weight for radius, weight in _BY_RADIUS if own <= radius)
    return weight - (_LENGTH if place.relation in _ALONG else 0.0)


def _before_reason(scene: Scene, frame: Frame) -> int:
    """The words of a frame end where another act is named as its reason."""
    reasons = reasons_in(scene, frame.first + 1, frame.end)
    return reasons[0].last if reasons else frame.end


def _is_dateline(scene: Scene, place: Place) -> bool:
    """ "Damascus - SANA: …": where the report was written."""
    words = scene.text.words
    if place.first > _DATELINE or place.last >= len(words):
        return False
    if any({":", "|"} & set(word.gap) for word in words[place.last : place.last + 2]):
        return True
    marked = any(mark in words[place.last].gap for mark in _RULES)
    if place.first:
        return marked and any(mark in words[place.first].gap for mark in _RULES)
    dated = any(date.first == place.last for date in scene.dates(place.last, place.last + 1))
    agency = any(s.first == place.last and s.kind == "agency" for s in scene.mentions.speakers)
    return place.whole == place.span and (dated or agency or marked)


def _is_of_speaker(scene: Scene, place: Place) -> bool:
    """ "Sources in the hospital of A": where the speaker is; "in A", "the city of A", where a medium bears the name
    too, is a place."""
    if place.relation == "near" and any(s.last == first_word(scene, place) for s in scene.mentions.speakers):
        return True
    speakers = (s for s in scene.mentions.speakers if s.first <= place.first < s.last)
    named = place.whole.start < place.span.start or is_in(scene, place)
    return any(s.first < place.first or not named for s in speakers)


def _is_of_statement(scene: Scene, place: Place) -> bool:
    """ "Said in a statement from A that …": where it was said."""
    media = scene.hits_in("speaker-stop", max(0, place.first - _STATEMENT), place.first)
    if not any(hit.id == _MEDIUM for hit in media):
        return False
    end = min(scene.text.sentence_of(place.first).last, place.last + _STATEMENT)
    opened = scene.hits_in("particle", place.last, end)
    return any(hit.value == "that" for hit in opened)


def _distance_to(frame: Frame, place: Place) -> int:
    """Words between a place and the first words that tell the act and its toll."""
    marks = [(anchor.first, anchor.last) for anchor in frame.anchors[:1]]
    marks += [(toll.first, toll.last) for toll in frame.tolls[:1]]
    return min(max(place.first - last, first - place.last, 0) for first, last in marks)


def _weight(scene: Scene, frame: Frame, place: Place, outer: set[str]) -> float:
    """Finer and nearer places weigh more; a place that people go to or come from weighs less."""
    weight = fineness(place)
    if fold_phrase(place.name) in outer:
        weight = min(weight, _CONTAINER)
    weight -= min(_FAR, _NEARNESS * _distance_to(frame, place))
    beside = place.relation != "at" and (place.relation != "outskirts" or is_in(scene, place))
    if (beside or is_measured_from(scene, place)) and follows_place(scene, place):
        weight -= 4
    if _is_away(scene, frame, place):
        weight -= 5
    if is_launched_from(scene, frame, place):
        weight -= 5
    if is_station(scene, place):
        weight -= 5
    if is_named_exactly(scene, place):
        weight += 2
    if place.first < frame.start:
        weight -= 1
    return weight


def _is_away(scene: Scene, frame: Frame, place: Place) -> bool:
    """ "To A", "from A", where the act is no taking from there and no move to there."""
    if not is_elsewhere(scene, place) or is_measured_from(scene, place):
        return False
    return not (takes_from(scene, frame, place) or is_headed_for(scene, frame, place))


def _is_sibling(scene: Scene, place: Place, other: Place, own: Sequence[Place]) -> bool:
    """Places named in one list, of one level: "in the towns of A, B and C"."""
    if place.pair == other.span:
        return True
    if abs(fineness(place) - fineness(other)) > 1.5 and other.level != place.level:
        return False
    if other.place_id and (other.place_id in place.within):
        return False
    if is_station(scene, other) or is_station(scene, place):
        return False
    early, late = sorted((place, other), key=lambda p: p.first)
    chain = [p for p in own if early.first <= p.first <= late.first]
    return all(_adjoins(scene, a, b) for a, b in itertools.pairwise(chain))


def _adjoins(scene: Scene, a: Place, b: Place) -> bool:
    if b.first - a.last > 2 or is_in(scene, b):
        return False
    between = range(a.last, b.first + 1)
    return any("," in scene.text.words[i].gap or _is_and(scene, i, b) for i in between)


def _is_and(scene: Scene, i: int, place: Place) -> bool:
    """Whether a word has "and" written onto it; in "the middle of (وسط) A", "Wadi (وادي) A" that letter is no "and"."""
    word = scene.text.words[i]
    if not word.form.startswith("و") or (i == place.first and place.span.start == word.start):
        return False
    return all(hit.proclitics for hit in scene.hits.starting(i) if hit.category in _OWN_LETTER)


def _containers(scene: Scene, place: Place, rest: Sequence[Place]) -> tuple[Place, ...]:
    """The containing places that the report names: those of the frame, then those known to contain it."""
    coarser = [p for p in rest if fineness(p) < fineness(place) or held_before(scene, p) is place]
    named = [p for p in scene.mentions.places if p.place_id and p.place_id in place.within]
    known = [p for p in named if not _is_backer(scene, p)]
    found: dict[str, Place] = {}
    for other in sorted([*coarser, *known], key=lambda p: -fineness(p)):
        found.setdefault(fold_phrase(other.name), other)
    found.pop(fold_phrase(place.name), None)
    return tuple(found.values())

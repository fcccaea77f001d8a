"""Where and when a happening stands."""

import itertools
from collections.abc import Sequence
from typing import NamedTuple

from ..lexicon import Hit
from ..mentions.place_choice import widening
from ..model.mentions import Date, Place
from ..text import fold_phrase
from .boundaries import LATER, reasons_in
from .frames import Frame
from .scene import Scene

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
_DATELINE = 5
_FAR = 3.0
_SPEAKER = 8
"""Words of a speaker between the verb of saying and its day."""
_ISSUED = "issue"
"""The verb of saying whose object is the statement itself: its day is that of the statement."""
_BROUGHT = 8
"""Words between "were taken" and the hospital."""
_CARRIED = 6
"""Words between the day of a homecoming and the body brought home."""
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
_CONTAINER = 3.5
"""At most the weight of a place that contains another of the same words."""
_BESIDE = ("near", "outskirts")
_AWAY = ("to", "from")
_TAKEN = ("detained", "abducted")


class Site(NamedTuple):
    """The most specific place of a happening, its further places, and the places that contain it."""

    place: Place | None
    also: tuple[Place, ...] = ()
    within: tuple[Place, ...] = ()


def find_site(scene: Scene, frame: Frame) -> Site:
    """The places that the words of a frame give it."""
    end = _before_reason(scene, frame)
    own = [p for p in scene.places(frame.start, end) if is_setting(scene, p)]
    own = [p for p in own if not _is_brought_to(scene, p)]
    if not own:
        return Site(None)
    outer = {name for p in own for name in _names_around(scene, p)}
    place = max(own, key=lambda p: (_weight(scene, frame, p, outer), -abs(p.first - frame.first)))
    place = next((p for p in own if p.first < place.first and _is_sibling(scene, place, p, own)), place)
    also = tuple(
        p for p in own if p is not place and p.name != place.name and _is_sibling(scene, place, p, own)
    )
    rest = [p for p in own if p is not place and p not in also and p.name != place.name]
    return Site(place, also, _containers(scene, place, rest))


def _names_around(scene: Scene, place: Place) -> frozenset[str]:
    """The names of the places that contain a place, unless it bears the same name."""
    return scene.container_names.get(place.place_id or "", frozenset()) - {fold_phrase(place.name)}


def is_setting(scene: Scene, place: Place) -> bool:
    """Whether a place tells where: a country or a capital without a preposition is a government."""
    if place.qualifies or _is_dateline(scene, place) or _is_of_speaker(scene, place):
        return False
    if _is_of_mourning(scene, place.first):
        return False
    if place.level != "country" and not _is_capital(scene, place):
        return True
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


def _is_of_mourning(scene: Scene, word: int) -> bool:
    """ "Received condolences in A", "was buried yesterday": where and when of the mourning, not of the death."""
    sentence = scene.text.sentence_of(word)
    mourned = [h for h in scene.hits_in("refers", sentence.first, word) if h.value == "mourning"]
    if not mourned:
        return False
    told = (hit for kind in ("toll", "event") for hit in scene.hits_in(kind, mourned[-1].last, word))
    return not any(hit.category == "event" or not hit.definite for hit in told)


def _is_of_homecoming(scene: Scene, date: Date) -> bool:
    """ "The plane brought home yesterday the body of …": the day of the flight."""
    sentence = scene.text.sentence_of(date.first)
    end = min(sentence.last, date.last + _CARRIED)
    bodies = [h for h in scene.hits_in("refers", date.last, end) if h.value == "carried"]
    if not bodies or scene.hits_in("toll", sentence.first, bodies[0].first):
        return False
    acts = scene.hits_in("event", sentence.first, bodies[0].first)
    return all(hit.value["part"] == "thing" for hit in acts)


def _is_struck(scene: Scene, place: Place) -> bool:
    """ "The brigades shelled the capital": verb, armed body, and what was shelled."""
    for actor in scene.actors(max(0, place.first - 6), place.first):
        if actor.last == place.first and actor.kind == "combatants" and actor.party != "unknown":
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
    own = place.radius - (widening(place.relation) if place.relation in _BESIDE else 0.0)
    return next(weight for radius, weight in _BY_RADIUS if own <= radius)


def _before_reason(scene: Scene, frame: Frame) -> int:
    """The words of a frame end where another act is named as its reason."""
    reasons = reasons_in(scene, frame.first + 1, frame.end)
    return reasons[0].last if reasons else frame.end


def _is_dateline(scene: Scene, place: Place) -> bool:
    """ "Damascus - SANA: …": where the report was written."""
    words = scene.text.words
    if place.first > _DATELINE or place.last >= len(words):
        return False
    if any(":" in word.gap for word in words[place.last : place.last + 2]):
        return True
    opens = place.first == 0 and place.whole == place.span
    dated = any(date.first == place.last for date in scene.dates(place.last, place.last + 1))
    return opens and (dated or any(mark in words[place.last].gap for mark in "(-/"))


def _is_of_speaker(scene: Scene, place: Place) -> bool:
    """ "Sources in the hospital of A": where the speaker is, not where it happened."""
    return any(s.first <= place.first < s.last for s in scene.mentions.speakers)


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
    beside = place.relation != "at" and (place.relation != "outskirts" or _is_in(scene, place))
    if beside and _follows_place(scene, place):
        weight -= 4
    if _is_elsewhere(scene, place) and not _takes_from(scene, frame, place):
        weight -= 5
    if _is_station(scene, place):
        weight -= 3
    if place.first < frame.start:
        weight -= 1
    return weight


def _is_elsewhere(scene: Scene, place: Place) -> bool:
    """ "To A", "from A"; before a noun "from" says so only of a person ("a man from the town of A")."""
    start = _start_of(scene, place)
    before = scene.hits.covering(start - 1, "particle") if start else None
    if not before or before.last != start or before.value not in _AWAY:
        return False
    named = start == place.first or before.last - before.first > 1
    return named or before.value == "to" or bool(scene.hits.covering(start - 2, "person"))


def _is_brought_to(scene: Scene, place: Place) -> bool:
    """ "Taken to the hospital of A": where the wounded are treated."""
    moved = scene.hits_in("brought", max(0, place.first - _BROUGHT), place.first)
    if not moved:
        return False
    ways = scene.hits_in("particle", moved[-1].last, place.first)
    return any(way.value == "to" for way in ways)


def _takes_from(scene: Scene, frame: Frame, place: Place) -> bool:
    """ "Arrested three men from A": where people were taken."""
    before = scene.hits.at(_start_of(scene, place) - 1, "particle")
    taken = any(anchor.toll in _TAKEN and anchor.last <= place.first for anchor in frame.anchors)
    return taken and before is not None and before.value == "from"


def _is_station(scene: Scene, place: Place) -> bool:
    """ "The forces stationed in A shelled B": where a force stands."""
    hit = scene.hits.covering(_start_of(scene, place) - 1, "place-station")
    return bool(hit and hit.last == _start_of(scene, place))


def _follows_place(scene: Scene, place: Place) -> bool:
    """A landmark: "in A, south-east of B" is about A, unless A contains B."""
    first = _start_of(scene, place)
    outer = _names_around(scene, place)
    before = [other for other in scene.places(max(0, first - 4), first) if other.last == first]
    return any(fold_phrase(other.name) not in outer for other in before)


def _start_of(scene: Scene, place: Place) -> int:
    """The first word of a place with its relation and noun."""
    first = place.first
    while first > 0 and scene.text.words[first].start > place.whole.start:
        first -= 1
    return first


def _is_sibling(scene: Scene, place: Place, other: Place, own: Sequence[Place]) -> bool:
    """Places named in one list, of one level: "in the towns of A, B and C"."""
    if abs(fineness(place) - fineness(other)) > 1.5 and other.level != place.level:
        return False
    if other.place_id and (other.place_id in place.within):
        return False
    if _is_station(scene, other) or _is_station(scene, place):
        return False
    early, late = sorted((place, other), key=lambda p: p.first)
    chain = [p for p in own if early.first <= p.first <= late.first]
    return all(_adjoins(scene, a, b) for a, b in itertools.pairwise(chain))


def _adjoins(scene: Scene, a: Place, b: Place) -> bool:
    if b.first - a.last > 2 or _is_in(scene, b):
        return False
    between = scene.text.words[a.last : b.first + 1]
    return any(word.form.startswith("و") or "," in word.gap for word in between)


def _is_in(scene: Scene, place: Place) -> bool:
    """ "A and B, in the countryside of C": "in" written onto the name or its noun, or before it."""
    start = _start_of(scene, place)
    word = scene.text.words[start]
    if word.form.startswith("ب") and place.span.start > word.start:
        return True
    before = scene.hits.at(start - 1, "particle") if start else None
    return before is not None and before.value == "in"


def _containers(scene: Scene, place: Place, rest: Sequence[Place]) -> tuple[Place, ...]:
    """The containing places that the report names: those of the frame, then those known to contain it."""
    coarser = [p for p in rest if fineness(p) < fineness(place)]
    known = [p for p in scene.mentions.places if p.place_id and p.place_id in place.within]
    found: dict[str, Place] = {}
    for other in sorted([*coarser, *known], key=lambda p: -fineness(p)):
        found.setdefault(other.name, other)
    found.pop(place.name, None)
    return tuple(found.values())


def find_time(scene: Scene, frame: Frame) -> tuple[Date | None, bool]:
    """The date that the words of a frame, or else of its sentence, give it; and whether it only dates
    the announcement ("said today that …")."""
    sentence = scene.text.sentences[frame.sentence]
    own, whole = (frame.start, frame.end), (sentence.first, sentence.last)
    if (earlier := _tells_earlier(scene, frame)) is not None:
        own = (max(own[0], earlier), own[1])
    for first, last in (own,) if earlier is not None or is_earlier(scene, frame) else (own, whole):
        dates = [d for d in scene.dates(first, last) if _may_date(scene, frame, d)]
        told = [d for d in dates if not _dates_announcement(scene, frame, d)]
        told = [d for d in told if not _yields_to_later(scene, frame, d, told)]
        for found, announced in ((told, False), (dates, True)):
            if found:
                best = min(found, key=lambda d: (d.bound == "before", is_loose(d), _distance(frame, d)))
                return best, announced
    return None, False


def _may_date(scene: Scene, frame: Frame, date: Date) -> bool:
    """Not "until now", not a day to come; "a day after" dates only what is told after it."""
    if not date.earliest or date.bound == "until" or _is_ahead(scene, date):
        return False
    if _is_of_mourning(scene, date.first) or _is_of_homecoming(scene, date):
        return False
    if date.first >= min(_reason_after(scene, frame), _earlier_after(scene, frame)):
        return False
    return date.rule not in LATER or date.last <= frame.first


def _reason_after(scene: Scene, frame: Frame) -> int:
    """The word from which the sentence tells only why: its days are those of another act."""
    sentence = scene.text.sentences[frame.sentence]
    reasons = reasons_in(scene, frame.first + 1, sentence.last)
    return reasons[0].last if reasons else sentence.last


def _earlier_after(scene: Scene, frame: Frame) -> int:
    """The word from which the sentence tells what happened before: "it comes a day after …"."""
    sentence = scene.text.sentences[frame.sentence]
    later = (date.first for date in scene.dates(frame.first + 1, sentence.last) if date.rule in LATER)
    return next(later, sentence.last)


def _tells_earlier(scene: Scene, frame: Frame) -> int | None:
    """Where "a day after" stands before the act in its frame: the days told before it are another's."""
    dates = scene.dates(frame.start, frame.first)
    return next((date.first for date in reversed(dates) if date.rule in LATER), None)


def is_earlier(scene: Scene, frame: Frame) -> bool:
    """ "… and that after a bombing": the day of the sentence is not the day of what came before it."""
    before = scene.hits_in("particle", max(0, frame.first - 4), frame.first)
    return any(particle.value == "after" for particle in before)


def is_loose(date: Date) -> bool:
    """Whether a date says no day: a span, a month, a year."""
    return date.precision in ("span", "month", "year")


def _is_ahead(scene: Scene, date: Date) -> bool:
    return bool(scene.published and date.earliest and date.earliest > scene.published)


def _dates_announcement(scene: Scene, frame: Frame, date: Date) -> bool:
    """Between a verb of saying and its "that" or colon the date is the day of the saying."""
    if date.last > frame.first:
        return _dates_attribution(scene, frame, date)
    sentence = scene.text.sentences[frame.sentence]
    said = scene.hits_in("speech", sentence.first, date.first)
    if not said:
        return False
    opened = [h for h in scene.hits_in("particle", date.last, frame.first + 1) if h.value == "that"]
    colon = any(":" in word.gap for word in scene.text.words[date.last : frame.first + 1])
    earlier = [h for h in scene.hits_in("particle", said[-1].last, date.first) if h.value == "that"]
    return (
        bool(opened or colon or said[-1].id == _ISSUED or _names_what(scene, said[-1], date, frame))
        and not earlier
    )


def _names_what(scene: Scene, said: Hit, date: Date, frame: Frame) -> bool:
    """ "Announced on Monday the killing of": a noun that the verb of saying governs, right behind the day."""
    item = frame.anchors[0].hit if frame.anchors and frame.anchors[0].first == frame.first else None
    toll = next((t.hit for t in frame.tolls if t.first == frame.first), None)
    first = item or toll
    if first is None or first.features & {"past", "present"} or frame.first - date.last > 1 or is_loose(date):
        return False
    return first.first == frame.first and not scene.hits_in("event", said.last, date.first)


def _yields_to_later(scene: Scene, frame: Frame, date: Date, dates: Sequence[Date]) -> bool:
    """ "Announced on Friday the attack that … on Thursday": the day after the act is the day of the act."""
    if date.last > frame.first or is_loose(date) or not any(other.first >= frame.first for other in dates):
        return False
    said = scene.hits_in("speech", scene.text.sentences[frame.sentence].first, date.first)
    return bool(said) and not scene.hits_in("event", said[-1].last, date.first)


def _dates_attribution(scene: Scene, frame: Frame, date: Date) -> bool:
    """ "…, as sources said yesterday": the day behind the speaker at the end of a sentence."""
    start = max(frame.first + 1, date.first - _SPEAKER)
    cited = [hit for hit in scene.hits_in("attribution", start, date.first) if _cites(scene, hit)]
    said = [*cited, *scene.hits_in("speech", start, date.first)]
    told = any(scene.hits_in(kind, said[-1].last, date.first) for kind in ("event", "toll")) if said else True
    return not told


def _cites(scene: Scene, hit: Hit) -> bool:
    """ "As (على ما) sources said" cites only with a verb of saying behind it."""
    needs_verb = bool(hit.value.get("verb"))
    return not needs_verb or bool(scene.hits_in("speech", hit.last, hit.last + 1))


def _distance(frame: Frame, date: Date) -> int:
    return min(abs(date.first - frame.first), abs(date.first - frame.last), abs(date.last - frame.first))

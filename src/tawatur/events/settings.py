"""Where and when a happening stands."""

from collections.abc import Sequence
from typing import NamedTuple

from ..model.mentions import Date, Place
from .frames import Frame
from .scene import Scene

_FINE = {"site": 7, "feature": 6, "quarter": 7, "camp": 7, "village": 6, "town": 5, "division2": 4, "division1": 3}
_AWAY = ("to", "from")


class Site(NamedTuple):
    """The most specific place of a happening, its further places, and the places that contain it."""

    place: Place | None
    also: tuple[Place, ...] = ()
    within: tuple[Place, ...] = ()


def find_site(scene: Scene, frame: Frame) -> Site:
    """The places that the words of a frame give it."""
    own = [p for p in scene.places(frame.start, frame.end) if not p.qualifies]
    if not own:
        return Site(None)
    place = max(own, key=lambda p: (_weight(scene, frame, p), -abs(p.first - frame.first)))
    also = tuple(p for p in own if p is not place and p.name != place.name and _is_sibling(scene, place, p, own))
    rest = [p for p in own if p is not place and p not in also and p.name != place.name]
    return Site(place, also, _containers(scene, place, rest))


def _weight(scene: Scene, frame: Frame, place: Place) -> float:
    """Finer places weigh more; a place that people go to or come from weighs less."""
    weight = float(_FINE.get(place.level, 0))
    before = scene.hits.at(place.first - 1, "preposition") if place.first else None
    if before and before.value in _AWAY:
        weight -= 5
    if place.first < frame.start:
        weight -= 1
    return weight


def _is_sibling(scene: Scene, place: Place, other: Place, own: Sequence[Place]) -> bool:
    """Places named in one list, of one level: "in the towns of A, B and C"."""
    if _FINE.get(place.level, 0) != _FINE.get(other.level, 0) and other.level != place.level:
        return False
    if other.place_id and (other.place_id in place.within):
        return False
    early, late = sorted((place, other), key=lambda p: p.first)
    chain = [p for p in own if early.first <= p.first <= late.first]
    return all(_adjoins(scene, a, b) for a, b in zip(chain, chain[1:], strict=False))


def _adjoins(scene: Scene, a: Place, b: Place) -> bool:
    if b.first - a.last > 2:
        return False
    between = scene.text.words[a.last : b.first + 1]
    return any(word.form.startswith("و") or "," in word.gap for word in between)


def _containers(scene: Scene, place: Place, rest: Sequence[Place]) -> tuple[Place, ...]:
    """The containing places that the report names: those of the frame, then those known to contain it."""
    coarser = [p for p in rest if _FINE.get(p.level, 0) < _FINE.get(place.level, 0)]
    known = [p for p in scene.mentions.places if p.place_id and p.place_id in place.within]
    found: dict[str, Place] = {}
    for other in sorted([*coarser, *known], key=lambda p: -_FINE.get(p.level, 0)):
        found.setdefault(other.name, other)
    found.pop(place.name, None)
    return tuple(found.values())


def find_time(scene: Scene, frame: Frame) -> Date | None:
    """The date that the words of a frame, or else of its sentence, give it."""
    sentence = scene.text.sentences[frame.sentence]
    for first, last in ((frame.start, frame.end), (sentence.first, sentence.last)):
        dates = [d for d in scene.dates(first, last) if d.earliest]
        if dates:
            return min(dates, key=lambda d: (d.bound in ("until", "before"), _distance(frame, d)))
    return None


def _distance(frame: Frame, date: Date) -> int:
    return min(abs(date.first - frame.first), abs(date.first - frame.last), abs(date.last - frame.first))

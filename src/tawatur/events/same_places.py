"""Whether two drafts stand at one place."""

from collections.abc import Iterable, Sequence
from math import cos, hypot, radians

from msgspec.structs import replace

from ..model.mentions import Place
from ..text import fold_phrase
from .drafts import Draft
from .pointing import is_alone, last_named
from .scene import Scene
from .settings import fineness

_BESIDE = 7
"""Words between a place and the landmark that it is near."""
_FINE = 4.5
_ALONG = ("road", "between")
_WIDE_KM = 60
_VIOLENT = ("ground", "blast", "bombardment")
_VILLAGE = "village"
_PARTS = ("camp", "quarter", "site")
WIDE = ("country", "division1", "division2")
WIDE_LEVELS = (*WIDE, "region")


def place_likeness(scene: Scene, a: Draft, b: Draft) -> float | None:
    """2 for one place, 1 where one contains the other, 0.5 where one is not told; None for two places."""
    if not a.place or not b.place:
        return None if _stand_apart(scene, a, b) else 0.5
    names_a, names_b = names_of(a.place, a.also), names_of(b.place, b.also)
    if names_a & names_b or (a.place.place_id and a.place.place_id == b.place.place_id):
        return 2.0
    if contains(scene, a, b) or contains(scene, b, a) or _overlap(a.place, b.place):
        return 1.0
    if _lies_in_named(scene, a, b) or _stands_by(scene, a, b.place) or _stands_by(scene, b, a.place):
        return 1.0
    if _is_told_again(scene, b) and (_is_by_road(a.place, b.place) or _is_part_of_town(a.place, b.place)):
        return 0.6
    if _took_place(scene, b) and (a.place.level in WIDE_LEVELS or (a.place.radius or 0) > _WIDE_KM):
        return 0.6
    if b.definite and _lies_off(a.place, b.place):
        return 0.6
    goes_on = b.definite or not (a.tolls and b.tolls)
    return 0.6 if _may_contain(a.place, b.place) or (goes_on and _may_contain(b.place, a.place)) else None


def are_elsewhere(scene: Scene, a: Draft, b: Draft) -> bool:
    """Each in a village of its own, which neither tells beside the other's, or east and west of one town."""
    if a.place is None or b.place is None:
        return False
    known = a.place.place_id
    if known and any(_are_opposed(a.place, p) for p in (b.place, *b.within) if p.place_id == known):
        return True
    villages = a.place.level == b.place.level == _VILLAGE and a.place.relation == b.place.relation == "at"
    return villages and place_likeness(scene, a, b) is None


def _lies_in_named(scene: Scene, outer: Draft, inner: Draft) -> bool:
    """ "A shelling of A … a house in the quarter of B in the town (بالبلدة)": B lies in the town told before."""
    if outer.place is None or inner.place is None or outer.place.level in WIDE_LEVELS:
        return False
    if inner.place.level == "town" or inner.frames[0].start > inner.place.first:
        return False
    noun = scene.hits.covering(inner.place.last, "place-noun")
    named = last_named(scene, noun) if noun is not None and is_alone(scene, noun) else None
    return named is not None and fold_phrase(named.name) == fold_phrase(outer.place.name)


def near_enough(a: Place, b: Place) -> bool:
    """Whether two places may be names of one: they lie near each other, or nobody knows how far apart."""
    apart = kilometres(a, b)
    return apart is None or apart <= _WIDE_KM


def _stand_apart(scene: Scene, a: Draft, b: Draft) -> bool:
    """Whether the place named before one in its sentence speaks against the other's."""
    ours, theirs = a.place or a.beside, b.place or b.beside
    if not ours or not theirs or b.definite:
        return False
    return place_likeness(scene, replace(a, place=ours), replace(b, place=theirs)) is None


def _took_place(scene: Scene, draft: Draft) -> bool:
    """ "The attack took place in A": where it was that was told before."""
    act = draft.anchor
    if act is None or not draft.definite or act.first == 0:
        return False
    role = scene.hits.covering(act.first - 1, "role")
    return role is not None and role.value == "occurs" and role.last == act.first


def _stands_by(scene: Scene, draft: Draft, landmark: Place) -> bool:
    """ "In A near B": told of B elsewhere."""
    name, own = fold_phrase(landmark.name), draft.place
    if own is None:
        return False
    beside = scene.places(own.last, own.last + _BESIDE)
    return any(
        fold_phrase(place.name) == name
        and (place.relation != "at" or bool(scene.hits_in("place-measure", own.last, place.first)))
        for place in beside
    )


def _overlap(a: Place, b: Place) -> bool:
    """Two wide features that lie within each other's radius; "between A and B" is a place of its own."""
    if "between" in (a.relation, b.relation):
        return False
    reach = max(_breadth(a), _breadth(b), _town_around(a, b), _town_around(b, a))
    apart = kilometres(a, b)
    return apart is not None and apart <= reach


def kilometres(a: Place, b: Place) -> float | None:
    """How far two places lie apart, where both are known."""
    if a.lat is None or b.lat is None or a.lon is None or b.lon is None:
        return None
    north = (a.lat - b.lat) * 111.0
    east = (a.lon - b.lon) * 111.0 * cos(radians(a.lat))
    return hypot(north, east)


def _lies_off(outer: Place, inner: Place) -> bool:
    """ "West of A … the attack, in B": told first by the town that it lies off, then by its own name."""
    if not outer.relation.endswith("_of") or inner.relation.endswith("_of") or inner.level in WIDE_LEVELS:
        return False
    return (kilometres(outer, inner) or 0.0) <= _WIDE_KM


def _town_around(outer: Place, inner: Place) -> float:
    """The radius of a town in which a camp or a quarter may lie; 0 for other places."""
    is_part = inner.level in _PARTS and outer.level == "town" and outer.relation == "at"
    return outer.radius or 0.0 if is_part else 0.0


def _breadth(place: Place) -> float:
    """The radius of a wide place or a road; a town has none, however near to it something happened."""
    wide = fineness(place) < _FINE or place.relation in _ALONG
    return place.radius or 0.0 if wide else 0.0


def _is_told_again(scene: Scene, draft: Draft) -> bool:
    """ "The attack", "the clashes": violence, with an article of its own."""
    act = draft.anchor
    if scene.family(draft.type) not in _VIOLENT:
        return False
    return act is not None and act.part == "noun" and act.definite and draft.definite


def _is_by_road(a: Place, b: Place) -> bool:
    """ "In A …, the attack was on the road to B": where a road leads says little of where it happened."""
    return (a.relation == "road") != (b.relation == "road")


def _is_part_of_town(town: Place, part: Place) -> bool:
    """A quarter that no gazetteer knows, after a town: "clashes in A …, the fighting was in the quarter of B"."""
    return town.level == "town" and part.level in _PARTS and part.place_id is None


def _may_contain(outer: Place, inner: Place) -> bool:
    """A wide place, and a finer one of which no gazetteer knows where it lies."""
    wide = outer.level in WIDE or (outer.radius or 0) > _WIDE_KM
    return wide and inner.level not in WIDE and not inner.within


def names_of(place: Place, also: Sequence[Place]) -> set[str]:
    return {fold_phrase(p.name) for p in (place, *also)}


def named_once(places: Iterable[Place], without: Iterable[Place | None]) -> tuple[Place, ...]:
    """One place for each name, the last that bears it; ``without``: places whose names are left out."""
    found = {fold_phrase(place.name): place for place in places}
    for place in without:
        if place:
            found.pop(fold_phrase(place.name), None)
    return tuple(found.values())


def contains(scene: Scene, outer: Draft, inner: Draft) -> bool:
    """Whether the outer draft's place is one that contains the inner draft's place."""
    if not outer.place or not inner.place:
        return False
    if outer.place.place_id and outer.place.place_id in inner.place.within:
        return True
    if outer.place.level == "country" and outer.place.country in (None, inner.place.country):
        return True
    name = fold_phrase(outer.place.name)
    if name in scene.container_names.get(inner.place.place_id or "", frozenset()):
        return True
    return any(fold_phrase(p.name) == name for p in inner.within)


def _are_opposed(a: Place, b: Place) -> bool:
    """ "East of A", "west of A"."""
    sides = (("east", "west"), ("west", "east"), ("north", "south"), ("south", "north"))
    told = a.relation.endswith("_of") and b.relation.endswith("_of")
    return told and any(one in a.relation and other in b.relation for one, other in sides)


def names_place_of(scene: Scene, inner: Draft, outer: Draft) -> bool:
    """Whether the later draft names the place of the earlier one beside its own finer place."""
    if not outer.place or outer.place.level in WIDE:
        return False
    frame, name = inner.frames[0], fold_phrase(outer.place.name)
    return any(fold_phrase(place.name) == name for place in scene.places(frame.start, frame.end))

"""How a place stands to an act: where something was, where people came from or were taken, a landmark."""

from ..model.mentions import Place
from ..text import fold_phrase
from .frames import Frame
from .people_names import is_name
from .scene import Scene

_BROUGHT = 14
"""Words between "were taken" and the hospital, or the town in which it is."""
_RECEIVES = 4
"""Words between a hospital and "received"."""
_HOSPITAL = "hospital"
_STRUCK = 6
"""Words between an act and the hospital that it struck."""
_DISTANCE = 7
"""Words of "about 40 kilometres to the west of the capital"."""
_BREAKS = frozenset(",.;:\n")
_AWAY = ("to", "from")
_TAKEN = ("detained", "abducted")
_LONGEST = 5
"""Words of the longest name with its noun."""
_BREADTH = {
    "country": 6,
    "region": 5,
    "division1": 5,
    "division2": 4,
    "feature": 3,
    "town": 2,
    "village": 1,
    "quarter": 1,
}
"""What may hold what: a place of more breadth one of less."""
_ANY = "any"
"""The level of what "area" names: where no gazetteer knows it, a part of the village in which it is told to be."""
_VILLAGE = "village"
_OPEN_COUNTRY = ("countryside", "desert")
_POSITIONS, _OWN_POSITIONS = "positions", "own-positions"
_FIRED = ("bombardment", "ground")
_POSTS = 6
"""Words between "from the positions of" and the place where they are."""
_BOMBARDMENT = "bombardment"
_THRUSTS = ("armed_attack", "armed_clash")
_QUOTED = frozenset(' "')
_THRUST = 9
"""Words between "an attack" and "towards"."""
_LAUNCH = "launch"
"""Part of the names of the entries for firing: "event/shelling/launched"."""


def is_elsewhere(scene: Scene, place: Place) -> bool:
    """ "To A", "from A and B"; before a noun "from" says so only of people ("a man from the town of A")."""
    start = first_word(scene, place)
    if scene.text.words[start].form.startswith("و"):
        listed = [other for other in scene.places(max(0, start - _LONGEST), start) if other.last == start]
        if listed:
            return is_elsewhere(scene, listed[-1])
    before = scene.hits.covering(start - 1, "particle") if start else None
    if not before or before.last != start or before.value not in _AWAY:
        return False
    named = start == place.first or before.last - before.first > 1
    return named or before.value == "to" or _is_of_people(scene, before.first)


def _is_of_people(scene: Scene, word: int) -> bool:
    """Whether the words right before name a person: "a man", "Ahmad al-Ali"."""
    if word == 0 or scene.hits.covering(word - 1, "person"):
        return word > 0
    quoted = '"' in scene.text.words[word].gap
    return quoted or (is_name(scene, word - 1) and is_name(scene, word - 2))


def is_brought_to(scene: Scene, place: Place) -> bool:
    """ "Taken to the hospital of A", "to a hospital in the city of A": where the wounded are treated."""
    if _is_hospital(scene, place) and not _is_struck(scene, place):
        return True
    moved = scene.hits_in("brought", max(0, place.first - _BROUGHT), place.first)
    if not moved:
        return False
    ways = scene.hits_in("particle", moved[-1].last, place.first)
    if any(way.value == "to" and _leads(scene, way.last, place.first) for way in ways):
        return True
    wards = scene.hits_in("place-noun", moved[-1].last, place.first + 1)
    return any(
        ward.id == _HOSPITAL and "ل" in ward.proclitics and _leads(scene, ward.last, place.first)
        for ward in wards
    )


def _leads(scene: Scene, first: int, last: int) -> bool:
    """Whether the words go on without a break and tell no act."""
    words = scene.text.words[first : last + 1]
    return all(_BREAKS.isdisjoint(word.gap) for word in words) and not scene.hits_in("event", first, last)


def _is_hospital(scene: Scene, place: Place) -> bool:
    """A hospital by its noun, or by what it does: "the medical centre of A received"."""
    if place.level != "site" or place.relation != "at":
        return False
    noun = scene.hits.at(place.first, "place-noun")
    taken_in = scene.hits_in("brought", place.last, place.last + _RECEIVES)
    return bool(noun and noun.id == _HOSPITAL) or any(hit.id == "received" for hit in taken_in)


def _is_struck(scene: Scene, place: Place) -> bool:
    """ "Shelled the hospital of A", "a blast in the hospital of A": an act right before it, and nobody's arrival."""
    acts = scene.hits_in("event", max(0, place.first - _STRUCK), place.first)
    if not acts:
        return False
    between = (hit for kind in ("brought", "toll") for hit in scene.hits_in(kind, acts[-1].last, place.first))
    return not any(between)


def treats(scene: Scene, place: Place) -> bool:
    """ "In", "to (لـ)", "received by the hospital of A": where the wounded are, not where they were hit."""
    noun = scene.hits.at(place.first, "place-noun")
    if noun is None or not noun.value.get("treats"):
        return False
    start = first_word(scene, place)
    fused = scene.text.words[start].form.startswith("ل") and place.span.start > scene.text.words[start].start
    received = scene.hits.covering(start - 1, "brought")
    return fused or is_in(scene, place) or bool(received and received.id == "received")


def is_headed_for(scene: Scene, frame: Frame, place: Place) -> bool:
    """ "A column set out for (باتجاه) A", "fired a missile towards A": where troops, and missiles, go to."""
    start = first_word(scene, place)
    before = scene.hits.covering(start - 1, "particle") if start else None
    moves = any(anchor.type == "movement" and anchor.last <= place.first for anchor in frame.anchors)
    acts = [anchor for anchor in frame.anchors if anchor.last <= place.first]
    fired = len(acts) == 1 and any(
        _LAUNCH in a.hit.rule or scene.family(a.type) == _BOMBARDMENT for a in acts
    )
    towards = before is not None and before.value == "to"
    return towards and (moves or fired or _is_thrust_at(scene, frame, start - 1))


def _is_thrust_at(scene: Scene, frame: Frame, word: int) -> bool:
    """ "An attack", "an attempt to infiltrate towards (باتجاه) A": where the attack is, not a way from it."""
    nouns = [a for a in frame.anchors if a.hit.value["part"] == "noun" and a.type in _THRUSTS]
    last = max((anchor.last for anchor in nouns if anchor.last <= word), default=word)
    ways = scene.text.words[last : word + 1]
    return 0 < len(ways) - 1 <= _THRUST and not any(
        w.form.startswith("و") or set(w.gap) - _QUOTED for w in ways
    )


def takes_from(scene: Scene, frame: Frame, place: Place) -> bool:
    """ "Arrested three men from A": where people were taken."""
    before = scene.hits.at(first_word(scene, place) - 1, "particle")
    taken = any(anchor.toll in _TAKEN and anchor.last <= place.first for anchor in frame.anchors)
    return taken and before is not None and before.value == "from"


def is_launched_from(scene: Scene, frame: Frame, place: Place) -> bool:
    """ "Missiles that they fired (أطلقتها) from A towards B": where what struck or was brought down came from."""
    before = scene.hits.covering(first_word(scene, place) - 1, "particle")
    if before is None or before.value != "from":
        return False
    return any(_LAUNCH in anchor.hit.rule and anchor.last <= place.first for anchor in frame.anchors)


def is_station(scene: Scene, place: Place) -> bool:
    """ "The forces stationed in A shelled B", "from the positions of the army in A": where a force stands."""
    start = first_word(scene, place)
    hit = scene.hits.covering(start - 1, "place-station")
    if hit and hit.last == start:
        return True
    return _is_at_positions(scene, place, start, (_POSITIONS, _OWN_POSITIONS))


def is_fired_from(scene: Scene, frame: Frame, place: Place) -> bool:
    """ "Shelled the quarter from its positions in A": where the guns stand, and nothing that was shelled."""
    fires = any(scene.family(anchor.type) in _FIRED for anchor in frame.anchors)
    return fires and _is_at_positions(scene, place, first_word(scene, place), (_OWN_POSITIONS,))


def _is_at_positions(scene: Scene, place: Place, start: int, kinds: tuple[str, ...]) -> bool:
    """Whether "from the positions of" stands right before the words with which a place begins."""
    posts = [h for h in scene.hits_in("place-station", max(0, start - _POSTS), start) if h.id in kinds]
    if not posts or scene.hits_in("event", posts[-1].last, start):
        return False
    return all(_BREAKS.isdisjoint(word.gap) for word in scene.text.words[posts[-1].last : place.first + 1])


def is_named_exactly(scene: Scene, place: Place) -> bool:
    """ "In A, precisely in B": said so."""
    start = _before_in(scene, place)
    said = scene.hits.covering(start - 1, "place-exact") if start else None
    return said is not None and said.last == start


def held_before(scene: Scene, place: Place) -> Place | None:
    """ "In A, in the district of B": the place that ends right before one that contains it by its words."""
    start, owned = _before_owner(scene, place)
    if not (owned or is_in(scene, place)) or start == 0 or scene.text.words[start].form.startswith("و"):
        return None
    if not _BREAKS.difference(",").isdisjoint(scene.text.words[start].gap):
        return None
    for inner in scene.places(max(0, start - _LONGEST), start):
        if inner.last == start and (owned or _may_hold(scene, place, inner)):
            return inner
    return None


def is_owner(scene: Scene, place: Place) -> bool:
    """ "The village of A, which belongs to the district of B"."""
    return _before_owner(scene, place)[1]


def _before_owner(scene: Scene, place: Place) -> tuple[int, bool]:
    """The first word before a place with "in" or "which belongs to", and whether the latter stands there."""
    start = _before_in(scene, place)
    belongs = scene.hits.covering(start - 1, "place-after") if start else None
    owned = belongs is not None and scene.text.words[start].form.startswith("ل")
    return (belongs.first, True) if belongs and owned else (start, False)


def _may_hold(scene: Scene, outer: Place, inner: Place) -> bool:
    """Whether a place of one level may contain another: no quarter holds a town, no town a district.

    "The village of A in the area of B" lies there, even where B is known as a part of a town.
    """
    if outer.place_id and inner.place_id in outer.within:
        return False
    if (
        outer.level == "quarter"
        and _level_told(scene, outer) == _ANY
        and _level_told(scene, inner) == _VILLAGE
    ):
        return True
    return _breadth(scene, outer) > _breadth(scene, inner)


def _breadth(scene: Scene, place: Place) -> int:
    """How much a place may hold, by its noun ("the district of") or by what it is known to be."""
    told = _level_told(scene, place)
    if told == _ANY and place.place_id is None:
        return 0
    return _BREADTH.get(told) or _BREADTH.get(place.level, 0)


def _level_told(scene: Scene, place: Place) -> str:
    """What the noun of a place says that it may hold or is; nothing where it has no noun."""
    noun = scene.hits.covering(place.first - 1, "place-noun") or scene.hits.at(place.first, "place-noun")
    return str(noun.value.get("holds", noun.value["level"])) if noun else ""


def _before_in(scene: Scene, place: Place) -> int:
    """The first word of a place with its relation, its noun and a preposition written apart."""
    start = first_word(scene, place)
    before = scene.hits.at(start - 1, "particle") if start else None
    return before.first if before and before.value == "in" and before.last == start else start


def follows_place(scene: Scene, place: Place) -> bool:
    """A landmark: "in A, south-east of B" is about A, unless A contains B, or is a road or open country."""
    outer = names_around(scene, place)
    before = [p for p in _right_before(scene, place) if not p.place_id or p.place_id not in place.within]
    return any(fold_phrase(other.name) not in outer and not _is_open(scene, other, place) for other in before)


def open_country_before(scene: Scene, place: Place) -> Place | None:
    """ "In the countryside of C near A": the open country, which A tells more closely."""
    if place.relation != "near":
        return None
    return next((other for other in _right_before(scene, place) if _is_open(scene, other, place)), None)


def _right_before(scene: Scene, place: Place) -> list[Place]:
    """The places that end where one begins with its relation, its measure and "which lies"."""
    first = _before_lying(scene, _before_measure(scene, first_word(scene, place)))
    return [other for other in scene.places(max(0, first - 4), first) if other.last == first]


def _is_open(scene: Scene, other: Place, landmark: Place) -> bool:
    """ "On the road A - B near C", "in the countryside of A near C": C tells more closely where."""
    if landmark.relation != "near":
        return False
    noun = scene.hits.at(other.first, "place-noun")
    return other.relation == "road" or (noun is not None and noun.id in _OPEN_COUNTRY)


def _before_lying(scene: Scene, first: int) -> int:
    """The first word of "which lies" before a place or its relation; else its own."""
    lies = scene.hits.covering(first - 1, "place-after") if first else None
    return lies.first if lies and lies.id == "which-lies" and lies.last == first else first


def is_measured_from(scene: Scene, place: Place) -> bool:
    """ "40 km west of A", "at 5 kilometres from A"."""
    start = first_word(scene, place)
    return _before_measure(scene, start) < start


def _before_measure(scene: Scene, first: int) -> int:
    """The first word of "40 km", "at 5 kilometres from" and the like before a place; else its own."""
    unit = scene.hits.covering(first - 1, "place-measure") if first else None
    if unit is None or unit.last != first:
        return first
    at = unit.first
    while at and first - at < _DISTANCE and (scene.text.words[at - 1].number or _is_measured(scene, at - 1)):
        at -= 1
    return at


def _is_measured(scene: Scene, word: int) -> bool:
    return scene.hits.covering(word, "place-measure") is not None


def first_word(scene: Scene, place: Place) -> int:
    """The first word of a place with its relation and noun."""
    first = place.first
    while first > 0 and scene.text.words[first].start > place.whole.start:
        first -= 1
    return first


def is_in(scene: Scene, place: Place) -> bool:
    """ "A and B, in the countryside of C": "in" written onto the name or its noun, or before it."""
    start = first_word(scene, place)
    word = scene.text.words[start]
    if word.form.startswith("ب") and place.span.start > word.start:
        return True
    before = scene.hits.at(start - 1, "particle") if start else None
    return before is not None and before.value == "in"


def is_home(scene: Scene, place: Place) -> bool:
    """ "Who hails from the village of A": where somebody is from."""
    start = first_word(scene, place)
    said = scene.hits.covering(start - 1, "hails") if start else None
    return said is not None and said.last == start


def is_landmark(scene: Scene, place: Place) -> bool:
    """ "The town, which lies 40 kilometres west of A": how far it is from A."""
    start = first_word(scene, place)
    said = scene.hits_in("place-distance", max(0, start - _DISTANCE), start)
    if not said:
        return False
    between = scene.text.words[said[-1].last : place.first + 1]
    return all(_BREAKS.isdisjoint(word.gap) for word in between)


def names_around(scene: Scene, place: Place) -> frozenset[str]:
    """The names of the places that contain a place, unless it bears the same name."""
    return scene.container_names.get(place.place_id or "", frozenset()) - {fold_phrase(place.name)}

"""Set the sentences of an article together: which drafts tell one happening."""

from collections.abc import Sequence
from math import cos, hypot, radians

from msgspec.structs import replace

from ..model.mentions import Actor, Date, Place
from ..text import fold_phrase
from .drafts import Draft
from .grammar import is_another, ordinal_after
from .means import finer_means
from .scene import Scene
from .settings import fineness
from .tolls import Toll

_SAME_AT = 2.5
_FAR = 0.6
_MANY = 5
_VAGUE_COUNT = 2
_NEARLY = 1.5
_AGREES = 0.2
_DOER = 4
"""Words between "another patrol" and what it did."""
_FINE = 4.5
_TOLD_AS = frozenset(
    frozenset(pair)
    for pair in (
        ("targeted_killing", "armed_attack"),
        ("ied", "suicide_bombing"),
        ("ied", "targeted_killing"),
        ("ied", "mine_or_remnant"),
        ("ied", "grenade"),
        ("shelling", "air_strike"),
        ("shelling", "drone_strike"),
        ("shelling", "missile"),
        ("air_strike", "drone_strike"),
        ("missile", "drone_strike"),
        ("shelling", "mine_or_remnant"),
        ("execution", "targeted_killing"),
    )
)
"""Types by which a lead and its details tell one happening, the details more exactly."""
_VAGUE = ("other_violence", "armed_attack", "unexplained_explosion")
_WIDE = ("country", "division1", "division2")
_FAILED = ("foiled", "attempted")
_UNKNOWN = ("unknown",)


def merge_drafts(scene: Scene, drafts: Sequence[Draft]) -> tuple[Draft, ...]:
    """One draft for each happening; each later draft joins the earlier one that it resembles most."""
    merged: list[Draft] = []
    for draft in drafts:
        scores = [
            (likeness(scene, other, draft), _order(draft, number)) for number, other in enumerate(merged)
        ]
        best = max(scores, default=(0.0, 0))
        if best[0] >= _SAME_AT:
            number = abs(best[1])
            merged[number] = _joined(scene, merged[number], draft)
        else:
            merged.append(draft)
    return tuple(merged)


def _order(draft: Draft, number: int) -> int:
    """Of two acts alike, what is told as known ("the strike") is the later, and anything else the earlier."""
    return number if draft.definite else -number


def likeness(scene: Scene, a: Draft, b: Draft) -> float:
    """How much speaks for one happening; 0 where something speaks against it."""
    kind = _kind_likeness(scene, a, b)
    toll = _toll_likeness(a, b)
    if toll < 0 and _recounts(scene, b):
        toll = 1.0
    place = _place_likeness(scene, a, b)
    if place is None and _same_tolls(a, b):
        place = 0.5
    crowd = scene.family(a.type) == "civil"
    if crowd and place == 1.0 and _names_place_of(scene, b, a):
        place = 1.5
    if kind is None or place is None or _times_conflict(a, b) or (_authors_conflict(a, b) and not crowd):
        return 0.0
    if a.sentence == b.sentence and not b.definite and not _only_toll(b):
        return 0.0
    if _other_number(scene, a, b):
        return 0.0
    if not b.definite and (_different_persons(scene, a, b) or _is_told_apart(scene, b)):
        return 0.0
    if toll < 0 and (a.type != b.type or not b.definite):
        return 0.0
    score = kind + place + toll + _people_likeness(a, b) + _time_likeness(a, b)
    score += 2.0 + _AGREES * _agree(a, b) if b.definite else 0.0
    distance = max(0, b.sentence - a.frames[-1].sentence - 1)
    if _only_toll(b) and not b.place:
        score += 1.0 if distance else 1.5
    return score - min(_FAR, 0.2 * distance)


def _names_place_of(scene: Scene, inner: Draft, outer: Draft) -> bool:
    """Whether the later draft names the place of the earlier one beside its own finer place."""
    if not outer.place or outer.place.level in _WIDE:
        return False
    frame, name = inner.frames[0], fold_phrase(outer.place.name)
    return any(fold_phrase(place.name) == name for place in scene.places(frame.start, frame.end))


def _is_another(scene: Scene, draft: Draft) -> bool:
    """ "Another attack": no act told before."""
    anchor = draft.anchor
    if anchor is None:
        return False
    if anchor.is_verb:
        return bool(scene.hits_in("again", max(draft.frames[0].start, anchor.first - _DOER), anchor.first))
    return is_another(scene, anchor)


def _other_number(scene: Scene, a: Draft, b: Draft) -> bool:
    """ "The first attack", "the second": told apart by their numbers."""
    ours, theirs = _ordinals(scene, a), _ordinals(scene, b)
    return bool(ours and theirs and not ours & theirs)


def _ordinals(scene: Scene, draft: Draft) -> set[int | None]:
    anchors = (anchor for frame in draft.frames for anchor in frame.anchors)
    return {number.low for anchor in anchors if (number := ordinal_after(scene, anchor))}


def _is_told_apart(scene: Scene, draft: Draft) -> bool:
    """Words that set an act beside those already told: "another", "also", "earlier"."""
    return _is_another(scene, draft) or _tells_of_before(scene, draft) or _is_further(scene, draft)


def _tells_of_before(scene: Scene, draft: Draft) -> bool:
    """ "Earlier the militia shelled …": the sentence opens with an act before those just told."""
    first = scene.text.sentences[draft.sentence].first
    recalls = (hit for hit in scene.hits_in("recall", first, first + 1) if hit.last - hit.first > 1)
    return any(
        other.category == "event" and "past" in other.features
        for hit in recalls
        for other in scene.hits.starting(hit.last)
    )


def _is_further(scene: Scene, draft: Draft) -> bool:
    """ "The forces also shelled …": a verb of an act with "also" right behind it."""
    frame = draft.frames[0]
    return any(
        hit.features & {"past", "present"} and hit.category in ("event", "role")
        for also in scene.hits_in("also", frame.start, frame.last)
        for hit in scene.hits.starting(also.first - 1)
    )


def _different_persons(scene: Scene, a: Draft, b: Draft) -> bool:
    """Each tells the death of one named person, and the names share no word."""
    ours, theirs = _only_person(scene, a), _only_person(scene, b)
    return bool(ours and theirs and not ours & theirs)


def _only_person(scene: Scene, draft: Draft) -> frozenset[str]:
    """The words of the name of the one person whom a draft counts; empty where there are more, or none."""
    people = [actor for toll in draft.tolls if toll.slot == "killed" for actor in toll.people]
    if len(people) != 1 or people[0].head != "person":
        return frozenset()
    return frozenset(word.form for word in scene.text.words[people[0].first + 1 : people[0].last])


def _agree(a: Draft, b: Draft) -> bool:
    """ "The attack" is one act told before, "the raids" are several."""
    if a.anchor is None or b.anchor is None:
        return False
    return ("pl" in a.anchor.hit.features) == ("pl" in b.anchor.hit.features)


def _recounts(scene: Scene, draft: Draft) -> bool:
    """ "The toll rose to …": another count of what was counted before."""
    sentence = scene.text.sentences[draft.sentence]
    found = scene.hits_in("recount", sentence.first, draft.frames[0].last)
    return any(hit.value in ("later", "earlier") for hit in found)


def _only_toll(draft: Draft) -> bool:
    return draft.anchor is None


def _kind_likeness(scene: Scene, a: Draft, b: Draft) -> float | None:
    if a.type == b.type:
        return 1.0
    same_family = scene.family(a.type) == scene.family(b.type)
    if a.type in _VAGUE or b.type in _VAGUE:
        violent = ("ground", "blast", "bombardment")
        if scene.family(a.type) in violent and scene.family(b.type) in violent:
            return 0.8 if same_family or _only_toll(b) or _only_toll(a) else 0.5
    if frozenset((a.type, b.type)) in _TOLD_AS:
        return 0.6 if b.definite or _same_tolls(a, b, anyhow=True) or _same_spot(a, b) else None
    calm = scene.family(a.type) not in ("ground", "blast", "bombardment")
    return 0.5 if same_family and calm and b.definite else None


def _same_spot(a: Draft, b: Draft) -> bool:
    """Whether both name one fine place by one name."""
    return bool(
        a.place and b.place and fineness(a.place) >= _FINE and _names(a.place, ()) & _names(b.place, ())
    )


def _place_likeness(scene: Scene, a: Draft, b: Draft) -> float | None:
    """2 for one place, 1 where one contains the other, 0.5 where one is not told; None for two places."""
    if not a.place or not b.place:
        return None if _stand_apart(scene, a, b) else 0.5
    names_a, names_b = _names(a.place, a.also), _names(b.place, b.also)
    if names_a & names_b or (a.place.place_id and a.place.place_id == b.place.place_id):
        return 2.0
    if contains(scene, a, b) or contains(scene, b, a) or _overlap(a.place, b.place):
        return 1.0
    return 0.6 if _may_contain(a.place, b.place) or _may_contain(b.place, a.place) else None


def _stand_apart(scene: Scene, a: Draft, b: Draft) -> bool:
    """Whether the place named before one in its sentence speaks against the other's."""
    ours, theirs = a.place or a.beside, b.place or b.beside
    if not ours or not theirs or b.definite:
        return False
    return _place_likeness(scene, replace(a, place=ours), replace(b, place=theirs)) is None


def _overlap(a: Place, b: Place) -> bool:
    """Two wide features that lie within each other's radius."""
    if a.lat is None or b.lat is None or a.lon is None or b.lon is None:
        return False
    north = (a.lat - b.lat) * 111.0
    east = (a.lon - b.lon) * 111.0 * cos(radians(a.lat))
    return hypot(north, east) <= max(a.radius or 0.0, b.radius or 0.0)


def _may_contain(outer: Place, inner: Place) -> bool:
    """A wide place, and a finer one of which no gazetteer knows where it lies."""
    wide = outer.level in _WIDE or (outer.radius or 0) > 60
    return wide and inner.level not in _WIDE and not inner.within


def _names(place: Place, also: Sequence[Place]) -> set[str]:
    return {fold_phrase(p.name) for p in (place, *also)}


def contains(scene: Scene, outer: Draft, inner: Draft) -> bool:
    """Whether the outer draft's place is one that contains the inner draft's place."""
    if not outer.place or not inner.place:
        return False
    if outer.place.place_id and outer.place.place_id in inner.place.within:
        return True
    if outer.place.level == "country" and outer.place.country in (None, inner.place.country):
        return True
    names = scene.container_names.get(inner.place.place_id or "", frozenset())
    return fold_phrase(outer.place.name) in names | {fold_phrase(p.name) for p in inner.within}


def _times_conflict(a: Draft, b: Draft) -> bool:
    if a.announced or b.announced:
        return False
    if not (a.time and b.time and a.time.earliest and b.time.earliest and a.time.latest and b.time.latest):
        return False
    return a.time.latest < b.time.earliest or b.time.latest < a.time.earliest


def _time_likeness(a: Draft, b: Draft) -> float:
    """A little where both name the same day in their own words."""
    if not a.time or not b.time or a.time.span == b.time.span:
        return 0.0
    return 0.5 if (a.time.earliest, a.time.latest) == (b.time.earliest, b.time.latest) else 0.0


def _authors_conflict(a: Draft, b: Draft) -> bool:
    ours, theirs = _parties(a.by), _parties(b.by)
    both = ours | _parties(a.against)
    return bool(ours and theirs and not ours & theirs and not theirs & both)


def _parties(actors: Sequence[Actor]) -> set[str]:
    return {actor.party for actor in actors} - set(_UNKNOWN)


def _people_likeness(a: Draft, b: Draft) -> float:
    score = 1.0 if _parties(a.by) & _parties(b.by) else 0.0
    score += 0.5 if _parties(a.against) & _parties(b.against) else 0.0
    same_weapon = a.weapon and b.weapon and a.weapon.id == b.weapon.id
    return score + (0.5 if same_weapon else 0.0)


def _toll_likeness(a: Draft, b: Draft) -> float:
    """2 for the same counts, -1 for counts of the same people that differ."""
    ours = {toll.slot: (toll.low, toll.high) for toll in a.tolls}
    theirs = {toll.slot: (toll.low, toll.high) for toll in b.tolls}
    shared = ours.keys() & theirs.keys()
    if not shared:
        return 0.0
    if any(_contradict(ours[slot], theirs[slot]) for slot in shared):
        return -1.0
    if any(ours[slot] == theirs[slot] for slot in shared):
        return 2.0 if any((ours[slot][0] or 0) > _VAGUE_COUNT or ours[slot][1] for slot in shared) else 0.5
    return 0.5 if all(_may_be_same(ours[slot], theirs[slot]) for slot in shared) else -1.0


def _contradict(one: tuple[int | None, int | None], other: tuple[int | None, int | None]) -> bool:
    """Two exact counts that differ, whatever else is told alike."""
    return None not in (*one, *other) and one != other


def _may_be_same(one: tuple[int | None, int | None], other: tuple[int | None, int | None]) -> bool:
    """A bare plural ("soldiers were killed") may be any number from two on; "dozens" may be "more than 18"."""
    if (_VAGUE_COUNT, None) in (one, other):
        return min(one[0] or 0, other[0] or 0) >= _VAGUE_COUNT
    open_ended = one[1] is None or other[1] is None
    near = max(one[0] or 0, other[0] or 0) <= _NEARLY * min(one[0] or 0, other[0] or 0)
    return open_ended and near


def _same_tolls(a: Draft, b: Draft, *, anyhow: bool = False) -> bool:
    """The very same dead and injured, or the same large number: one happening wherever it is placed."""
    if a.type != b.type and not anyhow:
        return False
    ours = {toll.slot: (toll.low, toll.high) for toll in a.tolls}
    theirs = {toll.slot: (toll.low, toll.high) for toll in b.tolls}
    same = [slot for slot in ours.keys() & theirs.keys() if ours[slot] == theirs[slot]]
    return len(same) > 1 or any((ours[slot][0] or 0) >= _MANY for slot in same)


def _joined(scene: Scene, a: Draft, b: Draft) -> Draft:
    """The two drafts as one, with the most specific value of each field."""
    site = _site(scene, a, b)
    type_id = _type(scene, a, b)
    time = _told_time(a, b)
    return replace(
        a,
        type=type_id,
        anchor=_anchor(scene, a, b),
        frames=(*a.frames, *b.frames),
        place=site.place,
        also=site.also or a.also or b.also,
        within=_union_of_places(a, b, site),
        time=time,
        announced=a.announced and b.announced,
        lent=all(draft.lent for draft in (a, b) if draft.time is time),
        by=_union(a.by, b.by),
        against=_union(a.against, b.against),
        tolls=_tolls(a, b),
        weapon=finer_means(scene, a.weapon, b.weapon, type_id),
        stage=_stage(a, b),
    )


def _stage(a: Draft, b: Draft) -> str:
    """What occurred after all; words that only refer to the act ("the attack") do not say that it did."""
    told = a.stage in _FAILED and b.definite and all(toll.is_zero for toll in b.tolls)
    return "occurred" if "occurred" in (a.stage, b.stage) and not told else a.stage


def _type(scene: Scene, a: Draft, b: Draft) -> str:
    return a.type if scene.rank(a.type) >= scene.rank(b.type) else b.type


def _anchor(scene: Scene, a: Draft, b: Draft):  # type: ignore[no-untyped-def]
    first, second = (a, b) if scene.rank(a.type) >= scene.rank(b.type) else (b, a)
    return first.anchor or second.anchor


def _site(scene: Scene, a: Draft, b: Draft) -> Draft:
    """The draft with the finer place."""
    if not a.place or not b.place:
        return a if a.place else b
    if contains(scene, b, a) and not contains(scene, a, b):
        return a
    if contains(scene, a, b) and not contains(scene, b, a):
        return b if fineness(b.place) >= fineness(a.place) else a
    finer = (_place_likeness(scene, a, b) or 0) < 2
    return b if finer and fineness(b.place) > fineness(a.place) else a


def _union_of_places(a: Draft, b: Draft, site: Draft) -> tuple[Place, ...]:
    others = [p for p in (a.place, b.place) if p and p is not site.place]
    found = {fold_phrase(p.name): p for p in (*site.within, *others, *a.within, *b.within)}
    for place in (site.place, *site.also):
        if place:
            found.pop(fold_phrase(place.name), None)
    return tuple(found.values())


def _told_time(a: Draft, b: Draft) -> Date | None:
    """The day of the act before the day on which somebody told it."""
    if a.time and b.time and _is_loose(a.time) != _is_loose(b.time):
        return b.time if _is_loose(a.time) else a.time
    if b.definite and not a.time and b.time and _is_loose(b.time):
        return None
    if a.announced != b.announced:
        told, other = (b, a) if a.announced else (a, b)
        return told.time or other.time
    return _finer(a.time, b.time)


def _finer(a: Date | None, b: Date | None) -> Date | None:
    if not a or not b:
        return a or b
    if _is_night_of(a, b) or _is_night_of(b, a):
        return a if _is_night_of(a, b) else b
    return b if _width(b) < _width(a) else a


def _is_loose(time: Date) -> bool:
    """A month, a year or a longer span dates what a report recalls, hardly its news."""
    return time.precision in ("month", "year", "span")


def _is_night_of(night: Date, day: Date) -> bool:
    """A night that spans two days, one of them the other date: the night is what the report means."""
    if night.precision != "night" or not (night.earliest and night.latest and day.earliest and day.latest):
        return False
    return night.earliest <= day.earliest and day.latest <= night.latest


def _width(time: Date) -> int:
    return (time.latest - time.earliest).days if time.earliest and time.latest else 10_000


def _union(a: Sequence[Actor], b: Sequence[Actor]) -> tuple[Actor, ...]:
    found: dict[str, Actor] = {}
    for actor in (*a, *b):
        found.setdefault(actor.party, actor)
    known = {party: actor for party, actor in found.items() if party not in _UNKNOWN}
    return tuple((known or found).values())


def _tolls(a: Draft, b: Draft) -> tuple[Toll, ...]:
    return (*a.tolls, *b.tolls)

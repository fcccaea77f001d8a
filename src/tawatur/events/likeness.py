"""How much speaks for it that two drafts tell one happening."""

from collections.abc import Sequence
from datetime import timedelta

from ..model.mentions import Actor
from .drafts import Draft
from .retelling import retells_opening
from .same_places import names_of, names_place_of, near_enough, place_likeness
from .same_tolls import only_toll, recounts, same_tolls, toll_likeness
from .scene import Scene
from .settings import fineness
from .telling_apart import different_persons, is_told_apart, opens_elsewhere, other_number

_FAR = 0.6
_AGREES = 0.2
_DETAILS = 1.0
_FINE = 4.5
_SPOT = 5.5
"""The fineness of what is less than a town: a village, a quarter, a site."""
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
_CLASH = "armed_clash"
_ATTACK = "armed_attack"
_VAGUE = ("other_violence", "armed_attack", "unexplained_explosion")
_UNKNOWN = ("unknown",)
_LONG_PAST = timedelta(days=6)
"""From here on news has a day."""


def likeness(scene: Scene, a: Draft, b: Draft) -> float:
    """How much speaks for one happening; 0 where something speaks against it."""
    kind = kind_likeness(scene, a, b)
    if kind is None or times_conflict(scene, a, b):
        return 0.0
    retold = retells_opening(scene, a, b)
    place = place_likeness(scene, a, b)
    if place is None and retold and a.place and b.place and near_enough(a.place, b.place):
        place = 0.6
    if place is None and same_tolls(a, b, anyhow=b.definite and b.type in _VAGUE):
        place = 0.5
    crowd = scene.family(a.type) == "civil"
    if crowd and place == 1.0 and names_place_of(scene, b, a):
        place = 1.5
    definite = b.definite
    sideless = crowd or retold or (definite and a.type == b.type == _CLASH)
    if place is None or (authors_conflict(a, b) and not sideless):
        return 0.0
    if a.sentence == b.sentence and not definite and not only_toll(b):
        return 0.0
    if other_number(scene, a, b) or (a.sentence == b.sentence and of_others(a, b)) or answers(a, b):
        return 0.0
    if not definite and (different_persons(scene, a, b) or is_told_apart(scene, b)):
        return 0.0
    toll = toll_likeness(a, b)
    if toll < 0 and (recounts(scene, b) or (only_toll(a) and recounts(scene, a))):
        toll = 1.0
    if toll < 0 and (retold or _is_of_one_spot_and_day(scene, a, b)):
        toll = 0.0
    if toll < 0 and (a.type != b.type or not definite):
        return 0.0
    if place == 1.0 and toll < 1 and not definite and not only_toll(b) and opens_elsewhere(scene, b):
        return 0.0
    score = kind + place + toll + _people_likeness(a, b) + _time_likeness(a, b)
    score += 2.0 + _AGREES * _agree(a, b) if definite else 0.0
    score += _DETAILS if retold or _details_lead(scene, a, b) else 0.0
    distance = max(0, b.sentence - a.frames[-1].sentence - 1)
    if only_toll(b) and not b.place:
        score += 1.0 if distance else 1.5
    return score - min(_FAR, 0.2 * distance)


def answers(act: Draft, reason: Draft) -> bool:
    """ "They struck A in answer to the raid": the raid is the reason for the act, and not the act."""
    frame, told = act.frames[-1], reason.frames[0]
    answered = bool(told.anchors) and all(anchor.is_reason for anchor in told.anchors)
    return answered and frame.sentence == told.sentence and not all(one.is_reason for one in frame.anchors)


def of_others(a: Draft, b: Draft) -> bool:
    """Two acts of one sentence, each with its own people: "four Palestinians in raids, 52 settlers by rockets"."""
    ours = {actor.party for toll in a.tolls for actor in toll.people} - set(_UNKNOWN)
    theirs = {actor.party for toll in b.tolls for actor in toll.people} - set(_UNKNOWN)
    return bool(ours and theirs and not ours & theirs) and a.anchor is not None and b.anchor is not None


def _details_lead(scene: Scene, a: Draft, b: Draft) -> bool:
    """The opening tells an act somewhere in a country, the next sentence the same act in a place of it."""
    follows = a.sentence == scene.opening and b.sentence == a.sentence + 1
    if not follows or a.type != b.type or b.tolls or len(a.frames) > 1:
        return False
    wide = a.place is not None and a.place.level in ("country", "division1", "region")
    return wide and b.place is not None and b.place.level not in ("country", "division1", "region")


def _agree(a: Draft, b: Draft) -> bool:
    """ "The attack" is one act told before, "the raids" are several."""
    if a.anchor is None or b.anchor is None:
        return False
    return ("pl" in a.anchor.hit.features) == ("pl" in b.anchor.hit.features)


def kind_likeness(scene: Scene, a: Draft, b: Draft) -> float | None:
    if a.type == b.type:
        return 1.0
    same_family = scene.family(a.type) == scene.family(b.type)
    if a.type in _VAGUE or b.type in _VAGUE:
        violent = ("ground", "blast", "bombardment")
        if scene.family(a.type) in violent and scene.family(b.type) in violent:
            return 0.8 if same_family or only_toll(b) or only_toll(a) else 0.5
    if frozenset((a.type, b.type)) in _TOLD_AS:
        if _only_names(b):
            return 1.0
        return 0.6 if b.definite or same_tolls(a, b, anyhow=True) or _same_spot(a, b) else None
    calm = scene.family(a.type) not in ("ground", "blast", "bombardment")
    return 0.5 if same_family and calm and b.definite else None


def _only_names(draft: Draft) -> bool:
    """ "The blast that A claimed": it names the act, by a word that may be a wider one, and tells no more of it."""
    told = draft.tolls or draft.weapon or draft.place
    return draft.definite and not told and any(anchor.definite for anchor in draft.frames[0].anchors)


def _same_spot(a: Draft, b: Draft, fine: float = _FINE) -> bool:
    """Whether both name one place by one name, and one at least so fine."""
    return bool(
        a.place and b.place and fineness(a.place) >= fine and names_of(a.place, ()) & names_of(b.place, ())
    )


def _is_of_one_spot_and_day(scene: Scene, a: Draft, b: Draft) -> bool:
    """Acts of one type at one spot, each with its day: other counts of them are other voices' counts."""
    dated = a.time is not None and b.time is not None
    return a.type == b.type and dated and _same_spot(a, b, _SPOT) and not is_told_apart(scene, b)


def times_conflict(scene: Scene, a: Draft, b: Draft) -> bool:
    if lies_back(scene, a, b):
        return True
    if a.announced or b.announced:
        return False
    if not (a.time and b.time and a.time.earliest and b.time.earliest and a.time.latest and b.time.latest):
        return False
    return a.time.latest < b.time.earliest or b.time.latest < a.time.earliest


def lies_back(scene: Scene, a: Draft, b: Draft) -> bool:
    """ "Last month five were killed": told anew, with a day long past, after news that has no day."""
    time, published = b.time, scene.published
    if a.time or b.announced or b.lent or b.definite:
        return False
    if time is None or time.latest is None or published is None:
        return False
    return time.bound == "on" and published - time.latest >= _LONG_PAST


def _time_likeness(a: Draft, b: Draft) -> float:
    """A little where both name the same day in their own words."""
    if not a.time or not b.time or a.time.span == b.time.span:
        return 0.0
    return 0.5 if same_days(a, b) else 0.0


def same_days(a: Draft, b: Draft) -> bool:
    """Whether both have the same first and last day."""
    if not a.time or not b.time:
        return False
    return (a.time.earliest, a.time.latest) == (b.time.earliest, b.time.latest)


def authors_conflict(a: Draft, b: Draft) -> bool:
    ours, theirs = parties_of(a.by), parties_of(b.by)
    both = ours | parties_of(a.against)
    return bool(ours and theirs and not ours & theirs and not theirs & both)


def parties_of(actors: Sequence[Actor]) -> set[str]:
    return {actor.party for actor in actors} - set(_UNKNOWN)


def _clash_of_attack(a: Draft, b: Draft) -> bool:
    """ "An attack by A on B"; "B clashed with A": the same two sides, as the side attacked tells it."""
    if a.type != _ATTACK or b.type != _CLASH:
        return False
    ours, theirs = parties_of(a.by), parties_of(b.by)
    return bool(ours & parties_of(b.against) and theirs & parties_of(a.against))


def _people_likeness(a: Draft, b: Draft) -> float:
    score = 1.0 if parties_of(a.by) & parties_of(b.by) or _clash_of_attack(a, b) else 0.0
    score += 0.5 if parties_of(a.against) & parties_of(b.against) else 0.0
    same_weapon = a.weapon and b.weapon and a.weapon.id == b.weapon.id
    return score + (0.5 if same_weapon else 0.0)

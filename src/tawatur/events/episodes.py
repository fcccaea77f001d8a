"""Acts of one episode: what the same people did on the way to another act, at one place, within a few sentences."""

from collections.abc import Sequence

from msgspec.structs import replace

from ..text import fold_phrase
from .aftermath import is_withdrawal, may_be_by_same
from .drafts import Draft
from .kinds import CAPTURED, ENTRIES
from .raids import with_site
from .same_places import contains
from .scene import Scene

_ATTACK = "armed_attack"
_ARREST = "detention"
_TAKING = (_ARREST, "abduction")
_SEARCHES = ("event/sweep/raid", "event/sweep/raiding", "event/sweep/search", "event/sweep/searching")
"""Searches of homes; not the combing of an area."""
_COMING = ("event/movement/incursion", "event/movement/incursing")
_ENTRIES = (
    *_COMING,
    "event/armed_attack/gunmen-raided",
    *ENTRIES,
)
_LED_AWAY = "event/detention/lead-off"
_OTHERS = 4
"""Words between an arrest and "others"."""
_TAKEN, _SEARCHED, _ENTERED, _LEFT = 4, 3, 2, 1
"""Of the acts of one episode the higher tells it."""
_DEPLOYED = "event/movement/deploy"
_BESIEGED = "event/territory/besiege"
_BESIDE_FIGHTS = (*_COMING, _BESIEGED, "event/seizure/booty", "event/seizure/took-goods")
_DAMAGE = "property_destruction"
_MOVED = "movement"
_BLAST = "unexplained_explosion"
_FIRES = tuple(f"event/{_DAMAGE}/{name}" for name in ("burn", "burning", "ruined-crops"))
_DENOUNCED = 4
"""Words between "it denounced" and the act."""
_BURNT = 6
"""Words between "they set fire to" and what they burnt."""
_VIOLENT = ("ground", "blast", "bombardment", "coercion", "control")
_FIGHTS = ("ground", "control")
_NEAR = 3
"""Sentences over which an episode is told."""


def without_parts(scene: Scene, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts without those that are part of an episode told by another, and attacks only spoken of again."""
    if len(drafts) < 2:
        return list(drafts)
    told = [draft for draft in drafts if not _is_spoken_of(scene, draft)] or list(drafts)
    told = _with_ways(scene, told)
    told = [draft for draft in told if not any(_is_wreck(scene, draft, other) for other in told)]
    told = _with_blasts(scene, told)
    return [draft for draft in told if not _is_posting(scene, draft)] or told


def _with_blasts(scene: Scene, drafts: Sequence[Draft]) -> list[Draft]:
    """Each act with the blasts that were heard of it before it is told."""
    blasts = [[n for n, one in enumerate(drafts) if _is_explained(scene, one, act)] for act in drafts]
    heard = {n for numbers in blasts for n in numbers}
    return [
        _with_parts(scene, act, [drafts[n] for n in numbers])
        for number, (act, numbers) in enumerate(zip(drafts, blasts, strict=True))
        if number not in heard
    ]


def _is_posting(scene: Scene, draft: Draft) -> bool:
    """ "Soldiers spread out (انتشر) at the gates": what forces do after the act that a report opens with."""
    act = draft.anchor
    return act is not None and act.hit.rule == _DEPLOYED and draft.sentence != scene.opening


def _with_ways(scene: Scene, drafts: Sequence[Draft]) -> list[Draft]:
    """Each taking of people with what only the ways to it tell: the finer place, the day, the author."""
    parts = [[n for n, part in enumerate(drafts) if _is_part(scene, part, one, drafts)] for one in drafts]
    ways = {number for numbers in parts for number in numbers}
    return [
        _with_parts(scene, one, [drafts[n] for n in parts[number]])
        for number, one in enumerate(drafts)
        if number not in ways
    ]


def _with_parts(scene: Scene, whole: Draft, parts: Sequence[Draft]) -> Draft:
    """The whole with the places and voices of its parts, and with those whom an attack took."""
    for part in parts:
        tolls = part.tolls if part.type in _TAKING and whole.type not in _TAKING else ()
        told = replace(whole, frames=(*whole.frames, *part.frames), tolls=(*whole.tolls, *tolls))
        whole = with_site(scene, told, part)
    return whole


def _is_wreck(scene: Scene, part: Draft, whole: Draft) -> bool:
    """ "… and looted the homes": what the same people damaged within an attack told before."""
    if part.type != _DAMAGE or part.tolls or whole is part or _is_by_fire(scene, part, whole):
        return False
    if _has_own_place(part) and not _is_told_with(part, whole):
        return False
    if scene.family(whole.type) not in _VIOLENT or whole.first > part.first:
        return False
    ours, theirs = {a.party for a in part.by}, {a.party for a in whole.by}
    return bool(ours & theirs) and _is_near(part, whole) and _is_there(scene, part, whole)


def _is_spoken_of(scene: Scene, draft: Draft) -> bool:
    """An attack told once, after the opening, with nobody hurt and at no place of its own: one told before."""
    if _is_condemned(scene, draft):
        return True
    if draft.type != _ATTACK or draft.tolls or len(draft.frames) > 1:
        return False
    return scene.opening is not None and draft.sentence > scene.opening and not _has_own_place(draft)


def _is_condemned(scene: Scene, draft: Draft) -> bool:
    """ "The ministry denounced what it called the aggression": a word for what was told before."""
    act = draft.anchor
    if act is None or act.is_verb or draft.tolls or len(draft.frames) > 1 or draft.sentence == scene.opening:
        return False
    return bool(scene.hits_in("condemnation", max(0, act.first - _DENOUNCED), act.first))


def _has_own_place(draft: Draft) -> bool:
    place = draft.place
    return place is not None and any(frame.start <= place.first < frame.end for frame in draft.frames)


def _is_part(scene: Scene, part: Draft, whole: Draft, told: Sequence[Draft]) -> bool:
    """Whether an incursion, a search or a withdrawal belongs to the taking of people, or the search, told near it."""
    if (
        _is_of_those_taken(part, whole)
        or _is_of_others(scene, part, whole)
        or _is_of_battle(scene, part, whole)
    ):
        return True
    if not 0 < _rank(part) < _rank(whole) or _rank(part) == _TAKEN or part.background != whole.background:
        return False
    if not (_is_near(part, whole) and may_be_by_same(whole, part) and _is_there(scene, part, whole)):
        return False
    first, last = sorted((part.first, whole.first))
    return not any(first < one.first < last and not _rank(one) for one in told)


def _is_of_those_taken(part: Draft, whole: Draft) -> bool:
    """ "… and led them (واقتادتهما) to its posts": those whose arrest was told before."""
    act = part.anchor
    if act is None or act.hit.rule != _LED_AWAY or not act.hit.enclitic or whole.type not in _TAKING:
        return False
    return whole.first < part.first and part.sentence in {frame.sentence for frame in whole.frames}


def _is_of_others(scene: Scene, part: Draft, whole: Draft) -> bool:
    """ "Killed four of the attackers and arrested another": one of those whom the same act hit."""
    act = part.anchor
    if act is None or part.type != _ARREST or scene.family(whole.type) != "ground" or not whole.tolls:
        return False
    if whole.first > part.first or part.sentence not in {frame.sentence for frame in whole.frames}:
        return False
    others = [
        hit for hit in scene.hits_in("others", act.last, act.last + _OTHERS) if "fallen" not in hit.value
    ]
    return bool(others) and not _has_own_place(part) and may_be_by_same(whole, part)


def _is_of_battle(scene: Scene, part: Draft, whole: Draft) -> bool:
    """ "… and captured nine of them", "took their guns", "surrounded the bus": within the fight told beside it."""
    if not _happens_in_fights(part) or not _is_fight(scene, whole) or whole.background != part.background:
        return False
    if part is whole or _comes_elsewhere(part, whole):
        return False
    return _is_next_to(part, whole) and _is_by_those_of(part, whole) and _is_there(scene, part, whole)


def _comes_elsewhere(part: Draft, whole: Draft) -> bool:
    """ "Bulldozers entered east of B": a place of its own, in another sentence than the fight."""
    comes = part.anchor is not None and part.anchor.hit.rule in _COMING and _has_own_place(part)
    return comes and all(frame.sentence != part.sentence for frame in whole.frames)


def _happens_in_fights(part: Draft) -> bool:
    act = part.anchor
    if act is None:
        return False
    return act.hit.rule == CAPTURED or (act.hit.rule in _BESIDE_FIGHTS and not part.tolls)


def _is_fight(scene: Scene, whole: Draft) -> bool:
    if scene.family(whole.type) not in _FIGHTS or whole.type == _MOVED:
        return False
    return whole.anchor is None or whole.anchor.hit.rule != _BESIEGED


def _is_next_to(part: Draft, whole: Draft) -> bool:
    return any(abs(a.sentence - b.sentence) <= 1 for a in part.frames for b in whole.frames)


def _is_by_those_of(part: Draft, whole: Draft) -> bool:
    """Whether either side of a fight, or somebody left unnamed, may have done what is told beside it."""
    theirs = {actor.party for actor in part.by} - {"unknown"}
    return (
        not theirs or may_be_by_same(whole, part) or bool(theirs & {actor.party for actor in whole.against})
    )


def _rank(draft: Draft) -> int:
    """How much of an episode an act tells; 0 for acts of which it never is a part, and that are no such episode."""
    if draft.type in _TAKING:
        return _TAKEN
    if draft.anchor is None or any(toll.slot in ("killed", "injured") for toll in draft.tolls):
        return 0
    rule = draft.anchor.hit.rule
    if is_withdrawal(draft):
        return _LEFT
    return _SEARCHED if rule in _SEARCHES else _ENTERED if rule in _ENTRIES else 0


def _is_by_fire(scene: Scene, part: Draft, fight: Draft) -> bool:
    """What was set on fire is an act of its own, but for the posts and cars of the armed side that was attacked."""
    act = part.anchor
    if act is None or act.hit.rule not in _FIRES:
        return False
    things = scene.hits_in("thing", act.last, act.last + _BURNT)
    homes = any(thing.value["head"] == "place_of" for thing in things)
    hit = {actor.party for actor in (*part.against, *fight.against)}
    return homes or not hit or "civilians" in hit


def _is_told_with(part: Draft, whole: Draft) -> bool:
    """ "They killed five and destroyed posts at A": a verb joined to the act before it shares its place."""
    act = part.anchor
    return (
        act is not None
        and act.hit.proclitics == "و"
        and part.sentence in {frame.sentence for frame in whole.frames}
    )


def _is_explained(scene: Scene, blast: Draft, act: Draft) -> bool:
    """ "Blasts shook A. Drones struck a depot there": what was heard, and what it was."""
    if blast.type != _BLAST or blast.tolls or blast is act or not 0 <= act.sentence - blast.sentence <= 1:
        return False
    if act.first < blast.first or scene.family(act.type) not in ("blast", "bombardment"):
        return False
    if blast.place is None or act.place is None:
        return False
    return fold_phrase(blast.place.name) == fold_phrase(act.place.name) or contains(scene, blast, act)


def _is_near(part: Draft, whole: Draft) -> bool:
    return any(abs(a.sentence - b.sentence) <= _NEAR for a in part.frames for b in whole.frames)


def _is_there(scene: Scene, part: Draft, whole: Draft) -> bool:
    """Whether both are at one place; a place first named for the way in is not that of people taken before."""
    if part.place is None or whole.place is None:
        return True
    if whole.first < part.first and _has_own_place(part) and not _has_own_place(whole):
        return False
    same = fold_phrase(part.place.name) == fold_phrase(whole.place.name)
    return same or contains(scene, part, whole) or contains(scene, whole, part)

"""A search, or a storming that hit nobody, told together with what came of it: one act, not two."""

from collections.abc import Sequence

from msgspec.structs import replace

from ..text import fold_phrase
from .boundaries import break_between
from .drafts import Draft
from .kinds import ENTRIES
from .same_places import contains, named_once
from .scene import Scene
from .settings import fineness

_SEARCH = "sweep"
_ABDUCTION = "abduction"
_TAKEN = ("detention", "seizure", _ABDUCTION)
_DAMAGE = "property_destruction"
_DONE_THERE = ("detention", "seizure", "abduction", "sweep", "property_destruction")
_STORMING = "event/armed_attack/storming"
_PEOPLE = ("person", "members", "class", "body")
_HOME = "actor/homes"


def without_raids(scene: Scene, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts without the searches and stormings that ended, in the same sentence, in another act.

    "Searched a home in A and arrested two" is the arrest, with the place of the search.
    """
    found: list[Draft] = []
    for draft in drafts:
        one = draft
        while found and (joined := _joined(scene, found[-1], one)) is not None:
            found.pop()
            one = joined
        found.append(one)
    return found


def _joined(scene: Scene, before: Draft, draft: Draft) -> Draft | None:
    """One act of two drafts that stand side by side, if either is how the other was done."""
    if _belongs(scene, before, draft):
        return with_site(scene, draft, before)
    return with_site(scene, before, draft) if _belongs(scene, draft, before) else None


def _belongs(scene: Scene, raid: Draft, act: Draft) -> bool:
    """Whether the second act is what came of the raid: one sentence, one author, one place."""
    if raid.sentence != act.sentence or raid.tolls or not _led_to(scene, raid, act):
        return False
    if break_between(scene, min(raid.first, act.first), max(raid.first, act.first)) == "shift":
        return False
    ours, theirs = {actor.party for actor in raid.by}, {actor.party for actor in act.by}
    if ours and theirs and not ours & theirs:
        return False
    return _is_one_place(scene, raid, act)


def _led_to(scene: Scene, raid: Draft, act: Draft) -> bool:
    """Whether an act is of a kind that such a raid ends in."""
    if act.type in _TAKEN and (raid.type == _SEARCH or _is_circumstance(scene, raid)):
        return act.type != _ABDUCTION or raid.first < act.first
    if raid.type in (_DAMAGE, _SEARCH) and act.type == _SEARCH:
        return True
    return act.type in _DONE_THERE and _is_entry(raid)


def _is_entry(raid: Draft) -> bool:
    """ "Stormed the village": a way in, in which nobody is told to have been attacked."""
    if raid.anchor is None or raid.anchor.hit.rule not in ENTRIES or raid.weapon:
        return False
    return not any(actor.head in _PEOPLE or actor.kind == "combatants" for actor in raid.against)


def _is_circumstance(scene: Scene, raid: Draft) -> bool:
    """ "… amid (وسط) stormings of several villages": how the arrests were made."""
    act = raid.anchor
    if act is None or act.hit.rule != _STORMING or "pl" not in act.hit.features or not act.first:
        return False
    cause = scene.hits.covering(act.first - 1, "cause")
    return cause is not None and cause.value == "weak" and cause.last == act.first


def _is_one_place(scene: Scene, raid: Draft, act: Draft) -> bool:
    """The home searched is that of those taken, wherever it stands; else the places must agree."""
    if not raid.place or not act.place or _is_home_of_theirs(scene, raid) or _is_joined_to(raid, act):
        return True
    same = fold_phrase(raid.place.name) == fold_phrase(act.place.name)
    return same or contains(scene, raid, act) or contains(scene, act, raid) or _is_topic(act)


def _is_joined_to(raid: Draft, act: Draft) -> bool:
    """ "A campaign of searches and arrests in A": two nouns side by side."""
    if raid.anchor is None or act.anchor is None or act.anchor.is_verb:
        return False
    return raid.anchor.last == act.anchor.first and act.anchor.hit.proclitics == "و"


def _is_home_of_theirs(scene: Scene, raid: Draft) -> bool:
    """ "After it had searched his home (منزله)"."""
    near = scene.actors(raid.frames[0].first, raid.frames[0].end)
    return any(
        actor.rule.startswith(_HOME) and any(h.enclitic for h in scene.hits.starting(actor.first))
        for actor in near
    )


def _is_topic(act: Draft) -> bool:
    """ "In A, the army arrested …": the place stands before the act."""
    return act.place is not None and act.anchor is not None and act.place.first < act.anchor.first


def with_site(scene: Scene, act: Draft, raid: Draft) -> Draft:
    """The act, with what only the raid tells: the finer place, the day, the author."""
    act = replace(act, by=act.by or raid.by, time=act.time or raid.time)
    place = raid.place
    if act.place is None and place is not None:
        return replace(act, place=place, within=raid.within)
    if (
        place is None
        or raid.anchor is None
        or place.first < raid.anchor.first
        or not _is_finer(scene, raid, act)
    ):
        return act
    outer = [other for other in (*raid.within, act.place, *act.within) if other is not None]
    return replace(act, place=place, within=named_once(outer, (place,)))


def _is_finer(scene: Scene, raid: Draft, act: Draft) -> bool:
    if raid.place is None or act.place is None:
        return False
    return contains(scene, act, raid) or (_is_topic(act) and fineness(raid.place) >= fineness(act.place))

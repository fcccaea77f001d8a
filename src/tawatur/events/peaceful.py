"""Drafts that tell no violence after all: deaths without force, and what another age did."""

from datetime import date, timedelta

from .drafts import Draft
from .grammar import can_act, preposition_before
from .quiet import is_armed
from .scene import Scene
from .tolls import Toll

_STOP = "event/detention/stop"
_GATHERED = "event/protest/gather"
_BODIES = "toll/bodies"
_MIGRANTS = "actor/migrant"
_NO_FORCE = ("unknown", "private-persons", "civilians")
_AN_AGE = timedelta(days=15 * 365)
_A_MONTH = timedelta(days=31)
_A_YEAR = timedelta(days=365)


def is_peaceful(scene: Scene, draft: Draft) -> bool:
    """Deaths by no force, what another age did, words in a world without arms, acts of nobody nowhere."""
    if _is_unforced(scene, draft) or _is_of_another_age(scene, draft) or _is_bare(scene, draft):
        return True
    if _is_halt(draft) or _is_held_road(draft):
        return True
    return is_nowhere(draft) and not _says_more(draft)


def is_nowhere(draft: Draft) -> bool:
    """Neither where nor by whom, and on no day: a figure of a year or of a war, or words about such acts."""
    return not (draft.place or draft.by) and (draft.time is None or _is_long(draft))


def _is_long(draft: Draft) -> bool:
    time = draft.time
    return time is not None and time.latest is not None and _years(time.earliest, time.latest)


def _says_more(draft: Draft) -> bool:
    """Whether a past verb tells it, or who was hit."""
    told = draft.anchor is not None and "past" in draft.anchor.hit.features
    return told or bool(draft.tolls or draft.against)


def _is_halt(draft: Draft) -> bool:
    """ "Two men on a motorcycle stopped him": whoever is no force arrests nobody by stopping him."""
    stopped = draft.anchor is not None and draft.anchor.hit.rule == _STOP
    return stopped and bool(draft.by) and all(actor.party in _NO_FORCE for actor in draft.by)


def _is_held_road(draft: Draft) -> bool:
    """ "Fighters of A cut the road": no protest, and no act that the codebook names."""
    cut = draft.anchor is not None and draft.anchor.hit.rule == _GATHERED
    return cut and any(is_armed(actor) for actor in draft.by)


def _is_bare(scene: Scene, draft: Draft) -> bool:
    """Of no place and with nothing to do it, in a report that names nobody armed, unless it opens with who was hit."""
    if draft.place or draft.weapon or (draft.by and scene.family(draft.type) == "civil"):
        return False
    if scene.opens(draft.sentence) and (draft.tolls or draft.against):
        return False
    return not any(can_act(a, armed=True) for a in (*draft.by, *draft.against, *scene.mentions.actors))


def _is_unforced(scene: Scene, draft: Draft) -> bool:
    """Only the dead or the injured are told: no act, no means, nobody armed."""
    if draft.anchor or draft.weapon or any(frame.anchors for frame in draft.frames):
        return False
    if any(is_armed(actor) for actor in (*draft.by, *draft.against)):
        return False
    if any(_is_found(scene, toll) for toll in draft.tolls):
        return False
    forced = [t for t in draft.tolls if t.hit.value.get("force")]
    return not any(toll.people or toll.first < toll.hit.first or toll.last > toll.hit.last for toll in forced)


def _is_found(scene: Scene, toll: Toll) -> bool:
    """ "Came upon 48 bodies": counted, behind "upon", and not those of migrants."""
    if toll.hit.rule != _BODIES or preposition_before(scene, toll.first) != "upon":
        return False
    near = scene.actors(toll.last, scene.text.sentences[toll.sentence].last)
    return toll.first < toll.hit.first and all(actor.rule != _MIGRANTS for actor in near)


def _is_of_another_age(scene: Scene, draft: Draft) -> bool:
    """Long before the report, or in some past year."""
    time, today = draft.time, scene.published
    if not time or not time.latest or not today:
        return False
    if _years(time.earliest, time.latest) and today - time.latest > _A_YEAR:
        return True
    return today - time.latest > _AN_AGE


def _years(earliest: date | None, latest: date) -> bool:
    return earliest is None or latest - earliest > _A_MONTH

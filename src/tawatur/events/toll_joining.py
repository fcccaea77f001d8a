"""Whether a toll goes with the act before it in its sentence, or opens the next happening."""

from collections.abc import Iterable, Sequence

from ..mentions.actor_others import OTHERS
from .anchors import Anchor
from .boundaries import break_between, brings_place, gives_way, reasons_in
from .grammar import is_joined
from .scene import Scene
from .tolls import Toll

_HURT = ("killed", "injured")
_VIOLENT = ("ground", "blast", "bombardment")
_CROWD, _MEANWHILE = "civil", "when"
_PLACE = 3
"""Words between those counted and their place."""
_NEXT = 6
"""Words between "killed three" and "wounded five"."""


def toll_joins(
    scene: Scene, group: Sequence[Anchor | Toll], toll: Toll, later: Sequence[Anchor | Toll], link: str | None
) -> bool:
    """A toll belongs to the act before it unless it brings an act, or a place, of its own."""
    if _counts_on(group, toll):
        return _is_with_them(scene, toll) or not _moves_on(scene, group, toll)
    if falls_elsewhere(scene, [item for item in group if isinstance(item, Toll)], toll):
        return False
    acts = [item for item in group if isinstance(item, Anchor)]
    if not acts:
        return link != "while" or not _moves_on(scene, group, toll)
    if link == "result":
        return True
    if _is_protested(scene, acts, toll):
        return False
    if _goes_with_toll(scene, group[-1], toll):
        return link != "and" or not _is_of_new_act(scene, group, toll, later)
    if link == "while" and _is_of_others(scene, group, toll):
        return False
    if link == "while" and toll.slot in _HURT and not any(_does_harm(scene, act) for act in acts):
        return False
    own = _own_act(scene, toll, later) or _other_act(scene, acts, toll, later)
    if link == "while" and _are_the_others(group, acts, toll, own):
        return True
    if own and not own.hit.definite and not all(gives_way(act) for act in acts):
        return False
    if own and not own.hit.definite and _moves_on(scene, group, toll):
        return False
    if link is None:
        return True
    told = any(isinstance(item, Toll) and item.slot == toll.slot for item in group)
    if link == "while" and told and _is_more(group, toll):
        return False
    return not (_brings_place(scene, toll, later) if told else _moves_on(scene, group, toll))


def _is_with_them(scene: Scene, toll: Toll) -> bool:
    """ "A was killed in B, and with him three others by a shell on C": one happening, wherever it is placed."""
    before = scene.hits.covering(toll.first - 1, "particle")
    return before is not None and before.value == "besides"


def _is_more(group: Sequence[Anchor | Toll], toll: Toll) -> bool:
    """ "… which killed 54, while figures say that 979 died": no part of those told before."""
    counts = [
        item.high or item.low or 0 for item in group if isinstance(item, Toll) and item.slot == toll.slot
    ]
    return (toll.low or 0) > max(counts, default=0) > 1


def _brings_place(scene: Scene, toll: Toll, later: Sequence[Anchor | Toll]) -> bool:
    """ "… also two were killed and others wounded in a blast in B": the place behind the second count is of both."""
    if brings_place(scene, toll.first):
        return True
    after = later[0] if later else None
    return (
        isinstance(after, Toll) and _goes_with_toll(scene, toll, after) and brings_place(scene, after.first)
    )


def falls_elsewhere(scene: Scene, told: Sequence[Toll], toll: Toll) -> bool:
    """ "… which killed two in A and wounded seven in B": a like count, and each with its place right behind it."""
    if not told or not {toll.slot, told[-1].slot} <= set(_HURT) or toll.slot == told[-1].slot:
        return False
    before, verb = told[-1], toll.hit.features & {"past", "present"}
    if verb or toll.hit.first < before.last or not is_joined(scene, toll.hit.first):
        return False
    between = scene.places(before.last, toll.first)
    return bool(between) and len(between) == 1 and bool(scene.places(toll.last, toll.last + _PLACE))


def _is_protested(scene: Scene, acts: Sequence[Anchor], toll: Toll) -> bool:
    """ "They demonstrated after the killing of A": what a crowd answers is no toll of its own."""
    if any(scene.family(act.type) != _CROWD for act in acts):
        return False
    causes = scene.hits_in("cause", acts[-1].last, toll.first + 1)
    return any(cause.id != _MEANWHILE for cause in causes) or bool(
        reasons_in(scene, acts[-1].last, toll.first + 1)
    )


def _is_of_new_act(
    scene: Scene, group: Sequence[Anchor | Toll], toll: Toll, later: Sequence[Anchor | Toll]
) -> bool:
    """ "Shelled A, which killed one, and three were wounded as a shell fell on B": the wounded are of the shell."""
    own = _own_act(scene, toll, later)
    if not own or own.hit.definite or not _moves_on(scene, group, toll):
        return False
    return break_between(scene, group[0].first, group[-1].first) == "result"


def _is_of_others(scene: Scene, group: Sequence[Anchor | Toll], toll: Toll) -> bool:
    """ "… killed 12 people, while the command announced the killing of 23 gunmen": another voice, other people."""
    same = [item for item in group if isinstance(item, Toll) and item.slot == toll.slot]
    kinds = {actor.kind for item in same for actor in item.people}
    theirs = {actor.kind for actor in toll.people}
    if not kinds or not theirs or kinds & theirs or "unknown" in theirs:
        return False
    return bool(scene.hits_in("speech", same[-1].last, toll.first))


def _are_the_others(
    group: Sequence[Anchor | Toll], acts: Sequence[Anchor], toll: Toll, own: Anchor | None
) -> bool:
    """ "… killed 12, and also wounded were 23 others, in raids on A": beside the dead of acts of the same kind."""
    slots = {item.slot for item in group if isinstance(item, Toll)}
    if toll.slot in slots or not slots or not any(a.rule.startswith(OTHERS) for a in toll.people):
        return False
    return own is None or own.type in {act.type for act in acts}


def _counts_on(group: Sequence[Anchor | Toll], toll: Toll) -> bool:
    """ "Eight dead in A and six in B", "arrested three in A and one in B": one word that counts twice."""
    return any(item.hit == toll.hit and getattr(item, "slot", toll.slot) == toll.slot for item in group)


def _does_harm(scene: Scene, act: Anchor) -> bool:
    return scene.family(act.type) in _VIOLENT


def _goes_with_toll(scene: Scene, before: Anchor | Toll, toll: Anchor | Toll) -> bool:
    """ "Killed three and wounded five": the second count right after the first, with no place between."""
    if (
        not isinstance(before, Toll)
        or not isinstance(toll, Toll)
        or before.slot == toll.slot
        or toll.hit.first - before.last > _NEXT
    ):
        return False
    return not scene.places(before.last, toll.first) and not scene.places(before.first, before.last)


def _own_act(scene: Scene, toll: Toll, later: Iterable[Anchor | Toll]) -> Anchor | None:
    """The act that a toll names after itself: "three were killed in the shelling of …"."""
    for item in later:
        if break_between(scene, toll.first, item.first):
            return None
        if isinstance(item, Anchor):
            return item if scene.hits_in("cause", toll.hit.last, item.first + 1) else None
    return None


def _other_act(
    scene: Scene, acts: Sequence[Anchor], toll: Toll, later: Sequence[Anchor | Toll]
) -> Anchor | None:
    """ "Clashes in A, where three were killed and five wounded in a raid": the two counts are of the raid."""
    if len(later) < 2 or not _goes_with_toll(scene, toll, later[0]) or not isinstance(later[0], Toll):
        return None
    own = _own_act(scene, later[0], later[1:])
    families = {scene.family(act.type) for act in acts}
    return (
        own if own and scene.family(own.type) in _VIOLENT and scene.family(own.type) not in families else None
    )


def _moves_on(scene: Scene, group: Sequence[Anchor | Toll], toll: Toll) -> bool:
    """Whether a place stands both before and after the toll: two happenings."""
    return bool(brings_place(scene, toll.first) and scene.places(group[0].first, toll.first))

"""Set the sentences of an article together: which drafts tell one happening."""

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from ..model.mentions import Actor, Date, Place
from .aftermath import ends_raid
from .agreement import is_ruled_out, likelihoods, own_marks, stands_alone
from .anchors import Anchor
from .attackers import attack_of, only_attackers
from .drafts import Draft
from .likeness import likeness
from .lists import is_listed_with, names_beside, without_beside
from .means import finer_means
from .same_places import are_elsewhere, contains, named_once, place_likeness
from .scene import Scene
from .settings import fineness
from .tolls import Toll

_SAME_AT = 2.5
_HARDLY = 0.1
_LIKELY = 0.65
"""The probabilities below which likeness is not enough, and from which it is not needed; see docs/accuracy.md."""
_FAILED = ("foiled", "attempted")
_UNKNOWN = ("unknown",)
_FEW = 3
"""Days of "since Saturday", "on Friday and Saturday", rather than the day on which somebody told it."""
_CLASH = "armed_clash"
_LOOSE = 1.0
"""How much coarser than the place near which something was the place may be where it was."""


def merge_drafts(scene: Scene, drafts: Sequence[Draft]) -> tuple[Draft, ...]:
    """One draft for each happening; each later draft joins the earlier one that it resembles most."""
    merged: list[Draft] = []
    for draft in drafts:
        if ends_raid(merged, draft):
            continue
        attack = attack_of(scene, merged, draft)
        if attack is not None:
            merged[attack] = joined(scene, merged[attack], only_attackers(draft))
            continue
        summed = [n for n, one in enumerate(merged) if names_beside(one, draft) and _is_listed(drafts, draft)]
        for number in summed:
            merged[number] = without_beside(merged[number], draft)
        _add(scene, merged, draft, [n for n in range(len(merged)) if n not in summed])
    return tuple(merged)


def _is_listed(drafts: Sequence[Draft], draft: Draft) -> bool:
    return any(is_listed_with(draft, other) for other in drafts)


def merge_settled(scene: Scene, drafts: Sequence[Draft]) -> list[Draft]:
    """Merged once more, now that every draft has its place, its day and its parties.

    Places and days that one took from another weigh less than words: only acts of one family are joined,
    a clash only with a clash, and not what one sentence tells of two places.
    """
    merged: list[Draft] = []
    for draft in drafts:
        _add(scene, merged, draft, [n for n, one in enumerate(merged) if _is_alike(scene, one, draft)])
    return merged


def _is_alike(scene: Scene, a: Draft, b: Draft) -> bool:
    if a.type == b.type:
        return not is_listed_with(a, b)
    return scene.family(a.type) == scene.family(b.type) and _CLASH not in (a.type, b.type)


def _add(scene: Scene, merged: list[Draft], draft: Draft, among: Iterable[int]) -> None:
    """Join a draft to the one that tells the same happening; else put it behind them."""
    number = _told_by(scene, merged, draft, list(among))
    if number is None:
        merged.append(draft)
    else:
        merged[number] = joined(scene, merged[number], draft)


def _told_by(scene: Scene, merged: Sequence[Draft], draft: Draft, among: Sequence[int]) -> int | None:
    """The one that resembles a draft most, unless it hardly can be the same; else the one that most likely is."""
    among = [number for number in among if not are_elsewhere(scene, merged[number], draft)]
    alike = [(likeness(scene, merged[number], draft), _order(draft, number)) for number in among]
    alike = [one for one in alike if one[0] >= _SAME_AT]
    own = own_marks(scene, draft) if merged else []
    chances = likelihoods(scene, merged, [abs(order) for _, order in alike], draft, own, _HARDLY)
    same = [one for one, chance in zip(alike, chances, strict=True) if chance >= _HARDLY]
    if same:
        return abs(max(same)[1])
    if stands_alone(own):
        return None
    chances = likelihoods(scene, merged, among, draft, own, _LIKELY)
    likely = [
        (chance, _order(draft, number))
        for number, chance in zip(among, chances, strict=True)
        if chance >= _LIKELY and not is_ruled_out(scene, merged[number], draft)
    ]
    return abs(max(likely)[1]) if likely else None


def _order(draft: Draft, number: int) -> int:
    """Of two acts alike, what is told as known ("the strike") is the later, and anything else the earlier."""
    return number if draft.definite else -number


def joined(scene: Scene, a: Draft, b: Draft) -> Draft:
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
        announced=_is_of_telling(time, a, b),
        lent=all(draft.lent for draft in (a, b) if draft.time is time),
        by=_union(a.by, b.by),
        against=_union(a.against, b.against),
        tolls=_tolls(a, b),
        weapon=finer_means(scene, a.weapon, b.weapon, type_id),
        stage=_stage(a, b),
    )


def _is_of_telling(time: Date | None, a: Draft, b: Draft) -> bool:
    """Whether a day is only that of the telling, as either says who took it from the same words."""
    same = [one for one in (a, b) if time is not None and one.time is not None and one.time.span == time.span]
    return any(one.announced for one in same) if same else a.announced and b.announced


def _stage(a: Draft, b: Draft) -> str:
    """What occurred after all; words that only refer to the act ("the attack") do not say that it did."""
    told = a.stage in _FAILED and b.definite and all(toll.is_zero for toll in b.tolls)
    return "occurred" if "occurred" in (a.stage, b.stage) and not told else a.stage


def _type(scene: Scene, a: Draft, b: Draft) -> str:
    return a.type if scene.rank(a.type) >= scene.rank(b.type) else b.type


def _anchor(scene: Scene, a: Draft, b: Draft) -> Anchor | None:
    first, second = (a, b) if scene.rank(a.type) >= scene.rank(b.type) else (b, a)
    return first.anchor or second.anchor


def _site(scene: Scene, a: Draft, b: Draft) -> Draft:
    """The draft with the finer place."""
    if a.place and not b.place and b.beside and _is_loose_place(a.place):
        b = replace(b, place=b.beside)
    if not a.place or not b.place:
        return a if a.place else b
    if contains(scene, b, a) and not contains(scene, a, b):
        return a
    if contains(scene, a, b) and not contains(scene, b, a):
        return b
    loose = _is_loose_place(a.place)
    if loose and not _is_loose_place(b.place) and fineness(b.place) >= fineness(a.place) - _LOOSE:
        return b
    finer = loose or (place_likeness(scene, a, b) or 0) < 2
    return b if finer and fineness(b.place) > fineness(a.place) else a


def _is_loose_place(place: Place) -> bool:
    """ "Near the city", "east of the city": where exactly, a later sentence may say."""
    return place.relation in ("near", "outskirts") or place.relation.endswith("_of")


def _union_of_places(a: Draft, b: Draft, site: Draft) -> tuple[Place, ...]:
    others = [p for p in (a.place, b.place) if p and p is not site.place]
    return named_once((*site.within, *others, *a.within, *b.within), (site.place, *site.also))


def _told_time(a: Draft, b: Draft) -> Date | None:
    """The day of the act before the day on which somebody told it."""
    own = b.time if a.announced else a.time
    if a.announced != b.announced and own and _width(own) <= _FEW:
        return own
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

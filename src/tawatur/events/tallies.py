"""Totals over a period or over several places: told apart from incidents."""

from collections.abc import Sequence
from datetime import timedelta

from ..mentions.date_ranks import is_ranked_within
from ..mentions.numbers import is_count
from ..model.incidents import Count, Tally, Where, Words
from ..model.mentions import Date, Number, Place
from ..text import fold_phrase
from .counting import count
from .drafts import Draft
from .same_tolls import VAGUE, told_counts
from .scene import Scene
from .tolls import Toll

_LOOSE = "other_violence"
_LONG = timedelta(days=3)
_MANY = 10
_MASSACRE = 100
"""So many dead in one act have a day; without one they are a total."""
_HUNDREDS = 200
"""«مئات», with no upper end: a total, hardly one act."""
_OF_A_DAY = "day"
""" "Within 24 hours": a day's total, unless one act is told."""
_WAR = 1000
"""So many dead are the toll of a war, not of an incident."""
_DAYS = ("day", "night")
_WHICH = 2
"""Words from "which" to the period: its verb stands between."""
_WHERE = "where"
_DESCRIBING = 9
"""Words of "groups tied to A and B have been active" between "where" and the period."""
_HELD = "detained"
_SUMMED = ("killed", "injured", "detained")

_VAGUELY_AGO = ("date/ago", "date/later", "date/day-after")
""" "Days ago", "weeks after": an act on a day that is not told exactly, no period."""


def find_totals(scene: Scene, drafts: Sequence[Draft]) -> list[Draft]:
    """Those of the drafts that count several happenings, in the order of the text."""
    totals: list[Draft] = []
    summed: list[Draft] = []
    for number, one in enumerate(drafts):
        before = drafts[number - 1] if number else None
        is_part = before in summed and one.place is not None and _stands_elsewhere(before, one)
        goes_on = before in totals and not is_part and goes_on_counting(one, before)
        if goes_on or is_tally(scene, one) or any(_repeats(total, one) for total in totals):
            totals.append(one)
        elif is_summary(scene, one, drafts[number + 1 :]):
            totals.append(one)
            summed.append(one)
    return totals


def _repeats(total: Draft, one: Draft) -> bool:
    """Whether a draft tells no count but those of a total: "as many as 390 … and 400 were hurt", once more."""
    told = {slot: exact for slot in _SUMMED if (exact := _exact(one, slot))}
    return bool(told) and all(exact >= _MANY and exact == _exact(total, slot) for slot, exact in told.items())


def is_tally(scene: Scene, draft: Draft) -> bool:
    """Whether a draft counts what happened over a period, or many acts at once."""
    if len(draft.frames) > 1:
        return False
    counts = [t for t in draft.tolls if not t.is_zero]
    if any((toll.low or 0) >= (_HUNDREDS if _is_vast(draft, toll) else _WAR) for toll in counts):
        return True
    dead = any((toll.low or 0) >= _MASSACRE and toll.slot != "injured" for toll in counts)
    if dead and draft.time is None and _is_broad(draft):
        return not _is_one_act(draft)
    if counts and _are_scattered(scene, draft):
        return True
    period = period_of(scene, draft)
    acts = acts_of(scene, draft)
    if period and (counts or acts):
        return True
    if acts and (acts.low or 0) >= _MANY and _is_wide(draft) and not _is_of_one_day(draft):
        return True
    sentence = scene.text.sentences[draft.sentence]
    told = scene.hits_in("tally", sentence.first, sentence.last)
    told = tuple(hit for hit in told if not _describes(scene, draft, hit.first))
    said = {hit.value for hit in told if not is_ranked_within(scene.text, scene.hits, hit.first)}
    if said == {_OF_A_DAY} and not acts and not _is_of_several(draft):
        return False
    return bool(said) and (bool(counts) or _is_wide(draft))


def _is_of_several(draft: Draft) -> bool:
    """ "28 were killed within 24 hours": no act of its own, several, or those spoken of before."""
    act = draft.anchor
    return act is None or "pl" in act.hit.features or act.definite


def _is_of_one_day(draft: Draft) -> bool:
    """ "17 raids in the country on Friday": one wave, told as one."""
    return draft.time is not None and draft.time.precision in _DAYS and draft.place is not None


def _are_scattered(scene: Scene, draft: Draft) -> bool:
    """ "Scattered attacks in the capital killed nine": a count of several acts, none of them told."""
    act = draft.anchor
    if act is None or "pl" not in act.hit.features:
        return False
    return any(hit.first == act.last for hit in scene.hits_in("scattered", act.last, act.last + 1))


def _is_vast(draft: Draft, toll: Toll) -> bool:
    """ "Hundreds", with no number of their own ("at least 260"), not hurt by one act at one place."""
    return toll.low == _HUNDREDS and not toll.high and not _hurt_there(draft, toll)


def _hurt_there(draft: Draft, toll: Toll) -> bool:
    """ "More than 200 hurt in a blast in the quarter", "held hundreds in a school": one act at one place."""
    act = draft.anchor
    if act is None or _is_broad(draft) or "pl" in act.hit.features:
        return False
    return toll.slot == "injured" or (act.is_verb and "past" in act.hit.features)


def _is_one_act(draft: Draft) -> bool:
    """ "Killed 116 in an attack": one act, whatever its toll."""
    nouns = [anchor for anchor in draft.frames[0].anchors if anchor.part == "noun"]
    return any(anchor.is_single and not anchor.definite for anchor in nouns)


def is_summary(scene: Scene, draft: Draft, later: Sequence[Draft]) -> bool:
    """A first total of several acts that the report then tells one by one."""
    if len(draft.frames) > 1:
        return False
    if draft.anchor is not None and draft.anchor.is_verb:
        return _are_arrested_apart(draft, later)
    if (
        draft.sentence
        and draft.anchor
        and draft.anchor.hit.definite
        and "pl" not in draft.anchor.hit.features
    ):
        return False
    totals = {slot: total for slot in _SUMMED if (total := _exact(draft, slot))}
    if not totals:
        return False
    parts = [d for d in later if d.sentence > draft.sentence and _may_be_part(draft, d)]
    parts = [d for d in parts if not is_tally(scene, d)]
    for slot, total in totals.items():
        told = [n for d in parts if (n := _exact(d, slot)) not in (0, total)]
        if len(told) > 1 and sum(told) == total and any(_stands_elsewhere(draft, d) for d in parts):
            return _is_of_many(scene, draft) or not any(
                _outgrow(parts, other, totals[other]) for other in totals if other != slot
            )
        if total > 1 and sum(n < total for n in told) > 1 and _is_of_many(scene, draft):
            return True
    return False


def _are_arrested_apart(draft: Draft, later: Sequence[Draft]) -> bool:
    """ "They arrested 18 across the West Bank", then four in A and eight in B."""
    total = _exact(draft, _HELD)
    if not total or not _is_broad(draft):
        return False
    parts = [d for d in later if d.sentence > draft.sentence and _may_be_part(draft, d)]
    told = [n for d in parts if _stands_elsewhere(draft, d) and (n := _exact(d, _HELD))]
    return len(told) > 1 and sum(told) <= total


def _outgrow(parts: Sequence[Draft], slot: str, total: int) -> bool:
    """ "Three killed and eight hurt", then "one and six", "two and nine": that one and two are three is chance."""
    return sum(n for part in parts if (n := _exact(part, slot)) != total) > total


def _may_be_part(total: Draft, part: Draft) -> bool:
    """An act of its own, not referred back to, that may lie where the total was counted."""
    if part.definite and part.place is None:
        return False
    if part.anchor is None and (part.place is None or (total.place and part.place.name == total.place.name)):
        return False
    if total.place is None or part.place is None or not part.place.within:
        return True
    named = {fold_phrase(place.name) for place in part.within}
    totals = (total.place, *total.also)
    return any(fold_phrase(place.name) in named or _may_lie_in(part.place, place) for place in totals)


def _may_lie_in(part: Place, total: Place) -> bool:
    """Whether the place of a part lies in, or beside, that of the total."""
    if total.level == "country":
        return total.country in (None, part.country)
    around = {name for name in (total.place_id, *total.within) if name}
    wide = {name for name in around if name.startswith("country.")}
    return bool((around - wide or wide) & {part.place_id, *part.within})


def _stands_elsewhere(total: Draft, part: Draft) -> bool:
    """Not where the total was counted: what is told of one place by several counts is one act."""
    if total.place is None or part.place is None:
        return part.place is not None
    return fold_phrase(total.place.name) != fold_phrase(part.place.name)


def _is_of_many(scene: Scene, draft: Draft) -> bool:
    """Acts in the plural over a wide place, or words that say that they were several and scattered."""
    several = draft.anchor is not None and "pl" in draft.anchor.hit.features and _is_broad(draft)
    return several or bool(scene.hits_in("scattered", draft.frames[0].start, draft.frames[0].end))


def goes_on_counting(draft: Draft, total: Draft) -> bool:
    """More of a total just told: the same kind of act, counted, without a day or a place of its own."""
    counted = any(not toll.is_zero for toll in draft.tolls)
    dated = draft.time is not None and not draft.lent and draft.time.precision == "day"
    own_day = dated and (total.time is None or draft.time != total.time)
    if draft.anchor is None and draft.definite and draft.place is None and draft.time is None:
        return counted
    same = draft.type == total.type and (draft.type != _LOOSE or _told_alike(draft, total))
    return counted and same and not own_day and _is_broad(draft) and not _is_one_act(draft)


def _told_alike(a: Draft, b: Draft) -> bool:
    """Whether one word, or none, tells both."""
    return (a.anchor.hit.rule if a.anchor else None) == (b.anchor.hit.rule if b.anchor else None)


def _is_broad(draft: Draft) -> bool:
    return (
        draft.place is None or draft.place.level in ("country", "division1") or (draft.place.radius or 0) > 12
    )


def _exact(draft: Draft, slot: str) -> int:
    """How many the draft counts in a slot, where it names a number."""
    found = told_counts(draft).get(slot, VAGUE)
    return (found[0] or 0) if found != VAGUE else 0


def _is_wide(draft: Draft) -> bool:
    return draft.place is None or draft.place.level == "country"


def period_of(scene: Scene, draft: Draft) -> Date | None:
    """A date of the frame that spans more than a few days."""
    frame = draft.frames[0]
    for date in scene.dates(frame.start, frame.end):
        if _is_of_one_month(date) and not _counts_many(draft):
            continue
        is_long = date.earliest and date.latest and date.latest - date.earliest > _LONG
        if date.rule in _VAGUELY_AGO or _describes(scene, draft, date.first):
            continue
        if is_long and (date.bound == "since" or date.precision in ("span", "month", "year")):
            return None if _has_day_nearer(scene, draft, date) else date
    return None


def _is_of_one_month(date: Date) -> bool:
    """ "In May", "at the start of May": when one act was, unless several are counted."""
    return date.bound == "on" and (date.precision == "month" or date.rule == "date/edge")


def _describes(scene: Scene, draft: Draft, first: int) -> bool:
    """ "In A, which has seen attacks for years", "…, where groups have fought since": of A, not of the dead."""
    if not draft.tolls or draft.anchor is None:
        return _follows_which(scene, draft, first)
    told = max(draft.anchor.last, *(toll.last for toll in draft.tolls))
    opened = [hit for hit in scene.hits_in("shift", told, first) if hit.id == _WHERE]
    opened += [hit for hit in scene.hits_in("particle", told, first) if hit.value == "which"]
    last = max((hit.last for hit in opened), default=0)
    if not opened or first - last > _DESCRIBING:
        return False
    return not scene.hits_in("toll", last, first)


def _follows_which(scene: Scene, draft: Draft, first: int) -> bool:
    which = scene.hits.at(first - _WHICH, "particle") if first >= _WHICH else None
    if which is None or which.value != "which":
        return False
    return bool(draft.tolls) and all(toll.last <= which.first for toll in draft.tolls)


def _has_day_nearer(scene: Scene, draft: Draft, period: Date) -> bool:
    """ "The region has seen attacks for days …; on Sunday a battle led to the death of six"."""
    counted = next((toll.first for toll in draft.tolls if not toll.is_zero), None)
    if counted is None or counted < period.last:
        return False
    days = (d for d in scene.dates(period.last, counted) if d.precision in _DAYS and d.bound == "on")
    return any(d.earliest and d.rule not in _VAGUELY_AGO for d in days)


def _counts_many(draft: Draft) -> bool:
    """Several acts, or a bare count of the dead: what a month can be the period of."""
    least = _MASSACRE if _is_one_act(draft) else _MANY
    many = any((toll.low or 0) >= least for toll in draft.tolls) and _is_broad(draft)
    if draft.tolls and all(toll.high == 1 for toll in draft.tolls):
        return False
    return draft.anchor is None or "pl" in draft.anchor.hit.features or many


def acts_of(scene: Scene, draft: Draft) -> Number | None:
    """How many acts: a number right before the word that tells the act."""
    for anchor in draft.frames[0].anchors:
        if anchor.part != "noun" or "," in scene.text.words[anchor.first].gap:
            continue
        for number in scene.numbers(max(0, anchor.first - 3), anchor.first):
            if number.last == anchor.first and is_count(number):
                return number
    return None


def tally(scene: Scene, draft: Draft, name: str, evidence: Words, place: Where | None) -> Tally:
    """The record of a total."""
    period = period_of(scene, draft) or draft.time
    acts = acts_of(scene, draft)
    number = _count(scene, acts) if acts else None
    return Tally(
        id=name,
        evidence=evidence,
        period_from=period.earliest if period else None,
        period_to=period.latest if period else None,
        place=place,
        killed=count(scene, draft, "killed"),
        injured=count(scene, draft, "injured"),
        incidents=number,
    )


def _count(scene: Scene, number: Number) -> Count:
    quote = number.span.of(scene.text.body)
    return Count(low=number.low, high=number.high, span=number.span, quote=quote, rule=number.rule)

"""Which drafts are the report's own news, which it only recalls, and which are too vague to keep."""

from collections.abc import Sequence
from datetime import date, timedelta

from msgspec.structs import replace

from ..lexicon import Hit
from ..model.mentions import Date
from .anchors import Anchor
from .clauses import AFTER, is_and_that_after
from .drafts import Draft
from .frames import Frame
from .grammar import preposition_before
from .same_tolls import VAGUE_LEAST
from .scene import Scene
from .timing import is_loose

_A_MONTH = timedelta(days=31)
_HOUR = "hour"
_OLD = timedelta(days=2)
_SEARCH = "sweep"
_PURSUIT = "event/sweep/pursue"
_LASTING = ("territory/control", "movement/deploy")
_REMINDER = "reminder"
_A_WEEK = 6
_WEEKS = 14
_OF_THINGS = ("seizure", "clearance", "interception")
_OWN = 8
"""Words around an act in which a day is its own."""


def with_background(scene: Scene, drafts: Sequence[Draft]) -> tuple[Draft, ...]:
    """Mark what the report only recalls; leave out recalled acts without a place and a month."""
    news = _news_day(scene, drafts)
    marked = [replace(d, background=_is_recalled(scene, d, news, len(drafts))) for d in drafts]
    return tuple(d for d in marked if not d.background or _may_be_recalled(d))


def _news_day(scene: Scene, drafts: Sequence[Draft]) -> date | None:
    """The day of the report's own news: the latest day that it tells, a longer time only where none is told."""
    times = [d.time for d in drafts if d.time]
    days = [time.latest for time in times if not is_loose(time)] or [time.latest for time in times]
    past = (day for day in days if day and (not scene.published or day <= scene.published))
    return max(past, default=None)


def _is_recalled(scene: Scene, draft: Draft, news: date | None, number: int) -> bool:
    latest = draft.time.latest if draft.time else None
    old = bool(latest and news and news - latest >= _OLD)
    strong, weak = _recall(scene, draft)
    if number == 1:
        return False
    if strong:
        return old or latest is None or draft.lent
    return bool(old and (weak or (news and latest and news - latest > timedelta(days=4))))


def _recall(scene: Scene, draft: Draft) -> tuple[bool, bool]:
    """Whether words before the act say strongly, or weakly, that it is recalled."""
    frame = draft.frames[0]
    sentence = scene.text.sentences[frame.sentence]
    found = {hit.value for hit in scene.hits_in("recall", sentence.first, frame.first + 1)}
    strong = "strong" in found or ("comes" in found and _lies_before(scene, frame.first, sentence.first))
    strong = strong or _came_before(scene, draft)
    return strong or _goes_on_recalling(scene, draft), "weak" in found


def _lies_before(scene: Scene, word: int, start: int) -> bool:
    """ "This comes months after …": whether an act stands behind "after"; what was hours ago is news as well."""
    after = [hit for hit in scene.hits_in("cause", start, word) if hit.id in AFTER]
    return bool(after) and not _was_hours_ago(scene, after[0].first, word)


def _came_before(scene: Scene, draft: Draft) -> bool:
    """Whether the act stands behind "and that after"."""
    clause = scene.clause_of(draft.first)
    if clause is None or clause.link != "after" or not is_and_that_after(scene.hits, clause.first):
        return False
    return not _was_hours_ago(scene, clause.first, draft.first)


def _was_hours_ago(scene: Scene, first: int, last: int) -> bool:
    return any(unit.value["unit"] == _HOUR for unit in scene.hits_in("time-unit", first, last))


def _goes_on_recalling(scene: Scene, draft: Draft) -> bool:
    """Whether an earlier sentence of the paragraph opened with "it is recalled that"."""
    if not draft.lent and draft.time is not None:
        return False
    first = scene.text.sentences[draft.sentence].first
    paragraph = next((p for p in scene.text.paragraphs if p.first <= first < p.last), None)
    if paragraph is None:
        return False
    return any(hit.id == _REMINDER for hit in scene.hits_in("recall", paragraph.first, first))


def _may_be_recalled(draft: Draft) -> bool:
    time = draft.time
    if draft.lent or not draft.place or not time or not time.earliest or not time.latest:
        return False
    return time.latest - time.earliest <= _A_MONTH


def is_too_vague(scene: Scene, draft: Draft) -> bool:
    """A general statement ("the region sees clashes"), or a bare word with nothing around it."""
    if draft.place and not any(frame.start <= draft.place.first < frame.end for frame in draft.frames):
        draft = replace(draft, place=None)
    counted = any(toll.people or toll.low for toll in draft.tolls)
    if _is_only_reason(scene, draft) or _is_of_a_year(draft) or _is_trend(scene, draft):
        return True
    if draft.anchor is None:
        return not counted or not (draft.place or draft.time or draft.weapon or draft.by)
    named = bool(draft.place or draft.by or draft.against or counted or _finds(draft))
    if not (named or _has_own_day(scene, draft)):
        return True
    if is_habit(scene, draft) or _is_ranked(scene, draft) or _is_aside(scene, draft):
        return True
    if _is_carried_on(scene, draft):
        return True
    if counted:
        return False
    if _only_refers(scene, draft) or _is_general(scene, draft):
        return True
    if draft.time and draft.time.bound == "since" and _days(draft.time) > _A_MONTH.days:
        return True
    if _only_describes(scene, draft):
        return True
    named = bool(draft.by or draft.against)
    going_on = "present" in draft.anchor.hit.features and not draft.time and draft.stage == "occurred"
    return going_on and not (named and _is_fine(draft))


def _finds(draft: Draft) -> bool:
    """ "Seized 15 rifles": what was found, or what was shot down with what, is enough."""
    return draft.weapon is not None and draft.type in _OF_THINGS


def _is_fine(draft: Draft) -> bool:
    return draft.place is not None and draft.place.level not in ("country", "division1", "region")


def is_habit(scene: Scene, draft: Draft) -> bool:
    """ "Nearly every day people fall to mines": again and again, with no number of its own."""
    frame = draft.frames[0]
    said = scene.hits_in("habit", scene.text.sentences[frame.sentence].first, frame.end)
    said = tuple(hit for hit in said if hit.value != "ranked")
    if not said or any(toll.high is not None or _is_counted_out(toll.low or 0) for toll in draft.tolls):
        return False
    dated = _has_own_day(scene, draft) and not (draft.time and is_loose(draft.time))
    several = draft.anchor is not None and "pl" in draft.anchor.hit.features and not dated
    going_on = _is_going_on(scene, draft)
    return any(hit.first >= frame.start or going_on if hit.value == "strong" else several for hit in said)


def _is_counted_out(low: int) -> bool:
    """A number of its own; not a bare plural, dozens or hundreds."""
    return low > 1 and low not in VAGUE_LEAST


def _is_going_on(scene: Scene, draft: Draft) -> bool:
    """ "It regularly attacks A, killing and abducting (بقتل وخطف)": nothing told as past, with no day of its own."""
    act = draft.anchor
    return act is not None and "past" not in act.hit.features and not _has_own_day(scene, draft)


def _is_carried_on(scene: Scene, draft: Draft) -> bool:
    """ "The army goes on (يواصل) pursuing the wanted": what a force says it is about, after the news, on no day."""
    act = draft.anchor
    if act is None or act.is_verb or draft.type != _SEARCH or draft.sentence == scene.opening:
        return False
    clause = scene.clause_of(act.first)
    told = scene.hits_in("role", clause.first if clause else act.first, act.first)
    goes_on = "present" in told[-1].features if told else act.hit.rule == _PURSUIT
    return goes_on and not _has_own_day(scene, draft)


def _is_aside(scene: Scene, draft: Draft) -> bool:
    """ "The town, which saw an attack years ago, …": what describes a place, with no day of its own."""
    clause = scene.clause_of(draft.first)
    aside = clause is not None and clause.link == "aside" and len(draft.frames) == 1
    return aside and not _has_own_day(scene, draft)


def _is_ranked(scene: Scene, draft: Draft) -> bool:
    """ "This is the second attack within a week": what was told before, and how often it happens."""
    act = draft.anchor
    if act is None or act.is_verb or draft.tolls or len(draft.frames) > 1:
        return False
    frame = draft.frames[0]
    said = scene.hits_in("habit", scene.text.sentences[frame.sentence].first, frame.end)
    return any(hit.value == "ranked" and hit.first < act.first <= hit.last + 1 for hit in said)


def is_several_reasons(scene: Scene, draft: Draft) -> bool:
    """ "In answer to the massacres of …": acts in the plural that are nothing but a reason."""
    frame = draft.frames[0]
    several = [a for a in frame.anchors if a.is_reason and not a.is_verb and "pl" in a.hit.features]
    end = min(frame.end, frame.last + _OWN)
    told = frame.tolls or scene.places(frame.first, end) or scene.dates(frame.first, end)
    return bool(several) and len(several) == len(frame.anchors) and not told


def _is_only_reason(scene: Scene, draft: Draft) -> bool:
    """An act named as the reason of another is told only where it has a day and a place of its own."""
    if not any(anchor.is_reason for frame in draft.frames for anchor in frame.anchors):
        return False
    if draft.anchor and draft.anchor.toll and not draft.anchor.is_reason:
        return False
    frame = draft.frames[0]
    others = [f for f in draft.frames if not any(anchor.is_reason for anchor in f.anchors)]
    return not (scene.dates(frame.first, frame.end) and draft.place) and not others


def _days(time: Date) -> int:
    return (time.latest - time.earliest).days if time.earliest and time.latest else 0


def _only_describes(scene: Scene, draft: Draft) -> bool:
    """ "The militias, which besiege the group in one quarter, said": what someone is doing all the while."""
    act = draft.anchor
    if act is None or not act.is_verb or len(draft.frames) > 1:
        return False
    held = scene.family(act.type) == "control" and bool(act.hit.enclitic)
    if "present" not in act.hit.features and not held:
        return False
    acts = [other for frame in draft.frames for other in frame.anchors if other.part != "thing"]
    lasting = act.hit.id in _LASTING and all("present" in other.hit.features for other in acts)
    if lasting and not _has_own_day(scene, draft):
        return True
    before = scene.hits.at(act.first - 1, "particle") if act.first else None
    return before is not None and before.id == "which" and not _has_own_day(scene, draft)


def _goes_on_since(scene: Scene, act: Anchor) -> bool:
    """ "Launched attacks on the forces since (منذ) the fall of": again and again since another event."""
    clause = scene.clause_of(act.first)
    bounds = scene.hits_in("date-bound", act.last, clause.last) if clause else ()
    dated = {word for date in scene.mentions.dates for word in range(date.first, date.last)}
    return any(bound.value == "since" and bound.first not in dated for bound in bounds)


def _is_trend(scene: Scene, draft: Draft) -> bool:
    """ "In the last weeks there were bombings": several acts over weeks or wide and far, none of them told."""
    time, act = draft.time, draft.anchor
    if act is None or draft.tolls or len(draft.frames) > 1:
        return False
    if "pl" in act.hit.features and not act.definite and _is_wide(draft) and _goes_on_since(scene, act):
        return True
    if not time or draft.lent:
        return False
    several, wide = "pl" in act.hit.features, _is_wide(draft)
    if several and wide and time.precision in ("week", "span") and not act.hit.definite:
        return _days(time) >= _A_WEEK
    return (several or wide) and time.precision == "span" and time.bound != "before" and _days(time) >= _WEEKS


def _is_wide(draft: Draft) -> bool:
    return draft.place is None or draft.place.level in ("country", "division1")


def _is_of_a_year(draft: Draft) -> bool:
    """Dated by no more than a year: history, not news."""
    return bool(draft.time and draft.time.precision == "year" and len(draft.frames) == 1)


def _is_general(scene: Scene, draft: Draft) -> bool:
    """ "After a series of raids", "attacks rose": several acts, none of them told."""
    frame = draft.frames[0]
    verbs = [anchor for anchor in frame.anchors if anchor.is_verb and "present" not in anchor.hit.features]
    if len(draft.frames) > 1 or verbs or draft.anchor is None:
        return False
    if all(anchor.part == "thing" for anchor in frame.anchors):
        return False
    if "pl" not in draft.anchor.hit.features or _is_counted(scene, draft.anchor) or _is_one_act(frame):
        return False
    if any(act.part == "noun" and "pl" not in act.hit.features for act in frame.anchors):
        return False
    clause = scene.clause_of(frame.first)
    opens = clause is None or (frame.first - clause.first <= 1 and draft.anchor.hit.proclitics != "ب")
    here = bool(draft.by and draft.against) and _is_fine(draft)
    near = scene.hits_in("role", max(frame.start, frame.first - 8), frame.last + 4)
    told = [hit for hit in near if _tells_act(hit, going_on=here)]
    return not (opens or told or _has_own_day(scene, draft))


def _is_one_act(frame: Frame) -> bool:
    """ "The targeting of the base with rockets": one act, however many the means."""
    return any(a.part != "thing" and a.is_single for a in frame.anchors)


def _is_counted(scene: Scene, anchor: Anchor) -> bool:
    """Whether a number stands right before an act: "four raids"."""
    return bool(scene.numbers(max(0, anchor.first - 2), anchor.first))


def _has_own_day(scene: Scene, draft: Draft) -> bool:
    """Whether the words of the act itself date it, and not only who told it when."""
    frame = draft.frames[0]
    near = max(0, frame.first - _OWN), frame.last + _OWN
    return not draft.announced and any(
        near[0] <= d.first < near[1] for d in scene.dates(frame.start, frame.end)
    )


def _tells_act(hit: Hit, *, going_on: bool = False) -> bool:
    told = hit.value in ("by", "occurs", "suffers", "against", "doer")
    return told and ("past" in hit.features or (going_on and "present" in hit.features))


def _only_refers(scene: Scene, draft: Draft) -> bool:
    """ "The attack", "such raids": words that refer to acts told elsewhere and add no place and no day."""
    if draft.anchor is None or draft.anchor.is_verb or len(draft.frames) > 1:
        return False
    if draft.place and draft.place.level != "country":
        return False
    if _only_dates(scene, draft.anchor):
        return True
    if _has_own_day(scene, draft) or _is_brought_about(scene, draft):
        return False
    return draft.anchor.definite or (
        "pl" in draft.anchor.hit.features and not _is_counted(scene, draft.anchor)
    )


def _only_dates(scene: Scene, act: Anchor) -> bool:
    """ "Hours before the attack (قبل ساعات من الهجوم)": a known act from which another is dated."""
    if not act.definite or preposition_before(scene, act.first) != "from":
        return False
    return bool(scene.hits_in("time-unit", max(0, act.first - 2), act.first))


def _is_brought_about(scene: Scene, draft: Draft) -> bool:
    """ "Their aircraft made raids", "managed to take (السيطرة على)": a past verb brings the act about anew."""
    act = draft.anchor
    if act is None or (act.definite and act.last - act.first == 1):
        return False
    clause = scene.clause_of(act.first)
    start = max(clause.first if clause else 0, act.first - _OWN)
    return any(_tells_act(hit) for hit in scene.hits_in("role", start, act.first))

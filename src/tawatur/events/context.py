"""What a sentence leaves unsaid because the sentences before it said it."""

from collections.abc import Sequence
from datetime import date, timedelta

from msgspec.structs import replace

from ..lexicon import Hit
from ..model.mentions import Actor, Date, Place
from .alike import like_one_before
from .drafts import Draft
from .pointing import pointed_at
from .scene import Scene
from .settings import fineness, is_setting
from .standing import is_brought_to, is_in, is_station
from .timing import is_earlier, is_of_aftermath, is_of_page

_AS_FINE = 1.5
"""How much coarser than the place before it one may be to which a further act moved on."""
_NEAR = 3
"""Sentences over which a report goes on about the strikes of one side without naming it again."""
_TWO_DAYS = timedelta(days=1)
"""From the first of two days to the second."""
_OLD = timedelta(days=31)
"""From what a report recalls of earlier times to the day of its news."""
_NEWS = 4
"""Sentences from the opening in which a report says when."""
_WRITTEN_OUT = "date/day"
"""A date with its month, which may be that of the page."""
_AT_ONCE = "blast"
"""The family of acts that do not go on."""
_BY_OFFICE = ("detention", "seizure", "sweep", "clearance", "release")


def in_context(scene: Scene, drafts: Sequence[Draft]) -> list[Draft]:
    """Give each draft the day and the author that the sentences before it have already named."""
    found: list[Draft] = []
    news = _latest_day(drafts)
    for draft in drafts:
        if draft.place is None:
            draft = replace(draft, place=pointed_at(scene, draft.frames[0]))
        before = found[-1] if found and not _starts_story(scene, found[-1], draft) else None
        draft = like_one_before(scene, draft, before, found)
        if before and before.announced and before.time and draft.time and before.time.span == draft.time.span:
            draft = replace(draft, announced=True)
        recalled = before and _is_recalled(before, news) and not _is_of_one_paragraph(scene, before, draft)
        if before and not recalled and not is_earlier(scene, draft.frames[0]):
            draft = _with_time(scene, draft, [before])
        if before and not draft.place and draft.sentence == before.sentence:
            draft = replace(draft, beside=before.place or before.beside)
        if before and _is_between_both(scene, draft) and before.by and before.against:
            draft = replace(draft, by=draft.by or before.by, against=before.against)
        elif before and not _is_of_another_day(draft, before) and _goes_on(scene, draft, before):
            against = draft.against or (() if draft.tolls else before.against)
            draft = replace(draft, by=before.by, against=against)
        elif not draft.by and scene.family(draft.type) == "bombardment":
            draft = replace(draft, by=_known_author(draft, found))
        found.append(draft)
    return found


def with_times(scene: Scene, drafts: Sequence[Draft]) -> list[Draft]:
    """Give a happening without a day that of the report's news before it, or that of its opening."""
    found: list[Draft] = []
    only = None if any(d.time and not d.announced for d in drafts) else _only_day(scene)
    news = _latest_day(drafts)
    for draft in drafts:
        dated = draft
        if draft.time is None:
            dated = _with_time(
                scene, draft, [d for d in found if not _is_of_other_story(scene, d, draft, news)]
            )
        if dated.time is None:
            dated = replace(dated, time=_opening_day(scene, draft) or only, announced=True, lent=True)
        found.append(dated)
    return found


def _latest_day(drafts: Sequence[Draft]) -> date | None:
    """The latest day that the words of an act give it: mostly that of the news."""
    return max((d.time.latest for d in drafts if d.time and d.time.latest), default=None)


def _is_of_other_story(scene: Scene, lender: Draft, draft: Draft, news: date | None) -> bool:
    """Whether a new story, told after another than that of the opening, or after one recalled from before the news."""
    time = lender.time
    if time is None or scene.opens(scene.text.sentence_number(time.first)):
        return False
    is_other = _is_recalled(lender, news) or _starts_story(scene, lender, draft)
    return is_other and not _is_of_one_paragraph(scene, lender, draft)


def _is_recalled(lender: Draft, news: date | None) -> bool:
    """Whether what would lend its day lies long before the news."""
    latest = lender.time.latest if lender.time else None
    return bool(news and latest and news - latest >= _OLD)


def _is_of_one_paragraph(scene: Scene, before: Draft, draft: Draft) -> bool:
    return not any("\n" in word.gap for word in scene.text.words[before.first + 1 : draft.first + 1])


def _only_day(scene: Scene) -> Date | None:
    """The first day named near the opening of a report that dates none of its acts: mostly that of the telling."""
    if scene.opening is None:
        return None
    near = scene.text.sentences[scene.opening : scene.opening + _NEWS]
    days = (d for d in scene.dates(near[0].first, near[-1].last) if d.earliest and d.latest)
    plain = (d for d in days if d.bound == "on" and d.precision in ("day", "night"))
    return next((d for d in plain if d.rule != _WRITTEN_OUT and not is_of_aftermath(scene, d)), None)


def _opening_day(scene: Scene, draft: Draft) -> Date | None:
    """The first day, or the last hours, named in the opening sentence of the report, if the draft is told after it."""
    if scene.opening is None or draft.sentence <= scene.opening:
        return None
    opening = scene.text.sentences[scene.opening]
    days = [d for d in scene.dates(opening.first, opening.last) if d.earliest and not is_of_page(scene, d)]
    told = [d for d in days if not _is_of_saying(scene, opening.first, d.first)]
    on = next((d for d in told if d.bound == "on" and d.precision in ("day", "night")), None)
    return on or next((d for d in told if _are_last_hours(d)), None)


def _are_last_hours(time: Date) -> bool:
    """ "In the last 24 hours": what a round-up tells of."""
    if time.rule != "date/during" or time.earliest is None or time.latest is None:
        return False
    return time.latest - time.earliest <= _TWO_DAYS


def _is_of_saying(scene: Scene, first: int, word: int) -> bool:
    """Whether a day stands behind a verb of saying with no "that" between them."""
    said = scene.hits_in("speech", first, word)
    if not said:
        return False
    links = scene.hits_in("particle", said[-1].last, word)
    return not any(link.value in ("that", "itself") for link in links)


def _starts_story(scene: Scene, before: Draft, draft: Draft) -> bool:
    """Whether a new story starts between two drafts: "on the other hand", "in another development"."""
    shifts = scene.hits_in("shift", before.first + 1, draft.first + 1)
    return any(hit.value == "sentence" for hit in shifts)


def _with_time(scene: Scene, draft: Draft, earlier: Sequence[Draft]) -> Draft:
    """A report names the day of its news once; what it only dates by the telling happened on that day."""
    if draft.time is not None and not draft.announced:
        return draft
    lenders = [d for d in reversed(earlier) if _may_lend_time(d) and not _comes_after_telling(d, draft)]
    lender = next((d for d in lenders if not d.announced), lenders[0] if lenders and not draft.time else None)
    if lender is None:
        return draft
    return replace(draft, time=_time_of(scene, lender), announced=lender.announced, lent=True)


def _comes_after_telling(lender: Draft, draft: Draft) -> bool:
    """What was told on a day did not happen after it."""
    told, day = draft.time, lender.time
    return bool(told and day and told.latest and day.earliest and day.earliest > told.latest)


def _time_of(scene: Scene, lender: Draft) -> Date | None:
    """The night of one act is not that of the next, only its morning is handed on; but a night of raids or arrests
    that opens the report is that of all of them, where a blast is over at once."""
    time = lender.time
    if time is None or time.precision != "night":
        return time
    opens = scene.opening is not None and scene.text.sentence_number(time.first) == scene.opening
    whole = opens and scene.family(lender.type) != _AT_ONCE
    return time if whole else replace(time, earliest=time.latest)


def _may_lend_time(draft: Draft) -> bool:
    time = draft.time
    if time is None or time.bound != "on" or not time.earliest or not time.latest:
        return False
    return time.precision in ("day", "night", "week") or time.latest - time.earliest <= _TWO_DAYS


def with_places(scene: Scene, drafts: Sequence[Draft]) -> list[Draft]:
    """Give a draft without a place that of its story, of its paragraph, or of the bodies it names."""
    found: list[Draft] = []
    for draft in drafts:
        if not draft.place:
            before = found[-1] if found and not _starts_story(scene, found[-1], draft) else None
            if draft.beside:
                draft = replace(draft, place=_moved_on(scene, found, draft) or draft.beside)
            elif before and (since := _named_since(scene, before, draft)):
                draft = replace(draft, place=since)
            elif before and before.place:
                draft = replace(draft, place=before.place, within=before.within)
            else:
                draft = replace(draft, place=_nearby(scene, draft))
        found.append(draft)
    return found


def _moved_on(scene: Scene, found: Sequence[Draft], draft: Draft) -> Place | None:
    """ "… near A, while others stole into B and burned its houses": B, told behind a comma and no act of its own."""
    left = found[-1].place if found else None
    if left is None or left.first >= draft.first:
        return None
    named = scene.places(left.last, draft.first)
    since = next((p for p in reversed(named) if is_setting(scene, p) and not is_station(scene, p)), None)
    if since is None or since.place_id in left.within or is_brought_to(scene, since):
        return None
    between = scene.text.words[left.last : since.first + 1]
    apart = any("," in word.gap for word in between) and fineness(since) >= fineness(left) - _AS_FINE
    return since if apart else None


def _named_since(scene: Scene, before: Draft, draft: Draft) -> Place | None:
    """The last place "in" which something was, named between the act before and this one, and not around that one."""
    named = scene.places(max(before.frames[-1].end, before.first + 1), draft.first)
    told = (p for p in reversed(named) if is_in(scene, p) and is_setting(scene, p))
    since = next((p for p in told if not is_brought_to(scene, p)), None)
    if since is None or (before.place and since.place_id in before.place.within):
        return None
    return since if before.place is None or fineness(since) >= fineness(before.place) - 1.5 else None


def _nearby(scene: Scene, draft: Draft) -> Place | None:
    """The nearest place of the sentence, then of those around it; a body's own place as the last resort."""
    number = draft.sentence
    sentences = scene.text.sentences
    for near in (number, number - 1, number + 1):
        if 0 <= near < len(sentences):
            places = scene.places(sentences[near].first, sentences[near].last)
            told = [p for p in places if is_setting(scene, p)]
            told = told or [p for p in places if near == number and _is_of_witness(scene, p)]
            if told:
                return min(told, key=lambda p: abs(p.first - draft.first))
    if own := _of_author(scene, draft):
        return own
    around = sentences[max(0, number - 1) : number + 2]
    named = [p for sentence in around for p in scene.places(sentence.first, sentence.last)]
    country = next((p for p in named if p.qualifies and p.level == "country"), None)
    inside = (hit for s in around for hit in scene.hits_in("state", s.first, s.last))
    return country or next((_country(scene, hit) for hit in inside if _is_theatre(scene, hit)), None)


def _of_author(scene: Scene, draft: Draft) -> Place | None:
    """ "The police of Diyala arrested two": where a local force acts, if no other place is told."""
    held = (p for actor in draft.by for p in scene.places(actor.first, actor.last))
    return next((p for p in held if p.level != "country"), None)


def _is_of_witness(scene: Scene, place: Place) -> bool:
    """ "Witnesses in the town of A said …": where they saw it."""
    fine = not place.qualifies and place.level not in ("country", "division1")
    return fine and any(s.first <= place.first < s.last for s in scene.mentions.speakers)


def _is_theatre(scene: Scene, hit: Hit) -> bool:
    """ "The Alliance for Legitimacy in Yemen": a country named inside the name of a body that acts there."""
    before = scene.hits.at(hit.first - 1, "particle") if hit.first else None
    return before is not None and before.value == "in" and not scene.places(hit.first, hit.last)


def _country(scene: Scene, hit: Hit) -> Place:
    """The country that a state's name stands for."""
    country = str(hit.value["country"])
    return Place(
        first=hit.first,
        last=hit.last,
        span=hit.span,
        whole=hit.span,
        name=scene.text.name(hit.span),
        rule=f"place/{hit.rule}",
        level="country",
        place_id=f"country.{country}",
        country=country,
        reason="Named inside the name of a body that acts there.",
    )


def _known_author(draft: Draft, earlier: Sequence[Draft]) -> tuple[Actor, ...]:
    """Who alone did all that the report has so far told of the kind: "Russian raids … and a raid on B"."""
    near = [d for d in earlier if d.type == draft.type and draft.sentence - d.sentence <= _NEAR]
    same = [d for d in near if not _is_of_another_day(draft, d)]
    authors = {actor.party: actor for d in same for actor in d.by}
    if len(authors) != 1 or any(not d.by for d in same[:1]):
        return ()
    party, actor = next(iter(authors.items()))
    struck = {a.party for a in draft.against}
    return (actor,) if party not in struck | {"unknown"} else ()


def _is_of_another_day(draft: Draft, before: Draft) -> bool:
    """Whether both tell their days, and no day is of both: more of the same act follows it at once."""
    if not (draft.time and before.time) or draft.announced or draft.lent:
        return False
    a, b = draft.time, before.time
    if not (a.earliest and a.latest and b.earliest and b.latest):
        return False
    return a.latest < b.earliest or b.latest < a.earliest


def _is_between_both(scene: Scene, draft: Draft) -> bool:
    """ "Clashes between the two sides": those of the act told before."""
    if draft.type != "armed_clash" or draft.by:
        return False
    return any(scene.hits_in("both-sides", frame.start, frame.end) for frame in draft.frames)


def _is_same_force(scene: Scene, draft: Draft, before: Draft) -> bool:
    """Who searched took those found; who hit somebody is who then took the same people."""
    if draft.sentence - before.frames[-1].sentence > 1 or any(a.party == "unknown" for a in before.by):
        return False
    authors, taken = {a.party for a in before.by}, {a.party for a in draft.against}
    if authors & taken:
        return False
    struck = {a.party for a in before.against} - {"unknown"}
    return before.type in _BY_OFFICE or (scene.family(before.type) == "ground" and bool(struck & taken))


def _goes_on(scene: Scene, draft: Draft, before: Draft) -> bool:
    """More of the same act without an author of its own: "the raids were near A … seven raids near B"."""
    if draft.by or draft.anchor is None or not before.by:
        return False
    if draft.type in _BY_OFFICE and _is_same_force(scene, draft, before):
        return True
    return draft.type == before.type or (
        scene.family(draft.type) == scene.family(before.type) == "bombardment" and draft.anchor.strength == 0
    )

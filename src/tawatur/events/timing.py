"""When a happening was: the day that the words of its act give it."""

from collections.abc import Sequence
from datetime import timedelta

from ..lexicon import Hit
from ..model.mentions import Date
from .boundaries import LATER, reasons_in
from .frames import Frame
from .scene import Scene
from .settings import is_of_mourning

_SPEAKER = 8
"""Words of a speaker between the verb of saying and its day."""
_ISSUED = "issue"
"""The verb of saying whose object is the statement itself: its day is that of the statement."""
_WANT = "want"
"""Words of calling and asking for."""
_WRITTEN_OUT = "date/day"
_DATELINE = 8
"""Words of the place and the agency around the date of a report's own line."""
_CLOSING = ("-", ":", "\n")
_SINCE, _WHERE = "since", "where"
_BEGINNING = 4
"""Words from "began" to its day."""
_A_WEEK = timedelta(days=7)
_CARRIED = 6
"""Words between the day of a homecoming and the body brought home."""


def find_time(scene: Scene, frame: Frame) -> tuple[Date | None, bool]:
    """The date that the words of a frame, or else of its sentence, give it; and whether it only dates
    the announcement ("said today that …")."""
    sentence = scene.text.sentences[frame.sentence]
    own, whole = (frame.start, frame.end), (sentence.first, sentence.last)
    if (earlier := _tells_earlier(scene, frame)) is not None:
        own = (max(own[0], earlier), own[1])
    for first, last in (own,) if earlier is not None or is_earlier(scene, frame) else (own, whole):
        dates = [d for d in scene.dates(first, last) if _may_date(scene, frame, d)]
        told = [d for d in dates if not _dates_announcement(scene, frame, d)]
        told = [d for d in told if not _dates_call(scene, frame, d)]
        told = [d for d in told if not _yields_to_later(scene, frame, d, told)]
        told = [d for d in told if not (is_loose(d) and d.first >= frame.end)]
        for found, announced in ((told, False), (dates, True)):
            if found:
                best = min(found, key=lambda d: (d.bound == "before", is_loose(d), _distance(frame, d)))
                return best, announced
    return None, False


def _may_date(scene: Scene, frame: Frame, date: Date) -> bool:
    """Not "until now", not a day to come; "a day after" dates only what is told after it."""
    if not date.earliest or date.bound == "until" or _is_ahead(scene, date):
        return False
    if is_of_aftermath(scene, date) or is_of_page(scene, date) or _dates_beginning(scene, date):
        return False
    if date.bound == _SINCE and _dates_setting(scene, frame, date):
        return False
    if date.first >= min(_reason_after(scene, frame), _earlier_after(scene, frame)):
        return False
    return date.rule not in LATER or date.last <= frame.first


def _dates_beginning(scene: Scene, date: Date) -> bool:
    """ "In the war that began in (التي بدأت في) October": no day of what is told."""
    sentence = scene.text.sentence_of(date.first)
    begun = scene.hits_in("begun", max(sentence.first, date.first - _BEGINNING), date.first)
    which = scene.hits.covering(begun[-1].first - 1, "particle") if begun and begun[-1].first else None
    if which is None or which.value != "which" or scene.hits_in("event", begun[-1].last, date.first):
        return False
    return scene.hits.covering(which.first - 1, "event") is None


def _dates_setting(scene: Scene, frame: Frame, date: Date) -> bool:
    """ "…, where groups have been active for years (منذ سنوات)": what goes on around it, and no day of the act."""
    opened = [hit for hit in scene.hits_in("shift", frame.last, date.first) if hit.id == _WHERE]
    return bool(opened) and not scene.hits_in("toll", opened[-1].last, date.first)


def is_of_page(scene: Scene, date: Date) -> bool:
    """ "Damascus, 5 May 2020 (agency) – …", a date in a line of its own: when it was written."""
    sentence = scene.text.sentence_of(date.first)
    if date.rule != _WRITTEN_OUT or date.first - sentence.first > _DATELINE or _is_past(scene, date):
        return False
    end = date.last
    while end < min(len(scene.text.words), date.last + _DATELINE) and not _closes_line(scene, end):
        end += 1
    told = any(scene.hits_in(kind, sentence.first, end) for kind in ("event", "toll", "speech", "role"))
    return not told and _closes_line(scene, end)


def _is_past(scene: Scene, date: Date) -> bool:
    """ "24 October 2014: the killing of …", long before the report: an entry of a chronology, no dateline."""
    return bool(scene.published and date.latest and scene.published - date.latest > _A_WEEK)


def _closes_line(scene: Scene, word: int) -> bool:
    """Whether a dash, a colon or a new line stands before a word."""
    return word < len(scene.text.words) and any(mark in scene.text.words[word].gap for mark in _CLOSING)


def is_of_aftermath(scene: Scene, date: Date) -> bool:
    """Whether it is the day on which somebody was mourned or carried home."""
    return is_of_mourning(scene, date.first) or _is_of_homecoming(scene, date)


def _is_of_homecoming(scene: Scene, date: Date) -> bool:
    """ "The plane brought home yesterday the body of …": the day of the flight."""
    sentence = scene.text.sentence_of(date.first)
    end = min(sentence.last, date.last + _CARRIED)
    bodies = [h for h in scene.hits_in("refers", date.last, end) if h.value == "carried"]
    if not bodies or scene.hits_in("toll", sentence.first, bodies[0].first):
        return False
    acts = scene.hits_in("event", sentence.first, bodies[0].first)
    return all(hit.value["part"] == "thing" for hit in acts)


def _reason_after(scene: Scene, frame: Frame) -> int:
    """The word from which the sentence tells only why: its days are those of another act."""
    sentence = scene.text.sentences[frame.sentence]
    reasons = reasons_in(scene, frame.first + 1, sentence.last)
    return reasons[0].last if reasons else sentence.last


def _earlier_after(scene: Scene, frame: Frame) -> int:
    """The word from which the sentence tells what happened before: "it comes a day after …"."""
    sentence = scene.text.sentences[frame.sentence]
    later = (date.first for date in scene.dates(frame.first + 1, sentence.last) if date.rule in LATER)
    return next(later, sentence.last)


def _tells_earlier(scene: Scene, frame: Frame) -> int | None:
    """Where "a day after" stands before the act in its frame: the days told before it are another's."""
    dates = scene.dates(frame.start, frame.first)
    return next((date.first for date in reversed(dates) if date.rule in LATER), None)


def is_earlier(scene: Scene, frame: Frame) -> bool:
    """ "… and that after a bombing": the day of the sentence is not the day of what came before it."""
    before = scene.hits_in("particle", max(0, frame.first - 4), frame.first)
    return any(particle.value == "after" for particle in before)


def is_loose(date: Date) -> bool:
    """Whether a date says no day: a span, a month, a year."""
    return date.precision in ("span", "month", "year")


def _is_ahead(scene: Scene, date: Date) -> bool:
    return bool(scene.published and date.earliest and date.earliest > scene.published)


def _dates_announcement(scene: Scene, frame: Frame, date: Date) -> bool:
    """Between a verb of saying and its "that" or colon the date is the day of the saying."""
    if date.last > frame.first:
        return _dates_attribution(scene, frame, date)
    sentence = scene.text.sentences[frame.sentence]
    said = scene.hits_in("speech", sentence.first, date.first)
    if not said:
        return False
    opened = [h for h in scene.hits_in("particle", date.last, frame.first + 1) if h.value == "that"]
    colon = any(":" in word.gap for word in scene.text.words[date.last : frame.first + 1])
    earlier = [h for h in scene.hits_in("particle", said[-1].last, date.first) if h.value == "that"]
    if any(":" in word.gap for word in scene.text.words[said[-1].last : date.first + 1]):
        return False
    return (
        bool(opened or colon or said[-1].id == _ISSUED or _names_what(scene, said[-1], date)) and not earlier
    )


def _names_what(scene: Scene, said: Hit, date: Date) -> bool:
    """ "Announced on Monday the killing of": a noun that the verb of saying governs, right behind the day."""
    if is_loose(date) or scene.hits_in("event", said.last, date.first):
        return False
    behind = (hit for kind in ("event", "toll") for hit in scene.hits_in(kind, date.last, date.last + 2))
    return any(not hit.features & {"past", "present"} for hit in behind)


def _dates_call(scene: Scene, frame: Frame, date: Date) -> bool:
    """ "The president called on Sunday for …, as the dead of the raid rose to ten": the day of the call."""
    sentence = scene.text.sentences[frame.sentence]
    calls = [hit for hit in scene.hits_in("unreal", sentence.first, sentence.first + 2) if hit.id == _WANT]
    if not calls or not calls[0].last <= date.first < min(frame.first, calls[0].last + _SPEAKER):
        return False
    return not any(scene.hits_in(kind, sentence.first, date.first) for kind in ("event", "toll"))


def _yields_to_later(scene: Scene, frame: Frame, date: Date, dates: Sequence[Date]) -> bool:
    """ "Announced on Friday the attack that … on Thursday": the day after the act is the day of the act."""
    if date.last > frame.first or is_loose(date) or not any(other.first >= frame.first for other in dates):
        return False
    said = scene.hits_in("speech", scene.text.sentences[frame.sentence].first, date.first)
    return bool(said) and not scene.hits_in("event", said[-1].last, date.first)


def _dates_attribution(scene: Scene, frame: Frame, date: Date) -> bool:
    """ "…, as sources said yesterday": the day behind the speaker at the end of a sentence."""
    start = max(frame.first + 1, date.first - _SPEAKER)
    cited = [hit for hit in scene.hits_in("attribution", start, date.first) if _cites(scene, hit)]
    said = [*cited, *scene.hits_in("speech", start, date.first)]
    told = any(scene.hits_in(kind, said[-1].last, date.first) for kind in ("event", "toll")) if said else True
    return not told


def _cites(scene: Scene, hit: Hit) -> bool:
    """ "As (على ما) sources said" cites only with a verb of saying behind it."""
    needs_verb = bool(hit.value.get("verb"))
    return not needs_verb or bool(scene.hits_in("speech", hit.last, hit.last + 1))


def _distance(frame: Frame, date: Date) -> int:
    return min(abs(date.first - frame.first), abs(date.first - frame.last), abs(date.last - frame.first))

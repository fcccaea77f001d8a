"""A value picked by its words: what a stretch of a report gives for a field of an event."""

import re
import unicodedata
from collections.abc import Iterable

from ..model.mentions import Mention, Place
from ..model.reading import Reading
from ..model.spans import Span
from .points import shown

COUNTS = ("killed", "injured", "detained", "abducted")
MOST = 400


def picked(reading: Reading, start: int, end: int, field: str) -> dict[str, str]:
    """The value and its words, ready for a correction; a place with its point, where it is known."""
    span = Span(max(0, start), min(end, start + MOST, len(reading.article.body)))
    words = " ".join(span.of(reading.article.body).split())
    place = next(iter(_within(reading.mentions.places, span)), None) if field == "place" else None
    told = {"words": words, "value": _value(reading, span, words, field)}
    return {**told, **_spot(place)} if isinstance(place, Place) else told


def _value(reading: Reading, span: Span, words: str, field: str) -> str:
    found = reading.mentions
    if field in COUNTS:
        return _people(reading, span, words)
    if field == "date":
        return next((_days(one) for one in _within(found.dates, span) if getattr(one, "earliest", None)), "")
    if field in ("by", "against"):
        return ",".join(dict.fromkeys(one.party for one in found.actors if one.span.meets(span)))
    return words if field in ("place", "weapon") else ""


def _people(reading: Reading, span: Span, words: str) -> str:
    for mention in reading.mentions.numbers:
        if mention.span.meets(span) and mention.low is not None:
            return str(mention.low)
    for actor in reading.mentions.actors:
        if actor.span.meets(span) and actor.counted and actor.low is not None:
            return str(actor.low)
    digits = "".join(str(unicodedata.digit(letter)) for letter in re.findall(r"\d", words))
    return digits[:7]


def _within(mentions: Iterable[Mention], span: Span) -> list[Mention]:
    return [one for one in mentions if one.span.meets(span)]


def _days(date: Mention) -> str:
    first, last = getattr(date, "earliest", None), getattr(date, "latest", None)
    return str(first) if first == last else f"{first}/{last}"


def _spot(place: Place) -> dict[str, str]:
    return {"value": place.name, "point": shown(place.lat, place.lon)}

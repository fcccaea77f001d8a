"""What could not be settled: times without a day to count from, and places that no gazetteer knows."""

from collections.abc import Iterator
from datetime import date

from ..model.incidents import Doubt
from ..model.mentions import Date, Place
from ..model.reading import Mentions


def find_doubts(mentions: Mentions, published: date | None) -> tuple[Doubt, ...]:
    """The doubts about an article's dates and places, in the order of the text."""
    found = [*_about_dates(mentions.dates, published), *_about_places(mentions.places)]
    return tuple(sorted(found, key=lambda doubt: doubt.span))


def _about_dates(dates: tuple[Date, ...], published: date | None) -> Iterator[Doubt]:
    reason = "which day is meant is not told" if published else "no day of publication to count from"
    for found in dates:
        if found.earliest is None and found.latest is None:
            yield Doubt(about="date", reason=reason, span=found.span)


def _about_places(places: tuple[Place, ...]) -> Iterator[Doubt]:
    for place in places:
        if place.place_id is None and not place.qualifies:
            yield Doubt(about="place", reason="no gazetteer at hand knows this name", span=place.span)

"""What could not be settled: times without a day, places that no gazetteer knows, speakers never named."""

from collections.abc import Iterable, Iterator
from datetime import date

from ..model.incidents import Claim, Doubt
from ..model.mentions import Date, Place
from ..model.reading import Mentions
from .voice_names import is_definite_name, words_of


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


def doubts_about_speakers(claims: Iterable[Claim]) -> tuple[Doubt, ...]:
    """ "The source", "the agency" that the article has not named before: each once."""
    links = {link.span: link for claim in claims for link in claim.chain if link.kind in ("source", "agency")}
    bare = [link for link in links.values() if is_definite_name(link.name) and len(words_of(link.name)) == 1]
    unnamed = [link for link in bare if link.rule.startswith("speaker/")]
    reason = "whom this means is not told before"
    return tuple(Doubt(about="speaker", reason=reason, span=link.span) for link in unnamed)

"""Parts of a country ("northern Iraq", "the south-east of the country"), written as they stand."""

from collections.abc import Iterator

from msgspec.structs import replace

from ..lexicon import Hits
from ..lexicon.gazetteer import Gazetteer
from ..lexicon.gazetteer_rows import Candidate
from ..model.mentions import Place
from ..model.spans import Span
from ..text import Text
from .place_choice import Scores
from .place_context import Context, hit_before, is_direction

_RADIUS = 200.0
_MIDDLE = "وسط"


def part_of_country(
    text: Text, hits: Hits, place: Candidate, context: Context, follows: bool
) -> Place | None:
    """A country with a compass word before it, unless that only says where another place lies."""
    if place.level != "country" or context.noun:
        return None
    last = context.end
    first = context.start
    if not is_direction(context.relation) and not _is_middle(text, hits, first):
        return None
    relation = hit_before(hits, text, _after_relation(hits, first), "place-relation")
    start = relation.span.start if relation else text.words[first].start
    whole = Span(start, text.words[last - 1].end)
    if follows:
        return None
    return _part(place, first, last, whole, text.name(whole))


def country_parts(
    text: Text, hits: Hits, gazetteer: Gazetteer, scores: Scores, ends: frozenset[int]
) -> Iterator[Place]:
    """The parts of "the country", which is the one named most; after a name they only qualify that."""
    top = scores.countries.most_common(1)
    country = gazetteer.place(f"country.{top[0][0]}") if top else None
    for hit in hits.of("place-country"):
        relation = hit_before(hits, text, hit.first, "place-relation")
        if relation and country and is_direction(str(relation.value)) and not hit.proclitics:
            whole = Span(relation.span.start, hit.span.end)
            part = _part(country, relation.first, hit.last, whole, text.name(whole))
            yield replace(part, qualifies=relation.first in ends)


def _is_middle(text: Text, hits: Hits, first: int) -> bool:
    """ "Central Mali" (وسط مالي), where "the heart of" and "inside" say no part."""
    relation = hits.covering(first, "place-relation")
    return relation is not None and text.words[relation.last - 1].form.endswith(_MIDDLE)


def _after_relation(hits: Hits, first: int) -> int:
    relation = hits.covering(first, "place-relation")
    return relation.last if relation else first + 1


def _part(country: Candidate, first: int, last: int, whole: Span, name: str) -> Place:
    return Place(
        span=whole,
        first=first,
        last=last,
        rule="place/part",
        whole=whole,
        name=name,
        level="feature",
        place_id=country.id,
        lat=country.lat,
        lon=country.lon,
        country=country.country,
        within=(country.id,),
        radius=_RADIUS,
        reason=f"A part of the country {country.label}.",
    )

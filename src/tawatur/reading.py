"""Read one article: the cascade, in the order of the rooms."""

from collections.abc import Iterable

from msgspec.structs import replace

from .events.clauses import find_clauses
from .events.doubts import find_doubts
from .events.incidents import find_incidents
from .events.scene import Scene
from .events.voices import find_voices
from .lexicon import Hits, Knowledge
from .mentions.actors import find_actors
from .mentions.dates import find_dates
from .mentions.numbers import find_numbers
from .mentions.places import find_places
from .mentions.speakers import find_speakers
from .mentions.weapons import find_weapons
from .model.article import Article
from .model.mentions import Date, Place
from .model.reading import Mentions, Part, Reading
from .text import Text, cut_words, fold_phrase, text_of
from .text.parts import find_parts, with_headline


def read(article: Article, knowledge: Knowledge) -> Reading:
    """Everything that one article tells, and who says it. Never raises for what an article holds."""
    cut = cut_words(article.body)
    parts = find_parts(cut, knowledge.furniture)
    text = text_of(cut, with_headline(article.body, parts, article.title))
    hits = knowledge.matcher_of(article.language).hits(text)
    mentions = find_mentions(article, knowledge, text, hits)
    hits = _without_dawns(hits, mentions.dates)
    outlet = knowledge.outlet(article.outlet)
    voices = find_voices(
        text,
        hits,
        mentions.speakers,
        mentions.actors,
        published=article.published,
        outlet=article.outlet,
        outlet_names=outlet.names if outlet else (),
    )
    scene = Scene(
        text=text,
        hits=hits,
        mentions=mentions,
        clauses=find_clauses(text, hits),
        types=knowledge.events,
        retelling=knowledge.retelling,
        container_names=_container_names(knowledge, mentions.places),
        published=article.published,
        states=knowledge.states,
    )
    told = find_incidents(scene, voices)
    return Reading(
        article=article,
        parts=tuple(_parts(text)),
        mentions=mentions,
        incidents=told.incidents,
        tallies=told.tallies,
        claims=told.claims,
        doubts=(*find_doubts(mentions, article.published), *told.doubts),
    )


def _without_dawns(hits: Hits, dates: Iterable[Date]) -> Hits:
    """The hits without verbs at which a date starts: "at dawn (فجر) on Friday" is no "blew up"."""
    starts = {date.first for date in dates}
    dawns = [hit for hit in hits.of("event") if hit.first in starts and hit.value["part"] == "verb"]
    return hits.without("event", dawns) if dawns else hits


def find_mentions(article: Article, knowledge: Knowledge, text: Text, hits: Hits) -> Mentions:
    """The values found in the text, each step using those before it."""
    numbers = find_numbers(text, hits)
    dates = find_dates(text, hits, numbers, article.published)
    places = find_places(text, hits, knowledge, title=article.title, outlet=article.outlet)
    actors = find_actors(text, hits, numbers, places, knowledge, article.published)
    bodies = {i for actor in actors if actor.head == "body" for i in range(actor.first, actor.last)}
    named = {i for hit in hits.of("role") for i in range(hit.first, hit.last) if not _is_barrier(hits, i)}
    return Mentions(
        numbers=numbers,
        dates=dates,
        places=tuple(_as_told(p, bodies) for p in places if _tells(hits, p, bodies, named)),
        actors=actors,
        weapons=find_weapons(text, _without_dawns(hits, dates)),
        speakers=find_speakers(text, hits, actors, knowledge),
    )


def _tells(hits: Hits, place: Place, bodies: set[int], named: set[int]) -> bool:
    """Whether a place is more than part of a name: a country in that of a body, any in the words of a role."""
    if place.level == "country" and place.first in bodies:
        return False
    return place.first not in named or _is_longer(hits, place)


def _is_longer(hits: Hits, place: Place) -> bool:
    """ "In Dar Saad (دار سعد)": a known name of several words that opens with a verb such as "took place"."""
    roles = [hit for hit in hits.starting(place.first) if hit.category == "role"]
    return bool(place.place_id and roles and all(hit.last == place.first + 1 < place.last for hit in roles))


def _as_told(place: Place, bodies: set[int]) -> Place:
    """ "The police of Diyala": the place says whose the force is."""
    return replace(place, qualifies=True) if place.first in bodies else place


def _is_barrier(hits: Hits, word: int) -> bool:
    """ "At (عند) the checkpoint of A": where it was, also where the words say in whose hands somebody is."""
    return any(hit.rule == "thing/barrier" for hit in hits.starting(word))


def _container_names(knowledge: Knowledge, places: Iterable[Place]) -> dict[str, frozenset[str]]:
    """The folded names of the places that contain each place found, by its id."""
    return {
        place.place_id: frozenset(
            fold_phrase(name) for outer in knowledge.gazetteer.ranked(place.within) for name in outer.names_ar
        )
        for place in places
        if place.place_id and place.within
    }


def _parts(text: Text) -> list[Part]:
    spans = ((stretch.kind, text.span(stretch.first, stretch.last)) for stretch in text.paragraphs)
    return [Part(kind=kind, start=span.start, end=span.end) for kind, span in spans]

"""People told only by their names, which no lexicon knows: "the arrest of A B, and C D from E, and F"."""

from ..lexicon import Hit
from ..model.mentions import Actor
from ..model.spans import hull
from .grammar import letter_before, reads_as_verb
from .people import People, of_actor
from .people_names import is_ali, is_name, opens_name
from .scene import Scene
from .toll_people import a_named_one

_LONGEST = 9
"""Words between one name and the next: the rest of the name, and where its bearer is from."""
_TO_VICTIM = 12
"""Words between a killing and its victim: the name of who did it, and whose son he is."""
_NAME = 4
"""Words of a long name."""
_OF = "ل"


def named_ones(scene: Scene, hit: Hit) -> People | None:
    """The one named right after an act, and those whose names follow it, each behind a comma and "and"."""
    people = a_named_one(scene, hit) or _a_feminine_name(scene, hit)
    if people is None:
        return None
    low, last, span = 1, people.last, people.span
    while (following := _next_name(scene, last)) is not None:
        low, last = low + 1, following + 1
        span = hull(span, scene.text.span(following, following + 1))
    return People(low, low, (), span, people.first, last)


def struck_by_a_named_one(scene: Scene, hit: Hit) -> tuple[People, Actor] | None:
    """ "The killing by A B, a son of C, of (li-) Colonel D": the victim, governed behind the name, and its bearer."""
    if reads_as_verb(scene, hit) or a_named_one(scene, hit) is None:
        return None
    last = min(scene.text.sentence_of(hit.first).last, hit.last + _TO_VICTIM)
    for actor in scene.actors(hit.last, last):
        if actor.rule.startswith("actor/title/") and letter_before(scene, actor) == _OF:
            told = scene.hits_in("toll", hit.last, actor.first) or scene.hits_in(
                "event", hit.last, actor.first
            )
            return None if told else (of_actor(scene, actor), _bearer(scene, hit.last))
    return None


def _bearer(scene: Scene, first: int) -> Actor:
    """Who bears the unknown name that starts at a word and ends before an aside."""
    ends = (at for at in range(first + 1, first + _NAME) if scene.text.words[at].gap.strip())
    last = next(ends, first + _NAME)
    span = scene.text.span(first, last)
    return Actor(
        span=span,
        whole=span,
        first=first,
        last=last,
        rule="actor/unknown-name",
        party="private-persons",
        head="person",
        low=1,
        high=1,
    )


def _a_feminine_name(scene: Scene, hit: Hit) -> People | None:
    """A word in ta marbuta is a name only as the first of a list of names: "Hamza A, and Dia B"."""
    at = hit.last
    if at + 1 >= scene.text.sentence_of(hit.first).last or _next_name(scene, at + 1) is None:
        return None
    if scene.text.last_letter(at) != "ة" or scene.actors(at, at + 1):
        return None
    if any(other.category not in _KNOWN for other in scene.hits.starting(at)):
        return None
    return People(1, 1, (), scene.text.span(at, at + 1), hit.first, at + 1)


def _next_name(scene: Scene, last: int) -> int | None:
    """The first word of the next name of a list: behind a comma, or right behind the name before it."""
    end, named = min(scene.text.sentence_of(last - 1).last, last + _LONGEST), True
    for at in range(last, end):
        if "," in scene.text.words[at].gap or (named and opens_name(scene, at)):
            return at if opens_name(scene, at) else None
        named = named and (is_name(scene, at) or is_ali(scene, at))
    return None


_KNOWN = ("place-stop", "place-common", "name-part", "title")

"""People whom a set phrase counts: "between dead and wounded", "as many", "lost his leg"."""

from msgspec.structs import replace

from ..lexicon import Hit
from .people import People, people_after
from .scene import Scene
from .toll_people import number_right_before, people_before

_NEXT = 2
_PHRASE = 12
"""Words between a verb and "as many"."""
_TWICE = "twice-as-many"


def counted_before(scene: Scene, hit: Hit) -> People | None:
    """ "Seventeen men, some killed, some wounded": the people right before a phrase, or their number."""
    return (
        number_right_before(scene, hit)
        or people_before(scene, hit)
        or _hurt_before(scene, hit)
        or people_after(scene, hit.last, _NEXT)
        or some_of_them(hit)
    )


def _hurt_before(scene: Scene, hit: Hit) -> People | None:
    """ "Casualties (إصابات), dead and wounded": the noun of several hurt right before the phrase."""
    nouns = scene.hits_in("toll", hit.first - 1, hit.first)
    noun = next((n for n in nouns if n.value["people"] == "self" and "pl" in n.features), None)
    return People(2, None, (), noun.span, noun.first, hit.last) if noun else None


def some_of_them(hit: Hit) -> People:
    """ "Left all of them dead or wounded": one at least of each."""
    return People(1, None, (), hit.span, hit.first, hit.last)


def as_many(scene: Scene, hit: Hit) -> People | None:
    """ "Five were killed and as many (مثلهم) wounded": the count told before in the sentence."""
    people = people_before(scene, hit, _PHRASE)
    if people is None or people.low is None:
        return None
    phrase = scene.hits.at(hit.last, "as-many")
    times = 2 if phrase and phrase.id == _TWICE else 1
    high = None if people.high is None else times * people.high
    return replace(people, low=times * people.low, high=high, actors=(), first=hit.first, last=hit.last + 1)


def one_told(hit: Hit) -> People:
    """ "Lost his leg": the one told before."""
    return People(1, 1, (), hit.span, hit.first, hit.last)

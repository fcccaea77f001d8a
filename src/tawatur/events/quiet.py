"""Sentences whose violent words are figures of speech, accidents, exercises, films or anniversaries."""

from collections import defaultdict
from collections.abc import Sequence

from ..lexicon import Hit
from ..model.mentions import Actor
from .grammar import is_figure
from .scene import Scene

_SURE = 3
_LIKELY = 2
_WHOLE_TEXT = 9
_ACCIDENTS = ("nature", "health")
_FIGURATIVE = ("sport", "culture", "economy")
_OUTWEIGHING = ("sport", "culture", "nature")
_DEMANDED = ("history", "economy", "politics", "court", "health", "crime", "training")
_ON_PURPOSE = (
    "event/property_destruction/burn",
    "event/property_destruction/burning",
    "event/violence_against_person/torture",
    "event/violence_against_person/torture-verb",
    "event/violence_against_person/under-torture",
)
_OBJECT = 2
"""Words between the verb of an act and whom it hit."""
_UNARMED_TEXT = 4
_PARADE = 3
_FIRST_YEAR = 600
_LONG_AGO = 20
_FARTHEST = 3
"""Words after a violent word in which a noun can show it to be a figure of speech."""


def quiet_sentences(scene: Scene) -> frozenset[int]:
    """The numbers of the sentences in which no violent word is to be believed."""
    weights = [_weight(scene, number) for number in range(len(scene.text.sentences))]
    totals: dict[str, int] = defaultdict(int)
    for kinds in weights:
        for kind, weight in kinds.items():
            totals[kind] += weight
    armed = [_arms(scene, number, weights[number]) for number in range(len(weights))]
    all_quiet = _is_figurative_whole(totals, sum(armed)) or _opens_with_play(scene, weights, armed)
    charges = _charges(scene, weights)
    return charges | frozenset(n for n, kinds in enumerate(weights) if _is_quiet(kinds, armed[n], all_quiet))


def _charges(scene: Scene, weights: Sequence[dict[str, int]]) -> frozenset[int]:
    """In a report that opens in court, the sentences that tell of charges and verdicts."""
    first = scene.opening
    if first is None or weights[first].get("court", 0) < 2 * _LIKELY:
        return frozenset()
    return frozenset(n for n, kinds in enumerate(weights) if kinds.get("court", 0) >= _LIKELY)


def _opens_with_play(scene: Scene, weights: Sequence[dict[str, int]], armed: Sequence[int]) -> bool:
    """Whether the first sentence of the report is about a game, a film or a book."""
    first = scene.opening
    if first is None:
        return False
    play = max(weights[first].get("sport", 0), weights[first].get("culture", 0))
    return play >= 2 * _SURE and play >= 2 * armed[first]


def _is_figurative_whole(totals: dict[str, int], arms: int) -> bool:
    """Whether the whole text is of sport, culture or trade, or of an accident in a world without arms."""
    figurative = max((totals[kind] for kind in _FIGURATIVE), default=0)
    if arms == 0 and (
        max(totals["sport"], totals["culture"]) >= _UNARMED_TEXT or totals["nature"] >= 2 * _SURE
    ):
        return True
    return figurative >= _WHOLE_TEXT and figurative > 3 * arms


def _is_quiet(kinds: dict[str, int], arms: int, all_quiet: bool) -> bool:
    weight = max(kinds.values(), default=0)
    if all_quiet:
        return arms < 2 or _outweighs(kinds, arms) or (weight >= _SURE and arms <= _PARADE)
    return (weight >= _SURE and arms < 2) or (weight >= _LIKELY and arms == 0) or _outweighs(kinds, arms)


def _outweighs(kinds: dict[str, int], arms: int) -> bool:
    """Two sure words of a game, a film or an accident outweigh the arms beside them; one, those of a parade."""
    surely = max((weight for kind, weight in kinds.items() if kind in _OUTWEIGHING), default=0)
    return (surely >= 2 * _SURE and surely >= 2 * arms) or (
        kinds.get("parade", 0) >= _SURE and arms < _PARADE
    )


def _weight(scene: Scene, number: int) -> dict[str, int]:
    """How strongly the words of a sentence speak of each peaceful matter."""
    sentence = scene.text.sentences[number]
    found: dict[str, int] = defaultdict(int)
    for hit in scene.hits_in("metaphor", sentence.first, sentence.last):
        if not is_figure(scene, hit) and not _is_part_of_news(scene, hit):
            found[hit.value["kind"]] += int(hit.value["weight"])
    if _names_old_year(scene, sentence.first, sentence.last) or _is_decades_ago(scene, sentence.first):
        found["history"] += _SURE
    if _is_demanded(scene, sentence.first, sentence.last):
        return {kind: weight for kind, weight in found.items() if kind not in _DEMANDED}
    return found


def _is_part_of_news(scene: Scene, hit: Hit) -> bool:
    """ "They assassinated the judge", "in the quarter of the cinema": whom an act hit, or what a place is called."""
    if hit.value["kind"] == "court":
        return hit.proclitics in ("", "ال") and bool(scene.hits_in("event", hit.first - _OBJECT, hit.first))
    if hit.value["kind"] != "culture":
        return False
    return any(place.last - place.first > 1 for place in scene.places(hit.first, hit.last))


def _is_demanded(scene: Scene, first: int, last: int) -> bool:
    """Whether people protest: on anniversaries, against prices, before courts."""
    protests = (hit for hit in scene.hits_in("event", first, last) if hit.value["type"] == "protest")
    return any(not is_figure(scene, hit) for hit in protests)


def _names_old_year(scene: Scene, first: int, last: int) -> bool:
    """ "In the year 1882": a bare year, named as one, from before this age."""
    if not scene.published:
        return False
    units = {hit.last for hit in scene.hits_in("time-unit", first, last) if hit.value["unit"] == "year"}
    latest = scene.published.year - _LONG_AGO
    years = (n for n in scene.numbers(first, last) if n.first in units)
    return any(n.low == n.high and n.low and _FIRST_YEAR <= n.low < latest for n in years)


def _is_decades_ago(scene: Scene, first: int) -> bool:
    """ "Seventy years after the execution of …": the sentence opens with decades."""
    cause = scene.hits.at(first, "cause")
    number = scene.first_number(first + 1, first + 2)
    if cause is None or cause.id != "after" or number is None or (number.low or 0) < _LONG_AGO:
        return False
    unit = scene.hits.at(number.last, "time-unit")
    return unit is not None and unit.value["unit"] == "year"


def _arms(scene: Scene, number: int, kinds: dict[str, int]) -> int:
    """How much in a sentence speaks of arms: weapons, armed bodies, people killed by no accident."""
    sentence = scene.text.sentences[number]
    first, last = sentence.first, sentence.last
    weapons = len(scene.weapons(first, last))
    bodies = len({actor.party for actor in scene.actors(first, last) if is_armed(actor)})
    killed = any(hit.value["slot"] in ("killed", "both") for hit in scene.hits_in("toll", first, last))
    doubted = (killed and kinds.get("health")) or kinds.get("nature")
    if doubted and any(_is_meant(scene, hit) for hit in scene.hits_in("event", first, last)):
        weapons += 1
    return weapons + bodies + (killed and not any(kind in _ACCIDENTS for kind in kinds))


def _is_meant(scene: Scene, hit: Hit) -> bool:
    """A bombardment, torture, or a fire that somebody set."""
    family, part = scene.family(str(hit.value["type"])), hit.value["part"]
    meant = (family == "bombardment" and part != "thing") or hit.rule in _ON_PURPOSE
    return meant and not is_figure(scene, hit)


def is_armed(actor: Actor) -> bool:
    """Whether an actor is an armed body or its members."""
    return actor.kind == "combatants" and actor.head in ("body", "members")


def is_figurative(scene: Scene, hit: Hit, family: str) -> bool:
    """Whether the noun beside a violent word makes it a figure of speech: "an explosion in prices"."""
    clause = scene.clause_of(hit.first)
    end = min(clause.last if clause else hit.last, hit.last + _FARTHEST)
    for other in scene.hits_in("figure", hit.last, end):
        if other.first - hit.last <= other.value["reach"] and (
            family == "control" or not other.value.get("control")
        ):
            return True
    return False

"""Whom a verb or an act of killing or wounding counts: before it, after it, by a pronoun, by name."""

from collections.abc import Sequence

from msgspec.structs import replace

from ..lexicon import Hit
from ..mentions.numbers import is_count
from ..model.mentions import Actor
from .grammar import can_act, is_free, preposition_before
from .people import (
    People,
    counts,
    is_one,
    joined,
    of_actor,
    of_number,
    people_after,
    starts_with_and,
)
from .scene import Scene
from .toll_pronouns import ONE_OR_TWO, is_complete

LONGEST_NUMBER = 8
"""Words of "not less than one hundred and fifty-six"."""
_LOOK_BACK = 7
_REFERS = 4
_PHRASE = 12
"""Words between the verb and the noun of "met … their death"."""
_TO_THING = 4
"""Words between "hit" and the thing that it hit: what flew, and its kind."""
_TO_STRUCK = 12
_SHORTEST_NAME = 3
_NO_NAME_ENDS = ("ون", "ين", "ات", "ه", "فهم", "هما")
_NOMINATIVE = ("ون", "ان")
_CLITICS = ("ب", "ل", "و", "ف", "ك")
_TOPIC = 25
"""Words between people who open a sentence and the verb that says that they died."""
_KIN = ("actor/relatives", "actor/kin")
_AGREES = frozenset({"mp", "md", "fp", "fd"})
_SEVERAL = frozenset({"mp", "md", "fp", "fd", "pl", "dual"})
_IN_NAMES = ("place-stop", "place-common", "name-part", "name-whole", "title", "name-start")
_OF_ONE = ("head", "official", "correspondent")
_OF_OFFICES = (
    "place-stop",
    "place-common",
    "name-part",
    "title",
    "name-start",
    "speaker",
    "place-noun",
    "body",
)


def killer_of(scene: Scene, hit: Hit) -> Actor | None:
    """Armed people right after an active verb whom, with nothing between, their victim follows."""
    if "passive" in hit.features:
        return None
    found = [a for a in scene.actors(hit.last, hit.last + _TO_STRUCK) if a.head != "object"]
    if len(found) < 2 or found[0].first - hit.last > 1:
        return None
    killer, victim = found[0], found[1]
    if _is_one_who_struck(scene, hit, killer, victim) or _is_his_kin(scene, killer, victim):
        return killer
    if not can_act(killer):
        return None
    if killer.head == "body":
        return killer if not killer.counted and _has_victim(scene, killer) else None
    if killer.head not in ("members", "class"):
        return None
    if "pl" not in _features(scene, killer):
        struck = _is_object(scene, killer, victim) and not _is_tied(scene, killer, victim)
        return killer if struck else None
    if victim.first - killer.last > 1 and not _only_circumstances(scene, killer.last, victim.first):
        return None
    return killer if not _is_tied(scene, killer, victim) else None


def _is_one_who_struck(scene: Scene, hit: Hit, killer: Actor, victim: Actor) -> bool:
    """ "[There] killed a gunman (two girls) three soldiers": those counted right behind are whom they struck."""
    if killer.definite or killer.low not in (1, 2) or hit.features & _SEVERAL or killer.first != hit.last:
        return False
    if killer.low == 2 and killer.last - killer.first > 1:
        return False
    if killer.head not in ("members", "class") or victim.first != killer.last or not victim.counted:
        return False
    numbers = scene.numbers(victim.first, victim.last + 1)
    joined = scene.text.words[victim.first].gap.strip() or starts_with_and(scene, victim.first)
    return not joined and any(not number.ordinal for number in numbers) and victim.low != 1


def _is_his_kin(scene: Scene, killer: Actor, victim: Actor) -> bool:
    """ "A man killed his wife": kin with his pronoun right behind a man told only as one."""
    kin = victim.rule.startswith(_KIN) and victim.first == killer.last and victim.low == 1
    return kin and killer.head == "class" and killer.low == 1 and not _is_tied(scene, killer, victim)


def _only_circumstances(scene: Scene, first: int, last: int) -> bool:
    """ "Gunmen killed at dawn, in A, in cold blood, three soldiers": when, where and how stand between."""
    told = {word for date in scene.dates(first, last) for word in range(date.first, date.last)}
    told |= {word for place in scene.places(first, last) for word in range(place.first, place.last)}
    told |= {word for hit in scene.hits_in("manner", first, last) for word in range(hit.first, hit.last)}
    bare = (word for word in range(first, last) if word not in told)
    kinds = ("particle", "place-noun", "number-bound")
    return all(any(scene.hits.at(word, kind) for kind in kinds) for word in bare)


def doer_of_noun(scene: Scene, hit: Hit) -> tuple[Actor, People] | None:
    """ "The killing by gunmen of an officer": the doer in the genitive, the one whom he struck in the accusative."""
    found = scene.actors(hit.last, hit.last + 8)
    if hit.enclitic or len(found) < 2 or found[0].first != hit.last or not can_act(found[0]):
        return None
    doer, victim = found[0], found[1]
    if doer.counted or not _is_object(scene, doer, victim):
        return None
    people = people_after(scene, victim.first)
    return (doer, people) if people else None


def _is_object(scene: Scene, doer: Actor, victim: Actor) -> bool:
    """Right after the doer: those counted, one known person, an indefinite accusative, or one that "of" governs."""
    words = scene.text.words
    if victim.first != doer.last or "," in words[victim.first].gap:
        return False
    if doer.head == "body" and victim.definite and is_one(scene, victim, doer.last):
        return True
    if not counts(victim):
        return False
    if any(number.first == doer.last for number in scene.numbers(doer.last, doer.last + 1)):
        return True
    readings = [h for h in scene.hits.starting(victim.first) if h.category == "person"]
    governed = any(h.proclitics.endswith("ل") and "sg" in h.features for h in readings)
    return governed or (words[victim.first].form.endswith("ا") and not _is_tied(scene, doer, victim))


def _has_victim(scene: Scene, killer: Actor) -> bool:
    following = people_after(scene, killer.last)
    return bool(following and following.first - killer.last <= 3)


def _features(scene: Scene, actor: Actor) -> set[str]:
    return {f for hit in scene.hits.starting(actor.first) if hit.category == "person" for f in hit.features}


def _is_tied(scene: Scene, first: Actor, second: Actor) -> bool:
    """Joined by "and", a comma or a preposition: no object."""
    between = scene.text.words[first.last : second.first + 1]
    if (
        scene.hits.covering(second.first - 1, "role")
        or second.rule.startswith("actor/subset")
        or any("," in word.gap for word in between)
    ):
        return True
    return (
        any(word.form.startswith("و") for word in between)
        or preposition_before(scene, second.first) is not None
    )


def people_before(scene: Scene, hit: Hit, reach: int = _LOOK_BACK) -> People | None:
    """People that stand before their verb: "that three soldiers were killed"."""
    clause = scene.clause_of(hit.first)
    sentence = scene.text.sentence_of(hit.first).first
    opens = clause is None or clause.first == hit.first
    start = _past_that(
        scene, max(sentence if opens else clause.first if clause else 0, hit.first - reach), hit
    )
    found = [a for a in scene.actors(start, hit.first) if counts(a) and not a.rule.startswith("actor/subset")]
    topic = _topic(scene, hit) if reach == _LOOK_BACK else None
    if topic and not any(actor.first == topic.first for actor in found):
        return topic
    if (not found or found[-1].last < hit.first) and (people := _number_before(scene, hit)):
        return people
    if not found:
        return _named_topic(scene, hit) if reach == _LOOK_BACK else None
    found = [actor for actor in found if preposition_before(scene, actor.first) is None] or found
    chains = (joined(scene, of_actor(scene, actor), hit.first) for actor in found)
    people = next(chain for chain in chains if chain.last >= found[-1].last)
    return replace(people, low=1, high=1) if _is_one_of_them(scene, hit, people) else people


def _is_one_of_them(scene: Scene, hit: Hit, people: People) -> bool:
    """ "(A,) of the guards, who (sg.) died": the verb counts the one, and not those of whom he is."""
    before = scene.hits.at(hit.first - 1, "particle") if hit.first else None
    return (
        before is not None and before.value == "which" and people.high is None and not hit.features & _SEVERAL
    )


def _past_that(scene: Scene, first: int, hit: Hit) -> int:
    """The word after the last "that" (أن) before the verb: who says so stands before it, who died behind it."""
    found = (h for h in scene.hits_in("particle", first, hit.first) if h.value == "that")
    return max((h.last for h in found), default=first)


def _topic(scene: Scene, hit: Hit) -> People | None:
    """ "Two civilians, A and B, from the village of C, were killed …": counted people who open the sentence."""
    start = _past_that(scene, max(scene.text.sentence_of(hit.first).first, hit.first - _TOPIC), hit)
    people = scene.first_actor(start, start + 2)
    if people is None or not people.counted or not hit.features & _AGREES or hit.proclitics:
        return None
    if hit.first - people.last > _TOPIC or _tells_between(scene, people.last, hit.first):
        return None
    if preposition_before(scene, people.first) or _past_that(scene, people.last, hit) != people.last:
        return None
    return joined(scene, of_actor(scene, people), hit.first)


def _named_topic(scene: Scene, hit: Hit) -> People | None:
    """ "That the citizen A B, aged 30, was hurt in …": the one who opens what is said, behind "that" or "had"."""
    start = _past_that(scene, max(scene.text.sentence_of(hit.first).first, hit.first - _TOPIC), hit)
    struck = hit.category == "toll"
    people = scene.first_actor(start, min(start + (2 if struck else 1), hit.first))
    if people is None or people.low not in (None, 1) or not (people.definite or struck):
        return None
    if people.first > start and not people.counted:
        return None
    if people.head not in ("person", "class"):
        return None
    if hit.features & _SEVERAL or hit.proclitics:
        return None
    return None if _tells_between(scene, people.last, hit.first) else of_actor(scene, people)


def _tells_between(scene: Scene, first: int, last: int) -> bool:
    """Whether a verb of an act or of death, or a colon, stands between."""
    if any(":" in word.gap for word in scene.text.words[first : last + 1]):
        return True
    found = (*scene.hits_in("toll", first, last), *scene.hits_in("event", first, last))
    return any(hit.features & {"past", "present"} for hit in found)


def _number_before(scene: Scene, hit: Hit) -> People | None:
    """ "That dozens were hurt": a number without its noun right before a verb that agrees with it."""
    return number_right_before(scene, hit) if hit.features & _SEVERAL else None


def number_right_before(scene: Scene, hit: Hit) -> People | None:
    """A bare count that ends where a word starts."""
    numbers = scene.numbers(max(0, hit.first - LONGEST_NUMBER), hit.first)
    number = next((n for n in numbers if n.last == hit.first and is_count(n) and not n.ordinal), None)
    return of_number(number) if number else None


def people_struck(scene: Scene, hit: Hit) -> People | None:
    """ "… and killed (at dawn, with bullets) three soldiers": people behind a verb in its subject's number."""
    words = scene.text.words
    if not hit.value.get("active") or hit.last >= scene.text.sentence_of(hit.first).last:
        return None
    people = people_after(scene, hit.last)
    if people is None or words[people.first].form.startswith("و"):
        return None
    if people.first != hit.last and not _is_object_behind(scene, hit, people):
        return None
    if people.first == hit.last and words[hit.last].gap.strip():
        return None
    return None if words[people.last - 1].form.endswith(_NOMINATIVE) else people


def _is_object_behind(scene: Scene, hit: Hit, people: People) -> bool:
    """Counted by a number or in the accusative, with nothing but when, where and how before it."""
    if not _only_circumstances(scene, hit.last, people.first):
        return False
    if not people.actors:
        return scene.first_number(people.first, people.last) is not None
    if not is_free(scene, people.actors[0]):
        return False
    numbered = bool(scene.numbers(people.first, people.first + 1))
    return numbered or scene.text.words[people.first].form.endswith("ا")


def doer_before(scene: Scene, hit: Hit) -> Actor | None:
    """Who did what a verb tells of those after it: the last before it that can act."""
    start = scene.text.sentence_of(hit.first).first
    acting = [
        a
        for a in scene.actors(start, hit.first)
        if can_act(a) and not (_is_one_man(a) and "mp" in hit.features)
    ]
    before = [a for a in acting if preposition_before(scene, a.first) is None]
    return before[-1] if before else None


def _is_one_man(actor: Actor) -> bool:
    """A single man, who is not "they"."""
    return actor.head != "body" and actor.low == actor.high == 1


def people_of_act(scene: Scene, hit: Hit) -> People | None:
    """Whom "the killing of", "the wounding of" counts: those after it, or those whom its pronoun means."""
    if not hit.enclitic:
        if struck := doer_of_noun(scene, hit):
            return struck[1]
        return people_after(scene, hit.last) or a_named_one(scene, hit)
    if _is_recalled(scene, hit):
        return None
    if hit.enclitic in ONE_OR_TWO and not _completes(scene, hit):
        low = high = ONE_OR_TWO[hit.enclitic]
        return joined(scene, People(low, high, (), hit.span, hit.first, hit.last), hit.last)
    if _completes(scene, hit):
        return None
    return people_before(scene, hit, _PHRASE) or _those_before_result(scene, hit)


def _those_before_result(scene: Scene, hit: Hit) -> People | None:
    """ "… at three youths in A, which led to their being hurt": the last counted before what it led to."""
    clause = scene.clause_of(hit.first)
    if clause is None or clause.link != "result":
        return None
    first = max(scene.text.sentence_of(hit.first).first, clause.first - _TOPIC)
    found = [a for a in scene.actors(first, clause.first) if a.counted and counts(a) and a.low != 1]
    found = [
        a for a in found if not a.rule.startswith("actor/subset") and a.head not in ("object", "place_of")
    ]
    return replace(of_actor(scene, found[-1]), last=hit.last) if found else None


def _is_recalled(scene: Scene, hit: Hit) -> bool:
    """ "After his death"; and a wounding is told by a pronoun only as what an act led to."""
    led_to = scene.hits_in("result", max(0, hit.first - _REFERS), hit.first)
    if hit.value["slot"] == "injured" and not led_to and not _goes_with_act(scene, hit):
        return True
    cause = scene.hits.covering(hit.first - 1, "cause") if hit.first else None
    return bool(cause and cause.value == "weak")


def _goes_with_act(scene: Scene, hit: Hit) -> bool:
    """ "Shooting at A and wounding him": joined to an act before it; "and his wound is grave" has more behind it."""
    start = max(scene.text.sentence_of(hit.first).first, hit.first - _PHRASE)
    acts = (act for act in scene.hits_in("event", start, hit.first) if not act.features & {"past", "present"})
    return hit.proclitics == "و" and is_complete(scene, hit) and any(acts)


def _completes(scene: Scene, hit: Hit) -> bool:
    """ "Met their death": the verb before it has counted them."""
    clause = scene.clause_of(hit.first)
    verbs = scene.hits_in("toll", max(clause.first if clause else 0, hit.first - _PHRASE), hit.first)
    return any(
        other.features & {"past", "present"} and other.value["slot"] == hit.value["slot"] for other in verbs
    )


def a_named_one(scene: Scene, hit: Hit) -> People | None:
    """One person told only by a name that no lexicon knows, right after the word that kills or hurts."""
    if hit.last >= scene.text.sentence_of(hit.first).last or hit.features & _SEVERAL:
        return None
    word = scene.text.words[hit.last]
    if word.number or word.gap.strip() or len(word.form) < _SHORTEST_NAME:
        return None
    if word.form.endswith(_NO_NAME_ENDS) or word.form.startswith(_CLITICS):
        return None
    readings = scene.hits.starting(hit.last)
    if any(other.category not in _IN_NAMES for other in readings) and not _is_office(readings):
        return None
    count = 2 if _is_pair(scene, hit.last) else 1
    return People(count, count, (), scene.text.span(hit.last, hit.last + 1), hit.first, hit.last + 1)


def _is_office(readings: Sequence[Hit]) -> bool:
    """ "The head (رئيس) of the council was hurt": one person told by the office or the calling."""
    heads = [other for other in readings if other.category == "speaker"]
    known = all(other.category in _OF_OFFICES for other in readings)
    return known and any(head.id in _OF_ONE and "pl" not in head.features for head in heads)


def _is_pair(scene: Scene, word: int) -> bool:
    """An unknown noun in the dual: no further name follows it, but a preposition."""
    if not scene.text.words[word].form.endswith("ان"):
        return False
    return word + 1 < len(scene.text.words) and scene.hits.at(word + 1, "particle") is not None


def is_thing_hit(scene: Scene, hit: Hit, object: Actor | None) -> bool:
    """ "Two raids hit (أصابت غارتان) a car that carried civilians", "two (اثنتان) hit the dam": nobody is said hurt."""
    if object and object.head == "object":
        return True
    number = scene.first_number(hit.last, hit.last + 1)
    if number and scene.text.words[number.first].form.endswith("ان"):
        return True
    end = min(hit.last + _TO_THING, scene.text.sentence_of(hit.first).last)
    things = (
        at for at in range(hit.last, end) if scene.hits.at(at, "place-noun") or scene.hits.at(at, "thing")
    )
    people = next((actor.first for actor in scene.actors(hit.last, end) if counts(actor)), end)
    return next(things, end) < people

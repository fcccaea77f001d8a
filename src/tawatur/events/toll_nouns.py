"""Toll words that are themselves the counted noun: "four dead", "two wounded", "the bodies of three men"."""

from msgspec.structs import replace

from ..lexicon import Hit
from ..mentions.actor_others import OTHERS
from ..mentions.numbers import is_count
from ..model.mentions import Actor, Number
from ..model.spans import hull
from .grammar import is_joined
from .people import People, at_least, counts, joined, of_actor, of_number
from .scene import Scene
from .toll_people import LONGEST_NUMBER, number_right_before, people_before

_REFERS = 4
_PHRASE = 8
_PART_REACH = 12
_RISE = 20
_TWO = 2
_PASSED = "passed"
_COUNTED = ("reached", _PASSED)
_ARTICLE = "ال"
_WHO = ("الذين", "اللذين")
_SIDES = ("body", "members", "class")
_SELF_SLOTS = {"dual": (2, 2), "pl": (2, None)}


def people_of_noun(scene: Scene, hit: Hit) -> People | None:
    """A toll word that is itself the counted noun: "four dead", "two wounded", "the bodies of three men"."""
    if _is_subset(scene, hit):
        return None
    found = (
        risen_to(scene, hit) or numbered(scene, hit) or _befallen(scene, hit) or _numbered_after(scene, hit)
    )
    found = found or _annexed(scene, hit)
    found = found or _qualified(scene, hit) or _shares_number(scene, hit)
    if found:
        return _of_side(scene, hit, found)
    if _refers(scene, hit) or _is_vague(scene, hit):
        return None
    return _of_side(scene, hit, counted_by_form(scene, hit))


def counted_by_form(scene: Scene, hit: Hit) -> People:
    """ "A body", "two bodies", "bodies": as many as the form of the noun says."""
    low, high = next((_SELF_SLOTS[f] for f in _number_of(scene, hit)), (1, 1))
    return at_least(scene, People(low, high, (), hit.span, hit.first, hit.last))


def _is_vague(scene: Scene, hit: Hit) -> bool:
    """ "Victims" are dead or hurt; "victims and wounded" are dead."""
    if not hit.value.get("vague") or "pl" not in hit.features:
        return False
    beside = (h for h in scene.hits_in("toll", hit.last, hit.last + 1) if h.proclitics == "و")
    return not any(h.value["slot"] == "injured" and h.value["people"] == "self" for h in beside)


def _of_side(scene: Scene, hit: Hit, people: People) -> People:
    """ "Two dead of the army", "dead in the ranks of the militia": those counted are of the body named behind."""
    if people.actors or people.last != hit.last:
        return people
    at = _past_joined(scene, hit.last)
    tie = scene.hits.at(at, "tie")
    actor = scene.first_actor(tie.last, tie.last + 1) if tie else _kind_behind(scene, at)
    if actor is None or actor.head not in _SIDES or scene.hits.at(actor.first, "event"):
        return people
    return replace(people, actors=(actor,))


def _past_joined(scene: Scene, at: int) -> int:
    """Past "and wounded" behind "dead"."""
    beside = next((h for h in scene.hits_in("toll", at, at + 1) if h.proclitics.startswith("و")), None)
    return beside.last if beside and beside.value["people"] == "self" else at


def _kind_behind(scene: Scene, at: int) -> Actor | None:
    """ "The dead and wounded civilians": what kind of people they are, right behind."""
    actor = scene.first_actor(at, at + 1)
    if actor is None or actor.counted or actor.first != at or scene.text.words[at].gap.strip():
        return None
    return actor if actor.head == "class" and not is_joined(scene, at) else None


def risen_to(scene: Scene, hit: Hit) -> People | None:
    """ "The number of dead of the attack on A rose to 12": the number stands behind "to", a word away or ten."""
    sentence = scene.text.sentence_of(hit.first)
    clause = scene.clause_of(hit.first)
    if (told := _risen_before(scene, hit)) and not scene.hits.covering(hit.first - 1, "recount"):
        return told
    risen = _is_recounted(scene, hit)
    ends = sentence.last, clause.last if clause and risen else sentence.last, hit.last + _RISE
    verbs = (h for h in scene.hits_in("recount", hit.last, min(ends)) if h.value == "rose")
    start = hit.last if risen else next((verb.last for verb in verbs), None)
    if start is None:
        return None
    return _number_reached(scene, hit, start, min(ends) if risen else min(sentence.last, start + 3))


def _risen_before(scene: Scene, hit: Hit) -> People | None:
    """ "To 42 (seven children and …) rose the number of dead": the number stands before "the number of"."""
    if not hit.definite or not any(
        h.last == hit.first for h in scene.hits_in("sum", hit.first - 1, hit.first)
    ):
        return None
    start = max(scene.text.sentence_of(hit.first).first, hit.first - _RISE)
    verbs = (h for h in scene.hits_in("recount", start, hit.first) if h.value == "rose")
    verb = next(verbs, None)
    people = _number_reached(scene, hit, verb.last, min(hit.first, verb.last + 3)) if verb else None
    return replace(people, last=hit.last) if people else None


def _is_recounted(scene: Scene, hit: Hit) -> bool:
    """ "The number of dead rose", "… rose to 8 and the wounded to 20"."""
    after = scene.hits.at(hit.last, "particle")
    joined = hit.proclitics.startswith("و") or (
        _is_total(scene, hit) and scene.text.words[hit.first - 1].form.startswith("و")
    )
    goes_on = joined and after is not None and after.value == "to"
    reach = _RISE if goes_on else 3
    before = scene.hits_in(
        "recount", max(scene.text.sentence_of(hit.first).first, hit.first - reach), hit.first + 1
    )
    return any(h.value == "later" for h in before)


def _counts_others(scene: Scene, hit: Hit, number: Number) -> bool:
    """ "The toll of victims reached 20 wounded": the noun of the number says that it is of another slot."""
    nouns = (other for other in scene.hits_in("toll", number.last, number.last + 1) if not other.proclitics)
    return any(n.value["people"] == "self" and n.value["slot"] != hit.value["slot"] for n in nouns)


def _number_reached(scene: Scene, hit: Hit, first: int, last: int) -> People | None:
    """The first count behind "to", or right after the verb: "rose to 12", "reached 12"."""
    told = [n for n in scene.numbers(first, last) if is_count(n)]
    behind = (n for n in told if n.first == first or _is_behind_to(scene, n.first))
    verb = _verb_of_count(scene, hit)
    free = (n for n in told if verb and _stands_free(scene, n))
    number = next(behind, None) or next(free, None)
    if number is None or _counts_others(scene, hit, number):
        return None
    people = of_number(number, scene.first_actor(number.first, number.last))
    return _more_than(people) if verb == _PASSED else people


def _is_behind_to(scene: Scene, word: int) -> bool:
    before = scene.hits.at(word - 1, "particle")
    return bool(before and before.value == "to")


def _stands_free(scene: Scene, number: Number) -> bool:
    """ "The dead of the attack on A passed 20 (soldiers)": the object of the verb, which nothing governs."""
    if scene.hits.at(number.first - 1, "particle") or scene.dates(number.first, number.last):
        return False
    return not scene.places(number.first - 1, number.last)


def _verb_of_count(scene: Scene, hit: Hit) -> str | None:
    """ "The dead of A reached 12", "the number of dead passed (تجاوز) 20": the number is the verb's object."""
    start = max(scene.text.sentence_of(hit.first).first, hit.first - 3)
    found = (verb.id for verb in scene.hits_in("recount", start, hit.first + 1))
    return next((name for name in found if name in _COUNTED), None)


def _more_than(people: People) -> People:
    return people if people.low is None else replace(people, low=people.low + 1, high=None)


def people_risen_to(scene: Scene, hit: Hit) -> People | None:
    """ "The toll rose to 12": of the dead, unless a word beside the number says of whom."""
    people = risen_to(scene, hit)
    if people is None:
        return None
    beside = (
        h.category in ("toll", "event", "weapon", "time-unit") for h in scene.hits.starting(people.last)
    )
    return None if any(beside) or scene.hits_in("toll", hit.last, people.first) else people


def _is_subset(scene: Scene, hit: Hit) -> bool:
    """A part of those counted before: "among them nine in A and one dead in B"."""
    openers = scene.hits_in(
        "subset", max(scene.text.sentence_of(hit.first).first, hit.first - _PART_REACH), hit.first
    )
    if not openers or "," in scene.text.words[hit.first].gap or _is_inflicted(scene, openers[-1]):
        return False
    between = scene.text.words[openers[-1].last : hit.first]
    return not any("," in word.gap for word in between[1:]) and not _are_hurt_beside(scene, openers[-1], hit)


def _are_hurt_beside(scene: Scene, opener: Hit, hit: Hit) -> bool:
    """ "15 died, among them children, and more than 20 wounded": no part of the dead, but counted with "and"."""
    start = scene.text.sentence_of(hit.first).first
    told = scene.hits_in("toll", max(start, opener.first - _RISE), opener.first)
    if hit.value["slot"] != "injured" or not told or any(t.value["slot"] != "killed" for t in told):
        return False
    number = next((n for n in scene.numbers(opener.last, hit.first) if n.last == hit.first), None)
    return number is not None and number.first > opener.last and is_joined(scene, number.first)


def _is_inflicted(scene: Scene, opener: Hit) -> bool:
    """ "(It) caused among them (أوقع بينهم) 17 dead": on whom it fell, and no part of those counted."""
    return opener.first > 0 and scene.hits.covering(opener.first - 1, "result") is not None


def numbered(scene: Scene, hit: Hit) -> People | None:
    """Its number stands right before it, or the mention that it opens is counted."""
    for number in reversed(scene.numbers(max(0, hit.first - LONGEST_NUMBER), hit.first)):
        if number.last == hit.first and not number.ordinal and not hit.proclitics.startswith("و"):
            return People(number.low, number.high, (), hull(number.span, hit.span), number.first, hit.last)
    actor = next((a for a in scene.actors(hit.first, hit.last) if a.counted), None)
    return of_actor(scene, actor) if actor else None


def _number_of(scene: Scene, hit: Hit) -> list[str]:
    """Dual or plural; "مصابين" without a number, which may be either, is a plural."""
    readings = [h for h in scene.hits.starting(hit.first) if h.rule == hit.rule and h.last == hit.last]
    several = any("pl" in other.features for other in readings)
    number = scene.first_number(hit.last, hit.last + 1)
    if "dual" in hit.features and not (several and (number is None or number.low != _TWO)):
        return ["dual"]
    return ["pl"] if several and hit.features & {"pl", "dual"} else []


def _numbered_after(scene: Scene, hit: Hit) -> People | None:
    """ "The three dead", "الضحايا الـ32": a definite number right after the definite noun."""
    number = scene.first_number(hit.last, hit.last + 2)
    if not hit.definite or number is None or number.ordinal or not is_count(number):
        return None
    apart = scene.text.words[hit.last : number.first]
    definite = all(word.form == _ARTICLE for word in apart) if apart else _is_definite(scene, number.first)
    definite = definite or (not apart and _is_total(scene, hit))
    return of_number(number) if definite else None


def _befallen(scene: Scene, hit: Hit) -> People | None:
    """ "It caused injuries to 27 others (إصابات بسبعة وعشرين آخرين)": those to whom they were done."""
    number = scene.first_number(hit.last, hit.last + 1)
    if number is None or hit.value["slot"] != "injured" or hit.definite or not is_count(number):
        return None
    befell = scene.text.words[number.first].form.startswith("ب") and not scene.text.words[number.first].number
    return of_number(number, scene.first_actor(number.first, number.last + 1)) if befell else None


def _is_total(scene: Scene, hit: Hit) -> bool:
    """ "The number of the dead is (عدد القتلى) 17"."""
    return any(total.last == hit.first for total in scene.hits_in("sum", hit.first - 1, hit.first))


def _is_definite(scene: Scene, word: int) -> bool:
    return scene.text.words[word].form.startswith(_ARTICLE)


def _shares_number(scene: Scene, hit: Hit) -> People | None:
    """ "Dozens of dead and wounded": the second noun has the first one's open number."""
    if not scene.text.words[hit.first].form.startswith("و"):
        return None
    before = next(
        (h for h in scene.hits_in("toll", hit.first - 1, hit.first) if h.value["people"] == "self"), None
    )
    people = numbered(scene, before) if before else None
    return people if people and people.high is None else None


def _annexed(scene: Scene, hit: Hit) -> People | None:
    """People right after it, whose bodies they are: "the bodies of three men"."""
    actor = scene.first_actor(hit.last, hit.last + 1)
    if actor is None or not counts(actor) or scene.text.words[hit.last].form.startswith("و"):
        return None
    if actor.rule == OTHERS:
        return None
    if (hit.definite or hit.enclitic or "construct" in hit.features) and actor.head != "person":
        return None
    people = joined(scene, of_actor(scene, actor), scene.text.sentence_of(hit.first).last)
    return people if "sg" not in hit.features or people.low == 1 else None


def _qualified(scene: Scene, hit: Hit) -> People | None:
    """What only says how the people before it are: "two shepherds, killed", "five suffered wounds"."""
    if hit.proclitics == "ل" and "pl" in hit.features:
        return people_before(scene, hit)
    if hit.first and not hit.definite and not scene.text.words[hit.first].form.startswith("و"):
        actor = next(
            (a for a in scene.actors(max(0, hit.first - _PHRASE), hit.first) if a.last == hit.first), None
        )
        return of_actor(scene, actor) if actor and counts(actor) else None
    return None


def _refers(scene: Scene, hit: Hit) -> bool:
    """Known dead, told without a number: "the martyr", "the dead were buried"."""
    if scene.hits_in("refers", max(0, hit.first - _REFERS), hit.first):
        return True
    if any(
        other.definite and other.value["people"] == "self"
        for other in scene.hits_in("toll", hit.last, hit.last + 1)
    ):
        return True
    return hit.definite or bool(hit.enclitic)


def counted_cases(scene: Scene, hit: Hit) -> People | None:
    """ "25 injuries": the singular of a verbal noun behind a number counts the cases."""
    if "sg" not in hit.features or hit.proclitics or hit.enclitic or hit.definite:
        return None
    return number_right_before(scene, hit)


def is_number_of(scene: Scene, hit: Hit) -> bool:
    """ "The number of those who fell (عدد من قضوا)": the verb tells whom a number counts."""
    who = hit.first - 1
    if who < 1 or not (scene.hits.covering(who, "particle") or scene.text.words[who].form in _WHO):
        return False
    return any(total.last == who for total in scene.hits_in("sum", who - 1, who))


def number_told(scene: Scene, hit: Hit) -> People | None:
    """ "… reached, in the camp alone, 17": the first count behind the verb."""
    end = min(scene.text.sentence_of(hit.first).last, hit.last + _PHRASE)
    number = next((n for n in scene.numbers(hit.last, end) if is_count(n)), None)
    if number is None or scene.dates(number.first, number.last):
        return None
    return of_number(number, scene.first_actor(number.first, number.last + 1))

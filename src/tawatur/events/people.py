"""The people that stand beside a word, and how many they are."""

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from ..lexicon import Hit
from ..mentions.numbers import bound_after, is_count
from ..model.mentions import Actor, Number
from ..model.spans import Span, hull
from .people_asides import after_age, after_bound, after_name, after_part, after_quoted
from .people_names import ends_names, is_name, joins_name, parts_names
from .people_numbers import counts_things, number_of_genitive
from .scene import Scene

_LOOK_AHEAD = 6
"""Words between a toll word and its people: an adverb of time, a place, "at least"."""
_NEAR_DATE, _SHORT_DATE = 2, 2
"""Words from a toll to the date behind it, and of "this evening", beyond which a date takes nobody's room."""


_APART = 3
_AFFILIATION = 14
"""Words that say whose those counted are, before the next count."""
_ACTS = ("toll", "event", "result", "subset")
_TELLING = ("toll", "event", "result", "cause", "subset")
_FURTHER = 7
"""Words between those counted and where that was."""
_WITH_SINGULAR = 11
"""Numbers from here on have their noun in the singular."""
_ACCUSATIVE = ("ا", "ه")
_NAMES = 30
"""Words over which those named behind "each of" may go on."""


class People(Struct, frozen=True, gc=False):
    """How many people some words count, and the mentions of them."""

    low: int | None
    high: int | None
    actors: tuple[Actor, ...]
    span: Span
    first: int
    last: int


def people_after(scene: Scene, at: int, reach: int = _LOOK_AHEAD) -> People | None:
    """The first counted people after a word, with those joined to them by "and"."""
    if each := _each_named(scene, at):
        return each
    limit = _limit(scene, at, reach)
    found = (a for a in scene.actors(at, limit) if counts(a) or is_one(scene, a, at))
    actor = next((a for a in found if not _did_it(scene, at, a) and not _opens_clause(scene, at, a)), None)
    if named := _several_named(scene, at):
        return named
    told = (n for n in scene.numbers(at, limit) if _counts_people(scene, n, at))
    number = next((n for n in told if not _is_of_doer(scene, at, n)), None)
    if number and (not actor or number.first < actor.first < number.last or number.last <= actor.first):
        following = actor if actor and actor.first - number.last <= 2 else None
        if following and _is_counted_beside(scene, number, following):
            return joined(scene, replace(of_number(number), last=following.first), limit)
        return joined(scene, of_number(number, following or _numbered(scene, number, at)), limit)
    return joined(scene, of_actor(scene, actor), limit) if actor else None


def _several_named(scene: Scene, at: int) -> People | None:
    """ "The young men (الشبان) A B, and C were killed": people of several, not counted but named, right behind."""
    actor = scene.first_actor(at, at + 1)
    if actor is None or actor.first != at or actor.head != "class" or actor.counted or not actor.definite:
        return None
    several = any("pl" in hit.features for hit in scene.hits.starting(at) if hit.category == "person")
    return names_behind(scene, actor) if several else None


def _is_counted_beside(scene: Scene, number: Number, actor: Actor) -> bool:
    """ "Seven [of an unknown kind] and two civilians": people behind a number's noun who have a number of their own."""
    if actor.first <= number.last or not actor.counted or not starts_with_and(scene, actor.first):
        return False
    return bool(scene.numbers(actor.first, actor.last))


def _is_of_doer(scene: Scene, at: int, number: Number) -> bool:
    """ "The kidnapping by three gunmen": the number of those who did it counts nobody taken."""
    doer = scene.first_actor(number.first, number.last)
    return doer is not None and doer.first == number.first and _did_it(scene, at, doer)


def _opens_clause(scene: Scene, at: int, actor: Actor) -> bool:
    """ "Killed A, and [a student or: demanded] …": one bare word behind a comma and "and"."""
    word = scene.text.words[actor.first]
    return actor.first > at and actor.low in (None, 1) and "," in word.gap and word.form.startswith("و")


def _did_it(scene: Scene, at: int, actor: Actor) -> bool:
    """ "In an attack that gunmen carried out", "at the hands of three gunmen"."""
    if actor.first <= at:
        return False
    by = scene.hits.covering(actor.first - 1, "role")
    if by is not None and by.value == "by" and not {"past", "present"} & by.features and by.first >= at:
        return True
    if actor.counted:
        return False
    verbs = (scene.hits.covering(actor.first - 1, name) for name in ("role", "event"))
    return any(hit and hit.enclitic and "past" in hit.features for hit in verbs)


def _each_named(scene: Scene, at: int) -> People | None:
    """ "Each of A, his son B and C were killed": those named behind "each of", joined by "and"."""
    each = scene.hits.at(at, "each-of")
    return all_named(scene, each) if each else None


def all_named(scene: Scene, each: Hit) -> People:
    """Those named behind "each of", joined by "and"."""
    at = each.first
    first, end = each.last, min(scene.text.sentence_of(at).last, each.last + _NAMES)
    last = next((i for i in range(first, end) if ends_names(scene, i)), end)
    count = 1 + sum(joins_name(scene, i) for i in range(first + 1, last))
    actors = tuple(a for a in scene.actors(first, last) if a.head in ("person", "members", "class"))
    return People(count, count, actors, scene.text.span(first, max(last, first + 1)), first, last)


def names_behind(scene: Scene, actor: Actor) -> People | None:
    """ "The young men A, B and C": people not counted, whose names right behind them "and" joins."""
    first, end = actor.last, scene.text.sentence_of(actor.first).last
    last = next((i for i in range(first, min(end, first + _NAMES)) if parts_names(scene, i)), end)
    count = 1 + sum(joins_name(scene, i) for i in range(first + 1, last))
    if count == 1 or first == last:
        return None
    return People(count, count, (actor,), scene.text.span(actor.first, last), actor.first, last)


def _numbered(scene: Scene, number: Number, at: int) -> Actor | None:
    """ "The attackers, four": people right before their number."""
    before = scene.actors(at, number.first + 1)
    people = before[-1] if before and before[-1].head in ("members", "class") else None
    return people if people and number.first <= people.last <= number.last else None


def of_actor(scene: Scene, actor: Actor) -> People:
    """The people that a mention means; a number may follow it: "two civilians", "the soldiers, three"."""
    low, high = (1, 1) if actor.low is None and actor.high is None else (actor.low, actor.high)
    number = scene.first_number(actor.last - 1, actor.last + 1) or number_of_genitive(scene, actor)
    if number and not actor.counted and is_count(number) and not starts_with_and(scene, number.first):
        whole = hull(actor.whole, number.span)
        return People(number.low, number.high, (actor,), whole, actor.first, max(number.last, actor.last))
    return People(low, high, (actor,), actor.whole, actor.first, actor.last)


def counts(actor: Actor) -> bool:
    """Whether a mention says how many people it means."""
    return actor.low is not None or actor.high is not None or actor.head == "person"


def is_one(scene: Scene, actor: Actor, at: int) -> bool:
    """One known person right after a word, or after the day behind it: "killed [on Friday] the officer"."""
    if actor.head not in ("members", "class"):
        return False
    if actor.first != at and all(date.last != actor.first for date in scene.dates(at, at + 1)):
        return False
    readings = [hit for hit in scene.hits.starting(actor.first) if hit.category == "person"]
    return bool(readings) and all("sg" in hit.features for hit in readings)


def joined(scene: Scene, people: People, limit: int) -> People:
    """People with those joined to them by "and": "an officer and three soldiers"."""
    people = at_least(scene, people)
    for more in _following(scene, people):
        if _share_a_number(scene, people, more):
            people = replace(together(people, more), low=people.low, high=people.high)
        else:
            people = more if _is_a_calling(people, more) else together(people, more)
    return people


def _share_a_number(scene: Scene, people: People, more: People) -> bool:
    """ "172 women and children" (in the singular, as numbers from eleven on have their nouns): one number for both."""
    if len(people.actors) != 1 or len(more.actors) != 1 or (people.low or 0) < _WITH_SINGULAR:
        return False
    one, other = people.actors[0], more.actors[0]
    if not one.kind == other.kind == "civilians" or scene.numbers(other.first, other.last):
        return False
    return other.low == 1 and scene.text.words[other.last - 1].form.endswith(_ACCUSATIVE)


def _is_a_calling(people: People, more: People) -> bool:
    """ "The journalist and activist A B": the bare first word says what the one named behind it is."""
    if len(people.actors) != 1 or len(more.actors) != 1 or people.low != 1:
        return False
    bare, named = people.actors[0], more.actors[0]
    return bare.head == "class" and bare.definite and not bare.counted and named.head == "person"


def at_least(scene: Scene, people: People) -> People:
    """ "Two policemen at least": a bound behind people whom no number counts."""
    return replace(people, high=None) if bound_after(scene.hits, people.last) == "at-least" else people


def together(people: People, more: People) -> People:
    """People and those counted behind them as one count."""
    return People(
        _sum(people.low, more.low),
        _sum(people.high, more.high),
        (*people.actors, *more.actors),
        hull(people.span, more.span),
        people.first,
        more.last,
    )


def _following(scene: Scene, people: People) -> Iterator[People]:
    last = _past_asides(scene, people)
    while following := _next(scene, last) or _beyond_affiliation(scene, last):
        yield following
        last = _past_asides(scene, following)


def _past_asides(scene: Scene, people: People) -> int:
    """Past what stands between those counted and the next: a part of them, "at least", the age of one."""
    last = after_part(scene, after_bound(scene, people.last))
    if people.low != 1 or people.high != 1:
        return last
    return after_name(scene, after_age(scene, after_quoted(scene, last)))


def _is_one_more_named(scene: Scene, last: int, actor: Actor) -> bool:
    """ "The youth A B, [and] the child C D": one more person, with a name behind, joined by "and"."""
    if actor.first != last or not starts_with_and(scene, last) or not actor.definite or actor.counted:
        return False
    if any(before.head != "person" and before.last == last for before in scene.actors(last - 1, last)):
        return False
    return is_one(scene, actor, last) and actor.last < len(scene.text.words) and is_name(scene, actor.last)


def _next(scene: Scene, last: int) -> People | None:
    """Those right behind, joined by "and"."""
    actor = scene.first_actor(last, last + _APART)
    if actor and (is_coordinated(scene, last, actor) or _is_next_named(scene, last, actor)):
        return of_actor(scene, actor)
    if actor and _is_one_more_named(scene, last, actor):
        return of_actor(scene, actor)
    return _theirs_beyond(scene, last) or _each_beyond(scene, last)


def _each_beyond(scene: Scene, last: int) -> People | None:
    """ "The deputy A, and each of (وكلا من): B from C, and D": those named behind one told before."""
    end = min(scene.text.sentence_of(max(last - 1, 0)).last, last + _AFFILIATION)
    each = next((hit for hit in scene.hits_in("each-of", last, end) if hit.proclitics == "و"), None)
    if each is None or any(scene.hits_in(kind, last, each.first) for kind in _ACTS):
        return None
    return all_named(scene, each)


def _beyond_affiliation(scene: Scene, last: int) -> People | None:
    """ "Eight of militia A, loyal to B, and ten others of C": the next count, behind a comma and "and"."""
    end = min(scene.text.sentence_of(last - 1).last, last + _AFFILIATION)
    for number in scene.numbers(last, end):
        if any(scene.hits_in(kind, last, number.first) for kind in _TELLING):
            return None
        word = scene.text.words[number.first - (scene.text.words[number.first - 1].form == "و")]
        if not word.form.startswith("و") or not _counts_more(scene, number):
            continue
        more = of_number(number, scene.first_actor(number.first, number.last + 1))
        others = _are_others(scene, more.last) or (bool(more.actors) and number.first - last <= _APART)
        parted = "," in word.gap or (others and not scene.places(last, number.first))
        if parted:
            return None if are_elsewhere(scene, last, number.first, number.last) else more
    return None


def are_elsewhere(scene: Scene, last: int, first: int, behind: int) -> bool:
    """ "Four in A, and eight in B": those told before have their place, and the next have theirs."""
    after = scene.places(behind, behind + _FURTHER)
    if not after or not scene.places(last, first):
        return False
    return scene.text.sentence_of(last) == scene.text.sentence_of(after[0].first)


def _are_others(scene: Scene, word: int) -> bool:
    """ "Others", which says that those before it are counted with others."""
    other = scene.hits.at(word, "others")
    return other is not None and not other.value.get("fallen")


def _counts_more(scene: Scene, number: Number) -> bool:
    """A count of people with their noun, of "others", or of the members of a body."""
    if number.ordinal or not is_count(number):
        return False
    actor = scene.first_actor(number.first, number.last + 1)
    if actor:
        return actor.counted and actor.head not in ("object", "place_of")
    return scene.hits.at(number.last, "others") is not None


def _is_next_named(scene: Scene, last: int, actor: Actor) -> bool:
    """The next of a list of names, behind the rest of a long name: "Sergeant A B C, and Sergeant D"."""
    told = scene.hits.at(last - 1, "also") is not None
    return actor.head == "person" and actor.first >= last and (told or starts_with_and(scene, actor.first))


def _theirs_beyond(scene: Scene, last: int) -> People | None:
    """ "An officer of A and his driver", "the youth A B and two of his brothers": whose they are stands before."""
    end = min(scene.text.sentence_of(max(last - 1, 0)).last, last + _AFFILIATION)
    for actor in scene.actors(last, end):
        if any("," in scene.text.words[at].gap for at in range(last, actor.first + 1)):
            return None
        if any(scene.hits_in(kind, last, actor.first) for kind in _ACTS):
            return None
        if _are_theirs(scene, actor) or _is_yet_another(scene, last, actor):
            return of_actor(scene, actor)
    return None


def _are_theirs(scene: Scene, actor: Actor) -> bool:
    """ "And his driver", "and two of his guards"."""
    if not starts_with_and(scene, actor.first) or not counts(actor) or actor.head not in ("members", "class"):
        return False
    nouns = scene.hits_in("person", actor.first, actor.last)
    if bool(scene.numbers(actor.first, actor.first + 1)):
        return any(noun.enclitic for noun in nouns)
    return any(noun.enclitic and "sg" in noun.features and noun.proclitics.startswith("و") for noun in nouns)


def _is_yet_another(scene: Scene, last: int, actor: Actor) -> bool:
    """ "The guard of A, whose name is B, and another (آخر) person", with no place of their own."""
    if not starts_with_and(scene, actor.first) or not counts(actor) or scene.numbers(last, actor.first):
        return False
    others = _are_others(scene, actor.last) or (
        actor.last - actor.first > 1 and _are_others(scene, actor.last - 1)
    )
    return others and not are_elsewhere(scene, last, actor.first, actor.last)


def is_coordinated(scene: Scene, at: int, actor: Actor) -> bool:
    """Joined by "and", written onto the word or, before digits, as a word of its own."""
    if actor.rule.startswith("actor/subset") or not counts(actor) or actor.head in ("object", "place_of"):
        return False
    word = scene.text.words[at]
    alone = word.form == "و" and actor.first == at + 1
    return (alone or actor.first == at) and word.form.startswith("و") and word.gap.strip(' )"\n') in ("", ",")


def _limit(scene: Scene, at: int, reach: int) -> int:
    """Where looking for people stops: another toll, a cause, or too many words besides those of a long date."""
    sentence = scene.text.sentence_of(max(at - 1, 0))
    when = (date.last - date.first for date in scene.dates(at, at + _NEAR_DATE))
    limit = min(sentence.last, at + reach + max(0, max(when, default=0) - _SHORT_DATE))
    return next((i for i in range(at, limit) if _stops(scene, i)), limit)


def _stops(scene: Scene, word: int) -> bool:
    for hit in scene.hits.starting(word):
        if hit.category == "toll" and hit.value.get("people") != "self":
            return True
        if (
            hit.category == "event"
            and hit.value.get("toll")
            and ("past" in hit.features or hit.proclitics == "و")
        ):
            return True
        if hit.category == "result" or (hit.category == "cause" and hit.value == "strong"):
            return True
    return False


def _counts_people(scene: Scene, number: Number, at: int) -> bool:
    """A count that is no part of a date; "a third" behind "was hurt" is one more, not "the first" that killed four."""
    if number.ordinal:
        counted = scene.first_number(number.last, number.last + 1)
        return number.first == at and not (counted is not None and is_count(counted))
    if not is_count(number) or _counts_fallen(scene, number) or counts_things(scene, number):
        return False
    return not any(d.first <= number.first < d.last for d in scene.dates(number.first - 4, number.last + 1))


def _counts_fallen(scene: Scene, number: Number) -> bool:
    """ "… and 11 wounded": a number joined by "and" whose noun is itself a word of death or injury."""
    nouns = scene.hits_in("toll", number.last, number.last + 1)
    joins = scene.text.words[number.first - 1].form == "و" or starts_with_and(scene, number.first)
    return joins and any(hit.value.get("people") == "self" for hit in nouns)


def of_number(number: Number, actor: Actor | None = None) -> People:
    """The people whom a number counts, with the mention of them if there is one."""
    low, high = (1, 1) if number.ordinal else (number.low, number.high)
    actors = (actor,) if actor else ()
    span = hull(number.span, actor.span) if actor else number.span
    return People(low, high, actors, span, number.first, actor.last if actor else number.last)


def starts_with_and(scene: Scene, word: int) -> bool:
    """Whether "and" is written onto a word, or the word begins so."""
    return scene.text.words[word].form.startswith("و")


def _sum(a: int | None, b: int | None) -> int | None:
    return None if a is None or b is None else a + b

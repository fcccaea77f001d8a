"""Find who acts and who is hit: bodies, their people and things, persons, and classes of people."""

from collections.abc import Iterable, Iterator
from datetime import date

from msgspec.structs import replace

from ..lexicon import Hit, Hits, Knowledge
from ..model.mentions import Actor, Number, Place
from ..model.spans import Span
from ..text import Text
from .actor_bodies import Body, body_at, craft_owner, owner_at, plain_actor
from .actor_counts import Count, count_of, number_after, past_bound
from .actor_epithets import counted_epithet, epithet_at, one_epithet
from .actor_others import others_at
from .actor_people import counted_body, opens_people, people_at
from .actor_persons import are_named, has_initials, person_at, with_shared_bodies
from .actor_scene import Scene
from .actor_setting import Setting
from .actor_states import STATE, state_at
from .actor_things import things_at
from .actor_tribes import tribe_at
from .numbers import is_count

_TEN = 10
_TWO = "ان"
_PEOPLED = ("school", "market", "hospital", "mosque", "church")
_OPENERS = (
    *("actor", "body", "anaphor", "person", "thing", "others", "one-of"),
    *("craft", "event", "epithet", "nation", "state", "title", "tribe"),
)
"""The lexicon categories with which an actor may begin."""


def find_actors(
    text: Text,
    hits: Hits,
    numbers: Iterable[Number],
    places: Iterable[Place],
    knowledge: Knowledge,
    published: date | None,
) -> tuple[Actor, ...]:
    """Every actor of a text in order; generic names mean who holds them in the text's country that day."""
    placed = tuple(places)
    setting = Setting(text, hits, placed, knowledge, published)
    counting = {number.first: number for number in numbers if is_count(number)}
    scene = Scene(text, hits, setting, counting)
    local = (place for place in placed if place.level != "country")
    taken = frozenset(word for place in local for word in range(place.first, place.last))
    after = 0
    barred = _barred(hits)
    for word, openers in sorted(_openers(hits, counting).items()):
        is_open = word >= after and not (barred and _is_barred(scene, word, barred))
        actor = _actor_at(scene, word, taken, openers) if is_open else None
        if actor:
            scene.found.append(actor)
            after = actor.last
    scene.found[:] = with_shared_bodies(scene.found)
    return tuple(_with_subsets(scene))


def _openers(hits: Hits, counting: Iterable[int]) -> dict[int, set[str]]:
    """The words at which an actor may begin, with the lexicon categories that open it there."""
    found: dict[int, set[str]] = {word: set() for word in counting}
    for name in _OPENERS:
        for hit in hits.of(name):
            found.setdefault(hit.first, set()).add(name)
    return found


def _actor_at(scene: Scene, word: int, taken: frozenset[int], openers: set[str]) -> Actor | None:
    number = scene.numbers.get(word)
    if number and word not in taken and (found := _counted(scene, number)):
        return found
    one = scene.at(word, "one-of") if "one-of" in openers else None
    if one and (found := people_at(scene, one.last, None, word) or one_epithet(scene, one)):
        return _one(found)
    found = _longest(scene, word, openers)
    lying = found and ((found.rule == STATE and not _is_shelled(scene, word)) or _bears_a_name(scene, found))
    if found and word in taken and not lying and not _is_wider_than_place(found, word, taken):
        return None
    return found


def _is_shelled(scene: Scene, word: int) -> bool:
    """ "That they shelled (أنهم قصفوا) Tel Aviv": a capital behind a verb that has its subject, and no government."""
    act = scene.at(word - 1, "event") if word else None
    if act is None or act.last != word or act.value["object"] != "against":
        return False
    that = scene.hits.covering(act.first - 1, "particle") if act.first else None
    return "mp" in act.features or (
        that is not None and that.value == "itself" and not act.features.isdisjoint({"past", "present"})
    )


def _barred(hits: Hits) -> frozenset[tuple[int, str]]:
    """Words and the entries that a phrase there rules out, as they say: "a candidate to rise" is nobody."""
    return frozenset(
        (word, rule)
        for phrase in hits.of("unless")
        for rule in phrase.value
        for word in range(phrase.first, phrase.last)
    )


def _is_barred(scene: Scene, word: int, barred: frozenset[tuple[int, str]]) -> bool:
    return any((word, hit.rule) in barred for kind in ("person", "thing") for hit in scene.all_at(word, kind))


def _bears_a_name(scene: Scene, found: Actor) -> bool:
    """The people of a named school or market, the camp of a unit: the noun is part of the place's name."""
    noun = scene.at(found.first, "place-noun")
    if noun and noun.value.get("units") and scene.at(noun.last, "place-unit"):
        return True
    return found.head == "place_of" and noun is not None and noun.id in _PEOPLED


def _is_wider_than_place(found: Actor, word: int, taken: frozenset[int]) -> bool:
    return any(w not in taken for w in range(word, found.last))


def _counted(scene: Scene, number: Number) -> Actor | None:
    """What a number counts: people, the members of a body, the same people again, or things."""
    word = past_bound(scene, number)
    tie = scene.at(word, "tie")
    after = tie.last if tie and tie.last - word == 1 else word
    return (
        people_at(scene, after, number, number.first)
        or others_at(scene, word, number, number.first)
        or counted_body(scene, word, number)
        or counted_epithet(scene, after, number)
        or _counted_nationals(scene, after, number)
        or things_at(scene, word, number, number.first)
    )


def _counted_nationals(scene: Scene, word: int, number: Number) -> Actor | None:
    """ "A number of the Iranians": definite after the count, where alone they would be an adjective."""
    hits = scene.all_at(word, "nation")
    if hits and scene.at(word, "state") and _counts_men(number):
        found = _nationals(hits[0], Count(number.low, number.high, True))
        return replace(found, first=number.first, whole=Span(number.span.start, found.span.end))
    if not hits or not hits[0].definite or not scene.form(word).endswith(("ين", "ون")):
        return None
    found = _nationals(hits[0], count_of(scene, number, hits, definite=True, annexed=True))
    return replace(found, first=number.first, whole=Span(number.span.start, found.span.end))


def _counts_men(number: Number) -> bool:
    """Above ten what is counted stands in the accusative singular, which one nationality shares with its state."""
    return (number.low or number.high or 0) > _TEN


def _one(actor: Actor) -> Actor:
    """One of several: the count is one, whatever the noun's own form."""
    return replace(actor, low=1, high=1, counted=True)


def _longest(scene: Scene, word: int, openers: set[str]) -> Actor | None:
    """The longest reading at a word; people and persons before the bodies that they belong to."""
    readings = [read(scene, word) for read, by in _READINGS if not by.isdisjoint(openers)]
    known = [found for found in readings if found]
    return max(known, key=lambda found: (found.last, found.party != "unknown"), default=None)


def _people(scene: Scene, word: int) -> Actor | None:
    return None if _are_fighters(scene, word) else people_at(scene, word, None, word)


def _are_fighters(scene: Scene, word: int) -> bool:
    """ "Taliban" where it fights or no country is known; two students (طالبان) where such are hurt or counted in."""
    name, people = scene.at(word, "actor"), scene.at(word, "person")
    if name is None or people is None or people.last > name.last or not scene.form(word).endswith(_TWO):
        return False
    if any(scene.hits.covering(word - 1, kind) for kind in ("toll", "subset")):
        return False
    rebels = scene.setting.holder_at("rebels", word)
    return rebels == name.value["party"] or not scene.setting.countries(word)


def _things(scene: Scene, word: int) -> Actor | None:
    return things_at(scene, word, None, word)


def _others(scene: Scene, word: int) -> Actor | None:
    return others_at(scene, word, None, word)


def _body(scene: Scene, word: int) -> Actor | None:
    body = body_at(scene, word)
    return _of_body(body) if body else None


def _of_body(body: Body) -> Actor:
    return plain_actor(body.span, body.first, body.last, body.rule, body.party, "body", "combatants")


def _craft(scene: Scene, word: int) -> Actor | None:
    """Aircraft, guns or an act with an adjective that says whose: "طائرات تركية", "القصف الإسرائيلي"."""
    acts = () if scene.at(word, "person") else scene.all_at(word, "event")
    hits = [*scene.all_at(word, "craft"), *acts]
    nouns = [hit for hit in hits if not {"past", "present"} & hit.features]
    for hit in sorted(nouns, key=lambda hit: -hit.last):
        value = hit.value or {}
        owner = None if value.get("known") else craft_owner(scene, hit, value.get("role") or "army")
        if owner:
            return _owned_craft(scene, hit, *owner)
        if hit.category == "craft" and hit.value.get("unnamed") and (found := _unnamed_craft(scene, hit)):
            return found
    return None


def _unnamed_craft(scene: Scene, hit: Hit) -> Actor | None:
    """ "The warplanes": of the body that follows, else of the only one that flies there, else nobody's known."""
    owner = owner_at(scene, hit.last, annexed=True, people=False)
    if (role := hit.value.get("known")) is not None:
        party = None if owner else scene.setting.holder_here(role, hit.first)
        return _of_craft(hit, party) if party else None
    if owner:
        return _owned_craft(scene, hit, owner.last, owner.party)
    known = None if hit.value.get("unknown") else scene.setting.holder_throughout("skies", hit.first)
    return _of_craft(hit, known or "unknown")


def _of_craft(hit: Hit, party: str) -> Actor:
    return plain_actor(hit.span, hit.first, hit.last, f"actor/{hit.id}", party, "body", "combatants")


def _owned_craft(scene: Scene, hit: Hit, last: int, party: str) -> Actor:
    if hit.category == "event":
        return plain_actor(
            scene.text.span(last - 1, last), last - 1, last, "actor/adjective", party, "body", "combatants"
        )
    span = Span(hit.span.start, scene.text.words[last - 1].end)
    return plain_actor(span, hit.first, last, f"actor/{hit.id}", party, "body", "combatants")


def _national(scene: Scene, word: int) -> Actor | None:
    """Nationals without a noun: "إصابة فلسطينيين". Only where no noun before takes the adjective."""
    hits = scene.all_at(word, "nation")
    if hits and (twin := _second_nation(scene, hits[0])):
        return twin
    if hits and hits[0].definite and (has_initials(scene, hits[0].last) or are_named(scene, hits[0])):
        return _nationals(hits[0], count_of(scene, None, hits, definite=False, annexed=False))
    if not hits or hits[0].definite or hits[0].proclitics.endswith("لل") or scene.at(word, "state"):
        return None
    if act := _act_over(scene, word):
        party = scene.setting.nationals(hits[0].value["country"], "army")
        return plain_actor(hits[0].span, word, act.last, "actor/adjective", party, "body", "combatants")
    number = scene.numbers.get(word - 1) or number_after(scene, hits[0].last)
    if not number and not opens_people(scene, word) and not _opens_clause(scene, word):
        return None
    count = count_of(scene, number, hits, definite=False, annexed=False)
    return _nationals(hits[0], count)


def _second_nation(scene: Scene, hit: Hit) -> Actor | None:
    """ "American [and] British raids": right behind the adjective that ends the name of a body, in its form."""
    before = scene.found[-1] if scene.found else None
    first = scene.hits.covering(hit.first - 1, "nation") if hit.first else None
    if before is None or first is None or before.last != hit.first or before.head != "body":
        return None
    if first.definite != hit.definite or hit.proclitics not in ("", "ال", "و", "وال"):
        return None
    party = scene.setting.nationals(hit.value["country"], "army")
    if party == before.party or before.party != scene.setting.nationals(first.value["country"], "army"):
        return None
    return plain_actor(hit.span, hit.first, hit.last, "actor/second-nation", party, "body", "combatants")


def _act_over(scene: Scene, word: int) -> Hit | None:
    """The act whose own words a national adjective ends: "عدوان جوي إسرائيلي"."""
    act = scene.hits.covering(word, "event")
    if act is None or {"past", "present"} & act.features:
        return None
    return act if act.first < word and act.last == word + 1 else None


def _opens_clause(scene: Scene, word: int) -> bool:
    """ "That a Syrian was killed": a national between "that" and a verb."""
    after = scene.at(word + 1, "toll") or scene.at(word + 1, "event")
    return bool(scene.at(word - 1, "before-state") and after and {"past", "present"} & after.features)


def _nationals(hit: Hit, count: Count) -> Actor:
    actor = plain_actor(
        hit.span, hit.first, hit.last, f"actor/nation/{hit.id}", "civilians", "class", "unknown"
    )
    return replace(actor, low=count.low, high=count.high, counted=count.counted)


def _with_subsets(scene: Scene) -> Iterator[Actor]:
    """Mark people who are a part of those just counted: "بينهم طفلان وامرأة"."""
    openers = {hit.last for hit in scene.hits.of("subset")}
    inside: int | None = None
    whole: Actor | None = None
    for actor in scene.found:
        starts = actor.first in openers or _after_opener(scene, actor, openers)
        goes_on = (
            inside is not None and _goes_on(scene, inside, actor) and not _is_beside(scene, actor, whole)
        )
        whole = whole if starts or goes_on else actor
        if starts or goes_on:
            inside = actor.last
            yield replace(actor, rule=f"actor/subset+{actor.rule.removeprefix('actor/')}")
        else:
            inside = None
            yield actor


def _is_beside(scene: Scene, actor: Actor, whole: Actor | None) -> bool:
    """More people than those of whom they might be a part, or, behind a comma, people of another kind."""
    if whole is None or "," not in scene.text.words[actor.first].gap:
        return bool(whole and whole.high and (actor.low or 0) > whole.high)
    kinds = {actor.kind, whole.kind}
    return kinds == {"civilians", "combatants"} or bool(whole.high and (actor.low or 0) > whole.high)


def _after_opener(scene: Scene, actor: Actor, openers: set[int]) -> bool:
    return actor.first - 1 in openers and scene.joined(actor.first)


def _goes_on(scene: Scene, last: int, actor: Actor) -> bool:
    """A coordinated further part: right after the one before, joined by و."""
    return actor.first == last and scene.form(last).startswith("و")


_READINGS = (
    (person_at, frozenset({"title"})),
    (_people, frozenset({"person"})),
    (_things, frozenset({"thing"})),
    (_body, frozenset({"actor", "body", "anaphor"})),
    (_others, frozenset({"others"})),
    (_craft, frozenset({"craft", "event"})),
    (epithet_at, frozenset({"epithet"})),
    (_national, frozenset({"nation"})),
    (state_at, frozenset({"state"})),
    (tribe_at, frozenset({"tribe"})),
)
"""What may be read at a word, and the categories of which one must open it."""

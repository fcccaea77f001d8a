"""Things that are hit: a body's vehicles and posts, and places where people are meant."""

from msgspec.structs import replace

from ..lexicon import Hit
from ..model.mentions import Actor, Number
from .actor_bodies import adjective_party, body_at
from .actor_counts import NO_COUNT
from .actor_people import Noun, is_noun, noun_actor, people_at, read_noun, role_of
from .actor_persons import person_at
from .actor_scene import OUR, Scene

_PARTY_OFFICE = "party-office"
_POST_NAME = 3
"""Words between a post and the nation whose it is: its name, "military"."""
_NO_POST_NAME = ("event", "role", "toll", "particle", "place-relation", "place-preposition", "thing", "actor")


def things_at(scene: Scene, word: int, number: Number | None, first: int) -> Actor | None:
    """A body's vehicle, post or convoy, or a place where people are meant."""
    readings = [hit for hit in scene.all_at(word, "thing") if is_noun(scene, hit, beside=number)]
    if not readings:
        return None
    hit = readings[0]
    if owned := _home_of_office(scene, hit, number, first) or _car_of_somebody(scene, hit, number, first):
        return owned
    noun = _of_named_party(scene, readings) or read_noun(scene, readings, people=False)
    noun = _named_of_nation(scene, hit, noun)
    weapon = scene.hits.covering(word, "weapon")
    if weapon and (weapon.first < word or not (noun.owner or _is_known_army(hit))):
        return None
    civil = _is_of_nationals(scene, hit, noun)
    ours = scene.last_speaking() if hit.enclitic == OUR else None
    party = (None if civil else noun.owner) or hit.value.get("party") or ours or _holder(scene, hit, noun)
    party = "civilians" if civil and party is None else party
    if party is None and not (hit.value.get("keep") or number):
        return None
    head = "place_of" if civil else "object" if noun.owner else hit.value["head"]
    kind = "civilians" if head == "place_of" else "combatants" if party else "unknown"
    rule = f"actor/{hit.id}+owner" if noun.owner else f"actor/{hit.id}"
    found = noun_actor(scene, hit, noun, first, NO_COUNT, party or "unknown", kind, rule, hit.definite)
    return replace(found, head=head)


def _of_named_party(scene: Scene, readings: list[Hit]) -> Noun | None:
    """ "The office of the party A": the last word of the noun opens the name of whose it is."""
    hit = readings[0]
    if hit.id != _PARTY_OFFICE:
        return None
    body = body_at(scene, hit.last - 1)
    if body is None or body.party is None or body.last <= hit.last:
        return None
    return Noun(readings, body.last, body.party, False, None, False, None, True)


def _named_of_nation(scene: Scene, hit: Hit, noun: Noun) -> Noun:
    """ "The A post, Israeli": the nation behind the name of a post, or behind the words between them."""
    if noun.owner or hit.value["head"] != "object":
        return noun
    for word in range(noun.last, noun.last + _POST_NAME + 1):
        if not scene.joined(word):
            return noun
        if word > noun.last and (side := adjective_party(scene, word, role_of(hit, noun.role))):
            return noun._replace(last=side[0], owner=side[1]) if scene.form(word).startswith("ال") else noun
        if any(scene.hits.covering(word, name) for name in _NO_POST_NAME):
            return noun
    return noun


def _is_of_nationals(scene: Scene, hit: Hit, noun: Noun) -> bool:
    """ "A Palestinian home", "a Syrian car": of the people of the country, where the report is about it."""
    nation = scene.at(noun.last - 1, "nation")
    if nation is None:
        return bool(hit.value.get("civil")) and noun.owner is None and _are_somebodys(scene, noun.last)
    if hit.value["head"] == "place_of":
        return (
            scene.hits.covering(nation.first, "actor") is None and scene.at(nation.first - 1, "body") is None
        )
    if scene.at(hit.last, "nation") is None:
        return False
    return bool(hit.value.get("civil")) and nation.value["country"] in scene.setting.countries(hit.first)


def _are_somebodys(scene: Scene, word: int) -> bool:
    """ "Cars that belong to Palestinians", "to an employee": behind a tie, people without arms."""
    tie = scene.at(word, "tie")
    if tie is None or tie.id == "in" or tie.last >= len(scene.text.words):
        return False
    if scene.at(tie.last, "nation"):
        return True
    person = scene.at(tie.last, "person")
    return person is not None and person.value["kind"] == "civilians"


def _home_of_office(scene: Scene, hit: Hit, number: Number | None, first: int) -> Actor | None:
    """ "The home of the governor", "of a police officer": who holds office there is who is hit."""
    if hit.value["head"] != "place_of" or hit.enclitic or hit.definite or not scene.joined(hit.last):
        return None
    who = people_at(scene, hit.last, None, hit.last) if scene.at(hit.last, "person") else None
    if who is None or who.span.start > scene.text.words[hit.last].start:
        return None
    state = scene.setting.holder_at("government", hit.first)
    party = state if who.party == "officials" else who.party if who.rule.endswith("+country") else None
    if party is None:
        return None
    noun = Noun([hit], who.last, party, False, None, False, None, True)
    rule = f"actor/{hit.id}+owner"
    return replace(
        noun_actor(scene, hit, noun, first, NO_COUNT, party, "combatants", rule, False), head="object"
    )


def _is_known_army(hit: Hit) -> bool:
    """A model of tank that one army has."""
    return hit.value["head"] == "object" and "party" in hit.value


def _car_of_somebody(scene: Scene, hit: Hit, number: Number | None, first: int) -> Actor | None:
    """ "The car of an employee", "the motorcade of the governor": whoever rides in it is who is hit."""
    if not hit.value.get("keep") or hit.value.get("role") or hit.enclitic or not scene.joined(hit.last):
        return None
    aboard = scene.hits.covering(hit.first - 1, "role")
    if hit.last - hit.first > 1 or (aboard is not None and aboard.id == "aboard"):
        return None
    who = person_at(scene, hit.last) or people_at(scene, hit.last, None, hit.last)
    if who is None or who.party in ("unknown", "prisoners") or hit.definite:
        return None
    noun = Noun([hit], who.last, who.party, False, None, False, None, True)
    rule = f"actor/{hit.id}+owner"
    found = noun_actor(scene, hit, noun, first, NO_COUNT, who.party, who.kind, rule, False)
    return replace(found, head="place_of" if who.kind == "civilians" else "object")


def _holder(scene: Scene, hit: Hit, noun: Noun) -> str | None:
    role = hit.value.get("role") or noun.role
    return scene.setting.holder_at(role, hit.first) if role else None

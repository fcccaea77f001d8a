"""People and things: nouns with their counts, adjectives and the body that they belong to."""

from typing import NamedTuple

from ..lexicon import Hit
from ..model.mentions import Actor, Number
from ..model.spans import Span
from .actor_bodies import Body, adjective_party, body_at, owner_at, tied_body
from .actor_classes import class_behind, mourning_body
from .actor_counts import (
    NO_COUNT,
    ONE,
    SOME,
    Count,
    composed_of,
    count_of,
    is_some,
    is_someones,
    number_after,
)
from .actor_scene import OUR, Scene, is_definite
from .actor_tribes import tribe_of
from .numbers import bound_after

_SUBJECT = 4
"""Words from a verb to the end of its subject."""
_MEMBERSHIP = 6
"""Words between people and what is said of the body that they belong to: a place, an adjective."""
_SOMEBODYS = ("ه", "ها", "هما")
_OF_NO_ARMY = ("gunman", "unknown-gunman", "militant", "masked", "attacker")
_BOMBER = "suicide-bomber"
_FREE = ("ون", "ين")
_ARTICLE = "ال"
_CONSTRUCT = ("ي", "و")
"""Endings of plurals that cannot be annexed: "gunmen" (مسلحون) of nobody."""
_ARMED = ("combatants", "unknown")
_REBELS = "rebels"
"""Of one land: those of its neighbours are others."""
_OFFICIALS = "officials"
"""Of an armed group they are its members."""


class Noun(NamedTuple):
    """A noun for people or things with what follows it."""

    readings: list[Hit]
    last: int
    owner: str | None
    armed: bool
    role: str | None
    unknown: bool
    number: Number | None
    annexed: bool


def people_at(scene: Scene, word: int, number: Number | None, first: int) -> Actor | None:
    """People named by their noun at a word; ``first`` is where their number, if any, starts."""
    readings = [hit for hit in scene.all_at(word, "person") if is_noun(scene, hit, beside=number)]
    if not readings or scene.at(word, "craft") or (number is None and _is_adjective(scene, readings)):
        return None
    noun = _named_by_phrase(scene, readings) or read_noun(scene, readings, people=True)
    noun = noun if noun.owner else noun._replace(owner=member_of(scene, noun.last))
    people = None if noun.owner or noun.armed else class_behind(scene, readings[0], noun.last)
    noun = noun._replace(last=people.last) if people else noun
    number = number or noun.number or composed_of(scene, readings[0], noun.last)
    definite = is_definite(scene, readings[0])
    count = count_of(scene, number, readings, definite=definite, annexed=noun.annexed)
    if (
        number is None
        and readings[0].value.get("group")
        and is_some(scene, readings, noun.last, annexed=noun.annexed)
    ):
        count = SOME
    elif number is None and is_someones(readings):
        count = ONE._replace(counted=readings[0].proclitics.startswith("و"))
    if number is None and count.counted and bound_after(scene.hits, noun.last) == "at-least":
        count = count._replace(high=None)
    party, kind, rule = _whose(scene, readings[0], noun)
    if people:
        party, kind, rule = people.value["party"], people.value["kind"], f"{rule}+class"
    if party == "unknown" and kind == "combatants" and (theirs := mourning_body(scene, first)):
        party, rule = theirs, f"{rule}+mourned"
    if number and _are_only_men(readings[0], number, noun):
        party, kind, rule = "civilians", "civilians", f"{rule}+bare"
    return noun_actor(scene, readings[0], noun, first, count, party, kind, f"actor/{rule}", definite)


def _are_only_men(hit: Hit, number: Number, noun: Noun) -> bool:
    """ "Three men (ثلاثة رجال)": right behind their number, and nobody's."""
    alone = number.last == hit.first and noun.last == hit.last and not hit.definite
    return bool(hit.value.get("bare")) and alone and not (noun.owner or noun.armed or noun.role)


def member_of(scene: Scene, word: int) -> str | None:
    """The body to which the people before a word are said to belong: ", suspected of belonging to A"."""
    end = min(scene.text.sentence_of(word - 1).last, word + _MEMBERSHIP)
    said = next(iter(scene.hits.between("membership", word, end)), None)
    if said is None or any(scene.at(at, "event") for at in range(word, said.first)):
        return None
    preposition = scene.at(said.last, "particle")
    body = tied_body(scene, preposition.last if preposition else said.last)
    return body.party if body else None


def _named_by_phrase(scene: Scene, readings: list[Hit]) -> Noun | None:
    """People who are part of a body's own name: "مسلحي القبائل"."""
    hit = readings[0]
    body = body_at(scene, hit.first)
    if body is None or body.last <= hit.last:
        return None
    return Noun(readings, body.last, body.party, False, None, False, None, True)


def is_noun(scene: Scene, hit: Hit, *, beside: Number | None) -> bool:
    """Not an adjective in ة that looks like a noun with a pronoun; nothing fused on it beside a number.

    Kin only with whose they are: "his son"; "their son" is what a family says of one told before.
    """
    if hit.value.get("theirs") and hit.enclitic not in _SOMEBODYS:
        return False
    if beside and hit.proclitics not in ("", "ال"):
        return False
    if not hit.enclitic or hit.enclitic in ("هم", "ها", "هما", "نا") or "pl" in hit.features:
        return True
    text, word = scene.text, hit.last - 1
    return text.last_letter(word) == "ه"


def _is_adjective(scene: Scene, readings: list[Hit]) -> bool:
    """Whether a word that is noun and adjective ("مسلح", "عسكري") qualifies the word before it."""
    hit, before = readings[0], readings[0].first - 1
    kind = hit.value.get("adjective")
    if not kind or not scene.joined(hit.first) or "و" in hit.proclitics:
        return False
    if not hit.definite and scene.form(before).startswith(_ARTICLE) and _is_behind_taking(scene, before):
        return False
    if kind == "of-acts":
        return _is_act(scene, before)
    if kind == "definite":
        if not hit.definite or not (scene.form(before).startswith("ال") or scene.form(before).endswith("نا")):
            return False
        return not (_may_be_named(scene, hit.last) and _is_behind_taking(scene, before))
    if all("sg" not in reading.features for reading in readings) and hit.value.get("role") is None:
        return False
    people = _opens_with_people(scene, before) or _is_gunman_of_verb(scene, hit)
    return not (people or _is_struck_by_subject(scene, hit))


def _is_struck_by_subject(scene: Scene, hit: Hit) -> bool:
    """ "(The) forces killed a civilian (مدنيا)": indefinite behind a definite subject, the verb's object."""
    before = hit.first - 1
    if hit.definite or not scene.form(hit.first).endswith("ا") or not scene.form(before).startswith("ال"):
        return False
    return _is_behind_taking(scene, before)


def _may_be_named(scene: Scene, word: int) -> bool:
    """Whether a word may be a person's name: a known one, or no word that is known."""
    if not scene.joined(word):
        return False
    known = scene.at(word, "given-name") or scene.at(word, "place-common")
    return known is not None or not scene.hits.starting(word)


def _is_behind_taking(scene: Scene, word: int) -> bool:
    """Whether a word of killing or taking people stands a subject's length before."""
    return any(_takes_people(scene, at) for at in range(max(0, word - _SUBJECT), word))


def _takes_people(scene: Scene, word: int) -> bool:
    event = scene.hits.covering(word, "event")
    return scene.hits.covering(word, "toll") is not None or bool(event and event.value.get("toll"))


def _is_act(scene: Scene, word: int) -> bool:
    """Whether a word is a noun of violence: "هجوم انتحاري" names no bomber."""
    event = scene.hits.covering(word, "event") or scene.hits.covering(word, "weapon")
    return event is not None and not {"past", "present"} & event.features


def _opens_with_people(scene: Scene, before: int) -> bool:
    """Whether after this word people are named: words of death or arrest, verbs, particles."""
    if any(
        scene.hits.covering(before, name)
        for name in ("toll", "name-end", "subset", "one-of", "tie", "role", "manner")
    ):
        return True
    event = scene.hits.covering(before, "event")
    return event is not None and bool(event.value.get("toll") or {"past", "present"} & event.features)


def _is_gunman_of_verb(scene: Scene, hit: Hit) -> bool:
    """ "Opened, a gunman, fire (فتح مسلح النار)": behind a word that is a verb of violence too."""
    before = scene.all_at(hit.first - 1, "event") if hit.first else ()
    return hit.id == "gunman" and not hit.definite and any("past" in act.features for act in before)


def _whose(scene: Scene, hit: Hit, noun: Noun) -> tuple[str, str, str]:
    """(party, kind, rule) of people: by owner or adjective, else by what they usually are in the country."""
    value = hit.value
    kind = "combatants" if noun.armed else value["kind"]
    if value.get("comrade") and (told := _of_whom(scene, hit)):
        return told.party, told.kind or kind, f"{hit.id}+inherited"
    if value["party"] == _OFFICIALS and noun.owner and scene.setting.is_no_state(noun.owner):
        return noun.owner, "combatants", f"{hit.id}+owner"
    if (value["kind"] == "civilians" or value["party"] == "prisoners") and not noun.armed:
        return value["party"], kind, hit.id
    if noun.owner:
        return noun.owner, "combatants", f"{hit.id}+owner"
    if theirs := scene.owner_by_pronoun(hit):
        return theirs, "combatants", f"{hit.id}+owner"
    if noun.unknown or hit.enclitic == OUR:
        return "unknown", kind, f"{hit.id}+unknown"
    if _inherits(hit) and (party := scene.last_armed(hit.first)):
        return party, kind, f"{hit.id}+inherited"
    if hit.definite and (party := scene.same_people(hit.id)):
        return party, "combatants", f"{hit.id}+again"
    role = value.get("role") or noun.role
    holder = scene.setting.holder_here if role == _REBELS else scene.setting.holder_at
    if role and (party := holder(role, hit.first)):
        return party, "combatants", f"{hit.id}+country"
    return ("unknown" if noun.armed else value["party"]), kind, hit.id


def _of_whom(scene: Scene, hit: Hit) -> Actor | None:
    """ "His comrades", "his driver", "their guards": of the body of those told of right before, if they have one."""
    comrades = hit.id.startswith("kin")
    if not comrades and hit.enclitic != "ه":
        return None
    told = scene.last_people(hit.first)
    return told if told and (comrades or told.kind == "combatants") else None


def _inherits(hit: Hit) -> bool:
    """Whether people of whom nothing else is told are of the body last spoken of."""
    return bool(hit.value.get("inherits")) and (hit.definite or hit.value["inherits"] != "known")


def read_noun(scene: Scene, readings: list[Hit], *, people: bool) -> Noun:
    """The adjectives, the number and the owner that follow a noun."""
    hit = readings[0]
    last, owner, armed, role, unknown, number = hit.last, None, False, None, False, None
    for _ in range(4):
        quality = (
            scene.at(last, "quality") if scene.joined(last) and not _opens_next(scene, hit, last) else None
        )
        if people and (after := number_after(scene, last)):
            number, last = after, after.last
        elif quality and not _cases_differ(scene, hit, last):
            value = quality.value or {}
            armed = armed or value.get("adds") == "combatants"
            role = value.get("role") or role
            unknown = unknown or value.get("party") == "unknown"
            last = quality.last
        elif scene.joined(last) and (side := adjective_party(scene, last, role_of(hit, role))):
            last, owner = side[0], owner or _of_nation(scene, hit, last, side[1])
        else:
            break
    if owner is None and (body := _owner(scene, hit, last, people=people)):
        return Noun(readings, body.last, body.party, armed, role, unknown, number, body.first == hit.last)
    return Noun(readings, last, owner, armed, role, unknown, number, False)


def _of_nation(scene: Scene, hit: Hit, word: int, party: str) -> str | None:
    """ "Lebanese gunmen" are no army's: of the factions of their country, if it has any."""
    nation = scene.at(word, "nation")
    if nation is None or hit.id not in _OF_NO_ARMY:
        return None if nation and hit.id == _BOMBER else party
    return scene.setting.holder("factions", nation.value["country"])


def _opens_next(scene: Scene, hit: Hit, word: int) -> bool:
    """ "A soldier and a civilian": what could be an adjective is the next person."""
    return word == hit.last and scene.form(word).startswith("و") and scene.at(word, "person") is not None


def _cases_differ(scene: Scene, hit: Hit, word: int) -> bool:
    """Whether a subject's plural is followed by an object's: "activists (accused) unknown gunmen"."""
    return scene.form(hit.last - 1).endswith("ون") and scene.form(word).endswith("ين")


def role_of(hit: Hit, role: str | None) -> str | None:
    return (hit.value or {}).get("role") or role


def _owner(scene: Scene, hit: Hit, word: int, *, people: bool) -> Body | None:
    free = people and (scene.form(hit.last - 1).endswith(_FREE) or _is_of_no_body(scene, hit))
    known = hit.definite or (people and scene.form(hit.first).startswith(_ARTICLE))
    body = owner_at(scene, word, annexed=word == hit.last and not known and not free, people=people)
    return body or (tribe_of(scene, word) if people and hit.value["kind"] != "civilians" else None)


def _is_of_no_body(scene: Scene, hit: Hit) -> bool:
    """ "Activists (accused) the forces of A": people who speak for themselves are nobody's, unless written so."""
    construct = scene.form(hit.last - 1).endswith(_CONSTRUCT)
    speaks = scene.at(hit.first, "speaker") is not None and hit.value["kind"] == "civilians"
    return speaks and "sg" not in hit.features and not construct


def noun_actor(
    scene: Scene,
    hit: Hit,
    noun: Noun,
    first: int,
    count: Count,
    party: str,
    kind: str,
    rule: str,
    definite: bool,
) -> Actor:
    end = scene.text.words[noun.last - 1].end
    start = scene.text.words[first].start if first < hit.first else hit.span.start
    head = "members" if kind in _ARMED and (noun.owner or kind == "combatants") else "class"
    return Actor(
        span=Span(hit.span.start, end),
        whole=Span(start, end),
        first=first,
        last=noun.last,
        rule=rule,
        party=party,
        head=head,
        low=count.low,
        high=count.high,
        counted=count.counted,
        kind=kind,
        definite=definite,
    )


def counted_body(scene: Scene, word: int, number: Number) -> Actor | None:
    """A number with a body's name for its members: "7 من ميليشيات الحوثي", "3 حوثيين"."""
    tie = scene.at(word, "tie")
    body = body_at(scene, tie.last if tie else word) or _adherents(scene, word)
    if body is None or (
        tie is None and scene.form(body.first).startswith("ال") and not _are_some(scene, body, number)
    ):
        return None
    return _members(scene, body, number)


def _are_some(scene: Scene, body: Body, number: Number) -> bool:
    """ "Dozens of Houthis": the plural of a name, definite behind a number that is not exact."""
    return number.high is None and body.last == body.first + 1 and scene.form(body.first).endswith(_FREE)


def _adherents(scene: Scene, word: int) -> Body | None:
    """ "17 حوثيا": after a number the adjective of a party is a noun for its people."""
    side = scene.at(word, "affiliation")
    party = side.value.get("party") if side and not side.proclitics else None
    return Body(side.first, side.last, side.span, party, "actor/affiliation", "") if side and party else None


def _members(scene: Scene, body: Body, number: Number | None) -> Actor:
    first = number.first if number else body.first
    count = Count(number.low, number.high, True) if number else NO_COUNT
    kind = "civilians" if body.party == "settlers" else "combatants"
    return Actor(
        span=body.span,
        whole=Span(number.span.start if number else body.span.start, body.span.end),
        first=first,
        last=body.last,
        rule=f"{body.rule}+members",
        party=body.party,
        head="members",
        low=count.low,
        high=count.high,
        counted=count.counted,
        kind=kind,
    )


def opens_people(scene: Scene, word: int) -> bool:
    """Whether the word before is a word of death, injury, arrest or attack, and no noun of people."""
    return any(scene.hits.covering(word - 1, name) for name in ("toll", "event", "role"))


def describes_act(scene: Scene, word: int) -> bool:
    """Whether a word stands right behind a noun of an act that takes nobody: "a terrorist attack", "another raid"."""
    act = scene.hits.covering(word - 1, "event")
    if act is None or {"past", "present"} & act.features:
        return False
    return not act.value.get("toll") and scene.hits.covering(word - 1, "toll") is None

"""Small questions of grammar that several steps ask."""

from typing import TYPE_CHECKING, NamedTuple

from ..lexicon import Hit
from ..model.mentions import Actor, Date, Place
from ..text import fold_phrase
from .scene import Scene

if TYPE_CHECKING:
    from .anchors import Anchor

_BESIDE = 5
"""Words on either side of a hit in which a phrase can make it something else."""
_FAR = 18
"""Words after a verb in which its arguments may stand."""
_NEAR = 4
"""Words between a verb and its argument: an adverb, a date, an adjective."""
_NOUN_CLITICS = ("ال", "لل", "ب", "ك", "ل")
_CONJUNCTIONS = ("و", "ف")
_ACTING = ("actor/patrol", "actor/detachment")
_CREWED = ("actor/tank+owner", "actor/vehicle+owner", "actor/military-vehicle+owner", "actor/ship+owner")
_HIDDEN = ("actor/unknown-gunman", "actor/unknown")
"""Those whom nobody knows: they strike, and nobody counts them as struck."""
_LETTER = "ل"
_PLANTED = "ied"
_ACCUSATIVE = ("ا", "ين")
_PEOPLE = ("body", "members", "class", "person")
_PLURAL, _ARTICLE = "ات", "ال"
_OF_HOUR = 4
"""Words of "at the hour of 10:30": when, which the mention of the day leaves out."""
_OF_TWO = 2
"""A verb of more words ends in a verbal noun, whose object follows: "went so far as to kill"."""
_VERB_ONLY = frozenset({"mp", "md", "fd", "fp", "we"})


def reads_as_verb(scene: Scene, hit: Hit) -> bool:
    """Whether an unvocalised word that may be verb or verbal noun is read as a verb.

    It is a verb where a clause opens with it, after "who" and "which", and where its ending agrees
    with a plural; a noun after a preposition, a cause, a number or with an article.
    """
    if hit.proclitics.endswith(_NOUN_CLITICS):
        return False
    if "present" in hit.features or ("past" in hit.features and hit.features & _VERB_ONLY):
        return True
    clause = scene.clause_of(hit.first)
    if hit.first == 0 or (clause and clause.first == hit.first):
        return True
    before = hit.first - 1
    if scene.hits.covering(before, "cause") or scene.hits.covering(before, "result"):
        return False
    preposition = scene.hits.at(before, "particle")
    if preposition:
        return bool(preposition.value == "which")
    return (
        "," in scene.text.words[hit.first].gap
        or hit.proclitics in _CONJUNCTIONS
        or _follows_people(scene, hit)
    )


def _follows_people(scene: Scene, hit: Hit) -> bool:
    """Subject, verb: "that three soldiers were killed"."""
    return any(actor.last == hit.first for actor in scene.actors(max(0, hit.first - 6), hit.first))


def can_act(actor: Actor, *, armed: bool = False) -> bool:
    """Whether an actor can be who does it: things and homes cannot, civilians hardly, a patrol can.

    ``armed``: where the words say who did it, an army's vehicle or post can.
    """
    if actor.party == "prisoners":
        return False
    if actor.head in ("object", "place_of"):
        return actor.rule.startswith(_ACTING) or (armed and actor.head == "object")
    return actor.kind != "civilians" or actor.party in ("protesters", "settlers")


def is_crewed(actor: Actor) -> bool:
    """ "The army's bulldozers": vehicles of a body may do what their crews do, where they are the subject."""
    return actor.rule.startswith(_CREWED)


def is_figure(scene: Scene, hit: Hit) -> bool:
    """Whether words beside a hit make it something else, as its entry says: "shelled the goal"."""
    stretch = scene.text.sentence_of(hit.first)
    first, last = max(stretch.first, hit.first - _BESIDE), min(stretch.last, hit.last + _BESIDE)
    return any(hit.rule in other.value for other in scene.hits_in("unless", first, last))


class Arguments(NamedTuple):
    """Who a verb says did it, and to whom; either may be unsaid."""

    subject: Actor | None
    object: Actor | None


def arguments(scene: Scene, hit: Hit) -> Arguments:
    """The subject and the object of a verb: verb, subject, object, or subject, verb, object.

    A thing, or people whom nothing else makes the subject of a verb that takes people, are the object:
    an unvocalised verb is then passive.
    """
    before = _right_before(scene, hit)
    first, second = _bare_after(scene, hit)
    if "passive" in hit.features:
        return Arguments(None, first or before)
    if hit.enclitic:
        return Arguments(before or (first if first and can_act(first) else None), None)
    if before or first is None or hit.last - hit.first > _OF_TWO or hit.features & _VERB_ONLY:
        return Arguments(before, first)
    if _says_of_itself(scene, hit) or _tells_of_plural(scene, hit):
        return Arguments(None, first)
    if second is None and _is_struck_with_bomb(scene, hit, first):
        return Arguments(None, first)
    if _is_behind_craft(scene, hit, first):
        return Arguments(None, first)
    armed = second is not None or (is_crewed(first) and (_goes_to_place(scene, first) or _is_whole(hit)))
    if first.rule.startswith("actor/subset"):
        return Arguments(None, first)
    alone = "active" in hit.features or (_is_whole(hit) and hit.value["type"] == "armed_attack")
    if alone and _is_subject_form(scene, first):
        return Arguments(first, second)
    if not can_act(first, armed=armed) and not (second and _struck_by_unarmed(scene, hit, first, second)):
        return Arguments(None, first)
    if second is None and _goes_for_place(scene, hit, first):
        return Arguments(first, None)
    if second is None and _is_patient(scene, hit, first):
        return Arguments(None, first)
    return Arguments(first, second)


def _is_struck_with_bomb(scene: Scene, hit: Hit, actor: Actor) -> bool:
    """ "A patrol was targeted with a bomb in A": a known body, and behind the bomb nothing that it hit."""
    bomb = scene.hits.at(actor.last, "weapon")
    if bomb is None or (bomb.value or {}).get("implies") != _PLANTED or bomb.proclitics != "ب":
        return False
    if actor.party == "unknown" or hit.value.get("object") != "against":
        return False
    if bomb.last >= len(scene.text.words) or scene.text.words[bomb.last].gap.strip():
        return True
    return any(scene.hits.at(bomb.last, name) for name in ("particle", "place-preposition", "date-bound"))


def _is_behind_craft(scene: Scene, hit: Hit, actor: Actor) -> bool:
    """ "Four drones struck the buildings of A": aircraft of nobody named stand between the verb and the body."""
    craft = scene.hits_in("craft", hit.last, actor.first)
    if hit.category != "event" or not craft or (craft[-1].last == actor.first and not craft[-1].definite):
        return False
    return not scene.hits_in("tie", hit.last, actor.first)


def _struck_by_unarmed(scene: Scene, hit: Hit, first: Actor, second: Actor) -> bool:
    """ "A youth stabbed a soldier": armed people right behind one of none, as the accusative of an attack shows."""
    if hit.category != "event" or hit.value.get("object") != "against" or second.first != first.last:
        return False
    return first.head == "class" and _is_object_behind(scene, first, second)


def _is_subject_form(scene: Scene, actor: Actor) -> bool:
    """Those behind a verb that cannot be passive: people, and not in the accusative."""
    return actor.head in _PEOPLE and not scene.text.words[actor.first].form.endswith(_ACCUSATIVE)


def _is_object_behind(scene: Scene, first: Actor, second: Actor) -> bool:
    """Counted by a number, or in the accusative where the first is not: no name in apposition, no genitive."""
    words = scene.text.words
    if words[first.first].form.endswith(_ACCUSATIVE) or is_joined(scene, second.first):
        return False
    return bool(scene.numbers(second.first, second.first + 1)) or words[second.first].form.endswith(
        _ACCUSATIVE
    )


def _goes_for_place(scene: Scene, hit: Hit, actor: Actor) -> bool:
    """ "Twenty gunmen attacked the village of A": counted as they are, a place behind them is the object."""
    attacks = hit.category == "event" and hit.value.get("object") == "against" and not hit.value.get("toll")
    return attacks and actor.counted and can_act(actor) and _goes_to_place(scene, actor)


def _goes_to_place(scene: Scene, actor: Actor) -> bool:
    """ "The tanks shelled the town of A": a place stands right behind the subject, as the object."""
    words = scene.text.words
    last = max((date.last for date in scene.dates(actor.last, actor.last + 1)), default=actor.last)
    free = preposition_before(scene, last + 1) is None and scene.hits.at(last, "particle") is None
    near = scene.places(last, last + 2)
    return free and any(p.whole.start == words[last].start for p in near if last < len(words))


def _is_whole(hit: Hit) -> bool:
    """ "Opened [the boats] fire", "withdrew": a verb with no object of its own has its subject behind it."""
    return hit.category == "event" and hit.value.get("object") == "none"


def _says_of_itself(scene: Scene, hit: Hit) -> bool:
    """ "That it (أنها) shells the enemy": the pronoun before the verb is its subject."""
    particle = scene.hits.covering(hit.first - 1, "particle") if hit.first else None
    return particle is not None and particle.value == "itself"


def _tells_of_plural(scene: Scene, hit: Hit) -> bool:
    """ "Campaigns (that) targeted A": an indefinite feminine plural right before a verb is its subject."""
    word = scene.text.words[hit.first - 1].form if hit.first else ""
    joined = not scene.text.words[hit.first].gap.strip() and not hit.proclitics
    return joined and word.endswith(_PLURAL) and not word.startswith(_ARTICLE) and "fs" in hit.features


def _bare_after(scene: Scene, hit: Hit) -> tuple[Actor | None, Actor | None]:
    """The first two actors after a verb that no preposition governs; not those joined to them, nor another name."""
    after = [a for a in scene.actors(hit.last, _verb_reach(scene, hit)) if is_free(scene, a)]
    first = after[0] if after and _apart(scene, hit.last, after[0].first) <= _NEAR else None
    if first is None:
        return None, None
    last = first.last
    for other in after[1:]:
        again = other.first == last and other.party == first.party
        again = again and not (other.first == first.last and _is_object_behind(scene, first, other))
        if again or ((is_joined_by(scene, other.first, "و") or is_among(other)) and other.first - last <= 1):
            last = other.last
        elif other.first - last > 1 and _goes_on_counting(scene, other):
            break
        elif _may_be_object(scene, hit, last, other):
            return first, other
        else:
            break
    return first, None


def _goes_on_counting(scene: Scene, actor: Actor) -> bool:
    """ "Three Syrians for …, and thirteen Syrians for …": far behind, a number joined by "and" adds to the first."""
    return is_joined_by(scene, actor.first, "و") and bool(scene.numbers(actor.first, actor.first + 1))


def is_among(actor: Actor) -> bool:
    """ "Factions, A among them": a body that is one of those just named."""
    return actor.head == "body" and actor.rule.startswith("actor/subset")


def _apart(scene: Scene, last: int, first: int) -> int:
    """The words between two others, those that say when left out, and where, if nothing more is said of it."""
    told: list[Date | Place] = [*scene.dates(last - _NEAR, first)]
    if not any(hit.value == "which" for hit in scene.hits_in("particle", last, first)):
        told += scene.places(last, first)
    aside = (min(one.last, first) - max(one.first, last) for one in told)
    told_of_hour = any(hit.id == "clock" for hit in scene.hits_in("number-context", last, first))
    return first - last - _OF_HOUR * told_of_hour - sum(words for words in aside if words > 0)


def _may_be_object(scene: Scene, hit: Hit, last: int, other: Actor) -> bool:
    """Right after the subject; people counted, of a verb that takes people, also behind where and when."""
    if other.rule.startswith("actor/subset"):
        return False
    takes = hit.category == "event" and bool(hit.value.get("toll"))
    near = _apart(scene, last, other.first) <= _NEAR
    return near or (takes and other.counted and other.head in ("class", "members"))


def _is_patient(scene: Scene, hit: Hit, actor: Actor) -> bool:
    """Who stands alone after a verb and was hit: counted people, and any people of a verb that takes them."""
    if (actor.head == "body" and not actor.counted) or actor.rule.startswith(_HIDDEN):
        return False
    takes = hit.category == "toll" or bool(hit.value.get("toll"))
    if actor.counted:
        return takes or hit.value.get("object") == "against"
    return takes and actor.low is not None and not _is_annexed(scene, actor)


def _is_annexed(scene: Scene, actor: Actor) -> bool:
    """ "Fighters of A" as one phrase, not "fighters from A": definite, so rather who acts."""
    tied = any(scene.hits.at(word, "tie") for word in range(actor.first + 1, actor.last))
    return actor.definite or (not tied and "+owner" in actor.rule and actor.last - actor.first > 1)


def _right_before(scene: Scene, hit: Hit) -> Actor | None:
    """An armed body that ends right before its verb."""
    words, start = scene.text.words, scene.text.sentence_of(hit.first).first
    for actor in scene.actors(max(start, hit.first - 8), hit.first):
        beside = hit.first - 1 <= actor.last <= hit.first
        parted = any("," in word.gap for word in words[actor.last : hit.first + 1])
        if beside and not parted and can_act(actor) and is_free(scene, actor):
            return actor
    return None


def _verb_reach(scene: Scene, hit: Hit) -> int:
    """The arguments of a verb stand before the next verb, and in its clause."""
    clause = scene.clause_of(hit.first)
    end = min(clause.last if clause else hit.last, hit.last + _FAR)
    for at in range(hit.last, end):
        for other in scene.hits.starting(at):
            if _is_next_verb(scene, other) or _completes(scene, hit, other):
                return at
    return end


def _is_next_verb(scene: Scene, hit: Hit) -> bool:
    verb = hit.category in ("event", "toll", "speech") and hit.features & {"past", "present"}
    return bool(verb) and not _is_in_a_name(scene, hit)


def _is_in_a_name(scene: Scene, verb: Hit) -> bool:
    """ "The teams (فرق) of the engineers", which elsewhere is "dispersed": a body's name of more words."""
    named = scene.first_actor(verb.first, verb.first + 1)
    return named is not None and named.head == "body" and named.first == verb.first and named.last > verb.last


def _completes(scene: Scene, hit: Hit, other: Hit) -> bool:
    """ "Opened [the army] fire": the thing that makes the phrase whole, behind which no subject stands."""
    if other.category != "takes" or hit.rule not in other.value or hit.value.get("object") != "none":
        return False
    return not scene.actors(other.first, other.first + 1)


def is_free(scene: Scene, actor: Actor) -> bool:
    """Whether no preposition and no role word governs an actor: it may be subject or object."""
    if letter_before(scene, actor) or preposition_before(scene, actor.first):
        return False
    if actor.head == "body" and actor.first and _is_owned_word(scene, actor.first - 1):
        return False
    role = scene.hits.covering(actor.first - 1, "role") if actor.first else None
    within = scene.hits.covering(role.first, "event") if role else None
    if within and within.features & {"past", "present"}:
        return True
    return not role or role.last != actor.first or bool(role.features & {"past", "present"})


def _is_owned_word(scene: Scene, word: int) -> bool:
    """ "The secretary of the movement", "the lands of the authority": the body behind it is whose it is."""
    return _is_office(scene, word) or scene.hits.covering(word, "lands") is not None


def _is_office(scene: Scene, word: int) -> bool:
    """ "The secretary of the movement": the body behind an office is whose office it is."""
    office = scene.hits.covering(word, "speaker")
    return office is not None and office.last == word + 1 and office.id == "head" and not office.definite


def letter_before(scene: Scene, actor: Actor) -> str:
    """The preposition of one letter written onto an actor; empty where there is none."""
    word = scene.text.words[actor.first]
    written = fold_phrase(scene.text.body[word.start : actor.whole.start]).lstrip("وف")
    if not written and actor.first and '"' in word.gap:
        return _LETTER if scene.text.words[actor.first - 1].form.lstrip("وف") == _LETTER else ""
    return written[:1]


def acts_alone(scene: Scene, anchor: "Anchor") -> bool:
    """Whether a verb has no armed body beside it: its subject is the act told before it."""
    after = scene.actors(anchor.last, anchor.last + 2)
    if (
        after
        and can_act(after[0])
        and after[0].head == "body"
        and not preposition_before(scene, after[0].first)
    ):
        if anchor.object != "against" and is_free(scene, after[0]):
            return False
        return len(scene.actors(after[0].last, after[0].last + 3)) == 0 and not _has_target(scene, after[0])
    if anchor.hit.proclitics in _CONJUNCTIONS:
        return True
    before = scene.actors(max(0, anchor.first - 4), anchor.first)
    return not any(actor.last == anchor.first and can_act(actor) for actor in before)


def _has_target(scene: Scene, actor: Actor) -> bool:
    return any(place.first - actor.last <= 2 for place in scene.places(actor.last, actor.last + 3))


def preposition_before(scene: Scene, word: int) -> str | None:
    """What the preposition right before a word says; "that" and "which" are none."""
    hit = scene.hits.at(word - 1, "particle") if word else None
    return str(hit.value) if hit and hit.last == word and hit.value not in ("that", "which") else None


def with_count(scene: Scene, word: int) -> int:
    """The first word of the count before a noun, else the noun's own."""
    number = scene.first_number(word - 1, word) if word else None
    return number.first if number else word


def is_joined(scene: Scene, word: int) -> bool:
    """Whether "and" is written onto a word, not its own letter ("one"), or stands before digits as a word."""
    words = scene.text.words
    if word >= len(words):
        return False
    if words[word].form.startswith("و"):
        number = scene.hits.at(word, "number-word")
        return number is None or number.proclitics != ""
    return words[word].number and word > 0 and words[word - 1].form == "و"


def is_joined_by(scene: Scene, word: int, letter: str) -> bool:
    """Whether a one-letter particle is written onto a word."""
    return scene.text.words[word].form.startswith(letter)

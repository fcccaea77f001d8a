"""The words that tell a happening, once metaphors, denials and mere possibilities are set aside."""

from collections import defaultdict
from collections.abc import Iterable

from msgspec import Struct

from ..lexicon import Hit
from .grammar import arguments, is_figure, reads_as_verb
from .people import people_after
from .quiet import is_figurative
from .scene import Scene
from .stages import governors, is_called_for, stage_by

_NEEDS = ("actor", "place", "weapon", "date", "toll")
_VIOLENT = ("ground", "bombardment")
_RESULT = 4
"""Words of "which led to" at the head of a sentence."""
_TAKEN = ("detained", "abducted")
_AIMS = ("seizure", "territory")
_SUFFERING = 14
"""Words of the place that came under fire, between the verb and the fire."""
_SEIZED, _BODIES = "seizure", "bodies"
_AMID = "amid"
_CLASH = "armed_clash"
_LASTING = 5
"""Words of "after three whole days of" before the fighting."""
_COUNTED = 3
_FEWEST, _MOST = 3, 10
"""Numbers that take their noun in the plural."""
_HOARD = "seizure/cache"
_FELL = "shelling/shell-fell"
_FINDS = ("seizure", "clearance", "sweep")
_SURROUNDS = ("territory/besiege",)
_HELD = ("person", "members", "class", "place_of")
_DUTY = "sweep"
_DISARMING = "clearance"
_WHILE = "while-on"
_WAS = "was-combing"
_BUSY = 6
"""Words between "while the army was carrying out" and the operation."""
_PERSONS = ("person", "members", "class")
_NAME = 2
"""Words of "the forces of" before "the aggression"."""
_OBJECT = 2
"""Words between "freed" and those whom it freed."""
_FARTHEST = 14
"""Words after a verb, its subject among them, within which what it takes stands."""
_STRENGTH = {"strong": 2, "plain": 1, "weak": 0}


class Anchor(Struct, frozen=True, kw_only=True, gc=False):
    """A word that tells an act of some type, with what its entry says of its roles."""

    hit: Hit
    type: str
    part: str
    strength: int
    subject: str
    object: str
    toll: str | None
    stage: str
    sentence: int
    is_reason: bool = False
    is_anew: bool = False

    @property
    def definite(self) -> bool:
        """Whether it is named as known; "a number of the raids", "came under the shelling" only look so."""
        return self.hit.definite and not self.is_anew

    @property
    def is_single(self) -> bool:
        """Whether its word stands neither in the plural nor in the dual."""
        return not {"pl", "dual"} & self.hit.features

    @property
    def first(self) -> int:
        return self.hit.first

    @property
    def last(self) -> int:
        return self.hit.last

    @property
    def is_verb(self) -> bool:
        return self.part == "verb"


def find_anchors(scene: Scene, quiet: frozenset[int] = frozenset()) -> tuple[Anchor, ...]:
    """The anchors that tell something that happened, was tried, foiled, threatened or planned."""
    groups: dict[int, list[Hit]] = defaultdict(list)
    for hit in scene.hits.of("event"):
        groups[hit.first].append(hit)
    covered = _covered_words(scene)
    found: list[Anchor] = []
    for first in sorted(groups):
        if found and first < found[-1].last:
            continue
        if first not in covered and scene.clause_of(first) and scene.text.sentence_number(first) not in quiet:
            anchor = _best(scene, groups[first])
            if anchor:
                found.append(anchor)
    return tuple(found)


def _covered_words(scene: Scene) -> set[int]:
    """Words inside the names of speakers and places tell no act."""
    mentions = scene.mentions
    named = [m for m in mentions.places if m.last - m.first > 1 or m.reason]
    return {i for mention in [*mentions.speakers, *named] for i in range(mention.first, mention.last)}


def _best(scene: Scene, hits: list[Hit]) -> Anchor | None:
    """The most telling reading of a word that still counts as an act."""
    readings = [anchor for hit in hits if (anchor := _anchor(scene, hit))]
    if not readings:
        return None
    verb = reads_as_verb(scene, hits[0])
    return max(readings, key=lambda a: (a.is_verb == verb, a.strength, _is_bound(a), a.part != "thing"))


def _is_bound(anchor: Anchor) -> bool:
    """Whether its entry names what must follow: more telling than one of the same word that does not."""
    return bool(anchor.hit.value["takes"])


def _anchor(scene: Scene, hit: Hit) -> Anchor | None:
    value = hit.value
    sentence = scene.text.sentence_number(hit.first)
    governing = governors(scene, hit)
    stage = stage_by(governing)
    if _is_effect(scene, hit, sentence) or _is_purpose(scene, hit) or _is_duty(scene, hit):
        return None
    if (
        stage is None
        or _is_no_verb(scene, hit)
        or _is_no_act(scene, hit, sentence)
        or _names_body(scene, hit)
        or is_called_for(scene, hit)
        or _is_around(scene, hit, sentence)
        or _is_what_it_took(scene, hit, sentence)
    ):
        return None
    return Anchor(
        hit=hit,
        type=value["type"],
        part=value["part"],
        strength=_STRENGTH[value["strength"]],
        subject=value["subject"],
        object=value["object"],
        toll=value["toll"],
        stage=stage if value["stage"] == "occurred" else value["stage"],
        sentence=sentence,
        is_reason=any(other.category == "reason" for other in governing) or _is_start_of_time(scene, hit),
        is_anew=hit.definite and (_is_part_of_many(scene, hit) or _is_suffered(scene, hit)),
    )


def _is_around(scene: Scene, hit: Hit, sentence: int) -> bool:
    """ "A raid killed two, as the battles go on (في ظل استمرار المعارك)": what goes on around an act is not another."""
    before = scene.hits.covering(hit.first - 1, "habit") if hit.first else None
    if before is None or before.id != _AMID or before.last != hit.first or hit.value["part"] != "noun":
        return False
    return bool(scene.hits_in("event", scene.text.sentences[sentence].first, before.first))


def _is_what_it_took(scene: Scene, hit: Hit, sentence: int) -> bool:
    """ "Retook the town after two days of fighting": how long an act took is not another."""
    if hit.value["type"] != _CLASH or hit.value["part"] != "noun":
        return False
    if not scene.text.words[hit.first].form.startswith("ال"):
        return False
    start = scene.text.sentences[sentence].first
    reach = max(start, hit.first - _LASTING)
    after = next((cause for cause in scene.hits_in("cause", reach, hit.first) if cause.id == "after"), None)
    if after is None or not any(
        unit.last == hit.first - 1 for unit in scene.hits_in("time-unit", reach, hit.first)
    ):
        return False
    return bool(scene.hits_in("event", start, after.first))


def _is_part_of_many(scene: Scene, hit: Hit) -> bool:
    """ "A number of (من) the raids", "dozens of the raids": raids not told before."""
    numbers = scene.numbers(max(0, hit.first - _COUNTED), hit.first)
    return any(number.last == hit.first and not number.ordinal for number in numbers)


def _is_suffered(scene: Scene, hit: Hit) -> bool:
    """ "The town came under (تعرضت) the shelling": the article that Arabic gives what is suffered."""
    if not hit.proclitics.endswith("لل"):
        return False
    clause = scene.clause_of(hit.first)
    start = max(clause.first if clause else 0, hit.first - _SUFFERING)
    suffered = [role for role in scene.hits_in("role", start, hit.first) if role.value == "suffers"]
    which = scene.hits.at(suffered[-1].first - 1, "particle") if suffered and suffered[-1].first else None
    return bool(suffered) and (which is None or which.value != "which")


def _names_body(scene: Scene, hit: Hit) -> bool:
    """ "The aggression (العدوان) of A", "the forces of the aggression": part of a side's name for its enemy."""
    if hit.value["part"] != "noun" or hit.value["strength"] != "weak" or not hit.definite:
        return False
    near = scene.actors(max(0, hit.first - _NAME), hit.first + 1)
    named = (a for a in near if a.head == "body" and a.last >= hit.last)
    return any(a.last > hit.last or (a.rule == "actor/name" and a.first < hit.first) for a in named)


def _is_start_of_time(scene: Scene, hit: Hit) -> bool:
    """ "Since the occupation of the town": an act that only says from when something goes on."""
    before = scene.hits.covering(hit.first - 1, "date-bound") if hit.first else None
    return before is not None and before.value == "since" and before.last == hit.first


def _is_no_verb(scene: Scene, hit: Hit) -> bool:
    """No verb opens a date (dawn), has "with" or "like" written onto it, or ends in ta marbuta (a family)."""
    if hit.value["part"] != "verb":
        return False
    if scene.dates(hit.first, hit.first + 1) or _is_under_control(scene, hit) or _is_rather_noun(scene, hit):
        return True
    if _is_counted_noun(scene, hit):
        return True
    return hit.proclitics.endswith(("ب", "ك")) or scene.text.last_letter(hit.first) == "ة"


def _is_counted_noun(scene: Scene, hit: Hit) -> bool:
    """ "Three families (ثلاث أسر)", spelled like "captured": numbers from three to ten take a plural."""
    if hit.enclitic or hit.proclitics:
        return False
    start = max(scene.text.sentence_of(hit.first).first, hit.first - _COUNTED)
    counts = (n for n in scene.numbers(start, hit.first) if n.last == hit.first)
    return any(_FEWEST <= (n.low or 0) <= _MOST and n.low == n.high and not n.ordinal for n in counts)


def _is_rather_noun(scene: Scene, hit: Hit) -> bool:
    """ "(قصف) A shelling by (ل) A", "that a shelling (قصفا)": what could be a verb as well."""
    nouns = [other for other in scene.hits.all_at(hit.first, "event") if other.value["part"] == "noun"]
    if not nouns or hit.enclitic or "past" not in hit.features:
        return False
    before = scene.hits.covering(hit.first - 1, "particle") if hit.first else None
    if before and before.value == "that" and scene.text.words[hit.first].form.endswith("ا"):
        return True
    owners = scene.actors(hit.last, hit.last + 1)
    words = scene.text.words
    return any(words[a.first].form.startswith("ل") and a.span.start > words[a.first].start for a in owners)


def _is_under_control(scene: Scene, hit: Hit) -> bool:
    """ "Under the control of" (تحت سيطره), spelled like "he controlled it"."""
    held = scene.hits.covering(hit.first, "role")
    return held is not None and held.value == "held" and held.first < hit.first


def _is_no_act(scene: Scene, hit: Hit, sentence: int) -> bool:
    """A figure of speech, a word without what it needs beside it, or part of another weapon's name."""
    value = hit.value
    if is_figure(scene, hit) or is_figurative(scene, hit, scene.family(value["type"])):
        return True
    if not hit.definite and not _has_what_it_needs(scene, value["needs"], sentence):
        return True
    if value["takes"] and not _takes_object(scene, hit):
        return True
    if "people" in value["needs"] and not _takes_people(scene, hit):
        return True
    if hit.id == _HOARD and not _is_found(scene, hit, sentence):
        return True
    if hit.id == _FELL and _counts_fallen(scene, hit):
        return True
    if value["type"] == _SEIZED and _comes_upon_bodies(scene, hit):
        return True
    if value["object"] == "place" and _surrounds_people(scene, hit):
        return True
    return value["part"] == "thing" and _is_other_weapon(scene, hit)


def _comes_upon_bodies(scene: Scene, hit: Hit) -> bool:
    """ "A force found three bodies, killed by bullets": what it came upon first is no weapon."""
    bodies = scene.hits_in("toll", hit.last, hit.last + _FARTHEST)
    found = next((toll for toll in bodies if toll.id == _BODIES), None)
    return found is not None and not scene.weapons(hit.last, found.first)


def _counts_fallen(scene: Scene, hit: Hit) -> bool:
    """ "A bomb went off, and fourteen fell dead": those counted right behind the verb are who fell, no shells."""
    number = scene.first_number(hit.last, hit.last + 1)
    return number is not None and scene.hits.at(number.last, "toll") is not None


def _is_found(scene: Scene, hit: Hit, sentence: int) -> bool:
    """ "Found a depot of arms": one that was struck tells of no find."""
    told = scene.hits_in("event", scene.text.sentences[sentence].first, hit.first)
    return any(other.value["type"] in _FINDS for other in told)


def _surrounds_people(scene: Scene, hit: Hit) -> bool:
    """ "Surrounded a bomber in A", "encircled the houses": people and homes are no place that is taken."""
    if hit.value["part"] != "verb" or hit.id not in _SURROUNDS:
        return False
    told = arguments(scene, hit)
    held = told.object or (told.subject if told.subject and told.subject.head == "person" else None)
    return held is not None and held.head in _HELD


def _is_other_weapon(scene: Scene, hit: Hit) -> bool:
    """Part of a longer name of another weapon: the shell of a rocket launcher is no artillery shell."""
    longer = next((w for w in scene.weapons(hit.first, hit.first + 1) if w.last > hit.last), None)
    return longer is not None and longer.implies != hit.value["type"]


def _has_what_it_needs(scene: Scene, needs: Iterable[str], sentence: int) -> bool:
    """Whether at least one of what an entry needs stands in the sentence."""
    stretch = scene.text.sentences[sentence]
    wanted = [need for need in needs if need in _NEEDS]
    return not wanted or any(_has(scene, need, stretch.first, stretch.last) for need in wanted)


def _has(scene: Scene, need: str, first: int, last: int) -> bool:
    if need == "toll":
        return bool(scene.hits_in("toll", first, last))
    places, weapons, dates = scene.places(first, last), scene.weapons(first, last), scene.dates(first, last)
    found = {"actor": scene.actors(first, last), "place": places, "weapon": weapons, "date": dates}
    return bool(found[need])


def _takes_object(scene: Scene, hit: Hit) -> bool:
    """One of the phrases that the entry takes follows: "destroyed [the fighters] a tank"."""
    clause = scene.clause_of(hit.first)
    end = min(clause.last if clause else hit.last, hit.last + _FARTHEST)
    taken = (other for other in scene.hits_in("takes", hit.last, end) if not other.proclitics.startswith("و"))
    return any(hit.rule in other.value for other in taken)


def _takes_people(scene: Scene, hit: Hit) -> bool:
    """ "Freed four hostages": counted people, not a town, are the object of the word."""
    subject = arguments(scene, hit).subject if hit.value["part"] == "verb" else None
    start = subject.last if subject and subject.first >= hit.last else hit.last
    people = people_after(scene, start, _OBJECT)
    if people is None or people.first - start > 1 or scene.places(hit.first, people.first):
        return False
    return any(a.head in _PERSONS and (a.counted or a.head == "person") for a in people.actors)


def _is_effect(scene: Scene, hit: Hit, sentence: int) -> bool:
    """ "… which led to the blowing up of a vehicle": what an act told before it did, no second blast."""
    if hit.value["part"] != "noun" or hit.definite or hit.last - hit.first > 1:
        return False
    if scene.family(hit.value["type"]) != "blast" or scene.weapons(hit.last, hit.last + 2):
        return False
    led = any(_leads_to(scene, h, hit) for h in scene.hits_in("result", max(0, hit.first - 4), hit.first))
    start = scene.text.sentences[sentence].first
    told = (h for h in scene.hits_in("event", start, hit.first - 1) if h.value["part"] != "thing")
    goes_on = hit.first - start <= _RESULT
    return led and (goes_on or any(scene.family(h.value["type"]) in _VIOLENT for h in told))


def _is_duty(scene: Scene, hit: Hit) -> bool:
    """ "A force that was combing the area was hit": what they were about, no news of its own."""
    if hit.value["type"] == _DISARMING:
        return _goes_off(scene, hit)
    if hit.value["type"] != _DUTY:
        return False
    clause = scene.clause_of(hit.first)
    start = max(clause.first if clause else 0, hit.first - _BUSY)
    said = scene.hits_in("duty", start, hit.first)
    return any(other.last == hit.first if hit.value["part"] == "verb" else other.id != _WAS for other in said)


def _goes_off(scene: Scene, hit: Hit) -> bool:
    """ "A bomb exploded while experts tried to dismantle it": no clearance, but the blast."""
    start = scene.text.sentence_of(hit.first).first
    busy = scene.hits_in("duty", max(start, hit.first - _FARTHEST), hit.first)
    blasts = (h for h in scene.hits_in("event", start, hit.first) if scene.family(h.value["type"]) == "blast")
    return any(duty.id == _WHILE for duty in busy) and any(not is_figure(scene, h) for h in blasts)


def _leads_to(scene: Scene, led: Hit, hit: Hit) -> bool:
    """ "Led to a blast"; in "a blast led to the death of" the noun is the subject, with no preposition before it."""
    if led.last != hit.first:
        return False
    to = scene.hits.covering(hit.first - 1, "particle")
    return bool(hit.proclitics) or (led.last - led.first > 1 and to is not None)


def _is_purpose(scene: Scene, hit: Hit) -> bool:
    """ "They raid houses to arrest wanted men": what an act is done for, unless people "suffered" it."""
    if (
        hit.value["part"] != "noun"
        or not (hit.value["toll"] in _TAKEN or hit.value["type"] in _AIMS)
        or hit.proclitics not in ("ل", "لل")
        or (hit.definite and hit.last - hit.first == 1)
    ):
        return False
    return not any(
        role.value == "suffers" for role in scene.hits_in("role", max(0, hit.first - _SUFFERING), hit.first)
    )

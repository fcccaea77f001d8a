"""Sides that a word right before or after an actor gives it: "at the hands of", "against", "between"."""

from ..lexicon import Hit
from ..mentions.actor_states import STATE
from ..model.mentions import Actor
from .grammar import can_act, is_crewed, is_joined, is_joined_by
from .kinds import kind_of
from .role_cases import HOSTILE, Case, governor, is_done_with_it, is_thing, is_verb, role_at
from .role_sides import FEUDING, in_relative_clause
from .scene import Scene

_NEAR = 3
_CLOSE, _FAR_CLOSE = 4, 12
"""Words between the two sides of a clash: nothing but "and", or where the first is from."""
_OTHER_SIDE = 14
"""Words after "on one side" in which the other side is named, where no "on the other" closes it."""
_HELD = 6
"""Words between "became", what fell, and "under the control of"."""
_DONE = 4
"""Words between who did and what they did: "went about (ب)"."""
_AFTER = 2
"""Words between a subject and its verb: a day, "had"."""
_PLAIN = {
    "by": "by",
    "doer": "by",
    "against": "against",
    "suffers": "against",
    "with": "against",
    "other-side": "against",
    "backer": "none",
    "nobodys": "none",
}
_RAIDS = "actor/aviation"
"""Raids of somebody: what strikes ("a Russian raid hit …"), and is not struck."""
_AT_THE_HANDS = "at-the-hands-of"
_ABOARD = "aboard"
"""The role of "aboard": what the force that moves moves in."""
_CONTROL = ("territory", "release", "seizure", "clearance", "agreement")


def by_role_word(case: Case) -> str | None:
    """The role word before an actor: "at the hands of X", "against X", "X launched"."""
    hit = _role_word(case)
    if hit is None:
        return None
    value = str(hit.value)
    if _is_unarmed(case.actor) and value in ("against", "launcher"):
        return "against" if value == "against" else None
    if hit.id == _ABOARD and case.tells("movement"):
        return "none"
    if value == "against" and is_verb(hit) and (hit.enclitic or case.actor.rule.startswith(_RAIDS)):
        return "by"
    if (
        value in ("with", "between")
        and case.actor.rule == STATE
        and not case.tells("armed_clash", "agreement")
    ):
        return "none"
    if value == "doer" and _is_about_duty(case, hit):
        return "against"
    if value == "doer" and is_verb(hit) and _does_another_act(case):
        return "none"
    if value == "by" and is_verb(hit) and hit.enclitic and _carries_another(case, hit):
        return "none"
    return _PLAIN.get(value) or _by_sense(case, value, hit)


def _is_unarmed(actor: Actor) -> bool:
    """People without arms of their own, who do only what "did" and "at the hands of" say."""
    return actor.party in FEUDING and actor.head == "class"


def _is_about_duty(case: Case, hit: Hit) -> bool:
    """ "While (أثناء) the police were doing (قيام) their rounds a bomb went off": what those hit were about."""
    duty = case.scene.hits.covering(hit.first, "duty")
    if duty is None or not case.family() & HOSTILE:
        return False
    last = case.actor.last
    acts = (act for at in (last, last + 1) for act in case.scene.hits.starting(at) if act.category == "event")
    return not any(case.scene.family(act.value["type"]) in HOSTILE for act in acts)


def _does_another_act(case: Case) -> bool:
    """ "After the killing the army did (قام) a search (بمداهمة)": what follows is no act of this frame."""
    scene, last = case.scene, case.actor.last
    end = min(scene.text.sentence_of(last - 1).last, last + _DONE)
    done = next((act for act in scene.hits_in("event", last, end) if _is_governed(scene, act)), None)
    if done is None or scene.hits_in("toll", last, done.first):
        return False
    return not any(done.first < one.last and one.first < done.last for one in case.frame.anchors)


def _is_governed(scene: Scene, act: Hit) -> bool:
    """ "Did a search (قام بمداهمة)", "did the carrying out (قام بتنفيذ) of a search"."""
    before = scene.hits.starting(act.first - 1) if act.first else ()
    return act.proclitics == "ب" or any(hit.proclitics == "ب" and hit.last == act.first for hit in before)


def _carries_another(case: Case, hit: Hit) -> bool:
    """ "Raids by A, besides shelling that B carried out (نفذه)": the pronoun stands for the act right before it."""
    own = range(case.actor.first, case.actor.last)
    acts = [
        a for a in case.frame.anchors if case.scene.family(a.type) == "bombardment" and a.first not in own
    ]
    before = [anchor for anchor in acts if anchor.last <= hit.first]
    if not before or len({anchor.type for anchor in acts}) < 2:
        return False
    return before[-1].type != kind_of(case.scene, case.frame)[0]


def _by_sense(case: Case, value: str, hit: Hit) -> str | None:
    """Role words whose side the kind of act decides: who planted, who holds, from whom."""
    if value == "between" and (_is_second(case, hit) or (hit.proclitics == "و" and case.side_before == "by")):
        return "against"
    if value == "between":
        return (
            "by"
            if case.tells("armed_clash", "agreement", "shelling", "armed_attack", "riot")
            and (can_act(case.actor) or _may_feud(case))
            else "against"
        )
    if value == "jointly":
        return "by" if case.side_before == "by" else "none"
    if value == "beside":
        return _beside_thing(case)
    if value == "planter":
        return "against" if case.tells("clearance", "seizure") else "by"
    if value == "held":
        return "by" if _fell_to(case, hit) else "holder"
    if value == "custody":
        return "by" if "coercion" in case.family() else None
    if value == "launcher" and case.actor.party == "protesters" and "bombardment" in case.family():
        return None
    if value == "launcher":
        return "against" if case.tells("interception") else "by"
    if value == "from-whom":
        return "against" if case.tells(*_CONTROL) or "control" in case.family() else None
    if value == "occurs":
        return "against" if _falls_into(case) else None
    return None


def _beside_thing(case: Case) -> str | None:
    """ "A bomb went off beside a patrol", "near a market": what it hit; "shots beside a hotel" did not hit that."""
    if "blast" not in case.family():
        return "none" if case.actor.head == "place_of" else None
    if not is_thing(case.actor):
        return None
    return "near" if case.actor.head == "place_of" else "against"


def _is_second(case: Case, between: Hit) -> bool:
    """ "Between some committees and (و) the rebels": joined, behind a side that is nobody known."""
    first = case.actor.first
    return case.tells("armed_clash") and first > between.last and is_joined(case.scene, first)


def _may_feud(case: Case) -> bool:
    """ "Clashes between herders and farmers": people without arms of their own have a side in a feud."""
    crowd = case.actor.party == "protesters" or case.actor.party in FEUDING
    return case.tells("armed_clash", "riot") and case.actor.head == "class" and crowd


def _fell_to(case: Case, hit: Hit) -> bool:
    """ "The town fell under the control of A"."""
    told = (a for a in case.frame.anchors if a.type == "territory")
    return any(0 <= hit.first - a.first <= (_HELD if a.subject == "none" else 2) for a in told)


def _falls_into(case: Case) -> bool:
    """ "A patrol fell into an ambush"; a land that witnessed an attack was not what it hit."""
    if case.actor.rule == STATE:
        return False
    particle = case.scene.hits.at(case.actor.last, "particle")
    starts = {case.actor.last, particle.last if particle and particle.value == "in" else case.actor.last}
    return any(a.first in starts and not a.is_verb for a in case.frame.anchors)


def _role_word(case: Case) -> Hit | None:
    """The nearest role word before an actor, if nothing between them takes it."""
    first = case.actor.first
    for at in range(first - 1, max(case.frame.start, first - _NEAR) - 1, -1):
        hit = role_at(case, at)
        if any(a.first <= at < a.last for a in case.frame.anchors) and not (hit and hit.last == first):
            return None
        if hit and hit.last <= first:
            return hit if _reaches(case, hit) else None
    return None


def _reaches(case: Case, hit: Hit) -> bool:
    actor, scene = case.actor, case.scene
    if any("," in scene.text.words[at].gap for at in range(hit.last, actor.first + 1)):
        return False
    if any(other.last <= actor.first for other in scene.actors(hit.last, actor.first)):
        return False
    if hit.last < actor.first or is_verb(hit):
        return governor(case) is None and _may_follow(case, hit)
    return True


def _may_follow(case: Case, hit: Hit) -> bool:
    """A verb's subject may stand off; a noun's or a preposition's stands right after it."""
    if hit.value == "doer" and case.actor.first > hit.last:
        return is_verb(hit) and _only_when_between(case, hit.last)
    return not (
        hit.value in ("by", "planter", "launcher")
        and is_thing(case.actor)
        and not (is_crewed(case.actor) or can_act(case.actor))
    )


def _only_when_between(case: Case, first: int) -> bool:
    """ "Managed meanwhile (خلالها)", "did today": only times stand between a verb and its subject."""
    scene, last = case.scene, case.actor.first
    dated = {i for date in scene.dates(first, last) for i in range(date.first, date.last)}
    return all(word in dated or scene.hits.covering(word, "then") for word in range(first, last))


def by_next_verb(case: Case) -> str | None:
    """Subject, then a verb that carries an act: "the army launched a raid", "the post came under fire"."""
    if governor(case):
        return None
    start = _after_backer(case)
    for at in range(start, min(start + _AFTER + 1, len(case.scene.text.words))):
        if "," in case.scene.text.words[at].gap:
            return None
        hit = role_at(case, at)
        if hit is None or not is_verb(hit) or hit.first != at:
            continue
        if hit.value == "suffers":
            return "against"
        if hit.value == "planter" and hit.enclitic and at - start <= 1 and case.family() == {"blast"}:
            return _by_sense(case, "planter", hit)
        if (
            hit.value in ("by", "doer", "launcher")
            and not hit.proclitics
            and not _has_object(case, hit)
            and can_act(case.actor)
        ):
            return "by"
    return None


def _has_object(case: Case, hit: Hit) -> bool:
    """ "Which … launched (شنه)", "did (قام به)": the pronoun is the act, and who did it stands behind."""
    return bool(hit.enclitic) or is_done_with_it(case.scene, hit.last - 1)


def _after_backer(case: Case) -> int:
    """The word after a body, or after who stands behind it: "the tribes, backed by A, managed"."""
    last = case.actor.last
    hit = case.scene.hits.at(last, "role")
    if hit is None or hit.value != "backer":
        return last
    return next((actor.last for actor in case.scene.actors(hit.last, hit.last + 2)), last)


def by_marked_side(case: Case) -> str | None:
    """ "Between A and B on one side, and C and D on the other": all those named on either side."""
    if not case.tells("armed_clash") or not (can_act(case.actor) or _may_feud(case)):
        return None
    if governor(case) or in_relative_clause(case.scene, case.frame.start, case.actor):
        return None
    scene, first = case.scene, case.actor.first
    sentence = scene.text.sentence_of(first)
    roles = scene.hits_in("role", sentence.first, sentence.last)
    opening = next((h for h in roles if h.value == "between"), None)
    if opening is None or first < opening.last:
        return None
    one = next((h for h in roles if h.first > opening.last and _closes_side(scene, h)), None)
    other = next((h for h in roles if h.value == "other-side" and one and h.first > one.last), None)
    if one is None or first > (other.first if other else one.last + _OTHER_SIDE):
        return None
    return "by" if first < one.first else "against"


def _closes_side(scene: Scene, hit: Hit) -> bool:
    """ "On one side"; "من طرف", else "by", where nobody follows it but those that "and" joins."""
    if hit.value == "one-side":
        return True
    last = hit.last
    ends = last < len(scene.text.words) and "," in scene.text.words[last].gap
    return hit.id == _AT_THE_HANDS and not is_verb(hit) and (ends or is_joined(scene, last))


def by_closing_between(case: Case) -> str | None:
    """ "Between A and B": B stands right after A, joined by "and"."""
    if not case.before or case.side_before != "by":
        return None
    gap = case.actor.first - case.before.last
    if _CLOSE < gap <= _FAR_CLOSE and _is_joined_here(case) and _plain_between(case):
        return "against" if _opens_between(case, case.before) else None
    if not 0 <= gap <= _CLOSE or not is_joined_by(case.scene, case.actor.first - gap, "و"):
        return (
            "against"
            if gap <= _CLOSE and _is_joined_here(case) and _opens_between(case, case.before)
            else None
        )
    return "against" if _opens_between(case, case.before) else None


def _plain_between(case: Case) -> bool:
    """Only places and epithets between the two: no act and no word that gives a side."""
    last = case.before.last if case.before else 0
    names = ("event", "role", "toll", "speech")
    return not any(case.scene.hits_in(name, last, case.actor.first) for name in names)


def _is_joined_here(case: Case) -> bool:
    return is_joined_by(case.scene, case.actor.first, "و")


def _opens_between(case: Case, first: Actor) -> bool:
    return any(
        hit.value == "between" and hit.last <= first.first
        for hit in case.scene.hits_in("role", max(0, first.first - _NEAR), first.first)
    )


def by_second_nation(case: Case) -> str | None:
    """ "American and British aircraft": whose they are besides is on the same side."""
    if case.actor.rule != "actor/second-nation" or not case.before:
        return None
    return case.side_before if case.before.last == case.actor.first else None


def by_joining(case: Case) -> str | None:
    """ "A and B": B is on the side of A."""
    if not case.before or not 0 <= case.actor.first - case.before.last <= 1:
        return None
    return case.side_before if is_joined_by(case.scene, case.before.last, "و") and _is_whole(case) else None


def _is_whole(case: Case) -> bool:
    """The "and" is written on the name, or, before a quotation mark, stands alone."""
    last = case.before.last if case.before else 0
    return case.actor.first == last or case.scene.text.words[last].form == "و"

"""The toll of one incident from all the counts that the article gives for it."""

from collections.abc import Sequence

from ..model.incidents import Count
from ..model.mentions import Actor
from ..model.spans import hull
from .attackers import is_attacker
from .drafts import Draft
from .scene import Scene
from .tolls import Toll
from .voices import Voice

SLOTS = ("killed", "injured", "detained", "abducted")
_FAR = 3
"""Counts further apart than this many times are of different people."""
_CLASSES = ("civilians", "unknown")
_REMINDER = "reminder"
_ALSO = 3
"""Words from "also" to the count."""
_UNLIKE = (({"civilians"}, {"combatants"}), ({"combatants"}, {"civilians"}))
_DIED = ("perished", "met-death", "death-noun")
_SERVING = ("army", "police", "security")


def count(
    scene: Scene,
    draft: Draft,
    slot: str,
    sentences: set[int] | None = None,
    voices: Sequence[Voice] = (),
) -> Count | None:
    """Low and high people of one slot; with ``sentences``, as only those sentences tell it.

    Within a sentence different people add up; a later sentence replaces an earlier one, unless it counts
    other people, or another of the ``voices`` tells it: then they range from lowest to highest
    (codebook, "Tolls").
    """
    if not draft.tolls:
        return None
    tolls = [t for t in draft.tolls if t.slot == slot and (sentences is None or t.sentence in sentences)]
    if not tolls:
        return None
    tolls = _telling(scene, tolls)
    if tolls[0].is_zero and _has_victims(draft):
        return None
    groups: list[list[Toll]] = []
    for toll in tolls:
        _place(scene, groups, toll, voices)
    low, high = _total(groups, voices)
    span = tolls[0].span if len(tolls) > 1 and len(groups) == 1 else tolls[-1].span
    if len(groups) > 1 and groups[0][0].sentence == groups[-1][0].sentence:
        span = hull(groups[0][0].span, groups[-1][0].span)
    rule = "; ".join(dict.fromkeys(toll.hit.rule for toll in tolls))
    return Count(low=low, high=high, span=span, quote=span.of(scene.text.body), rule=rule)


def _has_victims(draft: Draft) -> bool:
    """Who tells of dead does not mean that nobody was hurt when another denies further victims."""
    return any(toll.slot in ("killed", "injured") and not toll.is_zero for toll in draft.tolls)


def _telling(scene: Scene, tolls: Sequence[Toll]) -> list[Toll]:
    """The counts that say most: people rather than nobody, a number rather than "some", the final count."""
    told = [t for t in tolls if not t.is_zero] or list(tolls)
    vague, exact = [t for t in told if _is_vague(t)], [t for t in told if not _is_vague(t)]
    if any(not t.joint and (t.low or 0) > 1 for t in exact):
        told, vague = [t for t in told if not t.joint], [t for t in vague if not t.joint]
    less = [t for t in exact if t.high == 1 and any(_is_more_than(scene, other, t) for other in vague)]
    more = [t for t in exact if t not in less]
    told = [
        t for t in told if t not in less and (t in more or not any(_may_mean(t, other) for other in more))
    ]
    told = [t for t in told if not _is_earlier(scene, t)] or told
    long = [t for t in told if _is_of_long(scene, t, told)]
    rest = [t for t in told if t not in long]
    told = [t for t in told if not _is_included(scene, t, rest) and not _is_told_again(t, long)] or told
    told = [t for t in told if not any(_is_summand(scene, t, other) for other in told)]
    return _without_details(told)


def _without_details(tolls: list[Toll]) -> list[Toll]:
    """ "Two were killed"; elsewhere: "the killing of A and of a child": those of one number, told one by one."""
    exact = [t for t in tolls if t.low is not None and t.low == t.high]
    whole = {t.low: t.sentence for t in exact if (t.low or 0) > 1}
    one = {t.sentence for t in exact if t.low == 1}
    sums = {n: sum(t.low or 0 for t in exact if t.sentence == n) for n in one}
    told = [t for t in tolls if whole.get(sums.get(t.sentence, 0), t.sentence) == t.sentence]
    return told or tolls


def _is_more_than(scene: Scene, some: Toll, one: Toll) -> bool:
    """ "Some were killed", then one; but "some killed and wounded civilians" may have been one of each."""
    alike = bool(_parties(some.people) & _parties(one.people)) or not some.people
    return _may_mean(some, one) and not ((some.joint or _is_with_other(scene, some)) and alike)


def _is_with_other(scene: Scene, toll: Toll) -> bool:
    """ "Dead and wounded": one phrase for both, as headlines have it."""
    beside = (
        *scene.hits_in("toll", toll.last, toll.last + 1),
        *scene.hits_in("toll", toll.first - 1, toll.first),
    )
    return toll.hit.value.get("people") == "self" and any(hit.value.get("people") == "self" for hit in beside)


def _is_vague(toll: Toll) -> bool:
    """ "Some": a plural without a number."""
    return toll.low == 2 and toll.high is None


def _may_mean(a: Toll, b: Toll) -> bool:
    """Whether two counts may count the same people, as far as their parties say."""
    ours, theirs = _parties(a.people) - set(_CLASSES), _parties(b.people) - set(_CLASSES)
    return not ours or not theirs or bool(ours & theirs)


def _is_earlier(scene: Scene, toll: Toll) -> bool:
    """ "A first toll spoke of …": the first count after words that call it preliminary."""
    start = scene.text.sentences[toll.sentence].first
    called = (hit for hit in scene.hits_in("recount", start, toll.first) if hit.value == "earlier")
    return any(not _counted_between(scene, hit.last, toll) for hit in called) or _is_recalled(scene, toll)


def _is_recalled(scene: Scene, toll: Toll) -> bool:
    """ "The ministry had announced …", "it is recalled that": a count of before the news."""
    start = scene.text.sentences[toll.sentence].first
    opening = scene.hits_in("recall", start, start + 1)
    return any(hit.id == _REMINDER or scene.hits_in("speech", start, toll.first) for hit in opening)


def _counted_between(scene: Scene, first: int, toll: Toll) -> bool:
    return any(hit.value["slot"] == toll.slot for hit in scene.hits_in("toll", first, toll.hit.first))


def _is_included(scene: Scene, toll: Toll, tolls: Sequence[Toll]) -> bool:
    """ "The toll rose to four after a youth died", "two were killed, so that it rose to four": they are among them."""
    risen = [t for t in tolls if t.sentence == toll.sentence and t != toll and _is_risen(scene, t)]
    return any((toll.low or 0) < (t.low or 0) for t in risen)


def _is_of_long(scene: Scene, toll: Toll, tolls: Sequence[Toll]) -> bool:
    """ "… killed nine; the toll of the army in the clashes rose to 65": the total of more than this act."""
    others = [t for t in tolls if t.first < toll.first and (t.low or 0) > 1]
    far = any((toll.low or 0) > _FAR * (t.low or 0) for t in others if t.high is not None)
    return _is_risen(scene, toll) and (far or bool(others and _is_running(scene, toll)))


def _is_told_again(toll: Toll, others: Sequence[Toll]) -> bool:
    """One of the others, or the same number in its sentence: "the number of dead rose to 23 dead"."""
    return any((t.sentence, t.low, t.high) == (toll.sentence, toll.low, toll.high) for t in others)


def _is_running(scene: Scene, toll: Toll) -> bool:
    """ "… and the number of dead rose since the morning to 23": of all that happened since."""
    found = scene.hits_in("recount", max(0, toll.hit.first - 3), toll.last)
    return any(hit.value == "since" for hit in found)


def _is_summand(scene: Scene, part: Toll, whole: Toll) -> bool:
    """ "Eight of A and ten of B were killed"; elsewhere: "eight of A were killed"."""
    if part.sentence == whole.sentence or part.high is None or (whole.low or 0) <= (part.low or 0):
        return False
    told = [number.low for number in scene.numbers(whole.first, whole.last)]
    return len(told) > 1 and part.low in told and sum(n or 0 for n in told) == whole.low


def _is_risen(scene: Scene, toll: Toll) -> bool:
    found = scene.hits_in("recount", max(0, toll.hit.first - 3), toll.last)
    return any(hit.value in ("later", "rose") for hit in found)


def _place(scene: Scene, groups: list[list[Toll]], toll: Toll, voices: Sequence[Voice]) -> None:
    """Put a count with the earlier counts of the same people, or by itself."""
    for group in groups:
        if _same_people(scene, group[-1], toll) or _is_of_other_voice(group[-1], toll, voices):
            group.append(toll)
            return
    groups.append([toll])


def _same_people(scene: Scene, a: Toll, b: Toll) -> bool:
    """Whether two counts count the same people: not two sides of a fight, nor two in one sentence."""
    if a.hit == b.hit and a.span != b.span:
        return False
    ours, theirs = _parties(a.people), _parties(b.people)
    if a.people and b.people and _are_attackers(a) != _are_attackers(b):
        return False
    if {actor.span for actor in a.people} & {actor.span for actor in b.people}:
        return True
    if any(hit.value == "later" for hit in scene.hits_in("recount", a.last, b.first)):
        return True
    if a.sentence == b.sentence:
        alike = (a.low, a.high) == (b.low, b.high) and not _is_added(scene, a, b)
        return alike and bool(not ours or not theirs or ours & theirs)
    if (a.low, a.high) == (b.low, b.high) and a.low != 1:
        return True
    if _are_told_again(a, b):
        return True
    if _are_unlike(a, b):
        return False
    if _face_each_other(scene, a, b) or _face_each_other(scene, b, a) or _is_further(scene, b):
        return False
    known = ours - set(_CLASSES), theirs - set(_CLASSES)
    return not (known[0] and known[1] and not known[0] & known[1])


def _is_of_other_voice(a: Toll, b: Toll, voices: Sequence[Voice]) -> bool:
    """ "A said that six were killed, while B spoke of five dead": one sentence, two speakers, the same people."""
    if a.sentence != b.sentence or a.hit == b.hit:
        return False
    if not _may_mean(a, b) or _kinds_differ(a, b) or _are_attackers(a) != _are_attackers(b):
        return False
    one, other = _voice_of(a, voices), _voice_of(b, voices)
    return bool(one and other and one != other)


def _kinds_differ(a: Toll, b: Toll) -> bool:
    ours, theirs = ({actor.kind for actor in toll.people} for toll in (a, b))
    return bool(ours and theirs and not ours & theirs)


def _are_unlike(a: Toll, b: Toll) -> bool:
    """ "Ten civilians were killed"; elsewhere: "four members of A were killed": several of each."""
    ours, theirs = ({actor.kind for actor in toll.people} for toll in (a, b))
    return min(a.low or 0, b.low or 0) > 1 and (ours, theirs) in _UNLIKE


def _are_told_again(a: Toll, b: Toll) -> bool:
    """ "A child", then "the child A B": one person, and the same word for both."""
    one = a.low == a.high == b.low == b.high == 1 and len(a.people) == len(b.people) == 1
    return one and b.people[0].definite and not a.people[0].definite and a.people[0].rule == b.people[0].rule


def _face_each_other(scene: Scene, one: Toll, other: Toll) -> bool:
    """Soldiers or police, and militants of no known body: two sides, however each is told."""
    return _all_said(scene, one, _SERVING) and _all_said(scene, other, (None,)) and _are_of_no_body(other)


def _is_further(scene: Scene, toll: Toll) -> bool:
    """ "It led also (أيضا) to the death of 20", "another died (توفي آخر) later": more than those counted before."""
    if toll.low == toll.high == 1 and toll.hit.id in _DIED and _is_another(scene, toll):
        return True
    start = max(scene.text.sentences[toll.sentence].first, toll.first - _ALSO)
    return bool(scene.hits_in("also", start, toll.first))


def _is_another(scene: Scene, toll: Toll) -> bool:
    others = scene.hits_in("others", toll.first, toll.last + 1)
    return any(not other.value.get("fallen") and not other.definite for other in others)


def _all_said(scene: Scene, toll: Toll, roles: Sequence[str | None]) -> bool:
    """Whether every word for those counted has one of the roles that the lexicon gives such words."""
    words = [scene.hits_in("person", actor.first, actor.last)[:1] for actor in toll.people]
    return bool(words) and all(word and word[0].value.get("role") in roles for word in words)


def _are_of_no_body(toll: Toll) -> bool:
    return all(actor.party == "unknown" and actor.kind == "combatants" for actor in toll.people)


def _are_attackers(toll: Toll) -> bool:
    return all(is_attacker(actor) for actor in toll.people)


def _is_added(scene: Scene, a: Toll, b: Toll) -> bool:
    """ "The killing of A and the killing of B", "… in addition to the killing of B", "A was killed with his son".

    But who shot at one "and killed him" has told of nobody more.
    """
    if b.hit.enclitic and b.span == b.hit.span:
        return False
    if a.hit == b.hit or (a.hit.rule == b.hit.rule and b.hit.proclitics == "و"):
        return True
    return any(hit.value == "besides" for hit in scene.hits_in("particle", a.last, b.first))


def _parties(people: Sequence[Actor]) -> set[str]:
    return {actor.party for actor in people}


def _total(groups: Sequence[Sequence[Toll]], voices: Sequence[Voice]) -> tuple[int | None, int | None]:
    low: int | None = 0
    high: int | None = 0
    if all(_is_vague(group[-1]) for group in groups):
        groups = groups[:1]
    for group in groups:
        least, most = _of_voices(group, voices)
        low = None if low is None or least is None else low + least
        high = None if high is None or most is None else high + most
    return low, high


def _of_voices(group: Sequence[Toll], voices: Sequence[Voice]) -> tuple[int | None, int | None]:
    """The range between named voices that count the same people exactly and differ."""
    told: dict[str, list[Toll]] = {}
    for toll in group:
        told.setdefault(_voice_of(toll, voices), []).append(toll)
    counts = [_settled(tolls) for name, tolls in told.items() if name]
    if len(counts) > 1 and all(low is not None and low == high for low, high in counts):
        exact = [low for low, _ in counts if low is not None]
        exact = [number for number in exact if number != 1] or exact
        if max(exact) <= _FAR * min(exact):
            return min(exact), max(exact)
    return _settled(group)


def _voice_of(toll: Toll, voices: Sequence[Voice]) -> str:
    """Who originally tells a count; empty for the outlet itself."""
    telling = [
        v for v in voices if v.chain and v.reach != "dateline" and v.scope[0] <= toll.first < v.scope[1]
    ]
    return min(telling, key=lambda v: v.scope[1] - v.scope[0]).chain[0].name if telling else ""


def _settled(group: Sequence[Toll]) -> tuple[int | None, int | None]:
    """The last exact count of the same people, one person told apart aside; else the last open one."""
    exact = [toll for toll in group if toll.low is not None and toll.low == toll.high]
    exact = [toll for toll in exact if toll.low != 1] or exact
    chosen = (exact or group)[-1]
    vague = [toll for toll in group if toll.high is None and toll.low is not None and toll.low > 2]
    if vague and exact and any(toll.low in (chosen.low, (chosen.low or 0) + 1) for toll in vague):
        return chosen.low, None
    return chosen.low, chosen.high

"""What only all the actors of an act together decide: guesses, two sides, the subject that opens a clause."""

from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from ..mentions.actor_states import STATE
from ..model.mentions import Actor
from .anchors import Anchor
from .boundaries import reasons_in
from .frames import Frame
from .grammar import can_act, is_free, is_joined_by
from .scene import Scene

FEUDING = ("civilians", "private-persons")
"""People without arms of their own who may have a side in a feud."""
_GUESSES = ("+country", "+inherited", "+context", "+unknown")
_TRIBE = "actor/tribe/clan"
_AIRCRAFT = ("actor/warplanes", "actor/unknown-aircraft")
_REASON = 10
_PAST = frozenset({"past", "present"})
_OPENING = 6
"""Words between a body that opens a clause and the act that it does."""


def distinct(actors: Sequence[Actor]) -> tuple[Actor, ...]:
    """One actor a party, the first; guesses and unknown give way to named parties."""
    named = [actor for actor in actors if not is_guess(actor) and not _is_home_again(actor, actors)]
    found: dict[str, Actor] = {}
    for actor in named or [a for a in actors if a.party != "unknown"]:
        found.setdefault(actor.party, actor)
    if len(found) > 1:
        found.pop("unknown", None)
    return tuple(found.values())


def _is_home_again(actor: Actor, actors: Sequence[Actor]) -> bool:
    """ "The house", after "the house of the governor"."""
    owned = any(other.rule.startswith("actor/homes+owner") for other in actors)
    return owned and actor.rule.partition(";")[0] == "actor/homes"


def is_guess(actor: Actor) -> bool:
    """A thing whose party only the article's country, or nothing, gave."""
    if actor.head != "object":
        return False
    rule = actor.rule.partition(";")[0]
    return "+owner" not in rule or rule.endswith(_GUESSES)


def is_side(actor: Actor) -> bool:
    """An armed body that is known."""
    return actor.kind == "combatants" and actor.party != "unknown"


def is_bare(actor: Actor) -> bool:
    """ "Three people": nobody knows who they are (codebook, "Tolls")."""
    rule = actor.rule.partition(";")[0]
    return rule.removeprefix("actor/").removeprefix("subset+") in ("person", "others")


def is_praise(actor: Actor) -> bool:
    """ "The heroes", "our men": words that name nobody."""
    return actor.party == "unknown" and actor.rule.partition(";")[0] == "actor/men"


def are_unnamed_aircraft(actors: Sequence[Actor]) -> bool:
    """ "The warplanes" of nobody's known: they say that somebody did it, but give way to whoever owns to it."""
    return bool(actors) and all(a.party == "unknown" and a.rule.startswith(_AIRCRAFT) for a in actors)


def is_kin(actor: Actor) -> bool:
    """ "The father of the martyr": named only to say whose he is."""
    return not actor.counted and actor.rule.startswith(("actor/relatives", "actor/kin", "actor/family"))


def two_sides(by: list[Actor], against: list[Actor]) -> tuple[list[Actor], list[Actor]]:
    """A clash has two sides: those met in it stand against the dead; else the side named first acts."""
    first = next(iter(against), None)
    met = list(_met(against))
    others = [a for a in against if first and a.party != first.party and _is_apart(a)]
    if by or first is None or not others:
        return by, against
    acting = {a.party for a in met} if met and len(met) < len(against) else {first.party}
    return [a for a in against if a.party in acting], [a for a in against if a.party not in acting]


def _met(against: Iterable[Actor]) -> Iterator[Actor]:
    """ "With A and B": whom "with" or "against" governs, and those that "and" joins to them."""
    last = None
    for actor in against:
        joined = actor.rule.endswith("side/joined") and last is not None and actor.first - last <= 1
        if joined or actor.rule.endswith("side/role-word"):
            last = actor.last
            yield actor


def _is_apart(actor: Actor) -> bool:
    """Not joined by "and" to the one before, but where a number of its own counts it: "two of A and four of B"."""
    numbered = actor.counted and actor.kind == "combatants" and (actor.low or 0) > 1
    return numbered or not actor.rule.endswith("side/joined")


def feuding(by: list[Actor], against: list[Actor]) -> tuple[list[Actor], list[Actor]]:
    """A clash of herders and farmers, of two families or clans: private persons on either side."""
    if not by or not _are_private(by) or not (_are_private(against) or not against):
        return by, against
    sides = [replace(actor, party="private-persons") for actor in by]
    met = [actor for actor in against if actor.rule.endswith("side/between")]
    others = [replace(actor, party="private-persons") for actor in met or sides[-1:]]
    return sides, others


def _are_private(actors: Sequence[Actor]) -> bool:
    return all(actor.party in FEUDING or actor.rule.startswith(_TRIBE) for actor in actors)


def aimed_at(scene: Scene, frame: Frame) -> list[Actor]:
    """Whom a protest is aimed at: named in its reason, which tells no act of its own."""
    if not frame.anchors or any(scene.family(anchor.type) != "civil" for anchor in frame.anchors):
        return []
    last = scene.text.sentences[frame.sentence].last
    reasons = reasons_in(scene, frame.first, min(last, frame.end + 2))
    after = scene.actors(reasons[0].last, min(last, reasons[0].last + _REASON)) if reasons else ()
    aims = [a for a in after if a.kind == "combatants" or a.party == "officials"]
    return [a for a in aims if not _is_mourned(scene, reasons[0].last, a)][:1]


def is_mourned(scene: Scene, frame: Frame, actor: Actor) -> bool:
    """Whether the death of an actor is what a crowd protests against."""
    if any(scene.family(anchor.type) != "civil" for anchor in frame.anchors):
        return False
    reasons = reasons_in(scene, frame.first, actor.first)
    return bool(reasons) and _is_mourned(scene, reasons[0].last, actor)


def _is_mourned(scene: Scene, first: int, actor: Actor) -> bool:
    """ "Against the killing of an officer": whom a reason tells to be dead or hurt, nobody protests against."""
    tolls = scene.hits_in("toll", first, actor.first)
    if not tolls or not (actor.counted or actor.head == "person"):
        return False
    return not scene.hits_in("role", tolls[-1].last, actor.first)


def opening_subject(scene: Scene, frame: Frame, free: Sequence[Actor]) -> list[Actor]:
    """An armed body that opens the clause and hits somebody else: "the army managed to kill …"."""
    if frame.only_toll or any(a.subject == "none" or is_duty(a) or _befell(a) for a in frame.anchors):
        return []
    opener = next(_openers(scene, frame, free), None)
    return list(series(scene, free, opener)) if opener else []


def series(scene: Scene, free: Sequence[Actor], opener: Actor) -> Iterator[Actor]:
    """ "A and B raided the town": whoever opens the clause and those that "and" joins to it."""
    last = None
    for actor in free:
        joined = last is not None and actor.first == last.last and is_joined_by(scene, actor.first, "و")
        if actor.first == opener.first or (joined and can_act(actor)):
            rule = actor.rule if actor.first == opener.first else f"{actor.rule}; side/joined"
            yield replace(actor, rule=rule)
            last = actor


def _befell(anchor: Anchor) -> bool:
    """ "An officer … survived an attempt": the subject of the verb was hit."""
    return anchor.is_verb and anchor.subject == "against"


def is_duty(anchor: Anchor) -> bool:
    """What those who died were doing: soldiers fell "while they took part in the operation"."""
    return anchor.type == "other_violence" and anchor.part == "thing"


def _openers(scene: Scene, frame: Frame, free: Sequence[Actor]) -> Iterator[Actor]:
    for actor in free:
        if actor.first >= frame.first:
            return
        if frame.first - actor.last <= _OPENING and _may_open(scene, frame, actor):
            yield actor


def _may_open(scene: Scene, frame: Frame, actor: Actor) -> bool:
    if (
        not (actor.head in ("body", "members") or can_act(actor))
        or actor.kind == "civilians"
        or (actor.head == "class" and actor.party == "civilians" and not actor.counted)
        or actor.rule == STATE
        or (actor.head != "body" and actor.high == 1)
        or not is_free(scene, actor)
    ):
        return False
    if not _begins(scene, actor) or _counts_known(frame, actor) or _only_sees(scene, frame, actor):
        return False
    if _only_fell(scene, frame, actor) or _condemns(scene, frame, actor):
        return False
    return not in_relative_clause(scene, frame.start, actor) and not _serves_another(scene, frame, actor)


def _counts_known(frame: Frame, actor: Actor) -> bool:
    """ "Eight of its soldiers are missing after an attack": counted, and no subject of a verb of the act."""
    return actor.counted and actor.definite and not any(anchor.is_verb for anchor in frame.anchors)


def _only_fell(scene: Scene, frame: Frame, actor: Actor) -> bool:
    """ "An officer … was killed in an attack": one man before his own death, told of him alone."""
    verbs = [toll for toll in frame.tolls if _PAST & toll.hit.features and toll.hit.first >= actor.last]
    one = actor.low == actor.high == 1 and actor.head != "body"
    return one and bool(verbs) and not any(anchor.is_verb for anchor in frame.anchors)


def _condemns(scene: Scene, frame: Frame, actor: Actor) -> bool:
    """ "A state voiced its condemnation of the attack": who condemns it did not do it."""
    return bool(scene.hits_in("condemnation", actor.first - 2, frame.first))


def _only_sees(scene: Scene, frame: Frame, actor: Actor) -> bool:
    """ "The country witnessed an attack", "the attack happened": it is where the act was, and no doer."""
    roles = scene.hits_in("role", actor.first - 1, frame.first)
    return any(role.value == "occurs" and bool(role.features & _PAST) for role in roles)


def _begins(scene: Scene, actor: Actor) -> bool:
    """Whether an actor stands at the start of a clause or by a verb, not as the genitive of a noun before it."""
    first, word = actor.first, scene.text.words[actor.first]
    clause = scene.clause_of(first)
    if (
        clause is None
        or first - clause.first <= 1
        or "," in word.gap
        or ":" in word.gap
        or word.form.startswith("و")
    ):
        return True
    if scene.hits.at(first - 1, "particle"):
        return True
    if "," in scene.text.words[first - 1].gap or scene.hits.at(first - 2, "particle"):
        return True
    names = ("event", "role", "speech", "toll", "date", "shift")
    return any(h.category in names for h in scene.hits.starting(first - 1)) or bool(
        scene.dates(first - 2, first)
    )


def _serves_another(scene: Scene, frame: Frame, actor: Actor) -> bool:
    """The subject of a verb of another act: "the crowd burned tyres, after the killing of …"."""
    own = {anchor.first for anchor in frame.anchors} | {toll.hit.first for toll in frame.tolls}
    verbs = (h for at in (actor.first - 1, actor.last) if at >= 0 for h in scene.hits.starting(at))
    return any(
        h.category == "event" and h.features & {"past", "present"} and h.first not in own for h in verbs
    )


def in_relative_clause(scene: Scene, start: int, actor: Actor) -> bool:
    """ "The correspondent who goes with the army": who is named only to say whose the subject is."""
    particles = scene.hits_in("particle", max(start, actor.first - 4), actor.first)
    return any(hit.value == "which" for hit in particles)

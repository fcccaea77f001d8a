"""Whether an act goes with the acts and tolls before it in its sentence, or tells the next happening."""

from collections.abc import Iterable, Sequence

from .anchors import Anchor
from .boundaries import break_between, brings_place, gives_way, next_said
from .grammar import (
    acts_alone,
    arguments,
    is_joined,
    preposition_before,
    with_count,
)
from .likes import is_another, ordinal_after
from .scene import Scene
from .tolls import Toll

_DAMAGE = "property_destruction"
_CHOSEN = "targeted_killing"
_TAKEN = ("detained", "abducted")
_VIOLENT = ("ground", "blast", "bombardment")
_SWEEP = "sweep"
_TWO_ACTS = ({"detention", "seizure"}, {"detention", "release"})
_RELEASE = "release"
_SURVIVED = "event/targeted_killing/survived"
_PHRASES = ("event/detention/seize-person", "event/armed_attack/shooting")
_CLASH = "armed_clash"
_ATTACK = "armed_attack"
_SHOT_DEAD = "event/targeted_killing/liquidated"
MUTUAL = "event/shelling/exchange-of-shelling"
_ADJECTIVES = 4
"""Words of "violent" and "accompanied by" between clashes and the mutual shelling."""
_FROM_AFAR = ("bombardment", "blast")


def anchor_joins(scene: Scene, group: Sequence[Anchor | Toll], anchor: Anchor, link: str | None) -> bool:
    before = [item for item in group if isinstance(item, Anchor)]
    if not before:
        return link in (None, "result") or _opens_with_toll(scene, anchor)
    if _is_second(scene, anchor) and _same_kind(scene, before, anchor):
        return False
    if not _is_known(anchor) and _is_next_said(scene, group, anchor):
        return False
    if (
        _leads_away(before, anchor)
        or _held_before(scene, before, anchor)
        or _is_between_two(before[-1], anchor)
    ):
        return True
    if link is None and before[-1].hit.rule == _SURVIVED:
        return True
    if _says_whose(scene, before, anchor) or _kills_there(scene, before[-1], anchor):
        return True
    if _is_known(anchor) and _same_kind(scene, before, anchor):
        return not _is_next_of_list(scene, group, anchor)
    if anchor.type == _DAMAGE and _is_effect(scene, before, anchor, link):
        return True
    if _goes_on(scene, group, before[-1], anchor):
        return True
    if link == "and" and _repeats(scene, group, before, anchor):
        return True
    if link == "while" and _says_more(scene, before[-1], anchor):
        return True
    if link in ("while", "and"):
        return link == "while" and _adds_place(scene, before, anchor)
    if _is_means_of_killing(scene, before, anchor):
        return True
    if _takes_people_after_force(scene, before, anchor) or _finds_beside_arrest(scene, before, anchor):
        return False
    if anchor.type in {item.type for item in before}:
        told_from = group[0].first if _is_added(scene, anchor) else group[-1].last
        return link == "result" or not _brings_place_between(scene, told_from, anchor)
    if (
        anchor.part != "thing"
        and anchor.strength == 0
        and _brings_place_between(scene, group[0].last, anchor)
    ):
        return False
    if anchor.part == "thing" or anchor.strength == 0 or all(gives_way(item) for item in before):
        return True
    if link is None and _same_kind(scene, before, anchor) and not _opens_with_and(scene, anchor):
        return True
    return link is None and _is_nested(scene, group[-1], anchor)


def _is_second(scene: Scene, anchor: Anchor) -> bool:
    """ "The second attack", "another attack", "likewise (كذلك) attacked": not the one told before it."""
    number = ordinal_after(scene, anchor)
    if anchor.is_verb and anchor.first and scene.hits.at(anchor.first - 1, "also") is not None:
        return True
    if number is not None and (number.low or 0) > 1:
        return True
    return not anchor.is_verb and anchor.part != "thing" and is_another(scene, anchor)


def _is_next_said(scene: Scene, group: Sequence[Anchor | Toll], anchor: Anchor) -> bool:
    """ "He said that a raid hit A, and that (وأن) aircraft shelled B": the next thing said, at its own place."""
    said = next_said(scene, group[-1].last, anchor.first)
    return said is not None and brings_place(scene, said)


def _leads_away(before: Sequence[Anchor], anchor: Anchor) -> bool:
    """ "Arrested three and led them away": the pronoun means those just taken."""
    taken = any(item.toll in _TAKEN for item in before)
    return taken and anchor.toll in _TAKEN and anchor.is_verb and bool(anchor.hit.enclitic)


def _is_between_two(before: Anchor, anchor: Anchor) -> bool:
    """ "Clashes and mutual shelling (وقصف متبادل)": what the two sides of one clash do to each other."""
    side_by_side = anchor.first - before.last <= _ADJECTIVES
    return side_by_side and before.type == _CLASH and anchor.hit.rule == MUTUAL


def _says_whose(scene: Scene, before: Sequence[Anchor], anchor: Anchor) -> bool:
    """ "By the fall of a shell, which the army fired (أطلقها) at B": the pronoun means what fell."""
    again = anchor.is_verb and bool(anchor.hit.enclitic) and not anchor.hit.proclitics
    return again and not anchor.strength and not before[-1].is_verb and _same_kind(scene, before[-1:], anchor)


def _kills_there(scene: Scene, before: Anchor, anchor: Anchor) -> bool:
    """ "They fired at a nurse and killed him (فأردوه)": the pronoun means whom the shots hit."""
    return anchor.hit.rule == _SHOT_DEAD and anchor.hit.proclitics == "ف" and before.type == _ATTACK


def _held_before(scene: Scene, before: Sequence[Anchor], anchor: Anchor) -> bool:
    """ "Freed three after holding them for hours": the arrest only says from what."""
    freed = any(item.type == _RELEASE for item in before)
    return freed and anchor.toll in _TAKEN and not anchor.is_verb and not _opens_with_and(scene, anchor)


def _is_known(anchor: Anchor) -> bool:
    """ "The attack"; not "laying hold (إلقاء القبض) on", whose article is part of the phrase, nor "the aircraft"."""
    return anchor.definite and anchor.part != "thing" and anchor.hit.rule not in _PHRASES


def _is_next_of_list(scene: Scene, group: Sequence[Anchor | Toll], anchor: Anchor) -> bool:
    """ "The attack on A in March, which …, and the attack on B in June": each with a place of its own."""
    opened = [item for item in group if isinstance(item, Anchor) and item.type == anchor.type]
    told = any(scene.places(item.last, anchor.first) for item in opened)
    counted = any(isinstance(item, Toll) for item in group)
    fine = any(not p.qualifies for p in scene.places(anchor.last, anchor.last + 5))
    return _opens_with_and(scene, anchor) and told and counted and fine


def _is_means_of_killing(scene: Scene, before: Sequence[Anchor], anchor: Anchor) -> bool:
    """ "The assassination of A in a raid": the raid is how it was done."""
    if anchor.is_verb or before[-1].type != _CHOSEN or scene.family(anchor.type) not in _FROM_AFAR:
        return False
    return preposition_before(scene, anchor.first) in ("in", "with") or anchor.hit.proclitics == "ب"


def _finds_beside_arrest(scene: Scene, before: Sequence[Anchor], anchor: Anchor) -> bool:
    """ "The discovery of a store of arms and the arrest of two", "the freeing of ten and the arrest of two"."""
    types = {anchor.type, *(item.type for item in before)}
    return types in _TWO_ACTS and anchor.type != before[-1].type and _opens_with_and(scene, anchor)


def _takes_people_after_force(scene: Scene, before: Sequence[Anchor], anchor: Anchor) -> bool:
    """Arrest and abduction are acts of their own, also after an attack of which nothing else is told."""
    if (anchor.toll not in _TAKEN and anchor.type != _SWEEP) or gives_way(anchor):
        return False
    return all(scene.family(item.type) in _VIOLENT for item in before)


def _opens_with_toll(scene: Scene, anchor: Anchor) -> bool:
    """ "… was killed, and another wounded by their fire": the clause of the act goes on with the toll."""
    clause = scene.clause_of(anchor.first)
    return bool(clause and scene.hits_in("toll", clause.first, clause.first + 1))


def _is_effect(scene: Scene, before: Sequence[Anchor], anchor: Anchor, link: str | None) -> bool:
    """Damage told as what an act did: "led to the destruction of", "the raids struck … and destroyed"."""
    if not anchor.is_verb:
        return link in (None, "result")
    blown = any(scene.family(item.type) in _FROM_AFAR for item in before)
    return blown and link != "shift" and arguments(scene, anchor.hit).subject is None


def _opens_with_and(scene: Scene, anchor: Anchor) -> bool:
    """ "And a raid", "and three raids"."""
    return is_joined(scene, with_count(scene, anchor.first))


def _adds_place(scene: Scene, before: Sequence[Anchor], anchor: Anchor) -> bool:
    """ "… as it also struck C": the same raid, one more place, nothing else of its own."""
    return (
        anchor.is_verb
        and anchor.strength == 0
        and (anchor.type == _ATTACK or any(item.type == anchor.type for item in before))
        and any(scene.family(item.type) == "bombardment" for item in before)
        and acts_alone(scene, anchor)
        and not _leads_to(scene, anchor)
    )


def _leads_to(scene: Scene, anchor: Anchor) -> bool:
    """ "… as shells fell on C, which killed one": the act has people of its own."""
    own = scene.clause_of(anchor.first)
    after = scene.clause_of(own.last) if own else None
    if own is None or after is None or after.link != "result" or after.sentence != own.sentence:
        return bool(own and scene.hits_in("toll", anchor.last, own.last))
    return bool(scene.hits_in("toll", anchor.last, after.last))


def _goes_on(scene: Scene, group: Sequence[Anchor | Toll], before: Anchor, anchor: Anchor) -> bool:
    """A verb that only says what the raid before it struck: no author and no place of its own."""
    if not anchor.is_verb or before.is_verb or not acts_alone(scene, anchor):
        return False
    if (
        anchor.strength
        and break_between(scene, before.first, anchor.first) in ("and", "while")
        and brings_place(scene, anchor.last)
    ):
        return False
    same = before.type == anchor.type or scene.family(before.type) == scene.family(anchor.type)
    return (same or anchor.strength == 0) and (anchor.first - group[-1].last <= 8 or anchor.strength == 0)


def _repeats(scene: Scene, group: Sequence[Anchor | Toll], before: Sequence[Anchor], anchor: Anchor) -> bool:
    """One act told in two verbs of one subject: "advanced … and took", "seized them and led them away"."""
    if anchor.type not in {item.type for item in before} or not anchor.is_verb or _is_recalled(scene, anchor):
        return False
    return (
        not _brings_place_between(scene, group[0].last, anchor)
        and arguments(scene, anchor.hit).subject is None
    )


def _is_recalled(scene: Scene, anchor: Anchor) -> bool:
    """ "Executed one, and had executed (وكان قد أعدم) three": the same done before."""
    clause = scene.clause_of(anchor.first)
    opening = scene.hits.at(clause.first, "recall") if clause else None
    return opening is not None and opening.value == "strong"


def _says_more(scene: Scene, before: Anchor, anchor: Anchor) -> bool:
    """ "Shelled the court, as it also (كما) shelled a post of theirs": the same verb, no author and no place."""
    if not anchor.is_verb or anchor.hit.rule != before.hit.rule or anchor.hit.features != before.hit.features:
        return False
    return arguments(scene, anchor.hit).subject is None and not brings_place(scene, anchor.last)


def _same_kind(scene: Scene, before: Iterable[Anchor], anchor: Anchor) -> bool:
    family = scene.family(anchor.type)
    return any(item.type == anchor.type or scene.family(item.type) == family for item in before)


def _brings_place_between(scene: Scene, last: int, anchor: Anchor) -> bool:
    """Two acts of one type with a place after each are two happenings: "raids on A and shelling of B"."""
    before, after = scene.places(last, anchor.first), brings_place(scene, anchor.last)
    return bool(before and after and (_opens_with_and(scene, anchor) or _is_added(scene, anchor)))


def _is_added(scene: Scene, anchor: Anchor) -> bool:
    """ "… in addition to the shelling of B"."""
    particles = scene.hits_in("particle", max(0, anchor.first - 3), anchor.first)
    return any(particle.value == "besides" for particle in particles)


def _is_nested(scene: Scene, before: Anchor | Toll, anchor: Anchor) -> bool:
    """The second act is only how the first was done: "killed in a raid", "attack by shelling"."""
    causes = scene.hits_in("cause", before.last, anchor.first + 1)
    chosen = not isinstance(before, Toll) and before.type == _CHOSEN and scene.family(anchor.type) == "blast"
    return any(hit.value == "strong" for hit in causes) and (isinstance(before, Toll) or chosen)

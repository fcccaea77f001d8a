"""What only the whole of a draft decides: a chosen victim, who a crowd is, and who stands on which side."""

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from ..model.mentions import Actor
from .anchors import Anchor
from .drafts import Draft
from .grammar import is_free
from .managing import with_attack
from .role_sides import distinct, is_bare, is_guess, is_kin, is_side
from .roles import HOLDER
from .scene import Scene
from .taking import as_taken
from .targeting import is_targeted
from .told_before import FREED_OR_TAKEN, TAKEN, with_told_before
from .tolls import Toll
from .victims import victims_of

_NEAR = 4
_NAMED = ("killed", "detained", "abducted")
_APPOSED = 6
"""Words between the first word of a name and what is said of its bearer."""
_CROWDS = ("protesters", "civilians", "settlers")
_ARTICLE = "ال"
_CLASH = "armed_clash"
_OF_CROWDS = ("armed_attack", _CLASH)
"""Acts that are a riot where a crowd of protesters does them."""
_JOINED = ("side/joined", "side/subset", "side/second-nation", "side/marked-side")
"""What puts an author beside another one."""
_TOGETHER = 3
"""Words between two authors: "together with"."""
_MOVEMENT = "movement"
_RIOT = "riot"
_BETWEEN = ("side/between", "side/marked-side")
_AIR_DEFENCE = "actor/air-defence"
_UNDER = ("side/counted", "side/preposition")
_OCCUPANTS = "actor/occupants"
_ASSAULTED = "event/violence_against_person/assault-on"
_DISPERSED = "event/protest/dispersal"
_STONES = "petrol-bomb"
_OF_DISPERSAL = ("stun", "teargas")
_CONFRONTED = "event/armed_clash/confrontations"
_MINE = "mine_or_remnant"
"""What nobody aims at anybody: whoever is told only by name is a civilian."""
_HIT_BY_NAME = (*TAKEN, "targeted_killing", _MINE)


def settled(scene: Scene, draft: Draft) -> Draft:
    """The draft with the type and the parties that its fields together give it."""
    if is_targeted(scene, draft):
        draft = replace(draft, type="targeted_killing")
    if _assaults_armed(draft):
        draft = replace(draft, type="armed_attack")
    draft = _with_one_author(_with_two_sides(_with_sides_apart(scene, with_attack(scene, draft))))
    draft = replace(draft, against=tuple(actor for actor in draft.against if _may_be_hit(draft, actor)))
    if draft.type in _OF_CROWDS and draft.by and all(actor.party == "protesters" for actor in draft.by):
        draft = replace(draft, type=_RIOT)
    if _confronts_crowd(draft) or _throws_stones(draft) or _is_stoned(scene, draft):
        draft = replace(draft, type=_RIOT)
    draft = _with_named_people(scene, _with_bare_people(scene, as_taken(scene, draft)))
    draft = with_told_before(scene, draft)
    if scene.family(draft.type) == "civil" and draft.type in ("protest", _RIOT):
        draft = _with_crowd_first(draft)
        draft = replace(
            draft, by=tuple(_as_protester(draft, actor) for actor in (draft.by or _crowd(scene, draft))[:1])
        )
    return draft


def _may_be_hit(draft: Draft, actor: Actor) -> bool:
    """Where a bomb is made safe, only who planted it; nobody on whom what was shot down fell or was to fall.

    Who moves does so against nobody.
    """
    if draft.type == _MOVEMENT or (draft.type == _CLASH and _is_bystander(draft, actor)):
        return False
    if draft.type == "clearance":
        return actor.head in ("body", "members") and actor.rule.endswith("side/role-word")
    if actor.party == "prisoners" and actor.rule.endswith("side/role-word"):
        return draft.type in FREED_OR_TAKEN
    if draft.type != "interception":
        return True
    return not (
        actor.head == "place_of" or actor.rule.startswith(_AIR_DEFENCE) or actor.rule.endswith(_UNDER)
    )


def _is_bystander(draft: Draft, actor: Actor) -> bool:
    """Civilians who died in a clash of armed sides are no side of it."""
    if actor.kind != "civilians" or actor.rule.endswith(_BETWEEN):
        return False
    armed = {other.party for other in (*draft.by, *draft.against) if is_side(other)}
    confronted = draft.anchor is not None and draft.anchor.hit.rule == _CONFRONTED
    return len(armed) > (1 if confronted else 0)


def _assaults_armed(draft: Draft) -> bool:
    """ "A terrorist group assaulted (اعتدت على) a bus of soldiers": no beating of people who cannot resist."""
    if draft.anchor is None or draft.anchor.hit.rule != _ASSAULTED:
        return False
    return bool(draft.against) and all(actor.kind == "combatants" for actor in draft.against)


def _confronts_crowd(draft: Draft) -> bool:
    """ "Confrontations with the forces of A, in which two were wounded": no other armed side, nobody killed.

    Whoever is met with tear gas and stun grenades is a crowd, even where nobody calls it one.
    """
    if draft.type != _CLASH or draft.anchor is None or draft.anchor.hit.rule != _CONFRONTED:
        return False
    sides = (*draft.by, *draft.against)
    armed = {actor.party for actor in sides if actor.party not in _CROWDS}
    killed = any(toll.slot == "killed" and not toll.is_zero for toll in draft.tolls)
    met = len(armed) < len({actor.party for actor in sides}) or _means_is(draft, _OF_DISPERSAL)
    return len(armed) == 1 and met and not killed


def _means_is(draft: Draft, ids: Sequence[str]) -> bool:
    return draft.weapon is not None and draft.weapon.id in ids


def _throws_stones(draft: Draft) -> bool:
    """An attack with stones by nobody armed."""
    stones = _means_is(draft, (_STONES,))
    return draft.type in _OF_CROWDS and stones and all(actor.kind != "combatants" for actor in draft.by)


def _is_stoned(scene: Scene, draft: Draft) -> bool:
    """A protest that is dispersed while stones fly."""
    if draft.type != "protest":
        return False
    frames = [frame for frame in draft.frames if any(a.hit.rule == _DISPERSED for a in frame.anchors)]
    return any(w.id == _STONES for frame in frames for w in scene.weapons(frame.start, frame.end))


def _with_crowd_first(draft: Draft) -> Draft:
    """ "The police dispersed the protesters", "clashes of police and protesters": the crowd acts, and no armed body."""
    crowd = tuple(actor for actor in (*draft.by, *draft.against) if _is_crowd(actor))
    forces = tuple(actor for actor in (*draft.by, *draft.against) if not _is_crowd(actor))
    counted = {actor.span for toll in draft.tolls for actor in toll.people}
    hit = tuple(actor for actor in crowd[1:] if actor.span in counted)
    if crowd and forces:
        return replace(draft, by=crowd[:1], against=(*forces, *hit))
    armed = bool(draft.by) and draft.by[0].head == "body" and draft.by[0].kind == "combatants"
    if armed and (draft.type == _RIOT or not draft.against):
        return replace(draft, by=(), against=(*draft.by, *draft.against))
    return draft


def _is_crowd(actor: Actor) -> bool:
    return actor.party in _CROWDS and actor.head == "class"


def _crowd(scene: Scene, draft: Draft) -> tuple[Actor, ...]:
    """Who took to the streets: people named beside the word, else the word itself."""
    frame, anchor = draft.frames[0], draft.anchor
    taken = {actor.first for actor in draft.against}
    taken |= {word for speaker in scene.mentions.speakers for word in range(speaker.first, speaker.last)}
    near = (a for a in scene.actors(frame.start, frame.last + _NEAR) if a.first not in taken)
    people = tuple(a for a in near if a.head in ("class", "members") and is_free(scene, a))
    return people[:1] or (_named_by(anchor),) if anchor else people[:1]


def _named_by(anchor: Anchor) -> Actor:
    """ "A demonstration went out": those in it."""
    hit = anchor.hit
    return Actor(
        span=hit.span,
        whole=hit.span,
        first=hit.first,
        last=hit.last,
        rule=f"role/{hit.rule}",
        party="protesters",
        head="class",
        kind="civilians",
    )


def _with_sides_apart(scene: Scene, draft: Draft) -> Draft:
    """Guesses give way to what other sentences name; nobody stands on both sides but those who died."""
    draft = replace(draft, against=_without_holders(tuple(_without_guesses(draft))))
    by = distinct(draft.by)
    if draft.type == _MINE:
        by = tuple(
            a for a in by if not a.rule.endswith(("side/act", "side/opens")) or _laid_mine(scene, draft, a)
        )
    against = distinct(
        _without_stand_ins(draft, [a for a in draft.against if not is_kin(a)] or draft.against)
    )
    counted = {actor.span for toll in draft.tolls for actor in toll.people}
    dead = {actor.party for actor in against if actor.span in counted}
    later = {a.party for a in by for b in against if a.party == b.party and b.first < a.first}
    by = _others(by, dead | later)
    return replace(draft, by=by, against=_others(against, {a.party for a in by}))


def _without_stand_ins(draft: Draft, against: Sequence[Actor]) -> Sequence[Actor]:
    """ "The detained", "a hospital": they stand for people only where no others are named."""
    stand_ins = [a for a in against if _stands_in(draft, a)]
    named = [a for a in against if a not in stand_ins and a.head != "body"]
    return [a for a in against if a not in stand_ins] if named else against


def _stands_in(draft: Draft, actor: Actor) -> bool:
    if actor.party == "prisoners":
        return draft.type in FREED_OR_TAKEN
    return actor.rule.startswith(_OCCUPANTS) or (actor.party == "medics" and actor.head == "place_of")


def _laid_mine(scene: Scene, draft: Draft, actor: Actor) -> bool:
    """ "A Houthi mine": the adjective of a side right behind the mine that went off; not "the Houthis' remnants"."""
    if scene.text.words[actor.first].form.startswith(_ARTICLE):
        return False
    mines = (anchor for frame in draft.frames for anchor in frame.anchors if anchor.type == draft.type)
    return actor.rule.startswith("actor/adjective") and any(
        0 <= actor.first - mine.last <= 1 and not mine.is_verb for mine in mines
    )


def _without_guesses(draft: Draft) -> Iterator[Actor]:
    """ "Soldiers", told elsewhere as those of A, are no others' for the place; whom the dead fought was not hit."""
    told = {a.rule.partition("+owner")[0] for a in draft.against if "+owner" in a.rule}
    counted = {actor.span for toll in draft.tolls for actor in toll.people}
    fallen = draft.type == "other_violence" and any(a.span in counted for a in draft.against)
    for actor in draft.against:
        guessed = "+country" in actor.rule and actor.rule.partition("+country")[0] in told
        enemy = fallen and actor.rule.endswith("side/role-word") and actor.span not in counted
        if not guessed and not enemy:
            yield actor


def _without_holders(against: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """Whoever holds the place was hit only where nobody else is named."""
    return tuple(actor for actor in against if not actor.rule.endswith(HOLDER)) or against


def _with_two_sides(draft: Draft) -> Draft:
    """A clash told in two sentences, each with one side: the side told first acts."""
    if draft.type != _CLASH or draft.against or len(draft.by) < 2:
        return draft
    return replace(draft, by=draft.by[:1], against=draft.by[1:])


def _with_one_author(draft: Draft) -> Draft:
    """Whoever is named first did it, and those whom the words join to it; an author told elsewhere did another act."""
    joined = (actor for actor in draft.by[1:] if actor.rule.endswith(_JOINED) or _is_beside(draft, actor))
    return replace(draft, by=(*draft.by[:1], *joined))


def _is_beside(draft: Draft, actor: Actor) -> bool:
    """ "A, together with (بالتعاون مع) B": a role word right behind the other author."""
    apart = actor.first - draft.by[0].last
    return actor.rule.endswith("side/role-word") and 0 <= apart <= _TOGETHER


def _with_bare_people(scene: Scene, draft: Draft) -> Draft:
    """Bare "people" alone were hit: whoever they are where they were taken, civilians where the rest says so."""
    people = [actor for toll in draft.tolls for actor in toll.people if is_bare(actor)]
    if draft.against or not people:
        return draft
    taken = draft.type in TAKEN
    if not taken and victims_of(scene, draft) != "civilians":
        return draft
    rule = f"{people[0].rule}; side/bare"
    return replace(draft, against=(replace(people[0], party="unknown" if taken else "civilians", rule=rule),))


def _with_named_people(scene: Scene, draft: Draft) -> Draft:
    """Those told only by name: of the body that what is said of them names, else civilians where taken or on a mine."""
    on_mine = draft.type == _MINE
    named = next((toll for toll in draft.tolls if _names_somebody(toll) or (on_mine and _is_one(toll))), None)
    if draft.against or named is None or draft.type not in _HIT_BY_NAME:
        return draft
    last = scene.text.sentences[named.sentence].last
    after = [a for a in scene.actors(named.last, min(last, named.last + _APPOSED)) if not is_bare(a)]
    known = [a for a in after if a.head in ("members", "person", "class") and is_free(scene, a)]
    if known:
        return replace(draft, against=(replace(known[0], rule=f"{known[0].rule}; side/apposed"),))
    return (
        replace(draft, against=(_by_name(named),))
        if (on_mine or draft.type in TAKEN) and _is_by_name(scene, named)
        else draft
    )


def _names_somebody(toll: Toll) -> bool:
    """ "The arrest of A": words after the act that are no people that the lexicon knows."""
    return toll.slot in _NAMED and not toll.people and not toll.hit.enclitic and toll.last > toll.hit.last


def _is_one(toll: Toll) -> bool:
    """ "A B, aged 55, was killed": one, of whom nothing more is told."""
    return toll.slot in ("killed", "injured") and not toll.people and toll.low == toll.high == 1


def _is_by_name(scene: Scene, toll: Toll) -> bool:
    """No number counts them: the word after the act is a name."""
    return not scene.numbers(toll.first, toll.last)


def _by_name(toll: Toll) -> Actor:
    return Actor(
        span=toll.span,
        whole=toll.span,
        first=toll.first,
        last=toll.last,
        rule=f"{toll.hit.rule}; side/named",
        party="civilians",
        head="person",
        low=toll.low,
        high=toll.high,
        counted=True,
        kind="civilians",
    )


def _others(actors: Sequence[Actor], parties: set[str]) -> tuple[Actor, ...]:
    """The actors of other parties, if there are any; a guess never stands on both sides."""
    rest = tuple(actor for actor in actors if actor.party not in parties)
    return rest or tuple(actor for actor in actors if not is_guess(actor))


def _as_protester(draft: Draft, actor: Actor) -> Actor:
    """Whoever takes to the streets is a protester, whatever body they belong to; settlers stay settlers.

    Youths or villagers who throw stones or fight in the street are not called so.
    """
    if actor.party == "settlers" or (draft.type == _RIOT and actor.party == "civilians"):
        return actor
    rule = actor.rule if "side/" in actor.rule else f"{actor.rule}; side/crowd"
    return replace(actor, party="protesters", kind="civilians", rule=rule)

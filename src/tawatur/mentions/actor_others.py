"""People counted again without their noun: "others", "two more"."""

from msgspec.structs import replace

from ..lexicon import Hit
from ..model.mentions import Actor, Number
from ..model.spans import Span
from .actor_bodies import owner_at
from .actor_counts import NO_COUNT, SOME, Count
from .actor_people import describes_act, opens_people
from .actor_scene import Scene
from .actor_tribes import tribe_of

OTHERS = "actor/others"
_BESIDE = 6
"""Words between armed people and "others": where they are from."""
_FALLEN = 8
"""Words between a noun of the dead and "others"."""


def others_at(scene: Scene, word: int, number: Number | None, first: int) -> Actor | None:
    """People counted again without their noun: of the party that was counted last."""
    hit = scene.at(word, "others")
    if hit is None:
        return None
    if not _counts_again(scene, hit, number):
        return _of_another_body(scene, hit)
    before = next((a for a in reversed(scene.found) if a.low is not None), None)
    dead = _fallen_before(scene, word)
    start = scene.text.words[first].start if number else hit.span.start
    if dead is not None and (before is None or before.last <= dead.first):
        return _counted(Span(start, hit.span.end), first, hit.last, _others_counted(hit, number))
    count = _others_counted(hit, number)
    if before is None or not _same_passage(scene, before, word):
        return (
            _counted(Span(start, hit.span.end), first, hit.last, count)
            if _is_hurt(scene, hit, number)
            else None
        )
    body = owner_at(scene, hit.last, annexed=False, people=True)
    if body and (before.party == "unknown" or before.rule.endswith("+country")):
        scene.found[scene.found.index(before)] = replace(before, party=body.party, kind="combatants")
    party, last, end = (
        (body.party, body.last, body.span.end) if body else (before.party, hit.last, hit.span.end)
    )
    return _counted(Span(start, end), first, last, count, party, before.head, before.kind)


def _of_another_body(scene: Scene, hit: Hit) -> Actor | None:
    """ "Between gunmen of A, and others of B": armed people of a body of their own, whom no number counts."""
    before = scene.found[-1] if scene.found else None
    beside = before is not None and before.kind == "combatants" and hit.first - before.last <= _BESIDE
    if hit.value["number"] != "pl" or hit.proclitics != "و" or not beside:
        return None
    body = owner_at(scene, hit.last, annexed=False, people=True) or tribe_of(scene, hit.last)
    if body is None:
        return None
    found = _counted(Span(hit.span.start, body.span.end), hit.first, body.last, NO_COUNT, body.party)
    return replace(found, head="members", kind="combatants", rule=f"{OTHERS}+owner")


def _fallen_before(scene: Scene, word: int) -> Hit | None:
    """ "Two dead, and others were wounded": the noun that counts the dead a few words before."""
    start = max(scene.text.sentence_of(word).first, word - _FALLEN)
    found = (scene.hits.covering(at, "toll") for at in range(word - 1, start - 1, -1))
    return next((hit for hit in found if hit and hit.value.get("people") == "self"), None)


def _counted(
    span: Span,
    first: int,
    last: int,
    count: Count,
    party: str = "unknown",
    head: str = "class",
    kind: str = "unknown",
) -> Actor:
    return Actor(
        span=span,
        whole=span,
        first=first,
        last=last,
        rule=OTHERS,
        party=party,
        head=head,
        low=count.low,
        high=count.high,
        counted=count.counted,
        kind=kind,
    )


def _counts_again(scene: Scene, hit: Hit, number: Number | None) -> bool:
    """ "The killing of one of them": only right behind a word of death, as "two, one of them …" is a part."""
    if hit.value.get("fallen"):
        return number is None and _is_behind_taking(scene, hit.first - 1)
    return number is not None or (opens_people(scene, hit.first) and not describes_act(scene, hit.first))


def _is_hurt(scene: Scene, hit: Hit, number: Number | None) -> bool:
    """ "And others were hurt": people, whoever they are beside."""
    return number is None and not hit.definite and _is_behind_taking(scene, hit.first - 1)


def _is_behind_taking(scene: Scene, word: int) -> bool:
    """Right behind a word of death, injury or arrest."""
    event = scene.hits.covering(word, "event")
    return scene.hits.covering(word, "toll") is not None or bool(event and event.value.get("toll"))


def _others_counted(hit: Hit, number: Number | None) -> Count:
    """As many as the number before "others" says, or its form."""
    if number:
        return Count(number.low, number.high, True)
    return {"sg": Count(1, 1, True), "dual": Count(2, 2, True)}.get(hit.value["number"], SOME)


def _same_passage(scene: Scene, before: Actor, word: int) -> bool:
    return scene.text.sentence_number(word) - scene.text.sentence_number(before.first) <= 1

"""Words of blame for people ("the terrorists"): nobody's name; the body that follows them is theirs."""

from msgspec.structs import replace

from ..lexicon import Hit
from ..model.mentions import Actor, Number
from ..model.spans import Span
from .actor_bodies import body_at, owner_at, plain_actor
from .actor_counts import count_of
from .actor_people import describes_act
from .actor_scene import Scene, is_definite

_NO_MASCULINE = ("ات", "ه")
_DUAL = ("ان", "ين")


def epithet_at(scene: Scene, word: int) -> Actor | None:
    """Words of blame that name no body; the name that follows them does."""
    hits = scene.all_at(word, "epithet")
    if not hits:
        return None
    hit = hits[0]
    if (scene.joined(hit.last) and body_at(scene, hit.last)) or _describes_noun(scene, hit):
        return None
    count = count_of(scene, None, hits, definite=is_definite(scene, hit), annexed=False)
    rule = f"actor/epithet/{hit.id}"
    body = owner_at(scene, hit.last, annexed=False, people=True) if scene.at(hit.last, "tie") else None
    span = Span(hit.span.start, body.span.end) if body else hit.span
    party, last = (body.party, body.last) if body else ("unknown", hit.last)
    rule = f"{rule}+owner" if body else rule
    actor = plain_actor(span, hit.first, last, rule, party, "members", "combatants")
    return replace(actor, low=count.low, high=count.high, counted=count.counted)


def _describes_noun(scene: Scene, hit: Hit) -> bool:
    """ "The terrorist attack", "the group X, terrorist": an adjective of the noun before it, and nobody."""
    before = hit.first - 1
    if _agrees_in_dual(scene, hit):
        return True
    if "sg" not in hit.features or hit.last - hit.first > 1 or hit.proclitics not in ("", "ال"):
        return False
    if not scene.joined(hit.first):
        return False
    if scene.found and scene.found[-1].last == hit.first and scene.found[-1].head == "body":
        return hit.definite and not scene.form(scene.found[-1].first).endswith(_NO_MASCULINE)
    if hit.definite:
        return scene.form(before).removeprefix("و").removeprefix("ب").startswith(("ال", "لل"))
    if describes_act(scene, hit.first):
        return True
    accusative = scene.form(before).endswith("ا") and scene.form(hit.first).endswith("ا")
    act = scene.hits.covering(before, "event") or scene.hits.covering(before, "toll")
    return accusative and act is None


def _agrees_in_dual(scene: Scene, hit: Hit) -> bool:
    """ "Two terrorist attacks (هجومين إرهابيين)": of two acts, and not two people."""
    act = scene.at(hit.first - 1, "event") if hit.first else None
    if act is None or "sg" in act.features or "dual" not in hit.features:
        return False
    return scene.form(hit.first - 1).endswith(_DUAL) and describes_act(scene, hit.first)


def counted_epithet(scene: Scene, word: int, number: Number) -> Actor | None:
    found = epithet_at(scene, word)
    if found is None:
        return None
    whole = Span(number.span.start, found.span.end)
    return replace(found, first=number.first, whole=whole, low=number.low, high=number.high, counted=True)


def one_epithet(scene: Scene, one: Hit) -> Actor | None:
    """ "One of the terrorists": nobody's name, and yet a person."""
    found = epithet_at(scene, one.last)
    whole = Span(one.span.start, found.span.end) if found else one.span
    return replace(found, first=one.first, whole=whole) if found else None

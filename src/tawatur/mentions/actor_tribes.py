"""Tribes by their names."""

from ..lexicon import Hit
from ..model.mentions import Actor
from ..model.spans import Span
from .actor_bodies import Body
from .actor_scene import Scene

_PARTY = "tribal-fighters"
_RULE = "actor/tribe"
_CLAN = "clan"
_TIES = 2
"""A tie and a noun for a tribe's people, before its name."""
_NO_NAME = ("nation", "affiliation", "quality", "tie", "particle", "event", "toll", "role", "number")


def tribe_at(scene: Scene, word: int) -> Actor | None:
    """A tribe that fights: "قبيلة آل شبوان", and a second one right behind it: "وآل منيف"."""
    hit = scene.at(word, "tribe")
    if hit is None or not _opens(scene, hit):
        return None
    last = _name_end(scene, hit.first if hit.value["next"] else hit.last)
    if last is None:
        return None
    span = Span(hit.span.start, scene.text.words[last - 1].end)
    return Actor(
        first=hit.first,
        last=last,
        span=span,
        whole=span,
        rule=f"{_RULE}/{hit.id}" if hit.id == _CLAN else _RULE,
        party=_PARTY,
        head="body",
        kind="combatants",
    )


def tribe_of(scene: Scene, word: int) -> Body | None:
    """ "Of the tribe A", "of the sons (من أبناء) of the tribe A", "who belong to it": whose armed people are."""
    for _ in range(_TIES):
        step = scene.at(word, "tie") or scene.at(word, "person")
        if step is None or not scene.joined(word) or not scene.joined(step.last):
            return None
        word = step.last
        hit = scene.at(word, "tribe")
        last = _name_end(scene, hit.last) if hit and not hit.value["next"] else None
        if hit and last:
            span = Span(hit.span.start, scene.text.words[last - 1].end)
            return Body(hit.first, last, span, _PARTY, _RULE, hit.proclitics)
    return None


def _opens(scene: Scene, hit: Hit) -> bool:
    """Whether the tribe itself is meant, and not somebody of it."""
    if hit.value["next"]:
        before = scene.found[-1] if scene.found else None
        return bool(before and before.party == _PARTY and before.last == hit.first and "و" in hit.proclitics)
    if not scene.joined(hit.first):
        return True
    return not any(scene.hits.covering(hit.first - 1, name) for name in ("person", "title", "tie"))


def _name_end(scene: Scene, word: int) -> int | None:
    """The word after the one or two words of a name; None where none follows."""
    if word >= len(scene.text.words) or not (scene.joined(word) or scene.form(word)[:1] == "و"):
        return None
    part = scene.at(word, "name-part") or scene.at(word, "tribe")
    if part and scene.joined(part.last):
        return part.last + 1
    return None if part or any(scene.at(word, name) for name in _NO_NAME) else word + 1

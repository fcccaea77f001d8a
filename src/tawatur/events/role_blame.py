"""Whom somebody blames: "the ministry accused A of shelling", "accusing A"."""

from ..lexicon import Hit
from ..model.mentions import Actor
from .grammar import can_act, is_free
from .role_cases import Case
from .scene import Scene

_ANSWERS = ("answer",)
_OF = 3
_REACH = 8


def by_blame(case: Case) -> str | None:
    """The accused is who did it (codebook, "Authors")."""
    scene, actor = case.scene, case.actor
    start = max(scene.text.sentence_of(actor.first).first, actor.first - _REACH)
    if any(
        _accused(scene, hit) == actor.first
        for hit in scene.hits_in("speech-participle", start, actor.first)
        if _blames(hit)
    ):
        return "by"
    verbs = (hit for hit in scene.hits_in("speech", start, actor.first) if hit.id == "accuse")
    return "by" if any(_accused_by(scene, hit) == actor.first for hit in verbs) else None


def by_reason(case: Case) -> str | None:
    """ "In answer to the massacres of A": who stands in the reason of an act has no side in it."""
    strongest = max((anchor.strength for anchor in case.frame.anchors), default=0)
    anchors = [anchor.last for anchor in case.frame.anchors if anchor.strength == strongest]
    if not anchors or "civil" in case.family():
        return None
    reasons = case.scene.hits_in("reason", max(anchors), case.actor.first)
    return "none" if any(hit.id in _ANSWERS for hit in reasons) else None


def by_speaking(case: Case) -> str | None:
    """ "A spokesman of A": named only to say who speaks."""
    first = case.actor.first
    heads = case.scene.hits_in("speaker", max(0, first - _OF), first)
    return "none" if any(hit.id == "spokesman" and hit.last >= first - 1 for hit in heads) else None


def _blames(hit: Hit) -> bool:
    return bool(hit.value["hint"] == "accuses")


def _accused(scene: Scene, hit: Hit) -> int | None:
    """ "Accusing A": right after the participle."""
    following = scene.actors(hit.last, hit.last + 2)
    return following[0].first if following and is_free(scene, following[0]) else None


def _accused_by(scene: Scene, hit: Hit) -> int | None:
    """Verb, accuser, accused; or accuser, verb, accused."""
    speakers = [s for s in scene.mentions.speakers if hit.last <= s.first <= hit.last + 1]
    start = max((s.last for s in speakers), default=hit.last)
    reached = scene.actors(hit.last, hit.last + _REACH)
    free = [a for a in reached if is_free(scene, a) or (_aims(hit) and a.first - hit.last <= 1)]
    after = [a for a in free if a.first >= start and can_act(a)]
    if after and _is_of_what_follows(scene, after[0]):
        return after[0].first
    if not speakers and len(after) > 1 and not _has_subject_before(scene, hit):
        after = after[1:]
    return after[0].first if after else None


def _is_of_what_follows(scene: Scene, actor: Actor) -> bool:
    """ "Accused A of (ب) destroying": the act right after a name is that of the accused."""
    return any(hit.proclitics == "ب" for hit in scene.hits_in("event", actor.last, actor.last + 1))


def _aims(hit: Hit) -> bool:
    """ "Directed the accusation at (ل) A": the accused has a preposition."""
    return hit.last - hit.first > 1


def _has_subject_before(scene: Scene, hit: Hit) -> bool:
    return any(
        hit.first - 1 <= actor.last <= hit.first for actor in scene.actors(max(0, hit.first - 6), hit.first)
    )

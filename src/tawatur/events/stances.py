"""What a voice does when it tells a happening: claims its own act, blames another, or tells it."""

from ..model.mentions import Actor, Speaker
from .drafts import Draft
from .scene import Scene
from .voices import Voice

_TELLS = ("reports", "shows")
_NO_ACTS = ("mine_or_remnant", "unexplained_explosion", "violence_against_person")
_OFFICE_ACTS = ("detention", "seizure", "clearance", "sweep", "territory")
_FIGHTING = ("air_strike", "drone_strike", "shelling", "armed_attack")
_SPEAKING_FOR = ("body", "official", "source")
_NOBODY = ("unknown",)


def is_organ(scene: Scene, speaker: Speaker) -> bool:
    """Whether the speaker is the voice of a party itself, such as a group's own agency."""
    name = scene.hits.at(speaker.first, "speaker-name")
    return name is not None and bool(name.value.get("organ"))


def stance_of(scene: Scene, voice: Voice, draft: Draft) -> str:
    """A body that speaks of its own act claims it; an official who names the enemy's bomber blames him."""
    speaker = voice.chain[0] if voice.chain else None
    if voice.hint not in _TELLS or speaker is None:
        return voice.hint
    if speaks_of_its_own_act(scene, voice, draft):
        return "claims"
    return "accuses" if _names_a_bomber(scene, voice, draft, speaker) else voice.hint


def side_of(voice: Voice) -> str | None:
    """Whose side the innermost speaker is on; a source that tells it to a party's own agency is on that side."""
    speaker, *links = voice.chain
    if speaker.party or speaker.kind not in ("source", "official"):
        return speaker.party
    return next((link.party for link in links if link.kind == "agency" and link.party), None)


def speaks_of_its_own_act(scene: Scene, voice: Voice, draft: Draft) -> bool:
    """Whether the speaker's own side did it, and it does not merely count its own dead."""
    speaker = voice.chain[0] if voice.chain else None
    side = side_of(voice)
    if speaker is None or side is None or draft.type in _NO_ACTS:
        return False
    if draft.type == "other_violence" and not any(_in_scope(voice, frame.first) for frame in draft.frames):
        return False
    authors = {actor.party for actor in draft.by} - set(_NOBODY)
    if draft.stage == "foiled" and authors and speaker.kind in ("body", "official"):
        return True
    return side in authors and not _tells_only_losses(scene, voice, draft, side)


def _in_scope(voice: Voice, word: int) -> bool:
    return voice.scope[0] <= word < voice.scope[1]


def claimant(scene: Scene, voice: Voice, draft: Draft) -> Speaker | None:
    """The speaker who, with nobody else named, is the author: "the ministry announced the arrest of five"."""
    speaker = voice.chain[0] if voice.chain else None
    if speaker is None or speaker.party is None or draft.stage == "foiled":
        return None
    if voice.hint == "claims":
        return speaker
    organ = is_organ(scene, speaker)
    if voice.hint not in _TELLS or not (organ or speaker.kind in _SPEAKING_FOR):
        return None
    people = _people_told(scene, voice, draft)
    if any(actor.party == speaker.party for actor in people):
        return None
    enemies = [actor for actor in people if actor.kind == "combatants"]
    acts = draft.type in _OFFICE_ACTS or (draft.type in _FIGHTING and bool(enemies))
    acts = acts or (organ and scene.family(draft.type) in ("ground", "blast"))
    return speaker if acts else None


def _people_told(scene: Scene, voice: Voice, draft: Draft) -> list[Actor]:
    """The people whom the counts in a voice's words count."""
    first, last = voice.scope
    tolls = [toll for toll in draft.tolls if first <= toll.first < last]
    return [actor for toll in tolls for actor in toll.people]


def _tells_only_losses(scene: Scene, voice: Voice, draft: Draft, party: str) -> bool:
    people = _people_told(scene, voice, draft)
    return bool(people) and all(actor.party == party for actor in people)


def _names_a_bomber(scene: Scene, voice: Voice, draft: Draft, speaker: Speaker) -> bool:
    """An office of the side that was hit says who "carried out" a bombing that nobody claimed."""
    if (
        scene.family(draft.type) != "blast"
        or draft.type in _NO_ACTS
        or speaker.kind not in ("body", "official")
    ):
        return False
    authors = {actor.party for actor in draft.by} - set(_NOBODY)
    named = [actor for actor in scene.actors(*voice.scope) if actor.party in authors]
    return any(actor.party != speaker.party and _carried_it_out(scene, actor) for actor in named)


def _carried_it_out(scene: Scene, actor: Actor) -> bool:
    """ "Which X carried out (نفذه)": the verb has the bombing as its pronoun."""
    before = scene.hits_in("role", max(0, actor.first - 2), actor.first)
    return any(hit.id == "carried-out-by" and hit.enclitic for hit in before)

"""The body that announces an act as its own work, where nobody else is named as its author."""

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from ..model.mentions import Actor, Speaker
from .anchors import Anchor
from .drafts import Draft
from .frames import Frame
from .scene import Scene
from .voice_records import Voice

_OWN_WORK = frozenset(
    {
        "air_strike",
        "armed_attack",
        "armed_clash",
        "clearance",
        "detention",
        "drone_strike",
        "ied",
        "interception",
        "missile",
        "other_violence",
        "property_destruction",
        "release",
        "seizure",
        "shelling",
        "sweep",
        "targeted_killing",
        "territory",
    }
)
_REPELLED = ("ground", "blast")
"""What a body announces to have repelled, and so was done to it."""
_DEATHS = "other_violence"
_EVIDENT = frozenset({"release", "territory", "sweep", "clearance", "seizure", "interception", "detention"})
"""Acts that a body announces only as its own, whoever they hit."""
_TARGETING = ("event/armed_attack/targeting", "event/shelling/bombardment", "event/shelling/shell")
_OBJECT = 9
"""Words between who announces and the act announced: "the armed wing of the movement", "on Sunday"."""
_MEDIUM = "medium"
_NEXT = 1
"""Words after a verb whose subject is the pronoun before it: whoever follows is no subject of it."""
_SELF, _SELVES = 2, 4
"""Words from "that it" to the verb, and, over "carried out", to the noun of the act."""
_CARRIES = ("by", "doer")
"""The roles of "carried out" and "managed"."""


def with_announcer(scene: Scene, draft: Draft, voices: Sequence[Voice]) -> Draft:
    """ "The brigades announced the targeting of a tank": they did it, if the tank is their enemy's."""
    if draft.stage == "foiled" and scene.family(draft.type) in _REPELLED:
        own = {actor.party for actor in draft.by}
        others = (one for one in _announcers(scene, draft, voices) if one.party not in own)
        speaker = None if draft.against else next(others, None)
        return (
            replace(draft, against=(as_actor(speaker, f"{speaker.rule}; side/repels"),)) if speaker else draft
        )
    if draft.type not in _OWN_WORK or (draft.by and not _are_named_later(scene, draft)):
        return draft
    speaker = next(_announcers(scene, draft, voices), None)
    return replace(draft, by=(as_actor(speaker, f"{speaker.rule}; side/announces"),)) if speaker else draft


def _are_named_later(scene: Scene, draft: Draft) -> bool:
    """ "That it retook the town, which A had taken": A did what is told after the speaker's own act."""
    first = draft.frames[0].anchors[0] if draft.frames[0].anchors else None
    if first is None or not _says_itself(scene, first.first):
        return False
    return all(actor.first > first.last + _NEXT for actor in draft.by)


def _announcers(scene: Scene, draft: Draft, voices: Sequence[Voice]) -> Iterator[Speaker]:
    for voice in voices:
        speaker = voice.chain[0] if voice.chain else None
        if (
            not speaker
            or not speaker.party
            or speaker.kind not in ("body", "official")
            or voice.hint != "reports"
            or _condemns(scene, voice)
        ):
            continue
        told = [
            frame for frame in draft.frames if voice.scope[0] < frame.last and frame.first < voice.scope[1]
        ]
        if any(_is_own(scene, draft, frame, speaker) for frame in told):
            yield speaker


def _condemns(scene: Scene, voice: Voice) -> bool:
    """ "The government condemned the shelling": that of somebody else."""
    words = scene.hits.of("condemnation")
    return any(hit.span.start <= voice.verb.start < hit.span.end for hit in words)


def _is_own(scene: Scene, draft: Draft, frame: Frame, speaker: Speaker) -> bool:
    """Either it says "that it did", or what it announces is done to its enemy."""
    if any(_says_itself(scene, anchor.first) or _is_its_doing(scene, anchor) for anchor in frame.anchors):
        return True
    apart = frame.first - speaker.last
    if 0 <= apart <= _OBJECT and _is_against_enemy(draft, speaker):
        return True
    near = 0 <= apart <= _NEXT or _says_in_statement(scene, speaker.last, frame.first)
    return near and _is_armed_targeting(draft, frame)


def _says_in_statement(scene: Scene, first: int, last: int) -> bool:
    """ "Announced, in a separate statement, the targeting of …": only the statement stands between."""
    media = [hit for hit in scene.hits_in("speaker-stop", first, last) if hit.id == _MEDIUM]
    return bool(media) and media[0].first - first <= _NEXT and last - media[0].last <= _NEXT


def _is_armed_targeting(draft: Draft, frame: Frame) -> bool:
    """ "The brigades announced the targeting of the base with rockets": with what, only who did it tells so."""
    acts = [anchor for anchor in frame.anchors if anchor.first == frame.first]
    return not draft.against and draft.weapon is not None and any(act.hit.rule in _TARGETING for act in acts)


def _says_itself(scene: Scene, verb: int) -> bool:
    """ "That it (أنها) targeted", "that it carried out five strikes": the verb's subject is who speaks."""
    that = [hit for hit in scene.hits_in("particle", max(0, verb - _SELVES), verb) if hit.value == "itself"]
    if not that or verb - that[-1].last < _SELF:
        return bool(that)
    return any(
        hit.first == that[-1].last and hit.value in _CARRIES
        for hit in scene.hits_in("role", that[-1].last, verb)
    )


def _is_its_doing(scene: Scene, anchor: Anchor) -> bool:
    """ "Announced its shelling (قصفها) of the town": what was hit stands right behind the noun and its pronoun."""
    hit = anchor.hit
    if hit.value["part"] != "noun" or not hit.enclitic:
        return False
    return bool(scene.actors(hit.last, hit.last + 1) or scene.places(hit.last, hit.last + 1))


def _is_against_enemy(draft: Draft, speaker: Speaker) -> bool:
    parties = {actor.party for actor in draft.against}
    if speaker.party in parties:
        return False
    if draft.type == _DEATHS and any(actor.head != "members" for actor in draft.against):
        return False
    return draft.type in _EVIDENT or (bool(parties) and all(a.kind == "combatants" for a in draft.against))


def as_actor(speaker: Speaker, rule: str) -> Actor:
    """A speaker who is known to be of a party, as who did it."""
    assert speaker.party
    return Actor(
        span=speaker.span,
        whole=speaker.span,
        first=speaker.first,
        last=speaker.last,
        rule=rule,
        party=speaker.party,
        head="body",
    )

"""Who stands as the author of a happening where no role names one: who claims it, announces it, or is accused."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from ..model.mentions import Actor, Speaker
from .drafts import Draft
from .role_announcers import as_actor, with_announcer
from .role_sides import are_unnamed_aircraft, is_side
from .scene import Scene
from .stances import claimant
from .voices import Voice

_ACCUSED_REACH = 14
_CLAIMANT = "role/claimant"
_ATTACKS = ("armed_attack", "ied", "suicide_bombing", "targeted_killing")


def with_owner(scene: Scene, draft: Draft, voices: Sequence[Voice]) -> Draft:
    """The draft with the body that claims, is accused of or announces it, where no role names an author."""
    known = _without_its_own(draft)
    bare = replace(known, by=()) if are_unnamed_aircraft(known.by) else known
    owned = with_announcer(scene, with_author(scene, bare, voices), voices)
    return owned if owned.by else known


def _without_its_own(draft: Draft) -> Draft:
    """The draft without authors of the very side that was attacked: they died, answered or went there."""
    if draft.type not in _ATTACKS:
        return draft
    hit = {actor.party for actor in draft.against if is_side(actor)}
    own = len(hit) == 1 and {actor.party for actor in draft.by} == hit
    return replace(draft, by=()) if own else draft


def with_author(scene: Scene, draft: Draft, voices: Sequence[Voice]) -> Draft:
    """The draft with the body that claims or announces it, else the accused one, if nobody else is named."""
    telling = [v for v in voices if any(v.tells(frame.first, frame.last) for frame in draft.frames)]
    if any(voice.hint == "accuses" for voice in telling):
        draft = replace(draft, by=tuple(a for a in draft.by if not a.rule.endswith("side/opens")))
    named = any(actor.party != "unknown" for actor in draft.by)
    claiming = next((v.chain[0] for v in telling if _claims(v)), None)
    if claiming and not (named and _stands_in(claiming, (*draft.by, *draft.against))):
        return replace(draft, by=(as_actor(claiming, _CLAIMANT),))
    if named:
        return draft
    if not draft.by or any(_is_its_own(scene, actor) for actor in draft.by):
        for speaker in (_author(scene, voice, draft) for voice in telling):
            if speaker and speaker.party:
                return replace(draft, by=(as_actor(speaker, _CLAIMANT),))
    accused = next((actor for voice in telling for actor in _accused(scene, voice)), None)
    return replace(draft, by=(accused,)) if accused else draft


def _claims(voice: Voice) -> bool:
    """ "The group claimed the bombing": whoever it was that blew himself up was its man."""
    return voice.hint == "claims" and bool(voice.chain) and voice.chain[0].party is not None


def _stands_in(speaker: Speaker, actors: Sequence[Actor]) -> bool:
    return any(actor.party == speaker.party for actor in actors)


def _author(scene: Scene, voice: Voice, draft: Draft) -> Speaker | None:
    """Who claims or announces the act; who says "our fighters did it"."""
    if draft.by and voice.chain and voice.hint == "reports":
        return voice.chain[0]
    return claimant(scene, voice, draft)


def _is_its_own(scene: Scene, actor: Actor) -> bool:
    """ "Its fighters": a pronoun written onto people of an unnamed body."""
    return actor.head == "members" and any(hit.enclitic for hit in scene.hits.starting(actor.first))


def _accused(scene: Scene, voice: Voice) -> Iterator[Actor]:
    """The body named behind the words of blame: "accused the group of", "was ascribed to a cell of"."""
    if voice.hint != "accuses":
        return
    first = bisect_right(scene.text.words, voice.verb.start, key=lambda word: word.start) - 1
    last = min(first + _ACCUSED_REACH, scene.text.sentence_of(first).last)
    blamer = voice.chain[0] if voice.chain else None
    for actor in scene.actors(first, last):
        is_blamer = blamer is not None and (blamer.span.meets(actor.span) or blamer.party == actor.party)
        if actor.head in ("body", "members") and not is_blamer:
            yield replace(actor, rule=f"{actor.rule}; side/accused")

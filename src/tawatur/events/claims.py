"""Who says each incident, through whom, and with what stance."""

from collections.abc import Iterable, Sequence

from msgspec import Struct
from msgspec.structs import replace

from ..model.incidents import Claim, Link, Party, Words
from ..model.mentions import Actor, Speaker
from ..text import fold_phrase
from .counting import count
from .drafts import Draft
from .scene import Scene
from .voices import Voice

_STRENGTH = ("shows", "reports", "confirms", "accuses", "denies", "claims")
_OWN_ACT = ("reports", "confirms", "shows")


class Telling(Struct, frozen=True):
    """One voice on one happening: what it says of it, and in which sentences."""

    chain: tuple[Speaker, ...]
    stance: str
    rule: str
    sentences: frozenset[int]


def find_claims(scene: Scene, draft: Draft, voices: Sequence[Voice], about: str, parties: Sequence[Party]) -> list[Claim]:
    """The claims about one incident: one for each voice, or the outlet's own where there is none."""
    tellings = _tellings(draft, voices)
    return [_claim(scene, draft, telling, about, number, parties) for number, telling in enumerate(tellings, 1)]


def with_claimant(draft: Draft, voices: Sequence[Voice]) -> Draft:
    """Where nobody else is named, the body that claims an act is its author."""
    if draft.by:
        return draft
    for voice in voices:
        speaker = voice.chain[0] if voice.chain else None
        told = any(_covers(voice, frame.first, frame.last) for frame in draft.frames)
        if told and voice.hint == "claims" and speaker and speaker.party:
            return replace(draft, by=(_as_actor(speaker, speaker.party),))
    return draft


def _as_actor(speaker: Speaker, party: str) -> Actor:
    return Actor(
        span=speaker.span,
        first=speaker.first,
        last=speaker.last,
        rule="role/claimant",
        party=party,
        head="body",
        whole=speaker.span,
    )


def _tellings(draft: Draft, voices: Sequence[Voice]) -> list[Telling]:
    """The voices on a draft: those who tell it in so many words, else who goes on telling, else the by-line."""
    found: dict[str, Telling] = {}
    for reach in ("told", "continued", "dateline"):
        told = {sentence for telling in found.values() for sentence in telling.sentences if telling.chain}
        for voice in voices:
            if voice.reach == reach and not (reach == "dateline" and told):
                _tell(found, draft, voice, told if reach == "continued" else set())
    if any(telling.chain for telling in found.values()):
        found = {key: t for key, t in found.items() if t.chain}
    if not found:
        own = frozenset(f.sentence for f in draft.frames)
        return [Telling((), "reports", "voice/outlet", own)]
    return list(found.values())


def _tell(found: dict[str, Telling], draft: Draft, voice: Voice, told: set[int]) -> None:
    """Add what a voice tells of a draft in the sentences that nobody told more plainly."""
    sentences = {f.sentence for f in draft.frames if _covers(voice, f.first, f.last)} - told
    if sentences:
        chain = _with_principal(draft, voice)
        _add(found, Telling(chain, _stance(voice, draft), voice.rule, frozenset(sentences)))


def _with_principal(draft: Draft, voice: Voice) -> tuple[Speaker, ...]:
    """A body that claims through its own agency is itself the innermost speaker."""
    speaker = voice.chain[0] if voice.chain else None
    if not speaker or speaker.kind != "agency" or _stance(voice, draft) != "claims":
        return voice.chain
    principal = next((a for a in draft.by if a.party == speaker.party), None)
    if principal is None:
        return voice.chain
    named = Speaker(
        span=principal.span,
        first=principal.first,
        last=principal.last,
        rule="speaker/principal",
        name="",
        kind="body",
        party=principal.party,
    )
    return (named, *voice.chain)


def _covers(voice: Voice, first: int, last: int) -> bool:
    start, end = voice.scope
    return start < last and first < end


def _add(found: dict[str, Telling], telling: Telling) -> None:
    """One telling a voice: where it does two things, the stronger stance."""
    key = fold_phrase(telling.chain[0].name) if telling.chain else ""
    for known in found:
        if known and key and (known in key or key in known):
            key = known
    before = found.get(key)
    if before is None:
        found[key] = telling
        return
    first, second = (telling, before) if _rank(telling) > _rank(before) else (before, telling)
    chain = max(before.chain, telling.chain, key=len)
    found[key] = Telling(chain, first.stance, first.rule, first.sentences | second.sentences)


def _rank(telling: Telling) -> int:
    return _STRENGTH.index(telling.stance)


def _stance(voice: Voice, draft: Draft) -> str:
    """A body that speaks of its own act claims it (codebook, "Voices")."""
    authors = {actor.party for actor in draft.by} - {"unknown"}
    speaker = voice.chain[0] if voice.chain else None
    if voice.hint in _OWN_ACT and speaker and speaker.party in authors:
        return "claims"
    return voice.hint


def _claim(
    scene: Scene, draft: Draft, telling: Telling, about: str, number: int, parties: Sequence[Party]
) -> Claim:
    body = scene.text.body
    told = set(telling.sentences)
    counts = {slot: count(scene, draft, slot, told) for slot in ("killed", "injured", "detained", "abducted")}
    by = {actor.party for actor in draft.by}
    return Claim(
        id=f"{about}.{number}",
        about=about,
        chain=tuple(_links(telling.chain, body)),
        stance=telling.stance,
        rule=telling.rule,
        evidence=tuple(_evidence(scene, draft, told)),
        by=tuple(p for p in parties if p.party in by),
        against=tuple(p for p in parties if p.party not in by),
        **counts,
    )


def _links(chain: Iterable[Speaker], body: str) -> Iterable[Link]:
    for speaker in chain:
        yield Link(
            name=speaker.name or speaker.span.of(body),
            kind=speaker.kind,
            span=speaker.span,
            quote=speaker.span.of(body),
            rule=speaker.rule,
            party=speaker.party,
        )


def _evidence(scene: Scene, draft: Draft, sentences: set[int]) -> Iterable[Words]:
    for frame in draft.frames:
        if frame.sentence in sentences:
            span = scene.text.span(frame.start, frame.end)
            yield Words(span=span, quote=span.of(scene.text.body), rule="claim/sentence")

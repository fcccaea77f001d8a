"""Who says each incident, through whom, and with what stance."""

from collections.abc import Iterable, Sequence

from msgspec import Struct
from msgspec.structs import replace

from ..model.incidents import Claim, Link, Party, Words
from ..model.mentions import Actor, Speaker
from ..text import fold_phrase
from .counting import SLOTS, count
from .drafts import Draft
from .scene import Scene
from .stances import is_organ, speaks_of_its_own_act, stance_of
from .voices import CONDEMNS, Voice

_REACHES = ("told", "continued", "summary", "statement", "dateline")
"""Those who tell it in so many words come first; the last three tell only what nobody else tells."""
_AFFIRMS = "voice/speech/affirm"
_AUTHORS = ("body", "official")
_STRENGTH = ("shows", "reports", "confirms", "accuses", "denies", "claims")


class Telling(Struct, frozen=True, gc=False):
    """One voice on one happening: what it says of it, and in which sentences."""

    chain: tuple[Speaker, ...]
    stance: str
    rule: str
    sentences: frozenset[int]
    scopes: tuple[tuple[int, int], ...] = ()


def find_claims(
    scene: Scene, draft: Draft, voices: Sequence[Voice], about: str, parties: Sequence[Party]
) -> list[Claim]:
    """The claims about one incident: one for each voice, or the outlet's own where there is none."""
    tellings = _tellings(scene, draft, voices)
    alone = len(tellings) == 1
    return [
        _claim(
            scene,
            draft,
            telling,
            f"{about}.{number}",
            parties if alone else _told_parties(scene, telling, parties),
        )
        for number, telling in enumerate(tellings, 1)
    ]


def _told_parties(scene: Scene, telling: Telling, parties: Sequence[Party]) -> list[Party]:
    """The parties that this very voice names, itself included where it claims the act."""
    named = {actor.party for n in telling.sentences for actor in _actors_of(scene, n)}
    if telling.stance == "claims":
        named |= {speaker.party for speaker in telling.chain[:1] if speaker.party}
    return [party for party in parties if party.party in named]


def _actors_of(scene: Scene, sentence: int) -> Sequence[Actor]:
    stretch = scene.text.sentences[sentence]
    return scene.actors(stretch.first, stretch.last)


def _tellings(scene: Scene, draft: Draft, voices: Sequence[Voice]) -> list[Telling]:
    """The voices on a draft: those who tell it in so many words, else who goes on telling, else the by-line."""
    found: dict[str, Telling] = {}
    for reach in _REACHES:
        told = {sentence for telling in found.values() for sentence in telling.sentences if telling.chain}
        for voice in voices:
            if voice.reach == reach and not (reach in _REACHES[2:] and told):
                _tell(scene, found, draft, voice, told if reach == "continued" else set(), voices)
    if any(telling.chain for telling in found.values()):
        found = {key: t for key, t in _with_blame(found).items() if t.chain}
    if not found:
        own = frozenset(f.sentence for f in draft.frames)
        return [_told_by_its_author(scene, draft, voices, own) or Telling((), "reports", "voice/outlet", own)]
    return [_confirming(telling, found.values()) for telling in found.values()]


def _told_by_its_author(
    scene: Scene, draft: Draft, voices: Sequence[Voice], own: frozenset[int]
) -> Telling | None:
    """A body whose statement alone makes the report: its further acts, too, are told by it."""
    named = [voice for voice in voices if voice.chain]
    opener = next((v for v in named if v.chain[0].kind in _AUTHORS), None)
    if draft.background or opener is None or len({voice.chain[0].name for voice in named}) > 1:
        return None
    if scene.text.sentence_number(opener.scope[0]) != scene.opening:
        return None
    its_own = opener.scope[0] < draft.first and speaks_of_its_own_act(scene, opener, draft)
    return Telling(opener.chain, "claims", "voice/author", own) if its_own else None


def _confirming(telling: Telling, told: Iterable[Telling]) -> Telling:
    """ "And medical sources confirmed (أكدت) the death of": what another voice told before."""
    is_second = telling.rule == _AFFIRMS and any(one.scopes < telling.scopes for one in told)
    return replace(telling, stance="confirms") if is_second and telling.stance == "reports" else telling


def _with_blame(found: dict[str, Telling]) -> dict[str, Telling]:
    """Blame that nobody utters passes to the officials who tell the same attack elsewhere."""
    blame = found.get("")
    if blame is None or blame.stance != "accuses":
        return found
    return {key: _blaming(t) if t.sentences - blame.sentences else t for key, t in found.items()}


def _blaming(telling: Telling) -> Telling:
    speaker = telling.chain[0] if telling.chain else None
    blames = speaker and speaker.kind == "official" and telling.stance == "reports"
    return replace(telling, stance="accuses") if blames else telling


def _tell(
    scene: Scene,
    found: dict[str, Telling],
    draft: Draft,
    voice: Voice,
    told: set[int],
    voices: Sequence[Voice],
) -> None:
    """Add what a voice tells of a draft in the sentences that nobody told more plainly."""
    start, end = voice.scope
    if _only_condemns(voice) and not start <= draft.first < end:
        return
    sentences = {f.sentence for f in draft.frames if start < f.last and f.first < end} - told
    if not sentences and any(voice.tells(f.first, f.last) for f in draft.frames if f.sentence not in told):
        sentences = {scene.text.sentence_number(start)}
    if sentences:
        stance = stance_of(scene, voice, draft)
        chain = _with_principal(scene, voice, stance, voices)
        _add(scene, found, Telling(chain, stance, voice.rule, frozenset(sentences), (voice.scope,)))


def _only_condemns(voice: Voice) -> bool:
    """ "The prime minister condemned the attack": somebody in office who tells nothing of it."""
    return voice.rule == CONDEMNS and bool(voice.chain) and voice.chain[0].kind == "official"


def _with_principal(scene: Scene, voice: Voice, stance: str, voices: Sequence[Voice]) -> tuple[Speaker, ...]:
    """A body that is told to claim, and whose own agency tells the act, is itself the innermost speaker."""
    speaker = voice.chain[0] if voice.chain else None
    if not speaker or stance != "claims" or not is_organ(scene, speaker):
        return voice.chain
    claimants = (v.chain[0] for v in voices if v.chain and v.hint == "claims")
    bodies = (c for c in claimants if c.party == speaker.party and c.kind == "body")
    principal = next(bodies, None)
    return (principal, *voice.chain) if principal else voice.chain


def _add(scene: Scene, found: dict[str, Telling], telling: Telling) -> None:
    """One telling a voice: where it does two things, the stronger stance."""
    key = fold_phrase(telling.chain[0].name) if telling.chain else ""
    for known in found:
        if known and key and (known in key or key in known or _is_one_group(scene, found[known], telling)):
            key = known
    before = found.get(key)
    if before is None:
        found[key] = telling
        return
    first, second = (telling, before) if _rank(telling) > _rank(before) else (before, telling)
    chain = max(before.chain, telling.chain, key=len)
    if _is_one_group(scene, before, telling):
        chain = max(telling.chain, before.chain, key=lambda links: len(links[0].name.split()))
    scopes = tuple(sorted({*before.scopes, *telling.scopes}))
    found[key] = Telling(chain, first.stance, first.rule, first.sentences | second.sentences, scopes)


def _is_one_group(scene: Scene, one: Telling, other: Telling) -> bool:
    """Two names under which one armed group claims: "the organisation", its agency, its spokesman."""
    if one.stance != "claims" or other.stance != "claims":
        return False
    party = one.chain[0].party
    return party is not None and party not in scene.states and party == other.chain[0].party


def _rank(telling: Telling) -> int:
    return _STRENGTH.index(telling.stance)


def _claim(scene: Scene, draft: Draft, telling: Telling, name: str, parties: Sequence[Party]) -> Claim:
    told = set(telling.sentences)
    counts = {slot: count(scene, draft, slot, told) for slot in SLOTS if draft.tolls}
    by = {actor.party for actor in draft.by}
    return Claim(
        id=name,
        about=name.rpartition(".")[0],
        chain=tuple(_links(telling.chain, scene.text.body)),
        stance=telling.stance,
        rule=telling.rule,
        evidence=tuple(_evidence(scene, draft, telling)),
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


def _evidence(scene: Scene, draft: Draft, telling: Telling) -> Iterable[Words]:
    """The words by which a voice tells it: its clauses, else all that it says of it elsewhere."""
    frames = [f for f in draft.frames if f.sentence in telling.sentences]
    spans = [scene.text.span(f.start, f.end) for f in frames] or [
        scene.text.span(*scope) for scope in telling.scopes
    ]
    for span in spans:
        yield Words(span=span, quote=span.of(scene.text.body), rule="claim/sentence")

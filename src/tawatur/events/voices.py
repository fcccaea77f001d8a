"""Which stretch of a text is told by whom, through whom, and with what stance."""

from collections.abc import Collection, Iterator, Sequence
from datetime import date

from msgspec.structs import replace

from ..lexicon import Hits
from ..mentions.quotations import quotation_end
from ..model.mentions import Actor, Speaker
from ..text import Stretch, Text
from .voice_attributions import COLON
from .voice_chains import Chain, Chains, passer_in
from .voice_cues import cues_in
from .voice_records import Cue, Voice

__all__ = ["CONDEMNS", "Voice", "find_voices"]

CONDEMNS = "voice/speech/condemn"
"""The rule of who condemns an attack: that tells nothing of one that is told elsewhere."""

_OPENING = 10
"""Words at the start of a sentence among which its subject stands."""
_BEFORE = 8
"""Words before the first verb of speech that belong to what is said: "in the city, a source said"."""
_STATEMENT_ENDS = 6
_WIRES = "speaker/wires"
_BY_COLON = f"voice/{COLON}"
_ASIDE = 2
"""Words behind a speaker among which "for his part", "earlier" turns to nothing else."""


def find_voices(
    text: Text,
    hits: Hits,
    speakers: Sequence[Speaker],
    actors: Sequence[Actor] = (),
    published: date | None = None,
    *,
    outlet: str | None = None,
    outlet_names: Sequence[str] = (),
) -> tuple[Voice, ...]:
    """Every voice of the text with its scope, in the order of the text.

    ``outlet``, by whichever of its names, is left out of chains. A voice with ``reach`` "dateline" is the
    by-line agency: it tells what no other voice tells; "agencies", unnamed, only where nobody else is named.
    """
    chains = Chains(text, hits, speakers, actors, (outlet or "", *outlet_names))
    by_line = chains.by_line(hits)
    voices = list(_told(text, hits, chains, actors))
    if by_line and not (by_line.rule == _WIRES and any(v.chain[:1] not in ((), (by_line,)) for v in voices)):
        voices = [replace(voice, chain=chains.passed_on(voice.chain, by_line)) for voice in voices]
        voices.insert(0, _whole(text, by_line))
    return tuple(chains.with_copies(voices))


def _whole(text: Text, speaker: Speaker) -> Voice:
    scope = (0, len(text.words))
    return Voice(
        chain=(speaker,),
        hint="reports",
        rule="voice/dateline",
        verb=speaker.span,
        scope=scope,
        reach="dateline",
    )


def _told(text: Text, hits: Hits, chains: Chains, actors: Sequence[Actor]) -> Iterator[Voice]:
    """The voices in order; a sentence without a voice may go on with the one before it."""
    before: Voice | None = None
    waiting: Stretch | None = None
    quoted = 0
    openings = {paragraph.first for paragraph in text.paragraphs}
    for sentence in text.sentences:
        if sentence.kind == "caption":
            yield from chains.credit(sentence)
            continue
        told = _sentence(text, hits, chains, sentence, actors)
        if told:
            if waiting and before and told[0].chain == before.chain:
                yield _continued(before, waiting)
            yield from (voice for voice in told if voice.reach != "own")
            if (chain := told[-1].chain) and _gives_text(text, hits, sentence):
                yield from _statement(told[-1], chain, sentence.last, len(text.words))
            if told[0].rule == _BY_COLON:
                yield from _statement(told[0], told[0].chain, sentence.last, _line_end(text, sentence))
            before, waiting = _open_voice(told, sentence), None
            quoted = quotation_end(text, sentence.first, sentence.last) if before else 0
        elif before and (
            sentence.first < quoted
            or (waiting is None and _takes_up(hits, before, sentence, openings, actors))
        ):
            yield _continued(before, sentence)
        else:
            is_over = waiting is not None or _turns(hits, sentence) or sentence.first in openings
            before, waiting = (None, None) if is_over else (before, sentence)


def _takes_up(
    hits: Hits, before: Voice, sentence: Stretch, openings: Collection[int], actors: Sequence[Actor]
) -> bool:
    """Whether a sentence without a voice plainly goes on with the one before."""
    if _is_attribution_alone(before):
        return True
    within = sentence.first not in openings
    return within and (_goes_on(hits, sentence) or _tells_own_acts(hits, before, sentence, actors))


def _tells_own_acts(hits: Hits, before: Voice, sentence: Stretch, actors: Sequence[Actor]) -> bool:
    """A body that told what it did goes on: the sentence opens with that very body."""
    party = before.chain[0].party
    if party is None or _turns(hits, sentence):
        return False
    last = min(sentence.first + _OPENING, sentence.last)
    return any(actor.party == party and sentence.first <= actor.first < last for actor in actors)


def _gives_text(text: Text, hits: Hits, sentence: Stretch) -> bool:
    """ "The army issued the following statement": its own words come next, in this sentence or behind it."""
    marks = (m for m in hits.between("speech-mark", sentence.first, sentence.last) if m.id == "text-follows")
    ends = sentence.last - _STATEMENT_ENDS
    return any(m.first >= ends or (m.last < sentence.last and ":" in text.words[m.last].gap) for m in marks)


def _statement(voice: Voice, chain: Chain, first: int, last: int) -> Iterator[Voice]:
    """The voice of a statement given word for word, if more follows: it tells what no other voice tells."""
    if first < last:
        yield replace(
            voice, chain=chain, hint="reports", rule="voice/statement", reach="statement", scope=(first, last)
        )


def _line_end(text: Text, sentence: Stretch) -> int:
    """The word after the paragraph of a sentence."""
    return next((p.last for p in text.paragraphs if p.first <= sentence.first < p.last), sentence.last)


def _continued(voice: Voice, sentence: Stretch) -> Voice:
    return replace(voice, scope=(sentence.first, sentence.last), rule="voice/continued", reach="continued")


def _is_attribution_alone(voice: Voice) -> bool:
    """A full stop or semicolon parts "according to the source" from what it tells."""
    return voice.rule.startswith("voice/attribution") and voice.scope[1] - voice.scope[0] <= 4


def _goes_on(hits: Hits, sentence: Stretch) -> bool:
    mark = hits.at(sentence.first, "speech-mark")
    return mark is not None and mark.id in ("goes-on", "complement")


def _turns(hits: Hits, sentence: Stretch) -> bool:
    """The outlet turns to something else at the start of the sentence."""
    mark = hits.at(sentence.first, "speech-mark")
    return sentence.kind not in ("lead", "body") or (mark is not None and mark.id == "turn")


def _open_voice(told: Sequence[Voice], sentence: Stretch) -> Voice | None:
    """The last voice of a sentence, if it speaks to its end and tells rather than blames."""
    last = next((voice for voice in reversed(told) if voice.hint != "shows"), None)
    tells = last is not None and last.reach == "told" and last.hint in ("reports", "confirms")
    return last if last and tells and last.chain and last.scope[1] == sentence.last else None


def _sentence(
    text: Text, hits: Hits, chains: Chains, sentence: Stretch, actors: Sequence[Actor]
) -> list[Voice]:
    cues = list(cues_in(text, hits, chains, sentence, actors))
    voices: list[Voice] = []
    for number in range(len(cues)):
        voices += _voices_of(text, hits, chains, sentence, cues, number)
    return _relayed(voices)


def _voices_of(
    text: Text, hits: Hits, chains: Chains, sentence: Stretch, cues: Sequence[Cue], number: int
) -> Iterator[Voice]:
    cue = cues[number]
    scope = _scope(hits, sentence, cues, number)
    passer = passer_in(text, hits, chains, cue, scope)
    for chain in cue.chains:
        chain = chains.resolved(chain)
        if chain and chains.is_own(chain[0]):
            yield _own(cue, scope)
            continue
        chain = chains.passed_on(chain, passer) if passer else chain
        chains.remember(chain)
        if scope[0] >= scope[1]:
            continue
        yield Voice(
            chain=chain,
            hint=cue.hint,
            rule=f"voice/{cue.rule}",
            verb=cue.span,
            scope=scope,
            reach=cue.reach,
            refers_back=cue.refers_back,
        )


def _own(cue: Cue, scope: tuple[int, int]) -> Voice:
    """The outlet's own correspondent: nobody else goes on telling what follows."""
    return Voice(chain=(), hint="reports", rule="voice/own", verb=cue.span, scope=scope, reach="own")


def _scope(hits: Hits, sentence: Stretch, cues: Sequence[Cue], number: int) -> tuple[int, int]:
    """From the verb to the next speaker; an attribution behind the words reaches back over them."""
    cue = cues[number]
    if cue.about:
        return cue.about
    start, stop = _between_turns(hits, sentence, cue)
    if cue.speaks:
        later = [c.first for c in cues[number + 1 :] if c.speaks]
        earlier = [c for c in cues[:number] if c.speaks]
        turns = bool(earlier) or cue.first - start > _BEFORE or _is_turned_to(hits, sentence, cue)
        first = cue.first if turns else start
        return first, min(stop, later[0]) if later else stop
    if cue.chains == ((),):
        return max(start, cue.first - 8), min(stop, cue.after + 6)
    initial = cue.first - start <= 2
    return (cue.first if initial else start), stop


def _is_turned_to(hits: Hits, sentence: Stretch, cue: Cue) -> bool:
    """ "…, while the army announced": what stands before "while" is not the army's."""
    mark = hits.covering(cue.first - 1, "speech-mark") if cue.first else None
    return mark is not None and mark.first > sentence.first and mark.id in ("but", "goes-on")


def _between_turns(hits: Hits, sentence: Stretch, cue: Cue) -> tuple[int, int]:
    """The part of a long sentence around a cue, between "on the other hand" and the next such turn."""
    inside = hits.between("speech-mark", sentence.first + 1, sentence.last)
    turns = [h.first for h in inside if h.id == "turn" and h.last - h.first > 1]
    start = max((at for at in turns if at <= cue.first), default=sentence.first)
    return start, min((at for at in turns if at > cue.after + _ASIDE), default=sentence.last)


def _relayed(voices: list[Voice]) -> list[Voice]:
    """An agency named by an attribution passes on what other voices of the sentence say."""
    found = [v if v.reach == "own" else replace(v, reach="told") for v in voices]
    passers = [v for v in voices if v.reach == "attributed" and v.chain and _passes_on(v.chain[0])]
    others = [v for v in voices if v not in passers and v.chain and v.hint != "accuses"]
    if not passers or not others:
        return found
    link = passers[-1].chain
    named = {speaker.name for speaker in link}
    alone = [v for v in others if named.isdisjoint(speaker.name for speaker in v.chain)]
    if not alone:
        return found
    kept = [v for v in voices if v not in passers and v not in alone]
    passed = [replace(v, reach="told", chain=(*v.chain, *link)) for v in alone]
    return [*passed, *(replace(v, reach="told") for v in kept)]


def _passes_on(speaker: Speaker) -> bool:
    return speaker.kind in _PASS_ON or speaker.rule == "speaker/named"


_PASS_ON = ("agency", "media", "page")

"""Who a speaker is: short mentions go back to the full one, and agencies pass on what others say."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol

from msgspec.structs import replace

from ..lexicon import Hit, Hits
from ..mentions.quotations import closed, opens_speech
from ..mentions.speaker_phrases import was_ends
from ..mentions.speech_subjects import may_be_subject, topic_place
from ..model.mentions import Actor, Speaker
from ..text import Stretch, Text
from .voice_names import content_words, is_alike, is_definite, is_definite_name, means, words_of
from .voice_records import Voice

Chain = tuple[Speaker, ...]
_OFFICIALS = ("official", "person")
_DATELINED = ("agency", "media", "page", "body")
"""What may stand in a dateline behind its first word: agencies, and towns that are also bodies."""
_OPENING = 7
"""Words among which the name before a colon stands."""


class Reaching(Protocol):
    @property
    def first(self) -> int: ...
    @property
    def after(self) -> int: ...


class Chains:
    """The speakers of one text by place, and the chains that its voices have had so far."""

    def __init__(
        self,
        text: Text,
        hits: Hits,
        speakers: Sequence[Speaker],
        actors: Sequence[Actor],
        outlets: Sequence[str],
    ) -> None:
        self._text = text
        self._hits = hits
        self._outlets = [words for name in outlets if (words := content_words(name))]
        self._all = tuple(speakers)
        self._groups = {hit.first for hit in hits.of("speaker") if hit.id == "group"}
        self._bodies = [a for a in actors if a.head == "body" and not a.rule.startswith("actor/anaphor")]
        self._by_first = {speaker.first: speaker for speaker in speakers}
        self._said: list[Chain] = []

    def starting(self, at: int) -> tuple[Speaker, ...]:
        """The speaker that starts at a word, and a second one joined to it."""
        speaker = self._by_first.get(at)
        if speaker is None:
            return ()
        second = self._by_first.get(speaker.last)
        words = self._text.words
        word = words[second.first] if second else None
        joined = word and word.gap == " " and word.form.startswith("و")
        if second and word and joined and second.span.start > word.start:
            return (speaker, second)
        return (speaker,)

    def named_at(self, subject: int, verb: Hit) -> tuple[Speaker, ...]:
        """The verb's subject: behind the verb, or else ending just before it."""
        behind = self.starting(subject)
        if behind and not self.is_spoken_to(behind[0]):
            return behind
        ends = range(verb.first - 3, verb.first + 1)
        opens = max(self._text.sentence_of(verb.first).first, verb.first - 15)
        near = (s for s in self._all if s.last in ends and s.first >= opens and not self._is_governed(s))
        before = [s for s in near if may_be_subject(self._text, self._hits, s.last, verb)]
        return self._behind_was(verb) or tuple(before[:1])

    def _is_governed(self, speaker: Speaker) -> bool:
        """ "From the province": a preposition stands before it, so it is no subject."""
        before = speaker.first - 1
        return any(self._hits.at(before, kind) for kind in ("place-preposition", "place-noun"))

    def _behind_was(self, verb: Hit) -> tuple[Speaker, ...]:
        """ "The group, the armed wing of …, had condemned": the subject stands right behind "had"."""
        sentence = self._text.sentence_of(verb.first)
        if topic := topic_place(self._text, self._hits, verb, sentence.first):
            return self.starting(topic)[:1]
        for at in range(verb.first - 1, max(sentence.first, verb.first - 16) - 1, -1):
            mark = self._hits.at(at, "speech-mark")
            if mark and was_ends(self._text, mark):
                return self.starting(mark.last)[:1]
        return ()

    def is_spoken_to(self, speaker: Speaker) -> bool:
        """ "To the agency", "accusations against (ل) the army": a preposition is written onto the name itself."""
        start = self._text.words[speaker.first].start
        return start < speaker.span.start < self._text.words[speaker.first].end

    def acting(self, actors: Sequence[Actor], sentence: Stretch, before: int) -> Iterator[Speaker]:
        """The first actor of the sentence, as the one whose own words an attribution reports."""
        for actor in actors:
            if sentence.first <= actor.first < before and actor.head in ("body", "members"):
                name = self._text.name(actor.span)
                yield Speaker(
                    span=actor.span,
                    first=actor.first,
                    last=actor.last,
                    rule=actor.rule,
                    name=name,
                    kind="body",
                    party=actor.party,
                )
                return

    def last_chain(self, verb: Hit, here: Sequence[Chain] = ()) -> tuple[Chain, ...]:
        """The chain that spoke last, for a verb without a subject: the last whose gender the verb has.

        ``here``: the chains that have spoken in the verb's own sentence.
        """
        said = [*self._said[-4:], *here]
        agreeing = (chain for chain in reversed(said) if self.agrees(chain[0], verb))
        last = next(agreeing, said[-1] if said else None)
        return (last,) if last else ()

    def agrees(self, speaker: Speaker, verb: Hit) -> bool:
        """Whether the verb's gender is the speaker's, where the name tells it."""
        gender = self._gender(speaker)
        return gender is None or not ({"fs", "ms"} - {gender}) & verb.features

    def _gender(self, speaker: Speaker) -> str | None:
        """ "ms" or "fs" where the first word of the name says so; None for people in the plural."""
        if speaker.kind == "agency":
            return "fs"
        head = self._hits.at(speaker.first, "speaker")
        if head is None or speaker.kind == "person":
            return None
        if "pl" in head.features:
            return "fs" if head.id in ("source", "channel", "page", "agency", "ministry", "force") else None
        return next((gender for gender in ("fs", "ms") if gender in head.features), None)

    def remember(self, chain: Chain) -> None:
        if chain and all(speaker.kind != "statement" for speaker in chain):
            self._said.append(chain)

    def resolved(self, chain: Chain) -> Chain:
        """The chain of the earlier speaker that a short mention means; the chain itself if it is new."""
        if len(chain) != 1:
            return tuple(self._full(speaker) for speaker in chain)
        earlier = self._earlier(chain[0])
        return earlier or (self._by_name(chain[0]),)

    def _by_name(self, speaker: Speaker) -> Speaker:
        """ "The organisation" by the name that the text gave it before."""
        is_group = speaker.first in self._groups and is_definite(speaker)
        if speaker.party is None or not is_group or len(words_of(speaker.name)) > 2:
            return speaker
        for actor in reversed(self._bodies):
            name = self._text.name(actor.span)
            if actor.last <= speaker.first and actor.party == speaker.party and not is_definite_name(name):
                span = closed(self._text.body, actor.span)
                return replace(speaker, name=self._text.name(span), span=span)
        return speaker

    def _full(self, speaker: Speaker) -> Speaker:
        earlier = self._earlier(speaker)
        return earlier[0] if earlier else speaker

    def _earlier(self, speaker: Speaker) -> Chain | None:
        if speaker.kind == "statement":
            return self._said[-1] if self._said else None
        if speaker.rule == "speaker/correspondent" and (known := self._correspondent(speaker)):
            return known
        short = content_words(speaker.name)
        for chain in reversed(self._said):
            if chain and (means(speaker, chain[0]) or self._is_short_for(speaker, chain[0])):
                return chain
        is_bare = speaker.rule == "speaker/source" and len(short) == 1 and is_definite(speaker)
        if is_bare:
            return self._said[-1] if self._said else None
        officials = (c for c in reversed(self._said) if c and c[0].kind in _OFFICIALS)
        return next(officials, None) if self._is_some_official(speaker) else None

    def _is_some_official(self, speaker: Speaker) -> bool:
        """ "The official", "the security official": somebody who has spoken before, without his name."""
        head = self._hits.at(speaker.first, "speaker")
        if head is None or head.id != "official" or "pl" in head.features or speaker.last - head.last > 1:
            return False
        return all(map(is_definite_name, speaker.name.split()))

    def _correspondent(self, speaker: Speaker) -> Chain | None:
        """ "The correspondent" is that of the channel named before, even where he only passed something on."""
        if len(words_of(speaker.name)) > 1 or not is_definite(speaker):
            return None
        links = (link for chain in reversed(self._said) for link in chain)
        same = (link for link in links if link.rule == speaker.rule and not self.is_own(link))
        return next(((link,) for link in same), None)

    def _is_short_for(self, speaker: Speaker, full: Speaker) -> bool:
        """ "The Forces of Unity (FU)": the name in brackets right behind the full one."""
        if speaker.kind != "body" or speaker.party is None or speaker.party != full.party:
            return False
        behind = (a for a in self._bodies if a.first == full.last and a.party == full.party)
        return any(words_of(self._text.name(a.span)) == words_of(speaker.name) for a in behind)

    def passed_on(self, chain: Chain, passer: Speaker) -> Chain:
        """The chain with one more link outward, unless that is in it already."""
        link = self._full(passer)
        is_known = any(is_alike(link.name, speaker.name) for speaker in chain)
        return chain if is_known or not chain or self._is_outlet(link) else (*chain, link)

    def _is_outlet(self, speaker: Speaker) -> bool:
        name = content_words(speaker.name)
        return any(words <= name for words in self._outlets)

    def is_own(self, speaker: Speaker) -> bool:
        """The outlet itself, "our correspondent", and that of no agency or channel known: its own voice."""
        if speaker.rule == "speaker/own" or self._is_outlet_itself(speaker):
            return True
        return speaker.rule == "speaker/correspondent" and (
            self._is_outlet(speaker) or not self._is_of_media(speaker)
        )

    def _is_outlet_itself(self, speaker: Speaker) -> bool:
        """A monitor on its own site, a paper that "has learnt": whom it names is the one who publishes."""
        if speaker.kind == "person":
            return content_words(speaker.name) in self._outlets
        return speaker.kind in ("monitor", "agency", "media", "page") and self._is_outlet(speaker)

    def _is_of_media(self, speaker: Speaker) -> bool:
        """ "The correspondent of Reuters", "the Russian war correspondent X": somebody else's."""
        inside = range(speaker.first + 1, speaker.last)
        named = any(self._hits.at(at, "speaker-name") or self._hits.at(at, "speaker") for at in inside)
        return named or speaker.last - speaker.first > 3

    def opening(self, sentence: Stretch) -> Iterator[Speaker]:
        """The speakers among the first words of a sentence; of the report's first none from its dateline."""
        for at in range(sentence.first, min(sentence.first + _OPENING, sentence.last)):
            speaker = self._by_first.get(at)
            if speaker and (at == 0 or sentence.first or speaker.kind not in _DATELINED):
                yield speaker

    def by_line(self, hits: Hits) -> Speaker | None:
        """The agency of the dateline: "Riyadh - SPA", a by-line that opens the report or closes it."""
        agencies = [s for s in self._all if s.kind == "agency" and not self._is_outlet(s)]
        opening = next((s for s in agencies if self._in_dateline(s)), None)
        return opening or next((s for s in agencies[-1:] if self._is_closing_credit(s)), None)

    def _is_closing_credit(self, speaker: Speaker) -> bool:
        """ "(AFP)", "Source: AFP" as the last words of the report."""
        words, before = self._text.words, self._hits.covering(speaker.first - 1, "speaker")
        is_named_source = before is not None and before.id == "source" and ":" in words[speaker.first].gap
        is_marked = "(" in words[speaker.first].gap or speaker.rule == "speaker/wires" or is_named_source
        return speaker.last == len(words) and is_marked

    def _in_dateline(self, speaker: Speaker) -> bool:
        words = self._text.words
        if speaker.rule == "speaker/wires" or self._text.sentence_of(speaker.first).kind == "dateline":
            return True
        after = words[speaker.last].gap if speaker.last < len(words) else ""
        before = words[speaker.first].gap
        marks = any(mark in gap for gap in (before, after) for mark in "-:()/–")
        return speaker.last <= 8 and marks and '"' not in before

    def credit(self, caption: Stretch) -> Iterator[Voice]:
        """The photographer or agency that ends a caption shows what it tells."""
        for speaker in self._all:
            if caption.first <= speaker.first < caption.last and "(" in self._text.words[speaker.first].gap:
                scope = (caption.first, caption.last)
                yield Voice(chain=(speaker,), hint="shows", rule=speaker.rule, verb=speaker.span, scope=scope)

    def with_copies(self, voices: Iterable[Voice]) -> Iterator[Voice]:
        """Where one statement reached the outlet through an agency, the speaker's other voices did too."""
        voices = list(voices)
        links: dict[str, Chain] = {}
        for voice in voices:
            if len(voice.chain) > 1:
                links.setdefault(voice.chain[0].name, voice.chain)
        for voice in voices:
            is_alone = len(voice.chain) == 1 and voice.chain[0].kind == "monitor"
            known = links.get(voice.chain[0].name) if is_alone else None
            yield replace(voice, chain=known) if known else voice


def passer_in(
    text: Text, hits: Hits, chains: Chains, cue: Reaching, scope: tuple[int, int]
) -> Speaker | None:
    """The agency or channel that the speaker spoke to, or that received the statement."""
    for at in range(cue.after, min(cue.after + 14, scope[1])):
        if at == cue.after or "ل" in _proclitics(hits, at) or _follows_mark(hits, at):
            found = _passer_at(hits, chains, at)
            if found:
                return found
        mark = hits.at(at, "speech-mark")
        is_said = mark is not None and mark.id == "complement"
        if opens_speech(text.words[at].gap) or (is_said and text.words[at].form != "عن"):
            break
    return _receiver(hits, chains, scope[0], cue.first)


def _passer_at(hits: Hits, chains: Chains, at: int) -> Speaker | None:
    """An agency, channel or page at a word; not "its account"."""
    found = chains.starting(at)
    head = hits.at(at, "speaker")
    is_own = head is not None and bool(head.enclitic)
    return found[0] if found and found[0].kind in ("agency", "media", "page") and not is_own else None


def _receiver(hits: Hits, chains: Chains, first: int, last: int) -> Speaker | None:
    """ "In a statement of which the agency received a copy", before the verb of speech."""
    for mark in hits.between("speech-mark", first, last):
        if mark.id == "copy" and (found := _passer_at(hits, chains, mark.last)):
            return found
    return None


def _proclitics(hits: Hits, at: int) -> str:
    return "".join(hit.proclitics for hit in hits.starting(at) if hit.category in ("speaker", "speaker-name"))


def _follows_mark(hits: Hits, at: int) -> bool:
    mark = hits.covering(at - 1, "speech-mark") if at else None
    return mark is not None and mark.id in ("with", "copy")

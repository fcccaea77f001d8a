"""The words of a sentence by which voices are told: verbs of speech, attributions, blame."""

from collections.abc import Iterator, Sequence

from msgspec import structs

from ..lexicon import Hit, Hits
from ..mentions.quotations import opens_speech
from ..mentions.speakers import speech_verbs
from ..mentions.speech_subjects import subject_place
from ..model.mentions import Actor, Speaker
from ..text import Stretch, Text
from .clauses import qualifies_news
from .voice_attributions import attributions, before_colon, blame, event_before, inside
from .voice_chains import Chains
from .voice_records import Cue

_OBJECT_REACH = 9
_SUSPICION_REACH = 16


def cues_in(
    text: Text, hits: Hits, chains: Chains, sentence: Stretch, actors: Sequence[Actor]
) -> Iterator[Cue]:
    """The cues of one sentence in their order."""
    found = [
        *_verbs(text, hits, chains, sentence),
        *_participles(text, hits, sentence),
        *attributions(text, hits, chains, sentence, actors),
        *blame(hits, chains, sentence),
        *before_colon(text, hits, chains, sentence),
    ]
    yield from _merged(sorted(found, key=lambda cue: cue.first))


def _verbs(text: Text, hits: Hits, chains: Chains, sentence: Stretch) -> Iterator[Cue]:
    here: list[tuple[Speaker, ...]] = []
    for verb in speech_verbs(hits, inside(hits, "speech", sentence)):
        if _is_negated(hits, verb) or _is_relayed_by(hits, verb):
            continue
        subject = subject_place(text, hits, verb)
        named = chains.starting(subject) if verb.value.get("behind") else chains.named_at(subject, verb)
        after = max((s.last for s in named), default=verb.last)
        hint = _hint(hits, verb, after, sentence)
        accused = hint == "accuses" and _is_accused(text, chains, verb, named)
        named = () if accused else named
        if hint == "accuses" and not named and verb.value.get("blames"):
            yield from _blamed(hits, verb, sentence)
            continue
        if hint == "accuses" and not named and _goes_on_to_blame(verb):
            yield _turning(verb)
            continue
        told = _relayed_from(text, hits, chains, verb, after, sentence, named)
        speaks = bool(named) or bool(told) or accused or _goes_on(text, hits, verb, hint or "")
        as_said = _as_said(hits, verb, sentence)
        if hint is None or not speaks or _is_no_voice(hits, verb):
            continue
        if as_said is None and _is_passed_over(hits, verb):
            continue
        if verb.value.get("about") and not _has_complement(text, hits, after):
            continue
        relays = verb.value.get("relays") and not told and as_said is None
        if relays and not _relays_itself(text, hits, verb, after):
            continue
        if verb.value.get("tells") and named:
            told = tuple((speaker, *chains.starting(named[-1].last)[:1]) for speaker in named)
        told = told or tuple((speaker,) for speaker in named) or chains.last_chain(verb, here)
        if told:
            here += told
            about = _said_before(hits, verb, after, hint, sentence)
            yield Cue(
                first=as_said.first if as_said else min((verb.first, *(s.first for s in named))),
                after=after,
                chains=told,
                hint="confirms" if as_said and _confirms(as_said) and hint == "reports" else hint,
                rule=verb.rule,
                span=verb.span,
                speaks=as_said is None and (about is None or hint == "accuses"),
                reach="attributed" if as_said else "told",
                named=bool(named),
                refers_back=hint != "reports" and _refers_back(hits, verb.last, after, sentence),
                about=about,
            )


def _is_accused(text: Text, chains: Chains, verb: Hit, named: Sequence[Speaker]) -> bool:
    """ "And it accused the rebels of destroying (بتدمير) …": a body right before the deed is the object.

    So is a body whose gender the verb does not have: "and she held the army (وحملت الجيش) responsible".
    """
    if len(named) != 1 or named[0].first < verb.last or named[0].last >= len(text.words):
        return False
    if not chains.agrees(named[0], verb):
        return True
    deed = text.words[named[0].last]
    return named[0].rule.startswith("actor") and deed.gap == " " and deed.form.startswith("ب")


def _is_relayed_by(hits: Hits, verb: Hit) -> bool:
    """ "Sources from whom (عنها) the channel relayed": the channel only passes it on."""
    pronoun = hits.at(verb.last, "speaker-stop")
    return bool(verb.value.get("relays")) and pronoun is not None and pronoun.id == "pronoun"


def _goes_on_to_blame(verb: Hit) -> bool:
    """ "And directed accusations at …": a phrase of blame joined to what the same voice said."""
    return verb.last - verb.first > 1 and verb.proclitics == "و"


def _turning(hit: Hit) -> Cue:
    """The voice before goes on, with another stance."""
    hint = str(hit.value["hint"])
    return Cue(
        first=hit.first, after=hit.last, chains=(), hint=hint, rule=hit.rule, span=hit.span, reach="goes on"
    )


def _blamed(hits: Hits, verb: Hit, sentence: Stretch) -> Iterator[Cue]:
    """ "The blast was ascribed to …": blame that nobody utters."""
    event = hits.at(verb.last, "event") or hits.at(verb.last, "happening")
    if event and hits.covering(verb.first, "blame") is None:
        yield Cue(
            first=verb.first,
            after=event.last,
            chains=((),),
            hint="accuses",
            rule=verb.rule,
            span=verb.span,
            speaks=False,
            refers_back=True,
        )


def _said_before(hits: Hits, verb: Hit, after: int, hint: str, sentence: Stretch) -> tuple[int, int] | None:
    """ "Two blasts that the group claimed", "for which it blamed …": what a pronoun stands for."""
    objects = _objects(hits, verb, after, sentence)
    claimed = hint == "claims" and (bool(verb.enclitic) or "for-it" in objects)
    blamed = hint == "accuses" and bool({"claims", "for-it"} & set(objects))
    return event_before(hits, verb.first, sentence, 30 if blamed else 14) if claimed or blamed else None


def _refers_back(hits: Hits, first: int, after: int, sentence: Stretch) -> bool:
    """The first event word behind the verb is definite, or it is what others said."""
    told = hits.at(first, "speech-object") if first < after else None
    if told and told.last < after and told.value["hint"] == "confirms":
        return True
    for at in range(after, min(after + 6, sentence.last)):
        event, said = hits.at(at, "event"), hits.at(at, "speech-object")
        if said and said.value["hint"] in ("confirms", "claims", "for-it"):
            return True
        if event:
            return event.definite
    return False


def _as_said(hits: Hits, verb: Hit, sentence: Stretch) -> Hit | None:
    """ "As … announced": the attribution before the verb, unless it only joins a new sentence."""
    said = hits.covering(verb.first - 1, "attribution") if verb.first > sentence.first else None
    if said is None or not said.value.get("verb") or (_confirms(said) and not verb.enclitic):
        return None
    return None if said.value.get("inside") and said.first - sentence.first <= 1 else said


def _confirms(said: Hit) -> bool:
    """ "Which X confirmed": the attribution itself says that it is another's report."""
    return str(said.value["hint"]) == "confirms"


def _is_no_voice(hits: Hits, verb: Hit) -> bool:
    """Blame that nobody utters, "it is recalled that", "we say", "will announce"."""
    mark = hits.covering(verb.first, "speech-mark")
    turned = mark is not None and (mark.id == "amount" or (mark.id == "turn" and mark.last - mark.first > 1))
    return (
        turned
        or _is_withheld(hits, verb)
        or "س" in verb.proclitics
        or "we" in verb.features
        or (verb.id != "direct" and hits.covering(verb.first, "blame") is not None)
    )


def _is_withheld(hits: Hits, verb: Hit) -> bool:
    """ "Asking not to disclose his name" (كشف هويته): nothing said, but who said it kept back."""
    kept = hits.at(verb.last, "speaker-stop")
    return kept is not None and kept.id == "own-name"


def _is_passed_over(hits: Hits, verb: Hit) -> bool:
    """ "A statement which the agency carried (نقلته)": it is told by whose statement it is."""
    mark = hits.covering(verb.first, "speech-mark")
    return mark is not None and mark.id == "copy"


def _relays_itself(text: Text, hits: Hits, verb: Hit, after: int) -> bool:
    """ "The agency relayed that": no "from whom", but what is said; not "the wounded were carried to (الى)"."""
    stop = hits.at(verb.first - 1, "speaker-stop") if verb.first else None
    is_relative = stop is not None and stop.id == "relative"
    is_carried = after < len(text.words) and text.words[after].form == "الي"
    return not is_relative and not is_carried and _has_complement(text, hits, after)


def _has_complement(text: Text, hits: Hits, after: int) -> bool:
    for at in range(after, min(after + 6, len(text.words))):
        mark = hits.at(at, "speech-mark")
        if opens_speech(text.words[at].gap) or (mark is not None and mark.id == "complement"):
            return True
    return False


def _is_negated(hits: Hits, verb: Hit) -> bool:
    mark = hits.covering(verb.first - 1, "speech-mark") if verb.first else None
    return mark is not None and mark.id == "negation"


def _goes_on(text: Text, hits: Hits, verb: Hit, hint: str) -> bool:
    """Without a named subject a verb of speech goes on only where something said follows at once."""
    if verb.value.get("speaker") or "passive" in verb.features or verb.last >= len(text.words):
        return False
    if verb.id == "declare" and {"present", "ms"} <= verb.features:
        return False
    mark, stop = hits.at(verb.last, "speech-mark"), hits.at(verb.last, "speaker-stop")
    if opens_speech(text.words[verb.last].gap) or (mark is not None and mark.id == "complement"):
        return True
    said = hits.at(verb.last, "speaker")
    statement = said is not None and said.value["tail"] == "statement" and said.definite
    return _adds(text, hits, verb) or statement or (stop is not None and stop.id == "medium")


def _adds(text: Text, hits: Hits, verb: Hit) -> bool:
    """ "And added also that", "and pointed to (إلى) the death of": the speaker before goes on."""
    if not verb.value.get("anaphora"):
        return False
    mark, form = hits.at(verb.last + 1, "speech-mark"), text.words[verb.last].form
    return form == "الي" or (mark is not None and mark.id == "complement")


def _hint(hits: Hits, verb: Hit, after: int, sentence: Stretch) -> str | None:
    """The stance that verb and object together tell; None where they tell nothing."""
    objects = _objects(hits, verb, after, sentence)
    hint = str(verb.value["hint"])
    if hint == "claims" and "vague" in objects[:1]:
        return None
    if verb.value.get("shows"):
        return next((o for o in objects if o in ("confirms", "shows", "reports")), None)
    if hint == "accuses":
        return "accuses" if "accuses" in objects or verb.value.get("blames") or verb.id == "accuse" else None
    if "claims" in objects and hint == "reports":
        return "claims"
    if hint == "reports" and _suspects(hits, after, sentence):
        return "accuses"
    if verb.value.get("affirms") and "confirms" in objects[:1]:
        return "confirms"
    return hint


def _suspects(hits: Hits, after: int, sentence: Stretch) -> bool:
    """ "That the attack is linked to …", "stands behind it": suspicion in what is said; not "a cell linked to"."""
    said = (hits.at(at, "speech-object") for at in range(after, min(after + _SUSPICION_REACH, sentence.last)))
    linked = (hit for hit in said if hit is not None and hit.value["hint"] == "suspects")
    return any(hits.covering(hit.first - 1, "person") is None for hit in linked)


def _objects(hits: Hits, verb: Hit, after: int, sentence: Stretch) -> list[str]:
    end = min(after + _OBJECT_REACH, sentence.last)
    found = [hits.at(at, "speech-object") for at in (*range(verb.last, after), *range(after, end))]
    return [str(hit.value["hint"]) for hit in found if hit and not hits.covering(hit.first, "blame")]


def _relayed_from(
    text: Text,
    hits: Hits,
    chains: Chains,
    verb: Hit,
    after: int,
    sentence: Stretch,
    named: Sequence[Speaker],
) -> tuple[tuple[Speaker, ...], ...]:
    """ "X relayed from Y", "X, quoting Y": Y is the origin, X passes it on."""
    for at in range(after, min(after + 12, sentence.last)):
        quoting = hits.at(at, "attribution")
        is_from = verb.value.get("relays") and text.words[at].form == "عن"
        if is_from or (quoting and quoting.value.get("relays")):
            start = quoting.last if quoting else at + 1
            inner = chains.starting(start) or chains.starting(start + 1)
            return tuple((speaker, *named) for speaker in inner)
    return ()


def _participles(text: Text, hits: Hits, sentence: Stretch) -> Iterator[Cue]:
    """ "Accusing", "denying": the same voice with another stance from there on."""
    for hit in inside(hits, "speech-participle", sentence):
        if not hit.definite and not qualifies_news(text, hits, hit.first):
            yield _turning(hit)


def _merged(cues: Sequence[Cue]) -> Iterator[Cue]:
    """Participles take the chain before them; a verb after "as" makes that verb an attribution."""
    chain: tuple[tuple[Speaker, ...], ...] = ()
    before: Cue | None = None
    for cue in cues:
        if cue.reach == "goes on":
            changes = before is not None and before.hint in ("confirms", "denies", "accuses")
            if chain and (cue.hint != "reports" or changes):
                before = structs.replace(cue, chains=chain, reach="told")
                yield before
            continue
        cue = _still_shows(cue, before)
        chain = cue.chains if cue.chains != ((),) else chain
        before = cue
        yield cue


def _still_shows(cue: Cue, before: Cue | None) -> Cue:
    """ "It showed a video which it said was of …": the second verb tells what is shown."""
    if before is None or before.hint != "shows" or (cue.named and cue.chains != before.chains):
        return cue
    return structs.replace(cue, hint="shows")

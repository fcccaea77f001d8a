"""Voices without a verb before what is said: attributions, blame, names before a colon."""

from collections.abc import Iterator, Sequence

from ..lexicon import Hit, Hits
from ..mentions.speaker_colons import opens_with_colon
from ..model.mentions import Actor, Speaker
from ..text import Stretch, Text
from .voice_chains import Chains
from .voice_records import Cue

_OBJECT_REACH = 9
_ACT = 3
"""Words of what is said among which "we" tells whose act it is."""
COLON = "colon"
"""The rule of a voice that is told by a colon."""


def inside(hits: Hits, category: str, sentence: Stretch) -> Sequence[Hit]:
    """The hits of a category among the words of a sentence."""
    return hits.between(category, sentence.first, sentence.last)


def before_colon(text: Text, hits: Hits, chains: Chains, sentence: Stretch) -> Iterator[Cue]:
    """ "The army: we shelled …": the name that opens the sentence says the rest of it."""
    for speaker in chains.opening(sentence):
        if opens_with_colon(text, speaker, sentence):
            yield Cue(
                first=speaker.first,
                after=speaker.last,
                chains=((speaker,),),
                hint="claims" if _we_did(hits, speaker.last, sentence) else "reports",
                rule=COLON,
                span=speaker.span,
            )
            return


def _we_did(hits: Hits, first: int, sentence: Stretch) -> bool:
    """ "We shelled (قصفنا)", among the first words."""
    words = range(first, min(first + _ACT, sentence.last))
    return any("we" in hit.features for at in words for hit in hits.starting(at))


def attributions(
    text: Text, hits: Hits, chains: Chains, sentence: Stretch, actors: Sequence[Actor]
) -> Iterator[Cue]:
    for hit in inside(hits, "attribution", sentence):
        if hit.value.get("verb") or (hit.value.get("relays") and _is_after_verb(hits, hit, sentence)):
            continue
        stated = hit.first - 1 if hit.value.get("statement") else hit.first
        if hits.covering(stated, "speech") or hits.covering(hit.first, "blame"):
            continue
        named = chains.starting(hit.last) or chains.starting(hit.last + 1)
        if hit.value["hint"] == "accuses" and any(map(chains.is_spoken_to, named)):
            continue
        whose = chains.acting(actors, sentence, hit.first) if hit.value.get("own") else named
        if told := tuple((speaker,) for speaker in whose):
            yield Cue(
                first=hit.first,
                after=max((s.last for s in named), default=hit.last),
                chains=told,
                hint=str(hit.value["hint"]),
                rule=hit.rule,
                span=hit.span,
                speaks=False,
                reach="attributed",
                about=(hit.first, sentence.last) if hit.value.get("forward") else None,
            )


def _is_after_verb(hits: Hits, hit: Hit, sentence: Stretch) -> bool:
    return any(hit.first <= v.last + 12 for v in hits.between("speech", sentence.first, hit.first))


def blame(hits: Hits, chains: Chains, sentence: Stretch) -> Iterator[Cue]:
    for hit in inside(hits, "blame", sentence):
        if hit.value.get("points"):
            continue
        named = _pointing(hits, chains, hit, sentence)
        yield Cue(
            first=hit.first,
            after=hit.last,
            chains=tuple((speaker,) for speaker in named) or ((),),
            hint="accuses",
            rule=hit.rule,
            span=hit.span,
            speaks=False,
            about=event_before(hits, hit.first, sentence, 10),
            refers_back=bool(named),
        )


def _pointing(hits: Hits, chains: Chains, blame: Hit, sentence: Stretch) -> tuple[Speaker, ...]:
    """ "The police pointed … the finger of blame at": the subject behind the verb, before its object."""
    if not blame.value.get("pointed"):
        return ()
    before = hits.between("blame", max(sentence.first, blame.first - _OBJECT_REACH), blame.first)
    verbs = [hit for hit in before if hit.value.get("points")]
    return chains.starting(verbs[-1].last) if verbs else ()


def event_before(hits: Hits, word: int, sentence: Stretch, reach: int) -> tuple[int, int] | None:
    """The nearest event noun before a word of its sentence."""
    for at in range(word - 1, max(sentence.first, word - reach) - 1, -1):
        event = hits.at(at, "event")
        if event and event.value["part"] == "noun":
            return event.first, event.last
    return None

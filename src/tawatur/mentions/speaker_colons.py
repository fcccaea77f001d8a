"""Who stands before a colon: "The army: we shelled …", as posts, live pages and headlines tell it."""

from collections.abc import Iterator

from ..model.mentions import Speaker
from ..text import Stretch, Text
from .speaker_phrases import phrase_at
from .speaker_scene import Phrase, Scene

_OPENING = 7
"""Words of "urgent | the province of A - " before the name."""
_SAID = 3
"""Words of the shortest thing said."""
_PARTS = frozenset("-|/:")


def before_colons(scene: Scene) -> Iterator[Phrase]:
    """The names that open a sentence, or a part of its opening, and end in a colon."""
    for sentence in scene.text.sentences:
        words = scene.text.words[sentence.first : sentence.last]
        if sentence.kind == "dateline" or not any(":" in word.gap for word in words):
            continue
        if phrase := _opener(scene, sentence):
            yield phrase


def _opener(scene: Scene, sentence: Stretch) -> Phrase | None:
    last = min(sentence.first + _OPENING, sentence.last)
    for at in range(last - 1, sentence.first - 1, -1):
        if at == sentence.first or not _PARTS.isdisjoint(scene.text.words[at].gap):
            phrase = phrase_at(scene, at)
            if phrase and not _is_unnamed(phrase) and speaks_in(scene.text, phrase.last, sentence):
                return phrase
    return None


def _is_unnamed(phrase: Phrase) -> bool:
    """ "Children:", and "Jidda:", which is spelt like "grandmother", say nothing; "agencies:" is a by-line."""
    is_class = phrase.kind == "witness" and phrase.rule.startswith("actor")
    return is_class or (phrase.rule == "speaker/agency" and phrase.last - phrase.first == 1)


def speaks_in(text: Text, last: int, sentence: Stretch) -> bool:
    """Whether a colon ends what opens a sentence, and what is said goes on in the same line."""
    if last + _SAID > sentence.last:
        return False
    gap = text.words[last].gap
    return ":" in gap and "\n" not in gap and not text.words[last - 1].number


def opens_with_colon(text: Text, speaker: Speaker, sentence: Stretch) -> bool:
    """Whether a speaker opens a sentence, or a part of its opening, and a colon follows."""
    is_first = speaker.first == sentence.first or not _PARTS.isdisjoint(text.words[speaker.first].gap)
    return is_first and speaker.first < sentence.first + _OPENING and speaks_in(text, speaker.last, sentence)

"""Who passes on what others say: agencies and channels wherever they are named, datelines, captions."""

from collections.abc import Iterator

from ..lexicon import Hit
from .quotations import quoted_end
from .speaker_phrases import phrase_at
from .speaker_scene import Phrase, Scene

_DATELINE = 12


def passers(scene: Scene) -> Iterator[Phrase]:
    """Agencies and channels wherever they are named: they may pass on what others say."""
    spoken_to = (hit for hit in scene.hits.of("speaker") if _is_spoken_to(scene, hit))
    for hit in (*scene.hits.of("speaker-name"), *spoken_to):
        phrase = phrase_at(scene, hit.first)
        if phrase and phrase.kind in ("agency", "media", "page"):
            yield phrase
    yield from _quoted_media(scene)
    yield from _wires(scene)


def _wires(scene: Scene) -> Iterator[Phrase]:
    """ "Agencies" in a dateline or as the last word: the wire services, unnamed."""
    for hit in scene.hits.of("speaker"):
        if hit.id != "agency" or _DATELINE <= hit.first < len(scene.text.words) - 1:
            continue
        if "pl" in hit.features and not _is_told(scene, hit):
            yield Phrase(first=hit.first, last=hit.last, span=hit.span, kind="agency", rule="speaker/wires")


def _is_told(scene: Scene, hit: Hit) -> bool:
    """Whether the word belongs to a sentence: after a verb or preposition, or with an adjective behind it."""
    before, text = hit.first - 1, scene.text
    after = text.words[hit.last].gap if hit.last < len(text.words) else "\n"
    marked = any(mark in text.words[hit.first].gap + after for mark in "(|/-–:\n")
    kinds = ("speech", "attribution", "speech-mark", "speaker-stop")
    said = before >= 0 and any(scene.hits.covering(before, kind) for kind in kinds)
    return said or bool(hit.proclitics) or not (marked or hit.first <= 1)


def _quoted_media(scene: Scene) -> Iterator[Phrase]:
    """An unknown outlet in quotation marks after a detached "to"; not a force, whose is what stands before."""
    words = scene.text.words
    for at in range(1, len(words)):
        force = scene.hits.at(at, "actor") and not scene.hits.at(at, "speaker-name")
        if words[at - 1].form == "ل" and words[at].gap.strip() == '"' and not force:
            last = quoted_end(scene.text, at)
            span = scene.text.span(at, last)
            yield Phrase(first=at, last=last, span=span, kind="media", rule="speaker/quoted")


def _is_spoken_to(scene: Scene, hit: Hit) -> bool:
    """ "To the agency", "with the channel", "of which the agency received a copy"."""
    before = scene.hits.covering(hit.first - 1, "speech-mark") if hit.first else None
    return "ل" in hit.proclitics or (before is not None and before.id in ("with", "copy"))


def credits_of_captions(scene: Scene) -> Iterator[Phrase]:
    """The name in brackets that ends a caption."""
    words = scene.text.words
    for sentence in scene.text.paragraphs:
        if sentence.kind != "caption":
            continue
        opens = [i for i in range(sentence.first, sentence.last) if "(" in words[i].gap]
        if opens and sentence.last - opens[-1] <= 6:
            first, last = opens[-1], _credit_end(scene, opens[-1], sentence.last)
            span = scene.text.span(first, last)
            yield Phrase(first=first, last=last, span=span, kind="person", rule="speaker/credit")


def _credit_end(scene: Scene, first: int, last: int) -> int:
    """A channel after a slash is not part of the name."""
    words = scene.text.words
    return next((i for i in range(first + 1, last) if "/" in words[i].gap or "-" in words[i].gap), last)

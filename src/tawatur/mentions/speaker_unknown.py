"""Speakers whom no lexicon knows: names told by what stands around them."""

from msgspec.structs import replace

from ..model.spans import Span
from .quotations import opens_quote
from .speaker_phrases import is_passer, phrase_at, says_something, stops_at, words_run
from .speaker_scene import Phrase, Scene
from .speech_subjects import is_called_so

_FUSED = ("ب", "ل", "ك")
_BODY = 4
"""Words of the longest unknown name of a body that tells of a death or an act."""
_NAME = 2
_DEED = 5
"""Words between the accused and the deed: "also", "last Tuesday"."""
_ASIDE = 16
"""Words of the longest part between a name and what he says."""
_THAT = ("ان", "انه", "انها", "بان", "الي")
_TAKE_TO = ("وفقا", "طبقا")
_BODIES = ("monitor", "body", "media", "agency", "page")
_JOINING = ("و", "ف")
_ACCUSED = ("body", "class")
_OFFICES = ("spokesman", "head", "official")
_PARTICLE = 2
"""Letters of a word too short to be somebody's only name."""


def unknown_name_at(scene: Scene, at: int, *, attributed: bool) -> Phrase | None:
    """A person named by no known head: words up to what the person says, or to the end of an attribution."""
    is_spoken_to = scene.text.words[at].form.startswith("لل") and not takes_to(scene, at)
    if is_spoken_to or (scene.hits.at(at, "preposition") and not is_called_so(scene.text, at)):
        return None
    of_kind = scene.hits.at(at, "speaker-link")
    if stops_at(scene, at) or scene.text.words[at].form in _FUSED or of_kind is not None:
        return None
    last = words_run(scene, at, 14, allow=lambda word: not is_passer(scene, word))
    is_short = last == at + 1 and len(scene.text.words[at].form) <= _PARTICLE
    says = attributed or says_something(scene, _past_passer(scene, last)) or _has_office(scene, at, last)
    says = says or _tells_a_death(scene, at, last) or _says_after_aside(scene, at, last)
    if last == at or is_short or not says:
        return None
    return Phrase(first=at, last=last, span=scene.text.span(at, last), kind="person", rule="speaker/named")


def before_accused(scene: Scene, phrase: Phrase) -> Phrase:
    """ "The lawyers' group accused the army of (ب) shelling": the name without the accused right behind it."""
    words = scene.text.words
    if not _has_deed(scene, phrase.last):
        return phrase
    inside = (scene.actors.get(at) for at in range(phrase.first + 1, phrase.last))
    accused = next((a for a in inside if a and a.last == phrase.last and a.head in _ACCUSED), None)
    last = accused.first if accused and not _is_tied(scene, accused.first - 1) else _quoted(scene, phrase)
    if last == phrase.last:
        return phrase
    return replace(phrase, last=last, span=Span(phrase.span.start, words[last - 1].end))


def _quoted(scene: Scene, phrase: Phrase) -> int:
    """The word at which the accused opens in quotation marks right before the deed, or the phrase's end."""
    if not _is_deed(scene, phrase.last):
        return phrase.last
    words = scene.text.words
    inside = range(phrase.first + 1, phrase.last)
    return next((at for at in inside if opens_quote(words[at].gap)), phrase.last)


def accuser_at(scene: Scene, at: int) -> Phrase | None:
    """ "The farmers' congress accused gunmen of (ب) storming it": unknown words before the accused."""
    for word in range(at + 1, min(at + _BODY + 1, len(scene.text.words))):
        if scene.text.words[word].gap != " " or stops_at(scene, word - 1):
            return None
        accused = scene.actors.get(word)
        if accused and accused.head in _ACCUSED:
            span = scene.text.span(at, word)
            is_blamed = _has_deed(scene, accused.last) and not _is_tied(scene, word - 1)
            return (
                Phrase(first=at, last=word, span=span, kind="body", rule="speaker/accuser")
                if is_blamed
                else None
            )
    return None


def _has_deed(scene: Scene, at: int) -> bool:
    """Whether the deed of which somebody is accused stands at a word or soon behind it."""
    sentence = scene.text.sentence_of(at) if at < len(scene.text.words) else None
    last = min(at + _DEED, sentence.last) if sentence else at
    return any(_is_deed(scene, word) for word in range(at, last))


def _is_deed(scene: Scene, word: int) -> bool:
    """ "Of (ب) shelling it", "with responsibility for it": of what somebody is accused."""
    guilt = scene.hits.at(word, "speech-object")
    return scene.text.words[word].form.startswith("ب") or (
        guilt is not None and guilt.value["hint"] == "accuses"
    )


def _is_tied(scene: Scene, word: int) -> bool:
    """ "The spokesman in the name of", "the commander of": what stands behind belongs to the name."""
    if any(scene.hits.covering(word, kind) for kind in ("speaker-link", "speaker-office", "preposition")):
        return True
    head = scene.hits.covering(word, "speaker")
    if head is None or head.value["kind"] in _BODIES:
        return False
    return head.id in _OFFICES or not scene.text.words[word].form.startswith("ال")


def _says_after_aside(scene: Scene, at: int, last: int) -> bool:
    """ "Salim Ali, from the office of …, said (إن)": a name, and a part between commas before what he says."""
    words = scene.text.words
    if not _NAME <= last - at <= _BODY or last >= len(words) or not words[last].gap.strip().endswith(","):
        return False
    if _is_office(scene, last):
        return True
    for word in range(last, min(last + _ASIDE, len(words))):
        if scene.hits.at(word, "speech"):
            return False
        if word > last and says_something(scene, word):
            return words[word].form in _THAT or ":" in words[word].gap
    return False


def _is_office(scene: Scene, word: int) -> bool:
    """ "Salim Ali, head of the council": what stands behind the comma says who he is."""
    head = scene.hits.at(word, "speaker")
    return head is not None and head.value["tail"] == "person" and not head.proclitics.startswith(_JOINING)


def _tells_a_death(scene: Scene, at: int, last: int) -> bool:
    """ "The embassy announced the death of", "informed of (بمقتل) it": what happened stands right behind."""
    words = scene.text.words
    if (
        last >= len(words)
        or last - at > _BODY
        or words[last].gap != " "
        or not words[at].form.startswith("ال")
    ):
        return False
    effect = scene.hits.at(last, "speaker-stop")
    return effect is not None and effect.id == "effect" and not effect.definite


def takes_to(scene: Scene, at: int) -> bool:
    """ "In accordance (وفقا) with": the "to" written onto the word belongs to the attribution."""
    return at > 0 and scene.text.words[at - 1].form.endswith(_TAKE_TO)


def _has_office(scene: Scene, at: int, last: int) -> bool:
    """ "Salim Ali, the spokesman of the operation": a name with an office behind it, whatever ends it."""
    whole = at + 1 if opens_quote(scene.text.words[at].gap) else at + _NAME
    return any(
        head is not None and (head.definite or word >= whole) and head.id in _OFFICES
        for word, head in ((word, scene.hits.at(word, "speaker")) for word in range(at + 1, last))
    )


def _past_passer(scene: Scene, at: int) -> int:
    """Past the agency to which somebody says it: "Salim said to Reuters that"."""
    if at >= len(scene.text.words) or not is_passer(scene, at):
        return at
    phrase = phrase_at(scene, at)
    return phrase.last if phrase else at

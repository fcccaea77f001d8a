"""Where the subject of a verb of speech may stand: behind it, or just before it."""

from ..lexicon import Hit, Hits
from ..text import Text
from .quotations import opens_quote

_PAST = ("time", "pronoun")
"""What may stand between a verb of speech and its subject: "said yesterday", "reported it (أفاد به)"."""
_JOINING = ("و", "ف")
_THEN = "ف"
_TOPIC = 16
"""Words between "as for" and the verb."""
_ALI = "علي"
_ON = "على"
_THAT = ("ان", "انه", "انها")
_SAYING = "إ"
"""How "that" opens behind "he said"; behind "on" it is spelt otherwise."""
_TURNING = ("complement", "he")


def is_called_so(text: Text, at: int) -> bool:
    """ "Ali" (علي), which folds to "on" (على): in a text that spells the two apart, and not before "that" (أن)."""
    if at >= len(text.words):
        return False
    word = text.words[at]
    if word.form != _ALI or text.body[word.end - 1 : word.end] != _ALI[-1] or _ON not in text.body:
        return False
    behind = text.words[at + 1 : at + 2]
    return not behind or behind[0].form not in _THAT or text.body[behind[0].start] == _SAYING


def subject_place(text: Text, hits: Hits, verb: Hit) -> int:
    """The word at which the subject of a verb of speech may stand: past adverbs of time."""
    at, tells = verb.last, verb.value["hint"] == "reports"
    if (verb.value["hint"] == "denies" or verb.value.get("affirms")) and (named := _past_report(hits, at)):
        return named
    while at < min(verb.last + 3, len(text.words)):
        stop = None if is_called_so(text, at) else hits.at(at, "speaker-stop")
        leads_on = hits.at(at, "speech-mark") or (tells and hits.at(at, "place-preposition"))
        if not stop or stop.id not in _PAST or (stop.id == "time" and leads_on):
            break
        at = stop.last
    return _past_object(text, hits, at) if verb.value["hint"] == "claims" else at


def _past_report(hits: Hits, at: int) -> int:
    """ "Confirmed this information another source": what others said may stand before who confirms it; else 0."""
    told = hits.at(at, "speech-object")
    if told is None or told.value["hint"] != "confirms":
        return 0
    return told.last if hits.at(told.last, "speaker") or hits.at(told.last, "actor") else 0


def _past_object(text: Text, hits: Hits, at: int) -> int:
    """ "Claimed the attack a group": what is claimed may stand before who claims it."""
    for word in range(at, min(at + 4, len(text.words))):
        head = hits.at(word, "speaker")
        if hits.at(word, "speaker-name") or (head and head.value["tail"] == "body"):
            return word
    return at


def may_be_subject(text: Text, hits: Hits, last: int, verb: Hit) -> bool:
    """Whether what ends at a word is the subject of the verb behind it.

    It is none of a verb that "and" joins, nor across "that", "but he" or an opening quotation mark:
    "to the agency that the teams counted".
    """
    if verb.proclitics.startswith(_JOINING):
        return False
    between = range(last, verb.first)
    if any(opens_quote(text.words[at].gap) for at in (*between, verb.first)):
        return False
    marks = (hits.covering(at, "speech-mark") for at in between)
    return all(mark is None or mark.id not in _TURNING for mark in marks)


def topic_place(text: Text, hits: Hits, verb: Hit, first: int) -> int:
    """The word behind "as for" in the sentence of a verb with "then" on it: "as for the army, it said"; else 0."""
    if verb.proclitics != _THEN:
        return 0
    for at in range(verb.first - 1, max(first, verb.first - _TOPIC) - 1, -1):
        mark = hits.at(at, "speech-mark")
        if mark and mark.id == "as-for":
            return mark.last
    return 0


def aside_from(text: Text, first: int, last: int) -> int:
    """The word at which an aside behind a comma begins, or the last."""
    return next((at for at in range(first + 1, last) if "," in text.words[at].gap), last)

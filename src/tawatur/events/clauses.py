"""Sentences cut at their verbs and conjunctions."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from ..lexicon import Hit, Hits
from ..text import Stretch, Text

_TELLING = ("event", "toll", "role", "result", "speech")
_JOINING = ("result", "shift", "speech-participle", "cause", "aside")
_VERBAL = frozenset({"past", "present"})
_SHIFTS = {"same": "where", "clause": "while", "earlier": "after", "act": "shift", "sentence": "shift"}
_NOUN_ENDS = ("ي", "ا")
_QUIET = ("furniture", "comment", "headline")
_COUNTS = ("number-word", "person")
_AGREES = frozenset({"mp", "md", "fp", "fd", "ms", "fs"})
_SUBJECT = 10
"""Words from the subject of a verb to the verb behind it."""
_LONG_UNITS = ("month", "year", "decade")
AFTER = ("after", "morrow")
"""The words for "after" behind which an act came before another."""
_HAD = 6
"""Words between "was" and the "had" of a verb in the pluperfect."""
_SPAN = 5
"""Words of "after less than two hours", between "after" and the act that came before."""


class Clause(NamedTuple):
    """Words ``first`` to ``last`` (half-open) of one sentence, and how they join what stands before.

    ``link``: start (of a sentence), shift (another happening or place), result (what it led to),
    and (a further act), while (at the same time), where (more of the same), after (an earlier act),
    aside (what a place has seen).
    """

    first: int
    last: int
    sentence: int
    link: str


def find_clauses(text: Text, hits: Hits) -> tuple[Clause, ...]:
    """The clauses of every sentence that tells something (page furniture and comments do not)."""
    found: list[Clause] = []
    links = _links(text, hits)
    for number, sentence in enumerate(text.sentences):
        if sentence.kind not in _QUIET:
            inside = links[
                bisect_right(links, (sentence.first, "~")) : bisect_left(links, (sentence.last, ""))
            ]
            found += _clauses(hits, number, sentence, inside)
    return tuple(found)


def _links(text: Text, hits: Hits) -> list[tuple[int, str]]:
    """The words at which a clause may start inside a sentence, and how it joins."""
    joining = {hit.first for name in _JOINING for hit in hits.of(name)}
    verbs = {hit.first for name in _TELLING for hit in hits.of(name) if not _VERBAL.isdisjoint(hit.features)}
    listed = {i for i, word in enumerate(text.words) if "," in word.gap}
    return [(i, link) for i in sorted(joining | verbs | listed) if (link := _link(text, hits, i))]


def _clauses(
    hits: Hits, number: int, sentence: Stretch, links: Iterable[tuple[int, str]]
) -> Iterable[Clause]:
    cuts = [(sentence.first, _opening(hits, sentence.first)), *links]
    ends = [first for first, _ in cuts[1:]] + [sentence.last]
    return [Clause(first, end, number, link) for (first, link), end in zip(cuts, ends, strict=True)]


def _opening(hits: Hits, first: int) -> str:
    shift = hits.at(first, "shift")
    return "shift" if shift and shift.value in ("act", "sentence") else "start"


def _link(text: Text, hits: Hits, i: int) -> str | None:
    """How the words from i on join what stands before them; None where no clause starts."""
    if _opens_with_people(text, hits, i):
        return "and"
    starting = hits.starting(i)
    categories = {hit.category for hit in starting}
    if "shift" in categories and _is_act_of_toll(text, hits, i):
        starting = [hit for hit in starting if hit.category != "shift"]
        categories.discard("shift")
    if "result" in categories and (_is_place_noun(text, starting, i) or _is_a_noun(text, hits, i)):
        starting = [hit for hit in starting if hit.category != "result"]
        categories.discard("result")
    if "result" in categories and not hits.covering(i - 1, "result"):
        return "result"
    shifts = [hit for hit in starting if hit.category == "shift" and _shifts(text, hits, hit)]
    if shifts and not hits.covering(i - 1, "shift") and not _ends_pair(text, hits, i):
        return _SHIFTS[max((str(hit.value) for hit in shifts), key=list(_SHIFTS).index)]
    if "aside" in categories and _is_aside(hits, i):
        return "aside"
    if "speech-participle" in categories and not qualifies_news(text, hits, i):
        return "while"
    if "recall" in categories and "," in text.words[i].gap and _opens_pluperfect(hits, i):
        return "and"
    if "cause" in categories and (_opens_earlier(hits, i) or _comes_after(text, hits, i)):
        return "after"
    verb = any(
        hit.proclitics in ("و", "ف") and not _VERBAL.isdisjoint(hit.features)
        for hit in starting
        if hit.category in _TELLING
    )
    if verb and _is_listed_noun(text, hits, i):
        return None
    return "and" if verb or ("," in text.words[i].gap and _opens_with_verb(hits, i)) else None


def qualifies_news(text: Text, hits: Hits, i: int) -> bool:
    """ "No confirmed (مؤكدة) reports of victims": a participle right behind the noun that it describes."""
    return hits.covering(i - 1, "unreported") is not None and not text.words[i].gap.strip()


def _is_act_of_toll(text: Text, hits: Hits, i: int) -> bool:
    """ "Five were killed in a separate attack on": no mark before it, the act by which they died."""
    shift = hits.at(i, "shift")
    if shift is None or shift.value != "act" or shift.proclitics or "," in text.words[i].gap:
        return False
    tolls = hits.between("toll", max(text.sentence_of(i).first, i - _SUBJECT), i)
    return any(not any("," in word.gap for word in text.words[toll.last : i + 1]) for toll in tolls)


def _is_listed_noun(text: Text, hits: Hits, i: int) -> bool:
    """ "The killing of 15 and the arrest (وضبط) of four": a verbal noun behind another, no verb."""
    starting = [hit for hit in hits.starting(i) if hit.category in ("event", "toll")]
    if "," in text.words[i].gap or all(_VERBAL & hit.features for hit in starting):
        return False
    start = max(text.sentence_of(i).first, i - _SPAN)
    before = [hit for name in ("event", "toll") for hit in hits.between(name, start, i)]
    last = max((hit.first for hit in before), default=None)
    return last is not None and not any(_VERBAL & hit.features for hit in before if hit.first == last)


def _is_aside(hits: Hits, i: int) -> bool:
    """ "Which sees clashes", "which saw an attack three years ago": not "which saw a battle on Sunday"."""
    aside = hits.at(i, "aside")
    if aside is None or aside.value == "present":
        return aside is not None
    units = hits.between("time-unit", aside.last, aside.last + _SPAN)
    return any(unit.value["unit"] in _LONG_UNITS for unit in units)


def _is_place_noun(text: Text, starting: Sequence[Hit], i: int) -> bool:
    """ "وادي", valley, folds like "وأدى", "and led to": the letter that was written tells them apart."""
    if not any(hit.category == "place-noun" and not hit.proclitics for hit in starting):
        return False
    return text.last_letter(i) == "ي" and not any(
        hit.category == "result" and hit.last - i > 1 for hit in starting
    )


def _opens_with_people(text: Text, hits: Hits, i: int) -> bool:
    """ "…, and six people, four children among them, died in raids on": the next of a list, its verb behind it."""
    word = text.words[i]
    if not word.form.startswith("و") or "," not in word.gap:
        return False
    counted = word.form == "و" and i + 1 < len(text.words) and text.words[i + 1].number
    if not counted and not any(hit.category in _COUNTS for hit in hits.starting(i)):
        return False
    end = next(
        (n for n in range(i + 1, min(i + _SUBJECT, len(text.words))) if "," in text.words[n].gap),
        i + _SUBJECT,
    )
    return any(_is_verb_of_people(hit) for hit in hits.between("toll", i + 1, end))


def _is_verb_of_people(hit: Hit) -> bool:
    return bool(hit.features & _AGREES) and not hit.proclitics and hit.value["people"] == "subject"


def _shifts(text: Text, hits: Hits, hit: Hit) -> bool:
    """ "Since" opens another act only where somebody's follows ("since its attack"), "at a time" before a verb."""
    if hit.id == "at-a-time":
        return any(not _VERBAL.isdisjoint(verb.features) for verb in hits.starting(hit.last))
    if hit.id != "since":
        return True
    acts = [act for act in hits.starting(hit.last) if act.category == "event"]
    return any(act.enclitic or text.last_letter(hit.last) == "ه" for act in acts)


def _opens_pluperfect(hits: Hits, i: int) -> bool:
    """ "…, and shells had fallen on": "was" and "had" with the subject between them."""
    ahead = (hits.at(word, "unreal") for word in range(i + 1, i + _HAD))
    return any(hit is not None and hit.value == "may" for hit in ahead)


def _opens_earlier(hits: Hits, i: int) -> bool:
    """ "… hours after the killing of", "a week after gunmen killed (قيام … بقتل)": time lies between two acts."""
    cause = hits.at(i, "cause")
    if cause is None or cause.id not in AFTER:
        return False
    found = (hits.at(word, "time-unit") for word in range(cause.last, cause.last + _SPAN))
    units = [unit for unit in found if unit]
    starts = (cause.last,) if cause.id == "morrow" else tuple(unit.last + 1 for unit in units)
    if any(_is_act(hit) for word in starts for hit in hits.starting(word)):
        return True
    doing = [hit for word in starts for hit in hits.starting(word) if hit.category == "doing"]
    acts = range(doing[0].last, doing[0].last + _SPAN) if doing else ()
    return any(_is_act(hit) for word in acts for hit in hits.starting(word))


def _comes_after(text: Text, hits: Hits, i: int) -> bool:
    """ "The attack comes (ويأتي) after the army confirmed the killing of": what came before it."""
    cause = hits.at(i, "cause")
    if cause is None or cause.id not in AFTER:
        return False
    if comes_again(hits, text.sentence_of(i).first):
        return True
    if not is_and_that_after(hits, i):
        return False
    return any(_is_act(hit) for word in range(cause.last, cause.last + _SPAN) for hit in hits.starting(word))


def comes_again(hits: Hits, first: int) -> bool:
    """ "The attack comes (ويأتي) after", also with the verb behind it: the news once more."""
    known = next(
        (hit for word in (first, first + 1) for hit in hits.starting(word) if _is_known_act(hit)), None
    )
    opening = hits.at(known.last if known else first, "recall")
    return opening is not None and opening.id == "comes"


def _is_known_act(hit: Hit) -> bool:
    return hit.category == "event" and hit.definite


def is_and_that_after(hits: Hits, word: int) -> bool:
    """ "And that after" (وذلك بعد)."""
    joined = hits.covering(word, "particle")
    return joined is not None and joined.value == "after"


def _is_act(hit: Hit) -> bool:
    return hit.category in ("event", "toll") and not hit.definite and not hit.enclitic


def _ends_pair(text: Text, hits: Hits, i: int) -> bool:
    """ "Between A on one side and B on the other": no other story begins."""
    if not hits.at(i, "one-side"):
        return False
    return bool(hits.between("one-side", text.sentence_of(i).first, i))


def _is_a_noun(text: Text, hits: Hits, i: int) -> bool:
    """A valley, a position: written like "and it led", "leaving", and followed by no toll."""
    nouns = {hit.category for hit in hits.starting(i)} & {"place-noun", "thing"}
    if not nouns or i + 1 >= len(text.words):
        return False
    if any(hit.category == "toll" for hit in hits.starting(i + 1)) or text.words[i + 1].number:
        return False
    particle = hits.at(i + 1, "particle")
    return (particle is None or particle.value != "to") and text.last_letter(i) in _NOUN_ENDS


def _opens_with_verb(hits: Hits, i: int) -> bool:
    return any(
        hit.features & {"past", "present"} and not hit.proclitics
        for hit in hits.starting(i)
        if hit.category in ("event", "toll")
    )

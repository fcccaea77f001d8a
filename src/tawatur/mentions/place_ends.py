"""Where a name ends that no gazetteer has: the grammar of the words after it."""

from ..lexicon import Hits
from ..text import Text

_MAY_COVER = frozenset(
    {
        "place-noun",
        "place-head",
        "place-common",
        "place-ending",
        "place-office",
        "place-stop",
        "name-part",
        "name-end",
        "given-name",
        "place-compass",
        "unless",
        "takes",
        "figure",
        "number-context",
        "date-name",
        "brought",
    }
)
_LONGEST = 3
_SHORTEST = 3
_STEM = 4
"""Letters of an adjective such as "wide" (واسع), "distant" (بعيد)."""
_AFTER = ("place-after", "place-relation", "place-preposition", "name-end", "particle", "result")
_ACTS = ("event", "toll")
_PRONOUNS = ("ها", "هم", "هما")
_JOINED = ("و", "ب", "ل", "ف", "ك")
_VERBAL = ("ي", "ت", "سي", "ست")


def may_be_name(text: Text, hits: Hits, at: int) -> bool:
    """Whether a word has no known meaning that would keep it from being a name."""
    if text.words[at].number or is_stopped(hits, at) or hits.at(at, "place-after"):
        return False
    if is_head(hits, at):
        return True
    return all(hit.category in _MAY_COVER for hit in hits.starting(at) if hit.first == at)


def is_stopped(hits: Hits, at: int) -> bool:
    """Whether a word is none of a name; an adjective ("wide") may be one with the article ("al-Wasia")."""
    stop = hits.covering(at, "place-stop")
    return stop is not None and not (stop.id == "adjective" and "ال" in stop.proclitics)


def is_head(hits: Hits, at: int) -> bool:
    """Whether a name that starts with this word needs the next word too ("Deir …", "Tell …")."""
    hit = hits.at(at, "place-head")
    return bool(hit and "ال" not in hit.proclitics)


def _is_part(hits: Hits, at: int) -> bool:
    """Whether a word needs the next to be a name ("Abu …", "Nur …"); with the article it stands alone."""
    hit = hits.at(at, "name-part")
    return bool(hit and "ال" not in hit.proclitics)


def is_unheard(text: Text, hits: Hits, at: int) -> bool:
    """Whether no lexicon knows the word at all, and its letters do not say verb or pronoun."""
    form = text.words[at].form
    return len(form) >= _SHORTEST and not hits.starting(at) and not form.endswith(_PRONOUNS)


def sounds_adjective(form: str, *, feminine: bool, plain: bool) -> bool:
    """Whether an indefinite word has the shape of an adjective that goes with a noun of that gender.

    ``plain`` says that the noun does not itself open names ("mountain"), so that any adjective may follow it.
    """
    if form.endswith(("ات", "يا")):
        return True
    if feminine and not form.endswith("ه"):
        return False
    bare = form[:-1] if feminine else form
    if bare.endswith("ي") or not plain:
        return bare.endswith("ي")
    if bare.startswith("م") and len(bare) >= _STEM:
        return True
    return len(bare) == _STEM and (bare[1] == "ا" or bare[2] in "يا")


def ends_before(text: Text, hits: Hits, at: int) -> bool:
    """Whether a name must end before this word: a mark, a preposition, a compass word, "belonging to"."""
    if at >= len(text.words) or text.words[at].gap != " ":
        return True
    if any(hits.at(at, category) for category in (*_AFTER, *_ACTS)):
        return True
    noun = hits.at(at, "place-noun")
    form = text.words[at].form
    if form.startswith(("و", "بال", "لل")) or bool(noun and not noun.definite):
        return True
    return not form.startswith("ال") and not may_be_name(text, hits, at)


def end_of_name(text: Text, hits: Hits, at: int, cut: int, *, bare: bool, feminine: bool = False) -> int:
    """The word after a name of one to three words; 0 where the name misses a word that it needs.

    ``cut`` letters of the first word are "and"; ``bare`` says that an indefinite word alone may be a name;
    ``feminine`` that the noun before it is, so that only a feminine adjective can go with it.
    """
    if is_head(hits, at) or _is_part(hits, at):
        return _after_heads(text, hits, at)
    if text.words[at].form[cut:].startswith("ال"):
        return at + 2 if _is_ending(text, hits, at + 1) else at + 1
    ends = bare or ends_before(text, hits, at + 1) or _is_described(text, hits, at, feminine)
    return _end_of_bare(text, hits, at, feminine) or (at + 1 if ends else 0)


def _is_described(text: Text, hits: Hits, at: int, feminine: bool) -> bool:
    """ "The mountainous (الجبلية) area of X": behind the name an adjective of the noun before it."""
    form, noun = text.words[at + 1].form, hits.at(at, "place-noun")
    if noun or not form.startswith("ال"):
        return False
    agrees = form.endswith("يه") if feminine else form.endswith("ي") and hits.at(at + 1, "place-stop")
    return bool(agrees) or hits.at(at + 1, "place-after") is not None


def _after_heads(text: Text, hits: Hits, at: int) -> int:
    """ "Deir …", "Abu …": the first word needs the next, which may itself need one more."""
    last = at + 1
    while _is_part(hits, last - 1) or (last == at + 1 and is_head(hits, at)):
        if last < len(text.words) and hits.at(last, "place-relation"):
            return last if last == at + 1 else 0
        if last >= len(text.words) or text.words[last].gap != " " or last - at >= _LONGEST:
            return 0
        last += 1
    return last + 1 if _is_ending(text, hits, last) else last


def _is_ending(text: Text, hits: Hits, at: int) -> bool:
    return at < len(text.words) and text.words[at].gap == " " and bool(hits.at(at, "place-ending"))


def _end_of_bare(text: Text, hits: Hits, at: int, feminine: bool) -> int:
    """After an indefinite word: a definite one, or unheard ones up to a sure end; 0 where neither follows."""
    second = at + 1
    if hits.at(second, "place-suffix") and text.words[second].gap == " ":
        return second + 1
    if second >= len(text.words) or text.words[second].gap != " " or ends_before(text, hits, second):
        return 0
    if text.words[second].form.startswith("ال"):
        return second + 1 if _may_close(text, hits, second, feminine) else 0
    last = second
    while last - at < _LONGEST and last < len(text.words) and _may_go_on(text, hits, last):
        last += 1
    return last if last > second and ends_before(text, hits, last) else 0


def _may_close(text: Text, hits: Hits, at: int, feminine: bool) -> bool:
    """A definite second word of a name: no adjective ("the besieged", "the Syrian")."""
    form = text.words[at].form
    if hits.at(at, "place-ending") or hits.at(at, "place-noun"):
        return True
    adjective = form.endswith("ه") or (form.endswith("ي") and not feminine)
    return len(form) > _SHORTEST and not adjective and may_be_name(text, hits, at)


def _may_go_on(text: Text, hits: Hits, at: int) -> bool:
    form = text.words[at].form
    if text.words[at].gap != " " or form.startswith((*_JOINED, *_VERBAL)) or form.endswith(("ه", "ا")):
        return False
    named = hits.at(at, "given-name") or hits.at(at, "place-common")
    return is_unheard(text, hits, at) or bool(named and may_be_name(text, hits, at))


def is_verbal(text: Text, hits: Hits, at: int) -> bool:
    """Whether an unheard word has the prefix of a verb, and what follows does not show it to be a name."""
    if not text.words[at].form.startswith(("ي", "ت")):
        return False
    following = text.words[at + 1].gap if at + 1 < len(text.words) else ""
    return following == " " and not hits.at(at + 1, "place-relation")

"""When two names of speakers mean the same one."""

import re
from functools import lru_cache

from ..model.mentions import Speaker
from ..text import fold_phrase

_NAMED_KINDS = ("person", "page", "agency", "media", "monitor")
_SHORTENED = ("speaker/statement", "actor/ministry+adjective")
"""The names of a body without the noun before them."""
_WORDS = re.compile(r"[^\W\d_]+|\d+")


@lru_cache(maxsize=4096)
def words_of(name: str) -> tuple[str, ...]:
    """A name's folded words without the article."""
    return tuple(word.removeprefix("ال") for word in _WORDS.findall(fold_phrase(name)))


@lru_cache(maxsize=4096)
def content_words(name: str) -> frozenset[str]:
    """The same words, in no order."""
    return frozenset(words_of(name))


def is_alike(one: str, other: str) -> bool:
    """Whether one name's words are all in the other."""
    return content_words(one) <= content_words(other) or content_words(other) <= content_words(one)


def means(speaker: Speaker, earlier: Speaker) -> bool:
    """A definite or bare short name means the earlier speaker whose name holds its words.

    "The Egyptian security source" means the security source told before, "the medical and security sources"
    the medical ones; "an officer (ضابط) with the rank of colonel" is not the one with the rank of major.
    """
    short, full = content_words(speaker.name), content_words(earlier.name)
    if not short or earlier.span == speaker.span or not _same_head(speaker, earlier):
        return False
    if not short <= full:
        if speaker.kind == "source" and earlier.kind == "source":
            return is_definite_name(speaker.name) and _is_of_their_kind(speaker.name, earlier.name)
        if speaker.kind == "official":
            return _is_one_office(speaker.name, earlier.name)
        return speaker.kind == "monitor" and len(words_of(speaker.name)) == 2 and is_definite(speaker)
    return is_definite(speaker) or speaker.kind in _NAMED_KINDS or short == full


def _is_one_office(name: str, earlier: str) -> bool:
    """ "The director of the observatory", "the spokesman of the army": the office's words are the same.

    "The policeman Salim Ali" and "the policeman Salim Hasan" are two.
    """
    first, *others = name.split()
    length = 3 if is_definite_name(first) else 2
    is_definite_office = length == 3 or any(map(is_definite_name, others[:1]))
    return is_definite_office and words_of(name)[:length] == words_of(earlier)[:length]


def _is_of_their_kind(name: str, earlier: str) -> bool:
    """Whether what sources are called, "security", is among what others are called before."""
    kinds = {word.removeprefix("و").removeprefix("ال") for word in words_of(name)[1:]}
    return not kinds.isdisjoint(words_of(earlier)[1:2])


def _same_head(speaker: Speaker, earlier: Speaker) -> bool:
    """Names may drop the office before them; bodies and sources keep their first word."""
    if earlier.kind in ("person", "official") and len(words_of(speaker.name)) == 1:
        return True
    if speaker.kind in ("person", "agency", "media", "page") or speaker.rule in _SHORTENED:
        return True
    return words_of(speaker.name)[:1] == words_of(earlier.name)[:1]


def is_definite(speaker: Speaker) -> bool:
    """By its article, or in "the governor's office" by that of its last word."""
    last = speaker.name.split()[-1:]
    is_bound = speaker.kind in ("body", "official") and len(speaker.name.split()) <= 3
    return is_definite_name(speaker.name) or (is_bound and bool(last) and is_definite_name(last[0]))


@lru_cache(maxsize=4096)
def is_definite_name(name: str) -> bool:
    """Whether a name starts with the article."""
    return fold_phrase(name).lstrip("\"'(").startswith("ال")

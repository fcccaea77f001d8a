"""Keys under which two spellings of one name meet."""

from functools import lru_cache

from .folding import fold_phrase

_ARTICLE = "ال"
_SHORTEST = 4


@lru_cache(50_000)
def name_key(name: str) -> str:
    """The name folded, without articles and blanks.

    >>> name_key("دياربكر") == name_key("ديار بكر")
    True
    """
    return "".join(without_article(word) for word in fold_phrase(name).replace('"', " ").split())


@lru_cache(50_000)
def specific_words(phrase: str) -> frozenset[str]:
    """The folded words of a phrase, without articles."""
    return frozenset(without_article(word) for word in fold_phrase(phrase).split())


def without_article(word: str) -> str:
    """A folded word without its article, if enough is left."""
    return word[2:] if word.startswith(_ARTICLE) and len(word) > _SHORTEST else word

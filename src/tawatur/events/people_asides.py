"""What stands between people counted and the next: a part of them, "at least", the rest of a name, an age."""

from .people_names import is_ali, is_name
from .scene import Scene

_REST_OF_NAME = 6
"""Words of a name, from its second on, before the age of its bearer."""
_TELLING = ("toll", "event", "result", "cause", "subset")


def after_name(scene: Scene, word: int) -> int:
    """Past a name that no lexicon knows to those joined behind it: "the commander A B and two guards"."""
    end = min(scene.text.sentence_of(max(word - 1, 0)).last, word + _REST_OF_NAME)
    for at in range(word, end):
        if scene.text.words[at].gap.strip():
            return word
        if scene.text.words[at].form.startswith("و") and scene.actors(at, at + 1):
            return at
        if not is_name(scene, at) and not is_ali(scene, at):
            return word
    return word


def after_quoted(scene: Scene, word: int) -> int:
    """Past a name in quotes that no lexicon knows: "Lieutenant «A B» and four recruits"."""
    words = scene.text.words
    if word >= len(words) or words[word].gap.strip() != '"':
        return word
    end = min(scene.text.sentence_of(max(word - 1, 0)).last, word + _REST_OF_NAME)
    return next((at for at in range(word + 1, end) if '"' in words[at].gap), word)


def after_age(scene: Scene, word: int) -> int:
    """Past the rest of a name and the age behind it in brackets: "the boy A B (16 years)"."""
    words = scene.text.words
    end = min(scene.text.sentence_of(max(word - 1, 0)).last, word + _REST_OF_NAME)
    opened = next((at for at in range(word, end) if "(" in words[at].gap), None)
    if opened is None or not words[opened].number or any("," in words[at].gap for at in range(word, opened)):
        return word
    if any(scene.hits_in(kind, word, opened) for kind in _TELLING) or _are_joined(scene, word, opened):
        return word
    closed = next((at for at in range(opened + 1, min(opened + 4, len(words))) if ")" in words[at].gap), word)
    also = scene.hits.at(closed, "also") if closed > word else None
    return closed if also is None else also.last


def _are_joined(scene: Scene, first: int, last: int) -> bool:
    """ "A B, his wife and his son C (16)": the age is that of others joined to the one before."""
    return any(
        scene.text.words[at].form.startswith("و") and scene.actors(at, at + 1) for at in range(first, last)
    )


def after_part(scene: Scene, word: int) -> int:
    """Past a part of those counted that is told between commas: "17 soldiers, 4 officers among them, and …"."""
    part = scene.first_actor(word, word + 2)
    while part and part.rule.startswith("actor/subset"):
        word = part.last
        part = scene.first_actor(word, word + 1)
    return word


def after_bound(scene: Scene, word: int) -> int:
    """Past "at least" behind what is counted."""
    bound = scene.hits.at(word, "number-bound")
    return bound.last if bound and bound.value.get("after") else word

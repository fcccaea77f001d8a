"""Acts told place by place, each with a count, after a sum that only names the places."""

from msgspec.structs import replace

from ..text import fold_phrase
from .drafts import Draft


def is_listed_with(draft: Draft, other: Draft) -> bool:
    """ "Shot 15 down over A and nine over B": acts of one sentence, each with its own place."""
    if draft.type != other.type or not draft.place or not other.place:
        return False
    if not {frame.sentence for frame in draft.frames} & {frame.sentence for frame in other.frames}:
        return False
    return fold_phrase(draft.place.name) != fold_phrase(other.place.name)


def names_beside(whole: Draft, part: Draft) -> bool:
    """Whether a draft told before names the place of another only as one of several further places."""
    if whole.type != part.type or part.place is None or whole.sentence == part.sentence:
        return False
    name = fold_phrase(part.place.name)
    first = whole.place is not None and fold_phrase(whole.place.name) == name
    return not first and any(fold_phrase(place.name) == name for place in whole.also)


def without_beside(whole: Draft, part: Draft) -> Draft:
    """The sum without the places that have an act of their own."""
    told = {fold_phrase(place.name) for place in (part.place, *part.also) if place}
    return replace(whole, also=tuple(place for place in whole.also if fold_phrase(place.name) not in told))

"""Numbers that count people from behind a genitive, and those that count things."""

from ..model.mentions import Actor, Number
from .scene import Scene

_THE = "ال"
_SOME = 2
_THINGS = ("thing", "weapon", "place-noun")


def number_of_genitive(scene: Scene, actor: Actor) -> Number | None:
    """ "The passengers of the car, four (ركاب السيارة الأربعة)": a definite number behind a definite noun."""
    number = scene.first_number(actor.last + 1, actor.last + 2) if actor.low == _SOME else None
    if number is None or actor.high is not None or number.first != actor.last + 1:
        return None
    words = scene.text.words[actor.last : number.last]
    apart = any(word.gap.strip() for word in words) or not all(word.form.startswith(_THE) for word in words)
    return None if apart or scene.places(actor.last, number.first) else number


def counts_things(scene: Scene, number: Number) -> bool:
    """ "Hit three targets": the noun of the number is of things."""
    kinds = {hit.category for hit in scene.hits.starting(number.last) if not hit.proclitics}
    return "person" not in kinds and not kinds.isdisjoint(_THINGS)

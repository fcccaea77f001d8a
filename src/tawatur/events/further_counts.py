"""Counts that go on without their noun: "eight dead in A, six in B and two in C"."""

from collections.abc import Iterator

from ..mentions.numbers import is_count
from ..model.mentions import Number
from .people import People, of_number
from .scene import Scene

_FURTHER = 7
"""Words between one count and the next that goes on from it."""


def counted_on(scene: Scene, people: People) -> Iterator[People]:
    """Bare numbers that go on counting elsewhere: "eight dead in A, six in B and two in C"."""
    end, last = scene.text.sentence_of(people.first).last, people.last
    for number in scene.numbers(last, end):
        if number.first - last > _FURTHER or not _is_elided(scene, number, last):
            return
        yield of_number(number)
        last = number.last


def _is_elided(scene: Scene, number: Number, last: int) -> bool:
    """A number joined by "and" that counts nobody named, a place before it and a place after it."""
    before = number.first - 1
    joined_on = scene.text.words[number.first].form.startswith("و") or scene.text.words[before].form == "و"
    if not joined_on or not is_count(number) or scene.actors(number.first, number.last + 1):
        return False
    after = scene.places(number.last, number.last + _FURTHER)
    return bool(
        after
        and scene.places(last, number.first)
        and scene.text.sentence_of(last) == scene.text.sentence_of(after[0].first)
    )

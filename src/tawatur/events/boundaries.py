"""What parts the words of one sentence: clause boundaries and new places."""

from ..lexicon import Hit
from .anchors import Anchor
from .scene import Scene

_BREAKS = ("shift", "after", "aside", "while", "and", "result")
LATER = ("date/day-after", "date/later")
"""Rules of the dates that stand between a happening and an earlier one: "a day after"."""


def break_between(scene: Scene, first: int, last: int) -> str | None:
    """The strongest clause boundary between two words."""
    links = {clause.link for clause in scene.clauses if first < clause.first <= last}
    if any(date.rule in LATER for date in scene.dates(first + 1, last)):
        links.add("while")
    return next((link for link in _BREAKS if link in links), None)


def brings_place(scene: Scene, word: int) -> bool:
    clause = scene.clause_of(word)
    return bool(clause and any(not p.qualifies for p in scene.places(word, clause.last)))


def gives_way(anchor: Anchor) -> bool:
    return anchor.strength == 0 or anchor.part == "thing"


def reasons_in(scene: Scene, first: int, last: int) -> tuple[Hit, ...]:
    """Words that give what follows as a reason; one word with ف written onto it is rather another word."""
    found = scene.hits_in("reason", first, last)
    return tuple(hit for hit in found if hit.proclitics != "ف" or hit.last - hit.first > 1)


def next_said(scene: Scene, first: int, last: int) -> int | None:
    """Where "and that (وأن)" opens the next thing said between two words."""
    for hit in scene.hits_in("particle", first, last):
        if hit.value == "that" and hit.proclitics.startswith("و"):
            return hit.first
    return None

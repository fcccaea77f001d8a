"""The records of voices, and of the places where they begin."""

from msgspec import Struct

from ..model.mentions import Speaker
from ..model.spans import Span


class Voice(Struct, frozen=True, kw_only=True, gc=False):
    """Somebody tells a stretch of the text.

    ``chain`` runs from the origin outward; empty is blame that nobody in the text utters. ``hint``:
    reports, confirms, denies, accuses, shows, claims. ``scope``: word numbers, half-open. ``reach``:
    told (the words say so), continued (a sentence that goes on without naming anyone), dateline (the
    by-line agency: tells what nobody else tells). ``refers_back``: what it speaks of is named only by a
    definite word ("the attack", "the toll"), so it is about what the text tells elsewhere. ``elsewhere``:
    the stretches that tell this, once they are known.
    """

    chain: tuple[Speaker, ...]
    hint: str
    rule: str
    verb: Span
    scope: tuple[int, int]
    reach: str = "told"
    refers_back: bool = False
    elsewhere: tuple[tuple[int, int], ...] = ()

    def tells(self, first: int, last: int) -> bool:
        """Whether it tells any of the words ``first`` to ``last``, in its own scope or elsewhere."""
        return any(start < last and first < end for start, end in (self.scope, *self.elsewhere))


class Cue(Struct, frozen=True, kw_only=True, gc=False):
    """A place where voices begin. ``speaks``: a verb before what is said, not an attribution behind it."""

    first: int
    after: int
    chains: tuple[tuple[Speaker, ...], ...]
    hint: str
    rule: str
    span: Span
    speaks: bool = True
    reach: str = "told"
    named: bool = True
    refers_back: bool = False
    about: tuple[int, int] | None = None

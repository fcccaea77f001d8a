"""Decisions brought to the tellings that stand in the archive now."""

from collections.abc import Callable, Iterable, Sequence

from msgspec import Struct
from sqlalchemy import Connection

from ..fusion.clusters import Rulings
from ..fusion.decisions import Decision
from .anchors import held
from .log import Anchor, Entry, entries

Pair = tuple[str, str]
Finder = Callable[[Entry, int, Anchor], str | None]


class Ruled(Struct, frozen=True):
    """What people decided: about pairs of tellings, and about the event that holds a telling."""

    rulings: Rulings
    decisions: dict[str, list[Decision]]


def ruled(connection: Connection) -> Ruled:
    """All decisions, each anchored at the tellings of today."""
    found = held(connection)
    return gathered(entries(connection), lambda entry, place, anchor: found.get((entry.seq, place)))


def gathered(log: Iterable[Entry], find: Finder) -> Ruled:
    """The rulings of a log, the later outweighing the earlier; ``find`` gives the telling of an anchor now."""
    together: set[Pair] = set()
    apart: set[Pair] = set()
    decisions: dict[str, list[Decision]] = {}
    entries = tuple(log)
    withdrawn = undone(entries)
    for entry in entries:
        if entry.seq in withdrawn or entry.what == "undo":
            continue
        told = entry.told
        found = [find(entry, place, anchor) for place, anchor in enumerate((*told.about, *told.other))]
        ours = [id for id in found[: len(told.about)] if id]
        theirs = [id for id in found[len(told.about) :] if id]
        crossing = {_pair(a, b) for a in ours for b in theirs if a != b}
        if entry.what == "merge":
            members = [*ours, *theirs]
            apart -= {_pair(a, b) for a in members for b in members if a != b}
            together |= {_pair(members[0], other) for other in members[1:] if other != members[0]}
        elif entry.what == "split":
            together -= crossing
            apart |= crossing
        if ours:
            decisions.setdefault(ours[0], []).append(_decision(entry, ours[0]))
    return Ruled(Rulings(together=frozenset(together), apart=frozenset(apart)), decisions)


def undone(log: Sequence[Entry]) -> frozenset[int]:
    """The numbers of the decisions that a later one takes back; what is taken back takes nothing back."""
    gone: set[int] = set()
    for entry in reversed(log):
        if entry.what == "undo" and entry.seq not in gone:
            gone.add(int(entry.told.value))
    return frozenset(gone)


def _pair(a: str, b: str) -> Pair:
    return (a, b) if a < b else (b, a)


def _decision(entry: Entry, telling: str) -> Decision:
    told = entry.told
    return Decision(
        number=entry.seq,
        at=entry.at,
        who=entry.who,
        what=entry.what,
        why=entry.why,
        telling=telling,
        field=told.field,
        value=told.value,
    )

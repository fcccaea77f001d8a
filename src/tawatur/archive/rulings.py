"""Decisions brought to the tellings that stand in the archive now."""

from collections.abc import Callable, Iterable, Sequence

from msgspec import Struct
from sqlalchemy import Connection, func, select

from ..fusion.clusters import Rulings
from ..fusion.decisions import Decision
from ..fusion.tellings import Telling
from .log import Anchor, Entry, entries
from .packing import telling_from
from .tables import articles, tellings

Pair = tuple[str, str]
Finder = Callable[[Anchor], str | None]


class Ruled(Struct, frozen=True):
    """What people decided: about pairs of tellings, and about the event that holds a telling."""

    rulings: Rulings
    decisions: dict[str, list[Decision]]


def ruled(connection: Connection) -> Ruled:
    """All decisions, each anchored at the tellings of today."""
    return gathered(entries(connection), lambda anchor: find_again(connection, anchor))


def gathered(log: Iterable[Entry], find: Finder) -> Ruled:
    """The rulings of a log, the later outweighing the earlier; ``find`` gives an anchor's telling now."""
    together: set[Pair] = set()
    apart: set[Pair] = set()
    decisions: dict[str, list[Decision]] = {}
    entries = tuple(log)
    withdrawn = undone(entries)
    for entry in entries:
        if entry.seq in withdrawn or entry.what == "undo":
            continue
        told = entry.told
        ours, theirs = ([id for anchor in side if (id := find(anchor))] for side in (told.about, told.other))
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


def anchor_of(telling: Telling, url: str | None) -> Anchor:
    """How a decision remembers a telling."""
    start, end = telling.evidence
    return Anchor(
        telling=telling.id,
        article=telling.article,
        url=url,
        start=start,
        end=end,
        type=telling.type,
        place=telling.place.key if telling.place else "",
    )


def find_again(connection: Connection, anchor: Anchor) -> str | None:
    """Today's telling of what an anchor meant: the same words, or the like in the newest version."""
    told = _tellings(connection, anchor.article)
    if told:
        return closest(anchor, told)
    newer = _newest_version(connection, anchor)
    return closest(anchor, _tellings(connection, newer), same_text=False) if newer else None


def closest(anchor: Anchor, told: Iterable[Telling], same_text: bool = True) -> str | None:
    """The telling most like the anchor, if any is like it at all."""
    scored = [(_nearness(anchor, telling, same_text), telling.id) for telling in told]
    best = max(scored, default=(0.0, ""))
    return best[1] if best[0] > 0 else None


def _nearness(anchor: Anchor, telling: Telling, same_text: bool) -> float:
    start, end = telling.evidence
    shared = min(end, anchor.end) - max(start, anchor.start) if same_text else 0
    same_place = bool(telling.place) and telling.place.key == anchor.place  # type: ignore[union-attr]
    if shared <= 0:
        return 0.4 * (telling.type == anchor.type) * same_place
    return (
        1.0
        + (telling.type == anchor.type)
        + 0.5 * same_place
        + shared / max(end - start, anchor.end - anchor.start)
    )


def _tellings(connection: Connection, article: str) -> list[Telling]:
    records = connection.execute(select(tellings.c.record).where(tellings.c.article == article)).scalars()
    return [telling_from(record) for record in records]


def _newest_version(connection: Connection, anchor: Anchor) -> str | None:
    if not anchor.url:
        return None
    newest = select(func.max(articles.c.seq)).where(articles.c.url == anchor.url).scalar_subquery()
    return connection.execute(select(articles.c.key).where(articles.c.seq == newest)).scalar()

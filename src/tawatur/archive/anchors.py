"""Where the anchors of decisions stand today: found once, and again when what they stand in is read anew."""

from collections.abc import Iterable

from sqlalchemy import Connection, delete, func, insert, or_, select

from ..fusion.tellings import Telling
from .components import in_chunks
from .log import Anchor, Entry, entries
from .packing import telling_from
from .tables import anchored, articles, tellings

Place = tuple[int, int]


def anchor_all(connection: Connection) -> None:
    """Find every anchor of the log anew."""
    connection.execute(delete(anchored))
    for entry in entries(connection):
        hold(connection, entry)


def hold(connection: Connection, entry: Entry) -> None:
    """Find the anchors of a decision and note where they stand."""
    told = entry.told
    rows = [
        {
            "decision": entry.seq,
            "place": place,
            "article": anchor.article,
            "url": anchor.url,
            "telling": find_again(connection, anchor),
        }
        for place, anchor in enumerate((*told.about, *told.other))
    ]
    for chunk in in_chunks(rows):
        connection.execute(insert(anchored), chunk)


def hold_again(connection: Connection, article: str, url: str | None) -> None:
    """Find the anchors in this article, or in another one of its address, once more."""
    touched = anchored.c.article == article
    query = select(anchored.c.decision).where(or_(touched, anchored.c.url == url) if url else touched)
    found = set(connection.execute(query).scalars())
    if not found:
        return
    connection.execute(delete(anchored).where(anchored.c.decision.in_(found)))
    for entry in entries(connection):
        if entry.seq in found:
            hold(connection, entry)


def held(connection: Connection) -> dict[Place, str | None]:
    """The telling of each anchor, by its decision and its place there."""
    query = select(anchored.c.decision, anchored.c.place, anchored.c.telling)
    return {(decision, place): telling for decision, place, telling in connection.execute(query)}


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

"""Under which keys and days the archive's tellings can be met, so that a new one loads only those near it."""

from collections.abc import Iterable, Iterator
from hashlib import blake2b

from sqlalchemy import Connection, delete, insert, select, tuple_

from ..fusion.pairs import SLACK, can_link, sought_under, stored_under
from ..fusion.tellings import VAGUE_DAYS, Telling
from .components import in_chunks
from .tables import telling_keys

PORTION = 200


def index_tellings(connection: Connection, told: Iterable[Telling]) -> None:
    """Note where these tellings can be met."""
    for chunk in in_chunks(row for telling in told for row in key_rows(telling)):
        connection.execute(insert(telling_keys), chunk)


def forget_tellings(connection: Connection, told: Iterable[Telling]) -> None:
    """Take the keys of these tellings away again."""
    columns = (telling_keys.c.key, telling_keys.c.first, telling_keys.c.telling)
    rows = ((row["key"], row["first"], row["telling"]) for telling in told for row in key_rows(telling))
    for chunk in in_chunks(rows, PORTION):
        connection.execute(delete(telling_keys).where(tuple_(*columns).in_(chunk)))


def key_rows(telling: Telling) -> Iterator[dict[str, object]]:
    """The keys of one telling as rows."""
    if can_link(telling):
        days = {"first": telling.first, "last": telling.last}
        for key in sorted(set(map(numbered, stored_under(telling)))):
            yield {"key": key, "telling": telling.id, **days}


def near(connection: Connection, telling: Telling) -> set[str]:
    """The ids of the tellings that share a key and days with this one, itself among them once it is kept."""
    if not can_link(telling) or telling.first is None or telling.last is None:
        return set()
    kept = telling_keys.c
    query = select(kept.telling).where(
        kept.key.in_(sorted(set(map(numbered, sought_under(telling))))),
        kept.first.between(telling.first - SLACK - VAGUE_DAYS, telling.last + SLACK),
        kept.last >= telling.first - SLACK,
    )
    return set(connection.execute(query).scalars())


def numbered(key: str) -> int:
    """A key as a number of 64 bits: two keys under one number only load a telling more than is needed."""
    return int.from_bytes(blake2b(key.encode("utf-8", "surrogatepass"), digest_size=8).digest(), signed=True)

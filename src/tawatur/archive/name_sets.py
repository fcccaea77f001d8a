"""Names that stand together in events, each set kept once under a number: parties, outlets, places.

A number means its set for ever: nothing is taken away, so that what was once asked may be remembered.
"""

from collections.abc import Iterable, Sequence
from hashlib import sha256

import msgspec
from sqlalchemy import Connection, select
from sqlalchemy.dialects import postgresql, sqlite

from .components import in_chunks
from .tables import name_sets

Names = tuple[str, ...]
_NAMES = msgspec.json.Decoder(Names)


def numbered(connection: Connection, sets: Iterable[Names]) -> dict[Names, int]:
    """The number of each set, which is written if it is new."""
    wanted = {_digest(names): names for names in sorted(set(sets))}
    dialect = postgresql if connection.dialect.name == "postgresql" else sqlite
    statement = dialect.insert(name_sets).on_conflict_do_nothing(index_elements=["digest"])
    found: dict[Names, int] = {}
    for chunk in in_chunks(wanted):
        connection.execute(statement, [{"digest": one, "names": _written(wanted[one])} for one in chunk])
        query = select(name_sets.c.digest, name_sets.c.number).where(name_sets.c.digest.in_(chunk))
        found |= {wanted[row.digest]: row.number for row in connection.execute(query)}
    return found


def named(connection: Connection, numbers: Iterable[int], known: dict[int, Names]) -> dict[int, Names]:
    """The sets of these numbers; only those that are not ``known`` yet are asked for, and then they are."""
    for chunk in in_chunks(number for number in numbers if number not in known):
        query = select(name_sets.c.number, name_sets.c.names).where(name_sets.c.number.in_(chunk))
        for number, names in connection.execute(query):
            known[number] = _NAMES.decode(names)
    return known


def _written(names: Sequence[str]) -> str:
    return msgspec.json.encode(names).decode()


def _digest(names: Sequence[str]) -> str:
    return sha256(_written(names).encode()).hexdigest()

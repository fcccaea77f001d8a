"""The log of decisions: appended, hash-chained, never rewritten."""

from collections.abc import Iterator, Mapping
from hashlib import sha256

import msgspec
from msgspec import Struct
from sqlalchemy import Connection, func, insert, select

from .packing import now
from .tables import decisions

START = "0" * 64


class Anchor(Struct, frozen=True, kw_only=True):
    """A telling as a decision remembers it, so that it is found again after a newer reading."""

    telling: str
    article: str
    url: str | None
    start: int
    end: int
    type: str
    place: str = ""


class Detail(Struct, frozen=True, kw_only=True):
    """What a decision is about: the event as it was named, and its tellings; for a split those set apart."""

    event: str
    about: tuple[Anchor, ...]
    other: tuple[Anchor, ...] = ()
    field: str = ""
    value: str = ""


class Entry(Struct, frozen=True, kw_only=True):
    """One line of the log."""

    seq: int
    at: str
    who: str
    what: str
    why: str
    detail: str
    previous: str
    hash: str

    @property
    def told(self) -> Detail:
        return msgspec.json.decode(self.detail, type=Detail)


def append(connection: Connection, who: str, what: str, why: str, detail: Detail) -> Entry:
    """Add a decision to the end of the log."""
    last = connection.execute(select(decisions).order_by(decisions.c.seq.desc()).limit(1)).mappings().first()
    body: dict[str, str | int] = {
        "seq": last["seq"] + 1 if last else 1,
        "at": now(),
        "who": who,
        "what": what,
        "why": why,
        "detail": msgspec.json.encode(detail).decode(),
        "previous": last["hash"] if last else START,
    }
    entry = Entry(**body, hash=digest(body))  # type: ignore[arg-type]
    connection.execute(insert(decisions).values(**msgspec.structs.asdict(entry)))
    return entry


def digest(body: Mapping[str, str | int]) -> str:
    """The hash of an entry: over its own fields and the hash before it."""
    fields = [body[name] for name in ("seq", "at", "who", "what", "why", "detail", "previous")]
    return sha256(msgspec.json.encode(fields)).hexdigest()


def entries(connection: Connection, until: str | None = None) -> Iterator[Entry]:
    """The decisions, oldest first; with ``until`` only those made by that moment."""
    query = select(decisions).order_by(decisions.c.seq)
    if until:
        query = query.where(decisions.c.at <= until)
    return (Entry(**row) for row in connection.execute(query).mappings())


def log_faults(connection: Connection) -> Iterator[str]:
    """What is wrong with the chain, one line each."""
    previous, number = START, 0
    for entry in entries(connection):
        number += 1
        if entry.seq != number:
            yield f"decision {number} is missing from the log"
            number = entry.seq
        if entry.previous != previous or entry.hash != digest(msgspec.structs.asdict(entry)):
            yield f"decision {entry.seq} was altered, or the one before it"
        previous = entry.hash


def size(connection: Connection) -> int:
    return int(connection.execute(select(func.count()).select_from(decisions)).scalar_one())

"""How reliable people hold a speaker or an outlet: the Admiralty scale, kept in the log of decisions."""

from msgspec import Struct
from sqlalchemy import Connection

from ..model.errors import InputError
from .log import Detail, append, entries

GRADES = ("A", "B", "C", "D", "E", "F")


class Rating(Struct, frozen=True, kw_only=True):
    """A reliability from A (completely reliable) to F (cannot be judged), with who set it and why."""

    grade: str
    who: str
    why: str
    at: str


def rate(connection: Connection, name: str, grade: str, *, who: str, why: str) -> None:
    """Append a judgement; the latest one of a name holds."""
    if grade not in GRADES:
        raise InputError(f"{grade!r} is no reliability; there is: {', '.join(GRADES)}")
    if not (name.strip() and who.strip() and why.strip()):
        raise InputError("a reliability needs whose it is, who sets it and why")
    append(connection, who, "rate", why, Detail(event="", about=(), field=name, value=grade))


def ratings(connection: Connection) -> dict[str, Rating]:
    """The latest judgement of each name."""
    return {
        entry.told.field: Rating(grade=entry.told.value, who=entry.who, why=entry.why, at=entry.at)
        for entry in entries(connection)
        if entry.what == "rate"
    }

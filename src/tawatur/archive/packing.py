"""Records to bytes and back: MessagePack, compressed."""

import zlib
from datetime import UTC, datetime
from typing import TypeVar

import msgspec

from ..fusion.event import Event
from ..fusion.tellings import Telling
from ..model.reading import Reading

Record = TypeVar("Record")

_ENCODE = msgspec.msgpack.Encoder(order="deterministic")
_TELLING = msgspec.msgpack.Decoder(Telling)
_EVENT = msgspec.msgpack.Decoder(Event)
_READING = msgspec.msgpack.Decoder(Reading)


def packed(record: object) -> bytes:
    """The same bytes for the same record, always."""
    return zlib.compress(_ENCODE.encode(record), 1)


def telling_from(data: bytes) -> Telling:
    return _TELLING.decode(zlib.decompress(data))


def event_from(data: bytes) -> Event:
    return _EVENT.decode(zlib.decompress(data))


def reading_from(data: bytes) -> Reading:
    return _READING.decode(zlib.decompress(data))


def now() -> str:
    """This moment in UTC, as the archive writes it."""
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")

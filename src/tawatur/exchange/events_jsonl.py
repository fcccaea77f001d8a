"""Events whole, one JSON object to a line; described by docs/event.schema.json."""

from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from tawatur.fusion.event import Event

from .terms import Terms


def written(events: Iterable[Event], terms: Terms) -> Iterator[bytes]:
    """The events, one to a line."""
    return (line(event).encode() + b"\n" for event in events)


def line(event: Event) -> str:
    """One event as JSON."""
    return msgspec.json.encode(event).decode()


def schema() -> dict[str, Any]:
    """The JSON Schema of a line."""
    return msgspec.json.schema(Event)

"""Readings as they are: a JSON list of ``Reading`` records, described by docs/reading.schema.json."""

from typing import Any

import msgspec

from tawatur.model.reading import Reading

HEAD = "[\n"
BETWEEN = ",\n"
TAIL = "\n]\n"


def one(reading: Reading) -> str:
    """One reading as a JSON object on one line."""
    return msgspec.json.encode(reading).decode("utf-8")


def parsed(text: str) -> list[Reading]:
    """The readings that a JSON list of this format holds."""
    return msgspec.json.decode(text, type=list[Reading])


def schema() -> dict[str, Any]:
    """The JSON Schema of one reading."""
    described = msgspec.json.schema(Reading)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "Reading", **described}

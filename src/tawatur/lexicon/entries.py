"""Entries of the language packs: read from YAML, checked, and named by file and line when wrong."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml
from msgspec import Struct

from ..model.errors import DataError

_ALLOWED = {
    "id", "value", "words", "inflect", "present", "passive", "plural", "feminine",
    "examples", "counter_examples", "patterns", "note", "unless",
}  # fmt: skip
_EVENT = {"part", "strength", "subject", "object", "toll", "stage", "needs", "takes"}
_INFLECT = ("none", "noun", "verb")
_PHRASES = ("words", "present", "passive", "plural", "feminine", "unless", "takes")
BESIDE = ("unless", "takes")
"""Phrases that belong to an entry: beside its words they make it something else, or they must follow them."""
_CHOICES = {
    "part": ("verb", "noun", "thing"),
    "strength": ("weak", "plain", "strong"),
    "subject": ("by", "against", "none"),
    "object": ("against", "by", "place", "none"),
    "toll": ("killed", "injured", "detained", "abducted"),
    "stage": ("occurred", "attempted", "foiled", "threatened", "planned"),
}


class Entry(Struct, frozen=True, kw_only=True):
    """One thing that a language can say: its words, how they inflect, what they mean, its examples.

    ``where`` is "file:line" of the entry.
    """

    category: str
    id: str
    where: str
    inflect: str = "none"
    words: tuple[str, ...] = ()
    present: tuple[str, ...] = ()
    passive: tuple[str, ...] = ()
    plural: tuple[str, ...] = ()
    feminine: tuple[str, ...] = ()
    value: Any = None
    examples: tuple[Any, ...] = ()
    counter_examples: tuple[Any, ...] = ()
    patterns: tuple[str, ...] = ()


def read_language(folder: Path) -> Iterator[Entry]:
    """All entries of one language pack: every YAML file below the folder, in sorted order."""
    for path in sorted(folder.rglob("*.yml")):
        if path.name not in ("morphology.yml", "furniture.yml"):
            yield from read_entries(path)


def read_entries(path: Path) -> Iterator[Entry]:
    """The entries of one YAML file of a language pack, checked.

    Raises:
        DataError: names the file, the line, what was found and what was wanted.
    """
    document = load_yaml(path)
    if not isinstance(document, dict) or not ("category" in document or "type" in document):
        raise DataError(f"{path}:1", "no category", "a mapping with `category:` (or `type:` of an event)")
    raw = document.get("entries")
    if not isinstance(raw, list):
        raise DataError(f"{path}:1", "no list of entries", "`entries:` with one `- id:` each")
    lines = entry_lines(path)
    for entry, line in zip(raw, lines, strict=False):
        where = f"{path}:{line}"
        check_entry(entry, where, event="type" in document)
        yield from _built(document, entry, where)


def load_yaml(path: Path) -> Any:
    """A YAML document; a syntax error names its line."""
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        return yaml.load(path.read_text(encoding="utf-8"), Loader=loader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 1 if mark else 1
        problem = getattr(error, "problem", None) or "not YAML"
        raise DataError(f"{path}:{line}", problem, "well-formed YAML, one phrase a line") from None
    except UnicodeDecodeError:
        raise DataError(f"{path}:1", "not UTF-8", "a UTF-8 file") from None


def entry_lines(path: Path) -> list[int]:
    """The line on which each list item with an id starts at the outermost list of ``entries:``."""
    found, inside = [], False
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.startswith("entries:"):
            inside = True
        elif inside and (line.startswith(("  - ", "- "))):
            found.append(number)
    return found


def check_entry(entry: Any, where: str, *, event: bool) -> None:
    """Raise a DataError for an entry that does not have the right form."""
    if not isinstance(entry, dict) or "id" not in entry:
        raise DataError(where, "an entry without an id", "`- id: a-short-name`")
    allowed = _ALLOWED | _EVENT if event else _ALLOWED
    for key in entry:
        if key not in allowed:
            raise DataError(where, f"unknown key {key!r}", f"one of {', '.join(sorted(allowed))}")
    for key in _PHRASES:
        for phrase in entry.get(key) or ():
            if not isinstance(phrase, str) or not phrase.strip():
                raise DataError(where, f"{key} holds {phrase!r}", "one phrase a line, as text")
    if entry.get("inflect", "none") not in _INFLECT:
        raise DataError(where, f"inflect: {entry['inflect']}", f"one of {', '.join(_INFLECT)}")
    for key, choices in _CHOICES.items() if event else ():
        if key in entry and entry[key] not in choices:
            raise DataError(where, f"{key}: {entry[key]}", f"one of {', '.join(choices)}")


def _built(document: dict[str, Any], entry: dict[str, Any], where: str) -> Iterator[Entry]:
    built = _event(document, entry, where) if "type" in document else _plain(document, entry, where)
    yield built
    rule = f"{built.category}/{built.id}"
    for category in BESIDE:
        if entry.get(category):
            yield Entry(category=category, id=rule, where=where, inflect="noun", words=tuple(entry[category]))


def _plain(document: dict[str, Any], entry: dict[str, Any], where: str) -> Entry:
    return Entry(
        category=document["category"],
        id=str(entry["id"]),
        where=where,
        inflect=entry.get("inflect", document.get("inflect", "none")),
        value=entry.get("value"),
        **_phrases(entry),
    )


def _phrases(entry: dict[str, Any]) -> dict[str, Any]:
    keys = ("words", "present", "passive", "plural", "feminine", "examples", "counter_examples", "patterns")
    return {key: tuple(entry.get(key) or ()) for key in keys}


def _event(document: dict[str, Any], entry: dict[str, Any], where: str) -> Entry:
    """An anchor of an event type; its value says what its entry says of the roles around it."""
    part = entry.get("part", "noun")
    value = {
        "type": str(document["type"]),
        "part": part,
        "strength": entry.get("strength", "plain"),
        "subject": entry.get("subject", "by"),
        "object": entry.get("object", "against"),
        "toll": entry.get("toll"),
        "stage": entry.get("stage", "occurred"),
        "needs": tuple(entry.get("needs") or ()),
        "takes": bool(entry.get("takes")),
    }
    inflect = entry.get("inflect", "verb" if part == "verb" else "noun")
    name = f"{document['type']}/{entry['id']}"
    return Entry(category="event", id=name, where=where, inflect=inflect, value=value, **_phrases(entry))

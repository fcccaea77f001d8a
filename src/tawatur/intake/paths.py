"""Paths, folders and standard input, each handed to the reader of its kind."""

import io
import os
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import BinaryIO, cast

from tawatur.model.article import Article
from tawatur.model.errors import InputError

from .decoding import MARKS
from .given import Defaults, Failure

# Each kind of file and the module that reads it (trafilatura is slow to load: only for pages).
KINDS = {
    ".txt": "plain",
    ".text": "plain",
    ".html": "pages",
    ".htm": "pages",
    ".xhtml": "pages",
    ".json": "records",
    ".jsonl": "records",
    ".ndjson": "records",
}
STANDARD_INPUT = "-"


def articles_from(path: str, defaults: Defaults) -> Iterator[Article | Failure]:
    """Every article of a file, a folder (walked in order of names) or ``-``; failures in their place."""
    if path == STANDARD_INPUT:
        yield from _opened(sys.stdin.buffer, "stdin", "", defaults)
    elif os.path.isdir(path):
        yield from _folder(path, defaults)
    else:
        yield from _file(path, defaults)


def _folder(path: str, defaults: Defaults) -> Iterator[Article | Failure]:
    files = [p for p in sorted(Path(path).rglob("*")) if _is_report(p, Path(path))]
    if not files:
        yield Failure(path, f"no reports in this folder; wanted files named {' '.join(KINDS)}")
    for file in files:
        yield from _file(str(file), defaults)


def _is_report(path: Path, folder: Path) -> bool:
    hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
    return not hidden and path.suffix.lower() in KINDS and path.is_file()


def _file(path: str, defaults: Defaults) -> Iterator[Article | Failure]:
    try:
        with open(path, "rb") as stream:
            yield from _opened(stream, path, Path(path).suffix.lower(), defaults)
    except OSError as error:
        yield Failure(path, f"cannot be opened: {error.strerror or error}")


def _opened(stream: BinaryIO, path: str, suffix: str, defaults: Defaults) -> Iterator[Article | Failure]:
    buffered = cast(io.BufferedReader, stream)
    try:
        start = buffered.peek(4096)
        if not start:
            raise InputError("empty; wanted the text of a report")
        kind = import_module(f"{__package__}.{KINDS.get(suffix) or sniffed(start)}")
        yield from kind.articles(buffered, Path(path).stem or path, defaults)
    except InputError as error:
        yield Failure(path, str(error))


def sniffed(start: bytes) -> str:
    """The kind of a text that no file name tells."""
    for mark, _ in MARKS:
        start = start.removeprefix(mark)
    start = start.replace(b"\x00", b"").lstrip().lower()
    if start.startswith((b"<!doctype html", b"<html", b"<head", b"<body")):
        return "pages"
    return "records" if start.startswith((b'{"', b"{\n", b"{ ", b"[{", b"[\n", b"[ {")) else "plain"

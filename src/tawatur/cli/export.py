"""``tawatur export``: events and claims in the formats of the field."""

import sys
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from enum import StrEnum
from hashlib import sha256
from pathlib import Path
from typing import Annotated

import msgspec
import typer

from tawatur.archive.filters import Filter
from tawatur.exchange import EXPORT_FORMATS, event_format
from tawatur.exchange.profiles import Profile, profile_of, released
from tawatur.exchange.terms import terms_of
from tawatur.fusion.event import Event
from tawatur.model.errors import InputError

from .archive_options import Where, filtered, opened
from .plain import plain_app
from .readers import knowledge_of

app = plain_app()
Format = StrEnum("Format", {name: name for name in EXPORT_FORMATS})  # type: ignore[misc]
Into = Annotated[Path | None, typer.Option("--output", "-o", help="The file; standard output without.")]
Profiled = Annotated[
    str | None,
    typer.Option(
        "--profile", metavar="NAME-or-FILE", help="What may be told: public, or a file of your own."
    ),
]
Bom = Annotated[bool, typer.Option("--bom", help="Begin csv with the mark by which Excel knows UTF-8.")]


@app.command()
@filtered
def export(
    wanted: Filter,
    format: Annotated[Format, typer.Argument(help="The format.")],
    archive: Where = "",
    output: Into = None,
    profile: Profiled = None,
    bom: Bom = False,
) -> None:
    """Write the events wanted in a format of the field; the export is noted in the archive."""
    store = opened(archive)
    terms = terms_of(knowledge_of(()), bom=bom)
    chosen = profile_of(profile) if profile else None
    digest, told = sha256(), Tally()
    found = store.events(wanted)
    if chosen:
        found = released(found, chosen, terms.place, date.today())
    parts = event_format(EXPORT_FORMATS[str(format)]).written(told.counting(found), terms)
    _write(_digested(parts, digest.update), output)
    store.log_export(str(format), asked(wanted, chosen), told.count, digest.hexdigest())


class Tally:
    """Counts what passes through."""

    count = 0

    def counting(self, events: Iterable[Event]) -> Iterator[Event]:
        for event in events:
            self.count += 1
            yield event


def asked(wanted: Filter, profile: Profile | None) -> str:
    """What was asked for, as the log of exports keeps it: the filters that narrow, and the whole profile."""
    everything = msgspec.to_builtins(Filter())
    told = {name: value for name, value in msgspec.to_builtins(wanted).items() if value != everything[name]}
    return msgspec.json.encode({**({"profile": profile} if profile else {}), **told}).decode()


def _digested(parts: Iterable[bytes], note: Callable[[bytes], None]) -> Iterator[bytes]:
    for part in parts:
        note(part)
        yield part


def _write(parts: Iterable[bytes], output: Path | None) -> None:
    if output is None:
        sys.stdout.buffer.writelines(parts)
        return
    try:
        with output.open("wb") as file:
            file.writelines(parts)
    except OSError as error:
        raise InputError(f"{output}: {error.strerror or error}") from None

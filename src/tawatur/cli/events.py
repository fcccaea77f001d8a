"""``tawatur events``: the events of an archive, filtered."""

import sys
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import Annotated

import typer

from tawatur.archive.filters import Filter
from tawatur.exchange import EVENT_FORMATS, event_format
from tawatur.exchange.terms import terms_of
from tawatur.model.errors import InputError

from .archive_options import Where, filtered, opened
from .plain import plain_app
from .readers import knowledge_of

app = plain_app()
Format = StrEnum("Format", {name: name for name in ("table", "json", "csv")})  # type: ignore[misc]
Limit = Annotated[int, typer.Option(min=1, help="At most so many, the latest first.")]
AsOf = Annotated[
    str | None, typer.Option("--as-of", metavar="MOMENT", help="As they stood then (UTC, ISO 8601).")
]
TABLE = Format("table")


@app.command()
@filtered
def events(
    wanted: Filter,
    archive: Where = "",
    format: Annotated[Format, typer.Option("--format", "-f", help="How to write them.")] = TABLE,
    limit: Limit = 50,
    as_of: AsOf = None,
) -> None:
    """The events of an archive, the latest first; every filter narrows."""
    store = opened(archive)
    found = store.at(moment(as_of), wanted, limit) if as_of else store.events(wanted, limit)
    terms = terms_of(knowledge_of(()))
    for part in event_format(EVENT_FORMATS[str(format)]).written(found, terms):
        sys.stdout.buffer.write(part)
    if format == TABLE and not as_of:
        sys.stdout.flush()
        print(f"{min(limit, total := store.count(wanted))} of {total} events", file=sys.stderr)


def moment(told: str) -> str:
    """A moment of the command line as the archive writes moments: UTC, to the millisecond."""
    try:
        at = datetime.fromisoformat(told)
    except ValueError:
        raise InputError(f"{told!r} is not a moment; wanted the form 2020-05-31T12:00") from None
    if len(told) <= len("2020-05-31"):
        at += timedelta(days=1, milliseconds=-1)
    at = at.replace(tzinfo=UTC) if at.tzinfo is None else at.astimezone(UTC)
    return at.isoformat(timespec="milliseconds").replace("+00:00", "Z")

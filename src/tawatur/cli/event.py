"""``tawatur event``: all that is known of one event."""

from enum import StrEnum
from typing import Annotated

import msgspec
import typer

from tawatur.exchange.event_page import page
from tawatur.exchange.events_jsonl import line

from .archive_options import Where, opened
from .plain import plain_app

app = plain_app()
Format = StrEnum("Format", {name: name for name in ("table", "json")})  # type: ignore[misc]
TABLE = Format("table")


@app.command()
def event(
    id: Annotated[str, typer.Argument(help="The id of the event.")],
    archive: Where = "",
    format: Annotated[Format, typer.Option("--format", "-f", help="How to write it.")] = TABLE,
) -> None:
    """One event: its claims side by side, agreements and differences, figures, standing, bonds, history."""
    store = opened(archive)
    found = store.event(id)
    if format == TABLE:
        history = [msgspec.structs.astuple(one) for one in store.history(id)]
        print(page(found, history))
    else:
        print(line(found))

"""``tawatur history``: what happened to the archive, or to one event."""

from typing import Annotated

import typer

from .archive_options import Where, opened
from .plain import plain_app

app = plain_app()


@app.command()
def history(
    event: Annotated[
        str | None, typer.Argument(help="The id of an event; all of the archive without.")
    ] = None,
    archive: Where = "",
) -> None:
    """What happened, oldest first: reports read, decisions with who and why, exports."""
    for line in opened(archive).history(event):
        print("  ".join(part for part in (line.at, line.what, line.who, line.why, line.detail) if part))

"""Options that several commands share, written once."""

from datetime import date
from pathlib import Path
from typing import Annotated, Any

import typer


def day(told: str) -> date:
    """A day of the command line."""
    try:
        return date.fromisoformat(told)
    except ValueError:
        raise typer.BadParameter(f"{told!r} is not a day; wanted the form 2020-05-31") from None


Paths = Annotated[
    list[str], typer.Argument(help="Files, folders, or - for standard input.", show_default=False)
]
Outlet = Annotated[str | None, typer.Option(help="Who published, where the report does not say.")]
Published: Any = Annotated[
    date | None,
    typer.Option(
        parser=day, metavar="DAY", help="Day of publication (2020-05-31), where the report does not say."
    ),
]
Url = Annotated[str | None, typer.Option(help="Address of the report, where it does not say.")]
Language = Annotated[str, typer.Option(help="Language of the reports, by its ISO 639-1 code.")]
Data = Annotated[
    list[Path] | None,
    typer.Option(help="Folder with further knowledge, merged over the built-in; may be given again."),
]
Jobs = Annotated[int, typer.Option(min=0, help="Processes to use; 0 is one for each core.")]

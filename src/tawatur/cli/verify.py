"""``tawatur verify``: prove that an archive is whole."""

import typer

from tawatur.archive.engine import shown
from tawatur.exchange.events_table import many

from .archive_options import Where, opened
from .plain import plain_app

app = plain_app()


@app.command()
def verify(archive: Where = "") -> None:
    """Prove that articles, quotations and the log of decisions are intact; exit code 1 where they are not."""
    store = opened(archive)
    faults = store.verify()
    for fault in faults:
        print(fault)
    size = ", ".join(many(number, name) for name, number in store.size().items())
    print(f"{shown(store.where)}: {size}; " + (many(len(faults), "fault") if faults else "all intact"))
    if faults:
        raise typer.Exit(1)

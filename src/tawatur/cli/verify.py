"""``tawatur verify``: prove that an archive is whole."""

import typer

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
    size = ", ".join(f"{number} {name}s" for name, number in store.size().items())
    print(f"{store.where}: {size}; " + (f"{len(faults)} faults" if faults else "all intact"))
    if faults:
        raise typer.Exit(1)

"""``tawatur ingest``: read reports into the archive."""

import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from hashlib import sha256
from itertools import islice
from typing import Annotated

import typer

from tawatur import __version__
from tawatur.archive import Archive
from tawatur.archive.engine import shown
from tawatur.archive.saving import Saved, storable
from tawatur.exchange.events_table import many
from tawatur.intake import Defaults, Failure
from tawatur.lexicon import Knowledge
from tawatur.model.article import Article
from tawatur.model.reading import Reading

from .archive_options import Where, opened
from .options import Data, Jobs, Language, Outlet, Published, Url
from .parallel import in_order
from .plain import plain_app
from .progress import counted
from .readers import all_articles, knowledge_of, reading_of

app = plain_app()
BATCH = 100
_NOTHING_READ = 2
Paths = Annotated[
    list[str] | None, typer.Argument(help="Files, folders, or - for standard input.", show_default=False)
]
Again = Annotated[
    bool, typer.Option("--again", help="Read again what the archive holds, with today's program.")
]


@app.command()
def ingest(
    paths: Paths = None,
    archive: Where = "",
    again: Again = False,
    outlet: Outlet = None,
    published: Published = None,
    url: Url = None,
    language: Language = "ar",
    data: Data = None,
    jobs: Jobs = 0,
) -> None:
    """Read reports into the archive and bring its events up to date.

    Takes all that `tawatur read` takes. A report that is there already is passed over; a changed report of
    the same address becomes a new version and the old one is kept. A run that was stopped goes on where it
    ended when it is started again.
    """
    packs = tuple(data or ())
    knowledge = knowledge_of(packs)
    knowledge.matcher_of(language)
    store, reader = opened(archive, knowledge), reader_name(knowledge)
    defaults = Defaults(outlet=outlet, published=published, url=url, language=language)
    items = list(store.articles()) if again else all_articles(paths or ["-"], defaults)
    work = partial(reading_of, packs=packs)
    seen = Seen()
    read = in_order(work, unknown(items, store, reader, seen), jobs=jobs)
    told = counted(read, "new reports", prints=False, total=len(items) if isinstance(items, list) else None)
    if not add_all(store, reader, told, seen) and seen.failed and not seen.known:
        raise typer.Exit(_NOTHING_READ)


@dataclass
class Seen:
    """What a run met beside new reports: those that were there already, and those that could not be read."""

    known: int = 0
    failed: int = 0


@lru_cache(maxsize=4)
def reader_name(knowledge: Knowledge) -> str:
    """The name of this very reader: the program's version and a digest of what it knows."""
    digest = sha256()
    for pack in knowledge.packs:
        for path in sorted(pack.rglob("*.yml")):
            digest.update(path.relative_to(pack).as_posix().encode() + path.read_bytes())
    return f"tawatur {__version__} {digest.hexdigest()[:12]}"


def unknown(
    items: Iterable[Article | Failure], store: Archive, reader: str, seen: Seen
) -> Iterator[Article | Failure]:
    """The items that the archive does not hold in this reader's reading."""
    for item in items:
        if isinstance(item, Failure):
            yield item
        elif store.knows(clean := storable(item), reader):
            seen.known += 1
        else:
            yield clean


def add_all(store: Archive, reader: str, told: Iterable[Reading | Failure], seen: Seen) -> int:
    """Add readings in batches, each whole or not at all; the number of reports that came in."""
    good = successes(told, seen)
    saved: list[Saved] = []
    while batch := list(islice(good, BATCH)):
        saved += store.add(batch, reader)
    print(summary(saved, store, seen), file=sys.stderr)
    return len(saved)


def successes(told: Iterable[Reading | Failure], seen: Seen) -> Iterator[Reading]:
    """The readings; failures go to standard error."""
    for one in told:
        if isinstance(one, Failure):
            seen.failed += 1
            print(f"tawatur: {one}", file=sys.stderr)
        else:
            yield one


def summary(saved: Sequence[Saved], store: Archive, seen: Seen) -> str:
    """What came in, and what the archive now holds."""
    new = [one for one in saved if one.new]
    parts = {
        "of them new versions": sum(1 for one in new if one.version > 1),
        "read anew": len(saved) - len(new),
        "there already": seen.known,
        "not read": seen.failed,
    }
    told = "".join(f", {number} {what}" for what, number in parts.items() if number)
    size = store.size()
    return (
        f"{many(len(new), 'new report')}{told}; "
        f"{shown(store.where)} holds {many(size['article'], 'report')} and {many(size['event'], 'event')}"
    )

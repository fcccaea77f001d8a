"""``tawatur read``: read reports and print what they tell."""

import sys
from collections.abc import Iterable, Iterator
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from tawatur.exchange import READING_FORMATS, ReadingFormat, reading_format
from tawatur.intake import Defaults, Failure
from tawatur.model.article import Article

from .options import Data, Jobs, Language, Outlet, Paths, Published, Url
from .parallel import in_order
from .plain import plain_app
from .progress import counted
from .readers import all_articles, knowledge_of, reading_of

app = plain_app()
Format = StrEnum("Format", {name: name for name in READING_FORMATS})  # type: ignore[misc]

TABLE = Format("table")


@app.command()
def read(
    paths: Paths,
    format: Annotated[Format, typer.Option("--format", "-f", help="How to write it.")] = TABLE,
    outlet: Outlet = None,
    published: Published = None,
    url: Url = None,
    language: Language = "ar",
    data: Data = None,
    jobs: Jobs = 0,
) -> None:
    """Read reports and print what they tell.

    PATHS are plain texts, saved web pages, JSON or JSON Lines (a report has body and, if known, id, source,
    url, date, title), folders of these, or - for standard input. What cannot be read is told on standard
    error, one line each; the exit code is 2 when nothing could be read.
    """
    defaults = Defaults(outlet=outlet, published=published, url=url, language=language)
    packs = tuple(data or ())
    knowledge_of(packs).matcher_of(language)
    work = partial(written, packs=packs, format=str(format))
    results = counted(in_order(work, all_articles(paths, defaults), jobs=jobs))
    if not write(results, reading_format(str(format))):
        raise typer.Exit(2)


def written(item: Article | Failure, packs: tuple[Path, ...], format: str) -> str | Failure:
    """The reading of one article in this format."""
    reading = reading_of(item, packs)
    return reading if isinstance(reading, Failure) else reading_format(format).one(reading)


def write(results: Iterable[str | Failure], form: ReadingFormat) -> int:
    """Print what was read and, on standard error, what was not; the number of articles read."""
    count = 0
    sys.stdout.write(form.HEAD)
    for text in successes(results):
        sys.stdout.write(form.BETWEEN + text if count else text)
        count += 1
    sys.stdout.write(form.TAIL)
    return count


def successes(results: Iterable[str | Failure]) -> Iterator[str]:
    """The texts among the results; the failures go to standard error."""
    for result in results:
        if isinstance(result, Failure):
            print(f"tawatur: {result}", file=sys.stderr)
        else:
            yield result

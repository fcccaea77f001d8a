"""``tawatur explain``: for each incident, the words and rules that made each value."""

import sys

import typer

from tawatur.intake import Defaults, Failure

from .options import Data, Language, Outlet, Paths, Published, Url
from .plain import plain_app
from .readers import all_articles, reading_of
from .reasons import explained

app = plain_app()


@app.command()
def explain(
    paths: Paths,
    outlet: Outlet = None,
    published: Published = None,
    url: Url = None,
    language: Language = "ar",
    data: Data = None,
) -> None:
    """Show, for each incident of these reports, every value with its words, its rule and the rule's parts."""
    defaults = Defaults(outlet=outlet, published=published, url=url, language=language)
    count = 0
    for item in all_articles(paths, defaults):
        reading = reading_of(item, tuple(data or ()))
        if isinstance(reading, Failure):
            print(f"tawatur: {reading}", file=sys.stderr)
        else:
            print(explained(reading))
            count += 1
    if not count:
        raise typer.Exit(2)

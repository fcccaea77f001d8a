"""``tawatur evaluate``: how far a coding agrees with a gold coding, slot by slot."""

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import msgspec
import typer

from tawatur.exchange.agreement import Agreement, Difference, Score, agreement
from tawatur.exchange.codings import read_codings
from tawatur.lexicon import load_knowledge

from .plain import plain_app

app = plain_app()

_FORMATS = ("table", "json")


@app.command()
def evaluate(
    gold: Annotated[Path, typer.Argument(help="The coding to measure against.")],
    coded: Annotated[Path, typer.Argument(help="The coding to measure.")],
    format: Annotated[str, typer.Option(help="table or json")] = "table",
    differences: Annotated[bool, typer.Option("--differences", help="List every difference.")] = False,
) -> None:
    """Compare two codings of the same reports: the program's with a team's gold, or two people's."""
    if format not in _FORMATS:
        raise typer.BadParameter(f"{format!r}; one of {', '.join(_FORMATS)}", param_hint="--format")
    families = {event.id: event.family for event in load_knowledge().events.values()}
    found = agreement(read_codings(gold), read_codings(coded), families)
    if found.uncoded:
        print(f"tawatur: {len(found.uncoded)} reports of {gold} are not in {coded}: empty", file=sys.stderr)
    if format == "json":
        sys.stdout.write(msgspec.json.format(msgspec.json.encode(found), indent=1).decode() + "\n")
    else:
        print("\n".join(_lines(found, differences)))


def _lines(found: Agreement, differences: bool) -> Iterable[str]:
    yield f"{'slot':16}{'gold':>6}{'coded':>7}{'right':>7}{'P':>8}{'R':>8}{'F1':>8}{'paired':>9}{'alpha':>8}"
    yield from (_row(score) for score in found.scores)
    if differences:
        yield ""
        yield from (_told(difference) for difference in found.differences)


def _row(score: Score) -> str:
    tail = "".join(
        f"{value:{width}.3f}" if value is not None else " " * width
        for value, width in ((score.paired, 9), (score.alpha, 8))
    )
    counts = f"{score.slot:16}{score.gold:6}{score.coded:7}{score.right:7}"
    return f"{counts}{score.precision:8.3f}{score.recall:8.3f}{score.f1:8.3f}{tail}".rstrip()


def _told(difference: Difference) -> str:
    """One difference a line, its values as JSON so that a line can be cut at the tabs."""
    values = (msgspec.json.encode(value).decode() for value in (difference.gold, difference.coded))
    return "\t".join((difference.report, difference.what, *values, " ".join(difference.evidence.split())))

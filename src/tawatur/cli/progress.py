"""A progress bar on a terminal, and nothing at all elsewhere."""

import sys
from collections.abc import Iterable, Iterator
from importlib import import_module
from typing import TypeVar

Item = TypeVar("Item")


def counted(
    items: Iterable[Item], unit: str = "reports", *, prints: bool = True, total: int | None = None
) -> Iterator[Item]:
    """The items themselves, counted on standard error.

    A command that ``prints`` what it makes counts only while that goes to a file or a pipe.
    """
    if sys.stderr.isatty() and not (prints and sys.stdout.isatty()):
        return _shown(items, unit, total)
    return iter(items)


def _shown(items: Iterable[Item], unit: str, total: int | None) -> Iterator[Item]:
    # rich is slow to load and needed on a terminal only
    bars = import_module("rich.progress")
    columns = (
        bars.BarColumn(),
        bars.TextColumn("{task.completed:,} " + unit),
        bars.TextColumn("{task.fields[rate]}"),
        bars.TimeElapsedColumn(),
    )
    console = import_module("rich.console").Console(stderr=True)
    with bars.Progress(*columns, console=console, redirect_stdout=False) as bar:
        task = bar.add_task(unit, total=total, rate="")
        for item in items:
            bar.advance(task)
            bar.update(task, rate=_rate(bar.tasks[0].speed))
            yield item


def _rate(speed: float | None) -> str:
    return f"{speed:,.0f} a second" if speed else ""

"""How the archive bears growth: python -m bench.archive [claims …] (by default 25k, 50k, 100k, 200k).

For each size: filling it, fusing everything anew, adding one article (the slowest of some 50), and the
slowest of all filters (a page and its count). Seconds by the clock, and in brackets those of the processor.
A folder given (``/tmp/x/``) keeps the archives, and the bench goes on where it was stopped; ``--filters``
prints all of them.
"""

import gc
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from tests.world import FAMILIES, PARTIES, planted_events

from tawatur.archive import Archive
from tawatur.archive.filters import Filter
from tawatur.model.reading import Reading

CLAIMS_PER_EVENT = 2.5
BATCH = 500
PAGE = 50
FILTERS = {
    "none": Filter(),
    "period": Filter(since=date(2019, 3, 1), until=date(2019, 5, 31)),
    "type": Filter(types=("ied",)),
    "rare type": Filter(types=("seizure",)),
    "party": Filter(parties=(PARTIES[0],)),
    "country": Filter(country="SY"),
    "standing": Filter(standings=("contested",)),
    "toll": Filter(killed=60),
    "near": Filter(near=(31.0, 36.5, 50.0)),
    "far and wide": Filter(near=(33.0, 40.0, 900.0)),
    "text": Filter(text="مرصد الشمال"),
    "all at once": Filter(
        since=date(2019, 2, 1), types=("ied", "shelling"), parties=PARTIES[:2], killed=5, text="الشمال"
    ),
}


def readings(claims: int) -> Iterator[Reading]:
    for planted in planted_events(5, int(claims / CLAIMS_PER_EVENT)):
        yield from planted.readings


class Took(NamedTuple):
    """Seconds by the clock, and of this process's work: the second figure does not grow with others' load."""

    clock: float
    work: float

    def __str__(self) -> str:
        return f"{self.clock:.3g} s ({self.work:.3g})"


def timed(work: Callable[[], object]) -> Took:
    started, worked = time.perf_counter(), time.process_time()
    work()
    return Took(time.perf_counter() - started, time.process_time() - worked)


def slowest(took: Iterable[Took]) -> Took:
    """The longest by the clock and the longest by work, which need not be the same time."""
    clocks, works = zip(*took, strict=True)
    return Took(max(clocks), max(works))


def most_memory() -> float:
    """The most that this process or one of its children has held so far, in MB."""
    return (
        max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
        / 1024
    )


def fill(archive: Archive, claims: int) -> None:
    """Add what is not there: a fill that was stopped goes on."""
    waiting = islice(readings(claims), archive.size()["article"], None)
    while batch := list(islice(waiting, BATCH)):
        archive.add(batch, "bench")


def measure(claims: int, folder: Path) -> None:
    archive = Archive(str(folder / f"{claims}.sqlite"), FAMILIES)
    filled = timed(lambda: fill(archive, claims))
    gc.collect()
    fused = timed(archive.refuse_all)
    newest = [
        reading for planted in planted_events(archive.size()["article"], 20) for reading in planted.readings
    ]
    added = slowest(timed(lambda one=one: archive.add([one], "bench")) for one in newest)
    asked = {name: slowest(ask(archive, wanted) for _ in range(3)) for name, wanted in FILTERS.items()}
    worst = max(asked, key=lambda name: asked[name].work)
    size = (folder / f"{claims}.sqlite").stat().st_size / 1e6
    print(
        f"{claims:,} claims, {archive.count():,} events: filled {filled}, fused {fused}, one article {added}, "
        f"slowest filter {asked[worst]} {worst}, {size:.0f} MB on disk, {most_memory():.0f} MB of memory",
        flush=True,
    )
    if "--filters" in sys.argv:
        print({name: str(took) for name, took in asked.items()}, flush=True)


def ask(archive: Archive, wanted: Filter) -> Took:
    return timed(lambda: (list(archive.events(wanted, PAGE)), archive.count(wanted)))


def main() -> None:
    sizes = [int(size) for size in sys.argv[1:] if size.isdigit()] or [25_000, 50_000, 100_000, 200_000]
    kept = next((Path(word) for word in sys.argv[1:] if "/" in word), None)
    with tempfile.TemporaryDirectory() as folder:
        for size in sizes:
            measure(size, kept or Path(folder))


if __name__ == "__main__":
    main()

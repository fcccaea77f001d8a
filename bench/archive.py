"""How the archive bears growth: python -m bench.archive [claims …] (by default 25k, 50k, 100k, 200k).

For each size: filling it, fusing everything anew, adding one article, and the slowest of all filters.
"""

import gc
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date
from itertools import islice
from pathlib import Path

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


def seconds(work: Callable[[], object]) -> float:
    return both(work)[0]


def both(work: Callable[[], object]) -> tuple[float, float]:
    """Seconds by the clock, and of this process's work: the second figure does not grow with others' load."""
    started, worked = time.perf_counter(), time.process_time()
    work()
    return time.perf_counter() - started, time.process_time() - worked


def fill(archive: Archive, claims: int) -> None:
    """Add what is not there: a fill that was stopped goes on."""
    waiting = islice(readings(claims), archive.size()["article"], None)
    while batch := list(islice(waiting, BATCH)):
        archive.add(batch, "bench")


def measure(claims: int, folder: Path) -> None:
    archive = Archive(str(folder / f"{claims}.sqlite"), FAMILIES)
    filled, fill_work = both(lambda: fill(archive, claims))
    gc.collect()
    fused, fuse_work = both(archive.refuse_all)
    newest = [reading for planted in planted_events(99, 20) for reading in planted.readings]
    added = max(seconds(lambda one=one: archive.add([one], "bench")) for one in newest)
    slowest = {name: max(ask(archive, wanted) for _ in range(3)) for name, wanted in FILTERS.items()}
    worst = max(slowest, key=lambda name: slowest[name])
    size = (folder / f"{claims}.sqlite").stat().st_size / 1e6
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"{claims:8,} claims {archive.count():7,} events  fill {filled:6.1f} s ({fill_work:.1f} of work)  "
        f"fuse {fused:6.1f} s ({fuse_work:.1f} of work)  "
        f"one article {added:.3f} s  slowest filter {slowest[worst]:.3f} s ({worst})  "
        f"{size:.0f} MB on disk  peak {memory:.0f} MB",
        flush=True,
    )
    if "--filters" in sys.argv:
        print({name: round(took, 3) for name, took in slowest.items()})


def ask(archive: Archive, wanted: Filter) -> float:
    return seconds(lambda: (list(archive.events(wanted, PAGE)), archive.count(wanted)))


def main() -> None:
    sizes = [int(size) for size in sys.argv[1:] if size.isdigit()] or [25_000, 50_000, 100_000, 200_000]
    kept = next((Path(word) for word in sys.argv[1:] if "/" in word), None)
    with tempfile.TemporaryDirectory() as folder:
        for size in sizes:
            measure(size, kept or Path(folder))


if __name__ == "__main__":
    main()

"""Work on many items over all cores: results in the order of the items, never more than a window held."""

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import chain, islice
from typing import TypeVar

from tawatur.model.errors import TawaturError

Item = TypeVar("Item")
Result = TypeVar("Result")

FEW = 48
CHUNK = 16
WINDOW_FOR_EACH_JOB = 4


def in_order(work: Callable[[Item], Result], items: Iterable[Item], *, jobs: int = 0) -> Iterator[Result]:
    """``work(item)`` for each item, in order; ``jobs`` 0 is one process for each core."""
    jobs = jobs or os.cpu_count() or 1
    waiting = iter(items)
    first = list(islice(waiting, FEW)) if jobs > 1 else []
    everything = chain(first, waiting)
    if len(first) < FEW:
        yield from map(work, everything)
        return
    try:
        yield from _spread(work, everything, jobs)
    except BrokenProcessPool:
        raise TawaturError("a working process was killed (memory?); try again with --jobs 1") from None


def _spread(work: Callable[[Item], Result], items: Iterator[Item], jobs: int) -> Iterator[Result]:
    running: deque[Future[list[Result]]] = deque()
    with ProcessPoolExecutor(jobs) as pool:
        try:
            while chunk := list(islice(items, CHUNK)):
                running.append(pool.submit(_each, work, chunk))
                if len(running) >= jobs * WINDOW_FOR_EACH_JOB:
                    yield from running.popleft().result()
            while running:
                yield from running.popleft().result()
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


def _each(work: Callable[[Item], Result], chunk: list[Item]) -> list[Result]:
    return [work(item) for item in chunk]

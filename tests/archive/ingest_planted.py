"""Run by the fault tests in its own process: adds the readings of a planted world that are not there yet."""

import sys

from tests.world import FAMILIES, planted_world

from tawatur.archive import Archive

READER = "fault test"


def main(where: str, seed: int, count: int, batch: int) -> None:
    archive = Archive(where, FAMILIES)
    readings = [reading for planted in planted_world(seed, count) for reading in planted.readings]
    waiting = [reading for reading in readings if not archive.knows(reading.article, READER)]
    print(len(waiting), flush=True)
    for start in range(0, len(waiting), batch):
        archive.add(waiting[start : start + batch], READER)


if __name__ == "__main__":
    main(sys.argv[1], *map(int, sys.argv[2:]))

"""Parties as fusion sees them: named bodies fight; classes of people and the unknown do not."""

from collections.abc import Iterable

CLASSES = frozenset(
    (
        "civilians",
        "journalists",
        "medics",
        "protesters",
        "officials",
        "police",
        "prisoners",
        "private-persons",
        "unknown",
    )
)


def bodies(parties: Iterable[str]) -> frozenset[str]:
    """The named bodies among the parties (codebook, section 4)."""
    return frozenset(parties) - CLASSES

"""A logistic regression as a pack holds it: a constant and a weight for each thing that may be found."""

from collections.abc import Mapping
from math import exp
from pathlib import Path

from msgspec import Struct, ValidationError, convert
from msgspec.structs import replace

from ..model.errors import DataError
from .entries import load_yaml


class Regression(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Weights in natural units of log-odds; what has no weight counts for nothing.

    ``most``: the most that one mark of a kind ("place" of "place/same") can add.
    """

    constant: float
    weights: dict[str, float]
    most: dict[str, float] = {}

    def likelihood(self, found: Mapping[str, float], more: float = 0.0) -> float:
        """The probability, from 0 to 1, that goes with what was found, and with ``more`` log-odds beside it.

        >>> Regression(constant=0.0, weights={"same": 1.0}).likelihood({"same": 0.0})
        0.5
        """
        odds, weights = self.constant + more, self.weights
        for name, value in found.items():
            odds += weights.get(name, 0.0) * value
        return 1.0 / (1.0 + exp(-odds))


def read_regression(path: Path) -> Regression:
    """The regression of a file; raises DataError where it does not have the right form."""
    try:
        found = convert(load_yaml(path), Regression)
    except ValidationError as error:
        raise DataError(f"{path}:1", str(error), "constant, and weights by name") from None
    return replace(found, most=_most(found.weights))


def _most(weights: Mapping[str, float]) -> dict[str, float]:
    most: dict[str, float] = {}
    for name, weight in weights.items():
        kind = name.split("/")[0]
        most[kind] = max(weight, most.get(kind, 0.0))
    return most

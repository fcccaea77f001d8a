"""A logistic regression as a pack holds it: a constant and a weight for each thing that may be found."""

from collections.abc import Mapping
from math import exp
from pathlib import Path

from msgspec import Struct, ValidationError, convert

from ..model.errors import DataError
from .entries import load_yaml


class Regression(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Weights in natural units of log-odds; what has no weight counts for nothing."""

    constant: float
    weights: dict[str, float]

    def likelihood(self, found: Mapping[str, float]) -> float:
        """The probability, from 0 to 1, that goes with what was found.

        >>> Regression(constant=0.0, weights={"same": 1.0}).likelihood({"same": 0.0})
        0.5
        """
        odds, weights = self.constant, self.weights
        for name, value in found.items():
            odds += weights.get(name, 0.0) * value
        return 1.0 / (1.0 + exp(-odds))


def read_regression(path: Path) -> Regression:
    """The regression of a file; raises DataError where it does not have the right form."""
    try:
        return convert(load_yaml(path), Regression)
    except ValidationError as error:
        raise DataError(f"{path}:1", str(error), "constant, and weights by name") from None

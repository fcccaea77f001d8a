"""A logistic regression as a pack holds it: a constant and a weight for each thing that may be found."""

from collections.abc import Mapping
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

"""Results keep the order of the items, and only a window of them is held."""

from collections.abc import Iterator
from functools import partial

import pytest

from tawatur.cli.parallel import CHUNK, FEW, WINDOW_FOR_EACH_JOB, in_order
from tawatur.model.errors import TawaturError


def double(number: int) -> int:
    return 2 * number


def refuse(number: int, *, refused: int) -> int:
    if number == refused:
        raise TawaturError(f"not {number}")
    return number


@pytest.mark.parametrize("jobs", [1, 2, 3])
@pytest.mark.parametrize("many", [0, 1, FEW - 1, FEW, 400])
def test_order_is_kept(jobs: int, many: int) -> None:
    assert list(in_order(double, range(many), jobs=jobs)) == [2 * n for n in range(many)]


def test_input_is_not_drawn_faster_than_results_are_taken() -> None:
    drawn = []

    def endless() -> Iterator[int]:
        number = 0
        while True:
            drawn.append(number)
            yield number
            number += 1

    results = in_order(double, endless(), jobs=2)
    assert next(results) == 0
    assert len(drawn) <= FEW + CHUNK * (2 * WINDOW_FOR_EACH_JOB + 1)


def test_an_error_of_the_work_is_the_callers() -> None:
    with pytest.raises(TawaturError, match="not 150"):
        list(in_order(partial(refuse, refused=150), range(300), jobs=2))

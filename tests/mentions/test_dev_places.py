"""Names resolve to the right place: gold coordinates of the development reports, gazetteer imported."""

from pathlib import Path

import pytest
from bench.gold import SHARED
from bench.places import GOLD, WITHIN_KM, Resolution, resolutions, with_import

pytestmark = pytest.mark.skipif(
    not (SHARED / "gazetteer").is_dir() or not (SHARED / "dev").is_dir(),
    reason=f"no gazetteer and development reports in {SHARED}",
)


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> list[Resolution]:
    home: Path = tmp_path_factory.mktemp("home")
    return list(resolutions(SHARED, with_import(SHARED, home)))


def test_nine_in_ten_lie_within_ten_kilometres(found: list[Resolution]) -> None:
    near = [one for one in found if one.km is not None and one.km <= WITHIN_KM]
    assert len(found) == len(GOLD.read_text("utf-8").splitlines()) - 1
    assert len(near) / len(found) >= 0.9


def test_hardly_any_lies_in_another_country(found: list[Resolution]) -> None:
    """Wrong is worse than missing."""
    assert [one for one in found if one.km is not None and one.km > 60] == []

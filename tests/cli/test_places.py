"""``tawatur places``: find by name, import a gazetteer, and clear words about bad files."""

from pathlib import Path

import pytest

from cli.commands import tawatur

HEADER = "id\tplacetype\tname\tnames_ar\tlat\tlon\tgeonames_id\tregion\tcounty\tpopulation\n"
ROW = "1\tlocality\tNowhere\tقرية الاختبار المبتكرة\t34.5\t38.5\t\t\t\t\n"


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TAWATUR_HOME", str(tmp_path / "home"))


@pytest.mark.parametrize("name", ["حلب", "حَلَب", "الرقة", "رقة"])
def test_a_place_is_found_vocalised_or_not_with_its_article_or_not(name: str) -> None:
    done = tawatur("places", "find", name)
    assert done.returncode == 0
    assert " sy " in done.stdout


def test_an_unknown_place_is_told() -> None:
    done = tawatur("places", "find", "غغغغغغ")
    assert (done.returncode, done.stdout) == (1, "")
    assert "no place of this name" in done.stderr


def test_an_imported_place_is_found_afterwards(tmp_path: Path) -> None:
    path = tmp_path / "sy.tsv"
    path.write_text(HEADER + ROW, "utf-8")
    assert tawatur("places", "import", path).stdout.startswith("1 place")
    assert "34.5" in tawatur("places", "find", "قرية الاختبار المبتكرة").stdout


@pytest.mark.parametrize("content", ["", "a\tb\n1\t2\n", HEADER + "1\tlocality\tX\tس\tnorth\t38\t\t\t\t\n"])
def test_a_bad_gazetteer_is_one_line(tmp_path: Path, content: str) -> None:
    path = tmp_path / "sy.tsv"
    path.write_text(content, "utf-8")
    done = tawatur("places", "import", path)
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1


def test_an_absent_gazetteer_is_one_line() -> None:
    done = tawatur("places", "import", "absent.tsv")
    assert done.returncode == 2
    assert "Traceback" not in done.stderr

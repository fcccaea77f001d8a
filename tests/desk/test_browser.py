"""What only a browser can prove: Debian's chromium, driven by web/check.mjs, over both languages."""

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from tests.desk.serving import served

from tawatur.desk.setting import BUILT

WEB = Path(__file__).parents[2] / "web"
CHROMIUM = Path(os.environ.get("CHROMIUM", "/usr/bin/chromium"))
STEPS = (
    "selection",
    "map",
    "filters",
    "without scripts",
    "print",
    "keyboard",
    "place",
    "paste",
    "deciding",
    "review",
)
NARROW = 360
NODE = 20
Report = dict[str, dict[str, Any]]


def node_version() -> int:
    """The major version of Node; 0 where there is none."""
    if not shutil.which("node"):
        return 0
    told = subprocess.run(["node", "--version"], capture_output=True, text=True, check=True).stdout
    return int(told.lstrip("v").split(".")[0])


def what_is_missing() -> str:
    """What keeps the browser's tests from running here, in one line."""
    if not CHROMIUM.exists():
        return "no chromium: apt-get install chromium"
    if node_version() < NODE:
        return f"no Node {NODE} or newer"
    if not (WEB / "node_modules" / "playwright-core").is_dir() or not (BUILT / "pmtiles.mjs").is_file():
        return "the desk's assets are not built: make assets"
    return ""


@pytest.fixture(scope="module")
def report(filled: Path, tmp_path_factory: pytest.TempPathFactory) -> Report:
    """Everything that the browser found, in one run."""
    if missing := what_is_missing():
        pytest.skip(missing)
    archive = tmp_path_factory.mktemp("browser") / "archive.sqlite"
    archive.write_bytes(filled.read_bytes())
    with served(archive) as base:
        run = subprocess.run(
            ["node", "check.mjs", base], cwd=WEB, capture_output=True, text=True, timeout=1500, check=False
        )
    assert run.returncode == 0, run.stderr[-3000:]
    found: Report = json.loads(run.stdout)
    return found


def test_no_page_complains_or_asks_another_host(report: Report) -> None:
    assert len(report["complaints"]) > 30
    assert not {page: told for page, told in report["complaints"].items() if told}


def test_axe_finds_no_serious_violation(report: Report) -> None:
    assert len(report["axe"]) >= 22
    assert not {page: told for page, told in report["axe"].items() if told}


def test_every_page_fits_a_narrow_screen(report: Report) -> None:
    assert not {page: width for page, width in report["wide"].items() if width > NARROW}


def test_every_highlight_is_exact_to_the_letter(report: Report) -> None:
    spans = report["spans"]
    assert sum(one["values"] for one in spans.values()) > 100
    assert all(one["native"] for one in spans.values())
    assert not {page: one["wrong"] for page, one in spans.items() if one["wrong"]}


@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize("step", STEPS)
def test_a_person_gets_through(report: Report, step: str, language: str) -> None:
    assert report["steps"][f"{step} {language}"] == "ok"

"""The documentation says what there is: commands, options, formats, event types, settings, links, README."""

import os
import re
import shlex
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest
import typer

from tawatur.cli.commands import COMMANDS
from tawatur.exchange import READING_FORMATS

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
PAGES = sorted([ROOT / "README.md", *ROOT.glob("docs/*.md"), *ROOT.glob("docs/decisions/*.md")])
EVENT_TYPES = sorted(path.stem for path in (ROOT / "src/tawatur/data/events").glob("*.yml"))
README = (ROOT / "README.md").read_text("utf-8")


def all_pages() -> str:
    return "\n".join(path.read_text("utf-8") for path in PAGES)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_its_section(command: str) -> None:
    assert re.search(rf"^#+ tawatur {command}\b", all_pages(), re.MULTILINE), (
        f"no section 'tawatur {command}'"
    )


def options_of(command: str) -> set[str]:
    found = typer.main.get_command(import_module(COMMANDS[command].module).app)
    commands = getattr(found, "commands", {command: found}).values()
    return {option for one in commands for param in one.params for option in param.opts if option[:2] == "--"}


@pytest.mark.parametrize("command", COMMANDS)
def test_every_option_is_documented(command: str) -> None:
    pages = all_pages()
    missing = [option for option in options_of(command) - {"--help"} if f"`{option}" not in pages]
    assert not missing, f"options of {command} that no page tells"


@pytest.mark.parametrize("name", READING_FORMATS)
def test_every_format_is_documented(name: str) -> None:
    assert f"`{name}`" in (DOCS / "commands.md").read_text("utf-8")


@pytest.mark.parametrize("event_type", EVENT_TYPES)
def test_every_event_type_has_its_row(event_type: str) -> None:
    assert f"| `{event_type}` |" in (DOCS / "event-types.md").read_text("utf-8")


def test_every_setting_has_its_row() -> None:
    settings: set[str] = set()
    for folder in ("src", "tests", "bench"):
        for path in (ROOT / folder).rglob("*.py"):
            settings |= set(re.findall(r"\bTAWATUR_[A-Z_]+\b", path.read_text("utf-8")))
    page = all_pages()
    assert not [name for name in settings if f"| `{name}` |" not in page]


@pytest.mark.parametrize("room", sorted(p.name for p in (ROOT / "src/tawatur").iterdir() if p.is_dir()))
def test_every_room_is_on_the_map(room: str) -> None:
    if room != "__pycache__":
        assert f"`{room}/`" in (DOCS / "map.md").read_text("utf-8")


@pytest.mark.parametrize("path", PAGES, ids=lambda p: p.name)
def test_links_lead_somewhere(path: Path) -> None:
    for target in re.findall(r"\]\(([^)#\s]+)[^)]*\)", path.read_text("utf-8")):
        if "://" not in target:
            assert (path.parent / target).exists(), f"{path.name} links to {target}"


def test_every_make_target_is_listed_by_make_alone() -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    targets = set(re.findall(r"^([a-z][a-z-]*):", makefile, re.MULTILINE))
    listed = subprocess.run(
        ["make", "-s", "-C", str(ROOT)], capture_output=True, text=True, check=True
    ).stdout
    assert not [target for target in targets if not re.search(rf"^make {target}\b", listed, re.MULTILINE)]


def readme_commands() -> list[str]:
    return re.findall(r"^    (tawatur .+)$", README, re.MULTILINE)


def run(command: str, folder: Path) -> subprocess.CompletedProcess[str]:
    words = shlex.split(command)
    environment = {**os.environ, "TAWATUR_HOME": str(folder / "home")}
    python = [sys.executable, "-m", "tawatur.cli", *words[1:]]
    return subprocess.run(python, cwd=ROOT, env=environment, capture_output=True, text=True, check=True)


def test_the_readme_has_its_two_commands() -> None:
    assert "make demo" in README
    assert any(command.startswith("tawatur read") for command in readme_commands())


@pytest.mark.parametrize("command", readme_commands())
def test_the_readmes_commands_run(command: str, tmp_path: Path) -> None:
    assert run(command, tmp_path).stdout.strip()


def test_the_readmes_output_is_what_the_command_prints(tmp_path: Path) -> None:
    shown = re.search(r"<!-- output of: (.+?) -->\n```text\n(.*?)```", README, re.DOTALL)
    assert shown, "the README shows no output"
    assert shown.group(2).strip() in run(shown.group(1), tmp_path).stdout, (
        "the README's output is out of date"
    )

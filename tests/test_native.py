"""Compiled modules read exactly as the interpreted ones, and are used only while the sources are the same."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tawatur import native

ROOT = Path(__file__).parent.parent
SHARED = Path(os.environ.get("TAWATUR_SHARED", ROOT.parent / "shared"))
READ_ALL = """
import sys
from hashlib import sha256
from random import Random

import msgspec

from tawatur import Article, load_knowledge, read
from tawatur.intake import Defaults, articles_from

articles = [a for path in sys.argv[1:] for a in articles_from(path, Defaults()) if isinstance(a, Article)]
chance = Random(5)
signs = "".join(a.body[:200] for a in articles[:40]) + " \\n\\r#_ـ.·*«»()0٣é🔴\\u064b\\u200f\\ufefb\\ud800'"
articles += [Article(body="".join(chance.choices(signs, k=chance.randrange(300)))) for _ in range(150)]
knowledge = load_knowledge()
for article in articles:
    try:
        told = msgspec.json.encode(read(article, knowledge))
    except UnicodeEncodeError:  # half of a surrogate pair cannot be written, and is read nonetheless
        told = b""
    print(sha256(told).hexdigest())
"""


def readings(**setting: str) -> list[str]:
    paths = [ROOT / "samples", *(p for p in (SHARED / "dev" / "reports.json",) if p.exists())]
    command = [sys.executable, "-c", READ_ALL, *map(str, paths)]
    done = subprocess.run(command, env=os.environ | setting, check=True, capture_output=True, text=True)
    return done.stdout.split()


@pytest.mark.skipif(not native.is_current(), reason="the rooms that read are not compiled here (make fast)")
def test_compiled_modules_read_as_the_interpreted_ones() -> None:
    compiled = readings()
    assert len(compiled) > 150
    assert compiled == readings(TAWATUR_INTERPRETED="1")


@pytest.mark.skipif(not native.is_current(), reason="the rooms that read are not compiled here (make fast)")
def test_every_room_that_reads_is_compiled() -> None:
    names = native.compiled_modules()
    for name in ("tawatur.reading", "tawatur.text.words", "tawatur.mentions.dates", "tawatur.events.roles"):
        assert name in names


@pytest.fixture
def built(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with one compiled module, and the package that it was compiled from."""
    (tmp_path / "text").mkdir()
    (tmp_path / "text/words.py").write_text("one = 1\n", encoding="utf-8")
    monkeypatch.setattr(native, "PACKAGE", tmp_path)
    monkeypatch.setattr(native, "BUILT", tmp_path / "built")
    module = tmp_path / "built/tawatur/text" / f"words{native.EXTENSION_SUFFIXES[0]}"
    module.parent.mkdir(parents=True)
    module.touch()
    digests = {"text/words.py": native.digest(tmp_path / "text/words.py")}
    (tmp_path / "built" / native.SOURCES).write_text(json.dumps(digests), encoding="utf-8")
    return module


def test_a_compiled_module_is_found_while_its_source_is_the_same(built: Path) -> None:
    spec = native.CompiledModules().find_spec("tawatur.text.words", None)
    assert spec is not None
    assert spec.origin == str(built)
    assert native.CompiledModules().find_spec("tawatur.text.folding", None) is None
    assert native.CompiledModules().find_spec("json", None) is None


def test_no_compiled_module_is_found_once_a_source_has_changed(built: Path) -> None:
    (native.PACKAGE / "text/words.py").write_text("one = 2\n", encoding="utf-8")
    assert native.CompiledModules().find_spec("tawatur.text.words", None) is None


@pytest.mark.parametrize("damage", ["", "{", "[]"])
def test_a_damaged_record_means_interpreted(built: Path, damage: str) -> None:
    (native.BUILT / native.SOURCES).write_text(damage, encoding="utf-8")
    assert native.CompiledModules().find_spec("tawatur.text.words", None) is None

"""Knowledge packs keep the house's form: checked entries, Arabic one phrase a line, ids of their own."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

DATA = Path(__file__).parent.parent / "src" / "tawatur" / "data"
PACKS = sorted(DATA.rglob("*.yml"))
ARABIC = re.compile("[\u0600-\u06ff]")
INLINE_LIST = re.compile(r"[\[{][^\]}]*[\u0600-\u06ff][^\]}]*[\]}]\s*$")
NAMES = [str(path.relative_to(DATA)) for path in PACKS]


def entries_of(document: Any) -> list[dict[str, Any]]:
    found = document.get("entries", []) if isinstance(document, dict) else []
    return [entry for entry in found if isinstance(entry, dict)]


def test_there_are_packs() -> None:
    assert PACKS


@pytest.mark.parametrize("path", PACKS, ids=NAMES)
def test_arabic_stands_one_phrase_a_line(path: Path) -> None:
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        if not ARABIC.search(line) or line.lstrip().startswith("#"):
            continue
        where = f"{path.name}:{number}"
        assert not re.search(r"\s#", line), f"{where}: a trailing comment on an Arabic line"
        assert not INLINE_LIST.search(line), f"{where}: an inline list of Arabic"
        assert "\t" not in line, f"{where}: a tab"


@pytest.mark.parametrize("path", PACKS, ids=NAMES)
def test_ids_are_ascii_and_unique_in_their_file(path: Path) -> None:
    ids = [str(entry["id"]) for entry in entries_of(yaml.safe_load(path.read_text("utf-8"))) if "id" in entry]
    assert not [id for id in ids if not id.isascii()]
    assert len(ids) == len(set(ids)), f"{path.name}: an id stands twice"


@pytest.mark.parametrize("path", PACKS, ids=NAMES)
def test_no_phrase_stands_twice_in_one_entry(path: Path) -> None:
    for entry in entries_of(yaml.safe_load(path.read_text("utf-8"))):
        words = entry.get("words", [])
        twice = {word for word in words if words.count(word) > 1}
        assert not twice, f"{path.name}: {entry.get('id')}: {twice}"


@pytest.mark.parametrize("path", sorted((DATA / "events").glob("*.yml")), ids=lambda p: p.stem)
def test_an_event_type_is_named_as_its_file_and_speaks_no_language(path: Path) -> None:
    text = path.read_text("utf-8")
    assert yaml.safe_load(text)["id"] == path.stem
    assert not ARABIC.search(text)


@pytest.mark.parametrize("path", sorted((DATA / "events").glob("*.yml")), ids=lambda p: p.stem)
def test_arabic_tells_every_event_type(path: Path) -> None:
    assert (DATA / "languages" / "ar" / "events" / path.name).exists()


def test_the_data_folder_holds_no_python() -> None:
    assert not list(DATA.rglob("*.py"))

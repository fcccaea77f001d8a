"""Files, folders, pages and records become articles; what cannot be read becomes one clear line."""

import io
import json
import sys
from datetime import date
from pathlib import Path

import pytest

from tawatur.intake import Defaults, Failure, articles_from
from tawatur.intake.given import MOST_CHARACTERS
from tawatur.model.article import Article

BODY = "قتل جنديان في هجوم على حاجز قرب البلدة."
PAGE = f"""<!DOCTYPE html><html lang="ar"><head><meta charset="windows-1256"><title>هجوم على حاجز</title>
<meta property="article:published_time" content="2020-05-31"></head><body><article><h1>هجوم على حاجز</h1>
<p>{BODY} {BODY} {BODY}</p><p>وأصيب آخرون بجروح ونقلوا إلى المستشفى في المدينة المجاورة.</p>
</article></body></html>"""


def read(path: Path | str, **defaults: object) -> list[Article | Failure]:
    return list(articles_from(str(path), Defaults(**defaults)))  # type: ignore[arg-type]


def only(path: Path | str, **defaults: object) -> Article:
    (found,) = read(path, **defaults)
    assert isinstance(found, Article), found
    return found


def failure(path: Path | str) -> str:
    (found,) = read(path)
    assert isinstance(found, Failure)
    assert "\n" not in str(found)
    return str(found)


def written(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def test_a_plain_text_takes_the_defaults(tmp_path: Path) -> None:
    path = written(tmp_path, "news.txt", BODY)
    found = only(path, outlet="موقع", published=date(2020, 5, 31), url="https://site.example/1")
    assert (found.id, found.body, found.outlet) == ("news", BODY, "موقع")
    assert (found.published, found.url) == (date(2020, 5, 31), "https://site.example/1")


@pytest.mark.parametrize("encoding", ["cp1256", "utf-16", "utf-16-be"])
def test_other_encodings_read_right(tmp_path: Path, encoding: str) -> None:
    assert only(written(tmp_path, "a.txt", BODY.encode(encoding))).body == BODY


@pytest.mark.parametrize("name", ["page.html", "page", "page.HTM"])
def test_a_page_tells_its_title_and_day(tmp_path: Path, name: str) -> None:
    found = only(written(tmp_path, name, PAGE.encode("cp1256")))
    assert BODY in found.body
    assert (found.title, found.published) == ("هجوم على حاجز", date(2020, 5, 31))


def test_a_page_without_text_is_told(tmp_path: Path) -> None:
    assert "no report found" in failure(written(tmp_path, "a.html", "<html><body></body></html>"))


RECORD = {"id": "7", "source": "وكالة", "url": "u", "date": "2020-05-31", "title": "عنوان", "body": BODY}


@pytest.mark.parametrize("name", ["a.json", "a.jsonl", "unnamed"])
def test_a_record_is_an_article(tmp_path: Path, name: str) -> None:
    found = only(written(tmp_path, name, json.dumps(RECORD, ensure_ascii=False)))
    assert (found.id, found.outlet, found.url, found.title) == ("7", "وكالة", "u", "عنوان")
    assert (found.published, found.body) == (date(2020, 5, 31), BODY)


@pytest.mark.parametrize(
    "day", ["2020-05-31", "2020-05-31T22:10:00Z", "2020-05-31 22:10", "2020/5/31", "20200531"]
)
def test_a_records_day_has_many_forms(tmp_path: Path, day: str) -> None:
    path = written(tmp_path, "a.json", json.dumps({**RECORD, "date": day}))
    assert only(path).published == date(2020, 5, 31)


@pytest.mark.parametrize("name", ["a.json", "a.jsonl"])
def test_many_records_keep_their_order_and_a_bad_one_stops_no_other(tmp_path: Path, name: str) -> None:
    records = [{"body": f"{BODY} {n}"} for n in range(5)]
    records[2] = {"text": "no body here"}
    lines = [json.dumps(record, ensure_ascii=False) for record in records]
    content = f"[{','.join(lines)}]" if name == "a.json" else "\n".join(lines)
    found = read(written(tmp_path, name, content))
    assert [type(item) for item in found] == [Article, Article, Failure, Article, Article]
    assert "a:3: no 'body'" in str(found[2])
    assert [a.id for a in found if isinstance(a, Article)] == ["a:1", "a:2", "a:4", "a:5"]


def test_json_lines_are_streamed(tmp_path: Path) -> None:
    path = written(tmp_path, "a.jsonl", json.dumps({"body": BODY}) + "\n{broken")
    stream = articles_from(str(path), Defaults())
    assert isinstance(next(stream), Article)
    assert isinstance(next(stream), Failure)


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("a.txt", "", "empty"),
        ("a.txt", " \n ", "empty"),
        ("a.txt", b"\x7fELF\x02\x01\x01" + b"\x00" * 500, "binary"),
        ("a.json", "{", "not JSON"),
        ("a.json", "7", "wanted a record"),
        ("a.json", "[" * 100_000, "nested too deep"),
        ("a.json", '{"title": "x"}', "no 'body'"),
        ("a.json", '{"body": 7}', "no 'body'"),
        ("a.json", '{"body": ""}', "empty"),
        ("a.json", json.dumps({"body": BODY, "date": "31/5"}), "wanted a day"),
        ("a.json", json.dumps({"body": BODY, "date": "2020-13-45"}), "wanted a day"),
        ("a.txt", "ق" * (MOST_CHARACTERS + 1), "one report may have"),
        ("a.txt", b"a" * 50_000_000, "one report may have"),
    ],
)
def test_bad_input_is_one_clear_line(tmp_path: Path, name: str, content: str | bytes, reason: str) -> None:
    assert reason in failure(written(tmp_path, name, content))


def test_lone_surrogates_of_json_become_valid_text(tmp_path: Path) -> None:
    path = written(tmp_path, "a.json", '{"body": "قصف \\ud83d ثم \\ud83d\\ude00"}')
    assert only(path).body == "قصف \ufffd ثم \U0001f600"


def test_a_missing_path_and_a_folder_without_reports_are_told(tmp_path: Path) -> None:
    assert "cannot be opened" in failure(tmp_path / "absent.txt")
    assert "no reports" in failure(tmp_path)


def test_a_folder_is_walked_in_order_without_hidden_files(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    for name in ("z.txt", "a.txt", "b/c.txt", ".hidden.txt", "notes.pdf"):
        written(tmp_path, name, BODY)
    assert [item.id for item in read(tmp_path) if isinstance(item, Article)] == ["a", "c", "z"]


@pytest.mark.parametrize("content", [BODY, json.dumps({"body": BODY}), json.dumps([{"body": BODY}])])
def test_standard_input_is_known_by_its_beginning(monkeypatch: pytest.MonkeyPatch, content: str) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BufferedReader(io.BytesIO(content.encode()))))
    assert only("-").body == BODY


def test_text_in_square_brackets_is_plain_text(tmp_path: Path) -> None:
    assert only(written(tmp_path, "unnamed", "[عاجل] " + BODY)).body.startswith("[عاجل]")

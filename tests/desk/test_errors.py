"""Whatever can go wrong on the desk is told in the language of the page."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient
from tests.desk.asking import first_event, mark, send
from tests.desk.test_reasons import latin_words

import tawatur
from tawatur.archive.engine import _MENDS
from tawatur.desk.errors import ERRORS
from tawatur.desk.reasons import recognised
from tawatur.desk.setting import MOST_BYTES, Desk
from tawatur.desk.tongue import LANGUAGES, Tongue

SOURCE = Path(tawatur.__file__).parent
RAISED = ("InputError", "ArchiveError", "Failure")
# What these say is said on the terminal, before there is a page.
AT_THE_START = ("tiles.py", "engine.py", "schema.py")
OWN_WORDS = {"body", "JSON", "Lines", "UTF", "Windows", "tawatur", "ingest"}


def modules() -> Iterator[Path]:
    for room in ("archive", "intake", "desk"):
        yield from (path for path in (SOURCE / room).rglob("*.py") if path.name not in AT_THE_START)
    yield SOURCE / "fusion" / "decisions.py"


def sentences() -> Iterator[str]:
    """The sentences with which an error is raised anywhere that the desk can come to, with 7 for what differs."""
    for path in modules():
        tree = ast.parse(path.read_text("utf-8"))
        named = {
            target.id: node.value
            for node in ast.walk(tree)
            if isinstance(node, ast.Assign)
            for target in node.targets
            if isinstance(target, ast.Name)
        }
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in RAISED:
                told = node.args[-1]
                yield from spoken(named.get(told.id, told) if isinstance(told, ast.Name) else told)


def spoken(told: ast.expr) -> Iterator[str]:
    match told:
        case ast.Constant(value=str(text)):
            yield text
        case ast.IfExp():
            yield from (*spoken(told.body), *spoken(told.orelse))
        case ast.JoinedStr():
            yield "".join(_part(one) for one in told.values)


def _part(told: Any) -> str:
    if isinstance(told, ast.Constant):
        return str(told.value)
    return repr("7") if told.conversion == ord("r") else "7"


def keyed(text: str) -> bool:
    return bool(re.fullmatch(r"[a-z_]+\.[a-z_]+", text))


def test_every_error_that_is_raised_has_its_form() -> None:
    found = {text for text in sentences() if not keyed(text)}
    assert len(found) > 25
    assert not [text for text in found if recognised(text, ERRORS) is None]


def test_every_form_is_of_an_error_that_is_raised() -> None:
    raised = {*sentences(), *(f"the archive x {mend}" for _, mend in _MENDS), "the archive x fails: y"}
    assert {known[0] for text in raised if (known := recognised(text, ERRORS))} == ERRORS.keys()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_form_has_words(desk: Desk, language: str) -> None:
    tongue = Tongue(desk.words[language], False)
    for text in sentences():
        said = tongue.error(text)
        assert said != text
        assert "{" not in said


FILES = {
    "empty.txt": b"",
    "blank.txt": b"  \n",
    "binary.txt": bytes(range(32)) * 40,
    "broken.json": b'{"body": ',
    "deep.json": b"[" * 200_000,
    "number.json": b"7",
    "numbers.json": b"[7]",
    "nobody.json": b'{"title": "x"}',
    "day.jsonl": '{"body": "قتل جندي", "date": "غدا"}'.encode(),
    "page.html": b"<html><body></body></html>",
    "long.txt": "قتل ".encode() * 400_000,
}


@pytest.mark.parametrize("name", FILES)
def test_a_file_that_is_no_report_is_told_in_arabic(client: TestClient, name: str) -> None:
    client.get("/events?lang=ar")
    files = {"file": (name, FILES[name], "application/octet-stream")}
    answer = client.post("/paste", data={"mark": mark(client)}, files=files)
    assert answer.status_code == 400
    assert 'role="alert"' in answer.text
    own = OWN_WORDS | {"txt", "json", "jsonl", "html", *name.split(".")}
    assert latin_words(answer.text) - own == set()


DECISIONS = {
    "nobody": {"what": "confirm", "who": ""},
    "unknown": {"what": "فعل"},
    "no other": {"what": "merge"},
    "no telling": {"what": "split"},
    "another's telling": {"what": "split", "other": "0000"},
    "another event": {"what": "merge", "other": "e000000000000"},
    "no decision": {"what": "undo", "value": "77"},
    "no number": {"what": "undo", "value": "س"},
    "no field": {"what": "correct", "field": "س", "value": "1"},
    "no day": {"what": "correct", "field": "date", "value": "أمس"},
    "no count": {"what": "correct", "field": "killed", "value": "كثير"},
    "no point": {"what": "correct", "field": "place", "value": "تدمر", "point": "هناك"},
    "no standing": {"what": "overrule", "value": "مؤكد"},
}


@pytest.mark.parametrize("name", DECISIONS)
def test_a_decision_that_cannot_be_is_told_in_arabic(client: TestClient, name: str) -> None:
    client.get("/events?lang=ar")
    event = first_event(client)
    answer = send(client, f"/events/{event}/decide", **{"who": "سلمى", "why": "راجعتها", **DECISIONS[name]})
    assert answer.status_code in (400, 404)
    assert latin_words(answer.text) == set()


@pytest.mark.parametrize("query", ["since=أمس", "killed=كثير", "box=هنا", "page=س", "until=2020-13-40"])
def test_a_filter_that_cannot_be_is_told_in_arabic(client: TestClient, query: str) -> None:
    answer = client.get(f"/events?lang=ar&{query}")
    assert answer.status_code == 400
    assert latin_words(answer.text) == set()


def test_a_rating_that_cannot_be_is_told_in_arabic(client: TestClient) -> None:
    client.get("/events?lang=ar")
    for fields in ({"grade": "Z"}, {"grade": "B", "who": ""}):
        answer = send(
            client, "/outlets/rate", **{"name": "س", "who": "سلمى", "why": "ع", "kind": "outlet", **fields}
        )
        assert answer.status_code == 400
        assert latin_words(answer.text) <= {"Z", "A", "F"}


def test_what_the_guard_refuses_is_told_in_the_readers_language(client: TestClient) -> None:
    large = {"content-length": str(MOST_BYTES + 1)}
    foreign = {"origin": "https://evil.example"}
    for language, letter in (("ar", "ا"), ("en", "e")):
        client.get(f"/events?lang={language}")
        for headers, status in ((large, 413), (foreign, 403), ({"host": "evil.example"}, 421)):
            answer = client.post("/paste", content=b"x", headers=headers)
            assert answer.status_code == status
            assert letter in answer.text
            assert (latin_words(answer.text) - OWN_WORDS == set()) == (language == "ar")


def test_what_a_person_wrote_does_not_turn_an_arabic_sentence(client: TestClient) -> None:
    told = client.get("/events?lang=ar&since=x").text
    assert "«\u2068x\u2069» ليس يوماً" in told
    assert "\u20662020-05-31\u2069" in told
    assert re.search(r"<p>«", told), "the sentence has the direction of the page"

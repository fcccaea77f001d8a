"""The user's own tiles: which are taken, who is asked for them, and what the map makes of them."""

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from starlette.testclient import TestClient
from tests.desk.asking import PAGES
from tests.desk.serving import free_port, served
from tests.desk.test_browser import WEB, what_is_missing
from tests.desk.tile_files import picture_file, vector_file

from tawatur.archive import Archive
from tawatur.desk.app import make_app
from tawatur.desk.serving import make_desk
from tawatur.desk.tiles import OWN, tiles_from
from tawatur.lexicon import Knowledge
from tawatur.model.errors import InputError

BASE = "http://127.0.0.1:8765"
ELSEWHERE = "https://tiles.example:8443/world/map.pmtiles?key=1"
WRONG = {
    "page.pmtiles": (b"<html>" * 50, "no PMTiles archive"),
    "empty.pmtiles": (b"", "no PMTiles archive"),
    "old.pmtiles": (b"PMTiles\x02" + vector_file()[8:], "version 2"),
    "short.pmtiles": (vector_file()[:-1], "ends before its tiles"),
    "zstd.pmtiles": (vector_file()[:98] + b"\x04" + vector_file()[99:], "compression"),
    "kind.pmtiles": (vector_file()[:99] + b"\x09" + vector_file()[100:], "unknown kind"),
}


@pytest.fixture
def tiles(tmp_path: Path) -> Path:
    where = tmp_path / "map of mine.pmtiles"
    where.write_bytes(vector_file())
    (tmp_path / "secret.txt").write_text("root:")
    return where


def asked_with(archive: Archive, knowledge: Knowledge, tiles: str) -> TestClient:
    """A desk with these tiles, to be asked without a network."""
    desk = make_desk(archive, knowledge, "tests", tiles=tiles)
    return TestClient(make_app(desk), base_url=BASE, follow_redirects=False, raise_server_exceptions=False)


@pytest.mark.parametrize("name", WRONG)
def test_a_file_that_is_no_archive_of_tiles_is_told(tmp_path: Path, name: str) -> None:
    body, told = WRONG[name]
    (tmp_path / name).write_bytes(body)
    with pytest.raises(InputError, match=told):
        tiles_from(str(tmp_path / name))


@pytest.mark.parametrize(
    "told",
    [
        "nowhere.pmtiles",
        "/",
        "http://",
        "https:///map.pmtiles",
        "ftp://tiles.example/map.pmtiles",
        "file:///etc/passwd",
        "https://me:secret@tiles.example/map.pmtiles",
        "https://tiles.example:port/map.pmtiles",
        "https://tiles.example;script-src */map.pmtiles",
        "https://*/map.pmtiles",
        "https://tiles.example 'unsafe-inline'/map.pmtiles",
    ],
)
def test_what_can_be_no_tiles_is_told_in_one_line(told: str) -> None:
    with pytest.raises(InputError) as error:
        tiles_from(told)
    assert "\n" not in str(error.value)
    assert "secret" not in str(error.value)


@pytest.mark.parametrize("how", ["option", "setting"])
def test_the_command_line_ends_with_one_line_and_code_2(tmp_path: Path, how: str) -> None:
    command = [sys.executable, "-m", "tawatur.cli", "desk", "--archive", str(tmp_path / "a.sqlite")]
    told = ["--tiles", "http:///x"] if how == "option" else []
    env = {"TAWATUR_TILES": "http:///x"} if how == "setting" else {}
    run = subprocess.run(
        [*command, *told], capture_output=True, text=True, env={**_here(), **env}, check=False
    )
    assert run.returncode == 2
    assert run.stderr.startswith("tawatur: tiles 'http:///x'")
    assert run.stderr.count("\n") == 1


def _here() -> dict[str, str]:
    return {"PYTHONPATH": ":".join(sys.path), "HOME": str(Path.home()), "PATH": "/usr/bin"}


def test_a_file_is_served_in_parts(archive: Archive, knowledge: Knowledge, tiles: Path) -> None:
    client = asked_with(archive, knowledge, str(tiles))
    part = client.get(OWN, headers={"range": "bytes=0-6"})
    assert (part.status_code, part.content) == (206, b"PMTiles")
    assert part.headers["content-range"] == f"bytes 0-6/{len(vector_file())}"
    assert client.get(OWN, headers={"range": f"bytes={10**9}-"}).status_code == 416
    assert client.get(OWN, headers={"range": "lines=1-2"}).status_code == 400


@pytest.mark.parametrize(
    "path",
    [
        f"{OWN}/../secret.txt",
        f"{OWN}/%2e%2e/secret.txt",
        f"{OWN}/..%2fsecret.txt",
        f"{OWN}%00.txt",
        "/map/secret.txt",
        "/map/map%20of%20mine.pmtiles",
        "/static/map%20of%20mine.pmtiles",
    ],
)
def test_no_other_file_is_served(archive: Archive, knowledge: Knowledge, tiles: Path, path: str) -> None:
    answer = asked_with(archive, knowledge, str(tiles)).get(path)
    assert answer.status_code == 404
    assert "root:" not in answer.text


def test_tiles_are_refused_to_other_names_and_to_forms(
    archive: Archive, knowledge: Knowledge, tiles: Path
) -> None:
    client = asked_with(archive, knowledge, str(tiles))
    assert client.get(OWN, headers={"host": "evil.example"}).status_code == 421
    assert client.post(OWN).status_code == 405


def test_tiles_behind_a_token_need_it(archive: Archive, knowledge: Knowledge, tiles: Path) -> None:
    desk = make_desk(archive, knowledge, "t", host="0.0.0.0", known_as="desk.example", tiles=str(tiles))
    client = TestClient(make_app(desk), base_url="http://desk.example:8765", follow_redirects=False)
    assert client.get(OWN).status_code == 403


def test_a_file_that_was_taken_away_is_missing(archive: Archive, knowledge: Knowledge, tiles: Path) -> None:
    client = asked_with(archive, knowledge, str(tiles))
    tiles.unlink()
    assert client.get(OWN).status_code == 404


@pytest.mark.parametrize("page", PAGES)
def test_with_a_file_no_page_may_ask_another_host(
    archive: Archive, knowledge: Knowledge, tiles: Path, page: str
) -> None:
    answer = asked_with(archive, knowledge, str(tiles)).get(page)
    assert "connect-src 'self';" in answer.headers["content-security-policy"]
    assert str(tiles.parent) not in answer.text


def test_without_tiles_nothing_is_served_in_their_place(client: TestClient) -> None:
    assert client.get(OWN).status_code == 404
    assert "data-tiles" not in client.get("/events").text


@pytest.mark.parametrize("page", PAGES)
def test_an_address_opens_the_rules_for_that_host_alone(
    archive: Archive, knowledge: Knowledge, page: str
) -> None:
    client = asked_with(archive, knowledge, ELSEWHERE)
    policy = client.get(page).headers["content-security-policy"]
    assert "connect-src 'self' https://tiles.example:8443;" in policy
    assert policy.count("http") == 1
    assert "script-src 'self';" in policy
    assert client.get(OWN).status_code == 404


def test_a_page_says_that_it_asks_another_host(archive: Archive, knowledge: Knowledge) -> None:
    desk = make_desk(archive, knowledge, "tests", tiles=ELSEWHERE)
    if not desk.has_map:
        pytest.skip("the desk's assets are not built: make assets")
    page = TestClient(make_app(desk), base_url=BASE).get("/events?lang=en").text
    assert "asks another host for its tiles: <bdi>https://tiles.example:8443</bdi>" in page


class Part(BaseHTTPRequestHandler):
    """Another host: it gives the parts of one file to whoever asks, and notes who asked."""

    def __init__(self, body: bytes, asked: list[dict[str, str]], *given: Any) -> None:
        self.body, self.asked = body, asked
        super().__init__(*given)

    def do_GET(self) -> None:
        self.asked.append({name.lower(): value for name, value in self.headers.items()})
        first, _, last = self.headers.get("range", "bytes=0-").partition("=")[2].partition("-")
        part = self.body[int(first) : int(last) + 1 if last else None]
        self.send_response(206)
        self.send_header("access-control-allow-origin", "*")
        self.send_header("content-length", str(len(part)))
        self.end_headers()
        self.wfile.write(part)

    def do_OPTIONS(self) -> None:
        self.send_response(204)
        self.send_header("access-control-allow-origin", "*")
        self.send_header("access-control-allow-headers", "range")
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Nothing is printed."""


@contextmanager
def another_host(body: bytes, asked: list[dict[str, str]]) -> Iterator[str]:
    """The address of a file at another host, which ends with the block."""
    server = ThreadingHTTPServer(("127.0.0.1", free_port()), partial(Part, body, asked))
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/map.pmtiles"
    server.shutdown()
    server.server_close()


def shown(archive: Path, tiles: str, language: str, theme: str = "light") -> dict[str, Any]:
    """What a browser makes of the map with these tiles."""
    if missing := what_is_missing():
        pytest.skip(missing)
    with served(archive, "--tiles", tiles) as base:
        run = subprocess.run(
            ["node", "tiles.mjs", base, language, theme],
            cwd=WEB,
            capture_output=True,
            text=True,
            timeout=240,
            check=False,
        )
    assert run.returncode == 0, run.stderr[-3000:]
    found: dict[str, Any] = json.loads(run.stdout)
    return found


def test_vector_tiles_lie_under_our_names(filled: Path, tiles: Path) -> None:
    found = shown(filled, str(tiles), "ar")
    assert found["layers"] == ["boundaries", "earth", "roads", "water"]
    assert found["own"][:3] == ["sea", "land", "coast"]
    assert found["own"][-2:] == ["reach", "reach-edge"]
    assert {"دمشق", "بلدة المثال"} <= set(found["names"])
    assert found["credit"] == "© OpenStreetMap & others"
    assert found["links"] == ["https://www.openstreetmap.org/copyright"]
    assert found["elements"] == ["bdi", "a"]
    assert found["complaints"] == []


def test_pictures_are_tiles_too(filled: Path, tmp_path: Path) -> None:
    where = tmp_path / "pictures.pmtiles"
    where.write_bytes(picture_file())
    found = shown(filled, str(where), "en", "dark")
    assert "tiles-picture" in found["own"]
    assert found["loaded"]
    assert found["credit"] == "Pictures by nobody"
    assert found["complaints"] == []


def test_tiles_of_another_host_are_asked_of_it_alone(filled: Path) -> None:
    asked: list[dict[str, str]] = []
    with another_host(vector_file(), asked) as address:
        found = shown(filled, address, "en")
    host = address.removesuffix("/map.pmtiles")
    assert found["layers"] == ["boundaries", "earth", "roads", "water"]
    assert found["credit"].endswith(f"asks another host for its tiles: {host}")
    assert set(found["complaints"]) == {f"request to {host.removeprefix('http://')}"}
    assert asked
    assert not [one for one in asked if "cookie" in one or "referer" in one]


def test_where_tiles_cannot_be_read_the_plain_map_stays(filled: Path) -> None:
    with another_host(b"<html>" * 5000, []) as address:
        found = shown(filled, address, "en")
    assert found["credit"].startswith("The tiles could not be read")
    assert found["own"] == ["sea", "land", "coast", "reach", "reach-edge"]
    assert "Damascus" in found["names"]

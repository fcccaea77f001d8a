"""Who is answered, what a page may do, and what becomes of texts that mean harm."""

import re
from html import unescape
from html.parser import HTMLParser

import pytest
from starlette.routing import Route
from starlette.testclient import TestClient
from tests.desk.asking import PAGES, first_event, mark, send
from tests.desk.hostile import HOSTILE, SCRIPT

from tawatur.archive import Archive
from tawatur.desk.app import TABLE, make_app
from tawatur.desk.serving import address_of, make_desk
from tawatur.desk.setting import MOST_BYTES, Desk
from tawatur.lexicon import Knowledge

POSTS = [route.path for route in TABLE if isinstance(route, Route) and "POST" in (route.methods or ())]
BASE = "http://127.0.0.1:8765"


@pytest.mark.parametrize(
    "host", ["evil.example", "127.0.0.1", "127.0.0.1:9999", "localhost.evil.example:8765", ""]
)
def test_other_names_than_its_own_are_not_answered(client: TestClient, host: str) -> None:
    assert client.get("/events", headers={"host": host}).status_code == 421


@pytest.mark.parametrize("host", ["127.0.0.1:8765", "localhost:8765", "[::1]:8765", "LOCALHOST:8765"])
def test_its_own_names_are_answered(client: TestClient, host: str) -> None:
    assert client.get("/events", headers={"host": host}).status_code == 200


@pytest.mark.parametrize("path", POSTS)
@pytest.mark.parametrize("origin", ["https://evil.example", "null", "http://127.0.0.1:9999"])
def test_forms_of_other_origins_are_refused(client: TestClient, path: str, origin: str) -> None:
    answer = client.post(path.replace("{id}", "e1"), data={"mark": mark(client)}, headers={"origin": origin})
    assert answer.status_code == 403


@pytest.mark.parametrize("path", POSTS)
def test_requests_that_browsers_call_cross_site_are_refused(client: TestClient, path: str) -> None:
    headers = {"sec-fetch-site": "cross-site"}
    assert client.post(path.replace("{id}", "e1"), headers=headers).status_code == 403


@pytest.mark.parametrize("path", POSTS)
def test_a_form_without_its_mark_changes_nothing(client: TestClient, archive: Archive, path: str) -> None:
    event = first_event(client)
    before = archive.size()
    fields = {"what": "reject", "who": "x", "why": "y", "text": "قتل جندي", "name": "n", "grade": "A"}
    for forged in ({}, {"mark": "0" * 64}, {"mark": ""}):
        answer = client.post(path.replace("{id}", event), data={**fields, **forged})
        assert answer.status_code == 400
    assert archive.size() == before


def test_the_mark_of_one_visitor_does_not_serve_another(client: TestClient, desk: Desk) -> None:
    stolen = mark(client)
    other = TestClient(make_app(desk), base_url=BASE, raise_server_exceptions=False)
    assert other.post("/paste", data={"mark": stolen, "text": "قتل جندي"}).status_code == 400


@pytest.mark.parametrize("page", [*PAGES, "/nothing-here", "/static/desk.css", "/events.json"])
def test_every_answer_carries_its_rules(client: TestClient, page: str) -> None:
    headers = client.get(page).headers
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert "http" not in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["x-frame-options"] == "DENY"


def test_cookies_stay_with_the_desk(client: TestClient) -> None:
    for cookie in client.get("/events?lang=en").headers.get_list("set-cookie"):
        assert "HttpOnly" in cookie
        assert "samesite=strict" in cookie.lower()


def all_pages(client: TestClient) -> list[str]:
    events = [event["id"] for event in client.get("/events.json").json()]
    keys = set(re.findall(r'href="/articles/([0-9a-f]{64})"', client.get("/articles").text))
    own = [f"/articles/{key}" for key in keys]
    return [*PAGES, *own, *(f"/events/{id}" for id in events), *(f"/review/{id}" for id in events)]


class InlineCode(HTMLParser):
    """Collects what a strict policy would refuse: handlers, styles, scripts with a body, strange addresses."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if (
                name.startswith("on")
                or name == "style"
                or (value or "").strip().lower().startswith("javascript:")
            ):
                self.found.append(f"{tag} {name}={value}")
        if tag == "script" and not dict(attrs).get("src"):
            self.found.append("script without src")


def inline_code(page: str) -> list[str]:
    parser = InlineCode()
    parser.feed(page)
    return parser.found


def test_the_finder_of_inline_code_finds_it() -> None:
    assert (
        inline_code('<img src="x" onerror="y"><p style="z"><script>1</script><a href="javascript:1">') != []
    )
    assert inline_code('<p title="<img onerror=1>">text</p><script src="/a.js"></script>') == []


def test_texts_that_mean_harm_are_shown_as_text(client: TestClient) -> None:
    pages = all_pages(client)
    assert len(pages) > 40
    for page in pages:
        answer = client.get(page)
        assert answer.status_code == 200, page
        assert "<script>alert" not in answer.text, page
        assert "<img src=x" not in answer.text, page
        assert "<i>0</i>" not in answer.text, page
        assert not inline_code(answer.text), page


def test_what_is_asked_for_is_shown_as_text(client: TestClient) -> None:
    for page in ("/events", "/articles", "/brief", "/pictures", "/review"):
        for name in ("text", "place", "outlet", "type", "party", "standing", "country", "since", "box"):
            assert "<script>alert" not in client.get(page, params={name: SCRIPT}).text


def test_the_whole_text_of_a_hostile_report_is_on_its_page(client: TestClient) -> None:
    for key in set(re.findall(r'href="/articles/([0-9a-f]{64})"', client.get("/articles").text)):
        body = client.get(f"/articles/{key}.json").json()["article"]["body"]
        shown = client.get(f"/articles/{key}").text
        report = shown[shown.index("data-report") : shown.index("</article>")].partition(">")[2]
        letters = re.sub(r"\s", "", unescape(re.sub(r"<[^>]+>", "", report)))
        assert letters == re.sub(r"\s", "", body)


@pytest.mark.parametrize(
    "path",
    [
        "/static/../app.py",
        "/static/%2e%2e/app.py",
        "/static/..%2fapp.py",
        "/static/....//app.py",
        "/static//etc/passwd",
        "/articles/..%2f..%2fetc%2fpasswd",
        "/events/../../etc/passwd",
        "/static/built/..%5c..%5capp.py",
    ],
)
def test_no_path_leads_out(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code in (404, 400)
    assert "import " not in answer.text
    assert "root:" not in answer.text


def test_an_upload_that_is_too_large_is_refused_with_a_clear_line(client: TestClient) -> None:
    answer = client.post("/paste", content=b"x", headers={"content-length": str(MOST_BYTES + 1)})
    assert answer.status_code == 413
    assert "8,000,000" in answer.text


def test_an_upload_that_hides_its_size_is_refused_too(client: TestClient) -> None:
    def endless() -> object:
        for _ in range(MOST_BYTES // 100_000 + 2):
            yield b"x" * 100_000

    headers = {"content-type": "application/x-www-form-urlencoded"}
    answer = client.post("/paste", content=endless(), headers=headers)  # type: ignore[arg-type]
    assert answer.status_code == 413


def test_a_text_that_is_too_long_is_refused(client: TestClient) -> None:
    answer = send(client, "/paste", text="قتل " * 400_000)
    assert answer.status_code == 400
    assert "1,000,000" in answer.text


@pytest.mark.parametrize(
    "name", ["../../etc/passwd", "..\\..\\x.html", "a/b/c.jsonl", "\u202etxt.exe", "x" * 5000]
)
def test_the_name_of_an_upload_is_only_a_name(client: TestClient, name: str) -> None:
    files = {"file": (name, "قتل جنديان في تدمر أمس".encode(), "text/plain")}
    answer = client.post("/paste", data={"mark": mark(client), "published": "2020-05-31"}, files=files)
    assert answer.status_code in (200, 400)
    assert "Traceback" not in answer.text


@pytest.mark.parametrize(
    "address", ["https://evil.example", "//evil.example", "/\\evil.example", "javascript:alert(1)"]
)
def test_a_decision_leads_back_into_the_desk_only(client: TestClient, address: str) -> None:
    event = first_event(client)
    answer = send(client, f"/events/{event}/decide", what="note", who="a", why="b", next=address)
    assert answer.status_code == 303
    assert answer.headers["location"] == f"/events/{event}"


def test_elsewhere_than_loopback_it_demands_a_token(archive: Archive, knowledge: Knowledge) -> None:
    desk = make_desk(archive, knowledge, "t", host="0.0.0.0", known_as="desk.example")
    client = TestClient(make_app(desk), base_url="http://desk.example:8765", follow_redirects=False)
    assert len(desk.token) >= 30
    assert desk.token in address_of(desk, "desk.example", 8765)
    assert client.get("/events").status_code == 403
    assert client.get("/static/desk.css").status_code == 403
    assert client.get("/events?token=wrong").status_code == 403
    let_in = client.get(f"/events?token={desk.token}&lang=en")
    assert let_in.status_code == 303
    assert let_in.headers["location"] == "/events?lang=en"
    assert client.get("/events").status_code == 200


def test_on_loopback_there_is_no_token(desk: Desk) -> None:
    assert desk.token == ""
    assert address_of(desk, "127.0.0.1", 8765) == "http://127.0.0.1:8765/"


def test_hostile_reports_are_in_the_archive(archive: Archive) -> None:
    bodies = {article.body for article in archive.articles()}
    assert {article.body for article in HOSTILE} <= bodies

"""Asking a desk as its own pages do: with their mark."""

import re

from httpx2 import Response
from starlette.testclient import TestClient

PAGES = [
    "/events",
    "/articles",
    "/review",
    "/paste",
    "/outlets",
    "/outlets?kind=speaker",
    "/pictures",
    "/brief",
]
MARK = re.compile(r'name="mark" value="([0-9a-f]{64})"')


def mark(client: TestClient, page: str = "/paste") -> str:
    """The mark of the forms of a page."""
    found = MARK.search(client.get(page).text)
    assert found, f"no form with a mark on {page}"
    return found.group(1)


def send(client: TestClient, address: str, **fields: str) -> Response:
    """A form sent from the desk's own page."""
    answer: Response = client.post(address, data={"mark": mark(client), **fields})
    return answer


def first_event(client: TestClient, query: str = "") -> str:
    """The id of the first event that the query gives."""
    id: str = client.get(f"/events.json{query}").json()[0]["id"]
    return id

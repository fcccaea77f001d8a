"""A slow page holds up no other."""

from threading import Event

import anyio
import pytest
from httpx2 import ASGITransport, AsyncClient
from starlette.testclient import TestClient

from tawatur.desk.app import make_app
from tawatur.desk.counting import Counted
from tawatur.desk.setting import Desk
from tawatur.desk.views import outlets

PATIENCE = 30
BASE = "http://127.0.0.1:8765"


def asking(desk: Desk) -> AsyncClient:
    return AsyncClient(transport=ASGITransport(make_app(desk)), base_url=BASE)


def test_a_slow_page_holds_up_no_other(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    begun, answered, waited = Event(), Event(), list[bool]()

    def slowly(desk: Desk) -> list[object]:
        begun.set()
        waited.append(answered.wait(PATIENCE))
        return []

    async def both() -> None:
        async with asking(desk) as client, anyio.create_task_group() as group:
            group.start_soon(client.get, "/outlets")
            with anyio.fail_after(PATIENCE):
                while not begun.is_set():
                    await anyio.sleep(0.01)
            assert (await client.get("/events")).status_code == 200
            answered.set()

    monkeypatch.setattr(outlets, "listed_records", slowly)
    anyio.run(both)
    assert waited == [True]


def test_many_pages_at_once_say_what_each_says_alone(desk: Desk) -> None:
    pages = ["/events.csv", "/outlets.json", "/pictures.json", "/events.json?type=ied", "/map/cells.json"] * 4
    alone = TestClient(make_app(desk), base_url=BASE)
    expected = {page: alone.get(page).content for page in pages}
    desk.counted = Counted()
    found: list[tuple[str, bytes]] = []

    async def ask(client: AsyncClient, page: str) -> None:
        found.append((page, (await client.get(page)).content))

    async def all_at_once() -> None:
        async with asking(desk) as client, anyio.create_task_group() as group:
            for page in pages:
                group.start_soon(ask, client, page)

    anyio.run(all_at_once)
    assert len(found) == len(pages)
    assert all(content == expected[page] for page, content in found)

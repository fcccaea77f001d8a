"""Reports: search, the reader with every value in the text, and picking a value by its words."""

from typing import Any

import msgspec
from sqlalchemy import Connection, select
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from ...archive.articles import article_from
from ...archive.filters import Filter
from ...archive.tables import articles as article_table
from ...fusion.event import Event
from ...model.article import Article
from ...model.reading import Reading
from ..highlights import KINDS, blocks_of, values_of
from ..page import desk_of, page, tongue_of
from ..picking import picked
from ..setting import Desk

MOST = 60
AROUND = 70
Found = tuple[str, Article, tuple[tuple[str, bool], ...]]


def found(request: Request) -> Response:
    """Reports that hold the words asked for, or the newest ones."""
    text = request.query_params.get("text", "").strip()[:200]
    desk = desk_of(request)
    listed = _searched(desk, text) if text else desk.archive.ask(_newest)
    return page(request, "articles.html", text=text, found=listed, size=desk.archive.size())


def _searched(desk: Desk, text: str) -> list[Found]:
    return [
        (one.key, one.article, snippet(one.article.body, one.spans))
        for one in desk.archive.search(text, MOST)
    ]


def _newest(connection: Connection) -> list[Found]:
    query = select(article_table).order_by(article_table.c.published.desc().nulls_last()).limit(MOST)
    rows = connection.execute(query).mappings()
    return [(row["key"], one := article_from(row), snippet(one.body, ())) for row in rows]


def snippet(body: str, spans: tuple[tuple[int, int], ...]) -> tuple[tuple[str, bool], ...]:
    """The words around the first find, each piece marked or not."""
    start = max(0, spans[0][0] - AROUND) if spans else 0
    end = min(len(body), start + 4 * AROUND)
    pieces, at = [], start
    for first, last in spans:
        if at <= first and last <= end:
            pieces += [(body[at:first], False), (body[first:last], True)]
            at = last
    return tuple(piece for piece in [*pieces, (body[at:end], False)] if piece[0])


def reader(request: Request) -> Response:
    """One report with its values."""
    desk, key = desk_of(request), request.path_params["key"]
    reading = reading_of(desk, key)
    return page(request, "reader.html", key=key, **read_context(request, reading), events=_told(desk, key))


def read_context(request: Request, reading: Reading) -> dict[str, Any]:
    """What a report with its values needs of its template."""
    values = values_of(reading, tongue_of(request))
    return {
        "reading": reading,
        "article": reading.article,
        "values": values,
        "by_id": {one.id: one for one in values},
        "blocks": blocks_of(reading, values),
        "kinds": [kind for kind in KINDS if any(one.kind == kind for one in values)],
    }


def reading_of(desk: Desk, key: str) -> Reading:
    """The newest reading of a report; 404 where there is none."""
    reading = desk.archive.reading(key) if key.isalnum() else None
    if reading is None:
        raise HTTPException(404)
    return reading


def _told(desk: Desk, key: str) -> list[Event]:
    return list(desk.archive.events(Filter(article=key, rejected=True), 40))


def data(request: Request) -> Response:
    """The values of one report, by code points of its text."""
    reading = reading_of(desk_of(request), request.path_params["key"])
    values = values_of(reading, tongue_of(request))
    body = {"article": msgspec.to_builtins(reading.article), "values": msgspec.to_builtins(values)}
    return JSONResponse(body)


def pick(request: Request) -> Response:
    """What some words of the report give for a field of an event."""
    query = request.query_params
    start, end = (
        int(told) if told.isdigit() else 0 for told in (query.get("start", ""), query.get("end", ""))
    )
    reading = reading_of(desk_of(request), request.path_params["key"])
    found = picked(reading, start, end, query.get("field", ""))
    if query.get("field") in ("by", "against"):
        found["value"] = tongue_of(request).parties(tuple(filter(None, found["value"].split(","))))
    return JSONResponse(found)

"""Events: map, course of time, facets and table of what the address asks for; the same as data."""

import csv
import io
from collections.abc import Iterator
from typing import Any

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from ...archive import Archive
from ...archive.filters import Filter
from ...exchange import EventFormat, event_format
from ...exchange.terms import Terms, terms_of
from ...fusion.event import Event
from .. import counting, timeline
from ..counting import Counts
from ..page import desk_of, page, tongue_of
from ..setting import Desk
from ..svgmap import View, picture
from ..wanted import PAGE, Wanted

FACETS = ("standing", "type", "party", "country", "outlet", "place")
FORMS = {
    "json": ("tawatur.exchange.events_jsonl", "application/json"),
    "csv": ("tawatur.exchange.events_csv", "text/csv; charset=utf-8"),
    "geojson": ("tawatur.exchange.geojson", "application/geo+json"),
}
PORTION = 2000
FEW = 1500


async def table(request: Request) -> Response:
    """The events that the address asks for."""
    desk, wanted = desk_of(request), Wanted(request.query_params)
    total = ask(desk, "total", wanted.filter)
    listed = list(desk.archive.events(wanted.filter, PAGE, wanted.offset))
    return page(
        request,
        "events.html",
        wanted=wanted,
        events=listed,
        total=total,
        last=max(1, -(-total[0] // PAGE)),
        facets=facets_of(desk, wanted.filter),
        map=map_of(desk, wanted.filter, tongue_of(request).language),
        course=course_of(desk, wanted.filter),
        lanes=timeline.lanes(listed),
    )


async def data(request: Request) -> Response:
    """The same events as data: every one of them, not only this page."""
    form = request.path_params["form"]
    desk, wanted = desk_of(request), Wanted(request.query_params)
    return as_data(desk, form, wanted.filter)


def as_data(desk: Desk, form: str, wanted: Filter) -> Response:
    """Events streamed in one of the formats."""
    if form not in FORMS:
        raise HTTPException(404)
    module, media = FORMS[form]
    found = all_events(desk.archive, wanted)
    terms = terms_of(desk.knowledge)
    pieces = _list(found) if form == "json" else event_format(module).written(found, terms)
    return StreamingResponse(pieces, media_type=media)


def _list(found: Iterator[Event]) -> Iterator[bytes]:
    """The events as one JSON array, a line each."""
    form: EventFormat = event_format(FORMS["json"][0])
    between = b"["
    for line in form.written(found, Terms()):
        yield between + line.rstrip()
        between = b",\n"
    yield b"[]\n" if between == b"[" else b"]\n"


def all_events(archive: Archive, wanted: Filter) -> Iterator[Event]:
    """Every event wanted, taken from the archive in portions."""
    offset = 0
    while portion := list(archive.events(wanted, PORTION, offset)):
        yield from portion
        offset += PORTION
        if len(portion) < PORTION:
            return


def ask(desk: Desk, name: str, wanted: Filter, *more: object) -> Any:
    """One of the questions of ``counting``, remembered."""
    question = getattr(counting, name)
    return desk.counted.ask(
        desk.archive, (name, wanted, *more), lambda connection: question(connection, wanted, *more)
    )


def facets_of(desk: Desk, wanted: Filter) -> dict[str, Counts]:
    """The values of every facet among the events wanted, with those chosen always shown."""
    found: dict[str, Counts] = dict(ask(desk, "column_facets", wanted))
    found |= {name: ask(desk, "facet", wanted, name) for name in counting.KEYS}
    return {name: found[name][: counting.MOST] for name in FACETS}


def map_of(desk: Desk, wanted: Filter, language: str) -> object:
    """The server's own picture of where the events are."""
    box = wanted.box or ask(desk, "extent", wanted)
    view = View(box)
    cells = ask(desk, "cells", wanted, view.step)
    return picture(view, cells, desk.outline, desk.labels, language)


def course_of(desk: Desk, wanted: Filter) -> tuple[timeline.Bar, ...]:
    """The events over time."""
    first, last = ask(desk, "period", wanted)
    fine = timeline.fineness(str(first), str(last))
    steps = ask(desk, "course", wanted, timeline.LETTERS[fine])
    return timeline.bars(steps, fine)


def as_csv(columns: tuple[str, ...], rows: list[dict[str, object]]) -> Response:
    """Rows as csv, for the views that are no events."""
    text = io.StringIO()
    writer = csv.DictWriter(text, columns, extrasaction="ignore")
    writer.writeheader()
    writer.writerows(rows)
    return Response(text.getvalue(), media_type="text/csv; charset=utf-8")

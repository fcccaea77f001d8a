"""Events: map, course of time, facets and table of what the address asks for; the same as data."""

import csv
import io
from collections.abc import Iterable, Iterator

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from ...archive.filters import Filter
from ...exchange import EventFormat, event_format
from ...exchange.terms import Terms, terms_of
from ...fusion.event import Event
from .. import timeline
from ..cells import cells, extent
from ..choices import choices
from ..divisions import named
from ..page import desk_of, page, tongue_of
from ..setting import Desk
from ..survey import MOST, Counts, Survey, survey
from ..svgmap import View, picture
from ..wanted import PAGE, Wanted

FACETS = ("standing", "type", "party", "country", "outlet", "place")
FORMS = {
    "json": ("tawatur.exchange.events_jsonl", "application/json"),
    "csv": ("tawatur.exchange.events_csv", "text/csv; charset=utf-8"),
    "geojson": ("tawatur.exchange.geojson", "application/geo+json"),
}
BLOCK = 1 << 16


def table(request: Request) -> Response:
    """The events that the address asks for."""
    desk, wanted = desk_of(request), Wanted(request.query_params)
    found = surveyed(desk, wanted.filter)
    listed = list(desk.archive.events(wanted.filter, PAGE, wanted.offset))
    gazetteer, tongue = desk.knowledge.gazetteer, tongue_of(request)
    return page(
        request,
        "events.html",
        choices=choices(found, wanted, tongue, gazetteer),
        division_name=lambda told: named(gazetteer, told).name(tongue.language),
        wanted=wanted,
        events=listed,
        sums=found.sums,
        last=max(1, -(-found.sums.events // PAGE)),
        facets=facets_of(found),
        map=map_of(desk, wanted.filter, found, tongue.language),
        course=timeline.bars(found.course, found.fine),
        lanes=timeline.lanes(listed),
    )


def data(request: Request) -> Response:
    """The same events as data: every one of them, not only this page."""
    form = request.path_params["form"]
    desk, wanted = desk_of(request), Wanted(request.query_params)
    return as_data(desk, form, wanted.filter)


def as_data(desk: Desk, form: str, wanted: Filter) -> StreamingResponse:
    """Events streamed in one of the formats."""
    if form not in FORMS:
        raise HTTPException(404)
    module, media = FORMS[form]
    found = desk.archive.events(wanted)
    terms = terms_of(desk.knowledge)
    pieces = _list(found) if form == "json" else event_format(module).written(found, terms)
    return StreamingResponse(_in_blocks(pieces), media_type=media)


def _in_blocks(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """The same bytes in larger pieces: each one costs the server a turn."""
    waiting, size = list[bytes](), 0
    for piece in pieces:
        waiting.append(piece)
        size += len(piece)
        if size >= BLOCK:
            yield b"".join(waiting)
            waiting, size = [], 0
    yield b"".join(waiting)


def _list(found: Iterator[Event]) -> Iterator[bytes]:
    """The events as one JSON array, a line each."""
    form: EventFormat = event_format(FORMS["json"][0])
    between = b"["
    for line in form.written(found, Terms()):
        yield between + line.rstrip()
        between = b",\n"
    yield b"[]\n" if between == b"[" else b"]\n"


def surveyed(desk: Desk, wanted: Filter) -> Survey:
    """All that is counted of the events wanted; remembered."""
    return desk.counted.ask(
        desk.archive, ("survey", wanted), lambda connection: survey(connection, wanted, desk.names)
    )


def facets_of(found: Survey) -> dict[str, Counts]:
    """The most frequent values of every facet."""
    return {name: found.facets[name][:MOST] for name in FACETS}


def map_of(desk: Desk, wanted: Filter, found: Survey, language: str) -> object:
    """The server's own picture of where the events are."""
    view = View(wanted.box or extent(found.spots))
    return picture(view, cells(found.spots, view.step), desk.outline, desk.labels, language)


def as_csv(columns: tuple[str, ...], rows: list[dict[str, object]]) -> Response:
    """Rows as csv, for the views that are no events."""
    text = io.StringIO()
    writer = csv.DictWriter(text, columns, extrasaction="ignore")
    writer.writeheader()
    writer.writerows(rows)
    return Response(text.getvalue(), media_type="text/csv; charset=utf-8")

"""Pictures: events and tolls over time, by type, standing, country and division, as small multiples."""

from collections.abc import Mapping

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from ...archive.filters import Filter
from .. import timeline
from ..divisions import divisions
from ..page import desk_of, page, tongue_of
from ..setting import Desk
from ..survey import COLUMNS, Step, courses_at
from ..wanted import Wanted
from .events import as_csv, surveyed

MOST = 12


async def shown(request: Request) -> Response:
    """The pictures of the events that the address asks for."""
    desk, wanted = desk_of(request), Wanted(request.query_params, "/pictures")
    found = surveyed(desk, wanted.filter)
    steps = found.course()
    gazetteer, language = desk.knowledge.gazetteer, tongue_of(request).language
    names = {one.id: one.name(language) for one in divisions(gazetteer, found.facet("place"), ())}
    courses = {name: found.courses(name) for name in COLUMNS}
    courses["division"] = courses_inside(desk, wanted.filter, found.fine, frozenset(names))
    return page(
        request,
        "pictures.html",
        wanted=wanted,
        sums=found.sums,
        fine=found.fine,
        told=timeline.bars(steps, found.fine),
        killed=timeline.bars(steps, found.fine, "killed"),
        multiples={name: multiples_of(own, found.fine, steps) for name, own in courses.items()},
        names=names,
    )


def courses_inside(desk: Desk, wanted: Filter, fine: str, places: frozenset[str]) -> dict[str, list[Step]]:
    """Events over time inside each of these divisions; remembered."""
    return desk.counted.ask(
        desk.archive,
        ("courses", wanted, fine, places),
        lambda connection: courses_at(connection, wanted, fine, places, desk.names),
    )


def multiples_of(
    courses: Mapping[str, list[Step]], fine: str, steps: list[Step]
) -> list[tuple[str, int, int, tuple[timeline.Bar, ...]]]:
    """For each value: its events, its killed, and its bars over the whole period on one common scale."""
    busiest = sorted(courses.items(), key=lambda one: -sum(step.events for step in one[1]))[:MOST]
    highest = max((step.events for _, own in busiest for step in own), default=1)
    return [
        (
            value,
            sum(one.events for one in own),
            sum(one.killed for one in own),
            _scaled(own, steps, fine, highest),
        )
        for value, own in busiest
    ]


def _scaled(own: list[Step], steps: list[Step], fine: str, highest: int) -> tuple[timeline.Bar, ...]:
    mine = {step.when: step for step in own}
    whole = [mine.get(step.when, Step(when=step.when, events=0, killed=0)) for step in steps]
    return timeline.bars(whole, fine, highest=highest)


async def data(request: Request) -> Response:
    """The numbers behind the pictures."""
    desk, wanted = desk_of(request), Wanted(request.query_params, "/pictures")
    steps = surveyed(desk, wanted.filter).course()
    rows: list[dict[str, object]] = [{"when": s.when, "events": s.events, "killed": s.killed} for s in steps]
    form = request.path_params["form"]
    if form == "json":
        return JSONResponse(rows)
    if form == "csv":
        return as_csv(("when", "events", "killed"), rows)
    raise HTTPException(404)

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
from ..survey import Counts, Pictured, Step, pictured
from ..wanted import Wanted
from .events import as_csv, surveyed

MOST = 12


def shown(request: Request) -> Response:
    """The pictures of the events that the address asks for."""
    desk, wanted = desk_of(request), Wanted(request.query_params, "/pictures")
    found = pictured_of(desk, wanted.filter)
    told, steps = found.survey, found.survey.course
    among = divisions(desk.knowledge.gazetteer, told.facets["place"], ())
    return page(
        request,
        "pictures.html",
        wanted=wanted,
        sums=told.sums,
        fine=told.fine,
        told=timeline.bars(steps, told.fine),
        killed=timeline.bars(steps, told.fine, "killed"),
        multiples={name: multiples_of(own, told.fine, steps) for name, own in found.courses.items()},
        names={one.id: one.name(tongue_of(request).language) for one in among},
    )


def pictured_of(desk: Desk, wanted: Filter) -> Pictured:
    """All that is counted of the events wanted, and time for each of their types, divisions …; remembered."""

    def within(places: Counts) -> list[str]:
        return [one.id for one in divisions(desk.knowledge.gazetteer, places, ())]

    return desk.counted.ask(
        desk.archive,
        ("pictured", wanted),
        lambda connection: pictured(connection, wanted, desk.names, within),
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


def data(request: Request) -> Response:
    """The numbers behind the pictures."""
    desk, wanted = desk_of(request), Wanted(request.query_params, "/pictures")
    steps = surveyed(desk, wanted.filter).course
    rows: list[dict[str, object]] = [{"when": s.when, "events": s.events, "killed": s.killed} for s in steps]
    form = request.path_params["form"]
    if form == "json":
        return JSONResponse(rows)
    if form == "csv":
        return as_csv(("when", "events", "killed"), rows)
    raise HTTPException(404)

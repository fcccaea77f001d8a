"""Pictures: events and tolls over time, by type and by country, as small multiples."""

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from ...archive.filters import Filter
from ...archive.tables import events
from .. import counting, timeline
from ..counting import Step
from ..page import desk_of, page
from ..setting import Desk
from ..wanted import Wanted
from .events import as_csv, ask

MOST = 12
BY = {"type": events.c.type, "standing": events.c.standing, "country": events.c.country}


async def shown(request: Request) -> Response:
    """The pictures of the events that the address asks for."""
    desk, wanted = desk_of(request), Wanted(request.query_params, "/pictures")
    first, last = (str(day) for day in ask(desk, "period", wanted.filter))
    fine = timeline.fineness(first, last)
    steps = steps_of(desk, wanted.filter, fine)
    multiples = {name: multiples_of(desk, wanted.filter, name, fine, steps) for name in BY}
    return page(
        request,
        "pictures.html",
        wanted=wanted,
        total=ask(desk, "total", wanted.filter),
        fine=fine,
        told=timeline.bars(steps, fine),
        killed=timeline.bars(steps, fine, "killed"),
        multiples=multiples,
    )


def steps_of(desk: Desk, wanted: Filter, fine: str) -> list[Step]:
    steps: list[Step] = ask(desk, "course", wanted, timeline.LETTERS[fine])
    return steps


def multiples_of(
    desk: Desk, wanted: Filter, name: str, fine: str, steps: list[Step]
) -> list[tuple[str, int, int, tuple[timeline.Bar, ...]]]:
    """For each value: its events, its killed, and its bars over the whole period on one common scale."""
    letters = timeline.LETTERS[fine]
    found: dict[str, list[Step]] = desk.counted.ask(
        desk.archive,
        ("courses", name, wanted, letters),
        lambda connection: counting.courses(connection, wanted, BY[name], letters),
    )
    busiest = sorted(found.items(), key=lambda one: -sum(step.events for step in one[1]))[:MOST]
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
    first, last = (str(day) for day in ask(desk, "period", wanted.filter))
    steps = steps_of(desk, wanted.filter, timeline.fineness(first, last))
    rows: list[dict[str, object]] = [{"when": s.when, "events": s.events, "killed": s.killed} for s in steps]
    form = request.path_params["form"]
    if form == "json":
        return JSONResponse(rows)
    if form == "csv":
        return as_csv(("when", "events", "killed"), rows)
    raise HTTPException(404)

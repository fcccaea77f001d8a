"""A one-page brief of a period, for print."""

from sqlalchemy import Connection, select
from starlette.requests import Request
from starlette.responses import Response

from ...archive.filters import Filter, narrowed
from ...archive.packing import event_from
from ...archive.tables import events
from ...fusion.event import Event
from .. import timeline
from ..page import desk_of, page, tongue_of
from ..wanted import Wanted
from .events import facets_of, map_of, surveyed

GRAVEST = 8


def shown(request: Request) -> Response:
    """The brief of the events that the address asks for."""
    desk, wanted = desk_of(request), Wanted(request.query_params, "/brief")
    found = surveyed(desk, wanted.filter)
    return page(
        request,
        "brief.html",
        wanted=wanted,
        sums=found.sums,
        facets=facets_of(found),
        map=map_of(desk, wanted.filter, found, tongue_of(request).language),
        course=timeline.bars(found.course, found.fine),
        gravest=desk.archive.ask(lambda connection: gravest(connection, wanted.filter)),
        contested=list(desk.archive.events(_contested(wanted.filter), GRAVEST)),
    )


def gravest(connection: Connection, wanted: Filter) -> list[Event]:
    """The events with the highest tolls."""
    order = (events.c.harmed.desc(), events.c.latest.desc(), events.c.id)
    chosen = narrowed(connection, wanted, select(events.c.number)).where(events.c.harmed > 0)
    numbers = list(connection.execute(chosen.order_by(*order).limit(GRAVEST)).scalars())
    # Only now the records: whoever sorts them carries them along.
    query = select(events.c.record).where(events.c.number.in_(numbers)).order_by(*order)
    return [event_from(record) for record in connection.execute(query).scalars()]


def _contested(wanted: Filter) -> Filter:
    chosen = {name: getattr(wanted, name) for name in Filter.__struct_fields__}
    return Filter(**{**chosen, "standings": ("contested",)})

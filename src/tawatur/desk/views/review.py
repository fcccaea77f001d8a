"""Review: the queue by need, and one event with its text and its form."""

from typing import Any

from sqlalchemy import Connection, case, func, select
from starlette.requests import Request
from starlette.responses import Response

from ...archive.filters import Filter, narrowed
from ...archive.packing import event_from
from ...archive.tables import events
from ...fusion.event import Event
from ...fusion.standing import GRADES
from ..page import desk_of, page, tongue_of
from ..points import shown
from ..setting import Desk
from ..tongue import Tongue
from ..wanted import PAGE, Wanted
from .articles import read_context
from .event import context

MOST_TOLL = 50
KEYS = (
    ("a", "accept"),
    ("x", "reject"),
    ("c", "correct"),
    ("w", "words"),
    ("m", "merge"),
    ("s", "split"),
    ("n", "note"),
    ("u", "undo"),
    ("j", "next"),
    ("k", "previous"),
    ("t", "text"),
    ("?", "keys"),
)


def need() -> Any:
    """How much an event needs a person: contested, contradicted, high toll, unknown day or place."""
    toll = case((events.c.harmed > MOST_TOLL, MOST_TOLL), else_=func.coalesce(events.c.harmed, 0))
    return (
        case((events.c.standing == "contested", 100), (events.c.standing == "refuted", 80), else_=0)
        + case((events.c.clashes > 0, 60), else_=0)
        + toll
        + case((events.c.dated.is_(False), 12), else_=0)
        + case((events.c.lat.is_(None), 12), else_=0)
        + case((events.c.standing == "claimed", 8), else_=0)
    )


def queued(connection: Connection, wanted: Filter, limit: int, offset: int) -> list[tuple[Event, int]]:
    """Events in the order of their need."""
    points = need().label("points")
    order = (points.desc(), events.c.latest.desc(), events.c.id)
    chosen = narrowed(connection, wanted, select(events.c.number, points)).order_by(*order)
    first = chosen.limit(limit).offset(offset).subquery()
    query = select(events.c.record, first.c.points).join(first, first.c.number == events.c.number)
    query = query.order_by(first.c.points.desc(), events.c.latest.desc(), events.c.id)
    return [(event_from(record), int(n)) for record, n in connection.execute(query)]


def queue(request: Request) -> Response:
    """The events that wait for a person, those in greatest need first."""
    desk, wanted = desk_of(request), Wanted(request.query_params, "/review")
    waiting = _waiting(wanted)
    listed = desk.archive.ask(lambda connection: queued(connection, waiting, PAGE, wanted.offset))
    number = desk.archive.count(waiting)
    return page(
        request,
        "queue.html",
        wanted=wanted,
        listed=listed,
        number=number,
        last=max(1, -(-number // PAGE)),
        keys=KEYS,
    )


def _waiting(wanted: Wanted) -> Filter:
    chosen = {name: getattr(wanted.filter, name) for name in Filter.__struct_fields__}
    return Filter(**{**chosen, "reviewed": False if chosen["reviewed"] is None else chosen["reviewed"]})


def one(request: Request) -> Response:
    """One event: the text beside the form."""
    desk, wanted = desk_of(request), Wanted(request.query_params, "/review")
    event = desk.archive.event(request.path_params["id"])
    chosen = request.query_params.get("article") or event.articles[0]
    reading = desk.archive.reading(chosen if chosen in event.articles else event.articles[0])
    before, after = _neighbours(desk, _waiting(Wanted(request.query_params)), event.id)
    return page(
        request,
        "review.html",
        event=event,
        key=chosen,
        before=before,
        after=after,
        wanted=wanted,
        keys=KEYS,
        grades=GRADES,
        near=near_events(desk, event),
        values_now=values_now(event, tongue_of(request)),
        **(read_context(request, reading) if reading else {"article": None}),
        **context(desk, event, tongue_of(request).language),
    )


def _neighbours(desk: Desk, waiting: Filter, id: str) -> tuple[str, str]:
    """The events before and after this one in the queue; after a decided one, the first that waits."""
    listed = desk.archive.ask(lambda connection: _ids(connection, waiting))
    if id not in listed:
        return "", listed[0] if listed else ""
    at = listed.index(id)
    return (listed[at - 1] if at else ""), (listed[at + 1] if at + 1 < len(listed) else "")


def _ids(connection: Connection, waiting: Filter) -> list[str]:
    query = narrowed(connection, waiting, select(events.c.id))
    query = query.order_by(need().desc(), events.c.latest.desc(), events.c.id).limit(5000)
    return list(connection.execute(query).scalars())


def near_events(desk: Desk, event: Event) -> list[Event]:
    """Events of the same days nearby, which may be the same one."""
    place = event.place
    if not event.earliest or not event.latest or not place or place.lat is None or place.lon is None:
        return []
    wanted = Filter(since=event.earliest, until=event.latest, near=(place.lat, place.lon, 60.0))
    return [one for one in desk.archive.events(wanted, 9) if one.id != event.id]


def values_now(event: Event, tongue: Tongue) -> dict[str, str]:
    """The event's values in the form in which corrections are written."""
    first, last, place = event.earliest, event.latest, event.place
    told = {
        "date": str(first) if first == last else f"{first}/{last}",
        "type": event.type,
        "stage": event.stage,
        "by": tongue.parties(event.by),
        "against": tongue.parties(event.against),
        "victims": event.victims or "",
        "weapon": event.weapon or "",
        "place": "" if not place else place.name,
        "point": shown(place.lat, place.lon) if place else "",
    }
    for name in ("killed", "injured", "detained", "abducted"):
        figure = getattr(event, name)
        told[name] = "" if figure is None or figure.best is None else str(figure.best)
    return {name: "" if value == "None" else value for name, value in told.items()}

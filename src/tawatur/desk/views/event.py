"""One event: its claims chain by chain, agreements and contradictions, figures, standing, history."""

import re
from typing import Any

import msgspec
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from ...archive.log import entries
from ...archive.rulings import undone
from ...archive.story import Happened
from ...exchange import event_format
from ...exchange.terms import terms_of
from ...fusion.event import Event, Origin, Said
from ..cells import Cell
from ..page import desk_of, page, tongue_of
from ..setting import Desk
from ..svgmap import View, picture
from .events import FORMS

COUNTS = ("killed", "injured", "detained", "abducted")
FIELDS = ("type", "stage", "date", "place", "by", "against", *COUNTS, "victims", "weapon")


class Root(msgspec.Struct, frozen=True, kw_only=True):
    """An origin with the claims that go back to it: the first in full, its copies folded under it."""

    origin: Origin
    first: Said
    copies: tuple[Said, ...]


class Ruling(msgspec.Struct, frozen=True, kw_only=True):
    """A decision about this event; ``undone`` where a later one took it back."""

    number: int
    at: str
    who: str
    what: str
    why: str
    field: str
    value: str
    undone: bool


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """One line of an event's history: an article that was read, or a decision."""

    at: str
    what: str
    who: str
    why: str
    article: str = ""
    title: str = ""
    field: str = ""
    value: str = ""


def shown(request: Request) -> Response:
    """The page of an event."""
    desk = desk_of(request)
    event = desk.archive.event(request.path_params["id"])
    return page(request, "event.html", event=event, **context(desk, event, tongue_of(request).language))


def context(desk: Desk, event: Event, language: str) -> dict[str, Any]:
    """What the pages of one event show besides it."""
    rulings = rulings_on(desk, event)
    return {
        "roots": roots_of(event),
        "fields": FIELDS,
        "counts": COUNTS,
        "rulings": rulings,
        "by_person": by_person(rulings),
        "differing": {one.field: one for one in event.differences},
        "history": tuple(line_of(one, event) for one in desk.archive.history(event.id)),
        "tellers": {said.telling: said for said in event.claims},
        "map": map_of(desk, event, language),
        "reports": reports_of(desk, event),
    }


def data(request: Request) -> Response:
    """The event as data."""
    form = request.path_params["form"]
    if form not in FORMS:
        raise HTTPException(404)
    desk = desk_of(request)
    event = desk.archive.event(request.path_params["id"])
    module, media = FORMS[form]
    return StreamingResponse(
        event_format(module).written([event], terms_of(desk.knowledge)), media_type=media
    )


def roots_of(event: Event) -> tuple[Root, ...]:
    """The claims of an event under their origins; the earliest report of an origin leads."""
    said = {f"{claim.telling}/{claim.claim}": claim for claim in event.claims}
    found = []
    for origin in event.origins:
        claims = sorted(
            (said[id] for id in origin.claims if id in said),
            key=lambda claim: (str(claim.published or "9"), not claim.chain, claim.telling),
        )
        if claims:
            found.append(Root(origin=origin, first=claims[0], copies=tuple(claims[1:])))
    return tuple(found)


def rulings_on(desk: Desk, event: Event) -> tuple[Ruling, ...]:
    """The decisions about an event's tellings, oldest first."""
    log = desk.archive.ask(lambda connection: tuple(entries(connection)))
    gone, mine = undone(log), set(event.tellings)
    found = []
    for entry in log:
        told = entry.told
        if entry.what != "undo" and mine & {anchor.telling for anchor in (*told.about, *told.other)}:
            found.append(
                Ruling(
                    number=entry.seq,
                    at=entry.at,
                    who=entry.who,
                    what=entry.what,
                    why=entry.why,
                    field=told.field or RULED_FIELD.get(entry.what, ""),
                    value=told.value,
                    undone=entry.seq in gone,
                )
            )
    return tuple(found)


RULED_FIELD = {"overrule": "standing"}
DECIDED = re.compile(
    rf"(?:e[0-9a-f]{{12}}\b ?)?(?:(?P<field>{'|'.join((*FIELDS, 'standing'))})\b ?)?(?P<value>.*)", re.DOTALL
)


def line_of(one: Happened, event: Event) -> Line:
    """A line of history with its parts told apart."""
    line = Line(at=one.at, what=one.what, who=one.who, why=one.why)
    if one.what == "read":
        short, _, title = one.detail.partition(" ")
        article = next((key for key in event.articles if key.startswith(short)), short)
        return msgspec.structs.replace(line, article=article, title=title)
    match = DECIDED.fullmatch(one.detail)
    told = match.groupdict("") if match else {"value": one.detail}
    told["field"] = told.get("field") or RULED_FIELD.get(one.what, "")
    return msgspec.structs.replace(line, **told)


def by_person(rulings: tuple[Ruling, ...]) -> dict[str, Ruling]:
    """The fields that a person set or, by confirming the event, vouched for."""
    found: dict[str, Ruling] = {}
    for ruling in rulings:
        if ruling.undone:
            continue
        if ruling.what == "correct":
            found[ruling.field] = ruling
        elif ruling.what == "confirm":
            found.update(dict.fromkeys((*FIELDS, "standing"), ruling))
        elif ruling.what == "overrule":
            found["standing"] = ruling
    return found


def map_of(desk: Desk, event: Event, language: str) -> object:
    """The event's place on a small map; nothing for an unplaced one."""
    place = event.place
    if place is None or place.lat is None or place.lon is None:
        return None
    cell = Cell(
        lat=place.lat,
        lon=place.lon,
        count=1,
        id=event.id,
        standing=event.standing.grade,
        type=event.type,
        radius=place.radius,
    )
    around = max(0.9, (place.radius or 1) / 60)
    view = View((place.lon - around, place.lat - around / 2, place.lon + around, place.lat + around / 2))
    return picture(view, [cell], desk.outline, desk.labels, language)


def reports_of(desk: Desk, event: Event) -> dict[str, object]:
    """The articles that tell the event, by their keys."""
    return {key: article for key in event.articles if (article := desk.archive.article(key))}

"""Outlets and speakers: what each told, how often alone or contradicted, whom it copies, how reliable."""

from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from ...archive.ratings import GRADES
from ..page import desk_of, leave_for, page, signed
from ..records import Record, records_of
from ..setting import Desk
from .events import as_csv

COLUMNS = (
    "name",
    "kind",
    "reports",
    "events",
    "alone",
    "contradicted",
    "denies",
    "copies",
    "copied_by",
    "reliability",
)
MOST = 200


def table(request: Request) -> Response:
    """Everyone who tells, with what a person thinks of them."""
    desk = desk_of(request)
    kind = "speaker" if request.query_params.get("kind") == "speaker" else "outlet"
    listed = [one for one in listed_records(desk) if one.kind == kind]
    return page(
        request,
        "outlets.html",
        kind=kind,
        listed=listed[:MOST],
        number=len(listed),
        ratings=desk.archive.ratings(),
        grades=GRADES,
    )


def data(request: Request) -> Response:
    """The same as data."""
    desk, form = desk_of(request), request.path_params["form"]
    ratings = desk.archive.ratings()
    rows = [
        _row(one, ratings[one.name].grade if one.name in ratings else "F") for one in listed_records(desk)
    ]
    if form == "json":
        return JSONResponse(rows)
    if form == "csv":
        return as_csv(COLUMNS, rows)
    raise HTTPException(404)


def rate(request: Request, form: FormData) -> Response:
    """Set the reliability of an outlet or speaker."""
    told = {name: str(form.get(name, "")).strip() for name in ("name", "grade", "who", "why", "kind")}
    desk_of(request).archive.rate(told["name"], told["grade"], who=told["who"], why=told["why"])
    kind = "speaker" if told["kind"] == "speaker" else "outlet"
    return signed(leave_for(request, f"/outlets?kind={kind}"), told["who"])


def listed_records(desk: Desk) -> list[Record]:
    """The records of everyone who tells, the busiest first; made once for each state of the archive."""
    return desk.counted.ask(desk.archive, "records", records_of)


def _row(one: Record, grade: str) -> dict[str, object]:
    return {
        "name": one.name,
        "kind": one.kind,
        "reports": one.reports,
        "events": one.events,
        "alone": one.alone,
        "contradicted": one.contradicted,
        "denies": one.denies,
        "copies": "; ".join(f"{name} ({n})" for name, n in one.copies),
        "copied_by": "; ".join(f"{name} ({n})" for name, n in one.copied_by),
        "reliability": grade,
    }

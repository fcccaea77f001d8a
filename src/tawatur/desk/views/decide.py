"""A person's decision about an event, from the form of its page."""

from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from ...model.errors import InputError
from ..page import desk_of, leave_for, signed, tongue_of
from ..points import placed

MORE = ("field", "value", "other")


def decide(request: Request, form: FormData) -> Response:
    """Append the decision and go back to where the form says, within the desk."""
    told = {name: str(form.get(name, "")).strip() for name in ("what", "who", "why", "next", "point", *MORE)}
    if told["what"] == "correct" and not told["value"]:
        raise InputError(tongue_of(request)("error.no_value"))
    if told["field"] in ("by", "against"):
        told["value"] = tongue_of(request).party_ids(told["value"])
    if told["field"] == "place":
        told["value"] = placed(told["value"], told["point"])
    why = told["why"] or tongue_of(request)("review.looked_at")
    left = desk_of(request).archive.decide(
        told["what"],
        request.path_params["id"],
        who=told["who"],
        why=why,
        **{name: told[name] for name in MORE if told[name]},
    )
    if "application/json" in request.headers.get("accept", ""):
        return JSONResponse({"id": left.id, "standing": left.standing.grade, "decided": left.decided})
    return signed(leave_for(request, inside(told["next"]) or f"/events/{left.id}"), told["who"])


def inside(address: str) -> str:
    """An address within the desk, or nothing."""
    safe = address.startswith("/") and not address.startswith(("//", "/\\"))
    return address if safe and address.isprintable() else ""

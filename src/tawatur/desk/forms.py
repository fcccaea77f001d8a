"""Forms that only our own pages can send: each carries a mark tied to the visitor's cookie."""

import hmac
import secrets
from collections.abc import Awaitable, Callable
from hashlib import sha256

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import Response

from ..model.errors import InputError
from .setting import MOST_BYTES, Desk

VISITOR = "tawatur_visitor"
FIELD = "mark"
MOST_FIELDS = 60
View = Callable[[Request, FormData], Response]


def visitor_of(request: Request) -> str:
    """The visitor's cookie, made at the first visit."""
    if not hasattr(request.state, "visitor"):
        request.state.visitor = request.cookies.get(VISITOR) or secrets.token_urlsafe(18)
    visitor: str = request.state.visitor
    return visitor


def mark_of(desk: Desk, visitor: str) -> str:
    """The mark that the visitor's forms must carry."""
    return hmac.new(desk.secret, visitor.encode(), sha256).hexdigest()


def posted(view: View) -> Callable[[Request], Awaitable[Response]]:
    """A view that takes a form, which is refused without its mark."""

    async def checked(request: Request) -> Response:
        async with request.form(max_fields=MOST_FIELDS, max_files=1, max_part_size=MOST_BYTES) as form:
            told = str(form.get(FIELD, ""))
            if not hmac.compare_digest(
                told.encode(), mark_of(request.app.state.desk, visitor_of(request)).encode()
            ):
                raise InputError(
                    "this form is out of date; go back, load the page again and send it once more"
                )
            return await run_in_threadpool(view, request, form)

    return checked


def keep_visitor(request: Request, response: Response) -> Response:
    """The response, with the visitor's cookie where it is new."""
    if VISITOR not in request.cookies:
        response.set_cookie(VISITOR, visitor_of(request), httponly=True, samesite="strict")
    return response

"""Who may ask: Host, Origin and token; what a page may do; how much may be sent."""

import hmac
from collections.abc import Mapping
from http.cookies import SimpleCookie
from typing import Any
from urllib.parse import parse_qsl, urlencode

from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from .page import tongue_of
from .setting import MOST_BYTES, Desk

SAFE_METHODS = ("GET", "HEAD")
TOKEN_COOKIE = "tawatur_token"
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; "
    "connect-src {asked}; worker-src 'self' blob:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "geolocation=(), camera=(), microphone=()",
}


class Guard:
    """Refuses what does not come from the desk's own pages, and marks every answer with its rules."""

    def __init__(self, app: ASGIApp, desk: Desk) -> None:
        self.app = app
        self.desk = desk
        self.rules = {"content-security-policy": policy(desk), **HEADERS}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        headers = {key.decode("latin-1"): value.decode("latin-1") for key, value in scope["headers"]}
        refused = self._refusal(scope, headers)
        if refused is not None:
            await refused(scope, receive, _marked(send, self.rules))
            return
        try:
            await self.app(scope, _bounded(receive), _marked(send, self.rules))
        except TooLarge:
            await _refused(scope, 413)(scope, receive, _marked(send, self.rules))

    def _refusal(self, scope: Scope, headers: Mapping[str, str]) -> Response | None:
        if headers.get("host", "").lower() not in self.desk.hosts:
            return _refused(scope, 421)
        if scope["method"] not in SAFE_METHODS and not self._is_own(headers):
            return _refused(scope, 403)
        length = headers.get("content-length", "0")
        if not length.isdigit() or int(length) > MOST_BYTES:
            return _refused(scope, 413)
        return self._without_token(scope, headers) if self.desk.token else None

    def _is_own(self, headers: Mapping[str, str]) -> bool:
        origin = headers.get("origin")
        if origin is not None:
            return origin.partition("://")[2].lower() == headers.get("host", "").lower()
        return headers.get("sec-fetch-site", "same-origin") in ("same-origin", "none")

    def _without_token(self, scope: Scope, headers: Mapping[str, str]) -> Response | None:
        cookie = SimpleCookie(headers.get("cookie", "")).get(TOKEN_COOKIE)
        if cookie and hmac.compare_digest(cookie.value.encode(), self.desk.token.encode()):
            return None
        query = parse_qsl(scope["query_string"].decode("latin-1"))
        given = dict(query).get("token", "")
        if not hmac.compare_digest(given.encode(), self.desk.token.encode()):
            return _refused(scope, 403, "error.no_token")
        rest = urlencode([pair for pair in query if pair[0] != "token"])
        answer = RedirectResponse(scope["path"] + (f"?{rest}" if rest else ""), 303)
        answer.set_cookie(TOKEN_COOKIE, self.desk.token, httponly=True, samesite="strict")
        return answer


def _refused(scope: Scope, status: int, why: str = "") -> Response:
    """A line in the reader's language; a page would show a stranger what the desk holds."""
    tongue = tongue_of(Request(scope))
    return PlainTextResponse(tongue(why or f"error.{status}", bytes=f"{MOST_BYTES:,}"), status)


def policy(desk: Desk) -> str:
    """What a page may load: the desk's own things, and tiles from the one host that its user named."""
    origin = desk.tiles.origin if desk.tiles else ""
    return POLICY.format(asked=f"'self' {origin}".rstrip())


class TooLarge(Exception):
    """A body that goes on beyond what may be sent."""


def _bounded(receive: Receive) -> Receive:
    taken = 0

    async def counted() -> Message:
        nonlocal taken
        message = await receive()
        taken += len(message.get("body", b""))
        if taken > MOST_BYTES:
            raise TooLarge
        return message

    return counted


def _marked(send: Send, rules: Mapping[str, str]) -> Send:
    async def marked(message: Any) -> None:
        if message["type"] == "http.response.start":
            told = {key.decode("latin-1") for key, _ in message["headers"]}
            extra = {**rules, **({} if "cache-control" in told else {"cache-control": "no-store"})}
            message["headers"] = [
                *message["headers"],
                *((key.encode(), value.encode()) for key, value in extra.items()),
            ]
        await send(message)

    return marked

"""The desk as a web application: the table of its addresses, its guard, and its way of telling errors."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from anyio.to_thread import current_default_thread_limiter
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from ..model.errors import ArchiveError, InputError
from .forms import posted
from .page import page
from .security import Guard
from .setting import STATIC, Desk
from .tiles import OWN
from .views import articles, brief, decide, event, events, maps, outlets, paste, pictures, review

GONE = 404
THREADS = 3
TABLE = (
    Route("/", lambda request: RedirectResponse("/events")),
    Route("/events", events.table),
    Route("/events.{form}", events.data),
    Route("/events/{id}.{form}", event.data),
    Route("/events/{id}", event.shown),
    Route("/events/{id}/decide", posted(decide.decide), methods=["POST"]),
    Route("/articles", articles.found),
    Route("/articles/{key}.json", articles.data),
    Route("/articles/{key}/pick", articles.pick),
    Route("/articles/{key}", articles.reader),
    Route("/review", review.queue),
    Route("/review/{id}", review.one),
    Route("/paste", paste.form, methods=["GET"]),
    Route("/paste", posted(paste.read_it), methods=["POST"]),
    Route("/paste/keep", posted(paste.keep), methods=["POST"]),
    Route("/outlets", outlets.table),
    Route("/outlets.{form}", outlets.data),
    Route("/outlets/rate", posted(outlets.rate), methods=["POST"]),
    Route("/pictures", pictures.shown),
    Route("/pictures.{form}", pictures.data),
    Route("/brief", brief.shown),
    Route("/map/cells.json", maps.cells),
    Route("/map/outline.json", maps.outline),
    Route("/map/names.json", maps.names),
    Route("/map/places.json", maps.places),
    Route(OWN, maps.tiles, methods=["GET"]),
)


def make_app(desk: Desk) -> Starlette:
    """The web application of one desk."""
    static = StaticFiles(directory=STATIC)
    app = Starlette(
        routes=[*TABLE, Mount("/static", static, name="static")],
        middleware=[Middleware(Guard, desk=desk)],
        lifespan=_few_threads,
        exception_handlers={InputError: _wrong, ArchiveError: _missing, HTTPException: _http},
    )
    app.state.desk = desk
    return app


@asynccontextmanager
async def _few_threads(app: Starlette) -> AsyncIterator[None]:
    """Views run beside one another, but few: each holds a connection, and a connection its pages of the archive."""
    current_default_thread_limiter().total_tokens = THREADS
    yield


def _wrong(request: Request, error: Exception) -> Response:
    return page(request, "error.html", 400, what=str(error))


def _missing(request: Request, error: Exception) -> Response:
    return page(request, "error.html", GONE if str(error).startswith("no event") else 503, what=str(error))


def _http(request: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else 500
    return page(request, "error.html", status, what=f"error.{status}")

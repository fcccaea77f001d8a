"""Pages: a template filled for one request, in the language, digits and theme that its reader chose."""

from functools import lru_cache
from typing import Any
from urllib.parse import quote, unquote, urlencode

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from .forms import keep_visitor, mark_of, visitor_of
from .setting import HERE, Desk
from .tongue import LANGUAGES, Tongue, headline, isolated

CHOICES = {"lang": LANGUAGES, "digits": ("latin", "eastern"), "theme": ("auto", "light", "dark")}
A_YEAR = 31_536_000
PERSON = "tawatur_person"
PAGES = ("events", "review", "paste", "articles", "outlets", "pictures", "brief")


@lru_cache(maxsize=1)
def environment() -> Environment:
    """The templates: escaping everything, refusing names that nobody gave."""
    found = Environment(
        loader=FileSystemLoader(HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    found.filters["bdi"] = isolated
    return found


def desk_of(request: Request) -> Desk:
    desk: Desk = request.app.state.desk
    return desk


def choice(request: Request, name: str) -> str:
    """What the reader chose: in the address, or before in a cookie, or the first that there is."""
    for told in (request.query_params.get(name), request.cookies.get(f"tawatur_{name}")):
        if told in CHOICES[name]:
            return str(told)
    if name == "lang" and request.headers.get("accept-language", "").lower().startswith("en"):
        return "en"
    return CHOICES[name][0]


def tongue_of(request: Request) -> Tongue:
    """The language and digits of this request."""
    return Tongue(desk_of(request).words[choice(request, "lang")], choice(request, "digits") == "eastern")


def page(request: Request, template: str, status: int = 200, **values: Any) -> Response:
    """A page from its template."""
    desk, tongue = desk_of(request), tongue_of(request)
    text = (
        environment()
        .get_template(template)
        .render(
            t=tongue,
            desk=desk,
            request=request,
            mark=mark_of(desk, visitor_of(request)),
            person=unquote(request.cookies.get(PERSON, "")) or desk.person,
            theme=choice(request, "theme"),
            digits=choice(request, "digits"),
            pages=PAGES,
            headline=headline,
            other_address=lambda name, value: _changed(request, name, value),
            **values,
        )
    )
    return _remembered(request, HTMLResponse(text, status))


def leave_for(request: Request, address: str) -> Response:
    """Go on to another page after a form."""
    return keep_visitor(request, RedirectResponse(address, 303))


def signed(response: Response, person: str) -> Response:
    """The response, remembering who decided for the next form."""
    response.set_cookie(PERSON, quote(person[:80]), max_age=A_YEAR, httponly=True, samesite="strict")
    return response


def _changed(request: Request, name: str, value: str) -> str:
    kept = [(key, told) for key, told in request.query_params.multi_items() if key != name]
    return f"{request.url.path}?{urlencode([*kept, (name, value)])}"


def _remembered(request: Request, response: Response) -> Response:
    for name, known in CHOICES.items():
        told = request.query_params.get(name)
        if told in known:
            response.set_cookie(f"tawatur_{name}", told, max_age=A_YEAR, samesite="strict", httponly=True)
    return keep_visitor(request, response)

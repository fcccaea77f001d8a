"""Paste or drop: a text, a file or a saved page is read at once; kept only when a person says so."""

import tempfile
from pathlib import Path

from starlette.datastructures import FormData, UploadFile
from starlette.requests import Request
from starlette.responses import Response

from ...archive.saving import storable
from ...intake import Defaults, Failure, articles_from
from ...intake.paths import KINDS
from ...model.article import Article
from ...model.errors import InputError
from ...reading import read
from ..page import desk_of, leave_for, page
from ..wanted import _day
from .articles import read_context

LONGEST = 1_000_000
NOTHING = Failure("", "paste.empty")


def form(request: Request) -> Response:
    """The empty form."""
    return page(request, "paste.html", article=None, failures=())


def read_it(request: Request, form: FormData) -> Response:
    """Read what was pasted or dropped, and show it; nothing is kept yet."""
    items = given(form)
    articles = [storable(one) for one in items if isinstance(one, Article)]
    failures = [one for one in items if isinstance(one, Failure)]
    if not articles:
        return page(request, "paste.html", 400, article=None, failures=failures or [NOTHING])
    reading = read(articles[0], desk_of(request).knowledge)
    return page(
        request,
        "paste.html",
        failures=failures,
        more=len(articles) - 1,
        key="",
        **read_context(request, reading),
    )


def keep(request: Request, form: FormData) -> Response:
    """Keep the text that was shown: read again, and added to the archive."""
    desk = desk_of(request)
    items = given(form)
    articles = [storable(one) for one in items if isinstance(one, Article)]
    if not articles:
        raise InputError("paste.empty")
    saved = desk.archive.add([read(one, desk.knowledge) for one in articles], desk.reader)
    return leave_for(request, f"/articles/{saved[0].key}")


def given(form: FormData) -> list[Article | Failure]:
    """The reports of the form: those of its file, or its text."""
    told = {name: _line(form, name) for name in ("outlet", "url", "title")}
    defaults = Defaults(outlet=told["outlet"], url=told["url"], published=_day(_line(form, "published")))
    upload = form.get("file")
    if isinstance(upload, UploadFile) and upload.filename:
        return _from_file(upload.file.read(), upload.filename, defaults)
    text = str(form.get("text", "")).replace("\r\n", "\n")
    if len(text) > LONGEST:
        raise InputError(f"{len(text):,} characters; one report may have {LONGEST:,}")
    if not text.strip():
        return []
    return [
        Article(
            body=text,
            outlet=defaults.outlet,
            url=defaults.url,
            published=defaults.published,
            title=told["title"],
        )
    ]


def _from_file(raw: bytes, name: str, defaults: Defaults) -> list[Article | Failure]:
    """The reports of an uploaded file. Only the ending of its name is used."""
    ending = Path(name).suffix.lower()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"upload{ending if ending in KINDS else '.txt'}"
        path.write_bytes(raw)
        found = list(articles_from(str(path), defaults))
    return [Failure(Path(name).name[:80], one.reason) if isinstance(one, Failure) else one for one in found]


def _line(form: FormData, name: str) -> str | None:
    return str(form.get(name, "")).strip()[:500] or None

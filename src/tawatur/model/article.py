"""One published report."""

from datetime import date
from hashlib import sha256

from msgspec import Struct


class Article(Struct, frozen=True, kw_only=True, gc=False):
    """One published report: outlet, url, publication day, language, title, body (frozen text).

    ``published`` is the day in the outlet's own time; ``None`` leaves relative dates unresolved.
    """

    body: str
    id: str = ""
    outlet: str | None = None
    url: str | None = None
    published: date | None = None
    language: str = "ar"
    title: str | None = None

    @property
    def sha256(self) -> str:
        """The hexadecimal SHA-256 of the body's UTF-8 form: the article's identity."""
        return sha256(self.body.encode("utf-8", "surrogatepass")).hexdigest()

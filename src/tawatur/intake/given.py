"""What comes in beside the articles: defaults that the user states, and failures that the user sees."""

from datetime import date

from msgspec import Struct

from tawatur.model.article import Article
from tawatur.model.errors import InputError

MOST_CHARACTERS = 1_000_000


class Defaults(Struct, frozen=True, kw_only=True):
    """Values for articles that do not say them themselves."""

    outlet: str | None = None
    published: date | None = None
    url: str | None = None
    language: str = "ar"


class Failure(Struct, frozen=True):
    """Something that could not be read: where it stands, and one line with the reason and the mend."""

    where: str
    reason: str

    def __str__(self) -> str:
        return f"{self.where}: {self.reason}"


def _check_length(characters: int) -> None:
    if characters > MOST_CHARACTERS:
        raise InputError(
            f"{characters:,} characters; one report may have {MOST_CHARACTERS:,}: "
            "split it, or give one report a line as JSON Lines"
        )


def article(
    body: str, id: str, defaults: Defaults, *, published: date | None = None, **told: str | None
) -> Article:
    """An article of what its source tells, completed by the defaults."""
    if not body.strip():
        raise InputError("empty; wanted the text of a report")
    _check_length(len(body))
    return Article(
        body=body,
        id=id,
        outlet=told.get("outlet") or defaults.outlet,
        url=told.get("url") or defaults.url,
        published=published or defaults.published,
        language=told.get("language") or defaults.language,
        title=told.get("title"),
    )

"""A view's address: the filters that its query states, and the addresses of its neighbours."""

from collections.abc import Iterable
from datetime import date
from typing import Any
from urllib.parse import urlencode

from starlette.datastructures import QueryParams

from ..archive.filters import Filter
from ..model.errors import InputError

SEVERAL = ("type", "party", "standing", "outlet", "division")
SINGLE = (
    "since",
    "until",
    "place",
    "country",
    "killed",
    "harmed",
    "text",
    "reviewed",
    "dated",
    "placed",
    "box",
)
FILTERS = (*SEVERAL, *SINGLE, "rejected", "article")
PAGE = 50
LONGEST = 200


class Wanted:
    """The query of an address, read as filters; makes the links that change one of them."""

    def __init__(self, params: QueryParams, path: str = "/events") -> None:
        self.path = path
        self.pairs = [
            (key, value) for key, value in params.multi_items() if value and key in (*FILTERS, "page")
        ]
        self.filter = _filter(params)
        self.page = max(1, _number(params.get("page"), "page") or 1)

    @property
    def active(self) -> list[tuple[str, str]]:
        """The filters in force, as they stand in the address."""
        return [(key, value) for key, value in self.pairs if key != "page"]

    def has(self, key: str, value: str) -> bool:
        return (key, value) in self.pairs

    def all(self, key: str) -> list[str]:
        return [value for name, value in self.pairs if name == key]

    def get(self, key: str) -> str:
        return next((value for name, value in self.pairs if name == key), "")

    def link(self, pairs: Iterable[tuple[str, str]], suffix: str = "", path: str = "") -> str:
        query = urlencode(list(pairs))
        return (path or self.path) + suffix + (f"?{query}" if query else "")

    def here(self, suffix: str = "", path: str = "") -> str:
        """The same filters in another format or view."""
        return self.link(self.active, suffix, path)

    def with_(self, path: str = "", **values: str) -> str:
        """The address with these single filters set."""
        kept = [pair for pair in self.active if pair[0] not in values]
        return self.link([*kept, *values.items()], path=path)

    def toggled(self, key: str, value: str) -> str:
        """The address with one value added, or taken away where it is in force."""
        pair = (key, value)
        if pair in self.active:
            return self.link([one for one in self.active if one != pair])
        return self.link([*self.active, pair])

    def turned(self, page: int) -> str:
        return self.link([*self.active, ("page", str(page))])

    @property
    def offset(self) -> int:
        return (self.page - 1) * PAGE


def _filter(params: QueryParams) -> Filter:
    return Filter(
        since=_day(params.get("since")),
        until=_day(params.get("until")),
        place=_text(params.get("place")),
        divisions=_all(params, "division"),
        country=_text(params.get("country")),
        types=_all(params, "type"),
        parties=_all(params, "party"),
        outlets=_all(params, "outlet"),
        standings=_all(params, "standing"),
        killed=_number(params.get("killed"), "killed"),
        harmed=_number(params.get("harmed"), "harmed"),
        text=_text(params.get("text")),
        article=_text(params.get("article")),
        rejected=params.get("rejected") == "yes",
        reviewed=_either(params.get("reviewed")),
        dated=_either(params.get("dated")),
        placed=_either(params.get("placed")),
        box=_box(params.get("box")),
    )


def _all(params: QueryParams, key: str) -> tuple[str, ...]:
    return tuple(value[:LONGEST] for value in params.getlist(key) if value)


def _text(told: str | None) -> str | None:
    return (told or "").strip()[:LONGEST] or None


def _either(told: str | None) -> bool | None:
    return {"yes": True, "no": False}.get(told or "")


def _day(told: str | None) -> date | None:
    if not told:
        return None
    try:
        return date.fromisoformat(told)
    except ValueError:
        raise InputError(f"{told[:40]!r} is not a day; wanted the form 2020-05-31") from None


def _number(told: str | None, name: str) -> int | None:
    if not told:
        return None
    if not (told.isascii() and told.isdigit() and len(told) < 9):
        raise InputError(f"{name}: {told[:40]!r} is not a number")
    return int(told)


def _box(told: str | None) -> tuple[float, float, float, float] | None:
    if not told:
        return None
    try:
        west, south, east, north = (float(part) for part in told.split(","))
    except ValueError:
        raise InputError(f"box: {told[:60]!r}; wanted west,south,east,north in degrees") from None
    return west, south, east, north


def plain(filter: Filter) -> dict[str, Any]:
    """The filter as text, for the log of exports."""
    return {name: str(value) for name in filter.__struct_fields__ if (value := getattr(filter, name))}

"""Who publishes: outlets by name, with their country and, where one publishes them, their party."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from msgspec import Struct, ValidationError, convert

from ..model.errors import DataError
from ..text import fold_phrase
from .entries import load_yaml

_FORM = "`- id:`, `kind:`, `names:` (a block list); `country:` and `party:` where known"


class Outlet(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One outlet. ``country`` is an ISO 3166 code; ``party`` an id of the codebook's section 4."""

    id: str
    kind: str
    names: tuple[str, ...]
    country: str | None = None
    party: str | None = None


def read_outlets(folders: Sequence[Path]) -> tuple[Outlet, ...]:
    """Every outlet of the folders' YAML files; a later folder's entry replaces an earlier of its id.

    Raises:
        DataError: names the file and the right form.
    """
    paths = [path for folder in folders for path in sorted(folder.glob("*.yml"))]
    known = {outlet.id: outlet for path in paths for outlet in _outlets_of(path)}
    return tuple(known[key] for key in sorted(known))


def _outlets_of(path: Path) -> Iterator[Outlet]:
    document = load_yaml(path)
    if not isinstance(document, dict) or not isinstance(document.get("outlets"), list):
        raise DataError(f"{path}:1", "no list of outlets", "`outlets:` with one `- id:` each")
    try:
        yield from convert(document["outlets"], list[Outlet])
    except ValidationError as error:
        raise DataError(f"{path}:1", str(error), _FORM) from None


def by_name(outlets: Iterable[Outlet]) -> dict[str, Outlet]:
    """The outlets by their folded names and ids; the first of several that share a name.

    >>> by_name([Outlet(id="enab-baladi", kind="local", names=("عنب بلدي",))])["عنب بلدي"].id
    'enab-baladi'
    """
    found: dict[str, Outlet] = {}
    for outlet in outlets:
        for name in (outlet.id, *outlet.names):
            found.setdefault(fold_phrase(name), outlet)
    return found

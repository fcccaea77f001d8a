"""One place as the gazetteer's sources give it, and the folded names by which a text may call it."""

from collections.abc import Iterable, Iterator

from msgspec import Struct

from ..text import fold_phrase

LEVELS = (
    "country",
    "division1",
    "division2",
    "town",
    "village",
    "quarter",
    "camp",
    "feature",
    "region",
    "site",
)


class Candidate(Struct, frozen=True, kw_only=True):
    """A place that a name may mean. ``country`` is ISO 3166 in lower case; divisions are place ids."""

    id: str
    name: str
    names_ar: tuple[str, ...]
    lat: float
    lon: float
    country: str
    level: str = "town"
    division1: str = ""
    division2: str = ""
    population: int = 0
    source: str = ""

    @property
    def label(self) -> str:
        """The first Arabic name, or the Latin one where there is none."""
        return self.names_ar[0] if self.names_ar else self.name


def is_arabic(name: str) -> bool:
    """Whether a name is written in Arabic letters only."""
    letters = [char for char in name if char.isalpha()]
    return bool(letters) and all("\u0600" <= char <= "\u06ff" or char >= "\ufb50" for char in letters)


def clean_names(names: Iterable[str]) -> tuple[str, ...]:
    """The Arabic names among them, each once."""
    stripped = (name.strip(" \u200e\u200f،,") for name in names)
    return tuple(dict.fromkeys(name for name in stripped if name and is_arabic(name)))


def folded_keys(names: Iterable[str], generic: frozenset[str]) -> tuple[str, ...]:
    """The folded names, and each again without the generic noun that opens it."""
    keys = [key for name in names for key in _with_bare(fold_phrase(name), generic)]
    return tuple(dict.fromkeys(key for key in keys if key))


def _with_bare(key: str, generic: frozenset[str]) -> Iterator[str]:
    yield key
    head, _, rest = key.partition(" ")
    if rest and head in generic:
        yield rest

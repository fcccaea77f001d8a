"""What one running desk holds: the archive, the knowledge, the words of its languages, its secrets."""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from ..archive import Archive
from ..archive.name_sets import Names
from ..lexicon import Knowledge
from .counting import Counted
from .labels import Label
from .outline import Outline
from .tiles import Tiles
from .tongue import Words

HERE = Path(__file__).parent
STATIC = HERE / "static"
BUILT = STATIC / "built"
MOST_BYTES = 8_000_000
LOOPBACK = ("127.0.0.1", "localhost", "[::1]")


@dataclass(kw_only=True)
class Desk:
    """Everything that a view needs; one for each server. ``reader`` names today's reader of reports."""

    archive: Archive
    knowledge: Knowledge
    reader: str
    words: Mapping[str, Words]
    labels: tuple[Label, ...]
    outline: Outline
    hosts: frozenset[str]
    token: str = ""
    person: str = ""
    tiles: Tiles | None = None
    secret: bytes = field(default_factory=lambda: secrets.token_bytes(32))
    counted: Counted = field(default_factory=Counted)
    kept: dict[str, bytes] = field(default_factory=dict)
    names: dict[int, Names] = field(default_factory=dict)

    @property
    def has_map(self) -> bool:
        """Whether the map's program was built into the package."""
        return (BUILT / "maplibre-gl.mjs").is_file()


def allowed_hosts(host: str, port: int, known_as: str = "") -> frozenset[str]:
    """The values of Host under which a server on this address may be asked."""
    names = {*LOOPBACK, f"[{host}]" if ":" in host else host, *filter(None, (known_as.lower(),))}
    return frozenset({f"{name}:{port}" for name in names} | ({*names} if port == 80 else set()))

"""The user's own map tiles (PMTiles): a file that the desk serves, or an address that the browser asks."""

from pathlib import Path
from urllib.parse import urlsplit

from msgspec import Struct

from ..model.errors import InputError

OWN = "/map/tiles.pmtiles"
HEADER = 127
VERSION = 3
KINDS = range(1, 7)
READABLE = (0, 1, 2)
WANTED = "wanted a .pmtiles file or an address such as https://tiles.example/map.pmtiles"


class Tiles(Struct, frozen=True, kw_only=True):
    """Where the map's tiles come from. ``origin``: the other host that the browser must ask, if any."""

    address: str
    file: Path | None = None
    origin: str = ""


def tiles_from(told: str) -> Tiles | None:
    """The tiles of a file or of an address; none for an empty word. ``InputError`` for what are no tiles."""
    if not told:
        return None
    return _elsewhere(told) if "://" in told else _here(Path(told).expanduser())


def _elsewhere(told: str) -> Tiles:
    try:
        parts = urlsplit(told)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        raise InputError(f"tiles {told!r} are at no address that can be; {WANTED}") from None
    if parts.scheme not in ("http", "https") or not _is_host(host):
        raise InputError(f"tiles {told!r} are at no host that a browser can ask; {WANTED}")
    if parts.username is not None or parts.password is not None:
        raise InputError("an address of tiles may hold no name and password: every page would show them")
    name = f"[{host}]" if ":" in host else host
    origin = f"{parts.scheme}://{name}" + (f":{port}" if port else "")
    rest = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    return Tiles(address=origin + rest, origin=origin)


def _is_host(host: str) -> bool:
    """Letters, digits, dots, hyphens and colons alone: a host's name goes into the rules of every page."""
    return bool(host) and host.isascii() and all(sign.isalnum() or sign in ".-:" for sign in host)


def _here(path: Path) -> Tiles:
    try:
        with path.open("rb") as file:
            head, size = file.read(HEADER), path.stat().st_size
    except OSError as error:
        raise InputError(f"tiles {str(path)!r}: {error.strerror or 'cannot be read'}; {WANTED}") from None
    if wrong := what_is_wrong(head, size):
        raise InputError(f"tiles {str(path)!r}: {wrong}; {WANTED}")
    return Tiles(address=OWN, file=path.resolve())


def what_is_wrong(head: bytes, size: int) -> str:
    """Why a file of this size with this beginning is no PMTiles archive that a browser can read, or nothing.

    >>> what_is_wrong(b"<html>", 6)
    'no PMTiles archive'
    """
    if head[:7] != b"PMTiles" or len(head) < HEADER:
        return "no PMTiles archive"
    if head[7] != VERSION:
        return f"PMTiles of version {head[7]}; pmtiles convert makes version {VERSION} of it"
    if any(_whole(head, at) + _whole(head, at + 8) > size for at in (8, 24, 40, 56)):
        return "the file ends before its tiles do"
    if head[97] not in READABLE or head[98] not in READABLE:
        return "its compression is none that browsers undo (gzip or none)"
    return "" if head[99] in KINDS else f"tiles of an unknown kind ({head[99]})"


def _whole(head: bytes, at: int) -> int:
    return int.from_bytes(head[at : at + 8], "little")

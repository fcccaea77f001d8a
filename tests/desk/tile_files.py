"""Small files of tiles, written here: one tile that holds the whole earth, as lines and areas or as a picture."""

import json
import struct
import zlib
from collections.abc import Iterable

VECTOR, PICTURE = 1, 2
EXTENT = 4096
PLAIN = 1


def pmtiles(kind: int, tile: bytes, metadata: dict[str, object]) -> bytes:
    """A PMTiles archive (version 3) with one tile, that of the whole earth."""
    told = json.dumps(metadata).encode()
    directory = b"".join(map(varint, (1, 0, 1, len(tile), 1)))
    at = 127 + len(directory)
    places = (127, len(directory), at, len(told), at + len(told), 0, at + len(told), len(tile))
    head = b"PMTiles\x03" + struct.pack("<11Q", *places, 1, 1, 1)
    head += bytes((1, PLAIN, PLAIN, kind, 0, 0)) + struct.pack("<4i", *_degrees(-180, -85, 180, 85))
    return head + bytes(9) + directory + told + tile


def _degrees(*sides: int) -> Iterable[int]:
    return (side * 10_000_000 for side in sides)


def varint(number: int) -> bytes:
    """A number in sevens of bits, lowest first."""
    found = b""
    while number > 127:
        found, number = found + bytes((number & 127 | 128,)), number >> 7
    return found + bytes((number,))


def field(number: int, value: bytes | int) -> bytes:
    """One field of a protocol buffer: a number, or bytes with their length."""
    if isinstance(value, int):
        return varint(number << 3) + varint(value)
    return varint(number << 3 | 2) + varint(len(value)) + value


def layer(name: str, kind: int, geometry: Iterable[int], tags: dict[str, str]) -> bytes:
    """A layer of a vector tile with one feature: a point (1), a line (2) or an area (3)."""
    numbers = b"".join(varint(n) for at in range(len(tags)) for n in (at, at))
    feature = field(2, numbers) + field(3, kind) + field(4, b"".join(map(varint, geometry)))
    keys = b"".join(field(3, key.encode()) for key in tags)
    values = b"".join(field(4, field(1, value.encode())) for value in tags.values())
    return field(
        3, field(15, 2) + field(1, name.encode()) + field(2, feature) + keys + values + field(5, EXTENT)
    )


def moves(points: Iterable[tuple[int, int]], closed: bool = False) -> list[int]:
    """The commands of a geometry: go to the first point, draw to the others."""
    (x, y), *rest = points
    found, lines = [9, _zigzag(x), _zigzag(y)], []
    for nx, ny in rest:
        lines += [_zigzag(nx - x), _zigzag(ny - y)]
        x, y = nx, ny
    return [*found, *([len(rest) << 3 | 2, *lines] if rest else []), *([15] if closed else [])]


def _zigzag(number: int) -> int:
    return number * 2 if number >= 0 else -number * 2 - 1


def spot(lat_y: float, lon: float) -> tuple[int, int]:
    """A point of the tile, by longitude and the Mercator share of its height."""
    return round((lon + 180) / 360 * EXTENT), round(lat_y * EXTENT)


def vector_tile() -> bytes:
    """Land, a sea in its middle, a main road, a border, and a town with its names."""
    whole = [(0, 0), (EXTENT, 0), (EXTENT, EXTENT), (0, EXTENT)]
    sea = [(2300, 1600), (2500, 1600), (2500, 1700), (2300, 1700)]
    return b"".join(
        (
            layer("earth", 3, moves(whole, closed=True), {"kind": "earth"}),
            layer("water", 3, moves(sea, closed=True), {"kind": "ocean"}),
            layer("roads", 2, moves([(2400, 1600), (2600, 1700)]), {"kind": "highway"}),
            layer("boundaries", 2, moves([(2400, 1700), (2600, 1600)]), {"kind": "country"}),
            layer("places", 1, moves([spot(0.402, 38.3)]), NAMES),
        )
    )


NAMES = {"kind": "locality", "name": "Example Town", "name:ar": "بلدة المثال", "name:en": "Example Town"}
LAYERS = ("earth", "water", "roads", "boundaries", "places")
CREDIT = '© <a href="https://www.openstreetmap.org/copyright">OpenStreetMap</a><img src=x onerror=alert(1)> & others'


def vector_file() -> bytes:
    """A vector archive in the manner of Protomaps, with an attribution that means harm."""
    layers = [{"id": name, "fields": {}} for name in LAYERS]
    return pmtiles(VECTOR, vector_tile(), {"vector_layers": layers, "attribution": CREDIT})


def picture_file() -> bytes:
    """An archive of pictures: one green square."""
    return pmtiles(PICTURE, png(256, (90, 140, 90)), {"attribution": "Pictures by nobody"})


def png(side: int, colour: tuple[int, int, int]) -> bytes:
    """A square of one colour."""
    rows = (b"\0" + bytes(colour) * side) * side
    head = struct.pack(">2I5B", side, side, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + _chunk(b"IHDR", head)
        + _chunk(b"IDAT", zlib.compress(rows))
        + _chunk(b"IEND", b"")
    )


def _chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))

"""A point of the map as a person reads and writes it, and as a corrected place keeps it."""

import re

from ..model.errors import InputError

DEGREES = re.compile(r"\s*([+-]?\d{1,3}(?:[.٫]\d+)?)\s*[,،;؛\s]\s*([+-]?\d{1,3}(?:[.٫]\d+)?)\s*")
MOST = (90.0, 180.0)


def shown(lat: float | None, lon: float | None) -> str:
    """Latitude and longitude, fit to be read and to be written again; nothing where they are not known.

    >>> shown(34.5624, 38.28)
    '34.5624, 38.2800'
    """
    return "" if lat is None or lon is None else f"{lat:.4f}, {lon:.4f}"


def read_point(told: str) -> tuple[float, float]:
    """Latitude and longitude as a person wrote them, in any digits; ``InputError`` for what is no point.

    >>> read_point("٣٤٫٥، ٣٨")
    (34.5, 38.0)
    """
    match = DEGREES.fullmatch(told)
    found = tuple(float(part.replace("٫", ".")) for part in match.groups()) if match else ()
    if not found or any(abs(one) > most for one, most in zip(found, MOST, strict=True)):
        raise InputError(f"{told[:60]!r} is no point; wanted latitude and longitude")
    return found[0], found[1]


def placed(name: str, point: str) -> str:
    """A place as a correction keeps it: its name, and behind it the point where there is one."""
    if not point:
        return name
    lat, lon = read_point(point)
    return f"{name}@{lat},{lon}"


def parted(place: str) -> tuple[str, str]:
    """The name of a corrected place, and its point as it is read; no point where it has none.

    >>> parted("تدمر@34.56,38.28")
    ('تدمر', '34.5600, 38.2800')
    """
    name, at, where = place.rpartition("@")
    try:
        lat, lon = (float(part) for part in where.split(","))
    except ValueError:
        return place, ""
    return (name, shown(lat, lon)) if at else (place, "")

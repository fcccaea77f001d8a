"""Mercator's projection: degrees of latitude as degrees of the map, and back."""

from math import asinh, atan, degrees, radians, sinh, tan

FARTHEST = 84.0


def mercator(lat: float) -> float:
    """Degrees of latitude as degrees of the projection.

    >>> round(mercator(60.0), 2)
    75.46
    """
    return degrees(asinh(tan(radians(max(-FARTHEST, min(FARTHEST, lat))))))


def unmercator(y: float) -> float:
    """The latitude of a height of the projection, in degrees."""
    return degrees(atan(sinh(radians(y))))

"""What each outlet and speaker is to an event that it tells: alone, contradicted, denying, passing on whose words."""

from collections.abc import Iterator

from msgspec import Struct

from .event import Event

Pair = tuple[str, str]


class Voice(Struct, frozen=True, kw_only=True):
    """One outlet or speaker (``kind``) in one event. ``passed``: who passes on whose words there."""

    kind: str
    name: str
    articles: frozenset[str]
    alone: bool
    contradicted: bool
    denies: bool
    passed: frozenset[Pair]


def voices_of(event: Event) -> Iterator[Voice]:
    """Everyone who tells the event: its outlets, then the speakers of its chains."""
    clashing = {given.origin for one in event.differences if one.contradiction for given in one.given}
    for outlet in dict.fromkeys(filter(None, event.outlets)):
        yield _outlet(event, outlet, clashing)
    for name in dict.fromkeys(name for claim in event.claims for name in claim.chain):
        yield _speaker(event, name, clashing)


def _outlet(event: Event, name: str, clashing: set[str]) -> Voice:
    mine = [origin for origin in event.origins if name in origin.outlets]
    return Voice(
        kind="outlet",
        name=name,
        articles=frozenset(claim.article for claim in event.claims if claim.outlet == name),
        alone=len(event.outlets) == 1,
        contradicted=any(origin.name in clashing for origin in mine),
        denies=bool(mine) and all(origin.denies for origin in mine),
        passed=frozenset((name, origin.name) for origin in mine if origin.name != name),
    )


def _speaker(event: Event, name: str, clashing: set[str]) -> Voice:
    mine = [claim for claim in event.claims if name in claim.chain]
    return Voice(
        kind="speaker",
        name=name,
        articles=frozenset(claim.article for claim in mine),
        alone=len(event.origins) == 1,
        contradicted=name in clashing,
        denies=all(claim.stance == "denies" for claim in mine),
        passed=frozenset((claim.outlet, name) for claim in mine if claim.outlet),
    )

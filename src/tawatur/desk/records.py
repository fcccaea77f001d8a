"""What each outlet and speaker told, over all events of the archive."""

from collections import Counter, defaultdict
from collections.abc import Iterable

import msgspec
from msgspec import Struct
from sqlalchemy import Connection, select

from ..archive.packing import unpacked
from ..archive.tables import events
from ..fusion.event import Difference, Origin

PORTION = 1000
FOREMOST = 4
DIGITS = 15


class Record(Struct, frozen=True, kw_only=True):
    """One outlet's or speaker's record. ``copies``: whose words it passes on, and how often."""

    name: str
    kind: str
    reports: int
    events: int
    alone: int
    contradicted: int
    denies: int
    copies: tuple[tuple[str, int], ...] = ()
    copied_by: tuple[tuple[str, int], ...] = ()


class Passed(Struct, frozen=True):
    """What matters here of a claim: where it stands, and through whom it came."""

    article: str
    outlet: str
    chain: tuple[str, ...]
    stance: str


class Told(Struct, frozen=True):
    """What matters here of an event; the rest of its record is not read."""

    outlets: tuple[str, ...]
    origins: tuple[Origin, ...]
    claims: tuple[Passed, ...]
    differences: tuple[Difference, ...]


_TOLD = msgspec.msgpack.Decoder(Told)


class Tallied:
    """Counters for all names of one kind."""

    def __init__(self, kind: str) -> None:
        self.kind = kind
        self.reports: dict[str, set[int]] = defaultdict(set)
        self.counts = {name: Counter[str]() for name in ("events", "alone", "contradicted", "denies")}
        self.copies: dict[str, Counter[str]] = defaultdict(Counter)
        self.copied: dict[str, Counter[str]] = defaultdict(Counter)

    def told(self, name: str, articles: Iterable[str], alone: bool, clash: bool, denies: bool) -> None:
        """One event that this name tells."""
        # An article's key as a number: a third of the memory, and no two keys of one archive share it.
        self.reports[name].update(int(key[:DIGITS], 16) for key in articles)
        self.counts["events"][name] += 1
        self.counts["alone"][name] += alone
        self.counts["contradicted"][name] += clash
        self.counts["denies"][name] += denies

    def passed_on(self, by: str, whose: str) -> None:
        self.copies[by][whose] += 1
        self.copied[whose][by] += 1

    def records(self) -> list[Record]:
        return [
            Record(
                name=name,
                kind=self.kind,
                reports=len(self.reports[name]),
                **{key: counter[name] for key, counter in self.counts.items()},
                copies=_foremost(self.copies[name]),
                copied_by=_foremost(self.copied[name]),
            )
            for name, _ in self.counts["events"].most_common()
        ]


def _foremost(counter: Counter[str]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(counter.items(), key=lambda one: (-one[1], one[0]))[:FOREMOST])


def records_of(connection: Connection) -> list[Record]:
    """The records of all outlets, then of all speakers, from the events that stand."""
    outlets, speakers = Tallied("outlet"), Tallied("speaker")
    query = select(events.c.record).where(events.c.rejected.is_(False)).order_by(events.c.number)
    for record in connection.execution_options(yield_per=PORTION).execute(query).scalars():
        told = _TOLD.decode(unpacked(record))
        clashing = _clashing(told)
        _outlets(told, clashing, outlets)
        _speakers(told, clashing, speakers)
    return [*outlets.records(), *speakers.records()]


def _clashing(event: Told) -> set[str]:
    """The origins that take part in a contradiction."""
    return {given.origin for one in event.differences if one.contradiction for given in one.given}


def _outlets(event: Told, clashing: set[str], tallied: Tallied) -> None:
    for outlet in filter(None, event.outlets):
        mine = [origin for origin in event.origins if outlet in origin.outlets]
        articles = {claim.article for claim in event.claims if claim.outlet == outlet}
        clash = any(origin.name in clashing for origin in mine)
        tallied.told(
            outlet,
            articles,
            len(event.outlets) == 1,
            clash,
            bool(mine) and all(one.denies for one in mine),
        )
        for origin in mine:
            if origin.name != outlet:
                tallied.passed_on(outlet, origin.name)


def _speakers(event: Told, clashing: set[str], tallied: Tallied) -> None:
    names = {name for claim in event.claims for name in claim.chain}
    for name in names:
        mine = [claim for claim in event.claims if name in claim.chain]
        denies = all(claim.stance == "denies" for claim in mine)
        tallied.told(name, {one.article for one in mine}, len(event.origins) == 1, name in clashing, denies)
        for outlet in {claim.outlet for claim in mine if claim.outlet}:
            tallied.passed_on(outlet, name)

"""From the tellings of one cluster to one event."""

from collections.abc import Mapping, Sequence
from hashlib import sha256

from .differences import compared
from .event import Bond, Event, Said
from .figures import Sided, figure
from .likeness import likeness, reasons
from .origins import origins_of
from .standing import standing
from .tellings import Telling, day
from .votes import days, site, word


def event_id(telling: str) -> str:
    """The id of the event that a telling leads: any member's id finds it."""
    return "e" + sha256(telling.encode()).hexdigest()[:12]


def build_event(members: Sequence[Telling], links: Mapping[tuple[str, str], float]) -> Event:
    """The event that these tellings tell; ``links`` are the points of pairs already compared."""
    tellings = sorted(members, key=lambda telling: (telling.published or 0, telling.id))
    origins = origins_of(tellings)
    parties = {name: _parties(origins, name) for name in ("by", "against")}
    fighting = frozenset(parties["by"]) | frozenset(parties["against"])
    span = days(origins)
    agreed, differences = compared(origins)
    type = word(origins, lambda telling: telling.type) or tellings[0].type
    return Event(
        id=event_id(tellings[0].id),
        type=type,
        family=next(telling.family for telling in tellings if telling.type == type),
        stage=word(origins, lambda telling: telling.stage) or tellings[0].stage,
        earliest=day(span[0] if span else tellings[0].first),
        latest=day(span[1] if span else tellings[0].last),
        dated=span is not None,
        place=site(origins),
        by=parties["by"],
        against=parties["against"],
        killed=figure("killed", origins, fighting),
        injured=figure("injured", origins, fighting),
        detained=figure("detained", origins, fighting),
        abducted=figure("abducted", origins, fighting),
        victims=word(origins, lambda telling: telling.victims),
        weapon=word(origins, lambda telling: telling.weapon),
        standing=standing(origins, frozenset(parties["by"]), frozenset(parties["against"])),
        origins=tuple(origin for origin, _ in origins),
        claims=_said(origins),
        agreed=agreed,
        differences=differences,
        bonds=_bonds(tellings, links),
        tellings=tuple(telling.id for telling in tellings),
        articles=tuple(dict.fromkeys(telling.article for telling in tellings)),
        outlets=tuple(sorted({telling.outlet for telling in tellings})),
    )


def _parties(origins: Sequence[Sided], side: str) -> tuple[str, ...]:
    named = {party for _, voices in origins for _, voice in voices for party in getattr(voice, side)}
    return tuple(sorted(named))


def _said(origins: Sequence[Sided]) -> tuple[Said, ...]:
    said = [
        Said(
            claim=voice.claim,
            telling=telling.id,
            article=telling.article,
            outlet=telling.outlet,
            published=day(telling.published),
            chain=voice.chain,
            origin=origin.name,
            stance=voice.stance,
            quote=voice.quote or telling.quote,
            party=voice.party,
            figures=dict(sorted(voice.counts.items())),
            kinds=voice.kinds,
            by=voice.by,
            against=voice.against,
        )
        for origin, voices in origins
        for telling, voice in voices
    ]
    return tuple(sorted(said, key=lambda one: (str(one.published), one.telling, one.claim)))


def _bonds(tellings: Sequence[Telling], links: Mapping[tuple[str, str], float]) -> tuple[Bond, ...]:
    """Each telling's strongest tie to one before it."""
    bonds = []
    for number, telling in enumerate(tellings[1:], 1):
        points, earlier = max((_points(telling, other, links), other.id) for other in tellings[:number])
        other = next(one for one in tellings if one.id == earlier)
        bonds.append(Bond(a=earlier, b=telling.id, points=points, reasons=reasons(other, telling)))
    return tuple(bonds)


def _points(a: Telling, b: Telling, links: Mapping[tuple[str, str], float]) -> float:
    known = links.get((min(a.id, b.id), max(a.id, b.id)))
    return likeness(a, b) if known is None else known

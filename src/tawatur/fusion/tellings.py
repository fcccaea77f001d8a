"""What fusion sees of one incident in one article: a flat record, made once, kept in the archive."""

from collections.abc import Mapping
from datetime import date
from hashlib import sha256

from msgspec import Struct

from ..model.article import Article
from ..model.incidents import Claim, Count, Incident, Party, When, Where
from ..model.reading import Reading
from ..text import name_key, specific_words
from .passages import passage_of, sketch_of

UNDATED_DAYS = 3
VAGUE_DAYS = 62
_SPEAKING_NAME = 8
COUNTS = ("killed", "injured", "detained", "abducted")

Range = tuple[int | None, int | None]


class Spot(Struct, frozen=True, kw_only=True):
    """A place as fusion compares it: its name as written, a key for it, and what the gazetteer knows.

    ``inside``: the gazetteer's ids of the divisions that hold it, smallest first.
    """

    name: str
    key: str
    id: str | None = None
    lat: float | None = None
    lon: float | None = None
    country: str | None = None
    radius: float | None = None
    inside: tuple[str, ...] = ()

    @property
    def refs(self) -> tuple[str, ...]:
        """The keys under which the same place can be met again."""
        return (self.key, self.id) if self.id else (self.key,)


class Voice(Struct, frozen=True, kw_only=True):
    """One claim: who says it through whom, how, and the parties and figures that this voice gives.

    ``kinds``: what each speaker of the chain is (agency, official, witness …).
    """

    claim: str
    chain: tuple[str, ...]
    root: str
    named: bool
    stance: str
    quote: str
    party: str | None = None
    by: tuple[str, ...] = ()
    against: tuple[str, ...] = ()
    counts: dict[str, Range] = {}
    kinds: tuple[str, ...] = ()


class Telling(Struct, frozen=True, kw_only=True):
    """One incident as one article tells it, with its voices. Days are proleptic ordinals."""

    id: str
    article: str
    outlet: str
    published: int | None
    type: str
    family: str
    stage: str
    background: bool
    first: int | None
    last: int | None
    dated: bool
    place: Spot | None
    relation: str
    within: tuple[Spot, ...]
    also: tuple[Spot, ...]
    by: tuple[str, ...]
    against: tuple[str, ...]
    counts: dict[str, Range]
    victims: str | None
    weapon: str | None
    means: frozenset[str]
    quote: str
    evidence: tuple[int, int]
    voices: tuple[Voice, ...]
    passage: frozenset[int]
    sketch: frozenset[int]

    @property
    def span(self) -> int:
        """How many days beyond one the time leaves open; 0 for a known day."""
        return 0 if self.first is None or self.last is None else self.last - self.first


def article_key(article: Article) -> str:
    """The identity of an article: one outlet's text under one address and day."""
    parts = (article.outlet, article.url, article.published, article.title, article.sha256)
    return sha256("\x1f".join("" if part is None else str(part) for part in parts).encode()).hexdigest()


def tellings_of(reading: Reading, families: Mapping[str, str]) -> tuple[Telling, ...]:
    """The tellings of one reading; ``families`` gives the family of each incident type."""
    key, sketch = article_key(reading.article), sketch_of(reading.article.body)
    claims: dict[str, list[Claim]] = {}
    for claim in reading.claims:
        claims.setdefault(claim.about, []).append(claim)
    return tuple(
        _telling(reading.article, key, sketch, families, incident, tuple(claims.get(incident.id, ())))
        for incident in reading.incidents
    )


def _telling(
    article: Article,
    key: str,
    sketch: frozenset[int],
    families: Mapping[str, str],
    incident: Incident,
    claims: tuple[Claim, ...],
) -> Telling:
    published = article.published.toordinal() if article.published else None
    first, last = _days(incident.date, published)
    counts = _counts(incident)
    return Telling(
        id=f"{key[:16]}.{incident.id}",
        article=key,
        outlet=article.outlet or "",
        published=published,
        type=incident.type,
        family=families.get(incident.type, incident.type),
        stage=incident.stage,
        background=incident.background,
        first=first,
        last=last,
        dated=incident.date is not None,
        place=_spot(incident.place),
        relation=incident.relation,
        within=_spots(incident.within),
        also=_spots(incident.also_places),
        by=_parties(incident.by),
        against=_parties(incident.against),
        counts=counts,
        victims=incident.victims,
        weapon=incident.weapon.quote if incident.weapon else None,
        means=specific_words(incident.weapon.quote) if incident.weapon else frozenset(),
        quote=incident.evidence.quote,
        evidence=(incident.evidence.span.start, incident.evidence.span.end),
        voices=_voices(incident, claims, article.outlet or ""),
        passage=passage_of(incident.evidence.quote),
        sketch=sketch,
    )


def _days(when: When | None, published: int | None) -> tuple[int | None, int | None]:
    if when:
        return when.earliest.toordinal(), when.latest.toordinal()
    return (None, None) if published is None else (published - UNDATED_DAYS, published)


def _spot(where: Where | None) -> Spot | None:
    if not where:
        return None
    return Spot(
        name=where.name,
        key=name_key(where.name),
        id=where.place_id,
        lat=where.lat,
        lon=where.lon,
        country=where.country,
        radius=where.radius,
        inside=where.within,
    )


def _spots(places: tuple[Where, ...]) -> tuple[Spot, ...]:
    return tuple(spot for place in places if (spot := _spot(place)))


def _parties(parties: tuple[Party, ...]) -> tuple[str, ...]:
    return tuple(sorted({party.party for party in parties}))


def _counts(told: Incident | Claim) -> dict[str, Range]:
    found: dict[str, Count | None] = {name: getattr(told, name) for name in COUNTS}
    return {name: (count.low, count.high) for name, count in found.items() if count}


def _voices(incident: Incident, claims: tuple[Claim, ...], outlet: str) -> tuple[Voice, ...]:
    if not claims:
        return (_unsaid(incident, outlet),)
    counts, told = _counts(incident), {name for claim in claims for name in _counts(claim)}
    common = {name: value for name, value in counts.items() if name not in told}
    blamed = any(claim.stance == "accuses" for claim in claims)
    telling = [claim.stance not in ("accuses", "denies") for claim in claims]
    # Who only lays blame or denies gives no count of his own, unless nobody else is there to give it.
    counting = telling if any(telling) else [True] * len(claims)
    return tuple(
        _voice(claim, incident, common if counts_too else {}, blamed, outlet)
        for claim, counts_too in zip(claims, counting, strict=True)
    )


def _unsaid(incident: Incident, outlet: str) -> Voice:
    """The voice of an outlet that tells an incident without a claim about it."""
    return Voice(
        claim="",
        chain=(),
        root=f"~{name_key(outlet)}",
        named=False,
        stance="reports",
        quote="",
        by=_parties(incident.by),
        against=_parties(incident.against),
        counts=_counts(incident),
    )


def _voice(claim: Claim, incident: Incident, common: dict[str, Range], blamed: bool, outlet: str) -> Voice:
    root = _root(claim, outlet)
    # Where somebody lays blame, those who merely report do not name the author.
    silent = blamed and claim.stance not in ("accuses", "claims", "denies")
    return Voice(
        claim=claim.id,
        chain=tuple(link.name for link in claim.chain),
        root=root,
        named=bool(claim.chain) and not root.startswith("~"),
        stance=claim.stance,
        quote=claim.evidence[0].quote if claim.evidence else "",
        party=next((link.party for link in claim.chain[:1] if link.party), None),
        by=() if silent else _parties(claim.by or incident.by),
        against=_parties(claim.against or incident.against),
        counts={**common, **_counts(claim)},
        kinds=tuple(link.kind for link in claim.chain),
    )


def _root(claim: Claim, outlet: str) -> str:
    """The key of the origin: a named speaker, or unnamed sources as the next named link cites them."""
    if not claim.chain:
        return f"~{name_key(outlet)}"
    first = claim.chain[0]
    if first.kind not in ("source", "witness"):
        return name_key(first.name)
    passed_on = [name_key(link.name) for link in claim.chain[1:] if link.kind not in ("source", "witness")]
    return "~" + "@".join([name_key(first.name), *passed_on[:1]])


def same_root(a: str, b: str) -> bool:
    """Whether two roots are one speaker: "the director of X, N. N." speaks for X."""
    short, long = sorted((a, b), key=len)
    return short == long or (len(short) >= _SPEAKING_NAME and short in long and not long.startswith("~"))


def day(ordinal: int | None) -> date | None:
    """The calendar day of an ordinal."""
    return None if ordinal is None else date.fromordinal(ordinal)

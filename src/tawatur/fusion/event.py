"""An event: a happening as all articles together tell it. Plain records, fit for JSON."""

from datetime import date

from msgspec import Struct

from .likeness import Reason


class Origin(Struct, frozen=True, kw_only=True):
    """An independent root of chains: its name, whose side it speaks for, and the claims of it.

    ``accuses``: it only says who did it, which is no telling of its own that it happened.
    """

    name: str
    party: str | None
    denies: bool
    accuses: bool
    outlets: tuple[str, ...]
    claims: tuple[str, ...]


class Given(Struct, frozen=True, kw_only=True):
    """One value as one origin gives it, in one telling."""

    value: str
    origin: str
    outlet: str
    telling: str
    published: date | None = None


class Figure(Struct, frozen=True, kw_only=True):
    """People, over independent origins: lowest, highest, the best by ``rule``, and who says what."""

    low: int | None
    best: int | None
    high: int | None
    rule: str
    given: tuple[Given, ...]


class Site(Struct, frozen=True, kw_only=True):
    """Where an event happened, as its best-told place has it.

    ``within``: the names that the report itself gives; ``inside``: the gazetteer's ids of the
    divisions that hold it, smallest first.
    """

    name: str
    relation: str
    within: tuple[str, ...] = ()
    place_id: str | None = None
    lat: float | None = None
    lon: float | None = None
    country: str | None = None
    radius: float | None = None
    inside: tuple[str, ...] = ()


class Difference(Struct, frozen=True, kw_only=True):
    """A field on which origins do not agree, and who says which."""

    field: str
    contradiction: bool
    given: tuple[Given, ...]


class Standing(Struct, frozen=True, kw_only=True):
    """How well an event is supported, and why. ``overruled_by``: the person who set it instead."""

    grade: str
    reasons: tuple[str, ...]
    computed: str
    overruled_by: str | None = None


class Bond(Struct, frozen=True, kw_only=True):
    """Why two tellings were held to tell one event."""

    a: str
    b: str
    points: float
    reasons: tuple[Reason, ...]


class Said(Struct, frozen=True, kw_only=True):
    """One claim of an event: who said what through whom, in which article and words.

    ``kinds``: what each speaker of the chain is; ``by`` and ``against``: the parties that this voice names.
    """

    claim: str
    telling: str
    article: str
    outlet: str
    published: date | None
    chain: tuple[str, ...]
    origin: str
    stance: str
    quote: str
    party: str | None = None
    figures: dict[str, tuple[int | None, int | None]] = {}
    kinds: tuple[str, ...] = ()
    by: tuple[str, ...] = ()
    against: tuple[str, ...] = ()


class Event(Struct, frozen=True, kw_only=True):
    """A happening with its claims, the fused values, the differences and the standing."""

    id: str
    type: str
    family: str
    stage: str
    earliest: date | None
    latest: date | None
    dated: bool
    place: Site | None
    by: tuple[str, ...]
    against: tuple[str, ...]
    killed: Figure | None
    injured: Figure | None
    detained: Figure | None
    abducted: Figure | None
    victims: str | None
    weapon: str | None
    standing: Standing
    origins: tuple[Origin, ...]
    claims: tuple[Said, ...]
    agreed: tuple[str, ...]
    differences: tuple[Difference, ...]
    bonds: tuple[Bond, ...]
    tellings: tuple[str, ...]
    articles: tuple[str, ...]
    outlets: tuple[str, ...]
    decided: tuple[str, ...] = ()
    rejected: bool = False

    @property
    def tellers(self) -> tuple[Origin, ...]:
        """The origins that tell it happened; the accusers only where nobody else does."""
        telling = tuple(origin for origin in self.origins if not origin.denies)
        return tuple(origin for origin in telling if not origin.accuses) or telling

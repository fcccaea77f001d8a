"""What one article tells of one happening, and who says so."""

from datetime import date

from msgspec import Struct

from .spans import Span


class Words(Struct, frozen=True, kw_only=True, gc=False):
    """A value that is the article's own words: ``quote == body[span.start:span.end]``."""

    span: Span
    quote: str
    rule: str


class Count(Struct, frozen=True, kw_only=True, gc=False):
    """People: lowest and highest number that this article's voices give (codebook, section 2)."""

    low: int | None
    high: int | None
    span: Span
    quote: str
    rule: str


class When(Struct, frozen=True, kw_only=True, gc=False):
    """First and last possible day of the act."""

    earliest: date
    latest: date
    precision: str
    rule: str
    span: Span | None = None
    quote: str | None = None


class Where(Struct, frozen=True, kw_only=True, gc=False):
    """A place as written, with what the gazetteer knows of it. ``radius`` in kilometres."""

    name: str
    span: Span
    quote: str
    rule: str
    place_id: str | None = None
    lat: float | None = None
    lon: float | None = None
    country: str | None = None
    precision: str | None = None
    radius: float | None = None
    within: tuple[str, ...] = ()


class Party(Struct, frozen=True, kw_only=True, gc=False):
    """Who did it or was hit: the party's id, and the words that name it."""

    party: str
    span: Span
    quote: str
    rule: str


class Incident(Struct, frozen=True, kw_only=True, gc=False):
    """What one article tells of one happening (codebook, sections 1 and 2)."""

    id: str
    type: str
    anchor: Words
    evidence: Words
    stage: str = "occurred"
    background: bool = False
    date: When | None = None
    place: Where | None = None
    relation: str = "at"
    within: tuple[Where, ...] = ()
    also_places: tuple[Where, ...] = ()
    by: tuple[Party, ...] = ()
    against: tuple[Party, ...] = ()
    killed: Count | None = None
    injured: Count | None = None
    detained: Count | None = None
    abducted: Count | None = None
    victims: str | None = None
    weapon: Words | None = None


class Link(Struct, frozen=True, kw_only=True, gc=False):
    """One speaker of a chain. ``party``: whose side it speaks for, if it does."""

    name: str
    kind: str
    span: Span
    quote: str
    rule: str
    party: str | None = None


class Claim(Struct, frozen=True, kw_only=True, gc=False):
    """One speaker's statement about one incident or tally in one article.

    ``chain`` runs from the origin outward, without the outlet; empty is the outlet's own voice.
    The counts and parties are those that this very speaker gives.
    """

    id: str
    about: str
    chain: tuple[Link, ...]
    stance: str
    rule: str
    evidence: tuple[Words, ...]
    by: tuple[Party, ...] = ()
    against: tuple[Party, ...] = ()
    killed: Count | None = None
    injured: Count | None = None
    detained: Count | None = None
    abducted: Count | None = None


class Tally(Struct, frozen=True, kw_only=True, gc=False):
    """A total over a period or over several places."""

    id: str
    evidence: Words
    period_from: date | None = None
    period_to: date | None = None
    place: Where | None = None
    killed: Count | None = None
    injured: Count | None = None
    incidents: Count | None = None


class Doubt(Struct, frozen=True, kw_only=True, gc=False):
    """Something that the reader could not settle."""

    about: str
    reason: str
    span: Span

"""Values found in the text. Each has its span, the rule that found it, and the words it covers."""

from datetime import date

from msgspec import Struct

from .spans import Span


class Mention(Struct, frozen=True, kw_only=True, gc=False):
    """What every mention has.

    ``first`` and ``last`` are word numbers of the ``Text`` (half-open); ``span`` is where the value
    itself stands in the body, without clitics; ``rule`` names the entry or pattern that found it.
    """

    span: Span
    first: int
    last: int
    rule: str


class Number(Mention, frozen=True, kw_only=True):
    """A number or range: ``low`` and ``high`` as the codebook counts ("at least 5" is 5, None)."""

    low: int | None
    high: int | None
    ordinal: bool = False


class Date(Mention, frozen=True, kw_only=True):
    """A time resolved against publication: first and last possible day, both ``None`` if unresolved.

    ``precision``: day, night, week, month, year, span. ``bound``: on, since, until, before, after.
    ``part``: dawn, morning, noon, afternoon, evening, night or None.
    """

    earliest: date | None
    latest: date | None
    precision: str
    bound: str = "on"
    part: str | None = None


class Place(Mention, frozen=True, kw_only=True):
    """A named place. ``span`` covers the bare name; ``whole`` also its relation and generic noun.

    ``relation``: the codebook's (at, near, between, north_of … southwest_of, road, outskirts).
    ``level``: country, division1, division2, town, village, quarter, camp, feature, region, site.
    ``within``: place_ids of the containing places, smallest first. ``radius`` in kilometres.
    ``reason`` says why this candidate was taken. ``pair``: for between/road, the other name's span.
    ``qualifies``: the name only tells whose or of what ("حكومة اليمن"), not where.
    """

    whole: Span
    name: str
    relation: str = "at"
    level: str = "town"
    place_id: str | None = None
    lat: float | None = None
    lon: float | None = None
    country: str | None = None
    within: tuple[str, ...] = ()
    radius: float | None = None
    reason: str = ""
    pair: Span | None = None
    qualifies: bool = False


class Actor(Mention, frozen=True, kw_only=True):
    """A body, its people or things, or a class of people.

    ``party`` is an id of the codebook's section 4. ``head``: body (the force itself), members
    ("عناصر من"), person (named or titled), class (civilians …), object (its vehicle, post, convoy),
    place_of (homes, market: people are meant). ``low``/``high``: how many people, where it says so
    (dual and bare singular included; an uncounted plural is 2, None). ``kind``: civilians,
    combatants or unknown. ``whole`` includes the number.
    """

    party: str
    head: str
    whole: Span
    low: int | None = None
    high: int | None = None
    counted: bool = False
    kind: str = "unknown"
    definite: bool = False


class Weapon(Mention, frozen=True, kw_only=True):
    """A means: its id and the incident type that it implies, if it implies one."""

    id: str
    implies: str | None = None


class Speaker(Mention, frozen=True, kw_only=True):
    """Someone quoted or relied on. ``kind``: agency, monitor, body, official, source, witness,
    page, person, media. ``party``: whose side they speak for, if they do. ``name``: the shortest
    full form as written.
    """

    name: str
    kind: str
    party: str | None = None

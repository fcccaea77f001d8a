"""All that was read in one article."""

from msgspec import Struct

from .article import Article
from .incidents import Claim, Doubt, Incident, Tally
from .mentions import Actor, Date, Number, Place, Speaker, Weapon


class Part(Struct, frozen=True, kw_only=True, gc=False):
    """A stretch of the body by its role: headline, lead, body, caption, credit, furniture, comment."""

    kind: str
    start: int
    end: int


class Mentions(Struct, frozen=True, kw_only=True, gc=False):
    """Every value found in the text, in the order of the text."""

    numbers: tuple[Number, ...] = ()
    dates: tuple[Date, ...] = ()
    places: tuple[Place, ...] = ()
    actors: tuple[Actor, ...] = ()
    weapons: tuple[Weapon, ...] = ()
    speakers: tuple[Speaker, ...] = ()


class Reading(Struct, frozen=True, kw_only=True, gc=False):
    """What one article tells: mentions, incidents, tallies, the claims about them, and doubts."""

    article: Article
    parts: tuple[Part, ...] = ()
    mentions: Mentions = Mentions()
    incidents: tuple[Incident, ...] = ()
    tallies: tuple[Tally, ...] = ()
    claims: tuple[Claim, ...] = ()
    doubts: tuple[Doubt, ...] = ()

"""One row for each claim: who says what through whom, in which words."""

from collections.abc import Iterable, Iterator

from tawatur.fusion.event import Event, Said
from tawatur.fusion.figures import shown

from .cells import Row, csv_of, day, joined
from .grades import RELIABILITY, credibility
from .terms import Terms

COUNTS = ("killed", "injured", "detained", "abducted")
COLUMNS = (
    "event",
    "event_type",
    "event_standing",
    "claim",
    "article",
    "outlet",
    "published",
    "origin",
    "chain",
    "speaker_party",
    "stance",
    *COUNTS,
    "quote",
    "admiralty_reliability",
    "admiralty_credibility",
)


def written(events: Iterable[Event], terms: Terms) -> Iterator[bytes]:
    """The claims of the events as csv."""
    return csv_of(COLUMNS, (row(event, claim) for event in events for claim in event.claims), terms.bom)


def row(event: Event, claim: Said) -> Row:
    """One claim as a row."""
    figures = {name: shown(value) for name, value in claim.figures.items()}
    return {
        "event": event.id,
        "event_type": event.type,
        "event_standing": event.standing.grade,
        "claim": f"{claim.telling}/{claim.claim}",
        "article": claim.article,
        "outlet": claim.outlet,
        "published": day(claim.published),
        "origin": claim.origin,
        "chain": joined(claim.chain),
        "speaker_party": claim.party,
        "stance": claim.stance,
        **figures,
        "quote": claim.quote,
        "admiralty_reliability": RELIABILITY,
        "admiralty_credibility": credibility(event, claim),
    }

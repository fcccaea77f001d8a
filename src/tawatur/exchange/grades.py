"""Standing in the grades of others: Airwars for events; for claims the credibility of the Admiralty scale.

The reliability of a speaker is a person's judgement: we give F, "cannot be judged".
"""

from tawatur.fusion.event import Event, Said

RELIABILITY = "F"
_AIRWARS = {
    "confirmed": "Confirmed",
    "corroborated": "Fair",
    "single": "Weak",
    "claimed": "Weak",
    "contested": "Contested",
    "refuted": "Discounted",
}
_CREDIBILITY = {
    "confirmed": "1",
    "corroborated": "2",
    "single": "3",
    "claimed": "3",
    "contested": "4",
    "refuted": "5",
}
_SUPPORTED = ("confirmed", "corroborated")
_UNJUDGED = "6"


def airwars(standing: str) -> str:
    """The grade by which Airwars would class an event of this standing."""
    return _AIRWARS.get(standing, "")


def credibility(event: Event, claim: Said) -> str:
    """The Admiralty scale's credibility of a claim: 1 confirmed by others … 5 improbable, 6 not judged."""
    if claim.stance == "denies":
        return "5" if event.standing.grade in _SUPPORTED else "4"
    if not claim.chain and event.standing.grade == "single":
        return _UNJUDGED
    return _CREDIBILITY.get(event.standing.grade, _UNJUDGED)

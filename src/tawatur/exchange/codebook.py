"""Readings as the codebook codes them: a JSON list of documents with incidents and tallies.

The codebook's own fields keep their form. What we know beyond it stands beside them:
``…_span`` for the words of a value, ``…_at`` for what the gazetteer knows of a place.
"""

import json
from collections.abc import Iterable
from typing import Any

from tawatur.model.incidents import Claim, Count, Incident, Party, Tally, When, Where, Words
from tawatur.model.reading import Reading
from tawatur.model.spans import Span

HEAD = "[\n"
BETWEEN = ",\n"
TAIL = "\n]\n"

TOLLS = ("killed", "injured", "detained", "abducted")


def one(reading: Reading) -> str:
    """One report as a JSON object of the codebook."""
    return json.dumps(document(reading), ensure_ascii=False)


def document(reading: Reading) -> dict[str, Any]:
    """One report coded: id, outlet, publication day, incidents and tallies."""
    article = reading.article
    return {
        "id": article.id,
        "outlet": article.outlet,
        "published": _day(article.published),
        "incidents": [_incident(i, _about(reading.claims, i.id)) for i in reading.incidents],
        "tallies": [_tally(t, _about(reading.claims, t.id)) for t in reading.tallies],
    }


def _about(claims: Iterable[Claim], about: str) -> list[Claim]:
    return [claim for claim in claims if claim.about == about]


def _incident(incident: Incident, claims: list[Claim]) -> dict[str, Any]:
    return {
        "type": incident.type,
        "stage": incident.stage,
        "background": incident.background,
        **_date(incident.date),
        **_places(incident),
        "by": _parties(incident.by),
        "against": _parties(incident.against),
        **_counts(incident, TOLLS),
        "victims": incident.victims,
        **_words("weapon", incident.weapon),
        "said_by": _voices(claims),
        **_words("evidence", incident.evidence),
    }


def _tally(tally: Tally, claims: list[Claim]) -> dict[str, Any]:
    return {
        "period": [_day(tally.period_from), _day(tally.period_to)],
        **_place(tally.place),
        **_counts(tally, ("killed", "injured", "incidents")),
        "said_by": _voices(claims),
        **_words("evidence", tally.evidence),
    }


def _date(when: When | None) -> dict[str, Any]:
    if when is None:
        return {"date": None, "date_text": None, "date_span": None, "date_precision": None}
    return {
        "date": [_day(when.earliest), _day(when.latest)],
        "date_text": when.quote,
        "date_span": _pair(when.span),
        "date_precision": when.precision,
    }


def _places(incident: Incident) -> dict[str, Any]:
    return {
        **_place(incident.place),
        "within": [w.name for w in incident.within],
        "within_at": [_known(w) for w in incident.within],
        "relation": incident.relation,
        "also_places": [w.name for w in incident.also_places],
        "also_places_at": [_known(w) for w in incident.also_places],
    }


def _place(where: Where | None) -> dict[str, Any]:
    return {
        "place": where.name if where else None,
        "place_at": _known(where) if where else None,
    }


def _known(where: Where) -> dict[str, Any]:
    return {
        "lat": where.lat,
        "lon": where.lon,
        "place_id": where.place_id,
        "country": where.country,
        "precision": where.precision,
        "radius": where.radius,
        "span": _pair(where.span),
    }


def _parties(parties: Iterable[Party]) -> list[dict[str, Any]]:
    return [{"text": p.quote, "party": p.party, "span": _pair(p.span)} for p in parties]


def _counts(holder: Incident | Tally, names: Iterable[str]) -> dict[str, Any]:
    fields: dict[str, Any] = {}
    for name in names:
        count: Count | None = getattr(holder, name)
        fields[name] = [count.low, count.high] if count else None
        fields[f"{name}_span"] = _pair(count.span) if count else None
    return fields


def _words(name: str, words: Words | None) -> dict[str, Any]:
    return {name: words.quote if words else None, f"{name}_span": _pair(words.span) if words else None}


def _voices(claims: Iterable[Claim]) -> list[dict[str, Any]]:
    return [
        {
            "chain": [link.name for link in claim.chain],
            "stance": claim.stance,
            "spans": [_pair(link.span) for link in claim.chain],
        }
        for claim in claims
    ]


def _pair(span: Span | None) -> list[int] | None:
    return [span.start, span.end] if span else None


def _day(day: Any) -> str | None:
    return day.isoformat() if day else None

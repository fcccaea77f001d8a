"""The tree of reasons of a reading: field, value, words, rule, and the mentions that the words hold."""

from collections.abc import Iterator
from typing import Any

from tawatur.exchange.table import people
from tawatur.model.incidents import Claim, Count, Incident, Party, Tally, When, Where, Words
from tawatur.model.mentions import Mention
from tawatur.model.reading import Reading
from tawatur.model.spans import Span

Value = Words | Count | When | Where | Party
STEP = "  "


def explained(reading: Reading) -> str:
    """The whole tree of one reading, as indented lines."""
    lines = [f"{reading.article.id}  {reading.article.title or ''}".rstrip()]
    for number, incident in enumerate(reading.incidents, 1):
        lines += [f"{STEP}{number}. {incident.type} ({incident.stage})", *_incident(incident, reading)]
    for tally in reading.tallies:
        lines += [f"{STEP}tally", *_tally(tally, reading)]
    if not reading.incidents and not reading.tallies:
        lines.append(f"{STEP}no incident found")
    return "\n".join([*lines, *_doubts(reading)])


def _incident(incident: Incident, reading: Reading) -> Iterator[str]:
    for label, value in _values(incident):
        yield from _value(label, value, reading)
    yield from _claims(incident.id, reading)
    yield from _value("evidence", incident.evidence, reading, parts=False)


def _tally(tally: Tally, reading: Reading) -> Iterator[str]:
    for name in ("place", "killed", "injured", "incidents"):
        if (value := getattr(tally, name)) is not None:
            yield from _value(name, value, reading)
    yield from _claims(tally.id, reading)
    yield from _value("evidence", tally.evidence, reading, parts=False)


def _values(incident: Incident) -> Iterator[tuple[str, Value]]:
    yield f"type {incident.type}", incident.anchor
    for name in ("date", "place", "within", "also_places", "by", "against"):
        for value in _several(getattr(incident, name)):
            yield name, value
    for name in ("killed", "injured", "detained", "abducted", "weapon"):
        if (value := getattr(incident, name)) is not None:
            yield name, value


def _several(value: Any) -> tuple[Value, ...]:
    if value is None:
        return ()
    return value if isinstance(value, tuple) else (value,)


def _value(label: str, value: Value, reading: Reading, parts: bool = True) -> Iterator[str]:
    yield f"{STEP * 2}{label}: {_told(value)}".rstrip(" :")
    yield from _ground(value.rule, value.span, reading.article.body)
    if parts and value.span is not None:
        yield from _parts(value.span, reading)


def _told(value: Value) -> str:
    match value:
        case Count():
            return people(value.low, value.high)
        case When():
            return f"{value.earliest} to {value.latest} ({value.precision})"
        case Where():
            known = (
                f"  {value.lat} {value.lon} {value.place_id}" if value.place_id else "  not in the gazetteer"
            )
            return value.name + known
        case Party():
            return value.party
        case _:
            return ""


def _ground(rule: str, span: Span | None, body: str) -> Iterator[str]:
    words = f"  [{span.start}:{span.end}] {_flat(span.of(body))}" if span else "  (no words of its own)"
    yield f"{STEP * 3}rule {rule}{words}"


def _parts(span: Span, reading: Reading) -> Iterator[str]:
    for kind, mention in _mentions(reading):
        if span.covers(mention.span):
            reason = getattr(mention, "reason", "")
            words = _flat(mention.span.of(reading.article.body))
            yield f"{STEP * 4}{kind} {mention.rule}  {words}" + (f"  ({reason})" if reason else "")


def _mentions(reading: Reading) -> Iterator[tuple[str, Mention]]:
    found = reading.mentions
    for kind in ("numbers", "dates", "places", "actors", "weapons", "speakers"):
        for mention in getattr(found, kind):
            yield kind.removesuffix("s"), mention


def _claims(about: str, reading: Reading) -> Iterator[str]:
    for claim in reading.claims:
        if claim.about == about:
            yield from _claim(claim, reading.article.body)


def _claim(claim: Claim, body: str) -> Iterator[str]:
    yield f"{STEP * 2}said by: {claim.stance}  rule {claim.rule}"
    if not claim.chain:
        yield f"{STEP * 3}the outlet itself"
    for link in claim.chain:
        yield f"{STEP * 3}{link.kind}: {_flat(link.name)}"
        yield from (STEP + line for line in _ground(link.rule, link.span, body))


def _doubts(reading: Reading) -> Iterator[str]:
    for doubt in reading.doubts:
        yield f"{STEP}doubt: {doubt.about}: {doubt.reason}"
        yield f"{STEP * 3}[{doubt.span.start}:{doubt.span.end}] {_flat(doubt.span.of(reading.article.body))}"


def _flat(text: str) -> str:
    return " ".join(text.split())

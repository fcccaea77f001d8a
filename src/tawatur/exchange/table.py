"""Readings for a person at a terminal: a block for each incident, a line for each value.

A line holds our own words first and the report's words last, so that a terminal which orders mixed
text and one which does not both show it right; no box characters, no invisible marks.
"""

from collections.abc import Iterable, Iterator
from textwrap import wrap

from tawatur.model.article import Article
from tawatur.model.incidents import Claim, Count, Incident, Party, Tally, When, Where
from tawatur.model.reading import Reading

HEAD = ""
BETWEEN = "\n"
TAIL = ""

LABEL = 11
WIDTH = 100


def one(reading: Reading) -> str:
    """One report: its heading, its incidents, its tallies and the number of doubts."""
    lines = [*_heading(reading.article)]
    for number, incident in enumerate(reading.incidents, 1):
        lines += ["", *_incident(number, incident, _about(reading.claims, incident.id))]
    for tally in reading.tallies:
        lines += ["", *_tally(tally, _about(reading.claims, tally.id))]
    return "\n".join([*lines, *_ending(reading), ""])


def _about(claims: Iterable[Claim], about: str) -> list[Claim]:
    return [claim for claim in claims if claim.about == about]


def _heading(article: Article) -> Iterator[str]:
    day = article.published.isoformat() if article.published else "no publication day"
    yield f"{article.id or 'report'}   {day}   {article.outlet or ''}".rstrip()
    if article.title:
        yield f"  {article.title}"


def _ending(reading: Reading) -> Iterator[str]:
    if not reading.incidents and not reading.tallies:
        yield "  no incident found"
    if reading.doubts:
        yield ""
        yield f"  {len(reading.doubts)} doubt(s); `tawatur explain` shows them"


def _incident(number: int, incident: Incident, claims: list[Claim]) -> Iterator[str]:
    marks = [m for m in (incident.stage if incident.stage != "occurred" else "", _past(incident)) if m]
    yield f"  {number}. {incident.type}" + (f" ({', '.join(marks)})" if marks else "")
    yield from _when(incident.date)
    yield from _where(incident)
    yield from _parties("by", incident.by)
    yield from _parties("against", incident.against)
    for name in ("killed", "injured", "detained", "abducted"):
        yield from _count(name, getattr(incident, name))
    if incident.victims:
        yield _line("victims", incident.victims)
    if incident.weapon:
        yield _line("weapon", incident.weapon.quote)
    yield from _voices(claims)
    yield from _quote(incident.evidence.quote)


def _past(incident: Incident) -> str:
    return "background" if incident.background else ""


def _tally(tally: Tally, claims: list[Claim]) -> Iterator[str]:
    first, last = (day.isoformat() if day else "?" for day in (tally.period_from, tally.period_to))
    yield f"  tally {first} to {last}"
    if tally.place:
        yield from _place("place", tally.place)
    for name in ("killed", "injured", "incidents"):
        yield from _count(name, getattr(tally, name))
    yield from _voices(claims)
    yield from _quote(tally.evidence.quote)


def _when(when: When | None) -> Iterator[str]:
    if when:
        days = when.earliest.isoformat()
        if when.latest != when.earliest:
            days += f" to {when.latest.isoformat()}"
        yield _line("date", f"{days}  {_flat(when.quote or '')}".rstrip())


def _where(incident: Incident) -> Iterator[str]:
    if incident.place:
        yield from _place(incident.relation.replace("_", " "), incident.place)
    for where in incident.within:
        yield from _place("within", where)
    for where in incident.also_places:
        yield from _place("also", where)


def _place(label: str, where: Where) -> Iterator[str]:
    known = f"{where.lat:.3f} {where.lon:.3f}  " if where.lat is not None and where.lon is not None else ""
    yield _line(label, known + _flat(where.name))


def _parties(label: str, parties: Iterable[Party]) -> Iterator[str]:
    for party in parties:
        yield _line(label, f"{party.party}  {_flat(party.quote)}")


def _count(label: str, count: Count | None) -> Iterator[str]:
    if count:
        yield _line(label, f"{people(count.low, count.high)}  {_flat(count.quote)}")


def people(low: int | None, high: int | None) -> str:
    """A count in words of ours: 5, 5 to 7, at least 5, at most 7."""
    if low is None and high is None:
        return "some"
    if low is None:
        return f"at most {high}"
    if high is None:
        return f"at least {low}"
    return str(low) if low == high else f"{low} to {high}"


def _voices(claims: Iterable[Claim]) -> Iterator[str]:
    for claim in claims:
        chain = " via ".join(_flat(link.name) for link in claim.chain)
        yield _line("said by", f"{claim.stance}  {chain or '(the outlet itself)'}")


def _quote(quote: str) -> Iterator[str]:
    for row in wrap(_flat(quote), WIDTH):
        yield f"     {row}"


def _line(label: str, value: str) -> str:
    return f"     {label:{LABEL}}{value}"


def _flat(text: str) -> str:
    return " ".join(text.split())

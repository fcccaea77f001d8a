"""An article with its values: what was read in it, and the text cut where values begin and end."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise, zip_longest

from msgspec import Struct

from ..model.incidents import Incident
from ..model.mentions import Actor, Date, Mention, Number, Place, Speaker, Weapon
from ..model.reading import Part, Reading
from ..model.spans import Span
from .tongue import Tongue

KINDS = ("event", "number", "date", "place", "actor", "weapon", "speaker")
DIM = ("caption", "credit", "furniture", "comment", "dateline")


class Value(Struct, frozen=True, kw_only=True):
    """One value read in the text: its words, what they mean, and the rule that says so."""

    id: str
    kind: str
    start: int
    end: int
    quote: str
    means: str
    rule: str
    why: str = ""


class Piece(Struct, frozen=True, kw_only=True):
    """A stretch of text that the same values cover; ``begins`` are the values that start here."""

    text: str
    values: tuple[str, ...]
    kinds: tuple[str, ...]
    begins: tuple[str, ...]


class Block(Struct, frozen=True, kw_only=True):
    """One part of the article (lead, body, caption …) in pieces."""

    kind: str
    start: int
    dim: bool
    pieces: tuple[Piece, ...]

    @property
    def has_letters(self) -> bool:
        """Whether the part has a direction of its own; signs and numbers alone have none."""
        return any(letter.isalpha() for piece in self.pieces for letter in piece.text)


def values_of(reading: Reading, tongue: Tongue) -> tuple[Value, ...]:
    """Every value of the reading, in the order of the text, longer ones first."""
    body = reading.article.body
    found = sorted(
        {*_mentioned(reading, tongue), *_anchored(reading.incidents, tongue)},
        key=lambda one: (one[1].start, -one[1].end, one[0]),
    )
    return tuple(
        Value(
            id=f"v{n}",
            kind=kind,
            start=span.start,
            end=span.end,
            quote=span.of(body),
            means=means,
            rule=rule,
            why=why,
        )
        for n, (kind, span, means, rule, why) in enumerate(found)
    )


Told = tuple[str, Span, str, str, str]


def _mentioned(reading: Reading, tongue: Tongue) -> Iterator[Told]:
    found = reading.mentions
    for kind in KINDS[1:]:
        for mention in getattr(found, f"{kind}s"):
            yield kind, mention.span, meaning(mention, tongue), mention.rule, _why(mention, tongue)


def _why(mention: Mention, tongue: Tongue) -> str:
    reason: str = getattr(mention, "reason", "")
    return tongue.reason(reason) if reason else ""


def _anchored(incidents: Iterable[Incident], tongue: Tongue) -> Iterator[Told]:
    for one in incidents:
        stage = "" if one.stage == "occurred" else f" ({tongue.known('stage', one.stage)})"
        yield "event", one.anchor.span, tongue.type(one.type) + stage, one.anchor.rule, ""


def meaning(mention: Mention, tongue: Tongue) -> str:
    """What the words of a mention mean, in the reader's language."""
    match mention:
        case Number():
            return tongue.range(mention.low, mention.high)
        case Date():
            return tongue.days(mention.earliest, mention.latest)
        case Place():
            where = tongue.known("level", mention.level)
            at = (
                f" · \u2066{mention.lat:.3f},\u00a0{mention.lon:.3f}\u2069"
                if mention.lat is not None and mention.lon
                else ""
            )
            return f"{mention.name} ({where}){tongue.digits(at)}"
        case Actor():
            people = tongue.range(mention.low, mention.high) + " · " if mention.counted else ""
            return people + tongue.party(mention.party)
        case Weapon():
            return tongue.known("weapon", mention.id)
        case Speaker():
            return f"{mention.name} ({tongue.known('speaker', mention.kind)})"
    return ""


def blocks_of(reading: Reading, values: Sequence[Value]) -> tuple[Block, ...]:
    """The article's parts; text that belongs to no part stands in a part of its own."""
    return tuple(
        Block(
            kind=part.kind,
            start=part.start,
            dim=part.kind in DIM,
            pieces=tuple(pieces(reading.article.body, part.start, part.end, values)),
        )
        for part in _covering(reading.parts, reading.article.body)
    )


def _covering(parts: Sequence[Part], body: str) -> Iterator[Part]:
    """The parts, each to the end of its line where no other part follows on it."""
    at = 0
    for part, follower in zip_longest(ordered := sorted(parts, key=lambda one: one.start), ordered[1:]):
        yield from _between(body, at, part.start)
        begin = max(at, part.start)
        at = max(begin, _line_end(body, part.end, follower.start if follower else len(body)))
        if at > begin:
            yield Part(kind=part.kind, start=begin, end=at)
    yield from _between(body, at, len(body))


def _between(body: str, start: int, end: int) -> Iterator[Part]:
    """What stands between two parts, without the blank lines around it."""
    text = body[start:end]
    if bare := text.strip():
        first = start + len(text) - len(text.lstrip())
        yield Part(kind="body", start=first, end=first + len(bare))


def _line_end(body: str, end: int, most: int) -> int:
    """Where the line of a part ends; spaces at its end are left out."""
    line = body[end:most].partition("\n")[0]
    return end + len(line.rstrip())


def pieces(body: str, start: int, end: int, values: Sequence[Value]) -> Iterator[Piece]:
    """The text from ``start`` to ``end``, cut wherever a value begins or ends; overlaps keep all values."""
    here = [one for one in values if one.start < end and start < one.end]
    cuts = sorted({start, end, *(cut for one in here for cut in (one.start, one.end) if start < cut < end)})
    for first, last in pairwise(cuts):
        over = [one for one in here if one.start < last and first < one.end]
        yield Piece(
            text=body[first:last],
            values=tuple(one.id for one in over),
            kinds=tuple(dict.fromkeys(one.kind for one in over)),
            begins=tuple(one.id for one in over if max(one.start, start) == first),
        )

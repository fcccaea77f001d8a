"""How far two coders agree: precision, recall, F1 and Krippendorff's alpha, slot by slot."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from msgspec import Struct

from .codings import CodedReport, Coding
from .pairing import Pair, pairs
from .slots import NOT_SUMMED, SLOTS, Slot, agreeing

_NOTHING = "∅"


class Score(Struct, frozen=True, kw_only=True):
    """Values that the gold coding has, that the other has, and that agree.

    ``paired`` is F1 over incidents that both sides have; ``alpha`` is Krippendorff's nominal alpha over
    those incidents for fields of one value (Krippendorff, Content Analysis, ch. 11), None elsewhere.
    """

    slot: str
    gold: int
    coded: int
    right: int
    paired: float | None = None
    alpha: float | None = None

    @property
    def precision(self) -> float:
        return self.right / self.coded if self.coded else 0.0

    @property
    def recall(self) -> float:
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        return f1(self.gold, self.coded, self.right)


class Difference(Struct, frozen=True, kw_only=True):
    """One thing on which the two coders differ: an incident that one of them lacks, or a value."""

    report: str
    what: str
    gold: Any
    coded: Any
    evidence: str


class Agreement(Struct, frozen=True, kw_only=True):
    """The slot table, and every difference behind it."""

    scores: tuple[Score, ...]
    differences: tuple[Difference, ...]
    uncoded: tuple[str, ...]


def f1(gold: int, coded: int, right: int) -> float:
    """The harmonic mean of precision and recall; 0 where nothing is right."""
    return 2 * right / (gold + coded) if right else 0.0


def agreement(
    gold: Mapping[str, CodedReport], coded: Mapping[str, CodedReport], families: Mapping[str, str]
) -> Agreement:
    """Compare two codings of the same reports; a report that the second lacks counts as empty.

    Slots of incidents without a partner count as missed or as spurious (the "all templates" count of the
    Message Understanding Conferences).
    """
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    together: dict[str, list[tuple[Coding, Coding]]] = {}
    differences: list[Difference] = []
    for name, report in gold.items():
        other = coded[name].incidents if name in coded else ()
        found = pairs(report.incidents, other, families)
        counts["incident"].update(gold=len(report.incidents), coded=len(other), right=len(found))
        together[name] = [(report.incidents[p.gold], other[p.coded]) for p in found]
        differences += _differences(name, report.incidents, other, found)
        for slot in SLOTS:
            counts[slot.name].update(_counted(slot, report.incidents, other, together[name]))
    couples = [couple for found_couples in together.values() for couple in found_couples]
    return Agreement(
        scores=(*_scores(counts, couples), _sum(counts)),
        differences=tuple(differences),
        uncoded=tuple(name for name in gold if name not in coded),
    )


def _counted(
    slot: Slot, gold: Sequence[Coding], coded: Sequence[Coding], couples: Sequence[tuple[Coding, Coding]]
) -> dict[str, int]:
    return {
        "gold": sum(len(slot.values(coding)) for coding in gold),
        "coded": sum(len(slot.values(coding)) for coding in coded),
        "right": sum(agreeing(slot.values(a), slot.values(b), slot.same) for a, b in couples),
    }


def _scores(counts: Mapping[str, Counter[str]], couples: Sequence[tuple[Coding, Coding]]) -> Iterator[Score]:
    yield _score("incident", counts["incident"])
    for slot in SLOTS:
        ours = sum(len(slot.values(a)) for a, _ in couples)
        theirs = sum(len(slot.values(b)) for _, b in couples)
        right = counts[slot.name]["right"]
        yield _score(slot.name, counts[slot.name], f1(ours, theirs, right), alpha(slot, couples))


def _score(name: str, count: Counter[str], paired: float | None = None, alpha: float | None = None) -> Score:
    return Score(
        slot=name, gold=count["gold"], coded=count["coded"], right=count["right"], paired=paired, alpha=alpha
    )


def _sum(counts: Mapping[str, Counter[str]]) -> Score:
    total: Counter[str] = Counter()
    for slot in SLOTS:
        if slot.name not in NOT_SUMMED:
            total.update(counts[slot.name])
    return _score("ALL SLOTS", total)


def alpha(slot: Slot, couples: Sequence[tuple[Coding, Coding]]) -> float | None:
    """Krippendorff's alpha for nominal data and two coders; an empty field is a value like any other.

    None for fields of several values, and where no incident, or only one value, is there to compare.
    """
    rows = [(slot.values(a), slot.values(b)) for a, b in couples]
    if not rows or any(len(values) > 1 for row in rows for values in row):
        return None
    units = [tuple(str(values[0]) if values else _NOTHING for values in row) for row in rows]
    frequency = Counter(value for unit in units for value in unit)
    total = sum(frequency.values())
    expected = total * total - sum(n * n for n in frequency.values())
    if not expected:
        return None
    agreed = [agreeing(a, b, slot.same) or (not a and not b) for a, b in rows]
    observed = 2 * sum(not same for same in agreed)
    return 1 - (total - 1) * observed / expected


def _differences(
    name: str, gold: Sequence[Coding], coded: Sequence[Coding], found: Sequence[Pair]
) -> Iterator[Difference]:
    ours, theirs = {pair.gold for pair in found}, {pair.coded for pair in found}
    for pair in found:
        yield from _in_fields(name, gold[pair.gold], coded[pair.coded])
    for number, coding in enumerate(gold):
        if number not in ours:
            yield _lone(name, "missed", coding, None)
    for number, coding in enumerate(coded):
        if number not in theirs:
            yield _lone(name, "extra", None, coding)


def _in_fields(name: str, gold: Coding, coded: Coding) -> Iterator[Difference]:
    for slot in SLOTS:
        ours, theirs = slot.values(gold), slot.values(coded)
        if agreeing(ours, theirs, slot.same) < max(len(ours), len(theirs)):
            evidence = gold.evidence or coded.evidence or ""
            yield Difference(report=name, what=slot.name, gold=ours, coded=theirs, evidence=evidence)


def _lone(name: str, what: str, gold: Coding | None, coded: Coding | None) -> Difference:
    told = gold or coded
    evidence = (told.evidence or "") if told else ""
    return Difference(report=name, what=what, gold=_short(gold), coded=_short(coded), evidence=evidence)


def _short(coding: Coding | None) -> tuple[Any, ...]:
    return (coding.type, coding.place, coding.date) if coding else ()

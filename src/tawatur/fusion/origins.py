"""Independent origins: copies of one text, and chains with one root, are one origin."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from .event import Origin
from .parties import bodies
from .passages import resemblance, shared_passage
from .tellings import Telling, Voice, same_root

SAME_TEXT = 0.4
SAME_PASSAGE = 0.5

Heard = tuple[Telling, Voice]


def origins_of(tellings: Sequence[Telling]) -> tuple[tuple[Origin, tuple[Heard, ...]], ...]:
    """The independent origins of one event's claims, each with the voices that go back to it."""
    heard = [(telling, voice) for telling in tellings for voice in telling.voices]
    group = list(range(len(heard)))
    for i, j in _dependent(heard):
        low, high = sorted((group[i], group[j]))
        group = [low if number == high else number for number in group]
    members = {number: tuple(heard[i] for i in range(len(heard)) if group[i] == number) for number in group}
    return tuple((_origin(voices), voices) for _, voices in sorted(members.items()))


def _dependent(heard: Sequence[Heard]) -> Iterator[tuple[int, int]]:
    """Pairs of voices that are not independent of one another."""
    copies = CopyFinder(telling for telling, _ in heard)
    for i, j in combinations(range(len(heard)), 2):
        (told, voice), (other, echo) = heard[i], heard[j]
        if same_origin(voice, echo) or (
            copies.are_copies(told, other) and _follows(told, voice, other, echo)
        ):
            yield i, j


def same_origin(a: Voice, b: Voice) -> bool:
    """Whether two chains have one root, or speak for one body."""
    if a.party and a.party == b.party and bodies((a.party,)):
        return True
    return same_root(a.root, b.root)


def _follows(told: Telling, voice: Voice, other: Telling, echo: Voice) -> bool:
    """Whether, in copies of one text, one of the voices is unnamed and so only the other one passed on."""
    if voice.named and echo.named:
        return False
    if not voice.named and not echo.named:
        return True
    if told.id == other.id:
        return False
    unnamed_in, named = (told, echo) if echo.named else (other, voice)
    return not any(same_root(kept.root, named.root) for kept in unnamed_in.voices)


class CopyFinder:
    """Which tellings are in copies of one text, or carry one passage."""

    def __init__(self, tellings: Iterable[Telling]) -> None:
        unique = {telling.id: telling for telling in tellings}
        self._copies = {(id, id) for id in unique} | {
            (a, b) for a, b in combinations(sorted(unique), 2) if _copied(unique[a], unique[b])
        }

    def are_copies(self, a: Telling, b: Telling) -> bool:
        return (min(a.id, b.id), max(a.id, b.id)) in self._copies


def _copied(a: Telling, b: Telling) -> bool:
    if shared_passage(a.passage, b.passage) >= SAME_PASSAGE:
        return True
    return resemblance(a.sketch, b.sketch) >= SAME_TEXT


def _origin(voices: Sequence[Heard]) -> Origin:
    named = [voice for _, voice in voices if voice.named]
    first = named[0] if named else voices[0][1]
    outlet = voices[0][0].outlet
    return Origin(
        name=first.chain[0] if first.chain else outlet,
        party=next((voice.party for _, voice in voices if voice.party), None),
        denies=all(voice.stance == "denies" for _, voice in voices),
        accuses=all(voice.stance in ("accuses", "denies") for _, voice in voices),
        outlets=tuple(sorted({telling.outlet for telling, _ in voices})),
        claims=tuple(f"{telling.id}/{voice.claim}" for telling, voice in voices),
    )

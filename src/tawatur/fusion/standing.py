"""How well an event is supported (DESIGN, section 6): computed, with its reasons."""

from collections.abc import Iterable, Sequence
from itertools import combinations

from .event import Standing
from .figures import Sided, is_party
from .origins import Heard
from .parties import bodies

GRADES = ("confirmed", "corroborated", "single", "claimed", "contested", "refuted")


def standing(origins: Sequence[Sided], by: frozenset[str], against: frozenset[str]) -> Standing:
    """The grade of an event and the sentences that justify it."""
    grade, reasons = _grade(origins, by, against)
    return Standing(grade=grade, reasons=reasons, computed=grade)


def _grade(
    origins: Sequence[Sided], by: frozenset[str], against: frozenset[str]
) -> tuple[str, tuple[str, ...]]:
    fighting = bodies(by | against)
    telling = [one for one in origins if not one[0].denies]
    denying = [one[0].name for one in origins if one[0].denies]
    neutral = [one[0].name for one in telling if not is_party(one[0], fighting)]
    sides = {_side(one, by, against): one[0].name for one in telling if is_party(one[0], fighting)}
    if denying:
        return _denied(origins, denying, neutral, fighting)
    everyone = [one[0].name for one in telling]
    tellers = [one[0].name for one in telling if not one[0].accuses] or everyone
    if rivals := _rivals(telling):
        return "contested", (f"origins name different authors: {rivals}",)
    if len(sides) > 1:
        return "confirmed", (f"both sides tell it: {_names(sides.values())}",)
    if "by" in sides and neutral:
        return "confirmed", (
            f"the side that did it says so: {sides['by']}",
            f"told also by {_names(neutral)}",
        )
    if len(tellers) > 1 and neutral:
        return "corroborated", (f"{len(tellers)} independent origins: {_names(tellers)}",)
    if sides and not neutral:
        return "claimed", (f"only a party to the fight tells it: {_names(sides.values())}",)
    blaming = set(everyone) - set(tellers)
    return "single", (
        f"one origin: {_names(tellers)}",
        *(f"{name} only lays blame" for name in sorted(blaming)),
    )


def _denied(
    origins: Sequence[Sided], denying: Sequence[str], neutral: Sequence[str], fighting: frozenset[str]
) -> tuple[str, tuple[str, ...]]:
    independent = [one[0].name for one in origins if one[0].denies and not is_party(one[0], fighting)]
    if independent and not neutral:
        return "refuted", (
            f"denied by {_names(independent)}, who is no party to the fight; told only by parties",
        )
    return "contested", (f"denied by {_names(denying)}",)


def _side(one: Sided, by: frozenset[str], against: frozenset[str]) -> str:
    party = one[0].party
    return "by" if party in by and (party not in against or _claims_it(one)) else "against"


def _claims_it(one: Sided) -> bool:
    return any(voice.stance == "claims" for _, voice in one[1])


def _rivals(origins: Sequence[Sided]) -> str:
    """Two origins whose named authors have nothing in common."""
    named = [(origin.name, _authors(voices)) for origin, voices in origins]
    for (a, ours), (b, theirs) in combinations([one for one in named if one[1]], 2):
        if not ours & theirs:
            return f"{a}: {_names(ours)}; {b}: {_names(theirs)}"
    return ""


def _authors(voices: Sequence[Heard]) -> frozenset[str]:
    return bodies(party for _, voice in voices for party in voice.by)


def _names(names: Iterable[str]) -> str:
    return ", ".join(sorted(set(names)))

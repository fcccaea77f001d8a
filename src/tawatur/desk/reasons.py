"""Reasons and rules as the rooms below give them, known by their form, so that a page can say them in its language."""

import re
from collections.abc import Iterator, Mapping

from ..fusion.figures import NEUTRAL, ONLY, PARTISAN
from ..fusion.standing import GRADES

COUNTED = r": (?P<who>.*) \((?P<value>[^()]*)\)"
PLACES = r"Of (?P<n>\d+) places"


Forms = Mapping[str, re.Pattern[str]]


def form(pattern: str) -> re.Pattern[str]:
    """A sentence of which some parts differ each time."""
    return re.compile(pattern, re.DOTALL)


FORMS: Forms = {
    "only_count": form(re.escape(ONLY) + COUNTED),
    "neutral": form(re.escape(NEUTRAL) + COUNTED),
    "partisan": form(re.escape(PARTISAN) + COUNTED),
    "corrected": form(r"corrected by (?P<who>.*?): (?P<why>.*)"),
    "overruled": form(rf"(?P<who>.*?) holds it (?P<grade>{'|'.join(GRADES)}): (?P<why>.*)"),
    "rivals": form(
        r"origins name different authors: "
        r"(?P<who>.*): (?P<parties>[a-z, -]+); (?P<other>.*): (?P<rivals>[a-z, -]+)"
    ),
    "both_sides": form(r"both sides tell it: (?P<who>.*)"),
    "owned": form(r"the side that did it says so: (?P<who>.*)"),
    "also": form(r"told also by (?P<who>.*)"),
    "several": form(r"(?P<n>\d+) independent origins: (?P<who>.*)"),
    "parties_only": form(r"only a party to the fight tells it: (?P<who>.*)"),
    "one": form(r"one origin: (?P<who>.*)"),
    "blames": form(r"(?P<who>.*) only lays blame"),
    "refuted": form(r"denied by (?P<who>.*), who is no party to the fight; told only by parties"),
    "denied": form(r"denied by (?P<who>.*)"),
    "only_place": form(r"The only place of that name\."),
    "lies_in": form(PLACES + r" of that name this one lies in (?P<place>.*), which is named beside it\."),
    "lies_near": form(PLACES + r" of that name this one lies near a place named beside it\."),
    "mostly": form(PLACES + r": the report is mostly about the country (?P<country>.*)\."),
    "prominent": form(PLACES + r": the most prominent of that name\."),
    "no_gazetteer": form(r"In no gazetteer; the words around it name it as a place\."),
    "stray": form(r"The report points to no place in the country (?P<country>.*)\."),
    "far": form(r"(?P<place>.*) \([^()]*\) lies far from what is named beside it\."),
    "part": form(r"A part of the country (?P<place>.*)\."),
    "which_day": form(r"which day is meant is not told"),
    "no_publication": form(r"no day of publication to count from"),
    "unknown_name": form(r"no gazetteer at hand knows this name"),
    "unnamed": form(r"whom this means is not told before"),
}
RANGE = re.compile(r"up to (?P<most>\d+)|(?P<least>\d+)\+|(?P<low>\d+)-(?P<high>\d+)|(?P<exact>\d+)")


def recognised(reason: str, forms: Forms = FORMS) -> tuple[str, dict[str, str]] | None:
    """The form of a reason and what stands in it; none for a sentence of another kind.

    >>> recognised("2 independent origins: a, b")
    ('several', {'n': '2', 'who': 'a, b'})
    """
    for name, form in forms.items():
        if match := form.fullmatch(reason):
            return name, match.groupdict()
    return None


def people(told: str) -> tuple[int | None, int | None] | None:
    """The range of people that fusion writes as 4, 5+, up to 5 or 4-6."""
    match = RANGE.fullmatch(told)
    if match is None:
        return None
    most, least, low, high, exact = (int(part) if part else None for part in match.groups())
    return (
        (exact, exact)
        if exact is not None
        else (least if most is None and low is None else low, most or high)
    )


def rule_names(rule: str) -> Iterator[str]:
    """The names under which a page may have words for a rule, the most special first.

    >>> list(rule_names("actor/soldier+owner"))
    ['actor/soldier+owner', 'actor/soldier', 'actor/+owner', 'actor']
    """
    parts = rule.split("/")
    for count in range(len(parts), 1, -1):
        name = "/".join(parts[:count])
        yield name
        bare, plus, more = name.partition("+")
        if plus:
            yield bare
            yield f"{parts[0]}/+{more.rpartition('+')[2]}"
    yield parts[0]

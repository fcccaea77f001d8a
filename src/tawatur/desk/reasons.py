"""Reasons and rules as the rooms below give them, known by their form, so that a page can say them in its language."""

import re
from collections.abc import Iterator, Mapping

from ..fusion.figures import NEUTRAL, ONLY, PARTISAN
from ..fusion.standing import GRADES

COUNTED = r": (?P<who>.*) \((?P<value>[^()]*)\)"
PLACES = r"Of (?P<n>\d+) places"


def _form(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.DOTALL)


FORMS: Mapping[str, re.Pattern[str]] = {
    "only_count": _form(re.escape(ONLY) + COUNTED),
    "neutral": _form(re.escape(NEUTRAL) + COUNTED),
    "partisan": _form(re.escape(PARTISAN) + COUNTED),
    "corrected": _form(r"corrected by (?P<who>.*?): (?P<why>.*)"),
    "overruled": _form(rf"(?P<who>.*?) holds it (?P<grade>{'|'.join(GRADES)}): (?P<why>.*)"),
    "rivals": _form(
        r"origins name different authors: "
        r"(?P<who>.*): (?P<parties>[a-z, -]+); (?P<other>.*): (?P<rivals>[a-z, -]+)"
    ),
    "both_sides": _form(r"both sides tell it: (?P<who>.*)"),
    "owned": _form(r"the side that did it says so: (?P<who>.*)"),
    "also": _form(r"told also by (?P<who>.*)"),
    "several": _form(r"(?P<n>\d+) independent origins: (?P<who>.*)"),
    "parties_only": _form(r"only a party to the fight tells it: (?P<who>.*)"),
    "one": _form(r"one origin: (?P<who>.*)"),
    "blames": _form(r"(?P<who>.*) only lays blame"),
    "refuted": _form(r"denied by (?P<who>.*), who is no party to the fight; told only by parties"),
    "denied": _form(r"denied by (?P<who>.*)"),
    "only_place": _form(r"The only place of that name\."),
    "lies_in": _form(PLACES + r" of that name this one lies in (?P<place>.*), which is named beside it\."),
    "lies_near": _form(PLACES + r" of that name this one lies near a place named beside it\."),
    "mostly": _form(PLACES + r": the report is mostly about the country (?P<country>.*)\."),
    "prominent": _form(PLACES + r": the most prominent of that name\."),
    "no_gazetteer": _form(r"In no gazetteer; the words around it name it as a place\."),
    "stray": _form(r"The report points to no place in the country (?P<country>.*)\."),
    "far": _form(r"(?P<place>.*) \([^()]*\) lies far from what is named beside it\."),
    "part": _form(r"A part of the country (?P<place>.*)\."),
    "which_day": _form(r"which day is meant is not told"),
    "no_publication": _form(r"no day of publication to count from"),
    "unknown_name": _form(r"no gazetteer at hand knows this name"),
    "unnamed": _form(r"whom this means is not told before"),
}
QUOTED = r"""['"](?P<told>.*)['"]"""
ERRORS: Mapping[str, re.Pattern[str]] = {
    "not_day": _form(QUOTED + r" is not a day; wanted .*"),
    "not_number": _form(r"(?:\w+: )?" + QUOTED + r" is not a number(?: of people)?"),
    "not_box": _form(rf"box: {QUOTED}; wanted .*"),
    "not_place": _form(QUOTED + r": wanted NAME or .*"),
    "not_standing": _form(QUOTED + r" is no standing; .*"),
    "no_event": _form(r"no event (?P<told>\S+).*"),
    "too_long": _form(r"[\d,]+ characters; one report may have (?P<told>[\d,]+)"),
    "out_of_date": _form(r"this form is out of date; .*"),
    "who_and_why": _form(r"a decision needs who made it and why"),
    "nothing_undone": _form(r"there is no decision (?P<told>\d+) to take back"),
    "no_report": _form(r"no report found in the page; .*"),
}
RANGE = re.compile(r"up to (?P<most>\d+)|(?P<least>\d+)\+|(?P<low>\d+)-(?P<high>\d+)|(?P<exact>\d+)")


def recognised(
    reason: str, forms: Mapping[str, re.Pattern[str]] = FORMS
) -> tuple[str, dict[str, str]] | None:
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

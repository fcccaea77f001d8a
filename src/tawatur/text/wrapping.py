"""Bodies whose lines an old teleprinter or mail program cut at a fixed width."""

import re

from .marks import unmarked

_LINES = re.compile(r"\r?\n")
_FULL = re.compile(r"[.!?؟:؛;…»”\"')]\s*$")
_NARROWEST, _WIDEST = 50, 100
_FILLED = 0.9
_FEWEST = 4


def unwrapped(body: str) -> str:
    """The body, as long as before, with a blank for each line end that only the width of the page made."""
    if body.count("\n") < _FEWEST:
        return body
    ends = list(_LINES.finditer(body))
    starts = [0, *(end.end() for end in ends)]
    lines = [body[a : end.start()] for a, end in zip(starts, ends, strict=False)] + [body[starts[-1] :]]
    if _width(max(lines, key=len)) > _WIDEST:
        return body
    width = max(_width(line) for line in lines)
    cut = [n for n in range(len(ends)) if _goes_on(lines[n], lines[n + 1])]
    if not _NARROWEST <= width <= _WIDEST or len(cut) < _FEWEST:
        return body
    if any(_width(lines[n]) + 1 + _width(lines[n + 1].split()[0]) < _FILLED * width for n in cut):
        return body
    letters = list(body)
    for n in cut:
        letters[ends[n].start() : ends[n].end()] = " " * len(ends[n].group())
    return "".join(letters)


def _width(line: str) -> int:
    """The letters of a line as the page's width counts them: no marks, no tatweels."""
    return len(unmarked(line)[0].replace("ـ", ""))


def _goes_on(line: str, following: str) -> bool:
    """No full stop ends the line, and another follows at once."""
    return bool(line.strip() and following.strip()) and not _FULL.search(line)

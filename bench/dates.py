"""Read the phrases of the date suite with Tawatur and with dateparser, and print how many each gets right.

Run with ``python bench/dates.py``; dateparser is given the phrase alone and the publication day.
"""

from datetime import date, datetime
from pathlib import Path
from time import perf_counter
from typing import Any

import dateparser
import yaml

from tawatur.lexicon import load_knowledge
from tawatur.mentions.dates import find_dates
from tawatur.mentions.numbers import find_numbers
from tawatur.text import read_text

SUITE = Path(__file__).parent.parent / "tests" / "mentions" / "date_suite.yml"


def main() -> None:
    suite = yaml.safe_load(SUITE.read_text(encoding="utf-8"))
    cases, published = suite["right"], suite["published"]
    days = [case for case in cases if case["from"] == case["to"]]
    print(f"{len(cases)} phrases, {len(days)} of them single days")
    for name, reader in (("tawatur", ours(published)), ("dateparser", theirs(published))):
        start = perf_counter()
        right = sum(reader(case) == (case["from"], case["to"]) for case in cases)
        each = (perf_counter() - start) / len(cases) * 1000
        single = sum(reader(case) == (case["from"], case["to"]) for case in days)
        score = f"right {right}/{len(cases)}   single days {single}/{len(days)}"
        print(f"{name:<11} {score}   {each:.2f} ms a phrase")


def ours(published: date) -> Any:
    """Tawatur finds the phrase in its sentence and resolves it."""
    matcher = load_knowledge().matcher

    def read(case: dict[str, Any]) -> tuple[date | None, date | None]:
        text = read_text(case["text"])
        hits = matcher.hits(text)
        found = find_dates(text, hits, find_numbers(text, hits), published)
        wanted = [d for d in found if d.span.of(case["text"]) == case["date"]]
        return (wanted[0].earliest, wanted[0].latest) if wanted else (None, None)

    return read


def theirs(published: date) -> Any:
    """dateparser is handed the bare phrase; it knows no spans: the day that it gives is both ends."""
    settings = {
        "RELATIVE_BASE": datetime(published.year, published.month, published.day, 12),
        "PREFER_DATES_FROM": "past",
    }

    def read(case: dict[str, Any]) -> tuple[date | None, date | None]:
        found = dateparser.parse(case["date"], languages=["ar"], settings=settings)
        return (found.date(), found.date()) if found else (None, None)

    return read


if __name__ == "__main__":
    main()

"""Every example and counter-example of the number and date entries is read as it says."""

from datetime import date
from typing import Any

import pytest

from tawatur.lexicon import Entry, load_knowledge
from tawatur.mentions.dates import find_dates
from tawatur.mentions.numbers import find_numbers
from tawatur.model.mentions import Date, Number
from tawatur.text import read_text

KNOWLEDGE = load_knowledge()
NUMBERS = [e for name in ("number-word", "number-bound") for e in KNOWLEDGE.entries(name)]
DATES = [
    e
    for name in ("month", "weekday", "day-word", "day-part", "date-edge", "date-trap", "feast")
    for e in KNOWLEDGE.entries(name)
]
PUBLISHED = date(2020, 5, 31)


def read(body: str) -> tuple[tuple[Number, ...], tuple[Date, ...]]:
    text = read_text(body)
    hits = KNOWLEDGE.matcher.hits(text)
    numbers = find_numbers(text, hits)
    return numbers, find_dates(text, hits, numbers, PUBLISHED)


def examples(entries: list[Entry]) -> list[Any]:
    return [
        pytest.param(example["text"], example["gives"], id=f"{entry.where}-{entry.id}")
        for entry in entries
        for example in entry.examples
    ]


def pair(gives: Any) -> tuple[Any, Any]:
    return (gives[0], gives[1]) if isinstance(gives, list) else (gives, gives)


@pytest.mark.parametrize(("body", "gives"), examples(NUMBERS))
def test_a_number_entry_reads_its_example(body: str, gives: Any) -> None:
    assert pair(gives) in [(n.low, n.high) for n in read(body)[0]]


@pytest.mark.parametrize(("body", "gives"), examples(DATES))
def test_a_date_entry_reads_its_example(body: str, gives: Any) -> None:
    low, high = pair(gives)
    assert (str(low), str(high)) in [(str(d.earliest), str(d.latest)) for d in read(body)[1]]


@pytest.mark.parametrize("body", [body for entry in DATES for body in entry.counter_examples])
def test_a_date_entry_leaves_its_counter_example_alone(body: str) -> None:
    assert read(body)[1] == ()


def test_most_entries_have_an_example() -> None:
    told = [entry for entry in (*NUMBERS, *DATES) if entry.examples]
    assert len(told) >= 100

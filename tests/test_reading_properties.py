"""What holds for every text: quotes are its own words, nothing raises, the way of writing changes nothing."""

import json
import os
import unicodedata
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec import Struct

from tawatur import Article, Knowledge, Reading, load_knowledge, read
from tawatur.exchange.codebook import document
from tawatur.intake import Defaults, articles_from
from tawatur.model.spans import Span
from tawatur.text import fold_phrase

ROOT = Path(__file__).parent.parent
SHARED = Path(os.environ.get("TAWATUR_SHARED", ROOT.parent / "shared"))
SAMPLES = [a for a in articles_from(str(ROOT / "samples"), Defaults()) if isinstance(a, Article)]
PARAGRAPHS = [p for a in SAMPLES for p in a.body.split("\n\n")]
WORDS = sorted({word for paragraph in PARAGRAPHS for word in paragraph.split()})
DAYS = st.none() | st.dates(min_value=date(2011, 1, 1), max_value=date(2026, 12, 31))

arbitrary = st.text(max_size=400)
arabic = st.text(alphabet=st.characters(min_codepoint=0x600, max_codepoint=0x6FF) | st.sampled_from(" \n.،:"))
newslike = st.lists(st.sampled_from(WORDS) | st.text(max_size=4), max_size=60).map(" ".join)
stitched = st.lists(st.sampled_from(PARAGRAPHS), max_size=5).map("\n\n".join)
bodies = arbitrary | arabic | newslike | stitched

CUTS = 4
patient = settings(deadline=None, max_examples=60, suppress_health_check=list(HealthCheck))


@lru_cache(maxsize=1)
def knowledge() -> Knowledge:
    return load_knowledge()


def reading_of(body: str, published: date | None) -> Reading:
    return read(Article(body=body, published=published), knowledge())


def records(value: Any) -> Iterator[Struct]:
    """Every record inside a reading, itself included."""
    if isinstance(value, Struct):
        yield value
        for name in value.__struct_fields__:
            yield from records(getattr(value, name))
    elif isinstance(value, tuple):
        for item in value:
            yield from records(item)


@patient
@given(bodies, DAYS)
def test_every_quote_is_the_bodys_own_words(body: str, published: date | None) -> None:
    for record in records(reading_of(body, published)):
        if isinstance(record, Span):
            assert 0 <= record.start <= record.end <= len(body)
        span, quote = getattr(record, "span", None), getattr(record, "quote", None)
        if span is not None and quote is not None:
            assert body[span.start : span.end] == quote


@patient
@given(bodies, DAYS)
def test_reading_is_deterministic(body: str, published: date | None) -> None:
    assert reading_of(body, published) == reading_of(body, published)


def examples() -> list[str]:
    """The example sentences of every act and toll that the lexicon knows."""
    entries = [*knowledge().entries("event"), *knowledge().entries("toll")]
    return [str(example["text"]) for entry in entries for example in entry.examples]


def test_a_sentence_cut_off_anywhere_is_read() -> None:
    """Whatever a word looks for behind it may be missing, and stand in any order."""
    chance = Random("cut off")
    for sentence in examples():
        words = sentence.split()
        for _ in range(CUTS):
            part = words[chance.randrange(len(words)) :][: chance.randint(1, 12)]
            reading_of(" ".join(part), None)
            reading_of(" ".join(chance.sample(words, len(part))), None)


def test_every_sample_is_read_alike_by_a_fresh_knowledge() -> None:
    fresh = load_knowledge()
    for article in SAMPLES:
        assert read(article, fresh) == read(article, knowledge())


def values(reading: Reading) -> Any:
    """What a reading says, without spans, its words folded."""
    return _plain(json.loads(json.dumps(document(reading))))


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {k: _plain(v) for k, v in value.items() if not k.endswith(("span", "spans"))}
    if isinstance(value, list):
        return [_plain(item) for item in value]
    return fold_phrase(value) if isinstance(value, str) else value


def presentation_forms() -> dict[str, list[str]]:
    """Each Arabic letter's positional forms in the presentation blocks."""
    forms: dict[str, list[str]] = {}
    for code in [*range(0xFB50, 0xFBB2), *range(0xFE80, 0xFEF5)]:
        kind, *letters = unicodedata.decomposition(chr(code)).split() or ["", ""]
        if kind in ("<isolated>", "<initial>", "<medial>", "<final>") and len(letters) == 1:
            forms.setdefault(chr(int(letters[0], 16)), []).append(chr(code))
    return forms


FORMS = presentation_forms()
DIACRITICS = "\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0670"
MARKS = "\u200e\u200f\u061c\u202a\u202b\u202c\u2066\u2067\u2068\u2069"
TATWEEL = "\u0640"


def is_letter(character: str) -> bool:
    return "\u0621" <= character <= "\u064a" and character != TATWEEL


def vocalised(body: str, chance: Any) -> str:
    return "".join(
        c + chance.choice(DIACRITICS) if is_letter(c) and chance.random() < 0.4 else c for c in body
    )


def stretched(body: str, chance: Any) -> str:
    pairs = zip(body, body[1:] + " ", strict=True)
    return "".join(
        c + TATWEEL * chance.randint(1, 3) if is_letter(c) and is_letter(n) and chance.random() < 0.3 else c
        for c, n in pairs
    )


def marked(body: str, chance: Any) -> str:
    return "".join(c + chance.choice(MARKS) if chance.random() < 0.1 else c for c in body)


def presented(body: str, chance: Any) -> str:
    return "".join(chance.choice(FORMS[c]) if c in FORMS and chance.random() < 0.5 else c for c in body)


DISGUISES = [vocalised, stretched, marked, presented]


def dev_reports() -> list[Article]:
    path = SHARED / "dev" / "reports.json"
    found = articles_from(str(path), Defaults()) if path.exists() else []
    return [a for a in found if isinstance(a, Article)]


@pytest.mark.parametrize("disguise", DISGUISES, ids=lambda d: d.__name__)
@settings(deadline=None, max_examples=12, suppress_health_check=list(HealthCheck))
@given(article=st.sampled_from(SAMPLES), chance=st.randoms(use_true_random=False))
def test_the_way_of_writing_changes_no_value(disguise: Any, article: Article, chance: Any) -> None:
    other = Article(body=disguise(article.body, chance), published=article.published)
    plain = Article(body=article.body, published=article.published)
    assert values(read(other, knowledge())) == values(read(plain, knowledge()))


@pytest.mark.skipif(not dev_reports(), reason="the shared folder is absent")
@pytest.mark.parametrize("disguise", DISGUISES, ids=lambda d: d.__name__)
def test_the_way_of_writing_changes_no_value_of_the_development_reports(disguise: Any) -> None:
    changed = []
    for number, article in enumerate(dev_reports()):
        body = disguise(article.body, Random(number))
        other = Article(body=body, published=article.published, id=article.id, outlet=article.outlet)
        plain = Article(body=article.body, published=article.published, id=article.id, outlet=article.outlet)
        if values(read(other, knowledge())) != values(read(plain, knowledge())):
            changed.append(article.id)
    assert not changed

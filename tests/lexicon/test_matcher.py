"""What one pass of the lexicon finds: the longest words of each category, written as people write them."""

import pytest

from tawatur import load_knowledge
from tawatur.lexicon import Hits
from tawatur.text import read_text


def hits(body: str) -> Hits:
    return load_knowledge().matcher.hits(read_text(body))


@pytest.mark.parametrize("word", ["الثلاثاء", "الثلاثا"])
def test_a_word_is_known_without_the_hamza_at_its_end(word: str) -> None:
    found = hits(f"قتل جندي يوم {word}").of("weekday")
    assert [hit.span.of(f"قتل جندي يوم {word}") for hit in found] == [word]


def test_a_word_with_a_reading_of_its_own_is_not_read_with_a_hamza() -> None:
    assert not hits("في ثلاثا").of("weekday")


def test_of_hits_of_one_category_the_longest_is_kept() -> None:
    found = hits("قوات سوريا الديمقراطية").of("actor")
    assert {(hit.first, hit.last) for hit in found} == {(0, 3)}


def test_hits_are_found_by_word_and_by_category() -> None:
    body = "قتل جندي في 5 أيار وأصيب آخر في حزيران"
    found = hits(body)
    first, second = found.of("month")
    assert found.at(first.first, "month") is first
    assert found.between("month", second.first, second.first + 1) == (second,)
    assert found.covering(second.first, "month") is second
    assert second in found.starting(second.first)


@pytest.mark.parametrize(
    "phrase",
    [
        "عبوة ناسفة",
        "العبوة الناسفة",
        "للعبوة الناسفة",
        "لغم أرضي",
        "لغما أرضيا",
        "اللغم الأرضي",
        "صاروخ موجه",
        "صاروخين موجهين",
    ],
)
def test_the_adjectives_of_a_phrase_agree_with_its_head(phrase: str) -> None:
    assert {(hit.first, hit.last) for hit in hits(f"تعرضت {phrase} في البلدة").of("weapon")} == {(1, 3)}


def test_an_adjective_has_the_article_only_with_its_head() -> None:
    assert [(hit.first, hit.last) for hit in hits("انفجرت عبوة الناسفة").of("weapon")] == [(1, 2)]

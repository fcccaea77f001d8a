"""Numbers in digits and words, their bounds, ranges and roles."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from num2words import num2words

from tawatur.lexicon import load_knowledge
from tawatur.mentions.numbers import bound_after, find_numbers, is_count, number_after, number_before
from tawatur.model.mentions import Number
from tawatur.text import read_text

KNOWLEDGE = load_knowledge()


def numbers_in(body: str) -> tuple[Number, ...]:
    text = read_text(body)
    return find_numbers(text, KNOWLEDGE.matcher.hits(text))


def test_every_number_below_a_hundred_thousand_reads_back() -> None:
    body = "\n".join(num2words(n, lang="ar") for n in range(100_000))
    assert [(n.low, n.high) for n in numbers_in(body)] == [(n, n) for n in range(100_000)]


@given(st.integers(100_000, 9_999_999).filter(lambda n: n // 1000 % 100 != 1))
def test_numbers_to_ten_million_read_back(n: int) -> None:
    """num2words spells 701,000 as "seven hundred and a thousand thousand": such thousands are left out."""
    assert [(x.low, x.high) for x in numbers_in(num2words(n, lang="ar"))] == [(n, n)]


@given(st.integers(0, 9_999_999))
def test_digits_of_every_script_and_grouping_read_back(n: int) -> None:
    eastern = str(n).translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩"))
    for written in (str(n), f"{n:,}", f"{n:,}".replace(",", "٬"), f"{n:,}".replace(",", "."), eastern):
        assert [x.low for x in numbers_in(f"قتل {written} شخصا")] == [n]


@pytest.mark.parametrize(
    ("body", "low", "high"),
    [
        ("قتل 12 شخصا على الأقل", 12, None),
        ("قتل 4 من عناصر الجيش على الأقل", 4, None),
        ("قتل ما لا يقل عن 115 مسلحا", 115, None),
        ("قتل أكثر من أربعين ألف شخص", 40_001, None),
        ("قتل أقل من عشرين شخصا", None, 19),
        ("قتل ما يصل إلى 20 شخصا", None, 20),
        ("قتل نحو 18 ألفا و800 شخص", 18_800, 18_800),
        ("قتل حوالى400 شخص", 400, 400),
        ("قتل زهاء ستين شخصا", 60, 60),
        ("قتل بين 5 و7 أشخاص", 5, 7),
        ("قتل خمسة إلى سبعة أشخاص", 5, 7),
        ("قتل 5-7 أشخاص", 5, 7),
        ("قتل أربعة أو خمسة أشخاص", 4, 5),
        ("نزح 1.5 مليون شخص", 1_500_000, 1_500_000),
        ("نزح مليون ونصف المليون شخص", 1_500_000, 1_500_000),
        ("نزح نصف مليون شخص", 500_000, 500_000),
        ("نزح عشرات الآلاف من السكان", 20_000, None),
        ("نزح مئات الآلاف من السكان", 200_000, None),
        ("قتل العشرات من المدنيين", 24, None),
        ("قتل مئات المدنيين", 200, None),
        ("قتل آلاف المدنيين", 2000, None),
        ("قتل عدد من المدنيين", 2, None),
        ("قتل بضعة جنود", 2, None),
        ("قتل ثلاث مئة وخمسون شخصا", 350, 350),
        ("قتل ثلاثمئة وخمسون شخصا", 350, 350),
        ("قتل احدى عشرة امرأة", 11, 11),
        ("ألقى الطيران ألفي برميل", 2000, 2000),
        ("نشر 30 ألفا من جنوده", 30_000, 30_000),
        ("سنة أربع وثمانين وتسعمئة وألف", 1984, 1984),
    ],
)
def test_a_phrase_gives_its_bounds(body: str, low: int | None, high: int | None) -> None:
    found = numbers_in(body)
    assert [(n.low, n.high) for n in found] == [(low, high)]


@pytest.mark.parametrize(
    ("body", "rule"),
    [
        ("رصاص من عيار 12.7 ملم", "number/calibre"),
        ("صاروخ عيار 107", "number/calibre"),
        ("قناة البادية 24", "number/name"),
        ("اللواء 105 مشاة", "number/name"),
        ("في عام 2013", "number/year"),
        ("منذ 2013", "number/year"),
        ("نسبة 30% من الحي", "number/percent"),
        ("على بعد 60 كيلومترا", "number/measure"),
        ("أحمد (52 عاما)", "number/measure"),
        ("الساعة 10:30", "number/clock"),
        ("في 31 من أيار", "number/date"),
        ("في 31/5/2020", "number/date"),
        ("الفرقة الثالثة عشرة", "number/ordinal"),
    ],
)
def test_numbers_that_count_nothing_say_so(body: str, rule: str) -> None:
    found = numbers_in(body)
    assert {n.rule for n in found} == {rule}
    assert not any(is_count(n) for n in found)


@pytest.mark.parametrize(
    "body", ["قتل أحد الجنود", "عدد القتلى مرشح للارتفاع", "ضبط كميات من الذخائر", "هاجموا الاثنين البلدة"]
)
def test_words_that_look_like_numbers_are_none(body: str) -> None:
    assert numbers_in(body) == ()


def test_two_counts_stay_two() -> None:
    found = numbers_in("أصيب رجلا شرطة على الأقل واثنان من المدنيين، وقتل 3 جنود و5 مدنيين على الأقل")
    assert [(n.low, n.high) for n in found] == [(2, 2), (3, 3), (5, None)]


def test_a_rise_is_no_range() -> None:
    assert [n.low for n in numbers_in("ارتفع عدد القتلى من 5 إلى 7")] == [5, 7]


def test_the_span_leaves_out_what_is_written_onto_the_number() -> None:
    body = "أضرار بـ27 مركزا ومقتل آلاف وبنحو ثلاثين"
    assert [n.span.of(body) for n in numbers_in(body)] == ["27", "آلاف", "نحو ثلاثين"]


def test_neighbours_are_found_by_word() -> None:
    text = read_text("قتل 12 شخصا على الأقل")
    hits = KNOWLEDGE.matcher.hits(text)
    found = find_numbers(text, hits)
    assert number_before(found, 2) == found[0] == number_after(found, 1)
    assert number_before(found, 1) is None
    assert bound_after(hits, 3) == "at-least"
    assert bound_after(hits, 2) is None

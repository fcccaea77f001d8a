"""Totals: what counts several happenings is told apart from the happenings."""

from datetime import date

import pytest

from tawatur.lexicon import load_knowledge
from tawatur.model.article import Article
from tawatur.reading import read

KNOWLEDGE = load_knowledge()

TOTALS = [
    # a total over two provinces, then its parts
    (
        "قتل 9 عناصر من داعش الأحد في محافظتي كركوك وديالى. وقتلت قوة من الجيش 4 من عناصر داعش في قضاء الحويجة."
        " وقالت الشرطة إنها قتلت 5 من عناصر داعش قرب بلدة جلولاء في ديالى",
        [9],
        [4, 5],
    ),
    # a part whose place only the report puts where the total was counted
    (
        "قتل 6 عناصر من داعش الأحد في محافظتي الأنبار وديالى. وقتلت قوة من الجيش 4 من عناصر داعش قرب بحيرة الثرثار"
        " بمحافظة الأنبار. وقتلت الشرطة 2 من عناصر داعش قرب بلدة جلولاء",
        [6],
        [2, 4],
    ),
    # a day's total
    (
        "استشهد أربعة مواطنين في قصف على بلدة عبسان. وارتقى 28 شهيدا جراء القصف المتواصل خلال الـ24 ساعة الماضية",
        [28],
        [4],
    ),
    (
        "قتل تسعة مدنيين بغارة على بلدة البارة. وبلغت الغارات على المنطقة خلال الـ48 ساعة الماضية 87 غارة"
        " راح ضحيتها 36 شهيدا",
        [36],
        [9],
    ),
    # that the dead of two others are as many is chance where their wounded are more
    (
        'قال مصدر إن "ثلاثة أشخاص قتلوا وأصيب ثمانية في انفجار سيارة مفخخة في منطقة الكاظمية". وقتل شخص وأصيب'
        " ستة بانفجار سيارة مفخخة في مدينة الصدر. وقتل شخصان وأصيب تسعة بانفجار سيارة مفخخة في منطقة المعامل",
        [],
        [1, 2, 3],
    ),
    # how often it happens counts nothing
    ("قتل جندي بعبوة ناسفة في مدينة رفح الأحد، وهو ثاني هجوم في شمال سيناء خلال أسبوع", [], [1]),
    ("قتل 5 مدنيين بغارة على بلدة حاس صباح الأحد في رابع هجوم من نوعه منذ مطلع الشهر", [], [5]),
]


@pytest.mark.parametrize(("body", "totals", "dead"), TOTALS)
def test_a_total_is_no_incident(body, totals, dead):
    told = read(Article(body=body, published=date(2020, 5, 31)), KNOWLEDGE)
    assert [one.killed.low for one in told.tallies if one.killed] == totals
    assert sorted(one.killed.low for one in told.incidents if one.killed) == dead


def test_a_total_told_once_more_is_no_happening() -> None:
    body = (
        "قتل 310 مسلحين وجرح 420 آخرون خلال أسبوعين من الغارات على الجبال."
        " وأفادت الوكالة بأن كثيرين فقدوا القدرة على القتال وجرح 420 آخرون."
    )
    reading = read(Article(body=body, published=date(2020, 5, 17)), KNOWLEDGE)
    assert not reading.incidents
    assert [tally.injured.low for tally in reading.tallies if tally.injured] == [420, 420]


@pytest.mark.parametrize(
    "body",
    [
        "وفي العبدية المحاصرة منذ 21 سبتمبر قصف الحوثيون قرية آل غانم ليلة أمس وقتلوا امرأة",
        "احتجز مسلحون مئات الطلبة داخل مدرسة في مدينة الرمادي لساعات",
        "فككت وحدات الهندسة عشرات العبوات الناسفة في مدينة تدمر",
    ],
)
def test_one_act_is_no_total(body: str) -> None:
    told = read(Article(body=body, published=date(2021, 10, 13)), KNOWLEDGE)
    assert len(told.incidents) == 1
    assert not told.tallies


def test_one_family_is_no_further_victim() -> None:
    body = "قتل 3 مدنيين من عائلة واحدة في بلدة البوليل بانفجار لغم"
    told = read(Article(body=body, published=date(2021, 10, 13)), KNOWLEDGE).incidents
    assert [(one.killed.low, one.killed.high) for one in told if one.killed] == [(3, 3)]


def test_how_long_a_region_has_been_at_war_makes_no_total():
    body = (
        "قتل 14 مزارعا في هجوم استهدف قرية تونغو في غرب النيجر، "
        "حيث تنشط جماعات مرتبطة بتنظيم القاعدة منذ سنوات"
    )
    reading = read(Article(body=body, published=date(2020, 5, 31)), load_knowledge())
    assert not reading.tallies
    (told,) = reading.incidents
    assert told.killed is not None
    assert (told.killed.low, told.date) == (14, None)

"""Arrest or abduction, and those told to be free again."""

from datetime import date

import pytest

from tawatur.lexicon import load_knowledge
from tawatur.model.article import Article
from tawatur.reading import read

KNOWLEDGE = load_knowledge()


def told(body):
    """The type and the people taken of every incident of a text."""
    incidents = read(Article(body=body, published=date(2020, 5, 31)), KNOWLEDGE).incidents
    return [
        (one.type, one.detained and one.detained.low, one.abducted and one.abducted.low) for one in incidents
    ]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("اختطفت قوات النظام السوري ثلاثة شبان من بلدة طفس", [("detention", 3, None)]),
        ("اختطفت القوات الإسرائيلية شابين من بلدة كودنة", [("detention", 2, None)]),
        ("اختطف مسلحون مجهولون ثلاثة شبان من بلدة طفس", [("abduction", None, 3)]),
        ("احتجز مسلحون مجهولون ثلاثة شبان قرب بلدة طفس", [("abduction", None, 3)]),
        ("اعتقلت الشرطة العراقية خمسة متهمين في مدينة بعقوبة", [("detention", 5, None)]),
    ],
)
def test_a_state_that_abducts_arrests(body, expected):
    assert told(body) == expected


def test_those_released_are_not_taken_again():
    (release,) = told("أفرجت قوات النظام السوري عن ثلاثة شبان من بلدة طفس بعد احتجازهم لساعات")
    assert release == ("release", None, None)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("اعتقلت قوات الاحتلال الشبان محمود وعلاء ومحمد طقاطقة في الخليل", ("detention", 3, None)),
        ("اعتقلت قوات الاحتلال الشاب محمود سعيد وشقيقه محمد في الخليل", ("detention", 2, None)),
        ("اعتقلت قوات الاحتلال المواطن محمود سعيد ونجليه في الخليل", ("detention", 3, None)),
        ("اعتقلت قوات الاحتلال فلسطينيا من الخليل", ("detention", 1, None)),
        ("اعتقلت قوات الاحتلال الشبان في الخليل", ("detention", None, None)),
        ("تعرض ثلاثة شبان للاختطاف على يد مجهولين في نوى", ("abduction", None, 3)),
    ],
)
def test_those_named_and_their_kin_are_counted(body, expected):
    assert told(body) == [expected]

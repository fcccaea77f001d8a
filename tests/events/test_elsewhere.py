"""What stands against two tellings being of one happening, however alike their words are."""

from datetime import date

import pytest

from tawatur.lexicon import load_knowledge
from tawatur.model.article import Article
from tawatur.reading import read

KNOWLEDGE = load_knowledge()

APART = [
    (
        "أصيبت امرأتان في قصف لمليشيا الحوثي على منازل في قرية الحصب بمديرية مقبنة مساء السبت. "
        "وكان أصيب راع في قصف شنته المليشيا على قرى بمحافظة تعز. "
        "وقال الأهالي إن الراعي أصيب خلال القصف الذي شنته المليشيا على المنازل في قرية الجرن بمديرية حيس",
        ["الحصب", "الجرن"],
    ),
    (
        "أصيب راع بقذيفة هاون أطلقها الحوثيون على أحد الأحياء شرقي مدينة تعز. "
        "وأكدت مصادر أن الحوثيين شنوا قصفا مدفعيا استهدف عزلة الحصب بمديرية مقبنة غرب تعز. "
        "وأضافت أن قذيفة سقطت على منزل أحد السكان ما أسفر عن مقتل زوجته",
        ["تعز", "الحصب"],
    ),
    (
        "هاجم مجهولون مقرا لتنظيم الدولة الإسلامية في بلدة العشارة، "
        "كذلك هاجم مجهولون حاجزا للتنظيم في قرية الباغوز وقتلوا عنصرين",
        ["العشارة", "الباغوز"],
    ),
]


@pytest.mark.parametrize(("body", "names"), APART)
def test_two_places_that_exclude_each_other(body, names):
    told = read(Article(body=body, published=date(2020, 5, 31)), KNOWLEDGE).incidents
    assert [one.place.name for one in told if one.place] == names


def test_what_was_hours_ago_is_news_as_well():
    body = (
        "قتل جندي بانفجار لغم في بلدة الخوخة مساء السبت. "
        "ويأتي ذلك بعد ساعات من مقتل امرأة في قصف على قرية الجرن بمديرية حيس"
    )
    told = read(Article(body=body, published=date(2020, 5, 31)), KNOWLEDGE).incidents
    assert [one.place.name for one in told if one.place] == ["الخوخة", "الجرن"]


def test_what_somebody_did_less_than_a_week_before_is_told_apart():
    body = (
        "قتل مسلحون 12 قرويا في غرب النيجر الأحد "
        "بعد أقل من أسبوع من قيام مهاجمين بقتل 30 مزارعا في المنطقة ذاتها"
    )
    told = read(Article(body=body, published=date(2020, 5, 31)), KNOWLEDGE).incidents
    assert [one.killed.low for one in told if one.killed] == [12, 30]

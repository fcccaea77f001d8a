"""Which of the places of a sentence is where it happened."""

from datetime import date

import pytest

from tawatur.lexicon import Knowledge, load_knowledge
from tawatur.model.article import Article
from tawatur.reading import read

STRUCK = [
    ("قصفت كتائب القسام تل أبيب برشقة صاروخية", "تل أبيب"),
    ("قصف الحوثيون الرياض بصاروخ باليستي", "الرياض"),
]


@pytest.mark.parametrize(("body", "name"), STRUCK)
def test_a_capital_that_is_shelled_is_the_place(body, name):
    place = read(Article(body=body, published=date(2020, 5, 31)), load_knowledge()).incidents[0].place
    assert place is not None
    assert place.name == name


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load_knowledge()


CHOSEN = [
    ("انفجرت سيارة مفخخة في المنطقة الصناعية بمدينة الباب وقتل مدني", "المنطقة الصناعية"),
    ("قتل شاب بانفجار لغم أرضي في بادية بقرص بريف دير الزور", "بادية بقرص"),
    ("توغلت قوة إسرائيلية في قرية رسم الشولي بريف القنيطرة", "رسم الشولي"),
    ("سقطت قذائف على مدرستي الكوثر والفارابي في مدينة حارم فقتل مدني", "مدرستي الكوثر"),
    ("قصفت القوات المتمركزة في مدينة سراقب بلدة كفرنبل ما أدى إلى مقتل مدني", "كفرنبل"),
    ("قصف مدفعي من القوات المتمركزة في مدينة سراقب، على مدينة إدلب أدى إلى مقتل مدني", "إدلب"),
    ("استهدفت غارة عناصر داعش المتمركزين في قرية الصويلحات وقتلت خمسة منهم", "الصويلحات"),
    ("قصفت الفصائل في حلب، مواقع للجيش النظامي في نبل بالقذائف وقتل مدني", "نبل"),
    ("قصف الطيران مناطق في حلب في محيط مطار كويرس العسكري وقتل ثلاثة جنود", "مطار كويرس العسكري"),
    ("قتل شاب من بلدة مارع تحت التعذيب في سجن بمدينة حلب", "حلب"),
    ("قتل مدني بقصف على قرية الصويلحات غرب مدينة إدلب", "الصويلحات"),
    ("قال المتحدث باسم الجيش في تصريح له من حمص إن قواته قصفت بلدة كفرنبل بالمدفعية", "كفرنبل"),
]


@pytest.mark.parametrize(("body", "place"), CHOSEN, ids=[place + body[:12] for body, place in CHOSEN])
def test_the_place_of_the_act(body: str, place: str, knowledge: Knowledge) -> None:
    reading = read(Article(body=body, published=date(2020, 5, 31)), knowledge)
    assert [found.place and found.place.name for found in reading.incidents] == [place]

"""Whom an act hit: one sentence, the parties that it struck."""

from datetime import date

import pytest

from tawatur.lexicon import load_knowledge
from tawatur.model.article import Article
from tawatur.reading import read

KNOWLEDGE = load_knowledge()
DAY = date(2020, 5, 31)

HIT = [
    ("انفجر لغم أرضي براعي أغنام في محيط بلدة معدان بريف الرقة", {"civilians"}),
    ("قتل شرطي وأصيب ثلاثة من زملائه بانفجار عبوة ناسفة في الحويجة", {"iraq-government"}),
    ("فكك خبراء المتفجرات عبوة ناسفة زرعت قرب مدرسة في الحويجة", set()),
    ("اندلعت اشتباكات بين لجان حراسة والمتمردين الحوثيين في مديرية كريتر بعدن", {"houthis"}),
    ("أسقط الدفاع الجوي صاروخا فوق جازان وسقطت الشظايا على أحياء سكنية", set()),
    ("خطف مسلحون مجهولون ثلاثة من موظفي مصرف قرب درنة", {"civilians"}),
    ("وقع انفجار في مكتب محلي في بعقوبة", set()),
]


@pytest.mark.parametrize(("body", "parties"), HIT)
def test_whom_an_act_hit(body, parties):
    first = read(Article(body=body, published=DAY), KNOWLEDGE).incidents[0]
    assert {party.party for party in first.against} == parties

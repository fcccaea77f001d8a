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
    (
        "لقي القيادي الحوثي أبو حمزة حتفه وأصيب أربعة من مرافقيه بكمين في مديرية ناطع",
        {"houthis"},
    ),
    ("انفجرت عبوة بسيارة نوع هايلوكس تابعة لقوات النظام في درعا وأصيب عنصران", {"syria-government"}),
    ("ألقت الشرطة القبض على تسعة متهمين في قضاء الرفاعي", {"private-persons"}),
    ("قتل طفل كان في شاحنة ومن كان فيها بغارة على بلدة سرمين", {"civilians"}),
    ("دانت النقابة اختطاف المراسل التلفزيوني أنور باصالح من قبل مسلحين مجهولين في عتق", {"journalists"}),
    ("استهدف قصف للمدفعية التركية موقعا لحزب العمال الكردستاني قرب بلدة شيلادزي", {"pkk"}),
    ("عاد القتال بين عشيرتي النوافل والسوالم في ناحية الدير", {"private-persons"}),
    ("قصف الحرس الثوري مقر حزب الحرية الكردستاني في التون كوبري", {"other-group"}),
    ("تعرض رتل دعم لوجستي للتحالف الدولي لانفجار عبوة ناسفة قرب الديوانية", {"us-coalition"}),
    ("وقع انفجار في مكتب محلي في بعقوبة", set()),
]


@pytest.mark.parametrize(("body", "parties"), HIT)
def test_whom_an_act_hit(body, parties):
    first = read(Article(body=body, published=DAY), KNOWLEDGE).incidents[0]
    assert {party.party for party in first.against} == parties


def test_a_pronoun_of_taking_means_whom_the_report_told_of_last():
    body = "وصل الطبيب وائل الحمدان إلى عمله في شهبا أمس. واقتاده مسلحون مجهولون إلى جهة مجهولة في شهبا."
    taken = [i for i in read(Article(body=body, published=DAY), KNOWLEDGE).incidents if i.type == "abduction"]
    assert [party.party for incident in taken for party in incident.against] == ["medics"]

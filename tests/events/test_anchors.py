"""Anchors: the words that tell an act, its stage, and the words that only look like one."""

from datetime import date

import pytest

from tawatur.lexicon import load_knowledge
from tawatur.model.article import Article
from tawatur.reading import read

KNOWLEDGE = load_knowledge()


def acts(body):
    told = read(Article(body=body, published=date(2020, 5, 31)), KNOWLEDGE).incidents
    return [(one.type, one.stage) for one in told]


ACTS = [
    ("قصفت قوات النظام بلدة البارة", "shelling", "occurred"),
    ("إطلاق نار على دورية للشرطة في مدينة صيدا", "armed_attack", "occurred"),
    ("أفشل الجيش هجوما للحوثيين على مدينة مأرب", "armed_attack", "foiled"),
    ("حررت قوات الأمن خمسة عمال مختطفين شرق كركوك", "release", "occurred"),
    ("تمكنت القوات العراقية من تحرير ثلاث قرى جنوب الموصل", "territory", "occurred"),
    (
        "أطلق مسلحون على دراجة النار على العقيد مروان بينما كان في سيارته في عدن",
        "targeted_killing",
        "occurred",
    ),
    ("تشهد مدينة بنغازي منذ صباح اليوم اشتباكات عنيفة", "armed_clash", "occurred"),
    ("داهمت قوات الاحتلال منازل في بلدة سلواد لاعتقال شبان", "sweep", "occurred"),
    (
        "نجا ضابط بمدينة بنغازي من محاولة اغتيال إثر انفجار عبوة ناسفة بسيارته",
        "targeted_killing",
        "attempted",
    ),
    ("استهدف المقاتلون دبابتين إسرائيليتين شمال خان يونس", "armed_attack", "occurred"),
    ("نجا محافظ عدن من محاولة اغتيال", "targeted_killing", "attempted"),
    ("فككت الشرطة عبوة ناسفة قبل انفجارها في مدينة سامراء", "clearance", "occurred"),
    ("انفجر لغم من مخلفات القصف في بلدة سرمين وأصيب طفل", "mine_or_remnant", "occurred"),
]


@pytest.mark.parametrize(("body", "type", "stage"), ACTS)
def test_an_act_and_its_stage(body, type, stage):
    assert acts(body) == [(type, stage)]


NO_ACTS = [
    "نطالب كل المنظمات العاملة في صنعاء أن تبذل ما تستطيع من أجلهم، وأن تسعى لإطلاق سراح المختطفين",
    "ناشد أهالي القرى الواقعة بين تعز ولحج الحكومة إلى سرعة التدخل واستعادة مناطقهم من المليشيا",
    "وصل إلى مدينة ماوية وفد يزور عناصر حوثية تتمركز في جبال تعز",
    "تشهد مدينة بنغازي العديد من التفجيرات والاغتيالات",
    "جدد الوزير موقفه الرافض للعدوان على مدينة الدوحة",
    "فرضت قوة أمنية طوقا أمنيا على مكان الحادث في حي المصطفى",
    "لم تقصف الطائرات بلدة البارة",
    "وصلت مسيرة المهاجم الكروية إلى نهايتها في مدينة جدة",
    "اعتقلت الشرطة في الفيلم بطل القصة",
    "تضم القاعدة طائرات حربية ودبابات وصواريخ",
]


@pytest.mark.parametrize("body", NO_ACTS)
def test_no_act(body):
    assert acts(body) == []


DAYS = [
    ("أعلنت الوزارة اليوم مقتل جندي أمس في بلدة سرمين", date(2020, 5, 30)),
    ("تبنى تنظيم داعش أمس الهجوم الذي خلف عشرين قتيلا في بلدة الشحيل يوم الخميس الماضي", date(2020, 5, 28)),
]


@pytest.mark.parametrize(("body", "day"), DAYS)
def test_the_day_of_the_act_and_not_of_its_announcement(body, day):
    told = read(Article(body=body, published=date(2020, 5, 31)), KNOWLEDGE).incidents
    assert [one.date.earliest for one in told if one.date] == [day]

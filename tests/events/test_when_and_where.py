"""When and where the incidents of one report lie, told as (type, date, place as written)."""

from datetime import date

import pytest

from tawatur.lexicon import load_knowledge
from tawatur.model.article import Article
from tawatur.reading import read

KNOWLEDGE = load_knowledge()


def told(body):
    """The incidents of a report put out on Sunday, 31 May 2020."""
    incidents = read(Article(body=body, published=date(2020, 5, 31)), KNOWLEDGE).incidents
    return [
        (
            one.type,
            one.date.earliest.isoformat()[5:] if one.date else None,
            one.place.quote if one.place else None,
        )
        for one in incidents
    ]


HOSPITALS = [
    ("أصيب راع بسقوط قذيفة على قرية حوامرة أمس ونقل لمستشفى الراهدة", [("shelling", "05-30", "حوامرة")]),
    (
        "استقبل مستشفى الجلاء بمدينة بنغازي جثامين ثلاثة جنود قتلوا في معارك بالصابري",
        [("armed_clash", None, "الصابري")],
    ),
    ("قصفت الطائرات مستشفى كفرنبل أمس", [("air_strike", "05-30", "مستشفى كفرنبل")]),
    ("قتل مدني أمس بانفجار لغم في حي دار سعد شمال عدن", [("mine_or_remnant", "05-30", "دار سعد")]),
]


@pytest.mark.parametrize(("body", "expected"), HOSPITALS)
def test_where_they_were_hit_and_not_where_they_were_treated(body, expected):
    assert told(body) == expected


EARLIER_ACTS = [
    (
        "قتل شاب ينحدر من مدينة جاسم برصاص مجهولين في بلدة تسيل",
        [("targeted_killing", None, "تسيل")],
    ),
    ("قتل شاب ينحدر من مدينة جاسم برصاص مجهولين", [("targeted_killing", None, None)]),
    (
        "قتل ثلاثة جنود من إدلب واللاذقية وحلب بانفجار لغم في بلدة عقيربات",
        [("mine_or_remnant", None, "عقيربات")],
    ),
    (
        "قتل مدنيان بقصف مدفعي على بلدة سرمين أمس السبت، غداة انفجار سيارة مفخخة في مدينة عفرين",
        [("shelling", "05-30", "سرمين"), ("ied", "05-29", "عفرين")],
    ),
    (
        "اغتال مسلحون ضابطا في مدينة الصنمين اليوم الأحد، بعد أيام من اغتيال موظف في مدينة نوى",
        [("targeted_killing", "05-31", "الصنمين"), ("targeted_killing", "05-21", "نوى")],
    ),
    (
        "قصفت الطائرات بلدة كفرنبل صباح اليوم. من جهة أخرى، اغتال مجهولون قياديا في مدينة الباب مساء أمس",
        [("air_strike", "05-31", "كفرنبل"), ("targeted_killing", "05-30", "الباب")],
    ),
]


@pytest.mark.parametrize(("body", "wanted"), EARLIER_ACTS)
def test_an_earlier_act_keeps_its_own_day(body, wanted):
    assert told(body) == wanted


FURTHER_ACTS = [
    (
        "قصفت قوات النظام بلدة البارة بالمدفعية صباح اليوم، فضلا عن قصف مماثل على بلدة كنصفرة",
        [("shelling", "05-31", "البارة"), ("shelling", "05-31", "كنصفرة")],
    ),
    (
        "انفجرت عبوة ناسفة في مدينة الباب اليوم وأسفرت عن مقتل مدني،"
        " وفي هجوم آخر قتل شرطي بانفجار عبوة في مدينة أعزاز",
        [("ied", "05-31", "الباب"), ("ied", "05-31", "أعزاز")],
    ),
]


@pytest.mark.parametrize(("body", "wanted"), FURTHER_ACTS)
def test_a_further_act_stands_apart(body, wanted):
    assert told(body) == wanted


ONE_ACT = [
    (
        "قتل جندي بانفجار لغم أثناء قيام الجيش بتمشيط بادية السخنة أمس السبت",
        [("mine_or_remnant", "05-30", "بادية السخنة")],
    ),
    (
        "شيع أهالي مدينة درعا اليوم جثمان شاب قتل برصاص مجهولين في بلدة اليادودة يوم الجمعة",
        [("targeted_killing", "05-29", "اليادودة")],
    ),
    (
        "قتل طفل بانفجار لغم أرضي في قرية الشيخ هلال أمس السبت، ونقل جثمانه إلى مستشفى سلمية اليوم الأحد",
        [("mine_or_remnant", "05-30", "الشيخ هلال")],
    ),
    (
        "أعلن الجيش اليوم مقتل جندي باشتباكات في مدينة سبها أول أمس",
        [("armed_clash", "05-29", "سبها")],
    ),
    (
        "استهدفت مدفعية الجيش صباح اليوم موقع تل الزعتر بريف إدلب",
        [("shelling", "05-31", "تل الزعتر")],
    ),
]


@pytest.mark.parametrize(("body", "wanted"), ONE_ACT)
def test_duties_funerals_and_announcements_lend_neither_day_nor_place(body, wanted):
    assert told(body) == wanted


NOTHING_TOLD = [
    "طالب أهالي بلدة تلبيسة بوقف قصف بلدتهم",
    "تسيطر قوات النظام على بلدة تلبيسة",
]


@pytest.mark.parametrize("body", NOTHING_TOLD)
def test_demands_and_standing_rule_are_no_incidents(body):
    assert told(body) == []


SAME_AND_OTHER = [
    (
        "أصيب راع بلغم في مديرية صرواح غرب مأرب. وقتلت امرأة بلغم آخر في المديرية نفسها",
        [("mine_or_remnant", None, "صرواح"), ("mine_or_remnant", None, "صرواح")],
    ),
    (
        "اعترضت قوات الدفاع الجوي صاروخا أطلقته المليشيا الحوثية من محافظة صعدة باتجاه مدينة جازان",
        [("interception", None, "جازان")],
    ),
    (
        "حصيلة الألغام خلال الساعات الـ24 الماضية: قتيل. ففي محافظة الجوف قتل مواطن بانفجار لغم في مديرية المصلوب",
        [("mine_or_remnant", "05-30", "المصلوب")],
    ),
    (
        "اقتحم مسلحون منزلا بحي غليل وسط الحديدة",
        [("armed_attack", None, "غليل")],
    ),
    (
        "نفذ طيران التحالف العربي أثناء المعارك غارتين على مواقع الحوثيين في وادي الضيق",
        [("air_strike", None, "وادي الضيق")],
    ),
]


@pytest.mark.parametrize(("body", "wanted"), SAME_AND_OTHER)
def test_the_same_district_and_another_act(body, wanted):
    assert told(body) == wanted


NIGHTS = [
    (
        "اعتقلت القوات خمسة شبان في مدينة نمر ليل السبت. واعتقلت القوات أربعة شبان في بلدة تسيل",
        [("detention", "05-30", "05-31"), ("detention", "05-30", "05-31")],
    ),
    (
        "قتل جندي بانفجار عبوة ناسفة في مدينة الصنمين ليل السبت. واعتقلت القوات شابا في بلدة نمر",
        [("ied", "05-30", "05-31"), ("detention", "05-31", "05-31")],
    ),
    ("اغتال مجهولون ضابطا في مدينة نوى بعد منتصف ليل السبت", [("targeted_killing", "05-30", "05-30")]),
]


@pytest.mark.parametrize(("body", "expected"), NIGHTS)
def test_a_night_of_raids_is_that_of_all_of_them_and_that_of_a_blast_its_own(body, expected):
    incidents = read(Article(body=body, published=date(2020, 5, 31)), KNOWLEDGE).incidents
    days = [(one.date.earliest.isoformat()[5:], one.date.latest.isoformat()[5:]) for one in incidents]
    assert [(one.type, *day) for one, day in zip(incidents, days, strict=True)] == expected


ONLY_DAYS = [
    (
        "سيطرت فصائل المعارضة على بلدة صوران. وقال ناطق باسمها أمس إن المقاتلين أسروا خمسة جنود",
        "05-30",
    ),
    ("هاجم مسلحون حاجزا في بلدة نوى. وكان الأهالي شيعوا صباح أمس جثمان شاب من البلدة", None),
]


def test_the_day_of_the_page_dates_no_act():
    body = "حماة، 31 مايو 2020 (وكالة) –\nقصفت قوات النظام بلدة مورك. وقال سكان إن القصف وقع مساء الجمعة"
    assert told(body) == [("shelling", "05-29", "مورك")]
    assert told("حماة، 31 مايو 2020 – قصفت قوات النظام بلدة مورك") == [("shelling", None, "مورك")]


@pytest.mark.parametrize(("body", "day"), ONLY_DAYS)
def test_the_one_day_near_the_opening_is_that_of_the_news(body, day):
    assert told(body)[0][1] == day


LENT_DAYS = [
    (
        "قتل جندي بقصف على بلدة سرمين.\nوقتل مدنيان بانفجار لغم أمس السبت في بلدة عقيربات.\n"
        "من جهة أخرى اعتقلت الشرطة ثلاثة أشخاص في مدينة نوى.",
        ("detention", None, "نوى"),
    ),
    (
        "قتل جندي بقصف على بلدة سرمين أمس السبت.\nمن جهة أخرى اعتقلت الشرطة ثلاثة أشخاص في مدينة نوى.",
        ("detention", "05-30", "نوى"),
    ),
    (
        "قتل جندي بقصف على بلدة سرمين صباحا.\nوقتل مدنيان بانفجار لغم يوم 5 كانون الثاني الماضي في بلدة عقيربات.\n"
        "درعا: هدم مسلحون ثلاثة منازل في مدينة نوى.",
        ("property_destruction", "05-31", "نوى"),
    ),
]


@pytest.mark.parametrize(("body", "last"), LENT_DAYS)
def test_a_story_lends_its_day_to_no_other(body, last):
    assert told(body)[-1] == last


BEGUN = [
    (
        "قتل مزارع بقصف على بلدة سرمين ضمن الحملة التي انطلقت في 20 نيسان الماضي",
        [("shelling", None, "سرمين")],
    ),
    (
        "قتل مزارع بالقصف الذي بدأ يوم السبت على بلدة سرمين",
        [("shelling", "05-30", "سرمين")],
    ),
]


@pytest.mark.parametrize(("body", "expected"), BEGUN)
def test_the_day_on_which_a_war_or_a_campaign_began_is_not_that_of_the_act(body, expected):
    assert told(body) == expected

"""Acts of one episode are one incident, and an attack only spoken of again is none."""

from datetime import date

import pytest

from tawatur.lexicon import load_knowledge
from tawatur.model.article import Article
from tawatur.reading import read

KNOWLEDGE = load_knowledge()


def incidents(*sentences):
    """The incidents of a report of several sentences."""
    body = ".\n".join(sentences) + "."
    return read(Article(body=body, published=date(2020, 5, 31)), KNOWLEDGE).incidents


def types(*sentences):
    return sorted(one.type for one in incidents(*sentences))


@pytest.mark.parametrize(
    "sentences",
    [
        (
            "توغلت قوة من الجيش الإسرائيلي اليوم في بلدة الرفيد بريف القنيطرة واعتقلت شابين",
            "وقال الأهالي إن القوة داهمت عددا من المنازل في البلدة",
            "وأضافوا أن القوة انسحبت بعد ساعتين من البلدة",
        ),
        (
            "شنت مليشيا الحوثي حملة مداهمات في مديرية ضوران بمحافظة ذمار",
            "وقالت مصادر محلية إن المليشيا خطفت خمسة مواطنين من منازلهم في المديرية",
        ),
    ],
)
def test_the_way_to_those_taken_is_told_with_the_taking(sentences):
    assert len(types(*sentences)) == 1
    assert types(*sentences)[0] in ("detention", "abduction")


def test_a_search_with_another_act_between_it_and_the_arrest_is_an_act_of_its_own():
    told = types(
        "شنت قوات الأمن المصرية حملة دهم في مدينة العريش",
        "وقصفت مروحيات الجيش المصري مواقع لمسلحين في الشيخ زويد ما أدى إلى مقتل أربعة منهم",
        "واعتقلت قوات الأمن المصرية ثلاثة أشخاص في مدينة العريش",
    )
    assert told == ["air_strike", "detention", "sweep"]


def test_combing_an_area_after_an_abduction_is_an_act_of_its_own():
    told = types(
        "اختطف مسلحون من تنظيم داعش ثلاثة رعاة في بادية السخنة أمس",
        "وبدأت قوات النظام السوري عملية تمشيط في بادية السخنة",
    )
    assert told == ["abduction", "sweep"]


def test_an_attack_spoken_of_again_without_a_place_is_no_second_attack():
    told = incidents(
        "قتل خمسة جنود في هجوم شنه مسلحون على حاجز للجيش العراقي في الطارمية أمس",
        "وذكر شهود أن المسلحين فتحوا النار على الحاجز من سيارتين",
    )
    assert [one.type for one in told] == ["armed_attack"]


def test_what_was_looted_within_an_attack_is_part_of_it():
    told = types(
        "هاجمت قوات الدعم السريع قرية الهشابة أمس وقتلت ستة من سكانها",
        "وقال شهود إن قوات الدعم السريع نهبت ممتلكات السكان",
    )
    assert told == ["armed_attack"]


def test_what_was_set_on_fire_is_told_as_its_own_act():
    told = types(
        "هاجم مستوطنون قرية ترمسعيا شمال رام الله أمس وأصابوا ثلاثة مواطنين",
        "وأحرق المستوطنون مركبتين",
    )
    assert told == ["armed_attack", "property_destruction"]


def test_the_day_of_the_telling_does_not_set_two_tellings_apart():
    told = incidents(
        "أعلن مصدر طبي اليوم الأحد مقتل تسعة أشخاص في قصف على مدينة الفاشر، وأدان الهجوم",
        "وقال شهود إن القصف على مدينة الفاشر وقع السبت",
    )
    assert [(one.type, str(one.date.latest)) for one in told] == [("shelling", "2020-05-30")]


@pytest.mark.parametrize(
    "body",
    [
        "وضربت الشرطة طوقا حول مسرح الجريمة في مدينة نيالا",
        "فريق التحرير في دمشق، قوات النظام السوري",
        "ضحى الثوار بحياتهم لينال الشعب السوري حريته في سوريا",
    ],
)
def test_cordons_editors_and_a_peoples_freedom_are_no_incidents(body):
    assert types(body) == []


def test_a_womans_name_is_no_place():
    told = incidents("قتل طفل وأصيبت شقيقته فاطمة بقصف لقوات النظام على بلدة تفتناز أمس")
    assert [one.place.name for one in told] == ["تفتناز"]


def test_the_attack_comes_after_another():
    told = incidents(
        "قتل ستة جنود أمس في هجوم على حاجز للجيش في مدينة مودية بمحافظة أبين",
        "هذا الهجوم يأتي بعد أيام من حادث مشابه في المنطقة أسفر عن مقتل جندي",
    )
    assert next(one.killed.low for one in told) == 6


@pytest.mark.parametrize(
    ("sentences", "expected"),
    [
        (
            (
                "اقتحمت قوات الاحتلال اليوم بلدة عرابة جنوب جنين",
                "وذكرت مصادر محلية أن قوات الاحتلال داهمت منازل في البلدة وفتشتها",
            ),
            ["sweep"],
        ),
        (
            ("توغلت قوة من الجيش الإسرائيلي اليوم في قرية بريقة بريف القنيطرة ثم انسحبت من المنطقة",),
            ["movement"],
        ),
        (("شنت مليشيا الحوثي أمس حملة مداهمة واختطاف في ريف تعز، في قرية حاضية",), ["abduction"]),
    ],
)
def test_the_act_that_tells_most_of_an_episode_names_it(sentences, expected):
    assert types(*sentences) == expected


def test_attacks_again_and_again_in_these_days_are_no_incident():
    assert types("شهدت المناطق الجنوبية خلال الأيام الماضية هجمات متكررة لمسلحين في ريف درعا") == []


def test_a_misspelt_they_were_is_no_town():
    told = incidents("قتل جندي في هجوم على حاجز في بلدة تلعفر وقال شهود إن المهاجمين كانو أربعة")
    assert [one.place.name for one in told] == ["تلعفر"]


def test_others_arrested_by_those_who_shot_are_part_of_the_attack():
    told = incidents("قتلت قوات الأمن الأفغانية أربعة من المهاجمين في كابول أمس وألقت القبض على ثلاثة آخرين")
    assert [(one.type, one.killed.low, one.detained.low) for one in told] == [("armed_attack", 4, 3)]


def test_clashes_and_mutual_shelling_are_clashes():
    told = types(
        "شهدت محاور من منطقة خفض التصعيد في ريف إدلب اشتباكات وقصفا متبادلا بين قوات النظام والفصائل"
    )
    assert told == ["armed_clash"]


@pytest.mark.parametrize(
    "standing",
    ["ويواصل الجيش ملاحقة المطلوبين في البقاع", "وتعمل الحكومة على ضبط الأمن وملاحقة المطلوبين في البقاع"],
)
def test_a_pursuit_that_goes_on_is_a_standing_statement(standing):
    assert types("أوقف الجيش اللبناني أمس أربعة مطلوبين في بلدة بريتال", standing) == ["detention"]


def test_what_was_shot_down_is_counted_place_by_place():
    told = incidents(
        "أسقطت الدفاعات الجوية الروسية 12 طائرة مسيرة فوق إقليم كراسنودار، وأربع طائرات في كل من مقاطعتي كورسك وروستوف،"
        " إضافة إلى ثلاث طائرات فوق مقاطعة بيلغورود وطائرتين فوق شبه جزيرة القرم"
    )
    assert [one.place.name for one in told][:3] == ["كراسنودار", "كورسك", "بيلغورود"]


def test_a_sum_over_several_places_leaves_each_its_own_count():
    told = incidents(
        "أسقطت الدفاعات الجوية الروسية 23 طائرة مسيرة في مقاطعتي كورسك وبيلغورود أمس",
        "وأضافت الوزارة أنه تم إسقاط 19 طائرة مسيرة فوق مقاطعة كورسك و4 طائرات مسيرة فوق مقاطعة بيلغورود",
    )
    assert [(one.place.name, [p.name for p in one.also_places]) for one in told] == [
        ("كورسك", []),
        ("بيلغورود", []),
    ]


def test_a_town_at_some_distance_from_the_landmark_told_before_is_the_place():
    told = incidents(
        "قتل أربعة أشخاص في هجوم لمسلحين على بلدة بالقرب من مايدوجوري أمس",
        "وهاجم المسلحون بلدة المروة على بعد 20 كيلومترا من مايدوجوري",
    )
    assert [one.place.name for one in told] == ["المروة"]


@pytest.mark.parametrize(
    ("beside", "abducted"),
    [
        ("وقال ناطق باسم الفصائل إنها أسرت ثلاثة من الجنود في المعركة", (3, 3)),
        ("وغنم مقاتلو الفصائل دبابة ورشاشين", None),
        ("وانتشرت وحدات من قوات النظام السوري عند مداخل القرية", None),
    ],
)
def test_what_a_fight_brings_is_told_with_the_fight(beside, abducted):
    found = incidents(
        "هاجمت فصائل المعارضة السورية حاجزا لقوات النظام السوري في قرية المشيرفة بريف إدلب أمس", beside
    )
    assert [one.type for one in found] == ["armed_attack"]
    count = found[0].abducted
    assert (count and (count.low, count.high)) == abducted


def test_captives_told_alone_are_an_act_of_their_own():
    assert types("أسر مقاتلو المعارضة السورية ضابطا من قوات النظام قرب بلدة الهبيط أمس") == ["abduction"]


def test_blasts_that_were_heard_are_told_with_what_they_were():
    assert types(
        "دوت انفجارات عنيفة فجر اليوم في محيط مدينة كوستي",
        "وقال شهود إن طائرات مسيرة تابعة للدعم السريع قصفت مستودعا للوقود في كوستي",
    ) == ["drone_strike"]


def test_whom_the_shots_hit_is_told_with_the_shots():
    assert types("أطلق مسلحون مجهولون النار على ممرض في ساحة مدينة طفس فأردوه قتيلا") == ["targeted_killing"]


@pytest.mark.parametrize(
    ("burnt", "expected"),
    [
        ("وأحرقوا ثلاث عربات", ["armed_attack"]),
        ("وأحرقوا منازل المدنيين", ["armed_attack", "property_destruction"]),
    ],
)
def test_what_was_burnt_in_a_fight_is_an_act_of_its_own_where_it_was_the_peoples(burnt, expected):
    lead = "هاجم مسلحو تنظيم داعش حاجزا للجيش العراقي في قرية البوطلحة بمحافظة ديالى فجر اليوم"
    assert types(f"{lead} {burnt}") == expected


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        (
            (
                "صدت قوات الجيش اليمني فجر اليوم هجوما شنته مليشيا الحوثي على مواقع في جبهة الكسارة بمأرب",
                "وقال مصدر عسكري إن عشرين من المهاجمين قتلوا كما أسرت القوات ستة",
            ),
            1,
        ),
        (
            (
                "قتل ثلاثة أشخاص في قصف مدفعي على بلدة كفريا اليوم",
                "ونددت الإدارة المحلية في إدلب بما سمته العدوان",
            ),
            1,
        ),
        (
            (
                "توغلت دبابات إسرائيلية شرق بلدة الفخاري جنوب قطاع غزة",
                "واعتقلت القوات الإسرائيلية شابين في بلدة عرابة جنوب جنين",
            ),
            2,
        ),
    ],
)
def test_what_is_part_of_another_act_and_what_is_not(told, expected):
    assert len(types(*told)) == expected

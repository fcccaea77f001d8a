"""Who is the author of an act in a whole report: one, the one told before, nobody."""

from datetime import date

import pytest

from tawatur.lexicon import load_knowledge
from tawatur.model.article import Article
from tawatur.reading import read

KNOWLEDGE = load_knowledge()


def incidents(body):
    return read(Article(body=body, published=date(2020, 5, 31)), KNOWLEDGE).incidents


def authors(body, type_id):
    """The authors of the first incident of a type."""
    return next({p.party for p in one.by} for one in incidents(body) if one.type == type_id)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "قصفت قوات الدعم السريع أحياء الأبيض. وقال الأهالي إن الجيش قتل رجلا في القصف على الأبيض",
            {"sudan-rsf"},
        ),
        ("قصفت قوات النظام وروسيا بلدة كفرنبل في ريف إدلب", {"syria-government", "russia"}),
    ],
)
def test_the_first_author_and_those_joined_to_it(body, expected):
    assert authors(body, "shelling") == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("قصفت طائرات حربية يرجح أنها روسية بلدة كفرنبل في ريف إدلب", {"russia"}),
        ("قتل مدنيان بقصف جوي لطائرات حربية يعتقد أنها لقوات النظام على بلدة كفرنبل", {"syria-government"}),
    ],
)
def test_aircraft_thought_to_be_somebodys(body, expected):
    (told,) = incidents(body)
    assert {p.party for p in told.by} == expected
    assert not any(p.party in expected for p in told.against)


@pytest.mark.parametrize(
    ("body", "type_id", "expected"),
    [
        (
            "اقتحمت قوات الاحتلال بلدة طمون. وجرى اعتقال شابين من بلدة تياسير بعد ذلك",
            "detention",
            {"israel"},
        ),
        ("قتل مدني برصاص قوات النظام في بلدة جاسم. وانفجرت عبوة ناسفة في بلدة إنخل", "ied", set()),
        ("هاجم مسلحون مجهولون حاجزا في بلدة طفس. وتم اعتقال شابين في بلدة نوى", "detention", set()),
        ("هاجم تنظيم داعش قرية المخيسة. وجرى اعتقال أربعة من داعش في بعقوبة", "detention", set()),
    ],
)
def test_who_took_people_was_told_before(body, type_id, expected):
    assert authors(body, type_id) == expected


def test_those_about_their_duty_were_hit():
    (one,) = incidents("أثناء قيام دورية للشرطة العراقية بواجبها في حي الجامعة انفجرت عبوة ناسفة وقتل شرطي")
    assert not one.by
    assert {p.party for p in one.against} == {"iraq-government"}


def test_those_who_stormed_a_town_did_it_while_it_says_so():
    body = "أصيب شابان بالرصاص أثناء قيام قوات الاحتلال باقتحام بلدة قباطية"
    assert {p.party for p in incidents(body)[0].by} == {"israel"}


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("أقدم أحد أقرباء الضابط على قتل مدرس بالرصاص في بلدة صلخد", {"private-persons"}),
        ("هجوم مسلح أصابه وشقيقه بجروح في بلدة الكسوة", set()),
    ],
)
def test_people_without_arms_do_only_what_the_words_say(body, expected):
    assert {p.party for p in incidents(body)[0].by} == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("اعتقلت فجر اليوم قوات الاحتلال شابين من بلدة قباطية", {"israel"}),
        ("شنت مقاتلات التحالف، فجر اليوم الجمعة، غارات على مدينة صنعاء", {"arab-coalition"}),
        ("فجر مسلحون من داعش منزلا في الحويجة", {"islamic-state"}),
        ("تمكنت بعدها القوات العراقية من اعتقال ثلاثة في بعقوبة", {"iraq-government"}),
        ("قوات كبيرة من جيش الاحتلال اقتحمت مدينة نابلس من عدة محاور", {"israel"}),
        ("اقتحمت مجموعة متطرفة من المستوطنين قرية في نابلس", {"settlers"}),
        ("أصيب مدني بانفجار لغم حوثي في مديرية صرواح", {"houthis"}),
        ("أصيب مدني بانفجار لغم من مخلفات الحوثيين في مديرية صرواح", set()),
        (
            "قال مصدر إن قوة مشتركة من البيشمركة والجيش، تمكنت من تحرير الكوير",
            {"peshmerga", "iraq-government"},
        ),
        ("قتل تسعة من داعش إثر استهداف قوات التحالف الدولي مقار لهم بريف دير الزور", {"us-coalition"}),
    ],
)
def test_times_adjectives_and_joined_bodies(body, expected):
    assert {p.party for p in incidents(body)[0].by} == expected


def test_who_acted_in_the_sentence_before_is_no_subject():
    body = "اعتقلت قوات الاحتلال 11 فلسطينيا. كما اقتحمت قوات الاحتلال بلدات بيت فجار والدوحة في بيت لحم"
    assert authors(body, "armed_attack") == {"israel"}


def test_an_attack_with_a_pronoun_is_by_the_body_told_before():
    body = "اعتقلت قوات الاحتلال شابين من دورا. وأصيب طفل خلال اقتحامها لبلدة إذنا غربي الخليل"
    assert authors(body, "armed_attack") == {"israel"}


def test_what_a_body_did_afterwards_is_no_part_of_the_killing():
    body = (
        "اغتال مسلحان شابا في البصيرة. وعقب عملية الاغتيال قامت قوة تابعة لقوات سوريا الديمقراطية"
        " بمداهمة منزل في بلدة أبريهة"
    )
    assert authors(body, "targeted_killing") == {"unknown"}


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("اتهم نشطاء قوات الدعم السريع بتنفيذ هجوم على قرية ود النورة بولاية الجزيرة", {"sudan-rsf"}),
        ("اتهم الأهالي قوات النظام بقصف حي في نوى", {"syria-government"}),
        ("اتهمت الحكومة السورية إسرائيل بقصف مطار دمشق", {"israel"}),
        ("تعرض شاب للاختطاف على يد مجهولين في نوى", {"unknown"}),
        ("مقتل جندي في محاولة الحوثيين اقتحام مواقع الجيش في مأرب", {"houthis"}),
        ("قال مراسل إن مسلحين مجهولين يستقلون سيارة لونها أزرق أطلقوا النار على شابين في داعل", {"unknown"}),
        ("أعلن الجيش المصري مقتل خمسة تكفيريين في شمال سيناء", {"egypt-government"}),
        ("أعلن الجيش العراقي مقتل ثلاثة من جنوده في جبال حمرين", set()),
    ],
)
def test_the_accused_stand_behind_those_who_accuse(body, expected):
    assert {p.party for p in incidents(body)[0].by} == expected


def test_whom_nobody_knows_strikes_and_is_not_struck():
    (one,) = incidents("وفي مدينة درعا البلد اغتال مجهولون محمود العمري أمام منزله")
    assert {p.party for p in one.by} == {"unknown"}
    assert (one.killed.low, one.killed.high) == (1, 1)


def test_who_then_carried_out_a_search_did_not_attack():
    body = "هاجم مسلحون مجهولون نقطة في بلدة الشحيل، لتقوم بعدها قوات سوريا الديمقراطية بتنفيذ حملة دهم في البلدة"
    assert authors(body, "armed_attack") == {"unknown"}


def test_a_local_force_acts_where_its_name_says():
    (one,) = incidents("أعلنت قيادة شرطة ميسان القبض على ثلاثة متهمين بقضايا إرهابية")
    assert {p.party for p in one.by} == {"iraq-government"}
    assert one.place.name == "ميسان"


def test_a_capital_that_sees_a_blast_did_not_do_it():
    (one,) = incidents("وشهدت بغداد أمس مقتل أربعة أشخاص بانفجار سيارة مفخخة في حي الأمين")
    assert not one.by


def test_whither_people_are_led_is_nobody():
    (one,) = incidents("واقتادت جهات مسلحة مجهولة ثلاثة طلاب إلى جهة مجهولة في مدينة بغداد")
    assert [p.quote for p in one.by] == ["جهات مسلحة مجهولة"]
    assert "جهة مجهولة" not in [p.quote for p in one.against]


def test_an_attack_on_a_checkpoint_called_an_ambush_is_not_by_those_who_hold_it():
    (one,) = incidents("أسفر هجوم مسلح على كمين الجيش بمدخل مدينة الشيخ زويد في شمال سيناء عن مقتل جندي")
    assert not one.by
    assert {p.party for p in one.against} == {"egypt-government"}


def test_a_state_that_condemns_and_one_man_who_opens_a_clause_did_nothing():
    (one,) = incidents("أعربت قطر عن إدانتها للهجوم المسلح الذي استهدف دورية للشرطة في مدينة العريش المصرية")
    assert not one.by
    (two,) = incidents("قالت الشرطة العراقية إن ضابطا كبيرا في وزارة الداخلية قتل بهجوم مسلح جنوب بغداد")
    assert not two.by


def test_who_is_accused_is_no_part_of_an_unknown_accusers_name():
    body = "اتهمت مجموعة محامون بلا قيود الجيش السوداني بقصف سوق الكومة ومقتل ثلاثة مدنيين."
    reading = read(Article(body=body, published=date(2025, 1, 31)), KNOWLEDGE)
    assert {party.party for party in reading.incidents[0].by} == {"sudan-saf"}
    assert [link.name for link in reading.claims[0].chain] == ["مجموعة محامون بلا قيود"]


def test_a_committee_that_tells_of_a_protest_is_not_its_crowd():
    body = "أعلنت لجنة أطباء السودان مقتل متظاهرين اثنين خلال احتجاجات في مدينة أم درمان."
    crowd = incidents(body)[0].by
    assert all("أطباء" not in party.quote for party in crowd)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("استهدف قصف مدفعي عنيف من قوات النظام قرية معربليت", {"syria-government"}),
        ("تعرضت أحياء الفاشر لقصف متقطع من قوات الدعم السريع", {"sudan-rsf"}),
        ("قتل مدني في قصف قريب من قوات النظام على قرية معربليت", set()),
        ("قصفت المدفعية قرية معربليت وسط تحليق مكثف للطيران الروسي", set()),
    ],
)
def test_who_shelled_behind_an_adjective_and_who_only_flew(body, expected):
    assert authors(body, "shelling") == expected


def test_an_act_of_another_day_may_have_another_author():
    told = incidents(
        "قصفت قوات النظام بلدة النيرب يوم الجمعة. وكان قصف مدفعي قد استهدف بلدة سرمين يوم الثلاثاء وأسفر عن مقتل رجل"
    )
    assert [{p.party for p in one.by} for one in told] == [{"syria-government"}, set()]


def test_war_planes_that_carry_out_no_raid():
    assert not incidents("عاد الهدوء إلى بلدة النيرب دون تنفيذ أي غارة ودون وقوع أي اشتباكات فيها")


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("أعلنت حركة الشباب في بيان مقتضب استهداف قاعدة قرب مدينة كيسمايو بقذائف الهاون", {"al-shabaab"}),
        (
            "شن تنظيم داعش هجوما على قوات النظام قرب السخنة وسط مشاركة الطيران الروسي في صد الهجوم",
            {"islamic-state"},
        ),
        ("استهدف طيران تحالف دعم الشرعية - بغارات عدة - تجمعات للحوثيين قرب صرواح", {"arab-coalition"}),
        ("قتل جندي في هجوم خاطف شنه تنظيم داعش على حاجز قرب السخنة", {"islamic-state"}),
    ],
)
def test_who_attacked_whatever_stands_between(body, expected):
    told = incidents(body)
    assert [{p.party for p in one.by} for one in told] == [expected]


def test_in_front_of_whose_home_a_bomber_blew_himself_up():
    (told,) = incidents(
        'قال مصدر إن شخصا يرتدي حزاما ناسفا فجر نفسه أمام منزل النقيب في الأمن الوطني "سالم الحديدي" وقتل مارا'
    )
    assert not any(party.quote.startswith("النقيب") for party in told.by)

"""Who was hit in a whole report: the enemy it knows, the other side of a clash, a thing of civilians."""

from datetime import date

import pytest

from tawatur.lexicon import load_knowledge
from tawatur.model.article import Article
from tawatur.reading import read

KNOWLEDGE = load_knowledge()


def struck(body, type_id):
    """The parties hit in the last incident of a type."""
    incidents = read(Article(body=body, published=date(2020, 5, 31)), KNOWLEDGE).incidents
    return [{p.party for p in one.against} for one in incidents if one.type == type_id][-1]


CLASHED = "اندلعت اشتباكات بين الجيش اليمني ومسلحي الحوثي في مديرية صرواح أمس. "


@pytest.mark.parametrize(
    ("body", "type_id", "expected"),
    [
        (f"{CLASHED}وسيطر الجيش اليمني على جبل هيلان صباح اليوم.", "territory", {"houthis"}),
        (f"{CLASHED}وأسقط الجيش اليمني طائرة مسيرة فوق مدينة مأرب اليوم.", "interception", {"houthis"}),
        (
            f"{CLASHED}وصدت القوات هجوما شنه الحوثيون على جبل هيلان اليوم.",
            "armed_attack",
            {"yemen-government"},
        ),
        (f"{CLASHED}وتواصلت المعارك في جبل هيلان صباح اليوم.", "armed_clash", {"houthis"}),
        (f"{CLASHED}وانسحب الجيش اليمني من جبل هيلان صباح اليوم.", "territory", set()),
        (f"{CLASHED}وقصف الجيش اليمني منطقة نهم صباح اليوم.", "shelling", set()),
    ],
)
def test_the_one_enemy_that_a_report_knows(body, type_id, expected):
    assert struck(body, type_id) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "اشتباكات بين قوات الصاعقة التابعة للجيش الليبي في بنغازي وبين مقاتلي مجلس شورى ثوار بنغازي",
            {"libya-militias"},
        ),
        ("اشتباكات في طرابلس الليبية بين كتائب من مصراتة وكتائب تحمي سوق الجمعة", {"libya-militias"}),
    ],
)
def test_the_other_side_of_a_clash(body, expected):
    assert struck(body, "armed_clash") == expected


@pytest.mark.parametrize(
    "thing",
    [
        "حافلة ركاب",
        "سيارات مدنية",
        "شاحنة تجارية",
        "قوارب صيد",
        "حفل زفاف",
        "محال لبيع الألبسة",
        "قرية آهلة بالسكان",
        "أحياء مكتظة بالسكان",
        "خزان مياه",
        "أشجار زيتون",
        "صيدلية",
    ],
)
def test_what_belongs_to_civilians(thing):
    assert struck(f"استهدفت قوات النظام بقذائف الهاون صباح اليوم {thing} في مدينة سراقب", "shelling") == {
        "civilians"
    }


def test_time_between_a_verb_and_its_object():
    body = "استهدف مسلحون مجهولون قبل منتصف ليلة السبت الماضي حاجزا أمنيا في محافظة ديالى العراقية"
    assert struck(body, "armed_attack") == {"iraq-government"}


def test_who_stands_by_a_place_is_not_hit():
    body = "هاجمت كتائب الزنتان مدينة ككلة الليبية، التي تساندها ميليشيات فجر ليبيا، صباح أمس"
    assert struck(body, "armed_attack") == set()


def test_counted_attackers_of_a_place_are_not_hit():
    assert struck("هاجم 20 مسلحا قرية الزهراء في ريف حلب أمس", "armed_attack") == set()


def test_what_is_condemned_was_told_before():
    body = "قتل مدنيان بقصف مدفعي لقوات النظام على بلدة كفرنبل. واستنكر الأهالي استهداف قرية مأهولة بالسكان"
    told = read(Article(body=body, published=date(2020, 5, 31)), KNOWLEDGE).incidents
    assert [one.type for one in told] == ["shelling"]


@pytest.mark.parametrize(
    ("body", "type_id", "expected"),
    [
        (
            "استهدفت المقاومة الإسلامية موقع المرج العسكري الإسرائيلي بالصواريخ صباح اليوم",
            "shelling",
            {"israel"},
        ),
        ("تعرضت سفينة تجارية لهجوم صاروخي قبالة سواحل الحديدة في اليمن أمس", "shelling", {"civilians"}),
        ("فرقت قوات مكافحة الشغب مئات المتظاهرين بالقوة في مدينة البصرة", "protest", {"iraq-government"}),
        ("أحرق متظاهرون أمس مبنى مجلس المحافظة في مدينة البصرة العراقية", "riot", {"iraq-government"}),
        ("قصفت قوات النظام في ريف حلب الشمالي صباح اليوم سوقا للخضار", "shelling", {"civilians"}),
    ],
)
def test_posts_ships_and_offices(body, type_id, expected):
    assert struck(body, type_id) == expected


@pytest.mark.parametrize(
    ("body", "type_id", "expected"),
    [
        (
            "أفرج الجيش عن ثلاثة شبان في بلدة بريقة السورية. وسلم المعتقلين إلى ذويهم",
            "release",
            {"civilians"},
        ),
        ("قصفت طائرة مسيرة مستشفى كرنوي في السودان أمس فقتل سبعة مواطنين", "drone_strike", {"civilians"}),
        ("قتل عشرات الحوثيين بقصف للجيش اليمني غربي مأرب أمس", "shelling", {"houthis"}),
        (
            "هاجم عناصر من تنظيم «الدولة» (داعش) حقولا نفطية في محافظة صلاح الدين",
            "armed_attack",
            {"civilians"},
        ),
        ("قتلت خلية لداعش جنديا في كركوك. وقتل مقاتل بانفجار عبوة ناسفة في الثرثار", "ied", {"unknown"}),
    ],
)
def test_whose_the_dead_are(body, type_id, expected):
    assert struck(body, type_id) == expected


@pytest.mark.parametrize(
    ("body", "type_id", "expected"),
    [
        (
            "سيطر مقاتلو داعش على بلدة السخنة بعد معارك ضارية مع قوات النظام أمس",
            "territory",
            {"syria-government"},
        ),
        (
            "قال الجيش السوداني إنه نجح أمس في صد هجوم لقوات الدعم السريع على مدينة الأبيض",
            "armed_attack",
            {"sudan-saf"},
        ),
        ("أصابت مسيرة إسرائيلية مجموعة من المواطنين في حي الزيتون بغزة", "drone_strike", {"civilians"}),
        ("جرح اثنان من رجال الدفاع المدني بانفجار عبوة ناسفة في بعقوبة", "ied", {"medics"}),
        ("خطف مسلحون مجموعة من الأشخاص قرب بلدة نوى في درعا", "abduction", {"civilians"}),
        ("نفذت قوة من الشرطة العراقية حملة دهم في بعقوبة بحثا عن المهاجمين", "sweep", {"unknown"}),
        ("فجر مقاتلو القسام عبوة ناسفة بدبابة ميركافا شرق جباليا", "ied", {"israel"}),
        ("انفجرت قنبلة أسفل سيارة موظف في بلدية الموصل العراقية", "ied", {"civilians"}),
        ("استهدف انفجار عبوة ناسفة موكب محافظ تعز في اليمن", "ied", {"officials"}),
        ("وصل رتل للجيش العراقي لقتال داعش إلى قضاء الحويجة", "movement", set()),
        (
            "أشار المصدر إلى أن سالم الفواز، 40 عاما، قد قتل بانفجار لغم أرضي في بادية الميادين",
            "mine_or_remnant",
            {"civilians"},
        ),
    ],
)
def test_who_else_is_known_to_be_hit(body, type_id, expected):
    assert struck(body, type_id) == expected


def test_what_is_recalled_knows_no_enemy():
    body = f"{CLASHED}وكان الجيش اليمني سيطر على جبل هيلان في مايو 2016."
    assert struck(body, "territory") == set()


def test_the_police_of_a_land_that_is_not_listed():
    body = "انفجرت قنبلة في قرية العكر بالبحرين فأصيب اثنان من رجال الشرطة. وأدانت الإمارات الهجوم"
    assert struck(body, "ied") == {"police"}


@pytest.mark.parametrize(
    ("body", "type_id", "expected"),
    [
        (
            "غارة لطيران النظام على قرية يسيطر عليها داعش بريف حمص قتلت ثلاثة مدنيين",
            "air_strike",
            {"civilians"},
        ),
        (
            "قتل ثلاثة جنود ومدني في اشتباكات بين الجيش اليمني والحوثيين في صرواح",
            "armed_clash",
            {"houthis"},
        ),
        ("أصابت غارة روسية سوقا في مدينة سراقب بريف إدلب أمس", "air_strike", {"civilians"}),
        ("أضرم محتجون النار في القنصلية الإيرانية بمدينة كربلاء", "riot", {"iran"}),
        ("خرجت مظاهرة مسائية في حماة السورية تطالب بإسقاط النظام", "protest", {"syria-government"}),
        ("قتل ستة متمردين بغارة جوية في ولاية فارياب الأفغانية", "air_strike", {"taliban"}),
        ("اغتيل مسؤول في حزب الله بعبوة لاصقة في بيروت", "targeted_killing", {"hezbollah"}),
        (
            "قتل ثلاثة أشخاص، وهم من عناصر داعش، بضربة جوية قرب كركوك",
            "air_strike",
            {"islamic-state"},
        ),
    ],
)
def test_who_stands_for_whom(body, type_id, expected):
    assert struck(body, type_id) == expected


def test_who_had_laid_the_mine_before_the_verb():
    body = "قتلت امرأة بانفجار لغم كان تنظيم داعش قد زرعه في منزلها بمدينة الرقة السورية"
    one = read(Article(body=body, published=date(2020, 5, 31)), KNOWLEDGE).incidents[-1]
    assert [p.party for p in one.by] == ["islamic-state"]


def test_bare_people_at_whom_an_act_was_aimed():
    assert struck("استهدفت مسيرة إسرائيلية أشخاصا قرب مخيم المغازي في غزة", "drone_strike") == {"civilians"}


def test_who_supports_the_taking_of_a_place_did_not_hold_it():
    body = "استعادت القوات اليمنية بمساندة من التحالف العربي مواقع في مأرب بعد معارك مع الحوثيين"
    assert struck(body, "territory") == {"houthis"}


def test_an_embassy_is_no_coalition():
    body = "أطلق مجهولون صاروخين على السفارة الأمريكية في بغداد ولم يصب أحد"
    assert struck(body, "shelling") == {"us"}


def test_the_next_thing_struck_behind_a_place():
    body = "شنت طائرات حربية روسية غارات على بلدة كفرنبل ومستشفى في ريف إدلب"
    assert struck(body, "air_strike") == {"medics"}

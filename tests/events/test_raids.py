"""One act told with how it was done, and words that tell no incident of their own."""

from datetime import date

import pytest

from tawatur.lexicon import load_knowledge
from tawatur.model.article import Article
from tawatur.reading import read

KNOWLEDGE = load_knowledge()


def types(body):
    """The types of the incidents of a text."""
    return [one.type for one in read(Article(body=body, published=date(2020, 5, 31)), KNOWLEDGE).incidents]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("هاجم مستوطنون بلدة ترمسعيا شمال رام الله وحطموا عددا من السيارات", ["property_destruction"]),
        ("أحرق مستوطنون ثلاث مركبات بعد مهاجمتهم قرية ترمسعيا فجر اليوم", ["property_destruction"]),
        ("اقتحم مسلحو الحوثي حي غليل وطوقوا المنازل وخطفوا شقيقين من الحي", ["abduction"]),
        ("اقتحمت قوات الاحتلال بلدة بيتا واعتقلت ثلاثة شبان", ["detention"]),
        (
            "اقتحمت قوات الاحتلال قرية عابود شمال رام الله دون أن يبلغ عن اعتقالات أو مواجهات",
            ["armed_attack"],
        ),
        ("هاجم مسلحون مجهولون دورية للجيش العراقي في الطارمية وأحرقوا عربة", ["armed_attack"]),
    ],
)
def test_a_storming_that_hit_nobody_is_what_was_done_there(body, expected):
    assert types(body)[:1] == expected
    assert "territory" not in types(body)


def test_a_search_that_damaged_homes_is_the_arrest_it_ended_in():
    body = "اقتحمت قوات الاحتلال قرية جبع وداهمت عدة منازل وحطمت أبوابها، كما حطمت زجاج مركبتين، قبل أن تعتقل شابين"
    assert types(body) == ["detention"]


@pytest.mark.parametrize(
    "body",
    [
        "تنشط خلايا في ريف حمص وتتلقى أسلحة، وتلقى دعما من بقايا الفصائل في ريف حمص",
        "يعمل الجيش المصري في منطقة البرث لمحاصرة الفارين",
        "تمارس ميليشيات الحشد الشعبي في الموصل أعمال إعدام وتعذيب للمدنيين",
        "عجزت قوات الشرطة العراقية عن السيطرة على منطقة الهرمات غرب الموصل",
    ],
)
def test_aims_and_habits_are_no_incidents(body):
    assert types(body) == []


@pytest.mark.parametrize(
    "body",
    [
        "استعادت القوات العراقية بلدة الكرمة بعد يومين من القتال",
        "استعادت القوات العراقية بلدة الكرمة بعد ثلاثة أيام من المعارك العنيفة",
    ],
)
def test_how_long_the_fighting_for_a_town_took_is_no_further_act(body):
    assert types(body) == ["territory"]


def test_people_are_not_besieged_like_a_town():
    assert types("حاصرت قوات الشرطة انتحاريا في بلدة المقدادية") != ["territory"]
    assert types("حاصرت قوات النظام السوري بلدة مضايا") == ["territory"]


def test_whoever_is_no_force_arrests_nobody_by_stopping_him():
    assert types("وقال الشهود إن شخصين على دراجة نارية أوقفا رجلا قرب سوق المخيم") == []


def test_those_executed_were_taken_before():
    assert types("أعدم تنظيم داعش تسعة شبان بعد اختطافهم من قرى جنوب الموصل") == ["execution"]


def test_a_bomb_that_went_off_was_not_made_safe():
    body = "انفجرت عبوة ناسفة في بلدة العظيم أثناء محاولة خبراء الشرطة تفكيكها ما أدى إلى مقتل شرطي"
    assert types(body) == ["ied"]


def test_acts_of_nobody_at_no_time_and_nowhere_are_figures():
    body = "قتل جندي بانفجار لغم في بلدة حيس.\n\nتفجير 850 منشأة مدنية وخاصة بشكل ممنهج"
    assert types(body) == ["mine_or_remnant"]


def test_forces_that_stand_somewhere_have_not_moved():
    assert types("وتنتشر في بعض أحياء المدينة مجموعات من جبهة النصرة في درعا البلد") == []

"""A report's opening, told again by the first who speaks; one spot and one day with two counts."""

from datetime import date

import pytest

from tawatur import Article, load_knowledge, read

KNOWLEDGE = load_knowledge()
OPENING = "قتل شخصان بإطلاق نار من مسلحين مجهولين غرب مدينة درعا مساء الثلاثاء."


def told(body):
    return read(Article(body=body, published=date(2020, 5, 31)), KNOWLEDGE).incidents


@pytest.mark.parametrize(
    ("detail", "incidents"),
    [
        ("وقال ناشطون إن رجلا وابنه قتلا بإطلاق نار من مسلحين مجهولين في بلدة جاسم.", 1),
        ("وفي بلدة جاسم قال ناشطون إن رجلا قتل بإطلاق نار من مسلحين مجهولين.", 2),
        ("كما قال ناشطون إن رجلا آخر قتل بإطلاق نار في هجوم آخر في بلدة جاسم.", 2),
    ],
)
def test_the_first_who_speaks_tells_the_opening_again(detail, incidents):
    assert len(told(f"{OPENING}\n{detail}")) == incidents


@pytest.mark.parametrize(
    ("again", "incidents"),
    [("قتلوا في قصف مدفعي", 1), ("آخرين قتلوا في قصف آخر", 2)],
)
def test_two_counts_of_one_spot_and_day(again, incidents):
    body = (
        "قال الدفاع المدني إن ثلاثة مدنيين قتلوا في قصف مدفعي على حي القابون بدمشق أمس. "
        f"وقالت شبكة محلية أمس إن خمسة مدنيين {again} على حي القابون."
    )
    assert len(told(body)) == incidents


@pytest.mark.parametrize(
    ("again", "incidents"),
    [
        ("وقتل الشهر الماضي سبعة أشخاص بانفجار سيارة مفخخة في بغداد.", 2),
        ("وقال شاهد إن الانفجار الذي أوقع أربعة قتلى هز المدينة الأسبوع الماضي.", 1),
    ],
)
def test_what_lies_weeks_back_is_not_the_news_that_has_no_day(again, incidents):
    assert len(told(f"قتل أربعة أشخاص بانفجار سيارة مفخخة في بغداد. {again}")) == incidents


@pytest.mark.parametrize(
    "count",
    [
        "ثم عادت المديرية ورفعت العدد إلى سبعة قتلى و20 جريحا.",
        "وتحدثت شبكة محلية عن حصيلة أدنى هي ثلاثة قتلى.",
    ],
)
def test_another_count_of_the_same_dead_is_no_other_happening(count):
    lead = "قالت مديرية الصحة إن أربعة مدنيين قتلوا وأصيب عشرة في قصف مدفعي على مدينة سرمين أمس."
    assert [one.type for one in told(f"{lead} {count}")] == ["shelling"]


def test_the_side_attacked_tells_the_attack_as_a_clash():
    body = (
        "قتل خمسة من الشرطة الاتحادية العراقية في هجوم لتنظيم داعش جنوب كركوك ليل السبت. "
        "وقالت خلية الإعلام الأمني إن قوات الشرطة الاتحادية اشتبكت مع عناصر داعش في ناحية الرشاد بمحافظة كركوك."
    )
    assert len(told(body)) == 1


def test_a_quarter_in_the_town_told_before_is_a_part_of_it():
    body = (
        "قصفت القوات التركية بقذائف الهاون بلدة تل تمر شمال الحسكة اليوم. "
        "وقال صاحب منزل طاله القصف في حي البرج بالبلدة إن أحدا لم يصب."
    )
    assert len(told(body)) == 1


def test_a_blast_told_at_a_finer_place_with_the_same_dead_is_one():
    body = (
        "قتل شخصان وأصيب آخر اليوم بانفجار عبوة ناسفة في ريف حلب الشرقي. "
        'وقالت مراسلة الوكالة إن الانفجار "وقع داخل حافلة في قرية العزيزية، وأدى إلى مقتل شخصين وإصابة آخر".'
    )
    assert len(told(body)) == 1


def test_what_a_region_suffers_again_and_again_is_no_news():
    body = (
        "قتل أربعة مدنيين بانفجار سيارة مفخخة في مدينة إعزاز اليوم. "
        "وتعاني مناطق عدة بريف حلب الشمالي من تفجيرات متكررة نفذتها خلايا راح ضحيتها عشرات القتلى."
    )
    assert len(told(body)) == 1


def test_an_act_from_which_another_is_dated_is_not_told_again():
    body = (
        "قتل أربعة جنود في قصف إسرائيلي على محيط مدينة دمشق بعد منتصف الليل. "
        "ومساء الثلاثاء، أي قبل ساعات من القصف، قتل ضابط بتفجير عبوة ناسفة بسيارته في قدسيا."
    )
    assert len(told(body)) == 2


def test_an_assault_on_soldiers_is_an_attack():
    assert [one.type for one in told("اعتدى مسلحون على عناصر من الجيش السوري قرب بلدة السخنة أمس.")] == [
        "armed_attack"
    ]


def test_who_answers_an_attack_tells_another():
    body = (
        "قصفت قوات الحوثي حي المعلا بعشرات القذائف وأصيب خمسة من السكان.\n"
        "ورد المهاجمون بإمطار الحي بقذائف الدبابات ما أدى إلى سقوط تسعة قتلى."
    )
    assert [(one.injured is not None, one.killed is not None) for one in told(body)] == [
        (True, False),
        (False, True),
    ]

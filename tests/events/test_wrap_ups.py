"""What agencies and papers tell in wrap-ups: raids counted on, attacks of their own, voices side by side."""

from datetime import date

import pytest

from tawatur import Article, load_knowledge, read

KNOWLEDGE = load_knowledge()
DAY = date(2020, 5, 31)


def reading_of(body):
    return read(Article(body=body, published=DAY), KNOWLEDGE)


def places(body):
    return [one.place.name for one in reading_of(body).incidents if one.place]


def voices(body):
    return [[link.name for link in claim.chain] for claim in reading_of(body).claims]


@pytest.mark.parametrize(
    ("body", "struck"),
    [
        ("شن طيران التحالف أربع غارات على صرواح، وأخرى على نهم", ["صرواح", "نهم"]),
        ("شن طيران التحالف 7 غارات على صرواح، و4 على نهم، وغارتين على ميدي", ["صرواح", "نهم", "ميدي"]),
        ("شن طيران التحالف 7 غارات على صرواح وأخرى ليلا", ["صرواح"]),
    ],
)
def test_raids_counted_on_without_their_noun(body, struck):
    assert places(body) == struck


def test_a_separate_attack_is_how_those_before_it_died():
    told = reading_of("أربعة جنود قتلوا في هجوم منفصل على حاجز في ديالى").incidents
    assert [(one.type, one.killed.low) for one in told] == [("armed_attack", 4)]


@pytest.mark.parametrize(
    ("body", "killed"),
    [
        ("قتل مسلحون فجر اليوم في الموصل أربعة جنود", 4),
        ("قتل مسلحون بدم بارد خمسة مدنيين في بلدة القحطانية", 5),
    ],
)
def test_when_where_and_how_stand_between_killers_and_killed(body, killed):
    first = reading_of(body).incidents[0]
    assert (first.by[0].party, first.killed.low) == ("unknown", killed)


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("قتل مدنيان في غارة على سرمين، حسب مصدر أمني وآخر طبي", [["مصدر أمني"], ["آخر طبي"]]),
        ("قتل مدنيان في غارة على سرمين، حسب مصدر أمني آخر", [["مصدر أمني آخر"]]),
        ("قتل مدنيان في غارة على سرمين، وفق حصيلة قدمتها مصادر طبية", [["مصادر طبية"]]),
        ("قتل مدنيان في غارة على سرمين، كما أعلنت هذه الأخيرة", [[]]),
    ],
)
def test_voices_beside_each_other(body, told):
    assert voices(body) == told


def test_who_is_accused_by_the_speaker_before_which():
    body = "قتل ثلاثة مقاتلين في ضربة على كركوك، بحسب ما أعلنت كتائب الإمام علي التي اتهمت إسرائيل بتنفيذها."
    reading = reading_of(body)
    assert [party.party for party in reading.incidents[0].by] == ["israel"]
    assert [(claim.chain[0].name, claim.stance) for claim in reading.claims] == [
        ("كتائب الإمام علي", "accuses")
    ]


def test_the_day_of_a_call_is_not_the_day_of_the_act():
    body = (
        "قصفت مسيرة روسية مبنى في أوديسا صباح السبت. "
        "ودعا الرئيس، الأحد، إلى دعم بلاده مع ارتفاع عدد قتلى الغارة إلى 9."
    )
    days = {one.date.latest for one in reading_of(body).incidents}
    assert days == {date(2020, 5, 30)}


def test_talks_on_calm_are_no_truce():
    assert not reading_of("بحث وزيرا الدفاع أمس تدابير تهدئة التصعيد في إدلب").incidents


@pytest.mark.parametrize(
    "later",
    [
        "وقال قائد الشرطة إن أحد المهاجمين فجر نفسه عند البوابة.",
        "وأوضح أن الهجوم وقع على طريق جلال آباد وأوقع خمسة قتلى.",
    ],
)
def test_what_goes_on_about_the_attack_is_no_second_one(later):
    body = f"هاجم مسلحون مركزا للشرطة في كابول أمس وقتلوا خمسة من عناصرها. {later}"
    assert [one.killed.low for one in reading_of(body).incidents] == [5]


def test_fighting_in_a_quarter_of_the_town_told_before():
    body = "قتل ستة أشخاص في اشتباكات في بنغازي أمس. وقال متحدث إن الاشتباكات تركزت في حي بوحميرة."
    assert len(reading_of(body).incidents) == 1


def test_a_month_told_later_is_not_the_month_of_the_act():
    body = "شنت طائرات غارة على صبراتة الجمعة. وقتل 40 شخصا في الغارة، بينهم موظفان خطفا في نوفمبر الماضي."
    raid = next(one for one in reading_of(body).incidents if one.type == "air_strike")
    assert raid.date.latest == date(2020, 5, 29)


GAPPED = [
    ("أسقطت الدفاعات الجوية ثلاث مسيرات فوق كورسك وخمسا فوق بيلغورود", ["كورسك", "بيلغورود"]),
    (
        "أسقطت الدفاعات 24 مسيرة فوق كراسنودار و13 مسيرة فوق القرم إضافة إلى تسع مسيرات في كورسك",
        ["كراسنودار", "القرم", "كورسك"],
    ),
    (
        "شنت طائرات التحالف خمس غارات على مديرية حريب وثلاث غارات على صرواح وغارة على الجوبة",
        ["حريب", "صرواح", "الجوبة"],
    ),
]


@pytest.mark.parametrize(("body", "names"), GAPPED, ids=[row[0] for row in GAPPED])
def test_counts_of_raids_and_of_what_was_shot_down_go_on_place_by_place(body, names):
    told = read(Article(body=body, published=date(2020, 5, 31)), KNOWLEDGE).incidents
    assert [one.place.name for one in told] == names

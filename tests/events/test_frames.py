"""Frames: which words of a sentence tell one happening, and where the next one starts."""

from datetime import date

import pytest

from tawatur.lexicon import load_knowledge
from tawatur.model.article import Article
from tawatur.reading import read

KNOWLEDGE = load_knowledge()


def incidents(body):
    return read(Article(body=body, published=date(2020, 5, 31)), KNOWLEDGE).incidents


def happenings(body):
    """The type and the place of every incident of a text."""
    return [(one.type, one.place.name if one.place else None) for one in incidents(body)]


ONE = [
    # one act in several words
    ("شنت طائرات حربية غارات استهدفت بلدة كنصفرة", ("air_strike", "كنصفرة")),
    ("شنت طائرات روسية غارات على بلدة البارة، كما استهدفت أطراف بلدة كنصفرة", ("air_strike", "البارة")),
    ("قتل ثلاثة مدنيين وأصيب خمسة في هجوم استهدف حافلة في مدينة تدمر", ("armed_attack", "تدمر")),
    ("هاجم مسلحون حاجزا في مدينة الرطبة وأطلقوا النار على عناصره", ("armed_attack", "الرطبة")),
    ("اندلعت اشتباكات عنيفة بين الجيش ومسلحين في مدينة درنة استمرت عدة ساعات", ("armed_clash", "درنة")),
    ("تقدمت قوات سوريا الديمقراطية وسيطرت على بلدة الباغوز", ("territory", "الباغوز")),
    ("انفجرت سيارة مفخخة في مدينة منبج ما أسفر عن مقتل شخصين", ("ied", "منبج")),
    ("أسفر انفجار سيارة مفخخة في مدينة منبج عن مقتل شخصين وإصابة آخرين", ("ied", "منبج")),
    ("قصفت طائرات حربية بلدة معرزيتا، ما أدى إلى تدمير منزلين", ("air_strike", "معرزيتا")),
    ("أسفر الهجوم على مخفر في مدينة هيت عن إحراق ثلاث سيارات ومقتل شرطي", ("armed_attack", "هيت")),
    ("داهم مسلحون منزلا في مدينة سبها واختطفوا صاحبه", ("abduction", "سبها")),
    ("قصفت مدفعية النظام بلدة سرمين بالقذائف، حيث سقطت أكثر من عشر قذائف على أحيائها", ("shelling", "سرمين")),
    (
        "فجر انتحاري نفسه بحزام ناسف عند بوابة معسكر في مدينة عدن، ما أدى إلى مقتل عشرة جنود",
        ("suicide_bombing", "عدن"),
    ),
    # one happening in several sentences
    ("انفجرت عبوة ناسفة في مدينة الباب. وأدى الانفجار إلى مقتل طفل وإصابة والده", ("ied", "الباب")),
    ("هز انفجار عنيف مدينة عفرين. وقال مصدر محلي إن الانفجار ناجم عن سيارة مفخخة", ("ied", "عفرين")),
    (
        "قتل خمسة جنود في هجوم على نقطة عسكرية في بلدة السخنة. ووقع الهجوم فجر الجمعة",
        ("armed_attack", "السخنة"),
    ),
    (
        "قصف الطيران الحربي سوقا في مدينة أريحا. وقال مصدر طبي إن القصف خلف سبعة قتلى. وتبعد أريحا 15 كم عن إدلب",
        ("air_strike", "أريحا"),
    ),
    # what is said around it tells no other act
    ("نددت الأمم المتحدة بالهجوم على مشفى في مدينة مأرب الذي قتل فيه ثلاثة ممرضين", ("armed_attack", "مأرب")),
    ("قتل مدني برصاص قناص في مدينة تعز أثناء توجهه إلى عمله", ("armed_attack", "تعز")),
]


@pytest.mark.parametrize(("body", "expected"), ONE)
def test_one_happening(body, expected):
    assert happenings(body) == [expected]


SEVERAL = [
    (
        "قتل ثلاثة مدنيين بغارة على بلدة البارة، وأصيب خمسة آخرون بقصف مدفعي على بلدة كنصفرة",
        [("air_strike", "البارة"), ("shelling", "كنصفرة")],
    ),
    (
        "انفجرت عبوة ناسفة في مدينة الباب، فيما اغتال مجهولون عنصرا من الشرطة في مدينة عفرين",
        [("ied", "الباب"), ("targeted_killing", "عفرين")],
    ),
    (
        "شنت المقاتلات غارات على صعدة وقصفت البوارج مواقع في ميدي",
        [("air_strike", "صعدة"), ("shelling", "ميدي")],
    ),
    (
        "قصفت قوات النظام بلدة البارة. من جهة أخرى، اعتقلت هيئة تحرير الشام ناشطا في مدينة إدلب",
        [("shelling", "البارة"), ("detention", "إدلب")],
    ),
    (
        "سيطر الجيش على بلدة الدبسي، كما فكك مهندسوه عشرين لغما في مدينة الطبقة",
        [("territory", "الدبسي"), ("clearance", "الطبقة")],
    ),
    (
        "قتل جنديان بكمين قرب مدينة بيجي، بينما قتل أربعة من داعش بقصف جوي على مدينة الحويجة",
        [("armed_attack", "بيجي"), ("air_strike", "الحويجة")],
    ),
    (
        "قتل مدني بانفجار لغم في مدينة تدمر وأصيب آخر بانفجار قنبلة عنقودية في مدينة دوما",
        [("mine_or_remnant", "تدمر"), ("mine_or_remnant", "دوما")],
    ),
    (
        "تظاهر العشرات في مدينة السويداء، وفي سياق منفصل قتل شاب برصاص مجهولين في بلدة نوى",
        [("protest", "السويداء"), ("targeted_killing", "نوى")],
    ),
    (
        "أحرق مستوطنون مركبتين في بلدة حوارة، فيما أصيب شاب برصاص الاحتلال في بلدة بيتا",
        [("property_destruction", "حوارة"), ("armed_attack", "بيتا")],
    ),
    (
        "استهدف العدو بقصف مدفعي منطقة غافرة بصعدة ما أدى لاستشهاد امرأة، وأصيب 3 أطفال جراء سقوط قذيفة على حيس",
        [("shelling", "صعدة"), ("shelling", "حيس")],
    ),
    (
        "قتل ثلاثة مسلحين في هجوم للمقاومة في تعز، في وقت واصلت فيه طائرات التحالف غاراتها على صعدة",
        [("armed_attack", "تعز"), ("air_strike", "صعدة")],
    ),
    (
        "واستشهد أربعة أشخاص في حلب معظمهم من الباب، واثنان في دوما بريف دمشق، وثلاثة في درعا",
        [("other_violence", "حلب"), ("other_violence", "دوما"), ("other_violence", "درعا")],
    ),
    (
        "هاجم مسلحو داعش حاجزا في البوكمال منذ أن بدأت روسيا حملة غارات جوية على بلدة السخنة",
        [("armed_attack", "البوكمال"), ("air_strike", "السخنة")],
    ),
    # what is said next, and what else was done to whom
    (
        "وأكد المصدر أن عبوة انفجرت قرب حاجز في هيت، وأن طيران التحالف أغار على مبنى في الرطبة",
        [("ied", "هيت"), ("air_strike", "الرطبة")],
    ),
    (
        "أعلن الجيش النيجيري تحرير 54 رهينة، معظمهم نساء، من قرية جيراوا، وتوقيف عنصرين من الجماعة المتشددة",
        [("release", "جيراوا"), ("detention", "جيراوا")],
    ),
    (
        "قتل ستة أشخاص بانفجار سيارة مفخخة في عفرين، كما قتل شخصان وجرح آخرون جراء انفجار قرب جرابلس",
        [("ied", "عفرين"), ("unexplained_explosion", "جرابلس")],
    ),
    # a numbered list, its verb told before it
    (
        "نفذت المقاومة العمليات الآتية:\n1- عند الساعة 07:40، تجمع للجنود في كفركلا بالأسلحة الصاروخية."
        "\n2- عند الساعة 16:10، دبابة في الخيام بقذائف المدفعية.",
        [("shelling", "كفركلا"), ("shelling", "الخيام")],
    ),
    # a chronology: the day before the colon is that of the act
    (
        "قتل شرطي في هجوم على حاجز في العريش\nـ 24 أكتوبر 2014: مقتل ثلاثين جنديا في تفجير انتحاري بالشيخ زويد",
        [("armed_attack", "العريش"), ("suicide_bombing", "الشيخ زويد")],
    ),
]


@pytest.mark.parametrize(("body", "expected"), SEVERAL)
def test_several_happenings(body, expected):
    assert happenings(body) == expected


NONE = [
    "توعد المسؤول بالرد على الهجمات",
    "وتشهد المنطقة اشتباكات متكررة بين الفصائل منذ سنوات",
    "يستخدم الجيش طائرات مروحية وقذائف مدفعية حديثة",
    "وصل جثمان الشهيد إلى مدينة الخرمة على متن طائرة إخلاء طبي",
    "دعا البيان إلى منع الهجمات على المدنيين في اليمن",
    "وتستخدم القوات عبوات ناسفة وسيارات مفخخة في معاركها",
    "وقال الوزير إن قواته مستعدة لصد أي هجوم على الحدود",
]


@pytest.mark.parametrize("body", NONE)
def test_nothing_is_told(body):
    assert happenings(body) == []


def test_what_became_of_the_attackers_is_part_of_their_attack():
    body = (
        "اقتحم مسلحون مقر قوات الأمن في كابل صباح اليوم وقتلوا ثلاثة جنود. وقال قائد الشرطة إن أحد المهاجمين "
        "فجر نفسه عند المدخل، بينما قتل المهاجمان الآخران برصاص الحراس."
    )
    (attack,) = incidents(body)
    assert (attack.killed.low, attack.killed.high) == (5, 5)
    assert [party.quote for party in attack.by] == ["مسلحون"]


def test_a_clash_with_the_attackers_is_another_happening():
    body = "قتل جندي في تفجير انتحاري في كابل. ولاحقا وقعت مواجهات بين المهاجمين والشرطة في المدينة."
    assert [one.type for one in incidents(body)] == ["suicide_bombing", "armed_clash"]


def test_those_who_leave_after_a_raid_lose_no_ground():
    body = "داهمت قوات الاحتلال بلدة بيتا واعتقلت شابا. وانسحبت قوات الاحتلال من بلدة بيتا بعد ساعات."
    assert "territory" not in [one.type for one in incidents(body)]


def test_who_held_a_place_and_leaves_it_loses_ground():
    body = "انسحبت قوات الاحتلال من بلدة بيتا بعد ساعات من قصفها."
    assert [one.type for one in incidents(body)][:1] == ["territory"]


def test_a_clash_with_protesters_is_a_riot():
    body = "اندلعت اشتباكات بين متظاهرين وقوات الأمن في ساحة التحرير ببغداد أسفرت عن إصابة عشرين شخصا"
    (riot,) = incidents(body)
    assert (riot.type, [p.party for p in riot.by], [p.party for p in riot.against]) == (
        "riot",
        ["protesters"],
        ["iraq-government"],
    )


def test_what_is_seen_to_be_one_act_only_by_its_place_and_day_is_told_once():
    (blast,) = incidents(
        "تبنى تنظيم القاعدة الخميس تفجير سيارة مفخخة استهدف مركزا أمنيا في مدينة البيضاء. وأوضح "
        "التنظيم أنه فجر عبوة ناسفة قرب مقر الأمن السياسي."
    )
    assert blast.type == "ied"


def test_an_arrest_and_a_blast_at_one_place_and_day_stay_two():
    body = (
        "اعتقلت قوات الاحتلال ستة شبان خلال اقتحام مخيم جنين فجر الأحد. وذكرت مصادر محلية أن مواجهات اندلعت عند مدخل "
        "المخيم وأصيب خلالها شاب بالرصاص الحي. وأعلنت كتيبة جنين تفجير عبوة ناسفة بآلية عسكرية."
    )
    told = {one.type: one for one in incidents(body)}
    assert {"detention", "ied"} < told.keys()
    assert told["detention"].injured is None


@pytest.mark.parametrize(
    "body",
    [
        "نظم الأهالي اعتصاما في مدينة اللاذقية إثر مقتل ضابط أمام أولاده",
        "خرجت مظاهرة في مدينة درعا عقب مقتل ثلاثة شبان",
    ],
)
def test_what_a_crowd_answers_is_no_toll_of_its_own(body):
    protest = next(one for one in incidents(body) if one.type == "protest")
    assert protest.killed is None


def test_what_fell_and_who_fired_it_are_one_act():
    body = "سقط قتلى وجرحى إثر سقوط قذيفة، أطلقتها جماعة الحوثي، على حي سكني بمدينة تعز."
    (one,) = read(Article(body=body, published=date(2020, 5, 31)), load_knowledge()).incidents
    assert [party.party for party in one.by] == ["houthis"]
    assert one.killed is not None

"""Kinds: the type that the words and the means of an act give it, its stage, and the means itself."""

from datetime import date

import pytest

from tawatur.lexicon import load_knowledge
from tawatur.model.article import Article
from tawatur.reading import read

KNOWLEDGE = load_knowledge()


def kinds(body):
    """The type, the stage and the means of every incident of a text."""
    told = read(Article(body=body, published=date(2020, 5, 31)), KNOWLEDGE).incidents
    return [(one.type, one.stage, one.weapon.quote if one.weapon else None) for one in told]


OCCURRED = [
    ("دمر مقاتلو الفصائل حاجزا لقوات النظام بصواريخ غراد في بلدة صوران", "shelling", "صواريخ غراد"),
    ("نسف المقاتلون بسيارة مفخخة مبنى للقوات في بلدة صوران", "ied", "سيارة مفخخة"),
    ("أعلن الجيش تدمير ثلاث طائرات مسيرة في سماء بلدة صوران", "interception", None),
    ("شن مسلحو التنظيم هجوما على مدينة تدمر وقتلوا خلال المعارك ستة جنود", "armed_attack", None),
    ("دارت معارك في مدينة تدمر قتل فيها ستة جنود خلال هجوم للتنظيم", "armed_clash", None),
    # the means decides
    ("استهدفت طائرة أميركية دون طيار سيارة في محافظة مأرب", "drone_strike", "دون طيار"),
    ("ضبطت الشرطة شحنة كبيرة من الحبوب المخدرة في بلدة نوى", "seizure", "الحبوب المخدرة"),
    ("هجوم بطائرة مسيرة على معسكر في مدينة الخمس", "drone_strike", "طائرة مسيرة"),
    ("هجوم بسيارة مفخخة على حاجز في مدينة سامراء", "ied", "سيارة مفخخة"),
    ("استهدف هجوم بعبوة ناسفة دورية للجيش في قضاء الطارمية", "ied", "عبوة ناسفة"),
    ("هجوم انتحاري بحزام ناسف على حسينية في بغداد", "suicide_bombing", "حزام ناسف"),
    ("استهدف مجهولون بقنبلة يدوية منزلا في مدينة الزاوية", "grenade", "قنبلة يدوية"),
    ("استهدفت قوات النظام بقذائف الهاون بلدة النيرب", "shelling", "قذائف الهاون"),
    ("قصفت قوات النظام بالمدفعية الثقيلة بلدة البارة", "shelling", "المدفعية الثقيلة"),
    ("قصفت طائرات حربية بلدة البارة", "air_strike", "طائرات حربية"),
    ("قصفت طائرات مسيرة موقعا في مدينة غريان", "drone_strike", "طائرات مسيرة"),
    ("ألقت مروحيات النظام براميل متفجرة على مدينة داريا", "air_strike", "براميل متفجرة"),
    ("أطلق الحوثيون صاروخا باليستيا على مدينة مأرب", "missile", "صاروخا باليستيا"),
    ("استهدفت غارة بطائرة بدون طيار سيارة في محافظة البيضاء", "drone_strike", "طائرة بدون طيار"),
    ("قصفت القوات بلدة كفر زيتا بغاز الكلور السام", "chemical", "غاز الكلور"),
    ("قتل طفلان بانفجار لغم أرضي في بلدة الشولا", "mine_or_remnant", "لغم أرضي"),
    (
        "قتل مدني بانفجار قنبلة عنقودية من مخلفات القصف في بلدة سرمين",
        "mine_or_remnant",
        "قنبلة عنقودية من مخلفات",
    ),
    ("فجر انتحاري سيارة مفخخة عند حاجز في مدينة الرمادي", "suicide_bombing", "سيارة مفخخة"),
    ("قتل جندي برصاص قناص في جبهة الكبينة", "armed_attack", "رصاص قناص"),
    # the act decides
    ("اغتيال قيادي بعبوة ناسفة زرعت في سيارته في مدينة إدلب", "targeted_killing", "عبوة ناسفة"),
    ("اغتال مسلحون ضابطا في مدينة عدن", "targeted_killing", None),
    ("أعدم تنظيم داعش خمسة مدنيين رميا بالرصاص في مدينة هيت", "execution", "الرصاص"),
    ("عثر على جثة رجل قتل بالرصاص في مدينة نوى", "targeted_killing", "الرصاص"),
    ("عثر على جثة مجهولة الهوية عليها آثار تعذيب في مدينة البصرة", "other_violence", None),
    ("استشهد موظف بانفجار عبوة لاصقة في سيارته في حي الدورة ببغداد", "targeted_killing", "عبوة لاصقة"),
    ("أصيب ثلاثة أشخاص بانفجار عبوة لاصقة في حي أبو دشير ببغداد", "ied", "عبوة لاصقة"),
    ("قتل شاب إثر استهدافه بالرصاص من قبل مجهولين في بلدة المسيفرة", "targeted_killing", "الرصاص"),
    ("اعتقلت الشرطة مطلوبا بحوزته قنابل يدوية في مدينة كركوك", "detention", None),
    ("ضبطت قوات الأمن 20 بندقية في مدينة المكلا", "seizure", "بندقية"),
    ("فككت فرق الهندسة 30 لغما في مدينة سنجار", "clearance", "لغما"),
    ("اندلعت اشتباكات في حي أبو سليم بطرابلس استخدمت فيها أسلحة ثقيلة", "armed_clash", "أسلحة ثقيلة"),
    ("اندلعت اشتباكات بالأسلحة الثقيلة في حي صلاح الدين في طرابلس", "armed_clash", "الأسلحة الثقيلة"),
    ("أطلق مجهولون النار على إمام مسجد في بلدة جاسم ما أدى إلى مقتله", "targeted_killing", None),
    ("اعترضت الدفاعات الجوية صاروخا باليستيا فوق مدينة جازان", "interception", None),
    ("أسقطت قوات الوفاق طائرة مسيرة قرب مدينة مصراتة", "interception", None),
    ("تظاهر مئات الأشخاص في مدينة الناصرية احتجاجا على قصف منازلهم", "protest", None),
    ("دخل رتل عسكري تركي يضم دبابات من معبر كفرلوسين", "movement", None),
    ("توفي معتقل تحت التعذيب في سجن صيدنايا", "violence_against_person", None),
    ("هز انفجار مجهول مدينة اللاذقية", "unexplained_explosion", None),
    ("قتل ثلاثة جنود في معارك قرب مدينة مأرب", "armed_clash", None),
    # the means that words of use mark, the system that intercepted, the thing that blew up or tore down
    (
        "اندلعت اشتباكات في مخيم الرشيدية واستخدم الطرفان فيها الأسلحة الرشاشة",
        "armed_clash",
        "الأسلحة الرشاشة",
    ),
    ("اعترضت القبة الحديدية صاروخا فوق مدينة أسدود", "interception", "القبة الحديدية"),
    ("انفجرت سيارة في سوق مدينة الباب وقتل أربعة مدنيين", "ied", "سيارة"),
    ("هدمت الجرافات منزلين في قرية العراقيب", "property_destruction", "الجرافات"),
    # the means as a quality of the act, in every form
    ("شنت قوات النظام قصفا مدفعيا على بلدة البارة", "shelling", "مدفعيا"),
    ("أصيب مدني جراء القصف المدفعي على بلدة البارة", "shelling", "المدفعي"),
    ("استهدف الحوثيون مدينة مأرب بالصواريخ الباليستية", "missile", "الصواريخ الباليستية"),
    # what was struck is no means
    ("استهدف المقاتلون دبابة بالصواريخ الموجهة في بلدة صوران", "armed_attack", "الصواريخ الموجهة"),
    # whoever stood at a post was hit; whom somebody aimed at was chosen
    ("هاجم مسلحون نقطة تفتيش للشرطة في مدينة الموصل وقتلوا شرطيا", "armed_attack", None),
    ("قتل شاب جراء استهدافه بالرصاص في بلدة المسيفرة", "targeted_killing", "الرصاص"),
    ("أصيب شاب جراء استهدافه بإطلاق نار من قبل مجهولين في مدينة طفس", "targeted_killing", None),
    # confrontations of one armed side with a crowd
    ("اندلعت مواجهات مع قوات الاحتلال في بلدة عناتا أصيب خلالها شاب بالرصاص", "riot", "الرصاص"),
    ("اندلعت مواجهات بين قوات الجيش والحوثيين في بلدة البرح أصيب خلالها مدني", "armed_clash", None),
    ("استهدف شبان سيارة للشرطة بالحجارة في بلدة عزون", "riot", "الحجارة"),
    # what was dropped says more than what dropped it
    (
        "شن سلاح الجو غارة على مدينة الفاشر الجمعة. وألقت مقاتلة حربية برميلا متفجرا على الفاشر الجمعة",
        "air_strike",
        "برميلا متفجرا",
    ),
    ("فككت قوة أمنية عبوات ناسفة وفجرتها في مدينة كركوك", "clearance", "عبوات ناسفة"),
    ("دمر المقاتلون أربع دبابات بقذائف الياسين في بلدة عبسان", "armed_attack", "قذائف الياسين"),
    ("أصيب ثلاثة جنود في تفجير انتحاري رافقه رصاص كثيف في مدينة بيشاور", "suicide_bombing", None),
    ("قال المصدر إن سيارة رابعة انفجرت في منطقة الطارمية وأصيب أربعة مدنيين", "ied", "سيارة"),
    ("قتل مدنيان إثر تفجير لغم أرضي في مزرعة قرب رفح", "mine_or_remnant", "لغم أرضي"),
    # the cause that a later sentence names
    ("وقع انفجار في مدينة القائم. وقال ضابط إن الانفجار نجم عن عبوة ناسفة", "ied", "عبوة ناسفة"),
]


@pytest.mark.parametrize(("body", "type", "weapon"), OCCURRED)
def test_the_type_and_the_means(body, type, weapon):
    assert [(told[0], told[2]) for told in kinds(body)] == [(type, weapon)]


STAGES = [
    ("صد الجيش هجوما لتنظيم داعش على بلدة مكحول", "armed_attack", "foiled"),
    ("أحبطت قوات الأمن هجوما بسيارة مفخخة في مدينة سامراء", "ied", "foiled"),
    ("إحباط محاولة تسلل لمسلحين غرب مدينة مأرب", "armed_attack", "foiled"),
    ("نجا قائد الشرطة من محاولة اغتيال في مدينة تعز", "targeted_killing", "attempted"),
    ("نجا مدير الناحية من محاولة اغتيال بعبوة ناسفة في بلدة داعل", "targeted_killing", "attempted"),
    ("هدد تنظيم داعش بمهاجمة مدينة كركوك", "armed_attack", "threatened"),
]


@pytest.mark.parametrize(("body", "type", "stage"), STAGES)
def test_the_stage(body, type, stage):
    assert [told[:2] for told in kinds(body)] == [(type, stage)]


def test_the_dawn_blows_no_motorbike_up():
    body = "اغتال ملثمون على دراجة نارية فجر اليوم إمام مسجد في مدينة عدن"
    (one,) = read(Article(body=body, published=date(2020, 5, 31)), KNOWLEDGE).incidents
    assert one.type == "targeted_killing"
    assert one.weapon is None

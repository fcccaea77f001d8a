"""Who does what a verb or its noun tells, and to whom, where only the order of the words and their cases say so."""

from datetime import date

import pytest

from tawatur.lexicon import load_knowledge
from tawatur.model.article import Article
from tawatur.reading import read

KNOWLEDGE = load_knowledge()
NOBODY: list[str] = []

SUBJECTS = [
    ("طعن شاب فلسطيني جنديا إسرائيليا في القدس", ["civilians"], ["israel"]),
    ("أصيب ثلاثة مستوطنين في عملية إطلاق نار نفذها فلسطيني قرب رام الله", ["civilians"], ["settlers"]),
    ("أطلق مواطن النار على دورية للشرطة في القصيم", ["private-persons"], ["saudi-arabia"]),
    ("هاجم رعاة مزارعين في قرية بولاية جنوب كردفان", ["private-persons"], ["civilians"]),
    ("اغتال مسلحون رئيس تنسيقية محلية في درعا", ["unknown"], NOBODY),
    ("قتل مسلحان شابا أمام منزله في البصرة", ["unknown"], ["civilians"]),
    ("قتل شاب شقيقه بسلاح أبيض في مدينة درعا", ["private-persons"], ["civilians"]),
    ("قتل مدني وشقيقه بقصف على بلدة كفرنبل", NOBODY, ["civilians"]),
    ("قتل إرهابي خمسة جنود في ضواحي كويتا", ["unknown"], ["other-state"]),
    ("قتل ضابط برتبة نقيب وثلاثة جنود في هجوم شمال سيناء", NOBODY, ["egypt-government"]),
    ("اقتحم الجيش اليمني مواقع للحوثيين في نهم", ["yemen-government"], ["houthis"]),
    ("داهمت قوات الاحتلال عدة منازل في نابلس", ["israel"], NOBODY),
]

NOUNS = [
    ("أفاد المرصد باستهداف مسلحين مجهولين دورية للشرطة في ريف درعا", ["unknown"], ["syria-government"]),
    ("تمكنت قوات البيشمركة من صد هجوم شنه مسلحو داعش قرب سنجار", ["islamic-state"], ["peshmerga"]),
    ("صدت قوات سوريا الديمقراطية هجوما نفذه فصيل تابع للجيش الوطني قرب عين عيسى", ["sna"], ["sdf"]),
    ("تبادلت قوات النظام وفصائل المعارضة القصف في ريف إدلب", ["syria-government"], ["syria-opposition"]),
    ("قصفت طائرات حربية مدينة إدلب الخارجة عن سيطرة النظام", ["unknown"], NOBODY),
    ("فقدت قوات سوريا الديمقراطية ثلاثة من مقاتليها في هجوم لداعش شرق الرقة", ["islamic-state"], ["sdf"]),
]

SIDES = [
    (
        "اندلعت اشتباكات بين مسلحين من عشيرة النصار وآخرين من عشيرة الجبور في دير الزور",
        *[["tribal-fighters"]] * 2,
    ),
    ("اندلعت اشتباكات بين مسلحين من الجيش الوطني، وآخرين من هيئة تحرير الشام في عفرين", ["sna"], ["hts"]),
    ("اندلعت اشتباكات بين قبيلتي آل ناصر وآل غالب في عمران", *[["tribal-fighters"]] * 2),
    ("اندلعت اشتباكات مسلحة بين عائلتين في مدينة الزاوية", *[["private-persons"]] * 2),
    (
        "قتل سبعة من عناصر مليشيا الحوثي في مواجهات مع المقاومة الشعبية والجيش الوطني غربي تعز",
        ["yemen-resistance", "yemen-government"],
        ["houthis"],
    ),
    (
        "قتل ستة مسلحين حوثيين وثلاثة مقاتلين من المقاومة الشعبية في معارك شرق الضالع",
        ["houthis"],
        ["yemen-resistance"],
    ),
    (
        "استمرت الاشتباكات بين جبهة النصرة من طرف، وقوات النظام وحزب الله من طرف آخر في ريف حلب",
        ["hts"],
        ["syria-government", "hezbollah"],
    ),
    ("هاجم داعش شاحنة جنود ماليين قرب غاو", ["islamic-state"], ["other-state"]),
    ("هاجم مسلحون ضابطا في بغداد وقتلوه", ["unknown"], ["iraq-government"]),
    ("استهدف حزب الله خيمة للجيش الإسرائيلي في مزارع شبعا", ["hezbollah"], ["israel"]),
    ("دمر الجيش العراقي وكرا للإرهابيين في الأنبار", ["iraq-government"], ["unknown"]),
    ("نشر الجيش اللبناني جنودا في طرابلس", ["lebanon-army"], NOBODY),
    ("هاجمت قوات وزارة الداخلية متظاهرين في القاهرة", ["egypt-government"], ["protesters"]),
    (
        "نجحت سرية من الجيش المصري في إحباط هجوم لمسلحي داعش شرق العريش، وسقط فيه سبعة إرهابيين قتلى",
        ["islamic-state"],
        ["egypt-government"],
    ),
    (
        "صد مقاتلو الجيش الحر محاولة جديدة من قوات الأسد للتقدم باتجاه داريا، وقتلوا خمسة جنود",
        ["syria-government"],
        ["syria-opposition"],
    ),
    ("صدت قوات الحشد الشعبي هجوما كبيرا لمسلحي داعش على حقول نفط خانة", ["islamic-state"], ["pmf"]),
    ("قصفت مسيرة مركبة في بلدة الزبابدة قرب جنين", ["israel"], NOBODY),
    ("قصفت مسيرة مركبة في مدينة بارا بولاية شمال كردفان", NOBODY, NOBODY),
    ("اندلعت مواجهات بين فصائل محلية وقوى الأمن الداخلي في السويداء", ["other-group"], ["sdf"]),
    (
        "دمرت طائرات F16 العراقية مضافة في وادي الأبيض وقتلت أربعة من عناصر داعش",
        ["iraq-government"],
        ["islamic-state"],
    ),
    ("نيامي - قتل مسلحون مجهولون 20 مدنيا في قرية تابلا غربي النيجر", ["unknown"], ["civilians"]),
    ("ضربت أربع طائرات انتحارية مباني حزب كومله في زركويز قرب السليمانية", NOBODY, ["other-group"]),
    ("واتهم الأهالي ميليشيا الحوثي بقتل ثلاثة مدنيين في مدينة إب", ["houthis"], ["civilians"]),
    ("قصف الطيران الحربي مدينة نيالا في دارفور", ["sudan-saf"], NOBODY),
    (
        "وكان أربعة مسلحين يستقلون سيارة قد اعترضوا طريق مهندس في الموصل واقتادوه إلى جهة مجهولة",
        ["unknown"],
        ["civilians"],
    ),
    ("فككت فرق الهندسة في الجيش عبوة ناسفة في مدينة الموصل", ["iraq-government"], NOBODY),
    ("عثرت قوة من الفرقة الثامنة على عبوتين ناسفتين شمال كركوك", ["iraq-government"], NOBODY),
    ("أصيب جنديان عندما فتح مسلح النار من سيارة في الموصل", ["unknown"], ["iraq-government"]),
    ("دارت مواجهات بين سكان المخيم وقوات الاحتلال في جنين", ["civilians"], ["israel"]),
]


@pytest.mark.parametrize(
    ("body", "by", "against"), SUBJECTS + NOUNS + SIDES, ids=lambda value: str(value)[:40]
)
def test_who_did_it_and_whom_it_hit(body, by, against):
    first = read(Article(body=body, published=date(2020, 5, 31)), KNOWLEDGE).incidents[0]
    assert ([party.party for party in first.by], [party.party for party in first.against]) == (by, against)


def test_whom_a_nation_tells_of_is_nobodys_soldier():
    body = "استشهد الشاب الفلسطيني محمد خليفة برصاص جيش الاحتلال في مخيم جنين"
    first = read(Article(body=body, published=date(2020, 5, 31)), KNOWLEDGE).incidents[0]
    assert [party.party for party in first.against] == ["civilians"]

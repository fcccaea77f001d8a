"""Who the dead and injured are: civilians, combatants, both, or nobody knows."""

from datetime import date

import pytest

from tawatur.lexicon import load_knowledge
from tawatur.model.article import Article
from tawatur.reading import read

KNOWLEDGE = load_knowledge()

VICTIMS = [
    ("قتل ثلاثة مدنيين في قصف على مدينة إدلب", "civilians"),
    ("قتل طفل وأصيبت امرأة بانفجار لغم في مدينة الرقة", "civilians"),
    ("استشهد شاب فلسطيني برصاص قوات الاحتلال في مخيم جنين", "civilians"),
    ("قتل ثلاثة جنود في هجوم على نقطة للجيش العراقي في ديالى", "combatants"),
    ("مقتل خمسة من عناصر داعش في غارة على مدينة الحويجة", "combatants"),
    ("قتل شرطي وأصيب آخر بانفجار عبوة ناسفة في مدينة بغداد", "combatants"),
    ("قتل جندي وثلاثة مدنيين بانفجار سيارة مفخخة في مدينة تكريت", "mixed"),
    ("قتل مدنيان وجندي في قصف على مدينة تعز", "mixed"),
    ("قتل أربعة أشخاص بانفجار سيارة مفخخة في مدينة عفرين", "unknown"),
    ("قتل أربعة أشخاص بانفجار سيارة مفخخة في سوق شعبي في مدينة عفرين", "civilians"),
    ("قتل ستة أشخاص بينهم ثلاثة أطفال في قصف على مدينة إدلب", "civilians"),
    ("قتل ستة أشخاص بينهم جندي في انفجار سيارة مفخخة في مدينة بغداد", "mixed"),
    ("أصيب أربعة أشخاص بقصف على منازل في مدينة صعدة", "civilians"),
    ("سقوط قتلى وجرحى في صفوف الحوثيين بغارة على مدينة صعدة", "combatants"),
    ("قتل ثلاثة رجال في قصف على مدينة صعدة", "civilians"),
    ("أسفر هجوم على مدينة مقديشو عن سقوط ستة قتلى هم أربعة جنود ومدنيان", "mixed"),
    ("قتل ثلاثة رجال أمن في هجوم على مدينة صعدة", "combatants"),
    ("استشهدت عائلة كاملة من ستة أفراد في غارة على مدينة رفح", "civilians"),
    ("قصفت قوات النظام بالمدفعية مدينة سراقب", None),
    ("اعتقلت قوات الاحتلال ثلاثة شبان في مدينة الخليل", None),
    ("قصفت الطائرات مدينة سراقب ولم يسفر القصف عن سقوط ضحايا", None),
]


@pytest.mark.parametrize(("body", "victims"), VICTIMS, ids=[row[0] for row in VICTIMS])
def test_victims(body, victims):
    found = read(Article(body=body, published=date(2020, 5, 31)), KNOWLEDGE).incidents
    assert found[0].victims == victims

"""Who did it and who was hit: one sentence, the parties on either side."""

from datetime import date

import pytest

from tawatur.lexicon import load_knowledge
from tawatur.model.article import Article
from tawatur.reading import read

KNOWLEDGE = load_knowledge()
DAY = date(2020, 5, 31)
NOBODY: tuple[str, ...] = ()


def incidents(body):
    return read(Article(body=body, published=DAY), KNOWLEDGE).incidents


def sides(body):
    """The parties of the sentence's first incident, each with why it has its side."""
    first = incidents(body)[0]
    return {p.party for p in first.by}, {p.party for p in first.against}


VERBS = [
    ("قصفت قوات النظام بالمدفعية بلدة كفرنبل في ريف إدلب", ["syria-government"], NOBODY),
    ("قصفت قوات النظام مواقع لفصائل المعارضة في ريف حلب", ["syria-government"], ["syria-opposition"]),
    ("استهدفت فصائل المعارضة بقذائف الهاون نقاطا لقوات النظام في ريف حماة", ["syria-opposition"], ["syria-government"]),
    ("قوات النظام قصفت بالمدفعية بلدة كفرنبل في ريف إدلب", ["syria-government"], NOBODY),
    ("قوات سوريا الديمقراطية اعتقلت أمس ثلاثة مدنيين في بلدة الشحيل", ["sdf"], ["civilians"]),
    ("هاجم مسلحو داعش حاجزا للحشد الشعبي قرب خانقين", ["islamic-state"], ["pmf"]),
    ("هاجم مسلحون مجهولون حاجزا لقوات النظام في مدينة نوى", ["unknown"], ["syria-government"]),
    ("اعتقلت قوات الاحتلال خمسة فلسطينيين في مدينة الخليل", ["israel"], ["civilians"]),
    ("اختطف مسلحون مجهولون طبيبا في مدينة درعا", ["unknown"], ["medics"]),
    ("دمر مسلحو داعش منازل في بلدة سنجار", ["islamic-state"], ["civilians"]),
    ("فجرت خلايا داعش عبوة ناسفة بدورية للجيش العراقي في قضاء الحويجة", ["islamic-state"], ["iraq-government"]),
    ("قتلت قوات الاحتلال شابا فلسطينيا في مدينة جنين", ["israel"], ["civilians"]),
    ("أحرق مستوطنون منازل في بلدة حوارة", ["settlers"], ["civilians"]),
    ("هدمت قوات الاحتلال منزلا في بلدة سلوان", ["israel"], ["civilians"]),
    ("أسقطت قوات الوفاق طائرة مسيرة تابعة لقوات حفتر في ترهونة", ["libya-gna"], ["libya-lna"]),
    ("أعدم تنظيم داعش ثلاثة من عناصر الجيش العراقي في مدينة الحضر", ["islamic-state"], ["iraq-government"]),
    ("حاصرت قوات حفتر مدينة درنة أمس", ["libya-lna"], NOBODY),
    ("شنت الطائرات الروسية غارات على بلدة البارة في جبل الزاوية", ["russia"], NOBODY),
    ("طائرة مسيرة تركية استهدفت سيارة لقوات سوريا الديمقراطية قرب عين عيسى", ["turkey"], ["sdf"]),
]

PASSIVE = [
    ("قتل جندي من الجيش العراقي وأصيب آخران على يد مسلحي داعش في ديالى", ["islamic-state"], ["iraq-government"]),
    ("أصيب خمسة جنود أتراك بهجوم نفذه حزب العمال الكردستاني في شرناق", ["pkk"], ["turkey"]),
    ("استشهد شاب فلسطيني برصاص قوات الاحتلال في مخيم جنين", ["israel"], ["civilians"]),
    ("اعتقل خمسة مدنيين من قبل قوات سوريا الديمقراطية في الحسكة", ["sdf"], ["civilians"]),
    ("تعرضت مواقع قوات النظام في ريف إدلب لقصف من قبل هيئة تحرير الشام", ["hts"], ["syria-government"]),
    ("تعرض رتل للقوات التركية لهجوم بعبوة ناسفة في ريف إدلب", NOBODY, ["turkey"]),
    ("مقتل جنديين تركيين جراء استهدافهما من قبل قوات النظام في سراقب", ["syria-government"], ["turkey"]),
    ("قتل عنصران من قوات النظام بانفجار لغم زرعه تنظيم داعش في بادية السخنة", ["islamic-state"], ["syria-government"]),
    ("مقتل قيادي في الجيش الوطني السوري بانفجار عبوة ناسفة في مدينة الباب", NOBODY, ["sna"]),
    ("اعتقل ثلاثة من عناصر داعش في مدينة الموصل", NOBODY, ["islamic-state"]),
    ("خطف جنديان من الجيش اليمني في محافظة أبين", NOBODY, ["yemen-government"]),
    ("قتل مدنيان وأصيب ثالث في قصف على مدينة تعز", NOBODY, ["civilians"]),
    ("قتل ثلاثة أشخاص في انفجار سيارة مفخخة في مدينة عفرين", NOBODY, NOBODY),
    ("قتل خمسة أشخاص بانفجار سيارة مفخخة في سوق شعبي في مدينة عفرين", NOBODY, ["civilians"]),
]

NOUNS = [
    ("قصف مدفعي لقوات النظام على بلدة البارة في جبل الزاوية", ["syria-government"], NOBODY),
    ("أدى قصف قوات النظام على بلدة البارة إلى مقتل مدني", ["syria-government"], ["civilians"]),
    ("قصف تركي على مواقع قسد في ريف تل رفعت", ["turkey"], ["sdf"]),
    ("قصف مدفعي تركي على مواقع قسد في ريف تل رفعت", ["turkey"], ["sdf"]),
    ("غارات إسرائيلية على مواقع للمليشيات الإيرانية في مدينة البوكمال", ["israel"], ["pro-iran-militias"]),
    ("غارة لطيران التحالف العربي على مواقع الحوثيين في صعدة", ["arab-coalition"], ["houthis"]),
    ("هجوم لتنظيم داعش على نقطة لقوات النظام في بادية السخنة", ["islamic-state"], ["syria-government"]),
    ("هجوم على نقطة لقوات النظام في بادية السخنة", NOBODY, ["syria-government"]),
    ("هجوم مسلح على نقطة مشتركة لقوات النظام في بادية السخنة", NOBODY, ["syria-government"]),
    ("استهداف هيئة تحرير الشام لمواقع قوات النظام بقذائف الهاون في ريف إدلب", ["hts"], ["syria-government"]),
    ("استهداف مدفعي لقوات النظام على بلدة معربليت", ["syria-government"], NOBODY),
    ("استهداف دورية لقوات سوريا الديمقراطية بعبوة ناسفة في بلدة البصيرة", NOBODY, ["sdf"]),
    ("مقتل أربعة من مسلحي داعش في كمين للقوات العراقية في ديالى", ["iraq-government"], ["islamic-state"]),
    ("اغتيال ضابط في الجيش اليمني في مدينة عدن", NOBODY, ["yemen-government"]),
    ("اعتقال ثلاثة شبان على يد قوات النظام في مدينة داريا", ["syria-government"], ["civilians"]),
    ("إصابة مدنيين اثنين بقصف صاروخي من قوات النظام على بلدة كنصفرة", ["syria-government"], ["civilians"]),
    ("إصابة شاب إثر إطلاق نار من دورية إسرائيلية قرب بلدة بيتا", ["israel"], ["civilians"]),
    ("انفجار عبوة ناسفة بسيارة للجيش الوطني السوري في مدينة الباب", NOBODY, ["sna"]),
    ("انفجار عبوة ناسفة في سيارة تابعة لقوات سوريا الديمقراطية في بلدة الصور", NOBODY, ["sdf"]),
    ("غارات لطائرات مسيرة تابعة للتحالف الدولي على مواقع داعش في كركوك", ["us-coalition"], ["islamic-state"]),
    ("سقوط قذائف أطلقتها قوات النظام على حي سكني في مدينة إدلب", ["syria-government"], ["civilians"]),
]

RELATIVES = [
    ("قتل مدني في غارات شنتها طائرات التحالف العربي على مديرية نهم", ["arab-coalition"], ["civilians"]),
    ("قتل خمسة مسلحين في غارة نفذها الجيش الأمريكي ضد حركة الشباب جنوب كيسمايو", ["us"], ["al-shabaab"]),
    ("مقتل ثلاثة جنود في هجوم شنه مسلحو حركة الشباب على قاعدة للجيش الصومالي", ["al-shabaab"], ["other-state"]),
    ("انفجرت عبوة ناسفة زرعها مسلحو داعش في دورية للجيش العراقي في ديالى", ["islamic-state"], ["iraq-government"]),
    ("سقط صاروخ أطلقه الحوثيون باتجاه مدينة مأرب وأدى إلى مقتل طفلة", ["houthis"], ["civilians"]),
    ("قتل ضابط بهجوم استهدف سيارة يستقلها ضابط في الجيش العراقي في كركوك", NOBODY, ["iraq-government"]),
    ("تبنى تنظيم داعش الهجوم على نقطة للجيش العراقي في ديالى", ["islamic-state"], ["iraq-government"]),
]

CLASHES = [
    ("اندلعت اشتباكات بين قوات النظام وفصائل المعارضة في ريف اللاذقية", ["syria-government"], ["syria-opposition"]),
    ("اشتباكات عنيفة بين قوات حفتر من جهة وقوات الوفاق من جهة أخرى جنوب طرابلس", ["libya-lna"], ["libya-gna"]),
    ("اشتبكت قوات سوريا الديمقراطية مع الجيش الوطني السوري في ريف تل أبيض", ["sdf"], ["sna"]),
    ("قتل جندي تركي في اشتباكات مع حزب العمال الكردستاني في شرناق", ["pkk"], ["turkey"]),
    ("دارت معارك بين الحوثيين والجيش اليمني في جبهة صرواح", ["houthis"], ["yemen-government"]),
]

CONTROL = [
    ("سيطرت قوات النظام على بلدة كفرنبل بعد معارك عنيفة", ["syria-government"], NOBODY),
    ("استعادت القوات العراقية السيطرة على قضاء الحويجة من قبضة تنظيم داعش", ["iraq-government"], ["islamic-state"]),
    ("القوات العراقية تستعيد ثلاث قرى من داعش جنوب الموصل", ["iraq-government"], ["islamic-state"]),
    ("تمكنت القوات العراقية من تحرير قضاء الحويجة من قبضة داعش", ["iraq-government"], ["islamic-state"]),
    ("انسحبت قوات حفتر من مدينة ترهونة", ["libya-lna"], NOBODY),
    ("سيطر الجيش الوطني السوري على قرية السلوم بعد طرد قسد منها", ["sna"], ["sdf"]),
    ("ضبطت القوات العراقية مخبأ أسلحة لتنظيم داعش في الأنبار", ["iraq-government"], ["islamic-state"]),
    ("فككت قوات الجيش اليمني ألغاما زرعها الحوثيون في مديرية حيس", ["yemen-government"], ["houthis"]),
    ("أفرجت هيئة تحرير الشام عن ناشط في مدينة إدلب", ["hts"], ["civilians"]),
    ("دخل رتل عسكري تركي إلى مدينة إدلب", ["turkey"], NOBODY),
    ("وصلت تعزيزات عسكرية لقوات النظام إلى مدينة سراقب", ["syria-government"], NOBODY),
    ("انتشرت قوات من الشرطة العسكرية الروسية في مدينة منبج", ["russia"], NOBODY),
]

PROTESTS = [
    ("تظاهر عشرات المدنيين في مدينة إدلب ضد هيئة تحرير الشام", ["protesters"], ["hts"]),
    ("تظاهر المئات في مدينة إدلب تنديدا بممارسات هيئة تحرير الشام", ["protesters"], ["hts"]),
    ("خرجت مظاهرة في بلدة الشحيل احتجاجا على اعتقالات نفذتها قوات سوريا الديمقراطية", ["protesters"], ["sdf"]),
    ("خرجت مظاهرة في مدينة السويداء تطالب بتحسين الخدمات", ["protesters"], NOBODY),
]

ANNOUNCED = [
    ("أعلنت كتائب القسام استهداف دبابة إسرائيلية بقذيفة شرق غزة", ["hamas"], ["israel"]),
    ("أعلن الجيش العراقي مقتل خمسة من عناصر داعش في ضربة جوية في كركوك", ["iraq-government"], ["islamic-state"]),
    ("أعلنت قوات سوريا الديمقراطية اعتقال ثلاثة من عناصر داعش في بلدة ذيبان", ["sdf"], ["islamic-state"]),
    ("أعلنت وزارة الصحة في غزة استشهاد ثلاثة مدنيين في قصف على مدينة رفح", NOBODY, ["civilians"]),
    ("أعلنت وزارة الدفاع التركية مقتل جندي تركي في هجوم في إدلب", NOBODY, ["turkey"]),
    ("أعلن الجيش العراقي مقتل ثلاثة من جنوده بانفجار عبوة ناسفة في ديالى", NOBODY, ["iraq-government"]),
    ("قال الجيش العراقي إن قوات داعش قصفت بلدة داقوق", ["islamic-state"], NOBODY),
    ("اتهم الحوثيون التحالف العربي بقصف منازل في صعدة", ["arab-coalition"], ["civilians"]),
]

CARRIED = [
    ("تمكنت قوات الجيش اليمني من تدمير آلية للحوثيين في جبهة نهم", ["yemen-government"], ["houthis"]),
    ("قامت قوات النظام بقصف بلدة كفرنبل", ["syria-government"], NOBODY),
    ("أقدم مسلحون مجهولون على اغتيال ضابط في الجيش العراقي في كركوك", ["unknown"], ["iraq-government"]),
    ("نفذت قوات الاحتلال حملة اعتقالات طالت خمسة فلسطينيين في الخليل", ["israel"], ["civilians"]),
    ("شن تنظيم داعش هجوما على نقاط لقوات النظام في بادية الرصافة", ["islamic-state"], ["syria-government"]),
    ("نصب مسلحو داعش كمينا لدورية من الحشد الشعبي في ديالى", ["islamic-state"], ["pmf"]),
    ("فجر انتحاري نفسه عند حاجز للجيش العراقي في بغداد", ["unknown"], ["iraq-government"]),
    ("وقعت دورية لقوات النظام في كمين مسلح في بادية السخنة", NOBODY, ["syria-government"]),
    ("ألقى مجهولون قنبلة يدوية على منزل في مدينة درعا", ["unknown"], ["civilians"]),
]

EVERY = [*VERBS, *PASSIVE, *NOUNS, *RELATIVES, *CLASHES, *CONTROL, *PROTESTS, *ANNOUNCED, *CARRIED]


@pytest.mark.parametrize(("body", "by", "against"), EVERY, ids=[row[0] for row in EVERY])
def test_sides(body, by, against):
    assert sides(body) == (set(by), set(against))


@pytest.mark.parametrize("body", [row[0] for row in EVERY if row[1] or row[2]])
def test_every_party_says_why_it_has_its_side(body):
    first = incidents(body)[0]
    assert all("; side/" in p.rule or p.rule.startswith("role/") for p in (*first.by, *first.against))

"""Voices where grammar says whose the words are: joined verbs, names with offices, some of many, who is meant."""

import pytest

from tawatur.events.voices import find_voices
from tawatur.lexicon import load_knowledge
from tawatur.mentions.actors import find_actors
from tawatur.mentions.speakers import find_speakers
from tawatur.text import read_text

KNOWLEDGE = load_knowledge()


def chains_of(body):
    text = read_text(body)
    hits = KNOWLEDGE.matcher.hits(text)
    actors = find_actors(text, hits, (), (), KNOWLEDGE, None)
    voices = find_voices(text, hits, find_speakers(text, hits, actors), actors)
    return [[s.name for s in v.chain] for v in voices if v.reach == "told"]


VOICES = [
    ("وقال «سالم الحاج»، المتحدث باسم قاعدة «النور» الجوية، إن طائرة أسقطت", ["سالم الحاج"]),
    (
        'أعلن "سالم الحاج" مدير مستشفى ميداني في صنعاء إصابة خمسة مدنيين',
        ['سالم الحاج" مدير مستشفى ميداني في صنعاء'],
    ),
    ("وأشار سليم الطعان، القائم بأعمال المحافظ، إلى أن المهاجمين فروا", ["سليم الطعان"]),
    ("وأعلن عبد الله الطعان، رئيس البلدية، مقتل ثلاثة جنود", ["عبد الله الطعان"]),
    ("وقالت عشرات المصادر المحلية إن ثلاثة جنود قتلوا", ["عشرات المصادر المحلية"]),
    ("وقال عدد من شهود العيان إن ثلاثة جنود قتلوا", ["عدد من شهود العيان"]),
    ("وقال اثنان من سكان البلدة إن ثلاثة جنود قتلوا", ["اثنان من سكان البلدة"]),
    ("وقال مصدر طبي ثالث إن ثلاثة جنود قتلوا", ["مصدر طبي ثالث"]),
    ("قال مدير الصحة سليم الطعان في تغريدته إن ثلاثة قتلوا", ["مدير الصحة سليم الطعان"]),
    ("وقال مسؤول لرويترز طالبا عدم كشف هويته إن المهاجمين فروا", ["مسؤول", "رويترز"]),
    ("حيث قال مصدر طبي لوكالة الهدهد إن الفرق سجلت خمس إصابات", ["مصدر طبي", "وكالة الهدهد"]),
    ("ويتحدث المسعفون عن سقوط ثلاثة قتلى", ["المسعفون"]),
    ("وقدرت مصادر محلية عدد القتلى بالعشرات", ["مصادر محلية"]),
    ("وكتب جيش الاحتلال على حسابه أن طائراته قصفت موقعا", ["جيش الاحتلال"]),
]


@pytest.mark.parametrize(("body", "chain"), VOICES)
def test_who_says_it(body, chain):
    assert chains_of(body)[-1:] == [chain]


NOBODY = [
    "وكان الجيش قتل في كمين إرهابيين وصفا بالخطيرين",
    "وكان الوزير يتحدث خلال مؤتمر صحافي حين وقع الانفجار",
    "وأكدت حق السكان في العودة إلى منازلهم",
    'وأضاف "الرجل الذي كان يركض خلفي قتل بالرصاص قرب السوق',
]


@pytest.mark.parametrize("body", NOBODY)
def test_nobody_is_named(body):
    assert chains_of(body) == []


MEANT = [
    ("قال مصدر أمني إن جنديا قتل. لكن المصدر الأمني المصري قال إن الجندي أصيب", ["مصدر أمني"]),
    ("قال ضابط برتبة رائد إن جنديا قتل. وأكد ضابط برتبة مقدم أن الجندي قتل", ["ضابط برتبة مقدم"]),
    ("قال قائد شرطة تعز إن جنديا قتل. وأكد قائد شرطة عدن أن الجندي قتل", ["قائد شرطة عدن"]),
    ("أوضح مصدر أمني أن جنديا قتل. وتحدث طبيب عن قتلى لكنه قال إن العدد قليل", ["طبيب"]),
]


@pytest.mark.parametrize(("body", "chain"), MEANT)
def test_whom_a_further_mention_means(body, chain):
    assert chains_of(body)[-1:] == [chain]

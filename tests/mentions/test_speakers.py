"""Speakers: how far their names reach, what kind they are, whose side they speak for."""

import pytest

from tawatur.lexicon import load_knowledge
from tawatur.mentions.speakers import find_speakers
from tawatur.text import read_text

KNOWLEDGE = load_knowledge()


def speakers_of(body):
    text = read_text(body)
    return find_speakers(text, KNOWLEDGE.matcher.hits(text), ())


NAMES = [
    ("وقال مصدر أمني إن العبوة انفجرت شرق البلدة", "مصدر أمني", "source"),
    ("قال مصدر في وزارة الداخلية إن المهاجم قتل", "مصدر في وزارة الداخلية", "source"),
    ("أفادت مصادر طبية بوصول ثلاثة قتلى إلى المستشفى", "مصادر طبية", "source"),
    ("وتحدث شهود عيان عن سقوط قذائف على السوق", "شهود عيان", "witness"),
    ("ذكرت وكالة أنباء الأناضول أن جنديا قتل", "وكالة أنباء الأناضول", "agency"),
    ("ذكرت وكالة الأنباء «النبأ» أن جنديا قتل", "وكالة الأنباء «النبأ»", "agency"),
    ("أفاد المرصد السوري لحقوق الإنسان بمقتل مدنيين", "المرصد السوري لحقوق الإنسان", "monitor"),
    ("أعلنت وزارة الداخلية مقتل ثلاثة مسلحين", "وزارة الداخلية", "body"),
    ("قال المتحدث باسم التحالف سالم الحاج إن الموقع دمر", "المتحدث باسم التحالف سالم الحاج", "official"),
    ("قال مدير المرصد، رامي الخالد، إن ثلاثة قتلوا", "مدير المرصد، رامي الخالد", "official"),
    ("وقال مروان الصالح إن الطائرة عادت", "مروان الصالح", "person"),
    ("وقال بيان لقيادة الشرطة إن المهاجم قتل", "قيادة الشرطة", "body"),
    ("قتل جنديان في كمين، بحسب سكاي نيوز", "سكاي نيوز", "media"),
    ("وفي وقت سابق قال طبيب للأناضول إن الجرحى أطفال", "الأناضول", "agency"),
    ("ونشرت صفحة أخبار البلدة صورا للقصف", "صفحة أخبار البلدة", "page"),
    ("قتل جنديان في كمين، وفقا للسفارة", "السفارة", "body"),
    ("قتل جنديان في كمين، وفقا للهدهد الأزرق", "الهدهد الأزرق", "person"),
    ("قتل جنديان في كمين، وفق سائق شاحنة", "سائق شاحنة", "person"),
    ("ووفق ذات المصادر انسحب المهاجمون", "المصادر", "source"),
    ("وأفادت الهدهدية بمقتل جنديين", "الهدهدية", "person"),
]


@pytest.mark.parametrize(("body", "name", "kind"), NAMES)
def test_a_speaker_is_named_in_full(body, name, kind):
    assert (name, kind) in [(speaker.name, speaker.kind) for speaker in speakers_of(body)]


@pytest.mark.parametrize(("body", "name", "kind"), NAMES)
def test_the_span_quotes_the_name(body, name, kind):
    speaker = next(s for s in speakers_of(body) if s.name == name)
    assert speaker.span.of(body) in (name, name.removeprefix("ال"))


@pytest.mark.parametrize(
    "body",
    [
        "دارت مواجهات بين الجيش والمسلحين في المدينة",
        "حملت الشاحنة مواد غذائية إلى المخيم",
        "الوزير يعزي أسرة الضابط",
        "سقطت قذائف تابعة لفصيل محلي قرب السوق",
    ],
)
def test_no_speaker_where_nobody_says_anything(body):
    assert speakers_of(body) == ()


def test_an_agency_of_a_party_speaks_for_it():
    [speaker] = speakers_of("قالت وكالة “أعماق” إن أربعة جنود قتلوا")
    assert (speaker.name, speaker.party) == ("وكالة “أعماق”", "islamic-state")


def test_the_photographer_of_a_caption_is_a_speaker():
    body = "مقاتلون يفككون ألغاما قرب البلدة - 3 من أيار 2021 (سالم الحاج/تلغرام)"
    text = read_text(body, [(0, len(body), "caption")])
    [speaker] = find_speakers(text, KNOWLEDGE.matcher.hits(text), ())
    assert speaker.name == "سالم الحاج"


def test_a_law_is_followed_but_not_relied_on():
    assert not speakers_of("انسحبت القوة من البلدة وفقا للاتفاق")

"""Small questions of grammar: what governs an actor, who is subject and who object of a verb."""

from datetime import date

import pytest

from tawatur.events.clauses import find_clauses
from tawatur.events.grammar import arguments, can_act, is_free, letter_before, preposition_before
from tawatur.events.scene import Scene
from tawatur.lexicon import load_knowledge
from tawatur.model.article import Article
from tawatur.reading import find_mentions, read
from tawatur.text import read_text

KNOWLEDGE = load_knowledge()


def scene_of(body):
    text = read_text(body)
    hits = KNOWLEDGE.matcher.hits(text)
    article = Article(body=body, published=date(2020, 5, 31))
    mentions = find_mentions(article, KNOWLEDGE, text, hits)
    return Scene(
        text=text,
        hits=hits,
        mentions=mentions,
        clauses=find_clauses(text, hits),
        types=KNOWLEDGE.events,
        retelling=KNOWLEDGE.retelling,
    )


def named(scene, actor):
    return scene.text.body[actor.span.start : actor.span.end] if actor else None


ARGUMENTS = [
    ("قصفت قوات النظام مواقع لفصائل المعارضة في إدلب", "قوات النظام", "مواقع لفصائل المعارضة"),
    ("قوات النظام قصفت مواقع لفصائل المعارضة في إدلب", "قوات النظام", "مواقع لفصائل المعارضة"),
    ("قصفت قوات النظام بالمدفعية مدينة إدلب", "قوات النظام", None),
    ("اعتقلت قوات الاحتلال خمسة شبان في الخليل", "قوات الاحتلال", "شبان"),
    ("اعتقل خمسة شبان في الخليل", None, "شبان"),
    ("اعتقل ثلاثة من عناصر داعش في الموصل", None, "عناصر داعش"),
    ("خطف جندي من الجيش العراقي في الموصل", None, "جندي من الجيش العراقي"),
    ("هاجم مسلحو داعش حاجزا للحشد الشعبي في ديالى", "مسلحو داعش", "حاجزا للحشد الشعبي"),
    ("قصفت قوات النظام والمليشيات الإيرانية منازل في إدلب", "قوات النظام", "منازل"),
]


@pytest.mark.parametrize(("body", "subject", "object"), ARGUMENTS, ids=[row[0] for row in ARGUMENTS])
def test_subject_and_object(body, subject, object):
    scene = scene_of(body)
    verb = next(hit for hit in scene.hits.of("event") if hit.features & {"past", "present"})
    told = arguments(scene, verb)
    assert (named(scene, told.subject), named(scene, told.object)) == (subject, object)


LETTERS = [
    ("هجوم لقوات النظام في إدلب", "ل"),
    ("هجوم للجيش العراقي في ديالى", "ل"),
    ("انفجار بدورية للجيش العراقي في ديالى", "ب"),
    ("هجوم قوات النظام في إدلب", ""),
    ("وقوات النظام في إدلب", ""),
]


@pytest.mark.parametrize(("body", "letter"), LETTERS)
def test_letter_written_on_an_actor(body, letter):
    scene = scene_of(body)
    assert letter_before(scene, scene.mentions.actors[0]) == letter


PREPOSITIONS = [
    ("هجوم على قوات النظام في إدلب", "upon"),
    ("هجوم من قوات النظام في إدلب", "from"),
    ("قالت مصادر أن قوات النظام في إدلب", None),
]


@pytest.mark.parametrize(("body", "preposition"), PREPOSITIONS)
def test_preposition_before_an_actor(body, preposition):
    scene = scene_of(body)
    assert preposition_before(scene, scene.mentions.actors[0].first) == preposition


def test_who_is_governed_is_neither_subject_nor_object():
    scene = scene_of("قصفت قوات النظام برصاص قوات سوريا الديمقراطية")
    assert [is_free(scene, actor) for actor in scene.mentions.actors] == [True, False]


ACTING = [
    ("قوات النظام في إدلب", True),
    ("مسلحو داعش في ديالى", True),
    ("مستوطنون في الخليل", True),
    ("دورية للجيش العراقي في ديالى", True),
    ("ثلاثة مدنيين في إدلب", False),
    ("منازل في إدلب", False),
    ("أسرى في الرقة", False),
]


@pytest.mark.parametrize(("body", "acts"), ACTING)
def test_who_can_act(body, acts):
    assert can_act(scene_of(body).mentions.actors[0]) == acts


SET_FOR = [
    "نصبت قوات الجيش السوداني كمينا لمجموعة من قوات الدعم السريع في الفاشر",
    "قال مراسلنا إن الجيش السوداني نصب كمينا لمجموعة من قوات الدعم السريع في الفاشر",
]


@pytest.mark.parametrize("body", SET_FOR)
def test_an_ambush_set_for_somebody_is_against_them(body):
    told = read(Article(body=body, published=date(2024, 5, 31)), KNOWLEDGE).incidents[0]
    assert [one.party for one in told.by] == ["sudan-saf"]
    assert [one.party for one in told.against] == ["sudan-rsf"]


def test_a_force_mourns_its_own():
    body = "نعى حزب الله في بيان ثلاثة مقاتلين قضوا في غارة على بلدة حولا"
    told = read(Article(body=body, published=date(2024, 5, 31)), KNOWLEDGE).incidents[0]
    assert [one.party for one in told.against] == ["hezbollah"]


@pytest.mark.parametrize("victim", ["القيادي في حركة حماس", "ثلاثة جنود"])
def test_a_long_date_stands_between_a_death_and_who_died(victim):
    body = f"قتل مساء اليوم الأحد 31 مايو 2020، {victim} بغارة في البقاع"
    assert read(Article(body=body, published=date(2020, 5, 31)), KNOWLEDGE).incidents[0].killed is not None

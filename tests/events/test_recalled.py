"""What came before the news: told only where the report says when it was."""

from datetime import date

import pytest

from tawatur.lexicon import load_knowledge
from tawatur.model.article import Article
from tawatur.reading import read

KNOWLEDGE = load_knowledge()

TOLD = [
    # several acts, brought about by a past verb, and what goes on between two named sides in a village
    ("شن الطيران الروسي غارات على تعزيزات للفصائل كانت في طريقها إلى المنطقة", ["air_strike"]),
    ("تمكن مقاتلو قسد من السيطرة على عدة قرى، ما أدى إلى فرار عناصر داعش", ["territory"]),
    ("وتدور اشتباكات عنيفة بين الجيش الحر وقوات النظام في بلدة نوى", ["armed_clash"]),
    ("وتأتي الغارات قبل أيام من انتهاء المهلة", []),
    # what was found is enough
    ("وضبطت كمية من الأسلحة والذخائر", ["seizure"]),
    # many raids of one day are one wave
    ("نفذ التحالف الدولي أمس 17 ضربة جوية في العراق", ["air_strike"]),
    # one weak word for each of two places
    (
        "قصفت الطائرات بلدة البارة، واستهداف الطيران الحربي بالرشاشات بلدة خان العسل",
        ["air_strike", "air_strike"],
    ),
    # "this comes after", without a day
    (
        "أعلنت كتائب القسام تدمير دبابة إسرائيلية بعبوة ناسفة شرق مدينة غزة الأحد."
        " ويأتي إعلان الكتائب بعد تأكيد الجيش الإسرائيلي اغتيال قيادي في الحركة",
        ["ied"],
    ),
    (
        "قتل 3 جنود بهجوم في مدينة رفح الأحد. يأتي ذلك بعد مقتل ضابط بانفجار عبوة ناسفة في مدينة العريش",
        ["armed_attack"],
    ),
    # the news once more
    (
        "أعلنت كتائب القسام تدمير دبابة إسرائيلية بعبوة ناسفة شرق مدينة غزة الأحد."
        " ويأتي إعلان الكتائب عن استهداف الدبابة بعد أشهر من حادثة أودت بحياة ثلاثة جنود",
        ["ied"],
    ),
    # one more target of the same act
    (
        "قصفت طائرات التحالف العربي الأحد معسكر الحفا في صنعاء، كما قصفت مخزن أسلحة تابعا للحوثيين",
        ["air_strike"],
    ),
    # who is described by what was done to them
    (
        "قصفت قوات النظام بلدة مضايا غير آبهة بآلاف المدنيين الذين حاصرتهم",
        ["shelling"],
    ),
    # who holds a place, with the letter that phones write for ta marbuta
    ("سقط صاروخ الأحد على حي الشعار الواقع تحت سيطره المعارضه في حلب وقتل مدنيان", ["shelling"]),
    # with its day
    (
        "قتل 3 جنود بهجوم في مدينة رفح الأحد."
        " ويأتي الهجوم بعد يومين من مقتل ضابط بانفجار عبوة ناسفة في مدينة العريش",
        ["armed_attack", "ied"],
    ),
    # "and that after": no dead of the battle
    (
        "اندلعت معارك في مدينة درنة الأحد بين عناصر داعش ومقاتلين من مجلس شورى المجاهدين،"
        " وذلك بعد مقتل قيادي في المجلس",
        ["armed_clash"],
    ),
    # attacks again and again since another event
    (
        "قتل جندي بانفجار عبوة ناسفة في مدينة رفح الأحد. وتعد شمال سيناء معقل جماعات شنت سلسلة هجمات"
        " على قوات الأمن منذ عزل الرئيس في تموز 2013",
        ["ied"],
    ),
]


@pytest.mark.parametrize(("body", "types"), TOLD)
def test_what_came_before_needs_its_day(body, types):
    told = read(Article(body=body, published=date(2020, 5, 31)), KNOWLEDGE).incidents
    assert [one.type for one in told] == types
    assert all(one.killed is None for one in told if one.type == "armed_clash")

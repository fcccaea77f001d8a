"""A blast told as like the one before it is of its kind; a killing that somebody managed is an attack."""

from datetime import date

import pytest

from tawatur import Article, load_knowledge, read

KNOWLEDGE = load_knowledge()


def types(body):
    told = read(Article(body=body, published=date(2020, 5, 31)), KNOWLEDGE).incidents
    return [one.type for one in told]


@pytest.mark.parametrize(
    "second",
    [
        "وأضاف أن انفجارا مماثلا في ناحية الرشيد أدى إلى مقتل شخصين.",
        "وأدى انفجار ثالث في ناحية الرشيد إلى مقتل شخصين.",
    ],
)
def test_a_blast_like_the_one_before(second):
    assert types(f"انفجرت عبوة ناسفة في حي الكرادة أمس وقتل شخص. {second}") == ["ied", "ied"]


def test_a_blast_of_its_own_stays_unexplained():
    assert types("انفجرت عبوة ناسفة في حي الكرادة أمس. وهز انفجار ناحية الرشيد.")[1:] == [
        "unexplained_explosion"
    ]


def test_who_managed_to_kill_attacked():
    body = "تمكنت قوات الجيش اليمني أمس من قتل أربعة من الحوثيين قرب حريب."
    told = read(Article(body=body, published=date(2020, 5, 31)), KNOWLEDGE).incidents
    assert [(one.type, [party.party for party in one.by]) for one in told] == [
        ("armed_attack", ["yemen-government"])
    ]

"""Counting: one toll of an incident from all that an article counts."""

from datetime import date

import pytest

from tawatur.lexicon import load_knowledge
from tawatur.model.article import Article
from tawatur.reading import read

KNOWLEDGE = load_knowledge()


def dead_and_hurt(body):
    """Killed and injured of the one incident of a text."""
    (one,) = read(Article(body=body, published=date(2020, 5, 31)), KNOWLEDGE).incidents
    return [(c.low, c.high) if c else None for c in (one.killed, one.injured)]


COUNTS = [
    # a later count replaces an earlier one
    ("انفجرت عبوة ناسفة في مدينة الباب وقتل شخصان. وارتفعت حصيلة الانفجار إلى أربعة قتلى", (4, 4), None),
    ("قتل ثلاثة أشخاص بتفجير في مدينة عفرين. وقالت الشرطة إن التفجير أوقع خمسة قتلى", (5, 5), None),
    # an earlier one does not come back
    (
        "قتل 19 شخصا بتفجير سيارة مفخخة في بغداد. وكانت حصيلة أولية للتفجير أفادت عن مقتل 12 شخصا",
        (19, 19),
        None,
    ),
    # two voices that differ
    (
        "وقع هجوم على حاجز في مدينة كركوك. وقال مصدر أمني إن الهجوم أسفر عن مقتل أربعة جنود."
        " وقال مصدر طبي إن الهجوم أسفر عن مقتل ستة جنود",
        (4, 6),
        None,
    ),
    # both sides of a fight add up
    ("قتل 7 من قوات النظام و5 من مقاتلي المعارضة في اشتباكات قرب بلدة كبانة", (12, 12), None),
    ("اشتباكات في بلدة كبانة أدت إلى مقتل 7 من قوات النظام ومقتل 5 من داعش", (12, 12), None),
    # a number says more than "some", and "some" more than one
    ("سقط قتلى وجرحى بغارة على مدينة صعدة. وأسفرت الغارة عن مقتل تسعة مدنيين", (9, 9), (2, None)),
    # nobody else was hurt
    ("أصيب جندي بقصف على بلدة عيترون", None, (1, 1)),
    ("قصفت المدفعية بلدة عيترون دون وقوع إصابات", (0, 0), (0, 0)),
    # joint tolls
    ("مقتل وإصابة 9 جنود بهجوم على حاجز في مدينة العريش", (2, None), (2, None)),
    ("سقط 17 عنصرا بين قتيل وجريح بكمين قرب مدينة السخنة", (2, None), (2, None)),
    ("مقتل وإصابة أربعة جنود بهجوم على حاجز في مدينة العريش", None, None),
    # at least, more than, about
    ("مقتل 20 شخصا على الأقل وإصابة أكثر من 50 بتفجير في مدينة الحلة", (20, None), (51, None)),
    ("مقتل نحو 40 شخصا وإصابة العشرات بتفجير في مدينة الحلة", (40, 40), (24, None)),
]


@pytest.mark.parametrize(("body", "killed", "injured"), COUNTS)
def test_the_count_of_one_incident(body, killed, injured):
    assert dead_and_hurt(body) == [killed, injured]

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
    # two speakers of one sentence
    ("قالت الشرطة إن ستة قتلوا في تفجير في عفرين، بينما تحدث المرصد عن خمسة قتلى", (5, 6), None),
    # the number, told anew by another
    ("قالت الشرطة إن ستة قتلوا في تفجير في عفرين. لكن مصدرا طبيا ذكر أن العدد بلغ تسعة", (6, 9), None),
    # one number for both, then each
    (
        "قتل وأصيب تسعة جنود في هجوم على مدينة مأرب. وقال مصدر إن الهجوم أسفر عن مقتل خمسة وإصابة أربعة",
        (5, 5),
        (4, 4),
    ),
    # one more who died
    (
        "قتل ثمانية أشخاص وأصيب تسعة في كمين في مدينة مأرب. وقال مصدر إن شخصا آخر توفي متأثرا بجروحه",
        (9, 9),
        (9, 9),
    ),
    # an earlier one does not come back
    (
        "قتل 19 شخصا بتفجير سيارة مفخخة في بغداد. وكانت حصيلة أولية للتفجير أفادت عن مقتل 12 شخصا",
        (19, 19),
        None,
    ),
    (
        "ارتفعت حصيلة اشتباكات العاصمة طرابلس إلى 55 قتيلا. وكان مركز طبي أكد سقوط 27 قتيلا في الاشتباكات",
        (55, 55),
        None,
    ),
    # a running total of more than this act
    (
        "استشهد 13 مواطنا في قصف على مدينة خان يونس، ليرتفع عدد الشهداء في المحافظة منذ صباح اليوم إلى 23 شهيدا",
        (13, 13),
        None,
    ),
    # a part told by a verb is in the whole
    (
        "قالت طواقم الإسعاف إنها تعاملت مع 43 إصابة في مواجهات بمخيم شعفاط، بينها 13 بالرصاص و30 أصيبوا بالاختناق",
        None,
        (43, 43),
    ),
    # soldiers and militants of no known body
    (
        "قال الجيش إن 12 جنديا قتلوا في مواجهات في مدينة العريش. وقال إن 15 تكفيريا قتلوا في المواجهات",
        (27, 27),
        None,
    ),
    # dozens may be 64
    (
        "أصيب عشرات الفلسطينيين خلال مواجهات في مدينة بيت لحم. وقال الإسعاف إنه تعامل مع 64 إصابة خلال مواجهات بيت لحم",
        None,
        (64, 64),
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
    # a headline's "dead and wounded" may be one of each
    (
        "سقط قتلى وجرحى من قسد بقصف على بلدة عين عيسى. وأسفر القصف عن مقتل عنصر من قسد وإصابة اثنين",
        (1, 1),
        (2, 2),
    ),
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
    ("أصيب شرطيان على الأقل وثلاثة مدنيين بتفجير في مدينة الحلة", None, (5, None)),
    # of two voices, one that tells of one person does not count them anew
    (
        "قال مصدر طبي إن رجلا قتل وأصيب ولداه برصاص مسلحين في مدينة الحلة. وقال الطبيب أحمد إن ولده الثاني أصيب",
        (1, 1),
        (2, 2),
    ),
]


@pytest.mark.parametrize(("body", "killed", "injured"), COUNTS)
def test_the_count_of_one_incident(body, killed, injured):
    assert dead_and_hurt(body) == [killed, injured]

"""Whom the grammar of a sentence counts: one who killed several, pronouns, duals, counts that go on."""

from datetime import date

import pytest

from tawatur.lexicon import load_knowledge
from tawatur.model.article import Article
from tawatur.reading import read

KNOWLEDGE = load_knowledge()
K, J, D, A = "killed", "injured", "detained", "abducted"

SENTENCES = [
    # one person did it to those counted right behind him
    ("قتل مسلح ثلاثة جنود وضابطا في هجوم على نقطة تفتيش في مدينة كويتا", {K: (4, 4)}),
    ("قتل جندي ثلاثة من زملائه بالرصاص في قاعدة عسكرية قرب تعز", {K: (3, 3)}),
    ("قتل انتحاري ستة من رجال الشرطة في تفجير وسط مدينة الموصل", {K: (6, 6)}),
    # as many as a pronoun says
    ("دهمت دورية من الجيش منزل المواطن (م.ز) في بلدة عرسال وأوقفته لحيازته أسلحة", {D: (1, 1)}),
    ("اعترض مسلحون سيارة الطبيب علي حسن على طريق درعا وخطفوه", {A: (1, 1)}),
    ("أطلق جنود الاحتلال النار على الشاب حمزة سليم في بلدة قباطية وأصابوه في الفخذ", {J: (1, 1)}),
    # an ending that is dual or plural is a dual by its vowel, a pronoun or a verb
    ("أوقفت الشرطة المواطنَين (ج.ك.) و(ف.م.) عند حاجز المدفون", {D: (2, 2)}),
    ("اعتقلت الشرطة مواطنين في مدينة نابلس بعد محاولتهما الهروب", {D: (2, 2)}),
    ("قتل مجهولون مسلحين يستقلان دراجة نارية في مدينة درعا", {K: (2, 2)}),
    ("اعتقلت الشرطة مواطنين في مدينة نابلس بعد محاولتهم الهروب", {D: (2, None)}),
    # behind a name that no lexicon knows
    ("قتل القيادي علي حسن واثنان من مرافقيه في غارة على مركبتهم في بلدة عيترون", {K: (3, 3)}),
    ("استشهاد الشاب أحمد سليم والطفل محمد علي والمواطنة هدى حسن في غارة على خان يونس", {K: (3, 3)}),
    ("مقتل الصحفي والناشط سامر العلي بهجوم على بلدة تسيل", {K: (1, 1)}),
    # counts that go on by other means, but not parts
    ("أصيب 20 متظاهرا بالاختناق و5 بالرصاص الحي خلال مواجهات في كفر قدوم", {J: (25, 25)}),
    ("أصيب شاب بالرصاص الحي وعشرات بالاختناق خلال مواجهات في كفر قدوم", {J: (25, None)}),
    ("أصيب 20 متظاهرا منهم 5 بالرصاص و15 بالاختناق خلال مواجهات في كفر قدوم", {J: (20, 20)}),
    ("أدى انفجار قنبلة في باب التبانة إلى إصابة عنصرين من الجيش وثالث مدني", {J: (3, 3)}),
    # one number for two nouns, or one for each
    ("قتل 25 امرأة وطفلا في قصف على مخيم الحصاحيصا", {K: (25, 25)}),
    ("أدت الاشتباكات في مأرب إلى مقتل 12 مسلحا وجنديين", {K: (14, 14)}),
    ("أصيب سبعة مقاومين ومدنيين اثنين في قصف على تعز", {J: (9, 9)}),
    # whom "to the injury of" counts, and who was not hurt
    ("أدى الهجوم على قرية أجارا أيضا لإصابة 10 أشخاص آخرين", {J: (10, 10)}),
    ("ألقت مسيرة قنبلة قرب راع في بلدة ميس الجبل من دون أن يصاب بأذى", {J: (0, 0)}),
    ("عثرت قوات الأمن على خمس جثث مجهولة الهوية في الأنبار", {K: (5, 5)}),
]


@pytest.mark.parametrize(("body", "expected"), SENTENCES)
def test_the_grammar_of_one_toll(body, expected):
    told = read(Article(body=body, published=date(2020, 5, 31)), KNOWLEDGE).incidents
    assert [
        {slot: (c.low, c.high) for slot in (K, J, D, A) if (c := getattr(one, slot))} for one in told
    ] == [expected]

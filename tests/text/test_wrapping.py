"""Lines that only the width of a page cut are one sentence; dotted initials end none."""

from tawatur.lexicon import load_knowledge
from tawatur.text import cut_words, read_text
from tawatur.text.parts import find_parts
from tawatur.text.wrapping import unwrapped

WRAPPED = """المدينة - 3 - 5 (وكالة) -- قالت قيادة الشرطة في بيان لها إن ثلاثة من أفرادها
قتلوا اليوم في هجوم على حاجز يقع على الطريق المؤدي إلى مدخل البلدة الشرقي بينما
أصيب اثنان آخران نقلا إلى المستشفى المركزي وإن قوة أخرى وصلت بعد ذلك وأغلقت كل
الطرق المؤدية إلى المكان وبدأت البحث عن المهاجمين الذين لاذوا بالفرار إلى الجبل
القريب من البلدة.
"""
HEADLINES = """قصف مدفعي يستهدف قرى في الريف الجنوبي
مقتل جنديين في هجوم مسلح على حاجز شرق المدينة فجر اليوم
اعتقال ثلاثة أشخاص
هدوء حذر على خطوط التماس بعد ليلة من الاشتباكات العنيفة
وصول رتل من التعزيزات إلى المطار
"""


def test_a_wrapped_report_is_one_paragraph():
    plain = unwrapped(WRAPPED)
    assert len(plain) == len(WRAPPED)
    assert plain.count("\n") == 1
    assert len(read_text(WRAPPED).sentences) == 1


def test_headlines_below_each_other_stay_apart():
    assert unwrapped(HEADLINES) == HEADLINES
    assert len(read_text(HEADLINES).sentences) == 5


def test_initials_end_no_sentence():
    body = "أوقفت الدورية السوريين (ع.ع.) و(م.س.) في البلدة. وعادت بعد ذلك."
    assert len(read_text(body).sentences) == 2


def test_parts_of_a_wrapped_report_have_its_offsets():
    parts = find_parts(cut_words(WRAPPED), load_knowledge().furniture)
    assert parts[0][0] == 0
    assert WRAPPED[parts[-1][0] : parts[-1][1]].endswith("البلدة.")

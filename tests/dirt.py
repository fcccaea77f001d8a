"""What happens to a report on its way through pages, posts and phones: each way of soiling it, by itself.

Every soiler takes a body and a source of chance, and gives a body that tells the same.
"""

import re
from collections.abc import Callable
from random import Random

Soiler = Callable[[str, Random], str]

_WORD = re.compile("[\u0621-\u064a]+")
_TASHKEEL = "\u064e\u064f\u0650\u0652"
_EMOJI = ("🔴", "📍", "⚡️", "🚨", "📷", "🇸🇾", "◾️")
_TOP = (
    "الرئيسية",
    "آخر الأخبار",
    "الأكثر قراءة",
    "حجم الخط",
    "مشاركة عبر البريد",
    "فيسبوك",
    "تويتر",
    "واتساب",
    "الرئيسية > أخبار > محليات",
    "تاريخ النشر: منذ ساعتين",
)
_BOTTOM = (
    "شارك هذا المقال",
    "اقرأ أيضا",
    "افتتاح معرض الزهور في العاصمة",
    "نتائج مباريات الأسبوع الثالث",
    "كلمات مفتاحية: أخبار، محليات، تقارير",
    "تابعنا على تلغرام",
    "جميع الحقوق محفوظة",
)
_COMMENTS = (
    "التعليقات (3)",
    "أبو خالد",
    "الله يرحمهم ويصبر أهلهم",
    "زائر",
    "أمس قتل سبعة في حارتنا بانفجار كبير ولا أحد يكتب عنهم!!",
    "سلمى",
    "حسبنا الله ونعم الوكيل، كل يوم قصف وكل يوم شهداء",
    "أضف تعليقا",
)
_RELATED = (
    "اقرأ أيضا: مقتل تسعة أشخاص بانفجار سيارة مفخخة في العاصمة",
    "شاهد: قصف عنيف على أحياء المدينة القديمة",
    "إقرأ المزيد: غارة جوية تودي بحياة عائلة كاملة",
    "للمزيد: اعتقال خمسة مطلوبين في حملة أمنية",
)
_MORE = (
    "أخبار ذات صلة",
    "مقتل 12 جنديا في هجوم على حاجز",
    "قصف مدفعي يستهدف أطراف البلدة الجنوبية",
    "اختطاف طبيب على يد مجهولين",
    "الأكثر قراءة",
    "انفجار عبوة ناسفة قرب مدرسة",
    "سعر الذهب اليوم",
)
_MASTHEAD = (
    "سياسة اقتصاد رياضة ثقافة منوعات فيديو",
    "الأربعاء 3 يناير 2024",
    "20:14",
    "عدد القراءات: 1543",
    "A+ A-",
    "Facebook Twitter WhatsApp Telegram",
    "كتب: محرر الموقع",
    "وقت القراءة: 3 دقائق",
)
_POST = (
    "https://t.me/example",
    "@example_news",
    "#عاجل",
    "انشر تؤجر",
    "👍 245 💬 31",
    "رابط القناة في التعليق الأول",
)
_NEVER_SPLIT = 4
"""Letters below which nobody splits a word against filters."""
_FILTERED = re.compile("(?:قصف|قتل|تفجير|انفجار|هجوم|داعش|شهيد|سلاح|جهاد|اغتيال|إرهاب)")


def in_furniture(body: str, chance: Random) -> str:
    """A page's menu above the report, links and rights below it."""
    top = chance.sample(_TOP, 5)
    return "\n".join([*top, body, *_BOTTOM])


def among_other_news(body: str, chance: Random) -> str:
    """A link to other violent news between two paragraphs, and headlines of others below."""
    lines = body.split("\n")
    breaks = [n for n, line in enumerate(lines) if line.strip() and n] or [len(lines)]
    lines.insert(chance.choice(breaks), chance.choice(_RELATED))
    return "\n".join([*lines, *_MORE])


def under_a_masthead(body: str, chance: Random) -> str:
    """Sections, day of the visit, counters and letter sizes above the report."""
    return "\n".join([*_MASTHEAD, body])


def as_a_post(body: str, chance: Random) -> str:
    """A channel's links, tags and counters around it."""
    return "\n".join([_POST[2], body, *_POST])


def with_comments(body: str, chance: Random) -> str:
    """Readers' comments after the report."""
    return "\n".join([body, *_COMMENTS])


def with_hashtags(body: str, chance: Random) -> str:
    """Names as tags: one word in twenty, and the two words of a well-known name."""
    names = ("دير الزور", "ريف دمشق", "خان يونس", "أبو كمال", "سيف القدس", "عين العرب", "الدولة الإسلامية")
    for name in names:
        body = body.replace(name, "#" + name.replace(" ", "_"))
    return _at_words(body, chance, 0.05, lambda word: f"#{word}" if word.startswith("ال") else word)


def with_emoji(body: str, chance: Random) -> str:
    """A sign before every paragraph, and some after full stops."""
    lines = (f"{chance.choice(_EMOJI)} {line}" if line.strip() else line for line in body.split("\n"))
    return re.sub(
        r"\. ", lambda _: chance.choice((". ", ". ", f". {chance.choice(_EMOJI)} ")), "\n".join(lines)
    )


def split_against_filters(body: str, chance: Random) -> str:
    """Words that filters look for, with dots, tatweels and stars inside."""
    return _FILTERED.sub(lambda match: _split(match.group(), chance), body)


def _split(word: str, chance: Random) -> str:
    cut = chance.randrange(1, len(word) - 1) if len(word) > 2 else 1
    if word[cut - 1] in "اأإآدذرزو":
        return word[:cut] + chance.choice((".", "*")) + word[cut:] if len(word) > _NEVER_SPLIT else word
    return word[:cut] + chance.choice(("ـ", "ـ.ـ", "ـ ـ", "*")) + word[cut:]


def without_diacritics(body: str, chance: Random) -> str:
    """No short vowels, no doubling, no tanwin."""
    return re.sub("[\u064b-\u0652\u0670]", "", body)


def with_diacritics(body: str, chance: Random) -> str:
    """A stray vowel here and there."""
    return _at_words(
        body, chance, 0.2, lambda w: w[:1] + chance.choice(_TASHKEEL) + w[1:] if len(w) > 2 else w
    )


def with_final_letters_confused(body: str, chance: Random) -> str:
    """ة for ه and ه for ة, ى for ي and ي for ى, at the ends of words."""
    swaps = {"ة": "ه", "ه": "ة", "ى": "ي", "ي": "ى"}
    return _at_words(body, chance, 0.5, lambda word: word[:-1] + swaps.get(word[-1], word[-1]))


def without_hamza(body: str, chance: Random) -> str:
    """أ, إ and آ as bare alef, and no hamza at the end of a word."""
    bare = body.translate(str.maketrans("أإآ", "ااا"))
    return _at_words(bare, chance, 0.5, lambda word: word[:-1] if word.endswith("اء") else word)


def with_presentation_forms_and_marks(body: str, chance: Random) -> str:
    """Non-breaking blanks, direction marks, zero-width joiners and long tatweels."""
    stretched = _at_words(
        body, chance, 0.1, lambda w: w[:1] + "ـــ" + w[1:] if w[0] in "سشصضطظعغفقكلمنهي" else w
    )
    return "\u200f" + stretched.replace(" و", "\u00a0و").replace(". ", ".\u200f ")


def _at_words(body: str, chance: Random, share: float, change: Callable[[str], str]) -> str:
    return _WORD.sub(lambda m: change(m.group()) if chance.random() < share else m.group(), body)


SOILERS: tuple[Soiler, ...] = (
    in_furniture,
    among_other_news,
    under_a_masthead,
    as_a_post,
    with_comments,
    with_hashtags,
    with_emoji,
    split_against_filters,
    without_diacritics,
    with_diacritics,
    with_final_letters_confused,
    without_hamza,
    with_presentation_forms_and_marks,
)


def all_dirt(body: str, chance: Random) -> str:
    """Everything at once, the page last."""
    letters = (without_hamza, with_final_letters_confused, split_against_filters, with_hashtags, with_emoji)
    for soil in (*letters, with_comments, among_other_news, under_a_masthead, in_furniture):
        body = soil(body, chance)
    return body

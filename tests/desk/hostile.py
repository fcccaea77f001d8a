"""Reports that mean harm or are merely odd: each must be shown as text, highlighted to the letter."""

from datetime import date

from tawatur.model.article import Article

SCRIPT = "<script>alert('x')</script><img src=x onerror=alert(1)>\"'><svg/onload=alert(2)>"
BIDI = "\u202eneddih\u202c \u2066\u2067\u2069 قُتِلَ أربعةُ جنودٍ في مدينةِ تدمر أمس"
ODD = (
    "🚨🇸🇾 عاجل 𝕏 👩‍👩‍👧‍👦: قُتِلَ ثَلاثَةُ مَدَنِيِّينَ وأُصيبَ 5 آخرون جرّاءَ قصفٍ مدفعيٍّ على مدينةِ إدلب يومَ أمس 💥\n\n"
    "وقال المرصد السوري لحقوق الإنسان إن قوات النظام قصفت بلدة كفرنبل 😢 في ريف إدلب الجنوبي.\n\n"
    "😢😢 وأعلنت وكالة أعماق مقتل 4 جنود بتفجير عبوة ناسفة قرب تدمر 𝒜."
)
LONG = "ا" * 4000 + " قتل جندي في حمص اليوم " + "supercalifragilistic" * 300
HOMOGLYPHS = "قتل جنديان في تدmر، وقالت أعмаق (аmaq) إنها أوقعتهما أمس."
HOSTILE = tuple(
    Article(
        body=f"{body}\n\nقتل ثلاثة مدنيين بقصف على مدينة إدلب أمس.",
        outlet=f"ناشر <i>{number}</i> {SCRIPT if number == 0 else ''}",
        url=f"https://hostile.example/{number}?<script>",
        published=date(2020, 5, 31),
        title=f"{SCRIPT} {number}" if number == 0 else f"عنوان {number} \u202e",
    )
    for number, body in enumerate((SCRIPT, BIDI, ODD, LONG, HOMOGLYPHS))
)

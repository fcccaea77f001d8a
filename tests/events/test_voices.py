"""Voices: who tells what, through whom, with what stance."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tawatur.events.voices import find_voices
from tawatur.lexicon import load_knowledge
from tawatur.mentions.actors import find_actors
from tawatur.mentions.speakers import find_speakers
from tawatur.text import read_text

KNOWLEDGE = load_knowledge()
CATEGORIES = ("speech", "speech-participle", "attribution", "blame")
ENTRIES = [e for e in KNOWLEDGE.matcher.entries if e.category in CATEGORIES]


def read(body, outlet=None):
    text = read_text(body)
    hits = KNOWLEDGE.matcher.hits(text)
    actors = find_actors(text, hits, (), (), KNOWLEDGE, None)
    return text, find_voices(text, hits, find_speakers(text, hits, actors), actors, outlet=outlet)


def told(body, outlet=None):
    return [([s.name for s in v.chain], v.hint) for v in read(body, outlet)[1] if v.reach == "told"]


VOICES = [
    (
        "قال أوليغ سيمونوف حاكم منطقة خاركيف بشرق أوكرانيا اليوم إن شخصين قتلا",
        ["أوليغ سيمونوف حاكم منطقة خاركيف"],
        "reports",
    ),
    ("قال ضابط لوكالة رويترز طالبا عدم كشف هويته إن جنديين قتلا", ["ضابط", "وكالة رويترز"], "reports"),
    ("ونقل العاجل عن مصدر حكومي قوله إن عبوة انفجرت في حلب", ["مصدر حكومي", "العاجل"], "reports"),
    ("وكان مركز الإعلام أفاد أيضا السبت الموافق 6 أكتوبر بإصابة خمسة", ["مركز الإعلام"], "reports"),
    (
        "أوقفت القوة خمسة من محافظة نينوى، وأشارت إلى أن بينهم امرأة. قال قائد الشرطة إن",
        ["قائد الشرطة"],
        "reports",
    ),
    ("قتل ضابط في كمين، بحسب مصدر عسكري تحدث لمراسل الأناضول", ["مصدر عسكري", "مراسل الأناضول"], "reports"),
    ("وقال سليم الطعان، من المكتب الإعلامي للمجلس، إن السوق قصف", ["سليم الطعان"], "reports"),
    ("وأعلن قائد الشرطة في وقت سابق من اليوم عن مقتل جنديين في كمين", ["قائد الشرطة"], "reports"),
    ("بيان للشرطة أكد مقتل جنديين", ["الشرطة"], "reports"),
    (
        "وقال سليم عباس المتحدث باسم المركز الإعلامي لعملية الفجر التابعة للحكومة إن السوق قصف",
        ["سليم عباس المتحدث باسم المركز الإعلامي"],
        "reports",
    ),
    ("وعلم المرصد السوري لحقوق الإنسان بأن مسلحين هاجموا حاجزا", ["المرصد السوري لحقوق الإنسان"], "reports"),
    ("ورصد المرصد السوري قيام مسلحين بخطف شاب", ["المرصد السوري"], "reports"),
    ("قتل جنديان في كمين، بحسب ما أفاد به مصدر طبي", ["مصدر طبي"], "reports"),
    ("قتل جنديان في كمين، وهو ما أكدته مصادر طبية", ["مصادر طبية"], "confirms"),
    ("قتل جنديان في كمين، إلا أن مصدرا عسكريا نفى أن يكونا من الجيش", ["مصدرا عسكريا"], "denies"),
    (
        "وأكد سليم عباس رئيس المجلس لوكالة رويترز أن السوق قصف",
        ["سليم عباس رئيس المجلس", "وكالة رويترز"],
        "reports",
    ),
    ("وقال الناشط سليم عباس إن السوق قصف", ["الناشط سليم عباس"], "reports"),
    (
        "وقال الناطق باسم «حركة تحرير الوادي» سليم عباس إن السوق قصف",
        ["الناطق باسم «حركة تحرير الوادي» سليم عباس"],
        "reports",
    ),
    ("وقال أمين سر المجلس سليم عباس إن السوق قصف", ["أمين سر المجلس سليم عباس"], "reports"),
    ("قال سكان إن القصف أوقع قتلى ووجهوا الاتهامات لقوات النظام", ["سكان"], "accuses"),
    ("هاجم مسلحون يعتقد أنهم من داعش حاجزا في معدان", [], "accuses"),
    (
        "ونقلت وكالة رويترز عن سليم عباس رئيس المجلس قوله إن القصف توقف",
        ["سليم عباس رئيس المجلس", "وكالة رويترز"],
        "reports",
    ),
    ("ذكر بيان للجهاز تلقته “الفجر” أن خمسة اعتقلوا", ["الجهاز"], "reports"),
    ("قال مصدر أمني إن جنديين قتلا", ["مصدر أمني"], "reports"),
    ("قتل جنديان في كمين، وفق ما أفاد مصدر طبي", ["مصدر طبي"], "reports"),
    ("قتل جنديان في كمين، بحسب مصادر محلية", ["مصادر محلية"], "reports"),
    ("نقلت وكالة رويترز عن مصدر طبي قوله إن جنديين قتلا", ["مصدر طبي", "وكالة رويترز"], "reports"),
    ("ذكرت وكالة الأناضول نقلا عن مصادر أمنية أن جنديا قتل", ["مصادر أمنية", "وكالة الأناضول"], "reports"),
    ("قال مصدر طبي لوكالة فرانس برس إن جنديين قتلا", ["مصدر طبي", "وكالة فرانس برس"], "reports"),
    ("قالت الشرطة إن جنديين قتلا، بحسب رويترز", ["الشرطة", "رويترز"], "reports"),
    ("ووفقا لوكالة رويترز فقد أوضحت مصادر أمنية أن جنديا قتل", ["مصادر أمنية", "وكالة رويترز"], "reports"),
    ("وكانت وزارة الدفاع قد أعلنت مقتل جنديين", ["وزارة الدفاع"], "reports"),
    ("تبنت جماعة مسلحة الهجوم على الحاجز", ["جماعة مسلحة"], "claims"),
    ("وتبنت الهجوم جماعة مسلحة في بيان", ["جماعة مسلحة"], "claims"),
    ("أعلنت حركة محلية مسؤوليتها عن الهجوم", ["حركة محلية"], "claims"),
    ("نفت وزارة الدفاع سقوط البلدة", ["وزارة الدفاع"], "denies"),
    ("نسبت قيادة الشرطة الهجوم إلى خلية نائمة", ["قيادة الشرطة"], "accuses"),
    ("اتهم مسؤول محلي الفصائل بقصف السوق", ["مسؤول محلي"], "accuses"),
    ("قتل جنديان في تفجير نسب إلى خلية نائمة", [], "accuses"),
    ("أكدت مصادر طبية الحصيلة نفسها", ["مصادر طبية"], "confirms"),
    ("أكدت مصادر محلية دخول الرتل إلى البلدة", ["مصادر محلية"], "reports"),
    ("بثت قناة “الفرات” تسجيلا يظهر احتراق الآلية", ["قناة “الفرات”"], "shows"),
    ("ونشرت صفحة أخبار البلدة تأكيدا لوقوع قتلى", ["صفحة أخبار البلدة"], "confirms"),
    ("قال مسؤول محلي إن السوق قصف، متهما الفصائل بذلك", ["مسؤول محلي"], "accuses"),
]


@pytest.mark.parametrize(("body", "chain", "hint"), VOICES)
def test_chain_and_stance(body, chain, hint):
    assert (chain, hint) in told(body)


GOES_ON = [
    ("قال مصدر أمني إن جنديين قتلا. وأضاف أن ثلاثة أصيبوا.", ["مصدر أمني"]),
    ("قال مصدر أمني إن جنديين قتلا. وأوضح المصدر أن ثلاثة أصيبوا.", ["مصدر أمني"]),
    ("أفاد المرصد السوري بمقتل ستة. وقال المرصد إن القصف تواصل.", ["المرصد السوري"]),
    ("قال مكتب محافظ نينوى إن جنديين قتلا. وقال مكتب المحافظ إن المهاجم قتل.", ["مكتب محافظ نينوى"]),
    ("وقال سالم الحاج نائب الحاكم إن جنديين قتلا. وقال الحاج إن خمسة اعتقلوا.", ["سالم الحاج نائب الحاكم"]),
    ("وقال بيان لقيادة الشرطة إن المهاجم قتل. وأضاف البيان أن آخر فر.", ["قيادة الشرطة"]),
    ("نقلت وكالة رويترز عن ضابط قوله إن الرتل انسحب. وأضاف الضابط أن الجسر دمر.", ["ضابط", "وكالة رويترز"]),
]


@pytest.mark.parametrize(("body", "chain"), GOES_ON)
def test_short_mentions_mean_the_speaker_before(body, chain):
    assert [names for names, _ in told(body)] == [chain, chain]


@pytest.mark.parametrize(
    "body",
    [
        "لم تتبن أي جهة الهجوم",
        "لم يصدر تعليق من قيادة الشرطة",
        "نقلت سيارات الإسعاف الجرحى إلى المستشفى",
        "نشر الجيش قوات إضافية على الحدود",
        "حملت الشاحنة مواد غذائية إلى المخيم",
    ],
)
def test_no_voice(body):
    assert told(body) == []


def test_our_own_correspondent_is_no_voice():
    assert told("وقال مراسلنا إن القصف توقف") == []


def test_an_attribution_covers_the_words_before_it():
    text, [voice] = read("قتل جنديان في كمين شرق البلدة، بحسب مصادر محلية")
    assert voice.scope == (0, len(text.words))


def test_a_new_speaker_ends_the_one_before():
    text, (first, second) = read("قالت الشرطة إن جنديين قتلا، وقال سكان إن القصف استمر")
    assert first.scope[1] == second.scope[0] == [w.form for w in text.words].index("وقال")


def test_a_sentence_between_two_of_one_speaker_is_told_by_that_speaker():
    _, voices = read("قال مصدر أمني إن جنديين قتلا. وقتل مسلح في الرد. وأضاف المصدر أن آخر فر.")
    assert [voice.reach for voice in voices] == ["told", "continued", "told"]


def test_the_agency_of_the_dateline_passes_on_every_voice():
    _, voices = read("واس- الرياض: قالت وزارة الداخلية إن جنديين قتلا.")
    chains = {voice.reach: [s.name for s in voice.chain] for voice in voices}
    assert chains == {"dateline": ["واس"], "told": ["وزارة الداخلية", "واس"]}


def test_the_publishing_outlet_is_no_link():
    assert told("قال مصدر طبي لوكالة رويترز إن جنديين قتلا", outlet="رويترز") == [(["مصدر طبي"], "reports")]


def test_a_claim_of_the_attack_refers_back():
    _, [voice] = read("أعلنت حركة محلية مسؤوليتها عن الهجوم")
    assert voice.refers_back


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: f"{entry.category}/{entry.id}")
def test_every_example_gives_a_voice(entry):
    for one in entry.examples:
        assert read(one["text"])[1], one["text"]


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: f"{entry.category}/{entry.id}")
def test_no_counter_example_gives_a_voice(entry):
    for sentence in entry.counter_examples:
        assert read(sentence)[1] == (), sentence


WORDS = st.sampled_from(
    [
        *("قال", "أن", "إن", "مصدر", "وكالة", "بحسب", "نقلا", "عن", "لم", "“", "”", ":", "،", ".", "(", ")"),
        *("رويترز", "المصدر", "نشر", "صورا", "نسب", "إلى", "كما", "سالم", "وقالت", "ولفتت"),
    ]
)


@given(st.lists(WORDS, max_size=25).map(" ".join))
@example("مصدر : قال قال قال")
def test_any_words_are_read_and_scopes_stay_inside(body):
    text, voices = read(body)
    for voice in voices:
        assert 0 <= voice.scope[0] < voice.scope[1] <= len(text.words)


NOT_TOLD = [
    ("قال مسؤول أمني إن جنديين قتلا. وأوضح المسؤول الذي رفض كشف اسمه أن المهاجمين فرا.", "اسمه"),
    ("اعتقل قيادي في الخلية ستعلن تفاصيله لاحقا", "قيادي في الخلية"),
    ("أعلنت قوات سوريا الديمقراطية (قسد) اعتقال خمسة. وقالت قسد إن الحملة انتهت.", "قسد"),
    ("قال مدير الشرطة إن القوات أوقفت عددا من المتهمين في السوق", "المتهمين"),
]


@pytest.mark.parametrize(("body", "name"), NOT_TOLD)
def test_who_is_no_voice_of_his_own(body, name):
    assert name not in [link for chain, _ in told(body) for link in chain]
    assert "accuses" not in [hint for _, hint in told(body)]


def test_sunday_is_no_speaker():
    voices = told("أصدرت الهيئة بيانا عن هجوم يوم الأحد على البلدة، فيما أكدت أن القتلى ثلاثة")
    assert voices == [(["الهيئة"], "reports"), (["الهيئة"], "reports")]


def test_a_statement_given_word_for_word_tells_the_rest():
    body = "صدر عن قيادة الشرطة البيان التالي:\n\nأوقفت دورية في البلدة ثلاثة مهربين.\n\nوضبطت معهم أسلحة."
    _, voices = read(body)
    assert [v.chain[0].name for v in voices if v.reach == "statement"] == ["قيادة الشرطة"]


def test_a_sentence_that_opens_with_what_was_said_goes_on():
    _, voices = read("وأفادت مصادر نقلت عنها “العربية”. بأن سيارة مفخخة انفجرت قرب السوق.")
    assert any(v.reach == "continued" and v.chain[0].name == "مصادر" for v in voices)


def test_a_semicolon_goes_on_as_a_comma():
    _, voices = read("وأفادت مصادر نقلت عنها “العربية”؛ بأن سيارة مفخخة انفجرت قرب السوق.")
    assert [(v.chain[0].name, v.reach) for v in voices] == [("مصادر", "told")]


def test_as_the_statement_said_goes_on_with_whose_it_is():
    body = "وأعلنت قيادة الشرطة في بيان أن لصا أوقف. كما ذكر البيان أن آخر أصيب."
    assert [name for name, _ in told(body)] == [["قيادة الشرطة"], ["قيادة الشرطة"]]


def test_an_epithet_in_quotation_marks_is_no_speaker():
    assert told("تم القبض على ما وصفه ب“إرهابي خطير” يدعى سالم في العريش") == []


def test_a_quotation_goes_on_over_the_end_of_a_sentence():
    body = (
        "قال قائد الشرطة إن «دورية أوقفت سيارة عند الحاجز. وهاجم مسلحون الدورية.\n"
        "وقتل شرطي في الهجوم». وأغلق السوق."
    )
    text, voices = read(body)
    told = [text.quote(*v.scope).split()[0] for v in voices if v.reach == "continued"]
    assert told == ["وهاجم", "وقتل"]


@pytest.mark.parametrize(
    "body",
    [
        "وكان الشاب الذي يبلغ من العمر 20 عاما قد أصيب في قصف على البلدة",
        "أصيب شرطيان في اشتباك مع الأشرار قرب السوق، وفق تعبيره",
    ],
)
def test_an_age_and_a_pronoun_are_no_speakers(body):
    assert told(body) == []


def test_who_points_the_finger_of_blame_accuses():
    assert told("ووجهت مصادر أمنية في المدينة أصابع الاتهام في التفجير إلى خلية نائمة") == [
        (["مصادر أمنية في المدينة"], "accuses")
    ]


def test_the_blamed_behind_a_finger_does_not_accuse():
    assert told("ووجه نشطاء أصابع الاتهام إلى حزب العمال بالوقوف وراء التفجير") == [(["نشطاء"], "accuses")]

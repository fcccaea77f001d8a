"""Actors: bodies by country and day, members and their counts, things, persons, anaphora."""

from datetime import date

import pytest

from tawatur.lexicon import load_knowledge
from tawatur.mentions.actors import find_actors
from tawatur.mentions.numbers import find_numbers
from tawatur.mentions.places import find_places
from tawatur.model.mentions import Actor, Place
from tawatur.model.spans import Span
from tawatur.text import read_text

KNOWLEDGE = load_knowledge()


def actors(country: str, body: str, day: str = "2020-05-31") -> list[Actor]:
    """The actors of a body that is about a country."""
    text = read_text(body)
    hits = KNOWLEDGE.matcher.hits(text)
    nowhere = Span(0, 0)
    place = Place(span=nowhere, first=0, last=0, rule="test", whole=nowhere, name="", country=country)
    found = find_actors(text, hits, find_numbers(text, hits), (place,), KNOWLEDGE, date.fromisoformat(day))
    assert all(0 <= a.whole.start <= a.span.start < a.span.end <= a.whole.end <= len(body) for a in found)
    return list(found)


@pytest.mark.parametrize("body", ["اعتقلت قيادة شرطة ديالى شخصين", "اعتقلت شرطة محافظة ديالى شخصين"])
def test_the_police_of_a_place_are_those_of_its_country(body: str) -> None:
    """The name of the place belongs to the police; what else holds its name does not count."""
    text = read_text(body)
    hits = KNOWLEDGE.matcher.hits(text)
    places = find_places(text, hits, KNOWLEDGE, title=None, outlet=None)
    found = find_actors(text, hits, find_numbers(text, hits), places, KNOWLEDGE, date(2020, 5, 31))
    assert [(a.party, body[a.span.start : a.span.end].split()[-1]) for a in found][:1] == [
        ("iraq-government", "ديالى")
    ]


def parties(country: str, body: str, day: str = "2020-05-31") -> list[str]:
    return [actor.party for actor in actors(country, body, day)]


@pytest.mark.parametrize(
    ("country", "day", "body", "wanted"),
    [
        ("sy", "2020-05-31", "قصف الجيش البلدة", ["syria-government"]),
        ("sy", "2025-03-07", "دخل الجيش البلدة", ["syria-transitional"]),
        ("iq", "2020-05-31", "دخل الجيش البلدة", ["iraq-government"]),
        ("ye", "2020-05-31", "تقدم الجيش الوطني في الجبهة", ["yemen-government"]),
        ("sy", "2020-05-31", "تقدم الجيش الوطني في الجبهة", ["sna"]),
        ("ly", "2020-05-31", "تقدم الجيش الوطني في الجبهة", ["libya-lna"]),
        ("ye", "2016-05-31", "قصفت طائرات التحالف المعسكر", ["arab-coalition"]),
        ("iq", "2016-05-31", "قصفت طائرات التحالف المعسكر", ["us-coalition"]),
        ("sy", "2020-05-31", "قصف الجيش التركي القرية", ["turkey"]),
        ("iq", "2020-05-31", "انتشرت القوات الأمريكية", ["us-coalition"]),
        ("so", "2020-05-31", "انتشرت القوات الأمريكية", ["us"]),
        ("tn", "2015-05-31", "أوقفت قوات الأمن التونسية المشتبه به", ["other-state", "unknown"]),
        ("sy", "2020-05-31", "استهدف تنظيم «داعش» الموقع", ["islamic-state"]),
        ("sy", "2020-05-31", "هاجمت جبهة النصرة وحركة أحرار الشام القرية", ["hts", "syria-opposition"]),
        ("ye", "2020-05-31", "هاجم الحوثيون قوات الحزام الأمني", ["houthis", "stc"]),
        ("ye", "2020-05-31", "هاجم تنظيم القاعدة الحاجز", ["aqap"]),
        ("ye", "2020-05-31", "هاجم الحوثيون القوات المشتركة في الجبهة", ["houthis", "yemen-government"]),
        ("ye", "2020-05-31", "قصفت قوات اللواء الثالث دعم وإسناد الجبل", ["stc"]),
        ("ye", "2020-05-31", "قتل جندي وأصيب 11 آخرون من قوات الحزام الأمني", ["stc", "stc"]),
        ("ml", "2020-05-31", "هاجم تنظيم القاعدة المدينة", ["al-qaeda"]),
        ("lb", "2024-10-01", "أعلن حزب الله استهداف تجمع لجيش العدو", ["hezbollah", "israel"]),
        ("sd", "2024-10-01", "قصفت قوات الدعم السريع مواقع للجيش", ["sudan-rsf", "sudan-saf"]),
        (
            "ps",
            "2022-10-01",
            "اقتحمت قوات الاحتلال المخيم وتصدى لها مقاومون",
            ["israel", "palestinian-fighters"],
        ),
    ],
)
def test_bodies(country: str, day: str, body: str, wanted: list[str]) -> None:
    found = [a.party for a in actors(country, body, day) if a.head in ("body", "object", "members", "class")]
    assert found == wanted


@pytest.mark.parametrize(
    ("country", "body", "party", "low", "high", "kind"),
    [
        ("sy", "قتل عنصران من قوات النظام", "syria-government", 2, 2, "combatants"),
        ("sy", "قتل ثلاثة جنود من الجيش", "syria-government", 3, 3, "combatants"),
        ("sy", "قتل 12 عنصرا من تنظيم داعش", "islamic-state", 12, 12, "combatants"),
        ("ye", "قتل 7 من ميليشيات الحوثي", "houthis", 7, 7, "combatants"),
        ("ye", "قتل 15 مسلحاً حوثياً", "houthis", 15, 15, "combatants"),
        ("tr", "قتل جنديان تركيان", "turkey", 2, 2, "combatants"),
        ("sy", "قتل عشرات المقاتلين من هيئة تحرير الشام", "hts", 24, None, "combatants"),
        ("sy", "قتل مدني برصاص قناص", "civilians", 1, 1, "civilians"),
        ("sy", "إصابة طفلين", "civilians", 2, 2, "civilians"),
        ("sy", "مقتل مدنيين في القصف", "civilians", 2, None, "civilians"),
        ("sy", "قتل شخص في الانفجار", "civilians", 1, 1, "unknown"),
        ("ps", "اعتقال 15 فلسطينيا", "civilians", 15, 15, "unknown"),
        ("iq", "قتل شرطي بهجوم", "iraq-government", 1, 1, "combatants"),
        ("eg", "إصابة ستة مجندين", "egypt-government", 6, 6, "combatants"),
        ("sy", "مقتل أحد عناصر قسد", "sdf", 1, 1, "combatants"),
        ("sy", "هاجم مسلحون مجهولون الحاجز", "unknown", 2, None, "combatants"),
        ("sy", "إصابة صحفي", "journalists", 1, 1, "civilians"),
        ("sy", "مقتل مسعفين اثنين", "medics", 2, 2, "civilians"),
        ("ye", "استشهد أحد أبطال المقاومة", "yemen-resistance", 1, 1, "combatants"),
        ("ye", "قتل ثلاثة من مسلحي الحوثي", "houthis", 3, 3, "combatants"),
        ("iq", "قتل 4 إرهابيين", "unknown", 4, 4, "combatants"),
        ("sy", "أفرج عن أسير لدى قوات النظام", "prisoners", 1, 1, "unknown"),
        ("iq", "خرج مئات المتظاهرين", "protesters", 200, None, "civilians"),
    ],
)
def test_people_and_counts(
    country: str, body: str, party: str, low: int, high: int | None, kind: str
) -> None:
    first = actors(country, body)[0]
    assert (first.party, first.low, first.high, first.kind) == (party, low, high, kind)


def test_others_take_the_party_of_those_counted_before() -> None:
    killed, injured = actors("ye", "قتل 3 من عناصر مليشيا الحوثي وأصيب 5 آخرون")
    assert (killed.party, injured.party) == ("houthis", "houthis")
    assert (injured.low, injured.high, injured.rule) == (5, 5, "actor/others")


def test_a_part_of_the_people_counted_is_marked() -> None:
    found = actors("sy", "مقتل خمسة مدنيين بينهم طفلان وامرأة وإصابة آخرين")
    assert [a.rule.startswith("actor/subset+") for a in found] == [False, True, True, False]


@pytest.mark.parametrize(
    ("body", "party"),
    [
        ("استهدف تنظيم داعش القرية. وقال الناشط إن التنظيم انسحب", "islamic-state"),
        ("هاجم مقاتلو حزب العمال الكردستاني المخفر. وكان الحزب هدد بالرد", "pkk"),
        ("أعلن التحالف الدولي تنفيذ غارات. وقال إن التحالف دمر مقرا", "us-coalition"),
    ],
)
def test_a_noun_alone_means_the_body_last_named(body: str, party: str) -> None:
    assert actors("iq", body)[-1].party == party or party in parties("iq", body)[1:]


@pytest.mark.parametrize(
    ("country", "body", "party", "head"),
    [
        ("sy", "استهدفت عبوة سيارة عسكرية تابعة لقوات النظام", "syria-government", "object"),
        ("ye", "قصف مواقع للحوثيين", "houthis", "object"),
        ("tr", "هاجموا قافلة عسكرية", "turkey", "object"),
        ("sy", "سقطت القذيفة على سوق شعبي", "civilians", "place_of"),
        ("sy", "قصف منازل المدنيين", "civilians", "place_of"),
        ("ly", "سقطت القذائف على مستشفى", "medics", "place_of"),
    ],
)
def test_things_and_places_that_are_hit(country: str, body: str, party: str, head: str) -> None:
    found = [a for a in actors(country, body) if a.head == head]
    assert [a.party for a in found] == [party]


def test_a_titled_person_with_owner_and_name() -> None:
    body = "اغتيال القيادي في كتائب القسام محمد سالم برصاص مجهولين"
    first = actors("ps", body)[0]
    assert (first.party, first.head, first.span.of(body)) == (
        "hamas",
        "person",
        "القيادي في كتائب القسام محمد سالم",
    )


def test_epithets_name_no_body_and_the_name_after_them_does() -> None:
    assert parties("eg", "قتلت القوات عددا من الإرهابيين")[-1] == "unknown"
    assert parties("ly", "تصدت القوات لمرتزقة حفتر")[-1] == "libya-lna"


@pytest.mark.parametrize(
    "body",
    ["وقع هجوم مسلح في المدينة", "قال مصدر عسكري", "توقف الطيران المدني", "سقطت قذيفة في محافظة إدلب"],
)
def test_adjectives_are_no_people(body: str) -> None:
    assert [a for a in actors("sy", body) if a.head in ("members", "class")] == []


def test_neutral_between_parties() -> None:
    """Swapping two names swaps the parties and changes nothing else."""
    one = actors("sy", "قتل ثلاثة عناصر من قسد وأصيب 5 آخرون بقصف لتنظيم داعش")
    two = actors("sy", "قتل ثلاثة عناصر من داعش وأصيب 5 آخرون بقصف لتنظيم قسد")
    swap = {"sdf": "islamic-state", "islamic-state": "sdf"}
    assert [(swap[a.party], a.head, a.low, a.kind) for a in one[:2]] == [
        (a.party, a.head, a.low, a.kind) for a in two[:2]
    ]


@pytest.mark.parametrize("body", ["عدد القتلى مرشح للزيادة", "الهجوم الذي قاده ضابط منشق"])
def test_a_phrase_of_the_entry_makes_it_no_person(body: str) -> None:
    assert not {"مرشح", "قاده"} & {actor.span.of(body) for actor in actors("iq", body)}


def test_the_spokesman_says_whose_armed_forces() -> None:
    assert parties("ye", "قال المتحدث باسم القوات المسلحة اليمنية العميد يحيى سريع") == ["houthis"]
    assert parties("ye", "قال المتحدث باسم القوات المسلحة اليمنية") == ["yemen-government"]


@pytest.mark.parametrize("body", ["قتل عدد من الإيرانيين", "اعتقال عشرات الفلسطينيين"])
def test_nationals_are_counted_with_the_article(body: str) -> None:
    (people,) = actors("iq", body)
    assert (people.party, people.first) == ("civilians", 1)
    assert people.whole.of(body) == body.split(" ", 1)[1]


@pytest.mark.parametrize(("country", "party"), [("ly", "libya-militias"), ("iq", "unknown")])
def test_armed_groups_without_a_name_in_libya(country: str, party: str) -> None:
    assert parties(country, "اشتبكت مجموعات مسلحة في المدينة") == [party]


@pytest.mark.parametrize(
    ("country", "body", "wanted"),
    [
        ("ir", "وقع هجوم إرهابي في خاش", []),
        ("eg", "استهدف الهجوم الإرهابي كمينا", []),
        ("tr", "هاجم تنظيم بي كا كا الإرهابي دورية", ["pkk", "turkey"]),
        ("sa", "اعتقلت الشرطة إرهابيا", ["saudi-arabia", "unknown"]),
        ("iq", "نفذه عناصر من منظمة «بي كا كا»", ["pkk"]),
        ("ml", "قتل جنود من جيش النيجر", ["other-state"]),
        ("kw", "أعلنت الداخلية الكويتية تفاصيل الحادث", ["other-state"]),
        ("tr", "أعلنت الدفاع التركية تفاصيل العملية", ["turkey"]),
        ("iq", "ناقش البرلمان الشؤون الداخلية العراقية", []),
        ("pk", "هاجم انفصاليون بلوش دورية", ["other-group", "other-state"]),
    ],
)
def test_adjectives_of_blame_and_names_behind_their_nouns(country, body, wanted):
    assert parties(country, body) == wanted


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        ("اندلعت اشتباكات بين قبيلتي آل ناصر وآل غالب", ["tribal-fighters", "tribal-fighters"]),
        ("اشتبكت قبيلة السلمان مع الحوثيين", ["tribal-fighters", "houthis"]),
        ("عقد شيخ قبيلة السلمان لقاء", ["civilians"]),
        ("قتل شاب من قبيلة السلمان", ["civilians"]),
    ],
)
def test_a_tribe_is_known_by_its_name_and_not_by_those_of_it(body, wanted):
    assert parties("ye", body) == wanted


@pytest.mark.parametrize(
    ("country", "body", "party"),
    [
        ("ye", "قصفت المليشيا المدعومة من إيران البلدة", "houthis"),
        ("ye", "دخلت قوات المنطقة العسكرية الأولى البلدة", "yemen-government"),
        ("ye", "قصف العدو السعودي المديرية", "saudi-arabia"),
        ("so", "هاجم مقاتلو الشباب القاعدة", "al-shabaab"),
        ("so", "دخلت قوات جوبالاند البلدة", "other-state"),
        ("et", "دخلت ميليشيا فانو البلدة", "other-group"),
    ],
)
def test_forces_of_the_gulf_and_the_horn(country, body, party):
    assert party in parties(country, body)


def test_the_fighters_of_who_goes_on_speaking_are_the_speakers() -> None:
    body = "قالت كتائب القسام إن قوة إسرائيلية وقعت في كمين. وأوضحت أن مقاتليها انسحبوا بسلام."
    assert actors("ps", body)[-1].party == "hamas"

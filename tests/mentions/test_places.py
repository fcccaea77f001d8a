"""Places in sentences: names without clitics and nouns, relations, pairs, containers."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tawatur.lexicon import Knowledge, load_knowledge
from tawatur.mentions.places import find_places
from tawatur.model.mentions import Place
from tawatur.text import read_text


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load_knowledge()


def places_in(body: str, knowledge: Knowledge, title: str | None = None) -> tuple[Place, ...]:
    text = read_text(body)
    return find_places(text, knowledge.matcher.hits(text), knowledge, title=title)


KNOWLEDGE = load_knowledge()

SENTENCES = [
    ("انفجرت عبوة ناسفة بآلية عسكرية غرب مدينة السخنة", [("السخنة", "west_of")]),
    ("قتل جنديان في ريف دير الزور الشرقي", [("ريف دير الزور الشرقي", "at")]),
    ("قصفت المدفعية مواقع بالقرب من بلدة الشحيل", [("الشحيل", "near")]),
    ("انفجر لغم بين بلدتي الشولا وكباجب", [("الشولا", "between"), ("كباجب", "between")]),
    ("انفجرت سيارة في العاصمة الصومالية مقديشو", [("مقديشو", "at")]),
    ("هجوم على طريق دير الزور - الميادين", [("دير الزور", "road"), ("الميادين", "road")]),
    ("اقتحام بلدة يعبد جنوب غرب جنين", [("يعبد", "at"), ("جنين", "southwest_of")]),
    ("اقتحمت القوات مخيم جنين فجرا", [("مخيم جنين", "at")]),
    ("أصيب شاب في منطقة الخاصرة في بلدة يعبد", [("يعبد", "at")]),
    ("غارة على أطراف بلدة كفرشوبا", [("كفرشوبا", "outskirts")]),
    ("هجوم على بلدة تيرا-أغال ليلا", [("تيرا-أغال", "at")]),
    ("هجوم على قرية /كومبا/ صباحا", [("كومبا", "at")]),
    ("هجوم قرب كومبا الواقعة على الحدود", [("كومبا", "near")]),
    ("قتل جنديان في أقصى جنوب ليبيا", [("جنوب ليبيا", "at")]),
    ("سقط قتلى في شمال العراق", [("شمال العراق", "at")]),
    ("قتل مدني بقصف مدفعي لقوات النظام في دركوش", [("دركوش", "at")]),
    ("انفجر لغم في كفر شلحا صباحا", [("كفر شلحا", "at")]),
    ("انفجر لغم قرب خربة دغشان", [("خربة دغشان", "near")]),
    ("أصيب جندي في اشتباك قرب شلبوتو، ونقل إلى المستشفى", [("شلبوتو", "near")]),
    ("قصفت طائرة تجمعا في محيط دنقولا بإقليم غدامو", [("دنقولا", "near"), ("غدامو", "at")]),
    ("قتل شابان في هجوم على حاجز قرب معدان في ريف الرقة", [("معدان", "near"), ("ريف الرقة", "at")]),
    ("قتل متطوعان بعبوة في تنبوكارا.", [("تنبوكارا", "at")]),
    ("قتل مسلح قرب بلدية تقلوسة بولاية جيجل", [("تقلوسة", "near"), ("جيجل", "at")]),
    ("شرعت القوات في تمشيط خربة النوار", [("خربة النوار", "at")]),
    ("قتل رجل في حي هدن بمدينة مقديشو", [("هدن", "at"), ("مقديشو", "at")]),
    ("انفجرت عبوة قرب دوار كاوا وسط المدينة", [("دوار كاوا", "near")]),
    ("قصف على بلدات عيتا الشعب ويارون ورميش", [("عيتا الشعب", "at"), ("يارون", "at"), ("رميش", "at")]),
    (
        "اشتباكات بين منطقتي (المهدية) و(الماسورة) في رفح",
        [("المهدية", "between"), ("الماسورة", "between"), ("رفح", "at")],
    ),
    ("استهدف القصف #كفرنبل جنوبي #إدلب", [("كفرنبل", "at"), ("إدلب", "south_of")]),
    ("هجوم بقضاء المقدادية في ديالى", [("المقدادية", "at"), ("ديالى", "at")]),
    ("غارة على محافظة الأنبار العراقية", [("الأنبار", "at")]),
    ("اعتقال شاب في قرية الصويلحات", [("الصويلحات", "at")]),
    ("سقطت قذائف على قرية دير سنبل ليلا", [("دير سنبل", "at")]),
    ("قصف على حي دير بعلبة في حمص", [("دير بعلبة", "at"), ("حمص", "at")]),
    (
        "كمين قرب مفترق النجمة في منطقة معن جنوب خان يونس",
        [("مفترق النجمة", "near"), ("معن", "at"), ("خان يونس", "south_of")],
    ),
    ("اشتباك في منطقة قيزان الورد شمال رفح", [("قيزان الورد", "at"), ("رفح", "north_of")]),
    (
        "إطلاق نار بين بلدتي المسيفرة وجبيب شرقي درعا",
        [("المسيفرة", "between"), ("جبيب", "between"), ("درعا", "east_of")],
    ),
    ("هدوء في دير الزور. وأشار البيان إلى الحادثة", [("دير الزور", "at")]),
    ("دورية في منطقة حدودية شمال درعا", [("درعا", "north_of")]),
    ("توقيف رجل في محلة عرمون في صيدا", [("عرمون", "at"), ("صيدا", "at")]),
    ("انفجار في منطقة هور عطيش جنوب بغداد", [("هور عطيش", "at"), ("بغداد", "south_of")]),
    ("انفجرت سيارة في منطقة حي النجارين، مما أدى إلى أضرار", [("النجارين", "at")]),
    ("انفجار في منطقة شلعاطة قرب قضاء خانقين", [("شلعاطة", "at"), ("خانقين", "near")]),
    ("غارة على منطقة أزغر وعدد من الغارات على جبل مرشد", [("أزغر", "at"), ("جبل مرشد", "at")]),
    ("لغم في منطقة شاسعة قرب قضاء خانقين", [("خانقين", "near")]),
    ("سقطت قذيفة على قرية سليم الحمداوي جنوب بعقوبة", [("سليم الحمداوي", "at"), ("بعقوبة", "south_of")]),
    ("قصفت منزلها في قرية الصيحة التابعة لمديرية حيفان", [("الصيحة", "at"), ("حيفان", "at")]),
    ("مواجهات في حي السلام، في شرق الموصل", [("السلام", "at"), ("الموصل", "east_of")]),
    ("معارك في جبهات الزعرور ومدغل وصرواح", [("الزعرور", "at"), ("مدغل", "at"), ("صرواح", "at")]),
    ("هجوم على قرى (شعوبة، العطيشات، تل زمل)", [("شعوبة", "at"), ("العطيشات", "at"), ("تل زمل", "at")]),
    ("قتل جنديان في زرقوبا شمال حلب", [("زرقوبا", "at"), ("حلب", "north_of")]),
    ("قصف على مواقع في السليهمات بمحافظة لحج", [("السليهمات", "at"), ("لحج", "at")]),
    ("قتل شاب في ظروف غامضة شمال بغداد", [("بغداد", "north_of")]),
    ("غارة على سيارة على طريق عين الزيتونة - زبقون", [("عين الزيتونة", "road"), ("زبقون", "road")]),
    ("قتل نازح في رهد زرقون التي تبعد عن المدينة", [("رهد زرقون", "at")]),
    ("صدر في تعميم اليوم عن إصابات", []),
    ("سمع إطلاق نار وفق مصادر محلية بسماع الأهالي", []),
    ("غارة على منطقة مشعبة بمديرية رازح", [("مشعبة", "at"), ("رازح", "at")]),
    ("لغم في منطقة مزدحمة بمديرية رازح", [("رازح", "at")]),
    ("كمين لدورية في منطقة كوم جنوب غرب مدينة السخنة", [("كوم", "at"), ("السخنة", "southwest_of")]),
    ("لغم في منطقة المخابز بمدينة دير الزور", [("المخابز", "at"), ("دير الزور", "at")]),
    ("هجوم على قرية كوك سلي، مما أسفر عن قتيل", [("كوك سلي", "at")]),
    (
        "تقدم في منطقة “ملزام ياس” و”سائلة المحجرة” في الجوف",
        [("ملزام ياس", "at"), ("سائلة المحجرة", "at"), ("الجوف", "at")],
    ),
    (
        "كمين بين بلدتي الشجرة وصحم الوادي غربي درعا",
        [("الشجرة", "between"), ("صحم الوادي", "between"), ("درعا", "west_of")],
    ),
    ("غارة على سيارة في الشعنية قضاء صور", [("الشعنية", "at"), ("صور", "at")]),
    (
        "قصف على أريحا-بلسون-مرعوان-كفريا-سراقب",
        [("أريحا", "at"), ("بلسون", "at"), ("مرعوان", "at"), ("كفريا", "at"), ("سراقب", "at")],
    ),
    ("استهدفنا تجمعا في محيط موقع المرج بالصواريخ", [("موقع المرج", "near")]),
    ("قصف على أحياء البريد والحواتين والضباب", [("البريد", "at"), ("الحواتين", "at"), ("الضباب", "at")]),
    (
        "هجوم على قرى (فوري والأريت واللوليب) صباحا",
        [("فوري", "at"), ("الأريت", "at"), ("اللوليب", "at")],
    ),
    ("تقدموا في تلال “الهوال” و”وادي الثوم” صباحا", [("تلال “الهوال", "at"), ("وادي الثوم", "at")]),
    ("نزحوا من منطقتي كازقول وعلوبا إلى مدينة الأبيض", [("كازقول", "at"), ("علوبا", "at"), ("الأبيض", "at")]),
    ("اشتباك في بلدة تقسيس المحاصرة", [("تقسيس", "at")]),
    ("وقع الكمين في منطقة طازول الجبلية صباحا", [("طازول", "at")]),
    ("هجوم على شرطة في منطقة سد الحجر صباحا", [("سد الحجر", "at")]),
    ("هجوم على كمين المواسير جنوب رفح", [("كمين المواسير", "at"), ("رفح", "south_of")]),
    ("سقطت قذيفة بجوار كمين سيدود العسكري فجرا", [("كمين سيدود", "near")]),
    ("دهم منزلا في منطقة حالات – جبيل وأوقف رجلا", [("حالات", "at"), ("جبيل", "at")]),
    ("انفجار في حي المساكن بمدينة حلب", [("المساكن", "at"), ("حلب", "at")]),
    ("قصف معسكر الشرطة العسكرية في ذمار", [("معسكر الشرطة العسكرية", "at"), ("ذمار", "at")]),
    ("غارة على معسكر اللواء 63 مشاة قرب تعز", [("معسكر اللواء 63", "at"), ("تعز", "near")]),
    ("انفجرت عبوة في قطاع 31 بمدينة الصدر", [("قطاع 31", "at"), ("الصدر", "at")]),
    ("إطلاق نار في حي 9 نيسان بمدينة البصرة", [("9 نيسان", "at"), ("البصرة", "at")]),
    ("هاجموا سيارة في شارع 20 بمدينة تعز", [("شارع 20", "at"), ("تعز", "at")]),
    ("قتلوا في شارع 3 مدنيين", []),
    ("هجوم على فندق الجوسقي في مقديشو", [("فندق الجوسقي", "at"), ("مقديشو", "at")]),
    ("عثروا على الجثث في مقبرة جماعية", []),
    ("هجوم على محطة الكهرباء في تعز", [("تعز", "at")]),
    ("قتل ضابط ودفن في مسقط رأسه", []),
    ("انتشلوا الجثث في منطقتي الساعة والفاروق أمس", [("الساعة", "at"), ("الفاروق", "at")]),
    ("سيطروا على قريتي بهوجي وتل عدسان واقتحموا حاجزا", [("بهوجي", "at"), ("تل عدسان", "at")]),
    ("قصفت مدن كفرزيتا والصياد ولطمين", [("كفرزيتا", "at"), ("الصياد", "at"), ("لطمين", "at")]),
    ("قذائف على قرية الصقيرة والصفيرية في المساء", [("الصقيرة", "at"), ("الصفيرية", "at")]),
    ("تقدموا في حي “النعاجين” و”المنشار” صباحا", [("النعاجين", "at"), ("المنشار", "at")]),
    ("انفجار قرب مسجد عمر بن الخطاب شرق حيس", [("مسجد عمر بن الخطاب", "near"), ("حيس", "east_of")]),
    ("صلوا في مسجد صغير شرق حيس", [("حيس", "east_of")]),
    ("هجوم على مركز شرطة بيزولا في منطقة موبتي", [("بيزولا", "at"), ("موبتي", "at")]),
    ("اشتباك في قرية قاري تبه جنوب غربي كركوك", [("قاري تبه", "at"), ("كركوك", "southwest_of")]),
    ("هجوم في منطقة كرري والقبض على ثلاثة", [("كرري", "at")]),
    ("قصفوا سوقا في منطقة كرري، وأشار إلى أن العدد كبير", [("كرري", "at")]),
    ("احتلوا قاعدة بوسالي في منطقة موبتي", [("قاعدة بوسالي", "at"), ("موبتي", "at")]),
    ("هاجموا قاعدة عسكرية في منطقة موبتي", [("موبتي", "at")]),
    ("انفجار في السوق العربي وسط بغداد", [("السوق العربي", "at"), ("بغداد", "at")]),
    ("قتيل على طريق فرعي بين الكسوة والزريقونة صباحا", [("الكسوة", "between"), ("الزريقونة", "between")]),
    ("هجمات قرب باندياغورا في منطقة موبتي", [("باندياغورا", "near"), ("موبتي", "at")]),
    ("أصيب بجروح بالغة، في ريف حلب الغربي", [("ريف حلب الغربي", "at")]),
    ("غارات على مديريات حيدان وشذوى ورازح", [("حيدان", "at"), ("شذوى", "at"), ("رازح", "at")]),
]


@pytest.mark.parametrize(("body", "wanted"), SENTENCES, ids=[body for body, _ in SENTENCES])
def test_names_and_relations(body: str, wanted: list[tuple[str, str]], knowledge: Knowledge) -> None:
    found = places_in(body, knowledge)
    assert [(place.name, place.relation) for place in found] == wanted
    assert all(place.span.of(body) == place.name for place in found)


NOT_PLACES = [
    "نشرت القناة بيانا في تلغرام، وقالت إن القصف توقف",
    "أصيب جندي برصاصة في كتفه، ونقل إلى المستشفى",
    "انفجرت عبوة قرب مضخة، ولم يصب أحد",
    "عالجت الطواقم الجرحى في مستشفى ميداني",
    "قال مراسل الجزيرة إن المعركة انتهت",
    "ذكرت روسيا اليوم أن الهدنة صامدة",
    "اعتقلت الشرطة الشاب أحمد علي صالح",
    "قال وزير الدفاع إن قوات سوريا الديمقراطية تقدمت",
    "هزم المنتخب خصمه في الشوط الثاني",
    "نشرت وكالة أنباء صورا من المعركة",
    "تحدث أبو بكر البغدادي في تسجيل صوتي",
    "انتهى الأمر بعد أن قال كلمته",
    "قال موقع المرج إن الأسعار ارتفعت",
    "اشتباك في منطقة الاشتباك فجرا",
    "في مقهى جنوب المدينة وجدوا الرجل",
    "اشتبكوا في مدينتين كبيرتين أمس",
    "وقع الجنود في كمين محكم",
]


@pytest.mark.parametrize("body", NOT_PLACES)
def test_what_is_no_place(body: str, knowledge: Knowledge) -> None:
    assert places_in(body, knowledge) == ()


def test_a_place_of_a_body_only_qualifies(knowledge: Knowledge) -> None:
    (place,) = places_in("قال محافظ ديار بكر إن الحصيلة ارتفعت", knowledge)
    assert place.qualifies


@pytest.mark.parametrize(
    ("body", "id"),
    [
        ("هجوم في رفح بمحافظة شمال سيناء", "eg.t-rafah-egypt"),
        ("قصف على مدينة طرابلس في ليبيا", "ly.tripoli-city"),
        ("هجوم في قضاء القائم بمحافظة الأنبار", "iq.anbar.ka-im"),
        ("غارات على قاعدة العند في لحج", "ye.s-anad-airbase"),
        ("قصف على ولاية جنوب دارفور", "sd.south-darfur"),
    ],
)
def test_the_place_meant(body: str, id: str, knowledge: Knowledge) -> None:
    place = places_in(body, knowledge)[0]
    assert place.place_id == id
    assert place.reason.endswith(".")


def test_the_containers_named_decide(knowledge: Knowledge) -> None:
    gaza = places_in("غارة على مدينة رفح في قطاع غزة", knowledge)[0]
    sinai = places_in("هجوم في مدينة رفح في شمال سيناء", knowledge)[0]
    assert (gaza.country, sinai.country) == ("ps", "eg")


def test_an_unknown_village_has_a_name_but_no_coordinates(knowledge: Knowledge) -> None:
    (place,) = places_in("اعتقال شاب في قرية الصويلحات", knowledge)
    assert (place.name, place.lat, place.level) == ("الصويلحات", None, "village")


def test_a_country_that_nothing_points_to(knowledge: Knowledge) -> None:
    body = "أوقف الجيش اللبناني في طرابلس شخصا وفي {} آخر"
    far = places_in(body.format("عنابة") + " شمال لبنان", knowledge)
    assert far[0].country == "lb"
    stray = places_in("قصفت قوات النظام السوري حلب وإدلب وقتل مدني في بلدة زويلة", knowledge)[-1]
    assert (stray.name, stray.place_id) == ("زويلة", None)
    assert "country ly" in stray.reason


def test_a_quarter_of_another_country_is_not_meant(knowledge: Knowledge) -> None:
    place = places_in("قصف على سوق منطقة الصافية في ولاية شمال كردفان بالسودان", knowledge)[0]
    assert (place.name, place.place_id) == ("الصافية", None)


def test_a_large_district_of_another_country_is_not_meant(knowledge: Knowledge) -> None:
    found = places_in("قصف على قرى كفرزيتا والعمرانية وتل هواش في سوريا", knowledge)
    assert [(place.name, place.country) for place in found][1] == ("العمرانية", None)


def test_a_word_that_only_far_places_bear_is_no_place(knowledge: Knowledge) -> None:
    names = [place.name for place in places_in("أصابت الصواريخ أهدافها في دمشق بدقة عالية", knowledge)]
    assert names == ["دمشق"]


def test_the_country_of_an_adjective_helps(knowledge: Knowledge) -> None:
    (place,) = places_in("قصف الجيش الليبي مواقع في طرابلس", knowledge)
    assert place.country == "ly"


def test_a_small_place_far_from_its_neighbours_has_no_coordinates(knowledge: Knowledge) -> None:
    far = places_in("قتل مدنيان في قصف على حي العبور في مدينة العريش بشمال سيناء", knowledge)[0]
    assert (far.name, far.place_id) == ("العبور", None)
    assert "lies far" in far.reason


def test_a_square_named_after_a_town_lies_elsewhere(knowledge: Knowledge) -> None:
    square = places_in("انفجار في ساحة بصرى بمدينة درعا", knowledge)[0]
    assert (square.name, square.place_id) == ("ساحة بصرى", None)


def test_a_relation_widens_the_radius(knowledge: Knowledge) -> None:
    at, west = (places_in(f"هجوم {where} السخنة", knowledge)[0] for where in ("في مدينة", "غرب مدينة"))
    assert at.radius is not None
    assert west.radius is not None
    assert at.radius < west.radius


def test_two_ends_are_a_pair(knowledge: Knowledge) -> None:
    body = "انفجر لغم بين بلدتي الشولا وكباجب"
    one, two = places_in(body, knowledge)
    assert (one.pair, two.pair) == (two.span, one.span)


def test_the_country_is_the_one_most_named(knowledge: Knowledge) -> None:
    found = places_in("انفجار في كركوك وهجوم في الموصل شمالي العراق. وقتل ثلاثة في جنوب البلاد", knowledge)
    assert (found[-1].name, found[-1].country) == ("جنوب البلاد", "iq")


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=80))
def test_any_text_is_read(body: str) -> None:
    for place in places_in(body, KNOWLEDGE):
        assert place.whole.covers(place.span)


def test_a_local_outlet_tells_the_country(knowledge: Knowledge) -> None:
    text = read_text("توقيف ثلاثة أشخاص في طرابلس")
    hits = knowledge.matcher.hits(text)
    assert [p.country for p in find_places(text, hits, knowledge, outlet="النشرة")] == ["lb"]
    assert [p.country for p in find_places(text, hits, knowledge, outlet="بوابة الوسط")] == ["ly"]
    titled = find_places(text, hits, knowledge, title="توقيفات في طرابلس", outlet="النشرة")
    assert [p.country for p in titled] == ["lb"]


@pytest.mark.parametrize(
    ("body", "qualifies"),
    [
        ("هاجم مسلحون نقطة للجيش بمدينة بعقوبة", False),
        ("قتل قائد شرطة بعقوبة", True),
        ("اغتيل معتمد محلية الردوم", True),
    ],
)
def test_a_place_with_its_own_preposition_is_where(body: str, qualifies: bool, knowledge: Knowledge) -> None:
    assert [place.qualifies for place in places_in(body, knowledge)] == [qualifies]

"""Every view in both languages, its data, and what a person does in it."""

import csv
import io
import json
import re
from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
import yaml
from msgspec.structs import replace
from starlette.testclient import TestClient
from tests.desk.asking import PAGES, first_event, send

from tawatur.archive import Archive
from tawatur.desk.app import make_app
from tawatur.desk.serving import make_desk
from tawatur.desk.setting import Desk
from tawatur.desk.tongue import FOLDER, LANGUAGES, Tongue
from tawatur.desk.views.review import KEYS
from tawatur.fusion.event import Figure
from tawatur.lexicon import Knowledge
from tawatur.model.article import Article
from tawatur.reading import read

REPORT = (
    "قُتل ثلاثة جنود وأصيب خمسة آخرون بانفجار عبوة ناسفة قرب مدينة تدمر أمس، بحسب المرصد السوري لحقوق الإنسان."
)


def words(language: str) -> dict[str, str]:
    loaded: dict[str, str] = yaml.safe_load((FOLDER / f"{language}.yml").read_text("utf-8"))
    return loaded


def test_both_languages_have_the_same_keys_and_values_in_them() -> None:
    ar, en = words("ar"), words("en")
    assert ar.keys() == en.keys()
    for key in ar:
        assert {part.split("}")[0] for part in ar[key].split("{")[1:]} == {
            part.split("}")[0] for part in en[key].split("{")[1:]
        }, key


def test_every_type_and_party_has_a_name_in_both_languages(knowledge: Knowledge) -> None:
    for language in LANGUAGES:
        told = words(language)
        assert not [id for id in knowledge.events if f"type.{id}" not in told]
        assert not [id for id in knowledge.actors if f"party.{id}" not in told]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("page", PAGES)
def test_every_page_speaks_the_language(client: TestClient, page: str, language: str) -> None:
    answer = client.get(page, params={"lang": language} if "?" not in page else None)
    assert answer.status_code == 200
    if "?" not in page:
        assert f'lang="{language}" dir="{"rtl" if language == "ar" else "ltr"}"' in answer.text
    missing = [key for key in words("en") if "." in key and f">{key}<" in answer.text]
    assert not missing


def test_the_choice_of_language_is_remembered(client: TestClient) -> None:
    client.get("/events?lang=en")
    assert 'lang="en"' in client.get("/review").text


def test_digits_are_the_readers_choice(client: TestClient) -> None:
    assert "٢٠٢" in client.get("/events?lang=ar&digits=eastern").text
    assert "٢٠٢" not in client.get("/events?lang=ar&digits=latin").text


@pytest.mark.parametrize(
    "query", ["", "?type=ied", "?standing=contested", "?since=2021-01-01", "?text=قصف", "?placed=no"]
)
def test_the_same_address_gives_page_and_data(client: TestClient, query: str) -> None:
    events = client.get(f"/events.json{query}").json()
    rows = list(csv.DictReader(io.StringIO(client.get(f"/events.csv{query}").text)))
    features = client.get(f"/events.geojson{query}").json()["features"]
    page = client.get(f"/events{query}").text
    assert [row["id"] for row in rows] == [event["id"] for event in events] == [one["id"] for one in features]
    for event in events[:50]:
        assert f'data-event="{event["id"]}"' in page


def test_filters_narrow(client: TestClient) -> None:
    everything = client.get("/events.json").json()
    bombs = client.get("/events.json?type=ied").json()
    assert 0 < len(bombs) < len(everything)
    assert {event["type"] for event in bombs} == {"ied"}


@pytest.mark.parametrize("query", ["since=yesterday", "killed=many", "killed=-1", "box=1,2", "page=x"])
def test_a_filter_that_cannot_be_is_told_clearly(client: TestClient, query: str) -> None:
    answer = client.get(f"/events?{query}")
    assert answer.status_code == 400
    assert query.split("=")[1].split(",")[0] in answer.text


def test_undated_and_unplaced_events_have_their_trays(client: TestClient) -> None:
    for tray, key in (("dated=no", "dated"), ("placed=no", "place")):
        for event in client.get(f"/events.json?{tray}").json():
            assert not event[key] or (key == "place" and event["place"]["lat"] is None)


def test_an_event_has_its_page_and_data(client: TestClient) -> None:
    for event in client.get("/events.json").json():
        assert client.get(f"/events/{event['id']}").status_code == 200
        assert json.loads(client.get(f"/events/{event['id']}.json").text)["id"] == event["id"]
    assert client.get("/events/e000000000000").status_code == 404
    assert client.get(f"/events/{event['id']}.exe").status_code == 404


def test_accepting_marks_the_event_as_a_persons(client: TestClient, archive: Archive) -> None:
    event = first_event(client)
    assert "✓ <bdi>سلمى</bdi>" not in client.get(f"/events/{event}").text
    answer = send(client, f"/events/{event}/decide", what="confirm", who="سلمى", why="قرأتها")
    assert answer.status_code == 303
    assert "✓ <bdi>سلمى</bdi>" in client.get(f"/events/{event}").text
    assert [one["id"] for one in client.get("/events.json?reviewed=yes").json()] == [event]
    assert archive.history(event)[-1].what == "confirm"


def test_a_correction_and_its_undoing(client: TestClient) -> None:
    event = first_event(client, "?type=ied")
    fields = {"what": "correct", "field": "killed", "value": "17", "who": "a", "why": "list"}
    send(client, f"/events/{event}/decide", **fields)
    assert client.get(f"/events/{event}.json").json()["killed"]["best"] == 17
    send(client, f"/events/{event}/decide", what="undo", value="1", who="a", why="slip")
    assert (client.get(f"/events/{event}.json").json()["killed"] or {}).get("best") != 17


CORRECTED: dict[str, tuple[dict[str, str], str]] = {
    "date": ({"value": "2020-02-03/2020-02-05"}, "3–5 February 2020"),
    "place": ({"value": "قرية السلام", "point": "34.5, 38.25"}, "قرية السلام"),
    "killed": ({"value": "4711"}, "4,711"),
    "injured": ({"value": "4712"}, "4,712"),
    "by": ({"value": "Islamic State, Hamas"}, "Hamas"),
    "against": ({"value": "Hezbollah"}, "Hezbollah"),
    "type": ({"value": "abduction"}, "Abduction"),
    "stage": ({"value": "planned"}, "planned"),
    "victims": ({"value": "mixed"}, "civilians and combatants"),
    "weapon": ({"value": "سلاح غريب"}, "سلاح غريب"),
}


@pytest.mark.parametrize("field", CORRECTED)
def test_a_corrected_field_is_shown_everywhere_and_undone(client: TestClient, field: str) -> None:
    event, (told, shown) = first_event(client, "?type=ied"), CORRECTED[field]
    before = client.get(f"/events/{event}.json").json()
    sent = {"what": "correct", "field": field, "who": "Salma", "why": "list", **told}
    assert send(client, f"/events/{event}/decide", **sent).status_code == 303
    for page in (f"/events/{event}?lang=en", f"/review/{event}?lang=en"):
        marked = re.findall(r'<span class="by-person">(.*?)</span>', client.get(page).text, re.DOTALL)
        assert any(shown in one for one in marked), page
    assert client.get(f"/events/{event}.json").json() != before
    send(client, f"/events/{event}/decide", what="undo", value="1", who="Salma", why="slip")
    assert client.get(f"/events/{event}.json").json() == before


def test_a_place_is_corrected_by_its_name_and_its_point(client: TestClient) -> None:
    event = first_event(client, "?type=ied")

    def correct(name: str, point: str) -> dict[str, object]:
        told = {"what": "correct", "field": "place", "value": name, "point": point, "who": "a", "why": "b"}
        assert send(client, f"/events/{event}/decide", **told).status_code == 303
        place: dict[str, object] = client.get(f"/events/{event}.json").json()["place"]
        return place

    named = correct("السلام", "٣٤٫٥، ٣٨٫٢٥")
    assert (named["name"], named["lat"], named["lon"]) == ("السلام", 34.5, 38.25)
    for page in (f"/events/{event}", f"/review/{event}"):
        assert "34.5000, 38.2500" in client.get(page).text
        assert "السلام@" not in client.get(page).text
    assert correct("السلام", "")["lat"] is None


@pytest.mark.parametrize(
    "fields",
    [
        {"field": "killed", "value": "many"},
        {"field": "killed", "value": ""},
        {"field": "no", "value": "1"},
        {"field": "place", "value": "السلام", "point": "north of here"},
        {"field": "place", "value": "السلام", "point": "95, 10"},
        {"field": "place", "value": "", "point": "34, 38"},
    ],
)
def test_a_correction_that_cannot_be_is_told(
    client: TestClient, archive: Archive, fields: dict[str, str]
) -> None:
    event = first_event(client)
    answer = send(client, f"/events/{event}/decide", what="correct", who="a", why="b", **fields)
    assert answer.status_code == 400
    assert archive.size()["decision"] == 0


def test_the_queue_puts_the_contested_first(client: TestClient) -> None:
    events = {event["id"]: event["standing"]["grade"] for event in client.get("/events.json").json()}
    page = client.get("/review").text
    listed = sorted(events, key=page.index)
    grades = [events[id] == "contested" for id in listed]
    assert any(grades)
    assert grades == sorted(grades, reverse=True)


def test_a_reviewed_event_leaves_the_queue(client: TestClient) -> None:
    event = first_event(client, "?standing=contested")
    assert event in client.get("/review").text
    send(client, f"/events/{event}/decide", what="confirm", who="a", why="b")
    assert event not in client.get("/review").text


def test_every_key_is_explained(client: TestClient) -> None:
    page = client.get(f"/review/{first_event(client)}?lang=en").text
    for key, _ in KEYS:
        assert f"<kbd>{key.upper()}</kbd>" in page


def test_pasting_reads_and_keeps_nothing_until_told(client: TestClient, archive: Archive) -> None:
    before = archive.size()["article"]
    answer = send(client, "/paste", text=REPORT, outlet="عنب بلدي", published="2020-05-31")
    assert answer.status_code == 200
    assert "2020" in answer.text
    assert archive.size()["article"] == before
    kept = send(client, "/paste/keep", text=REPORT, outlet="عنب بلدي", published="2020-05-31")
    assert archive.size()["article"] == before + 1
    assert client.get(kept.headers["location"]).status_code == 200


def test_an_empty_paste_is_told(client: TestClient) -> None:
    assert send(client, "/paste", text="  ").status_code == 400


def test_words_picked_in_the_text_give_values(client: TestClient) -> None:
    kept = send(client, "/paste/keep", text=REPORT, published="2020-05-31").headers["location"]

    def pick(words: str, field: str) -> dict[str, str]:
        start = REPORT.index(words)
        query = {"start": start, "end": start + len(words), "field": field}
        told: dict[str, str] = client.get(f"{kept}/pick", params=query).json()
        return told

    assert pick("ثلاثة جنود", "killed")["value"] == "3"
    assert pick("خمسة", "injured")["value"] == "5"
    assert pick("أمس", "date")["value"] == "2020-05-30"
    place = pick("مدينة تدمر", "place")
    assert place["value"] == "تدمر"
    assert place["point"].startswith("34.")


def test_reliability_is_set_by_a_person(client: TestClient) -> None:
    name = client.get("/outlets.json").json()[0]["name"]
    send(client, "/outlets/rate", name=name, grade="B", who="سلمى", why="راجعتها", kind="outlet")
    assert client.get("/outlets.json").json()[0]["reliability"] == "B"
    assert "سلمى" in client.get("/outlets").text


def test_search_marks_the_words_that_it_found(client: TestClient) -> None:
    assert "<mark>" in client.get("/articles?text=قصف").text


def test_divisions_are_a_facet_with_names_and_counts(client: TestClient) -> None:
    offered = re.compile(
        r'name="division" value="sy\.deir-ez-zor"> .*?<bdi>(.*?)</bdi>.*?class="number">(\d+)<'
    )
    for language, name in (("ar", "دير الزور"), ("en", "Deir ez-Zor")):
        found = offered.search(client.get(f"/events?lang={language}").text)
        assert found
        assert found[1] == name
        inside = client.get("/events.json?division=sy.deir-ez-zor").json()
        assert int(found[2]) == len(inside) > 0


def test_a_chosen_division_stays_and_offers_its_districts(client: TestClient) -> None:
    page = client.get("/events?division=ye.marib&lang=en").text
    assert 'name="division" value="ye.marib" checked' in page
    assert 'name="division" value="ye.marib.sirwah">' in page
    assert "sy.deir-ez-zor" not in page
    both = {one["id"] for one in client.get("/events.json?division=ye.marib&division=sy.deir-ez-zor").json()}
    assert both > {one["id"] for one in client.get("/events.json?division=ye.marib").json()}


@pytest.mark.parametrize("told", ["nowhere", "<script>", "'", "x" * 5000])
def test_a_division_that_is_none_gives_nothing(client: TestClient, told: str) -> None:
    assert client.get("/events.json", params={"division": told}).json() == []
    assert "<script>" not in client.get("/events", params={"division": told}).text.partition("</head>")[2]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_party_is_known_by_its_name_again(desk: Desk, language: str) -> None:
    tongue = Tongue(desk.words[language], False)
    ids = [key.removeprefix("party.") for key in words(language) if key.startswith("party.")]
    for first, second in pairwise(ids):
        assert tongue.party_ids(tongue.parties((first, second))) == f"{first},{second}"


def test_parties_are_corrected_by_their_names(client: TestClient) -> None:
    event = first_event(client)
    told = {"field": "by", "value": "تنظيم الدولة الإسلامية، hamas", "who": "a", "why": "b"}
    client.get("/events?lang=ar")
    send(client, f"/events/{event}/decide", what="correct", **told)
    assert client.get(f"/events/{event}.json").json()["by"] == ["hamas", "islamic-state"]


@pytest.mark.parametrize(
    ("query", "told"),
    [("since=يوم", "ليس يوماً"), ("killed=x", "ليس عدداً"), ("box=1,2", "ليس منطقة")],
)
def test_errors_speak_the_language_of_the_page(client: TestClient, query: str, told: str) -> None:
    answer = client.get(f"/events?lang=ar&{query}")
    assert answer.status_code == 400
    assert told in answer.text
    assert "wanted" not in answer.text


def test_a_missing_event_is_told_in_the_language_of_the_page(client: TestClient) -> None:
    assert "لا حدث هنا رقمه \u2068e000000000000\u2069" in client.get("/events/e000000000000?lang=ar").text


def test_counts_known_from_one_side_are_told_once(desk: Desk) -> None:
    tongue = Tongue(desk.words["en"], False)
    figure = Figure(low=12, best=12, high=None, rule="", given=())
    assert tongue.count(figure) == "at least 12"
    assert tongue.count(replace(figure, high=14)) == "12 (12–14)"
    assert tongue.count(replace(figure, low=None, high=12)) == "at most 12"


def test_english_pages_name_places_as_the_gazetteer_does(client: TestClient) -> None:
    page = client.get("/events?lang=en").text
    assert "Jenin" in page
    assert "مخيم جنين" not in page.partition("<table")[2].partition("</table>")[0]


def test_choices_beyond_the_first_are_folded_unless_chosen(client: TestClient) -> None:
    page = client.get("/events?lang=en").text
    folded = page.partition('<details class="rest">')[2].partition("</details>")[0]
    name, value = re.findall(r'name="(\w+)" value="([^"]+)"', folded)[-1]
    assert (
        f'name="{name}" value="{value}" checked'
        in client.get("/events", params={name: value, "lang": "en"}).text
    )


def test_pictures_count_events_inside_each_division(client: TestClient) -> None:
    page = client.get("/pictures?lang=en").text
    inside = client.get("/events.json?division=sy.deir-ez-zor").json()
    assert f'aria-label="Deir ez-Zor: events {len(inside)}, killed' in page
    assert "/events?division=sy.deir-ez-zor" in page
    assert "Deir ez-Zor:" not in client.get("/pictures?lang=en&division=ye.marib").text


def test_signs_without_letters_take_the_direction_of_the_report(client: TestClient) -> None:
    key = send(client, "/paste/keep", text="⚡\n\nقتل جنديان في تدمر أمس.\n\n🔴").headers["location"]
    page = client.get(key).text
    assert '<article class="report" data-report lang="ar" dir="rtl">' in page
    assert re.search(r'<p class="part part-\w+" dir="auto" data-start="3">', page)
    assert not re.search(r'dir="auto" data-start="\d+"[^>]*>\s*[⚡🔴]', page)


@pytest.fixture
def empty(tmp_path: Path, knowledge: Knowledge) -> Iterator[Archive]:
    opened = Archive(str(tmp_path / "empty.sqlite"), {})
    yield opened
    opened.close()


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_empty_archive_says_that_it_is_empty(empty: Archive, knowledge: Knowledge, language: str) -> None:
    client = TestClient(make_app(make_desk(empty, knowledge, "t")), base_url="http://127.0.0.1:8765")
    for page in PAGES:
        answer = client.get(page, params={"lang": language})
        assert answer.status_code == 200
        if page in ("/events", "/outlets", "/pictures"):
            assert words(language)["events.empty"] in answer.text


def test_an_archive_with_one_event_shows_it_everywhere(empty: Archive, knowledge: Knowledge) -> None:
    report = Article(body=REPORT, outlet="عنب بلدي", published=date(2020, 5, 31))
    empty.add([read(report, knowledge)], "t")
    client = TestClient(make_app(make_desk(empty, knowledge, "t")), base_url="http://127.0.0.1:8765")
    event = first_event(client)
    assert len(client.get("/events.json").json()) == 1
    for page in ("/events", "/review", f"/events/{event}", f"/review/{event}", "/brief"):
        assert event in client.get(page).text
    for page in ("/outlets", "/pictures", "/articles"):
        assert words("ar")["events.empty"] not in client.get(page).text

"""Reasons, rules, doubts and history in the page's language: nothing English is left on Arabic pages."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from itertools import product

import pytest
from msgspec.structs import replace
from starlette.testclient import TestClient
from tests.desk.asking import send
from tests.desk.conftest import SAMPLES

from tawatur.archive import Archive
from tawatur.desk.reasons import FORMS, people, recognised
from tawatur.desk.setting import Desk
from tawatur.desk.tongue import LANGUAGES, Tongue
from tawatur.fusion.event import Origin
from tawatur.fusion.features import FEATURES
from tawatur.fusion.figures import Sided, figure, shown
from tawatur.fusion.parties import CLASSES
from tawatur.fusion.standing import standing
from tawatur.fusion.tellings import Telling, Voice, tellings_of
from tawatur.intake import Defaults, articles_from
from tawatur.lexicon import Knowledge
from tawatur.lexicon.gazetteer_rows import LEVELS
from tawatur.model.article import Article
from tawatur.reading import read

LATIN = re.compile(r"[A-Za-z]{2,}")
ID = re.compile(r"\be?[0-9a-f]{12,}(?:\.\w+)?")
NAMES = {"JSON", "CSV", "GEOJSON", "PDF", "LAT", "LON"}
SHOWN = ("title", "aria-label", "placeholder", "data-part", "data-name", "alt")
SILENT = ("script", "style", "code", "kbd")


class Words(HTMLParser):
    """The words that a page shows or tells a screen reader, without ids and what is written in English on purpose."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.silent = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        if not self.silent:
            self.found += [told[name] or "" for name in SHOWN if name in told]
            self.silent = tag if tag in SILENT or told.get("lang") == "en" else ""

    def handle_endtag(self, tag: str) -> None:
        if tag == self.silent:
            self.silent = ""

    def handle_data(self, data: str) -> None:
        if not self.silent:
            self.found.append(data)


def latin_words(page: str) -> set[str]:
    """The words in Latin letters that a page shows."""
    parser = Words()
    parser.feed(page)
    return {word for text in parser.found for word in LATIN.findall(ID.sub("", text))} - NAMES


def told_in(archive: Archive) -> set[str]:
    """The Latin words that the reports themselves hold."""
    parts = (part or "" for one in archive.articles() for part in (one.body, one.title, one.outlet, one.url))
    return {word for part in parts for word in LATIN.findall(part)}


def test_the_finder_of_latin_words_finds_them() -> None:
    page = '<p title="said so">نص <b>one origin</b> <code>actor/name</code> <a lang="en">English</a> JSON'
    assert latin_words(page) == {"said", "so", "one", "origin"}


def test_no_english_is_left_on_the_arabic_pages(client: TestClient, archive: Archive) -> None:
    own = told_in(archive)
    events = [event["id"] for event in client.get("/events.json").json()]
    for field, value in (("killed", "17"), ("date", "2021-06-07"), ("type", "ied"), ("by", "islamic-state")):
        correction = {"what": "correct", "field": field, "value": value, "who": "سلمى", "why": "راجعتها"}
        send(client, f"/events/{events[0]}/decide", **correction)
    send(client, f"/events/{events[0]}/decide", what="overrule", value="contested", who="سلمى", why="راجعتها")
    send(client, f"/events/{events[0]}/decide", what="undo", value="2", who="سلمى", why="راجعتها")
    keys = set(re.findall(r'href="/articles/([0-9a-f]{64})"', client.get("/articles").text))
    pages = [f"/{room}/{id}" for room in ("events", "review") for id in events]
    pages += [f"/articles/{key}" for key in keys]
    pages += ["/events", "/review", "/articles", "/outlets", "/pictures", "/brief", "/paste"]
    assert len(pages) > 50
    for page in pages:
        assert latin_words(client.get(f"{page}?lang=ar").text) - own == set(), page


def tongues(desk: Desk) -> Iterator[Tongue]:
    return (Tongue(desk.words[language], False) for language in LANGUAGES)


def one_telling(knowledge: Knowledge) -> Telling:
    """A telling of a report, to be told by others."""
    report = read(Article(body="قتل ثلاثة مدنيين بقصف على مدينة إدلب أمس.", outlet="ناشر"), knowledge)
    return tellings_of(report, {})[0]


def sided(base: Telling, name: str, party: str | None, stance: str, by: tuple[str, ...]) -> Sided:
    """An origin with one voice, which counts three killed or more."""
    voice = Voice(
        claim="c", chain=(name,), root=name, named=True, stance=stance, quote="", party=party, by=by
    )
    voice = replace(voice, counts={"killed": (3, None)})
    blames = stance in ("accuses", "denies")
    denies = stance == "denies"
    origin = Origin(name=name, party=party, denies=denies, accuses=blames, outlets=(name,), claims=())
    return origin, ((replace(base, id=name, outlet=name, voices=(voice,)), voice),)


def every_standing(base: Telling) -> Iterator[str]:
    """The reasons of all standings and figures that two origins can give together."""
    ours, theirs = frozenset({"israel"}), frozenset({"hamas"})
    ways = [
        (party, stance, by)
        for party in (None, "israel", "hamas")
        for stance in ("reports", "claims", "accuses", "denies")
        for by in ((), ("israel",), ("hamas", "pij"))
    ]
    for first, second in product(ways, [*ways, None]):
        origins = [sided(base, "المرصد السوري", *first)]
        origins += [sided(base, "Al Jazeera, Doha", *second)] if second else []
        yield from standing(origins, ours, theirs).reasons
        if told := figure("killed", origins, ours | theirs):
            yield told.rule


def test_every_reason_of_fusion_has_words(knowledge: Knowledge, desk: Desk) -> None:
    reasons = set(every_standing(one_telling(knowledge)))
    known = {reason: recognised(reason) for reason in reasons}
    assert not [reason for reason, form in known.items() if form is None]
    fusion = list(FORMS)[: list(FORMS).index("only_place")]
    assert {form[0] for form in known.values() if form} == {*fusion} - {"corrected", "overruled"}
    for tongue, reason in product(tongues(desk), reasons):
        said = tongue.reason(reason)
        assert "{" not in said
        assert tongue.language == "en" or LATIN.findall(said) in ([], ["Al", "Jazeera", "Doha"]), said


def test_reasons_keep_names_and_say_counts_and_parties(desk: Desk) -> None:
    arabic, english = tongues(desk)
    assert "5 على الأكثر" in arabic.reason("the only count given: المرصد (up to 5)")
    assert "at least 5" in english.reason("the only count given: SOHR (x) (5+)")
    assert "SOHR (x)" in english.reason("the only count given: SOHR (x) (5+)")
    rivals = arabic.reason("origins name different authors: أ: hamas, pij; ب: israel")
    assert "حركة حماس، حركة الجهاد الإسلامي في فلسطين؛" in rivals
    ruled = arabic.reason("سلمى holds it contested: why not")
    assert "why not" in ruled
    assert "contested" not in ruled
    assert "سوريا" in arabic.reason("Of 3 places: the report is mostly about the country sy.")
    assert arabic.reason("كلام إنسان") == "كلام إنسان"


@pytest.mark.parametrize("count", [(4, 4), (5, None), (None, 6), (4, 6), (0, 3)])
def test_counts_are_read_back_as_they_were_written(count: tuple[int | None, int | None]) -> None:
    assert people(shown(count)) == count


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_that_has_an_id_has_words(knowledge: Knowledge, desk: Desk, language: str) -> None:
    words = desk.words[language].words
    wanted = [f"weapon.{one.id}" for one in knowledge.entries("weapon")]
    wanted += [f"feature.{one.__name__}" for one in FEATURES]
    wanted += [f"level.{level}" for level in LEVELS] + [f"party.{one}" for one in CLASSES]
    wanted += [f"reason.{name}" for name in FORMS]
    assert not [key for key in wanted if key not in words]


def test_every_reason_and_rule_of_reading_has_words(knowledge: Knowledge, desk: Desk) -> None:
    reports = [one for one in articles_from(str(SAMPLES), Defaults()) if isinstance(one, Article)]
    readings = [read(one, knowledge) for one in reports]
    mentions = [
        one
        for reading in readings
        for name in reading.mentions.__struct_fields__
        for one in getattr(reading.mentions, name)
    ]
    reasons = {getattr(one, "reason", "") for one in mentions} - {""}
    reasons |= {doubt.reason for reading in readings for doubt in reading.doubts}
    assert not [reason for reason in reasons if recognised(reason) is None]
    rules = {one.rule for one in mentions} | {
        i.anchor.rule for reading in readings for i in reading.incidents
    }
    for tongue in tongues(desk):
        assert not [rule for rule in rules if tongue.rule(rule) == rule]

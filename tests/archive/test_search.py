"""Search finds words vocalised or not, with particles or without, and shows them in the original text."""

import pytest
from tests.archive.stories import KILLING, told

from tawatur.archive import Archive
from tawatur.archive.filters import Filter
from tawatur.archive.search_words import forms, found_in, wanted


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ("قتل", ["قُتِلَ"]),
        ("قُتل", ["قُتِلَ"]),
        ("قصف", ["القصف"]),
        ("القصف", ["القصف"]),
        ("ادلب", ["إدلب"]),
        ("إدلب", ["إدلب"]),
        ("اعلنت", ["وأعلنت"]),
        ("جراء القصف", ["جرّاء", "القصف"]),
    ],
)
def test_words_are_found_and_highlighted_in_the_original(
    archive: Archive, query: str, shown: list[str]
) -> None:
    archive.add([told()], "r1")
    (found,) = archive.search(query)
    assert [found.article.body[start:end] for start, end in found.spans] == shown
    assert archive.count(Filter(text=query)) == (query != "اعلنت")


@pytest.mark.parametrize("query", ["قتلى", "حلب", "مدني", "قصف حلب"])
def test_other_words_are_not_found(archive: Archive, query: str) -> None:
    archive.add([told()], "r1")
    assert not archive.search(query)
    assert not archive.count(Filter(text=query))


@pytest.mark.parametrize("query", ['"', "' or 1=1 --", "قتل*", "NEAR(", "(", "قتل AND", "a:b", "%", "!|&"])
def test_a_query_is_words_and_never_a_command(archive: Archive, query: str) -> None:
    archive.add([told()], "r1")
    archive.search(query)
    archive.count(Filter(text=query))


def test_spans_point_into_the_original_beside_marks_and_emoji() -> None:
    body = "🚨 عـاجل: \u202bقُـصِـفَت\u202c إدلبُ"
    spans = found_in(body, "ادلب قصفت")
    assert [body[start:end] for start, end in spans] == ["قُـصِـفَت", "إدلبُ"]


def test_no_form_is_shorter_than_three_letters() -> None:
    assert list(forms("والقصف")) == ["والقصف", "القصف", "قصف"]
    assert list(forms("ولد")) == ["ولد"]
    assert wanted("القصف على") == ["قصف", "علي"]


def test_what_stands_only_in_the_body_is_found_by_search(archive: Archive) -> None:
    archive.add([told(KILLING)], "r1")
    assert len(archive.search("الطبية")) == 1

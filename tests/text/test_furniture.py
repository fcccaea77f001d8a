"""Page furniture is told from the report, and every example in furniture.yml does as it says."""

from pathlib import Path

import pytest
import yaml

import tawatur
from tawatur.text.furniture import furniture_of
from tawatur.text.kinds import cut_tail, kinds_of

ENTRIES = yaml.safe_load(
    (Path(tawatur.__file__).parent / "data/languages/ar/furniture.yml").read_text(encoding="utf-8")
)["entries"]
FURNITURE = furniture_of(ENTRIES)
KINDS = {
    "line": "furniture",
    "opener": "furniture",
    "tail": "furniture",
    "rest": "furniture",
    "date": "furniture",
    "link": "furniture",
    "menu": "furniture",
    "list": "furniture",
    "comments": "comment",
    "caption": "caption",
    "credit": "credit",
    "agency": "dateline",
}
REPORT = "قتل جنديان وأصيب ثلاثة آخرون صباح اليوم في انفجار لغم شرق البلدة أثناء دورية راجلة، وفق ما أفاد مصدر طبي."
BEFORE = {"list": (REPORT,)}


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry["id"])
def test_every_example_is_recognised(entry):
    for example in entry["examples"]:
        kinds = kinds_of([*BEFORE.get(entry["value"]["place"], ()), example["text"]], FURNITURE)
        assert kinds[-1] == KINDS[entry["value"]["place"]], example


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry["id"])
def test_no_counter_example_is_recognised(entry):
    for sentence in entry["counter_examples"]:
        assert kinds_of([sentence], FURNITURE) == ("lead",), sentence
        assert cut_tail(sentence, FURNITURE) == len(sentence), sentence


def test_a_caption_repeated_gives_nothing_twice():
    caption = "مقاتلون يفككون ألغاما قرب البلدة - 3 من أيار 2021 (سالم الحاج)"
    kinds = kinds_of(["قتل جنديان في انفجار لغم شرق البلدة.", caption, caption, caption], FURNITURE)
    assert kinds == ("lead", "caption", "furniture", "furniture")


def test_a_page_is_told_apart_from_top_to_bottom():
    page = [
        "• 2021/05/03",
        "درعا - وكالات",
        "قتل جنديان في انفجار لغم شرق البلدة، وفق ما أفاد مصدر طبي.",
        "وقال المصدر إن ثلاثة آخرين أصيبوا.",
        "مقالات متعلقة",
        "هدوء في الريف الشرقي",
        "أضف تعليقا",
        "قتل جاري في هذا الانفجار رحمه الله",
    ]
    kinds = kinds_of(page, FURNITURE)
    assert kinds == ("furniture", "dateline", "lead", "body", "furniture", "furniture", "comment", "comment")


TAILS = ["رابط الخبر بصحيفة المدينة: قصف", "سمات قصف لغم البادية", "// انتهى //"]


@pytest.mark.parametrize("tail", TAILS)
def test_a_tail_is_cut_at_the_end_of_a_paragraph(tail):
    report = "قتل جنديان في انفجار لغم شرق البلدة. "
    cut = cut_tail(report + tail, FURNITURE)
    assert cut in (len(report), len(report) + 3)


def test_an_end_inside_a_sentence_is_no_tail():
    report = "قتل جنديان في هجوم انتهى بانسحاب المسلحين."
    assert cut_tail(report, FURNITURE) == len(report)


def test_headlines_below_the_report_are_no_part_of_it():
    page = ["الأكثر قراءة", "انفجار لغم شرق البلدة", REPORT, "الأكثر قراءة", "قصف على القرية الغربية"]
    assert kinds_of(page, FURNITURE) == ("furniture", "lead", "body", "furniture", "furniture")

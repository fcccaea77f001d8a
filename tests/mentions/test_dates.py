"""Every phrase of the suite is read right; every day reads back in every month tradition."""

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml
from hijridate import Gregorian
from hypothesis import given
from hypothesis import strategies as st

from tawatur.lexicon import load_knowledge
from tawatur.mentions.dates import find_dates
from tawatur.mentions.numbers import find_numbers
from tawatur.model.mentions import Date
from tawatur.text import read_text

SUITE = yaml.safe_load((Path(__file__).parent / "date_suite.yml").read_text(encoding="utf-8"))
TRADITIONS = {
    "levant": "كانون الثاني,شباط,آذار,نيسان,أيار,حزيران,تموز,آب,أيلول,تشرين الأول,تشرين الثاني,كانون الأول",
    "gulf": "يناير,فبراير,مارس,أبريل,مايو,يونيو,يوليو,أغسطس,سبتمبر,أكتوبر,نوفمبر,ديسمبر",
    "egypt": "يناير,فبراير,مارس,إبريل,مايو,يونيه,يوليه,أغسطس,سبتمبر,أكتوبر,نوفمبر,ديسمبر",
    "tunisia": "جانفي,فيفري,مارس,أفريل,ماي,جوان,جويلية,أوت,سبتمبر,أكتوبر,نوفمبر,ديسمبر",
    "morocco": "يناير,فبراير,مارس,أبريل,ماي,يونيو,يوليوز,غشت,شتنبر,أكتوبر,نونبر,دجنبر",
}
HIJRI = "محرم,صفر,ربيع الأول,ربيع الآخر,جمادى الأولى,جمادى الآخرة,رجب,شعبان,رمضان,شوال,ذو القعدة,ذو الحجة"
DAYS = [date(2010, 1, 1) + timedelta(days=n) for n in range((date(2027, 1, 1) - date(2010, 1, 1)).days)]


KNOWLEDGE = load_knowledge()


def dates_in(body: str, published: date | None) -> tuple[Date, ...]:
    text = read_text(body)
    hits = KNOWLEDGE.matcher.hits(text)
    return find_dates(text, hits, find_numbers(text, hits), published)


@pytest.mark.parametrize("case", SUITE["right"], ids=lambda case: case["date"])
def test_a_phrase_of_the_suite_is_read_right(case: dict[str, Any]) -> None:
    found = dates_in(case["text"], SUITE["published"])
    read = [(d.span.of(case["text"]), d.earliest, d.latest, d.part) for d in found]
    assert (case["date"], case["from"], case["to"], case.get("part")) in read


@pytest.mark.parametrize("body", SUITE["no_date"])
def test_names_that_hold_a_date_are_none(body: str) -> None:
    assert dates_in(body, SUITE["published"]) == ()


def test_days_before_what_follows_are_not_days_ago() -> None:
    body = "شنت المقاتلات غارات على صنعاء قبل أيام من انتهاء الهدنة"
    assert dates_in(body, date(2020, 5, 31)) == ()


def test_the_suite_is_large_enough() -> None:
    assert len(SUITE["right"]) >= 80


@pytest.mark.parametrize("tradition", TRADITIONS)
def test_every_day_reads_back_with_its_year(tradition: str) -> None:
    names = TRADITIONS[tradition].split(",")
    body = "\n".join(f"في {d.day} {names[d.month - 1]} {d.year}" for d in DAYS)
    assert [(d.earliest, d.latest) for d in dates_in(body, None)] == [(d, d) for d in DAYS]


@pytest.mark.parametrize("tradition", TRADITIONS)
def test_every_day_reads_back_without_its_year(tradition: str) -> None:
    names = TRADITIONS[tradition].split(",")
    year = [d for d in DAYS if d.year == 2019]
    body = "\n".join(f"في {d.day} من {names[d.month - 1]}" for d in year)
    assert [d.earliest for d in dates_in(body, date(2019, 12, 31))] == year


def test_every_hijri_day_reads_back() -> None:
    names = HIJRI.split(",")
    hijri = [Gregorian.fromdate(d).to_hijri() for d in DAYS]
    body = "\n".join(f"في {h.day} {names[h.month - 1]} {h.year} هـ" for h in hijri)
    assert [d.earliest for d in dates_in(body, None)] == DAYS


def test_numeric_days_read_back() -> None:
    year = [d for d in DAYS if d.year == 2016]
    body = "\n".join(f"بتاريخ {d.day}/{d.month}/{d.year}\nو{d.isoformat()}" for d in year)
    assert [d.earliest for d in dates_in(body, None)] == [d for d in year for _ in range(2)]


def test_without_publication_relative_days_stay_unresolved() -> None:
    body = "قتل جندي أمس في حمص، وقتل آخر الجمعة، وثالث في 5 أيار 2020"
    found = [(d.earliest, d.latest) for d in dates_in(body, None)]
    assert found == [(None, None), (None, None), (date(2020, 5, 5), date(2020, 5, 5))]


@given(st.dates(date(2011, 1, 1), date(2026, 12, 31)))
def test_a_weekday_is_the_latest_on_or_before_publication(published: date) -> None:
    names = ["الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد"]
    found = dates_in("\n".join(names), published)
    assert [d.earliest.weekday() for d in found if d.earliest] == list(range(7))
    assert all(d.earliest and timedelta(0) <= published - d.earliest < timedelta(7) for d in found)


@given(
    st.text(alphabet="0123456789/-. من إلى أيار الأحد أمس مساء منذ حتى شهر عام الماضي هـ\n،(", max_size=80)
)
def test_no_text_makes_the_finder_raise_or_misplace_a_span(body: str) -> None:
    found = dates_in(body, date(2020, 5, 31))
    assert all(0 <= d.span.start < d.span.end <= len(body) for d in found)
    assert all((d.earliest is None) == (d.latest is None) for d in found)
    assert all(d.earliest <= d.latest for d in found if d.earliest and d.latest)

"""Days of the two calendars."""

from datetime import date

import msgspec

from tawatur.mentions.date_calendars import day_of


def test_a_hijri_day_is_a_plain_date_that_can_be_written_down():
    found = day_of("hijri", 1444, 10, 3)
    assert type(found) is date
    assert msgspec.json.encode(found) == b'"2023-04-23"'


def test_a_day_that_no_calendar_has_is_none():
    assert day_of("hijri", 1444, 10, 31) is None
    assert day_of("gregorian", 2023, 2, 30) is None

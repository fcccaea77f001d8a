"""Marks and presentation forms go, and every character knows where it stood."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from tawatur.text.marks import unmarked


def test_marks_go_and_forms_become_letters() -> None:
    plain, places = unmarked("قُتِ\u200fل ﻗﺘﻞ")
    assert plain == "قتل قتل"
    assert list(places) == [0, 2, 5, 6, 7, 8, 9, 10]


@given(st.text())
def test_every_kept_character_stood_where_it_says(body: str) -> None:
    plain, places = unmarked(body)
    assert len(places) == len(plain) + 1
    assert places[-1] == len(body)
    for char, place in zip(plain, places, strict=False):
        assert char == body[place] or char in unicodedata.normalize("NFKC", body[place])

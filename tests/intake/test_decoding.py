"""Every encoding that Arabic files come in reads back; binary data is refused."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawatur.intake.decoding import decode
from tawatur.model.errors import InputError

REPORT = (
    "قالت مصادر محلية إن القصف أصاب منازل في البلدة، وإن النيران اندلعت في السوق.\nولم ترد أنباء عن ضحايا."
)
ENCODINGS = ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1256", "iso8859-6"]


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_arabic_reads_back(encoding: str) -> None:
    assert decode(REPORT.encode(encoding)) == REPORT


def test_a_few_broken_bytes_do_not_make_it_another_encoding() -> None:
    assert decode(REPORT.encode()[:-1]).startswith(REPORT[:-1])


def test_western_text_is_not_taken_for_arabic() -> None:
    assert (
        decode("Le général a été blessé à l'épaule".encode("cp1252")) == "Le général a été blessé à l'épaule"
    )


def test_line_ends_become_one() -> None:
    assert decode(b"a\r\nb\rc") == "a\nb\nc"


@pytest.mark.parametrize(
    "raw",
    [
        bytes(range(256)) * 20,
        b"\x7fELF\x02\x01\x01" + b"\x00" * 500,
        b"\x89PNG\r\n\x1a\n" + b"\x00\x01\x02" * 99,
    ],
)
def test_binary_data_is_refused(raw: bytes) -> None:
    with pytest.raises(InputError, match="binary"):
        decode(raw)


@given(st.text())
def test_any_unicode_text_reads_back_or_is_called_binary(text: str) -> None:
    try:
        found = decode(text.encode("utf-8-sig"))
    except InputError:
        return
    assert found == text.replace("\r\n", "\n").replace("\r", "\n")


@given(st.binary())
def test_no_bytes_raise_anything_else(raw: bytes) -> None:
    with suppress(InputError):
        assert isinstance(decode(raw), str)

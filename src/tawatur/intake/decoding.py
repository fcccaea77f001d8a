"""Bytes -> text: UTF-8, UTF-16, UTF-32, Windows-1256, ISO 8859-6, Windows-1252; anything else is refused.

Sure tests rather than statistics: the marks at the start, strict UTF-8, the empty bytes of UTF-16, and
the article ال, which each one-byte code writes with other bytes.
"""

import codecs
import re

from tawatur.model.errors import InputError

MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
ARTICLE_IN_WINDOWS_1256 = b"\xc7\xe1"
ARTICLE_IN_ISO_8859_6 = b"\xc7\xe4"
CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
LETTER = re.compile("[A-Za-z\u0600-\u06ff\\s]")
SAMPLE = 20_000
BINARY = "binary data, not text; wanted text in UTF-8, UTF-16 or Windows-1256, HTML, JSON or JSON Lines"


def decode(raw: bytes) -> str:
    """The text of these bytes; ``InputError`` where they are no text."""
    readings = (reading(raw) for reading in (_marked, _unicode, _one_byte))
    text = next(text for text in readings if text is not None)
    if len(CONTROL.findall(text[:SAMPLE])) > len(text[:SAMPLE]) // 200:
        raise InputError(BINARY)
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _marked(raw: bytes) -> str | None:
    for mark, name in MARKS:
        if raw.startswith(mark):
            return raw.decode(name, "replace")
    return None


def _unicode(raw: bytes) -> str | None:
    if b"\x00" in raw[:SAMPLE]:
        return _unmarked_utf16(raw)
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return _damaged_utf8(raw)


def _unmarked_utf16(raw: bytes) -> str | None:
    """UTF-16 without a mark, where one of the two byte orders reads as letters."""
    for name in ("utf-16-le", "utf-16-be"):
        sample = raw[:SAMPLE].decode(name, "replace")
        if len(LETTER.findall(sample)) > len(sample) * 0.7:
            return raw.decode(name, "replace")
    return None


def _damaged_utf8(raw: bytes) -> str | None:
    """UTF-8 with a few broken bytes: a cut end, a bad copy."""
    text = raw.decode("utf-8", "replace")
    strange = text.count("\ufffd")
    return text if strange * 50 < sum(1 for c in text if c > "\x7f") else None


def _one_byte(raw: bytes) -> str:
    if raw.count(ARTICLE_IN_ISO_8859_6) > raw.count(ARTICLE_IN_WINDOWS_1256):
        return raw.decode("iso8859-6", "replace")
    arabic = raw.decode("cp1256", "replace")
    high = [c for c in arabic[:SAMPLE] if c > "\x7f"]
    if sum("\u0600" <= c <= "\u06ff" for c in high) * 2 >= len(high):
        return arabic
    return raw.decode("cp1252", "replace")

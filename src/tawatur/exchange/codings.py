"""Coded reports in the codebook's form, as a person, a program or another team wrote them."""

from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct

from tawatur.model.errors import InputError


class Coder(Struct, frozen=True, kw_only=True):
    """Somebody on one side of an incident, as a coding names them."""

    party: str | None = None
    text: str | None = None


class CodedVoice(Struct, frozen=True, kw_only=True):
    """One voice of a coding: the chain from the innermost speaker outward, and the stance."""

    chain: tuple[str, ...] = ()
    stance: str = "reports"


class Coding(Struct, frozen=True, kw_only=True):
    """One incident in the codebook's fields; fields that are not compared are passed over."""

    type: str
    stage: str = "occurred"
    date: tuple[str, str] | None = None
    place: str | None = None
    also_places: tuple[str, ...] = ()
    within: tuple[str, ...] = ()
    by: tuple[Coder, ...] = ()
    against: tuple[Coder, ...] = ()
    killed: tuple[int | None, int | None] | None = None
    injured: tuple[int | None, int | None] | None = None
    detained: tuple[int | None, int | None] | None = None
    abducted: tuple[int | None, int | None] | None = None
    victims: str | None = None
    weapon: str | None = None
    said_by: tuple[CodedVoice, ...] = ()
    evidence: str | None = None


class CodedReport(Struct, frozen=True, kw_only=True):
    """One report as somebody coded it."""

    id: str
    incidents: tuple[Coding, ...] = ()


def read_codings(path: Path) -> dict[str, CodedReport]:
    """The coded reports of a JSON list, or of JSON lines, by their ids.

    Raises:
        InputError: the file cannot be read, or holds no codings of the codebook's form.
    """
    try:
        content = path.read_bytes()
        reports = _decoded(content)
    except OSError as error:
        raise InputError(f"{path}: {error.strerror or error}; give a file of coded reports") from None
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise InputError(
            f"{path}: {error}; wanted a JSON list of reports with `id` and `incidents`,"
            " as `tawatur read --format codebook` writes it"
        ) from None
    return {report.id: report for report in reports}


def _decoded(content: bytes) -> list[CodedReport]:
    if content.lstrip()[:1] == b"[":
        return msgspec.json.decode(content, type=list[CodedReport])
    found: list[CodedReport] = msgspec.json.Decoder(CodedReport).decode_lines(content)
    return found


def as_plain(coding: Coding) -> dict[str, Any]:
    """A coding as plain values, for JSON."""
    plain: dict[str, Any] = msgspec.to_builtins(coding)
    return plain

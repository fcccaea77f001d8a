"""``tawatur read`` over good and bad input, in every format."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from cli.commands import ROOT, tawatur
from tawatur.exchange import READING_FORMATS, native

BODY = "قتل أربعة جنود بانفجار عبوة ناسفة غرب مدينة السخنة في 30 أيار 2020."
SAMPLES = ROOT / "samples"


@pytest.mark.parametrize("name", READING_FORMATS)
def test_every_format_of_the_samples(name: str) -> None:
    done = tawatur("read", SAMPLES, "--format", name)
    assert (done.returncode, done.stderr) == (0, "")
    assert "sample-10" in done.stdout


def test_json_holds_what_was_given_on_standard_input() -> None:
    done = tawatur(
        "read", "-", "-f", "json", "--outlet", "موقع", "--published", "2020-05-31", given=BODY.encode()
    )
    (reading,) = native.parsed(done.stdout)
    assert (reading.article.body, reading.article.outlet) == (BODY, "موقع")
    assert str(reading.article.published) == "2020-05-31"


@pytest.mark.parametrize("encoding", ["cp1256", "utf-16", "utf-8-sig"])
def test_every_encoding_gives_the_same_reading(encoding: str) -> None:
    plain = tawatur("read", "-", "-f", "codebook", given=BODY.encode()).stdout
    assert json.loads(plain)[0]["incidents"]
    assert tawatur("read", "-", "-f", "codebook", given=BODY.encode(encoding)).stdout == plain


BAD = {
    "empty.txt": b"",
    "binary.txt": b"\x7fELF\x02\x01\x01" + b"\x00" * 500,
    "broken.json": b"{",
    "bodiless.json": b'{"title": "x"}',
    "large.txt": b"a" * 50_000_000,
}


@pytest.mark.parametrize("name", [*BAD, "absent.txt"])
def test_bad_input_is_one_line_and_exit_code_2(name: str, tmp_path: Path) -> None:
    if name in BAD:
        (tmp_path / name).write_bytes(BAD[name])
    done = tawatur("read", tmp_path / name)
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1
    assert "Traceback" not in done.stderr


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_an_unreadable_path_is_told(tmp_path: Path) -> None:
    path = tmp_path / "secret.txt"
    path.write_text(BODY, "utf-8")
    path.chmod(0)
    assert "cannot be opened" in tawatur("read", path).stderr


def test_one_bad_file_does_not_stop_the_rest(tmp_path: Path) -> None:
    for name, content in {**BAD, "a.txt": BODY.encode(), "z.txt": BODY.encode()}.items():
        (tmp_path / name).write_bytes(content)
    done = tawatur("read", tmp_path, "-f", "codebook")
    assert done.returncode == 0
    assert [document["id"] for document in json.loads(done.stdout)] == ["a", "z"]
    assert len(done.stderr.splitlines()) == len(BAD)


def test_many_reports_come_in_the_order_of_the_input(tmp_path: Path) -> None:
    path = tmp_path / "many.jsonl"
    path.write_text("\n".join(json.dumps({"id": str(n), "body": BODY}) for n in range(150)), "utf-8")
    done = tawatur("read", path, "-f", "codebook", "--jobs", "2")
    assert [document["id"] for document in json.loads(done.stdout)] == [str(n) for n in range(150)]


def test_a_report_without_a_day_leaves_relative_dates_open_with_a_doubt() -> None:
    body = "قتل أربعة جنود بانفجار عبوة ناسفة غرب مدينة السخنة أمس."
    (reading,) = native.parsed(tawatur("read", "-", "-f", "json", given=body.encode()).stdout)
    assert reading.incidents[0].date is None
    assert any(doubt.span.of(body) == "أمس" for doubt in reading.doubts)


@pytest.mark.parametrize(
    "words",
    [
        ("read",),
        ("read", "samples", "--format", "nonsense"),
        ("read", "samples", "--published", "yesterday"),
        ("read", "samples", "--language", "xx"),
        ("read", "samples", "--data", "no-such-folder"),
        ("nonsense",),
    ],
)
def test_wrong_use_is_told_without_a_traceback(words: tuple[str, ...]) -> None:
    done = tawatur(*words)
    assert done.returncode == 2
    assert done.stderr
    assert "Traceback" not in done.stderr


def test_a_closed_pipe_is_no_error() -> None:
    command = f"{sys.executable} -m tawatur.cli read samples -f json | head -c 10"
    done = subprocess.run(command, shell=True, capture_output=True, cwd=ROOT, text=True, check=False)
    assert done.stderr == ""


def test_help_names_every_command() -> None:
    done = tawatur("--help")
    assert done.returncode == 0
    assert all(name in done.stdout for name in ("read", "explain", "places"))

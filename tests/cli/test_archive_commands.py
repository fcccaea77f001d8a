"""The archive from the command line: ingest, list, show, decide, verify, export."""

import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

SAMPLES = Path(__file__).parents[2] / "samples"
Ran = subprocess.CompletedProcess[str]


def tawatur(*arguments: str, archive: Path) -> Ran:
    command = [sys.executable, "-m", "tawatur.cli", *arguments]
    environment = {**os.environ, "TAWATUR_ARCHIVE": str(archive)}
    return subprocess.run(command, capture_output=True, text=True, env=environment, encoding="utf-8")


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    where = tmp_path_factory.mktemp("archive") / "new" / "a.sqlite"
    ran = tawatur("ingest", str(SAMPLES), archive=where)
    assert ran.returncode == 0, ran.stderr
    return where


def events(archive: Path, *filters: str) -> list[dict[str, object]]:
    ran = tawatur("events", "--format", "json", *filters, archive=archive)
    assert ran.returncode == 0, ran.stderr
    return [json.loads(line) for line in ran.stdout.splitlines()]


def test_ingesting_again_adds_nothing(archive: Path) -> None:
    before = events(archive)
    ran = tawatur("ingest", str(SAMPLES), archive=archive)
    assert ran.stderr.startswith("0 new reports, 10 there already;")
    assert events(archive) == before


def test_filters_narrow(archive: Path) -> None:
    everything = events(archive)
    assert len(everything) > 5
    bombs = events(archive, "--type", "ied")
    assert 0 < len(bombs) < len(everything)
    assert {event["type"] for event in bombs} == {"ied"}
    assert events(archive, "--near", "0,0") == []


def test_the_table_names_every_event(archive: Path) -> None:
    ran = tawatur("events", archive=archive)
    assert all(str(event["id"]) in ran.stdout for event in events(archive))


def test_one_event_is_shown_whole(archive: Path) -> None:
    several = max(events(archive), key=lambda event: len(event["articles"]))  # type: ignore[arg-type]
    ran = tawatur("event", str(several["id"]), archive=archive)
    for heading in ("CLAIMS", "STANDING", "WHY ONE EVENT", "HISTORY"):
        assert heading in ran.stdout


def test_a_decision_is_shown_and_verified(archive: Path) -> None:
    event = str(events(archive)[0]["id"])
    ran = tawatur(
        "decide", "overrule", event, "contested", "--why", "اتصال", "--who", "سلمى", archive=archive
    )
    assert ran.returncode == 0, ran.stderr
    assert [one["id"] for one in events(archive, "--standing", "contested")].count(event) == 1
    assert "اتصال" in tawatur("history", event, archive=archive).stdout
    verified = tawatur("verify", archive=archive)
    assert verified.returncode == 0, verified.stdout
    assert "all intact" in verified.stdout


def test_an_export_is_written_and_noted(archive: Path, tmp_path: Path) -> None:
    target = tmp_path / "events.csv"
    ran = tawatur("export", "csv", "--bom", "--output", str(target), archive=archive)
    assert ran.returncode == 0, ran.stderr
    told = target.read_bytes()
    assert told.startswith(b"\xef\xbb\xbf")
    assert len(list(csv.DictReader(io.StringIO(told.decode("utf-8-sig"), newline="")))) == len(
        events(archive)
    )
    assert "export  csv" in tawatur("history", archive=archive).stdout


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (["event", "e000"], "no event e000"),
        (["decide", "correct", "e000", "killed", "2", "--why", "x"], "no event e000"),
        (["events", "--near", "لا مكان كهذا"], "no place"),
        (["events", "--near", "300,4"], "LATITUDE,LONGITUDE"),
        (["events", "--division", "لا مكان كهذا"], "no division"),
        (["events", "--type", "sheling"], "perhaps shelling"),
        (["events", "--party", "hothis"], "perhaps houthis"),
        (["events", "--standing", "sure"], "--standing 'sure' is not known"),
        (["events", "--country", "Syria"], "two letters"),
        (["events", "--since", "2021-01-02", "--until", "2021-01-01"], "no day is wanted"),
        (["events", "--as-of", "yesterday"], "not a moment"),
        (["export", "csv", "--profile", "secret"], "no profile 'secret'"),
        (["export", "csv", "--output", "/proc/x/y.csv"], "/proc/x/y.csv"),
    ],
)
def test_what_cannot_be_done_is_one_clear_line(archive: Path, arguments: list[str], line: str) -> None:
    ran = tawatur(*arguments, archive=archive)
    assert ran.returncode == 2
    assert ran.stderr.startswith("tawatur: ")
    assert line in ran.stderr
    assert len(ran.stderr.splitlines()) == 1


def test_one_event_of_the_samples_has_three_outlets_two_origins_and_a_contradiction(archive: Path) -> None:
    (event,) = [event for event in events(archive) if len(event["outlets"]) == 3]  # type: ignore[arg-type]
    origins = [one for one in event["origins"] if not one["accuses"] and not one["denies"]]  # type: ignore[attr-defined]
    assert len(origins) == 2
    clashes = {one["field"] for one in event["differences"] if one["contradiction"]}  # type: ignore[attr-defined]
    assert {"killed", "injured", "by"} <= clashes


def test_a_division_is_found_by_name_and_by_id(archive: Path) -> None:
    named, known = (events(archive, "--division", told) for told in ("حلب", "sy.aleppo"))
    assert named == known
    assert {event["place"]["name"] for event in named} == {"الباب"}  # type: ignore[index]
    assert len(events(archive, "--division", "country.sy")) > len(named)


def test_the_events_of_an_earlier_moment_are_filtered_too(archive: Path) -> None:
    bombs = events(archive, "--type", "ied")
    assert [one["id"] for one in events(archive, "--type", "ied", "--as-of", "2999-01-01")] == [
        one["id"] for one in bombs
    ]
    assert events(archive, "--as-of", "1999-01-01") == []


def test_a_public_export_is_coarse_and_the_log_says_so(archive: Path) -> None:
    exact = tawatur("export", "claims", archive=archive).stdout
    ran = tawatur("export", "claims", "--profile", "public", archive=archive)
    assert ran.returncode == 0, ran.stderr
    quotes = {row["quote"] for row in csv.DictReader(io.StringIO(exact, newline="")) if row["quote"]}
    assert quotes
    assert not [quote for quote in quotes if quote in ran.stdout]
    assert '"profile":{"name":"public"' in tawatur("history", archive=archive).stdout.splitlines()[-1]


def test_ingest_says_what_it_could_not_read(tmp_path: Path, archive: Path) -> None:
    for one in (tmp_path / "new.sqlite", archive):
        ran = tawatur("ingest", str(tmp_path / "nothing.txt"), archive=one)
        assert ran.returncode == 2
        first, last = ran.stderr.splitlines()
        assert "nothing.txt" in first
        assert last.startswith("0 new reports, 1 not read;")


def test_reading_again_with_the_same_program_changes_nothing(archive: Path) -> None:
    before = events(archive)
    ran = tawatur("ingest", "--again", archive=archive)
    assert ran.stderr.startswith("0 new reports, 10 there already;"), ran.stderr
    assert events(archive) == before


def test_a_password_is_never_shown() -> None:
    ran = tawatur("events", "-a", "postgresql://reader:geheim@127.0.0.1:1/none", archive=Path("unused"))
    assert ran.returncode == 2
    assert "cannot be reached" in ran.stderr
    assert "geheim" not in ran.stderr


def test_a_note_stands_and_a_decision_is_taken_back(archive: Path) -> None:
    event = str(events(archive)[-1]["id"])

    def decide(*words: str) -> str:
        ran = tawatur("decide", *words, "--why", "سبب", "--who", "سلمى", archive=archive)
        assert ran.returncode == 0, ran.stderr
        return ran.stdout

    number = decide("reject", event).partition("#")[2].split()[0]
    assert event not in {one["id"] for one in events(archive)}
    decide("undo", event, number)
    assert event in {one["id"] for one in events(archive)}
    assert "note by سلمى: سبب" in decide("note", event)
    assert "note by سلمى: سبب" in tawatur("event", event, archive=archive).stdout
    assert decide("rate", "المرصد المحلي", "b") == "المرصد المحلي: B\n"
    assert tawatur("decide", "rate", "المرصد", "Z", "--why", "x", archive=archive).returncode == 2
    assert tawatur("verify", archive=archive).returncode == 0

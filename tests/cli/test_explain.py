"""``tawatur explain``: each value, its words, its rule, its parts."""

from cli.commands import tawatur
from exchange.readings import READING
from tawatur.cli.reasons import explained

BODY = "قتل أربعة جنود بانفجار عبوة ناسفة غرب مدينة السخنة في 30 أيار 2020."


def test_every_value_has_its_words_and_its_rule() -> None:
    lines = explained(READING).splitlines()
    killed = next(number for number, line in enumerate(lines) if line.strip() == "killed: 4")
    assert lines[killed + 1].strip().startswith("rule test/count  [")
    assert lines[killed + 1].endswith("أربعة جنود")
    told = "\n".join(lines)
    for part in (
        "date: 2020-05-30",
        "place: السخنة",
        "against: syria-government",
        "said by: claims",
        "doubt: date",
    ):
        assert part in told


def test_the_command_shows_the_parts_of_a_real_reading() -> None:
    done = tawatur("explain", "-", given=BODY.encode())
    assert done.returncode == 0
    assert "1. ied" in done.stdout
    assert "place " in done.stdout
    assert done.stdout.count("rule ") >= 4


def test_nothing_read_is_exit_code_2() -> None:
    assert tawatur("explain", "absent.txt").returncode == 2

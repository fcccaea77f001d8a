"""The regression over retellings: fitted to the rows that are shipped, and decisive where likeness is not."""

import csv
from datetime import date
from pathlib import Path

from tawatur import Article, load_knowledge, read
from tawatur.events.agreement import likelihood

KNOWLEDGE = load_knowledge()
ROWS = Path(__file__).parents[2] / "training/retelling.tsv"
STRENGTH = 0.1


def rows():
    with ROWS.open(encoding="utf-8", newline="") as file:
        head, *body = csv.reader(file, delimiter="\t")
    for row in body:
        yield int(row[1]), dict(zip(head[2:], map(float, row[2:]), strict=True))


def test_the_weights_are_those_that_the_rows_give():
    """At the best weights nothing is gained by moving one of them: the slope of the penalised loss is level."""
    model = KNOWLEDGE.retelling
    slopes = dict(model.weights)
    for same, marks in rows():
        miss = likelihood(model, marks) - same
        for name, value in marks.items():
            slopes[name] += STRENGTH * miss * value
    assert slopes.keys() == model.weights.keys()
    assert max(map(abs, slopes.values())) < 0.15


def test_it_tells_tellings_of_one_happening_from_others():
    chances = [(same, likelihood(KNOWLEDGE.retelling, marks)) for same, marks in rows()]
    sure = [same for same, chance in chances if chance >= 0.65]
    hardly = [same for same, chance in chances if chance < 0.1]
    assert sum(sure) / len(sure) > 0.8
    assert sum(hardly) / len(hardly) < 0.1


def test_what_likeness_leaves_apart_may_be_set_together():
    body = (
        "هاجم مسلحون نقطة أمنية في إقليم تفتان مساء السبت.\n"
        "وأفادت وكالة مهر بأن عشرة من حرس الحدود قتلوا جراء هجوم مسلحين على نقطة في مدينة خاش مساء السبت."
    )
    told = read(Article(body=body, published=date(2020, 5, 31)), KNOWLEDGE).incidents
    assert [(one.type, one.place.name) for one in told] == [("armed_attack", "خاش")]

"""Three hundred texts that tell no violence, no arrest and no truce: hardly one gives an incident.

Each line of the .txt files is one invented text of daily life, full of metaphors, sport, courts,
accidents, films and anniversaries.
"""

from datetime import date
from pathlib import Path

from tawatur import Article, load_knowledge, read

FOLDER = Path(__file__).parent
TEXTS = [
    line.strip()
    for path in sorted(FOLDER.glob("*.txt"))
    for line in path.read_text("utf-8").splitlines()
    if line.strip()
]
MAY_ERR = 3


def test_there_are_three_hundred_different_texts() -> None:
    assert len(set(TEXTS)) == len(TEXTS) == 300


def test_at_most_three_give_an_incident() -> None:
    knowledge = load_knowledge()
    readings = [read(Article(body=text, published=date(2021, 5, 31)), knowledge) for text in TEXTS]
    loud = [
        (r.article.body[:80], [(i.type, i.anchor.rule) for i in r.incidents]) for r in readings if r.incidents
    ]
    assert len(loud) <= MAY_ERR, loud

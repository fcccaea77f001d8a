"""Texts that tell no violence, no arrest and no truce: hardly one gives an incident.

Each line of the .txt files is one invented text of daily life, full of metaphors, sport, courts,
accidents, films and anniversaries: three hundred of several sentences, and single sentences, which
have no other words to show what they are about.
"""

from datetime import date
from pathlib import Path

import pytest

from tawatur import Article, load_knowledge, read

FOLDER = Path(__file__).parent
ALONE = FOLDER / "single_sentences.txt"
MAY_ERR = 3


def _lines(*paths: Path) -> list[str]:
    return [line.strip() for path in paths for line in path.read_text("utf-8").splitlines() if line.strip()]


TEXTS = _lines(*(path for path in sorted(FOLDER.glob("*.txt")) if path != ALONE))
SENTENCES = _lines(ALONE)


def test_there_are_three_hundred_different_texts() -> None:
    assert len(set(TEXTS)) == len(TEXTS) == 300
    assert len(set(SENTENCES)) == len(SENTENCES) > 300


@pytest.mark.parametrize("texts", [TEXTS, SENTENCES], ids=["texts", "sentences"])
def test_at_most_three_give_an_incident(texts: list[str]) -> None:
    knowledge = load_knowledge()
    readings = [read(Article(body=text, published=date(2021, 5, 31)), knowledge) for text in texts]
    loud = [
        (r.article.body[:80], [(i.type, i.anchor.rule) for i in r.incidents]) for r in readings if r.incidents
    ]
    assert len(loud) <= MAY_ERR, loud


@pytest.mark.parametrize(
    "body",
    [
        "أضرم مستوطنون النار في حقل قمح ببلدة قصرة، والتهم الحريق تسعة دونمات",
        "اغتال مجهولون القاضي عبد السلام الشرفي أمام منزله في مدينة مأرب",
        "اختطف مسلحون يستقلون سيارة بلا لوحات مسعفا من ساحة الحبوبي في الناصرية",
        "سقطت قذائف على محطة القطار في خيرسون وقتل ستة أشخاص",
        "احتج عشرات من أصحاب المحال أمام مقر الشرطة في نيالا بعد سرقة السوق",
    ],
)
def test_what_belongs_to_the_act_does_not_quieten_it(body: str) -> None:
    assert read(Article(body=body, published=date(2021, 5, 31)), load_knowledge()).incidents

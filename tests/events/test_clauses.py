"""Clauses: where a sentence is cut, and how each piece joins what stands before it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawatur.events.clauses import find_clauses
from tawatur.lexicon import load_knowledge
from tawatur.text import read_text

KNOWLEDGE = load_knowledge()


def clauses(body):
    text = read_text(body)
    return text, find_clauses(text, KNOWLEDGE.matcher.hits(text))


CUTS = [
    ("قصفت قوات النظام بلدة البارة", ["start"]),
    ("قصفت قوات النظام بلدة البارة ما أدى إلى مقتل مدني", ["start", "result"]),
    ("قتل مدني وأصيب ثلاثة بقصف على بلدة البارة", ["start", "and"]),
    ("قتل مدني في درعا فيما اغتال مجهولون شرطيا في نوى", ["start", "while"]),
    ("قتل مدني في درعا في حين أصيب آخر في نوى", ["start", "while"]),
    ("قصفت الطائرات بلدة البارة حيث سقط قتلى", ["start", "where"]),
    ("من جهة أخرى قتل مدني في درعا", ["shift"]),
    ("قتل مدني في درعا. وأصيب آخر في نوى", ["start", "start"]),
]


@pytest.mark.parametrize(("body", "links"), CUTS)
def test_how_clauses_join(body, links):
    assert [clause.link for clause in clauses(body)[1]] == links


@given(
    st.lists(
        st.sampled_from(["قتل مدني", "وأصيب ثلاثة", "ما أدى إلى", "فيما", ".", "،", "في درعا"]), max_size=12
    )
)
def test_clauses_follow_one_another_and_miss_no_word(pieces):
    text, found = clauses(" ".join(pieces))
    assert [word for clause in found for word in range(clause.first, clause.last)] == list(
        range(len(text.words))
    )

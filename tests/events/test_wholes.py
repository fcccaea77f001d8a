"""Counts at single places that are shares of a toll told before, with the kind and the authors of its act."""

from datetime import date

from tawatur.lexicon import load_knowledge
from tawatur.model.article import Article
from tawatur.reading import read

KNOWLEDGE = load_knowledge()
LEAD = "قتل 12 مدنيا في قصف مدفعي نفذته قوات الدعم السريع على مدينتي الفاشر والأبيض مساء الأحد. "


def told(body):
    return {
        one.place.name: one
        for one in read(Article(body=body, published=date(2025, 4, 1)), KNOWLEDGE).incidents
    }


def test_a_share_of_a_toll_is_of_the_same_act():
    part = told(LEAD + "وفي الأبيض أصيب ثلاثة.\nوفي مدينة الفاشر قتل ثمانية مدنيين.")["الفاشر"]
    assert part.type == "shelling"
    assert {party.party for party in part.by} == {"sudan-rsf"}


def test_the_dead_of_another_place_are_no_share():
    part = told(LEAD + "وقتل ثلاثة مدنيين في مدينة كسلا.")["كسلا"]
    assert part.type == "other_violence"
    assert not part.by


def test_a_time_of_rank_is_no_day_and_no_period():
    one = told("قتل سبعة قرويين في بلدة كفرنبل يوم الخميس، في أعنف هجوم منذ ثلاثة أشهر.")["كفرنبل"]
    assert one.date
    assert one.date.quote == "يوم الخميس"
    assert (one.killed.low, one.killed.high) == (7, 7)


def test_the_worst_in_years_is_told_and_not_summed():
    one = told("قتل سبعة قرويين في بلدة كفرنبل، في أكبر هجوم منذ سنوات.")["كفرنبل"]
    assert one.killed.low == 7


def test_what_is_wrecked_with_fighters_killed_is_an_attack():
    one = told(
        "دمرت القوات المسلحة السودانية ست مركبات قتالية وقتلت 20 من قوات الدعم السريع في مدينة الفاشر."
    )["الفاشر"]
    assert one.type == "armed_attack"


def test_a_count_told_with_also_is_further_people():
    one = told("قتل أربعة جنود في هجوم على مدينة الفاشر. وأسفر الهجوم أيضا عن مقتل عشرة مسلحين.")["الفاشر"]
    assert one.killed.low == 14


def test_dead_and_wounded_civilians_are_who_was_hit():
    one = told("أسفر القصف على بلدة كفرنبل عن عدد من القتلى والجرحى المدنيين.")["كفرنبل"]
    assert {party.party for party in one.against} == {"civilians"}

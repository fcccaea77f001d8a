"""Nothing depends on which side a party is on: swap two parties' names, and only they change places."""

import json
import os
import re
from collections.abc import Callable
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from msgspec.structs import replace

from tawatur import Article, Knowledge, load_knowledge, read
from tawatur.exchange.codebook import document
from tawatur.intake import Defaults, articles_from

ROOT = Path(__file__).parent.parent
SHARED = Path(os.environ.get("TAWATUR_SHARED", ROOT.parent / "shared"))
SAMPLES = [a for a in articles_from(str(ROOT / "samples"), Defaults()) if isinstance(a, Article)]


class Pair(NamedTuple):
    """Two parties, and names of theirs that are of equal grammar."""

    one: str
    other: str
    names: tuple[tuple[str, str], ...]


PAIRS = (
    Pair("islamic-state", "al-qaeda", (("تنظيم داعش", "تنظيم القاعدة"),)),
    Pair("syria-government", "syria-opposition", (("قوات النظام", "قوات المعارضة"),)),
    Pair(
        "hezbollah",
        "pkk",
        (("حزب الله اللبناني", "حزب العمال الكردستاني"), ("حزب الله", "حزب العمال")),
    ),
    Pair(
        "turkey",
        "israel",
        (("الجيش التركي", "الجيش الإسرائيلي"), ("القوات التركية", "القوات الإسرائيلية")),
    ),
    Pair(
        "iraq-government",
        "egypt-government",
        (("الجيش العراقي", "الجيش المصري"), ("القوات العراقية", "القوات المصرية")),
    ),
    Pair("hamas", "pij", (("كتائب القسام", "سرايا القدس"),)),
    Pair("hts", "syria-opposition", (("جبهة النصرة", "فيلق الشام"),)),
    Pair("peshmerga", "houthis", (("قوات البيشمركة", "قوات الحوثيين"),)),
    Pair(
        "islamic-state",
        "syria-government",
        (("وكالة أعماق", "وكالة سانا"), ("وكالة “أعماق”", "وكالة “سانا”")),
    ),
)


_OTHER_NAMES = (
    "the same body is also named in words that no swap reaches: its side becomes two, or two become one"
)
_LONGER_NAME = "the swapped name is part of a longer one, or stands in brackets beside another"
_GENERIC = "a bare “army” or “police” is resolved by the countries that the report names"
_AGREEMENT = "the adjective after the name no longer agrees with it"
_BELONGS = "the report says whose agency it is: its author's, and after the swap its enemy's"
FORCED = {
    ("sample-01", "syria-government", "syria-opposition"): _AGREEMENT,
    ("sample-01", "islamic-state", "syria-government"): _BELONGS,
    ("snn-1096e66172", "hts", "syria-opposition"): _OTHER_NAMES,
    ("snn-15b4e85e47", "turkey", "israel"): _OTHER_NAMES,
    ("snn-3ce7dae52d", "islamic-state", "al-qaeda"): _OTHER_NAMES,
    ("snn-7db971bf26", "iraq-government", "egypt-government"): _GENERIC,
    ("snn-9f2fbfe255", "hts", "syria-opposition"): _LONGER_NAME,
    ("snn-a82ce833fb", "hezbollah", "pkk"): _OTHER_NAMES,
    ("snn-c9acb853a0", "hezbollah", "pkk"): _OTHER_NAMES,
    ("snn-dfaa883b54", "turkey", "israel"): _OTHER_NAMES,
    ("snn-f1f7d89cf4", "iraq-government", "egypt-government"): _GENERIC,
}
"""Reports in which a party's other names or its country force another difference, and why."""


@lru_cache(maxsize=1)
def knowledge() -> Knowledge:
    return load_knowledge()


def reports() -> list[Any]:
    path = SHARED / "dev/reports.json"
    if not path.exists():
        return [pytest.param(None, id="none", marks=pytest.mark.skip(reason=f"no {SHARED}"))]
    found = json.loads(path.read_text("utf-8"))
    return [pytest.param(_article(one), id=one["id"]) for one in found]


def _article(one: dict[str, Any]) -> Article:
    day = date.fromisoformat(one["date"][:10])
    return Article(id=one["id"], body=one["body"], outlet=one["source"], title=one["title"], published=day)


def swapper(pair: Pair) -> Callable[[str], str]:
    """Every whole name of one party by the other's, and the other way round; "in the lands of" lengthens one."""
    across = {a: b for names in pair.names for a, b in (names, names[::-1])}
    across.update({_to(a): _to(b) for a, b in list(across.items())})
    longest = "|".join(re.escape(name) for name in sorted(across, key=len, reverse=True))
    pattern = re.compile(rf"(?<![^\W_])([وف]?[بك]?)({longest})(?![^\W_])(?! في بلاد)")
    return lambda text: pattern.sub(lambda match: match.group(1) + across[match.group(2)], text)


def _to(name: str) -> str:
    """A name with the preposition ل, which takes the article's alef."""
    return f"لل{name[2:]}" if name.startswith("ال") else f"ل{name}"


def told(article: Article, swap: Callable[[str], str], parties: dict[str, str]) -> list[Any]:
    """What an article tells, with names and parties swapped back."""
    coded = document(read(article, knowledge()))
    return [_incident(one, swap, parties) for one in coded["incidents"]]


def _incident(one: dict[str, Any], swap: Callable[[str], str], parties: dict[str, str]) -> dict[str, Any]:
    same = ("type", "stage", "background", "date", "place", "relation", "victims", "weapon")
    counts = ("killed", "injured", "detained", "abducted")
    return {
        **{slot: one[slot] for slot in (*same, *counts)},
        **{side: [_party(p, swap, parties) for p in one[side]] for side in ("by", "against")},
        "said_by": sorted((swap(" < ".join(v["chain"])), v["stance"]) for v in one["said_by"]),
        "evidence": swap(one["evidence"]),
    }


def _party(one: dict[str, Any], swap: Callable[[str], str], parties: dict[str, str]) -> str:
    """The party swapped back; a generic name ("the army") follows its report, so either party will do."""
    if one["party"] not in parties:
        return str(one["party"])
    named = swap(one["text"]) != one["text"]
    return parties[one["party"]] if named else " or ".join(sorted(parties))


def differences(article: Article, pair: Pair) -> list[Any]:
    """What the swap of two names changes besides the names."""
    swap = swapper(pair)
    title = swap(article.title) if article.title else None
    swapped = replace(article, body=swap(article.body), title=title)
    if swapped.body == article.body:
        return []
    before = [_back(one, swap) for one in told(article, swap, {pair.one: pair.one, pair.other: pair.other})]
    after = told(swapped, swap, {pair.one: pair.other, pair.other: pair.one})
    changed = [(a, b) for a, b in zip(before, after, strict=False) if a != b]
    return [*changed, *before[len(after) :], *after[len(before) :]]


def _back(one: dict[str, Any], swap: Callable[[str], str]) -> dict[str, Any]:
    """The words of an unswapped reading, which ``told`` has swapped, as they were."""
    said = sorted((swap(chain), stance) for chain, stance in one["said_by"])
    return {**one, "said_by": said, "evidence": swap(one["evidence"])}


@pytest.mark.parametrize("article", reports())
def test_swapped_names_swap_the_parties_and_nothing_else(article: Article) -> None:
    for pair in PAIRS:
        if (article.id, pair.one, pair.other) not in FORCED:
            assert not differences(article, pair), (pair.one, pair.other)


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: f"{pair.one}-{pair.other}")
def test_swapped_names_in_the_samples_swap_the_parties_and_nothing_else(pair: Pair) -> None:
    for article in SAMPLES:
        if (article.id, pair.one, pair.other) not in FORCED:
            assert not differences(article, pair), article.id


def test_exceptions_grow_no_more() -> None:
    assert len(FORCED) <= 11

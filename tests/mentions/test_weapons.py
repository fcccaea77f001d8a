"""Weapons: every example of the lexicon, and words that only sound like a means."""

import pytest

from tawatur.lexicon import load_knowledge
from tawatur.mentions.weapons import find_weapons
from tawatur.model.mentions import Weapon
from tawatur.text import read_text

KNOWLEDGE = load_knowledge()
ENTRIES = KNOWLEDGE.entries("weapon")
TOOLS = KNOWLEDGE.entries("tool")


def weapons(body: str) -> list[tuple[Weapon, str]]:
    text = read_text(body)
    return [(w, w.span.of(body)) for w in find_weapons(text, KNOWLEDGE.matcher.hits(text))]


@pytest.mark.parametrize(("id_", "body"), [(e.id, x) for e in (*ENTRIES, *TOOLS) for x in e.examples])
def test_examples(id_: str, body: str) -> None:
    assert id_ in [weapon.id for weapon, _ in weapons(body)]


@pytest.mark.parametrize(("id_", "body"), [(e.id, x) for e in (*ENTRIES, *TOOLS) for x in e.counter_examples])
def test_counter_examples(id_: str, body: str) -> None:
    assert id_ not in [weapon.id for weapon, _ in weapons(body)]


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.id)
def test_every_word_is_found(entry: object) -> None:
    words = entry.words + entry.plural  # type: ignore[attr-defined]
    if (entry.value or {}).get("beside"):  # type: ignore[attr-defined]
        pytest.skip("only beside a surer word")
    for word in words:
        assert weapons(f"استخدم {word} في الحي"), word


@pytest.mark.parametrize(
    ("body", "quote", "implies"),
    [
        ("انفجرت عبوتان ناسفتان قرب الجسر", None, None),
        ("قصف بالبراميل المتفجرة", "البراميل المتفجرة", "air_strike"),
        ("استهدفته «طائرة مسيّرة» فجرا", "طائرة مسيّرة", "drone_strike"),
        ("بسيارة مفخّخة", "سيارة مفخّخة", "ied"),
        ("أصيب برصاص قناص", "رصاص قناص", None),
        ("أطلقت صواريخ بالستية", "صواريخ بالستية", "missile"),
    ],
)
def test_means_as_written(body: str, quote: str | None, implies: str | None) -> None:
    found = [(text, weapon.implies) for weapon, text in weapons(body)]
    assert found == ([(quote, implies)] if quote else found)
    assert len(found) <= 1


def test_a_march_is_no_drone_and_a_drone_is() -> None:
    assert weapons("خرجت مسيرة في ساحة المدينة") == []
    found = weapons("أسقط الجيش طائرة مسيرة ثم هاجمت مسيرة أخرى الموقع")
    assert [weapon.id for weapon, _ in found] == ["drone", "drone"]


@pytest.mark.parametrize(
    ("body", "quotes"),
    [
        ("القوات تقصف بالمسيرات محطة كهرباء", ["المسيرات"]),
        ("استهدفت المسيرات مطار المدينة", ["المسيرات"]),
        ("انطلقت المسيرات من الساحة", []),
    ],
)
def test_a_bare_drone_needs_a_verb_of_attack(body: str, quotes: list[str]) -> None:
    assert [quote for _, quote in weapons(body)] == quotes


@pytest.mark.parametrize(
    ("body", "quotes"),
    [
        ("أدى انفجار دراجة نارية في السوق إلى مقتل طفل", ["دراجة نارية"]),
        ("اصطدمت سيارة بدراجة نارية في السوق", []),
        ("بدأت جرافات الاحتلال بهدم بناية في القرية", ["جرافات"]),
        ("عملت الجرافات على فتح الطريق بعد الثلوج", []),
    ],
)
def test_a_thing_is_a_means_only_beside_its_acts(body: str, quotes: list[str]) -> None:
    assert [quote for _, quote in weapons(body)] == quotes

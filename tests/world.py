"""A planted world: true events, wires, belligerents who claim and deny, late counts, copies with edits.

Everything is made from a seed, so that what fusion finds can be held against what was planted.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from tawatur.model.article import Article
from tawatur.model.incidents import Claim, Count, Incident, Link, Party, When, Where, Words
from tawatur.model.reading import Reading
from tawatur.model.spans import Span

FAMILIES = {
    "armed_clash": "ground",
    "armed_attack": "ground",
    "ied": "blast",
    "air_strike": "bombardment",
    "shelling": "bombardment",
    "abduction": "coercion",
    "seizure": "control",
}
TYPES = ("armed_attack", "ied", "air_strike", "shelling", "abduction")
PARTIES = ("syria-government", "islamic-state", "sdf", "hts", "turkey", "sna")
FIRST_DAY = date(2019, 1, 1)
RULE = "planted"
MOST_PLACES = 500


@dataclass(frozen=True)
class Truth:
    """What really happened, and what its tellings must come to."""

    number: int
    day: date
    type: str
    place: str
    lat: float
    lon: float
    by: str
    against: str
    killed: int
    injured: int


@dataclass
class Planted:
    """One true event with the readings that tell it, the origins behind them and what fusion must find."""

    truth: Truth
    standing: str
    origins: int
    contradicts: tuple[str, ...] = ()
    readings: list[Reading] = field(default_factory=list)


class Writer:
    """Writes one article of invented words, keeping where each value stands."""

    def __init__(self, random: Random) -> None:
        self.random = random
        self.body = ""

    def words(self, count: int) -> str:
        return " ".join(_word(self.random) for _ in range(count))

    def say(self, sentence: str) -> Words:
        start = len(self.body)
        self.body += sentence + ". "
        return Words(span=Span(start, start + len(sentence)), quote=sentence, rule=RULE)


def _word(random: Random) -> str:
    return "".join(random.choice("ابتثجحخدذرزسشصضطظعغفقكلمنهوي") for _ in range(random.randint(4, 8)))


def planted_world(seed: int, count: int) -> list[Planted]:
    """So many true events, in turn of every kind of story."""
    return list(planted_events(seed, count))


def planted_events(seed: int, count: int) -> Iterator[Planted]:
    """The events of a planted world, one by one."""
    random = Random(seed)
    names = _places(random, max(4, min(count // 6, MOST_PLACES)))
    return (_planted(random, number, names, SCENARIOS[number % len(SCENARIOS)]) for number in range(count))


def _places(random: Random, count: int) -> list[tuple[str, float, float]]:
    return [(_word(random) + _word(random), 30 + (i % 20) * 0.6, 36 + (i // 20) * 0.6) for i in range(count)]


def _planted(
    random: Random, number: int, names: list[tuple[str, float, float]], scenario: "Scenario"
) -> Planted:
    place, lat, lon = names[number % len(names)]
    by, against = random.sample(PARTIES, 2)
    # Two events of one place are at least six days apart: nearer ones are another test's matter.
    day = FIRST_DAY + timedelta(days=(number // len(names)) * 6 + random.randint(0, 2))
    truth = Truth(
        number,
        day,
        random.choice(TYPES),
        place,
        lat,
        lon,
        by,
        against,
        random.randint(2, 40),
        random.randint(2, 60),
    )
    return scenario(random, truth)


def reading_of(
    random: Random,
    truth: Truth,
    outlet: str,
    chain: tuple[Link, ...],
    stance: str = "reports",
    late: int = 0,
    killed: int | None = None,
    by: str | None = None,
    text: str | None = None,
) -> Reading:
    """One outlet's article that tells the true event in one voice (in new words, or in those of ``text``)."""
    writer = Writer(random)
    told = writer.say(text or f"{truth.place} {writer.words(random.randint(12, 20))}")
    writer.say(text[::-1] if text else writer.words(30))
    where = _where(truth, told)
    author = by or truth.by
    count = truth.killed if killed is None else killed
    article = Article(
        body=writer.body,
        outlet=outlet,
        url=f"https://{outlet}.example/{truth.number}/{random.getrandbits(40)}",
        published=truth.day + timedelta(days=late),
    )
    incident = Incident(
        id="i0",
        type=truth.type,
        anchor=told,
        evidence=told,
        date=When(earliest=truth.day, latest=truth.day, precision="day", rule=RULE),
        place=where,
        by=(_party(author, told),),
        against=(_party(truth.against, told),),
        killed=_count(count, told),
        injured=_count(truth.injured, told),
    )
    claim = Claim(
        id="c0",
        about="i0",
        chain=chain,
        stance=stance,
        rule=RULE,
        evidence=(told,),
        by=incident.by,
        killed=incident.killed,
        injured=incident.injured,
    )
    return Reading(article=article, incidents=(incident,), claims=(claim,))


def _where(truth: Truth, told: Words) -> Where:
    span = Span(told.span.start, told.span.start + len(truth.place))
    quote = told.quote[: len(truth.place)]
    return Where(
        name=truth.place,
        span=span,
        quote=quote,
        rule=RULE,
        lat=truth.lat,
        lon=truth.lon,
        country="SY",
        radius=3.0,
    )


def _party(party: str, told: Words) -> Party:
    return Party(party=party, span=told.span, quote=told.quote, rule=RULE)


def _count(number: int, told: Words) -> Count:
    return Count(low=number, high=number, span=told.span, quote=told.quote, rule=RULE)


def speaker(name: str, kind: str = "monitor", party: str | None = None) -> Link:
    """A link of a chain; where it stands in the text is not this world's matter."""
    return Link(name=name, kind=kind, span=Span(0, 0), quote="", rule=RULE, party=party)


def sentence_of(reading: Reading) -> str:
    return reading.incidents[0].evidence.quote


def copies(
    random: Random, truth: Truth, first: Reading, chain: tuple[Link, ...], count: int
) -> Iterator[Reading]:
    """The article in other outlets: word for word, with an edit, with its attribution dropped, passed on."""
    sentence = sentence_of(first)
    for number in range(count):
        edited = sentence if number % 2 == 0 else sentence.rsplit(" ", 2)[0] + " " + _word(random)
        passed = (chain, (), (*chain, speaker("وكالة النقل", "agency")))[number % 3]
        yield reading_of(random, truth, f"copier{number}", passed, late=number % 2, text=edited)


Scenario = Callable[[Random, Truth], Planted]


def told_once(random: Random, truth: Truth) -> Planted:
    """One monitor in one outlet."""
    return Planted(
        truth, "single", 1, readings=[reading_of(random, truth, "alpha", (speaker("مرصد الشمال"),))]
    )


def wire_copied(random: Random, truth: Truth) -> Planted:
    """One monitor's text in five outlets."""
    chain = (speaker("مرصد الجنوب"),)
    first = reading_of(random, truth, "alpha", chain)
    return Planted(truth, "single", 1, readings=[first, *copies(random, truth, first, chain, 4)])


def told_by_two(random: Random, truth: Truth) -> Planted:
    """Two monitors in their own words, one of them copied."""
    chain = (speaker("مرصد الجنوب"),)
    first = reading_of(random, truth, "alpha", chain)
    other = reading_of(random, truth, "beta", (speaker("لجنة التوثيق"),), late=1)
    return Planted(truth, "corroborated", 2, readings=[first, other, *copies(random, truth, first, chain, 2)])


def claimed_only(random: Random, truth: Truth) -> Planted:
    """The side that did it says so, in two outlets."""
    chain = (speaker("وكالة الفصيل", "agency", truth.by),)
    first = reading_of(random, truth, "alpha", chain, "claims")
    other = reading_of(random, truth, "beta", chain, "claims")
    return Planted(truth, "claimed", 1, readings=[first, other])


def claimed_and_told(random: Random, truth: Truth) -> Planted:
    """The side that did it says so with a higher toll, and a monitor tells it."""
    claim = reading_of(
        random,
        truth,
        "alpha",
        (speaker("وكالة الفصيل", "agency", truth.by),),
        "claims",
        killed=truth.killed * 2 + 3,
    )
    other = reading_of(random, truth, "beta", (speaker("مرصد الشمال"),))
    return Planted(truth, "confirmed", 2, ("killed",), [claim, other])


def told_by_both_sides(random: Random, truth: Truth) -> Planted:
    """Both sides tell it, with different tolls."""
    ours = reading_of(random, truth, "alpha", (speaker("وكالة الفصيل", "agency", truth.by),), "claims")
    theirs = reading_of(
        random, truth, "beta", (speaker("بيان الجيش", "body", truth.against),), killed=truth.killed // 2
    )
    return Planted(truth, "confirmed", 2, ("killed",), [ours, theirs])


def denied(random: Random, truth: Truth) -> Planted:
    """A monitor tells it; the side blamed denies it."""
    told = reading_of(random, truth, "alpha", (speaker("مرصد الشمال"),))
    denial = reading_of(random, truth, "beta", (speaker("وكالة الفصيل", "agency", truth.by),), "denies")
    return Planted(truth, "contested", 2, ("happened",), [told, denial])


def blamed_on_two(random: Random, truth: Truth) -> Planted:
    """Two monitors blame two different sides."""
    other = next(party for party in PARTIES if party not in (truth.by, truth.against))
    first = reading_of(random, truth, "alpha", (speaker("مرصد الشمال"),))
    second = reading_of(random, truth, "beta", (speaker("لجنة التوثيق"),), "accuses", by=other)
    return Planted(truth, "contested", 2, ("by",), [first, second])


def boast_refuted(random: Random, truth: Truth) -> Planted:
    """Only the side that boasts of it tells it; a monitor denies it."""
    boast = reading_of(random, truth, "alpha", (speaker("وكالة الفصيل", "agency", truth.by),), "claims")
    denial = reading_of(random, truth, "beta", (speaker("مرصد الشمال"),), "denies")
    return Planted(truth, "refuted", 2, ("happened",), [boast, denial])


def counted_later(random: Random, truth: Truth) -> Planted:
    """One monitor counts again a day later; another keeps the first count."""
    chain = (speaker("مرصد الشمال"),)
    first = reading_of(random, truth, "alpha", chain)
    later = reading_of(random, truth, "alpha", chain, late=2, killed=truth.killed + 3)
    other = reading_of(random, truth, "beta", (speaker("لجنة التوثيق"),))
    return Planted(truth, "corroborated", 2, ("killed",), [first, later, other])


SCENARIOS: tuple[Scenario, ...] = (
    told_once,
    wire_copied,
    told_by_two,
    claimed_only,
    claimed_and_told,
    told_by_both_sides,
    denied,
    blamed_on_two,
    boast_refuted,
    counted_later,
)

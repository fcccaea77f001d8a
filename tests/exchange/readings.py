"""A reading made by hand, with every field filled, for the tests of the formats."""

from datetime import date

from tawatur.model.article import Article
from tawatur.model.incidents import Claim, Count, Doubt, Incident, Link, Party, Tally, When, Where, Words
from tawatur.model.reading import Reading
from tawatur.model.spans import Span

BODY = "قالت وكالة أعماق إن أربعة جنود قتلوا بعبوة ناسفة غرب السخنة أمس. قتل 60 في حمص منذ آذار."


def span(quote: str) -> Span:
    start = BODY.index(quote)
    return Span(start, start + len(quote))


def words(quote: str) -> Words:
    return Words(span=span(quote), quote=quote, rule="test/words")


def count(quote: str, low: int | None, high: int | None) -> Count:
    return Count(low=low, high=high, span=span(quote), quote=quote, rule="test/count")


def where(name: str) -> Where:
    return Where(
        name=name,
        span=span(name),
        quote=name,
        rule="test/where",
        place_id="geonames:1",
        lat=34.8853,
        lon=38.8711,
        country="sy",
        precision="town",
        radius=5.0,
    )


LINK = Link(
    name="وكالة أعماق", kind="agency", span=span("وكالة أعماق"), quote="وكالة أعماق", rule="test/link"
)
INCIDENT = Incident(
    id="i1",
    type="ied",
    anchor=words("عبوة ناسفة"),
    evidence=words("أربعة جنود قتلوا بعبوة ناسفة غرب السخنة"),
    date=When(
        earliest=date(2020, 5, 30),
        latest=date(2020, 5, 30),
        precision="day",
        rule="test/date",
        span=span("أمس"),
        quote="أمس",
    ),
    place=where("السخنة"),
    relation="west_of",
    within=(where("حمص"),),
    against=(Party(party="syria-government", span=span("جنود"), quote="جنود", rule="test/party"),),
    killed=count("أربعة جنود", 4, 4),
    victims="combatants",
    weapon=words("عبوة ناسفة"),
)
READING = Reading(
    article=Article(body=BODY, id="r1", outlet="موقع", published=date(2020, 5, 31), title="عنوان"),
    incidents=(INCIDENT,),
    tallies=(
        Tally(
            id="t1",
            evidence=words("قتل 60 في حمص منذ آذار"),
            period_from=date(2020, 3, 1),
            place=where("حمص"),
            killed=count("60", 60, None),
        ),
    ),
    claims=(
        Claim(
            id="c1", about="i1", chain=(LINK,), stance="claims", rule="test/claim", evidence=(words("قالت"),)
        ),
        Claim(id="c2", about="t1", chain=(), stance="reports", rule="test/claim", evidence=()),
    ),
    doubts=(Doubt(about="date", reason="no day of publication", span=span("أمس")),),
)

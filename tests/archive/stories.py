"""Small reports in Arabic for the archive's tests, with a reading made by hand."""

from datetime import date

from tawatur.model.article import Article
from tawatur.model.incidents import Claim, Count, Incident, Link, Party, When, Where, Words
from tawatur.model.reading import Reading
from tawatur.model.spans import Span

RULE = "by hand"
KILLING = (
    "قُتِلَ ثلاثة مدنيين جرّاء القصف على مدينة إدلب يوم أمس، وفق المرصد المحلي. وأعلنت الجهات الطبية إصابة آخرين."
)


def told(
    body: str = KILLING,
    *,
    outlet: str = "صحيفة الضفة",
    url: str | None = "https://daffa.example/1",
    published: date = date(2020, 3, 5),
    killed: int = 3,
    type: str = "shelling",
    incident: str = "i0",
    place: str = "إدلب",
    party: str = "syria-government",
) -> Reading:
    """One report with one incident and one claim, every quotation standing in the body."""
    sentence = words(body, body.split(".")[0])
    where = words(body, place)
    day = date.fromordinal(published.toordinal() - 1)
    article = Article(body=body, outlet=outlet, url=url, published=published, title="قصف على إدلب")
    found = Incident(
        id=incident,
        type=type,
        anchor=sentence,
        evidence=sentence,
        date=When(earliest=day, latest=day, precision="day", rule=RULE),
        place=Where(
            name=place,
            span=where.span,
            quote=where.quote,
            rule=RULE,
            lat=35.93,
            lon=36.63,
            country="sy",
            radius=4.0,
            within=("sy.idlib", "country.sy"),
        ),
        by=(Party(party=party, span=sentence.span, quote=sentence.quote, rule=RULE),),
        killed=Count(low=killed, high=killed, span=sentence.span, quote=sentence.quote, rule=RULE),
        victims="civilians",
    )
    speaker = words(body, "المرصد المحلي") if "المرصد المحلي" in body else sentence
    link = Link(name="المرصد المحلي", kind="monitor", span=speaker.span, quote=speaker.quote, rule=RULE)
    claim = Claim(id="c0", about=incident, chain=(link,), stance="reports", rule=RULE, evidence=(sentence,))
    return Reading(article=article, incidents=(found,), claims=(claim,))


def words(body: str, quote: str) -> Words:
    start = body.index(quote)
    return Words(span=Span(start, start + len(quote)), quote=quote, rule=RULE)

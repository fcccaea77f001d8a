"""The desk's own languages: words by key, numbers, days and names, as the reader of the page wants them."""

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import yaml
from markupsafe import Markup
from msgspec import Struct

from ..fusion.event import Event, Figure, Site
from ..lexicon import Knowledge
from ..lexicon.gazetteer_rows import Candidate
from ..model.errors import DataError
from .errors import ERRORS
from .points import parted
from .reasons import people, recognised, rule_names

FOLDER = Path(__file__).parent / "words"
LANGUAGES = ("ar", "en")
EASTERN = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
ISOLATE = "\u2068{}\u2069"


class Words(Struct, frozen=True):
    """The words of one language, and the English names of parties for which it has none of its own."""

    language: str
    words: Mapping[str, str]
    parties: Mapping[str, str]
    place: Callable[[str], Candidate | None]


def load_words(language: str, knowledge: Knowledge) -> Words:
    """The words of one language from its file."""
    path = FOLDER / f"{language}.yml"
    found = yaml.load(path.read_text("utf-8"), Loader=yaml.CSafeLoader)
    if not isinstance(found, dict):
        raise DataError(str(path), "no mapping of words", "`key: text`, one a line")
    parties = {id: actor.label for id, actor in knowledge.actors.items()}
    return Words(
        language, {str(key): str(text) for key, text in found.items()}, parties, knowledge.gazetteer.place
    )


class Tongue:
    """One language with one kind of digits: what templates call to say anything."""

    def __init__(self, words: Words, eastern: bool) -> None:
        self.words = words
        self.language = words.language
        self.dir = "rtl" if words.language == "ar" else "ltr"
        self.eastern = eastern

    def __call__(self, key: str, **given: Any) -> str:
        """The words of a key, with named values put in; an unknown key shows itself."""
        text = self.words.words.get(key, key)
        return self.digits(text.format(**given)) if given else text

    def digits(self, text: str) -> str:
        """The text in the digits that the reader chose."""
        return text.translate(EASTERN) if self.eastern else text

    def number(self, value: float | None) -> str:
        """A number with its thousands parted."""
        if value is None:
            return self("unknown")
        return self.digits(f"{value:,}")

    def known(self, kind: str, id: str) -> str:
        """The name of one of the field's ids (a type, a standing, a stance …), or the id itself."""
        return self.words.words.get(f"{kind}.{id}", id.replace("_", " "))

    def type(self, id: str) -> str:
        return self.known("type", id)

    def party(self, id: str) -> str:
        return self.words.words.get(f"party.{id}") or self.words.parties.get(id) or id

    def parties(self, ids: tuple[str, ...]) -> str:
        return self("list.comma").join(self.party(id) for id in ids)

    def party_ids(self, told: str) -> str:
        """Parties written by their names in this language, or by their ids, as ids with commas."""
        ids = {
            name: key.removeprefix("party.")
            for key, name in self.words.words.items()
            if key.startswith("party.")
        }
        names = (name.strip() for name in told.replace("،", ",").split(","))
        return ",".join(ids.get(name, name) for name in names if name)

    def day(self, day: date | None) -> str:
        """A day in words: 31 May 2020."""
        if day is None:
            return self("date.none")
        return self.digits(f"{day.day} {self(f'month.{day.month}')} {day.year}")

    def days(self, first: date | None, last: date | None) -> str:
        """A day, or the first and the last of several."""
        if first is None or last is None:
            return self("date.none")
        if first == last:
            return self.day(first)
        if (first.year, first.month) == (last.year, last.month):
            return self.digits(f"{first.day}–{last.day} {self(f'month.{first.month}')} {first.year}")
        return f"{self.day(first)} – {self.day(last)}"

    def count(self, figure: Figure | None) -> str:
        """The best figure, and the range where origins differ."""
        if figure is None:
            return ""
        best = "?" if figure.best is None else f"{figure.best:,}"
        if figure.best in (figure.low, figure.high) and None in (figure.low, figure.high):
            return self.range(figure.low, figure.high)
        if figure.low == figure.best == figure.high:
            return self.digits(best)
        return self.digits(f"{best} ({self.range(figure.low, figure.high)})")

    def range(self, low: int | None, high: int | None) -> str:
        """A range of people: 4, 4–6, at least 4, at most 6."""
        if low == high:
            return self.number(low)
        if high is None:
            return self("count.least", n=low)
        return self("count.most", n=high) if low is None else self.digits(f"{low}–{high}")

    def reason(self, text: str) -> str:
        """A reason of reading or fusion in the reader's language; a person's own words stay as they are."""
        known = recognised(text)
        if known is None:
            return self.digits(text)
        name, given = known
        return self(f"reason.{name}", **{key: self._part(key, value) for key, value in given.items()})

    def error(self, text: str) -> str:
        """What went wrong in the reader's language: a key, or a sentence of the rooms below."""
        known = recognised(text, ERRORS)
        if known is None:
            return self(text)
        name, given = known
        return self(f"error.{name}", **{key: ISOLATE.format(value) for key, value in given.items()})

    def _part(self, key: str, value: str) -> str:
        """What stands in a reason: parties, a country, a standing or a count by their names, all else as it is."""
        if key in ("parties", "rivals"):
            return self.parties(tuple(value.split(", ")))
        if key == "country":
            return self.known("country", value.upper())
        if key == "grade":
            return self.known("standing", value)
        if key == "value":
            return self.people(value)
        return value if key == "n" else ISOLATE.format(value.replace(", ", self("list.comma")))

    def people(self, told: str) -> str:
        """A count as fusion writes it, in words: 4, at least 5, at most 5, 4–6."""
        known = people(told)
        return self.digits(told) if known is None else self.range(*known)

    def rule(self, id: str) -> str:
        """What a rule of reading looks for, in words; the id itself where there are none."""
        found = (self.words.words.get(f"rule.{name}") for name in rule_names(id))
        return next((text for text in found if text), id)

    def value(self, field: str, told: str) -> str:
        """A value of a field as fusion and decisions write it, in words."""
        if field in ("by", "against"):
            return self.parties(tuple(told.replace(" ", "").split(",")))
        if field in ("killed", "injured", "detained", "abducted"):
            return self.people(told)
        if field in ("type", "stage", "standing", "victims", "happened"):
            return self.known(field, told)
        if field == "place":
            name, point = parted(told)
            return f"{name} ({ISOLATE.format(self.digits(point))})" if point else name
        return self._days_told(told) if field == "date" else told

    def _days_told(self, told: str) -> str:
        first, _, last = told.partition("/")
        try:
            return self.days(date.fromisoformat(first), date.fromisoformat(last or first))
        except ValueError:
            return told

    def place(self, site: Site | None) -> str:
        """A place with the relation in which the event stands to it."""
        if site is None:
            return self("place.none")
        relation = self.words.words.get(f"relation.{site.relation}")
        name = self.named(site)
        return relation.format(place=name) if relation else name

    def named(self, site: Site) -> str:
        """The name of a place as the reports give it; in English as the gazetteer does, where it knows it."""
        known = self.words.place(site.place_id) if site.place_id and self.language != "ar" else None
        return known.name if known else site.name

    def within(self, site: Site) -> str:
        """What holds a place: as the reports name it; in English the gazetteer's divisions and country."""
        known = [self.words.place(id) for id in site.inside] if self.language != "ar" else []
        names = [one.name for one in known if one] or site.within
        return self("list.comma").join(name for name in names if name != self.named(site))


def isolated(text: object) -> Markup:
    """A value in its own direction, whatever stands around it."""
    return Markup("<bdi>{}</bdi>").format(text)


def headline(tongue: Tongue, event: Event) -> str:
    """An event in a few words: what, and where."""
    return tongue(
        "event.headline", type=tongue.type(event.type), place=ISOLATE.format(tongue.place(event.place))
    )

"""The desk's own languages: words by key, numbers, days and names, as the reader of the page wants them."""

import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import yaml
from markupsafe import Markup
from msgspec import Struct

from ..fusion.event import Event, Figure, Site
from ..lexicon import Knowledge
from ..model.errors import DataError

FOLDER = Path(__file__).parent / "words"
LANGUAGES = ("ar", "en")
EASTERN = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
ISOLATE = "\u2068{}\u2069"


class Words(Struct, frozen=True):
    """The words of one language, and the English names of parties for which it has none of its own."""

    language: str
    words: Mapping[str, str]
    parties: Mapping[str, str]


def load_words(language: str, knowledge: Knowledge) -> Words:
    """The words of one language from its file."""
    path = FOLDER / f"{language}.yml"
    found = yaml.load(path.read_text("utf-8"), Loader=yaml.CSafeLoader)
    if not isinstance(found, dict):
        raise DataError(str(path), "no mapping of words", "`key: text`, one a line")
    parties = {id: actor.label for id, actor in knowledge.actors.items()}
    return Words(language, {str(key): str(text) for key, text in found.items()}, parties)


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
        """A reason of fusion in the reader's language; one without words of its own stays as it is."""
        for key, form in SAID.items():
            if match := form.fullmatch(text):
                given = match.groupdict()
                return self(key, **{**given, "rest": ID.sub(self._named, given["rest"])})
        return self.digits(text)

    def _named(self, id: re.Match[str]) -> str:
        known = id.group() in self.words.parties
        return self.party(id.group()) if known else id.group()

    def place(self, site: Site | None) -> str:
        """A place with the relation in which the event stands to it."""
        if site is None:
            return self("place.none")
        relation = self.words.words.get(f"relation.{site.relation}")
        return relation.format(place=site.name) if relation else site.name


ID = re.compile(r"\b[a-z]+(?:-[a-z]+)*\b")
SAID = {
    "said.only_count": re.compile(r"the only count given: (?P<rest>.*)"),
    "said.neutral": re.compile(r"the latest count of an origin that is not party to the fight: (?P<rest>.*)"),
    "said.partisan": re.compile(r"the latest count; only parties to the fight give one: (?P<rest>.*)"),
    "said.rivals": re.compile(r"origins name different authors: (?P<rest>.*)"),
    "said.both_sides": re.compile(r"both sides tell it: (?P<rest>.*)"),
    "said.owned": re.compile(r"the side that did it says so: (?P<rest>.*)"),
    "said.also": re.compile(r"told also by (?P<rest>.*)"),
    "said.several": re.compile(r"(?P<n>\d+) independent origins: (?P<rest>.*)"),
    "said.parties_only": re.compile(r"only a party to the fight tells it: (?P<rest>.*)"),
    "said.one": re.compile(r"one origin: (?P<rest>.*)"),
    "said.denied": re.compile(r"denied by (?P<rest>[^;]*)"),
    "said.corrected": re.compile(r"corrected by (?P<rest>.*)"),
}


def isolated(text: object) -> Markup:
    """A value in its own direction, whatever stands around it."""
    return Markup("<bdi>{}</bdi>").format(text)


def headline(tongue: Tongue, event: Event) -> str:
    """An event in a few words: what, and where."""
    return tongue(
        "event.headline", type=tongue.type(event.type), place=ISOLATE.format(tongue.place(event.place))
    )

"""The archive as the rest of the program sees it."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

from sqlalchemy import Connection, func, insert, select

from ..fusion.event import Event
from ..model.article import Article
from ..model.errors import ArchiveError
from ..model.reading import Reading
from . import articles as article_rows
from . import filters, log, past, ratings
from .checking import faults
from .engine import default_url, open_engine, reading, shown, writing
from .filters import Filter
from .fusing import fuse_all, fuse_waiting
from .packing import event_from, now
from .ruling import rule
from .saving import Saved, is_known, save
from .schema import prepare
from .story import Happened, story
from .tables import articles, events, exports, readings, tellings

default_archive = default_url
EVERYTHING = Filter()
Answer = TypeVar("Answer")


class Archive:
    """Articles, readings, events and decisions in one database, a file or a PostgreSQL URL.

    ``families`` gives the family of each incident type. Everything that the database refuses comes
    as one ``ArchiveError``.
    """

    def __init__(self, where: str, families: Mapping[str, str]) -> None:
        self.where = where
        self.families = families
        self._engine = open_engine(where)
        prepare(self._engine, where)

    def close(self) -> None:
        """Let go of the database."""
        self._engine.dispose()

    def knows(self, article: Article, reader: str) -> bool:
        """Whether this very article has been read by this reader."""
        with reading(self._engine, self.where) as connection:
            return is_known(connection, article, reader)

    def add(self, told: Iterable[Reading], reader: str) -> tuple[Saved, ...]:
        """Add readings and bring the events up to date: all of it or nothing."""
        with writing(self._engine, self.where) as connection:
            saved = tuple(save(connection, one, reader, self.families) for one in told)
            fuse_waiting(connection)
        return saved

    def refuse_all(self) -> int:
        """Make every event again from the tellings alone; the number of events."""
        with writing(self._engine, self.where) as connection:
            return fuse_all(connection)

    def events(
        self, wanted: Filter = EVERYTHING, limit: int | None = None, offset: int = 0
    ) -> Iterator[Event]:
        """The events wanted, the latest first, on one consistent state; any number takes little memory."""
        with reading(self._engine, self.where) as connection:
            yield from map(event_from, filters.records(connection, wanted, limit, offset))

    def count(self, wanted: Filter = EVERYTHING) -> int:
        """How many events are wanted."""
        with reading(self._engine, self.where) as connection:
            return filters.count(connection, wanted)

    def event(self, id: str) -> Event:
        """The event of this id, or the one that now holds the telling that once led an event of this id."""
        with reading(self._engine, self.where) as connection:
            home = select(tellings.c.event).where(tellings.c.lead == id).scalar_subquery()
            query = select(events.c.record).where((events.c.id == id) | (events.c.id == home))
            record = connection.execute(query).scalar()
        if record is None:
            raise ArchiveError(f"no event {id} in {shown(self.where)}")
        return event_from(record)

    def decide(self, what: str, event: str, *, who: str, why: str, **more: str) -> Event:
        """Append a decision (confirm, correct, reject, merge, split, overrule) and show what it leaves."""
        with writing(self._engine, self.where) as connection:
            rule(connection, what, self.event(event), who=who, why=why, **more)
        return self.event(event)

    def history(self, event: str | None = None) -> Sequence[Happened]:
        """What happened to the archive, or to one event, oldest first."""
        told = self.event(event) if event else None
        with reading(self._engine, self.where) as connection:
            return tuple(story(connection, told))

    def at(self, moment: str, wanted: Filter = EVERYTHING, limit: int | None = None) -> tuple[Event, ...]:
        """The events wanted as they stood at a moment (UTC, ISO 8601), the latest first."""
        with reading(self._engine, self.where) as connection:
            return past.events_at(connection, moment, self.families, wanted, limit)

    def verify(self) -> Sequence[str]:
        """Everything that is wrong with the archive, one line each."""
        with reading(self._engine, self.where) as connection:
            return tuple(faults(connection))

    def size(self) -> dict[str, int]:
        """How many articles, readings, events and decisions there are."""
        with reading(self._engine, self.where) as connection:
            counted = {
                table.name: int(connection.execute(select(func.count()).select_from(table)).scalar_one())
                for table in (articles, readings, events)
            }
            return {**counted, "decision": log.size(connection)}

    def articles(self) -> Iterator[Article]:
        """Every article, in the order in which they were added."""
        with reading(self._engine, self.where) as connection:
            yield from article_rows.all_articles(connection)

    def article(self, key: str) -> Article | None:
        """The article of this key (or of its beginning)."""
        with reading(self._engine, self.where) as connection:
            return article_rows.article_of(connection, key)

    def reading(self, key: str) -> Reading | None:
        """The newest reading of an article."""
        with reading(self._engine, self.where) as connection:
            return article_rows.newest_reading(connection, key)

    def versions(self, url: str) -> Sequence[article_rows.Version]:
        """The versions of an address, oldest first."""
        with reading(self._engine, self.where) as connection:
            return article_rows.versions_of(connection, url)

    def search(self, query: str, limit: int = 50) -> Sequence[article_rows.Found]:
        """Articles with all words of the query, and where they stand in the original text."""
        with reading(self._engine, self.where) as connection:
            return article_rows.search(connection, query, limit)

    def ask(self, question: Callable[[Connection], Answer]) -> Answer:
        """The answer to a question that another room asks, on one consistent state."""
        with reading(self._engine, self.where) as connection:
            return question(connection)

    def rate(self, name: str, grade: str, *, who: str, why: str) -> None:
        """Append a person's judgement of a speaker's or outlet's reliability, A to F."""
        with writing(self._engine, self.where) as connection:
            ratings.rate(connection, name, grade, who=who, why=why)

    def ratings(self) -> dict[str, ratings.Rating]:
        """How reliable people hold speakers and outlets, by their names."""
        return self.ask(ratings.ratings)

    def log_export(self, format: str, wanted: str, rows: int, sha256: str) -> None:
        """Note that an export left the archive."""
        with writing(self._engine, self.where) as connection:
            row = {"at": now(), "format": format, "filters": wanted, "rows": rows, "sha256": sha256}
            connection.execute(insert(exports).values(**row))

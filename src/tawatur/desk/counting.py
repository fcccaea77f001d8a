"""Answers about the whole archive, remembered until it changes."""

from collections import OrderedDict
from collections.abc import Callable
from threading import Lock
from typing import Any, TypeVar

from sqlalchemy import Connection, func, select

from ..archive import Archive
from ..archive.tables import decisions, readings

Answer = TypeVar("Answer")
KEPT = 64


class Counted:
    """Answers remembered until a reading or a decision comes in."""

    def __init__(self) -> None:
        self._version: tuple[int, int] = (-1, -1)
        self._kept: OrderedDict[Any, Any] = OrderedDict()
        self._changing = Lock()

    def ask(self, archive: Archive, key: Any, question: Callable[[Connection], Answer]) -> Answer:
        """The answer to a question under its key, asked again only after the archive changed."""
        version = archive.ask(version_of)
        with self._changing:
            if version != self._version:
                self._kept.clear()
                self._version = version
            if key in self._kept:
                known: Answer = self._kept[key]
                return known
        answer = archive.ask(question)
        with self._changing:
            if version == self._version:
                self._kept[key] = answer
            if len(self._kept) > KEPT:
                self._kept.popitem(last=False)
        return answer


def version_of(connection: Connection) -> tuple[int, int]:
    """A mark that changes whenever events do."""
    newest = (select(func.coalesce(func.max(table.c.seq), 0)) for table in (readings, decisions))
    first, second = (int(connection.execute(query).scalar_one()) for query in newest)
    return first, second

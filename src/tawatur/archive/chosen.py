"""The events wanted, set aside for as long as several questions are asked about them."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Column, Connection, MetaData, Table, insert, select

from .filters import Filter, narrowed
from .tables import events

COLUMNS = (
    "type",
    "standing",
    "country",
    "earliest",
    "latest",
    "lat",
    "killed",
    "harmed",
    "dated",
    "decided",
    "parties",
    "outlets",
    "places",
)
CHOSEN = Table(
    "chosen", MetaData(), *(Column(name, events.c[name].type) for name in COLUMNS), prefixes=["TEMPORARY"]
)


@contextmanager
def chosen(connection: Connection, wanted: Filter) -> Iterator[Table]:
    """A passing table of all that can be counted of the events wanted: the filter is asked only once."""
    CHOSEN.create(connection)
    query = narrowed(connection, wanted, select(*(events.c[name] for name in COLUMNS)))
    connection.execute(insert(CHOSEN).from_select(COLUMNS, query))
    yield CHOSEN
    CHOSEN.drop(connection)

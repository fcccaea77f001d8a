"""How the desk bears growth: python -m bench.desk [events] [folder/] (by default 100,000, kept nowhere).

The events are those of the samples on other days and places. Each view is asked for once, with nothing
remembered, by the wall clock and by the processor's.
"""

import asyncio
import resource
import sys
import tempfile
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from random import Random

import msgspec
from bench.archive import Took, timed
from starlette.responses import StreamingResponse
from starlette.testclient import TestClient

from tawatur.archive import Archive
from tawatur.archive.components import in_chunks, unsettle
from tawatur.archive.engine import writing
from tawatur.archive.event_rows import add_events
from tawatur.archive.filters import Filter
from tawatur.archive.fusing import load
from tawatur.desk.app import make_app
from tawatur.desk.serving import make_desk
from tawatur.desk.views.events import as_data
from tawatur.fusion.event import Event
from tawatur.fusion.tellings import Spot, Telling
from tawatur.intake import Defaults, articles_from
from tawatur.lexicon import Knowledge, load_knowledge
from tawatur.model.article import Article
from tawatur.reading import read
from tawatur.text import name_key

VIEWS = {
    "first page": "/events?lang=ar",
    "facets of a type": "/events?type=ied",
    "facets of a period": "/events?since=2020-01-01&until=2020-06-30",
    "full text": "/events?text=قصف",
    "map, far": "/map/cells.json?zoom=4&view=20,5,60,45",
    "map, near": "/map/cells.json?zoom=8&view=36,33,40,36",
    "review": "/review",
    "pictures": "/pictures",
    "brief": "/brief",
    "brief of a period": "/brief?since=2018-01-01&until=2020-12-31",
    "pictures of a text": "/pictures?text=قصف",
    "facets of years": "/events?since=2015-01-01&until=2020-12-31",
    "facets, unreviewed": "/events?reviewed=no",
    "facets of two filters": "/events?type=shelling&since=2017-01-01",
    "full text, again": "/events?text=قصف&page=2",
    "facets of a party": "/events?party=islamic-state",
    "facets of an outlet": "/events?outlet=موقع الضفة",
    "map of a text": "/map/cells.json?zoom=4&view=20,5,60,45&text=قصف",
    "map of years": "/map/cells.json?zoom=4&view=20,5,60,45&since=2015-01-01",
    "outlets": "/outlets",
}


class Moved(dict[str, Telling]):
    """The tellings of the samples, each also in every town (``telling@town``)."""

    def __missing__(self, id: str) -> Telling:
        own, _, town = id.partition("@")
        return msgspec.structs.replace(self[own], place=SPOTS[int(town)])


def samples(archive: Archive, knowledge: Knowledge) -> tuple[list[Event], Moved]:
    """The events of the sample reports, and the tellings behind them."""
    found = [one for one in articles_from("samples", Defaults()) if isinstance(one, Article)]
    archive.add([read(one, knowledge) for one in found], "bench")
    models = list(archive.events())
    ids = [id for event in models for id in event.tellings]
    return models, Moved({one.id: one for one in archive.ask(lambda connection: list(load(connection, ids)))})


def spots(count: int) -> list[Spot]:
    """Towns with coordinates, by thirties in districts."""
    random = Random(7)
    return [
        Spot(
            name=f"بلدة {number}",
            key=name_key(f"بلدة {number}"),
            lat=random.uniform(13, 37),
            lon=random.uniform(32, 50),
            radius=3.0,
            inside=(f"xx.{number // 30}", "country.xx"),
        )
        for number in range(count)
    ]


SPOTS = spots(2000)


def moved(models: list[Event], count: int) -> Iterator[Event]:
    """So many events like the models, on other days and in other towns, each of a report of its own."""
    random = Random(7)
    for number in range(count):
        event, town, article = random.choice(models), random.randrange(len(SPOTS)), f"{number:064x}"
        spot, days = SPOTS[town], timedelta(days=random.randint(-2500, 700))
        yield msgspec.structs.replace(
            event,
            id=f"e{number:012x}",
            articles=(article,),
            claims=tuple(msgspec.structs.replace(said, article=article) for said in event.claims),
            tellings=tuple(f"{id}@{town}" for id in event.tellings),
            place=event.place
            and msgspec.structs.replace(event.place, name=spot.name, lat=spot.lat, lon=spot.lon),
            earliest=event.earliest and event.earliest + days,
            latest=event.latest and event.latest + days,
        )


def fill(archive: Archive, found: Iterator[Event], told: Moved) -> None:
    """Put these events into the archive in the place of its own."""
    with writing(archive._engine, archive.where) as connection:
        unsettle(connection, told)
        for batch in in_chunks(found):
            add_events(connection, batch, told)


def ask(client: TestClient, address: str) -> None:
    assert client.get(address).status_code == 200


async def drained(answer: StreamingResponse) -> int:
    """The length of an answer that is read piece by piece, as a browser reads it."""
    return sum([len(piece) async for piece in answer.body_iterator])


def tell(name: str, took: Took) -> None:
    print(f"{name:22} {took.clock:.3f} s  processor {took.work:.3f} s", flush=True)


def main(count: int, folder: Path) -> None:
    """Fill an archive, unless the folder holds one, and ask the desk for every view."""
    knowledge = load_knowledge()
    archive = Archive(
        str(folder / f"desk-{count}.sqlite"), {id: one.family for id, one in knowledge.events.items()}
    )
    if archive.count() < count:
        models, told = samples(archive, knowledge)
        fill(archive, moved(models, count), told)
    desk = make_desk(archive, knowledge, "bench")
    client = TestClient(make_app(desk), base_url="http://127.0.0.1:8765")
    for name, address in VIEWS.items():
        tell(name, timed(lambda address=address: ask(client, address)))
    tell("csv of all", timed(lambda: asyncio.run(drained(as_data(desk, "csv", Filter())))))
    print(f"memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


if __name__ == "__main__":
    asked = next((int(word) for word in sys.argv[1:] if word.isdigit()), 100_000)
    kept = next((Path(word) for word in sys.argv[1:] if "/" in word), None)
    with tempfile.TemporaryDirectory() as passing:
        main(asked, kept or Path(passing))

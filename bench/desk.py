"""How the desk bears growth: python -m bench.desk [events] (by default 100,000).

The events are those of the samples on other days and places. Each view is asked for once, with nothing
remembered, by the wall clock and by the processor's.
"""

import resource
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from random import Random

import msgspec
from sqlalchemy import insert, select
from starlette.testclient import TestClient

from tawatur.archive import Archive
from tawatur.archive.engine import writing
from tawatur.archive.event_rows import _row
from tawatur.archive.search_words import search_text
from tawatur.archive.tables import event_keys, events
from tawatur.archive.text_index import forget_events, index_events
from tawatur.desk.app import make_app
from tawatur.desk.serving import make_desk
from tawatur.fusion.event import Event
from tawatur.intake import Defaults, articles_from
from tawatur.lexicon import Knowledge, load_knowledge
from tawatur.model.article import Article
from tawatur.reading import read

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
}


def sample_events(archive: Archive, knowledge: Knowledge) -> list[Event]:
    found = [one for one in articles_from("samples", Defaults()) if isinstance(one, Article)]
    archive.add([read(one, knowledge) for one in found], "bench")
    return list(archive.events())


def moved(models: list[Event], count: int) -> Iterator[Event]:
    """So many events like the models, on other days and places."""
    random = Random(7)
    towns = [(random.uniform(13, 37), random.uniform(32, 50)) for _ in range(900)]
    for number in range(count):
        event, (lat, lon) = random.choice(models), random.choice(towns)
        days = timedelta(days=random.randint(-2500, 700))
        yield msgspec.structs.replace(
            event,
            id=f"e{number:012x}",
            place=event.place and msgspec.structs.replace(event.place, lat=lat, lon=lon),
            earliest=event.earliest and event.earliest + days,
            latest=event.latest and event.latest + days,
        )


def fill(archive: Archive, found: Iterator[Event]) -> None:
    with writing(archive._engine, archive.where) as connection:
        forget_events(connection, list(connection.execute(select(events.c.number)).scalars()))
        connection.execute(events.delete())
        connection.execute(event_keys.delete())
        for number, event in enumerate(found, 1):
            connection.execute(insert(events), {**_row(event), "number": number})
            keys = {("party", party) for party in (*event.by, *event.against)}
            keys |= {("outlet", outlet) for outlet in event.outlets} | {("article", f"a{number}")}
            keys |= {("place", event.place.name)} if event.place else set()
            connection.execute(
                insert(event_keys), [{"kind": k, "value": v, "event": number} for k, v in sorted(keys)]
            )
            index_events(connection, [(number, search_text(*(claim.quote for claim in event.claims)))])


def main(count: int) -> None:
    """Fill an archive and ask the desk for every view."""
    knowledge = load_knowledge()
    with tempfile.TemporaryDirectory() as folder:
        archive = Archive(
            str(Path(folder) / "desk.sqlite"), {id: one.family for id, one in knowledge.events.items()}
        )
        fill(archive, moved(sample_events(archive, knowledge), count))
        client = TestClient(
            make_app(make_desk(archive, knowledge, "bench")), base_url="http://127.0.0.1:8765"
        )
        for name, address in VIEWS.items():
            wall, processor = time.perf_counter(), time.process_time()
            assert client.get(address).status_code == 200
            took = time.perf_counter() - wall, time.process_time() - processor
            print(f"{name:20} {took[0]:.3f} s  processor {took[1]:.3f} s", flush=True)
        print(f"memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)

"""A desk on an archive of the samples and of hostile reports, asked without a network."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient
from tests.desk.hostile import HOSTILE

from tawatur.archive import Archive
from tawatur.desk.app import make_app
from tawatur.desk.serving import make_desk
from tawatur.desk.setting import Desk
from tawatur.intake import Defaults, articles_from
from tawatur.lexicon import Knowledge, load_knowledge
from tawatur.model.article import Article
from tawatur.reading import read

SAMPLES = Path(__file__).parents[2] / "samples"
BASE = "http://127.0.0.1:8765"
READER = "tests"


@pytest.fixture(scope="session")
def knowledge() -> Knowledge:
    return load_knowledge()


def fill(where: Path, knowledge: Knowledge) -> Archive:
    """An archive of the samples and the hostile reports."""
    archive = Archive(str(where), {id: type.family for id, type in knowledge.events.items()})
    samples = [one for one in articles_from(str(SAMPLES), Defaults()) if isinstance(one, Article)]
    archive.add([read(one, knowledge) for one in (*samples, *HOSTILE)], READER)
    return archive


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory, knowledge: Knowledge) -> Path:
    """The file of a filled archive, to be copied by those who change it."""
    where = tmp_path_factory.mktemp("desk") / "archive.sqlite"
    fill(where, knowledge).close()
    return where


@pytest.fixture
def archive(filled: Path, tmp_path: Path, knowledge: Knowledge) -> Iterator[Archive]:
    where = tmp_path / "archive.sqlite"
    where.write_bytes(filled.read_bytes())
    opened = Archive(str(where), {id: type.family for id, type in knowledge.events.items()})
    yield opened
    opened.close()


@pytest.fixture
def desk(archive: Archive, knowledge: Knowledge) -> Desk:
    return make_desk(archive, knowledge, READER)


@pytest.fixture
def client(desk: Desk) -> TestClient:
    return TestClient(make_app(desk), base_url=BASE, follow_redirects=False, raise_server_exceptions=False)

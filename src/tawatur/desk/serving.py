"""Starting the desk: on loopback, or elsewhere with a token."""

import getpass
import secrets
from importlib import import_module

from ..archive import Archive
from ..lexicon import Knowledge
from .app import make_app
from .labels import load_labels
from .outline import load_outline
from .setting import BUILT, Desk, allowed_hosts
from .tiles import tiles_from
from .tongue import LANGUAGES, load_words

ALONE = ("127.0.0.1", "localhost", "::1")
ATLAS = "countries-50m.json"


def make_desk(
    archive: Archive,
    knowledge: Knowledge,
    reader: str,
    *,
    host: str = "127.0.0.1",
    port: int = 8765,
    known_as: str = "",
    tiles: str = "",
) -> Desk:
    """A desk for this archive; on any address but loopback it demands a token.

    ``tiles``: a PMTiles file, or the address of one.
    """
    own_tiles = tiles_from(tiles)
    knowledge.matcher_of("ar")
    knowledge.gazetteer.starting("")
    return Desk(
        archive=archive,
        knowledge=knowledge,
        reader=reader,
        words={language: load_words(language, knowledge) for language in LANGUAGES},
        labels=load_labels(knowledge.packs),
        outline=load_outline(BUILT / ATLAS),
        hosts=allowed_hosts(host, port, known_as),
        token="" if host in ALONE else secrets.token_urlsafe(24),
        person=getpass.getuser(),
        tiles=own_tiles,
    )


def address_of(desk: Desk, host: str, port: int) -> str:
    """The address to open in a browser, with the token where one is needed."""
    name = f"[{host}]" if ":" in host else host
    return f"http://{name}:{port}/" + (f"?token={desk.token}" if desk.token else "")


def serve(desk: Desk, host: str, port: int) -> None:
    """Serve until stopped, in one process: a desk is for one person or a small room."""
    server = import_module("uvicorn")
    server.run(
        make_app(desk), host=host, port=port, log_level="warning", server_header=False, access_log=False
    )

"""``tawatur desk``: the local web app on an archive."""

import webbrowser
from typing import Annotated

import typer

from tawatur.desk.serving import address_of, make_desk, serve
from tawatur.lexicon import load_knowledge

from .archive_options import Data, Where, opened
from .ingest import reader_name
from .plain import plain_app

app = plain_app()
Host = Annotated[str, typer.Option(help="Address to listen on; any but loopback demands a token.")]
Port = Annotated[int, typer.Option(min=1, max=65535, help="Port to listen on.")]
KnownAs = Annotated[
    str, typer.Option("--known-as", metavar="NAME", help="Name by which others reach this machine.")
]
Tiles = Annotated[
    str,
    typer.Option(
        envvar="TAWATUR_TILES",
        metavar="FILE-or-URL",
        help="Your own map tiles (PMTiles); an address is asked by the browser.",
    ),
]
NoBrowser = Annotated[bool, typer.Option("--no-browser", help="Print the address and open no browser.")]


@app.command()
def desk(
    archive: Where = "",
    host: Host = "127.0.0.1",
    port: Port = 8765,
    known_as: KnownAs = "",
    tiles: Tiles = "",
    no_browser: NoBrowser = False,
    data: Data = None,
) -> None:
    """Open the desk: events, reports and review in a browser, all on this machine.

    It listens on this machine only. With another --host it prints a token without which nobody is answered.
    """
    knowledge = load_knowledge(tuple(data or ()))
    place = make_desk(
        opened(archive, knowledge),
        knowledge,
        reader_name(knowledge),
        host=host,
        port=port,
        known_as=known_as,
        tiles=tiles,
    )
    address = address_of(place, known_as or host, port)
    print(f"The desk is at {address}  (Ctrl-C ends it)", flush=True)
    if not place.has_map:
        print("Its maps are plain drawings; 'make assets' fetches the full map (needs Node).", flush=True)
    if place.tiles and place.tiles.origin:
        print(f"Its map asks {place.tiles.origin} for tiles, which so learns where you look.", flush=True)
    if not no_browser:
        webbrowser.open(address)
    serve(place, host, port)

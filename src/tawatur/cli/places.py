"""``tawatur places``: find a place by name, or import a gazetteer."""

from pathlib import Path
from typing import Annotated

import typer

from tawatur.lexicon import load_knowledge
from tawatur.lexicon.gazetteer import import_places
from tawatur.lexicon.gazetteer_rows import Candidate

from .options import Data
from .plain import plain_app

app = plain_app("Find a place by name, or import a gazetteer.")


@app.command()
def find(
    name: Annotated[str, typer.Argument(help="A place's name, vocalised or not.", show_default=False)],
    data: Data = None,
) -> None:
    """Print the places that bear this name: id, coordinates, level, country, people, names."""
    places = load_knowledge(data or ()).gazetteer.find(name)
    for place in places:
        print("\n".join(shown(place)))
    if not places:
        typer.echo(f"tawatur: no place of this name: {name}; a gazetteer can be imported", err=True)
        raise typer.Exit(1)


def shown(place: Candidate) -> tuple[str, str]:
    """Two lines: what is known of the place, then its Arabic names by themselves."""
    position = f"{place.lat:9.4f} {place.lon:9.4f}"
    known = f"{place.id:24} {position}  {place.level:9} {place.country}  {place.population:>10,}"
    return f"{known}  {place.name}", f"{'':24} {'، '.join(place.names_ar)}"


@app.command("import")
def import_file(
    file: Annotated[
        Path, typer.Argument(help="A GeoNames dump, or a TSV with its header.", show_default=False)
    ],
) -> None:
    """Keep the places of this file in the user's folder, so that every later reading knows them."""
    count = import_places(file)
    print(f"{count:,} places with Arabic names imported from {file}")

"""``tawatur decide``: what a person rules about an event."""

import getpass
from typing import Annotated

import typer

from .archive_options import Where, opened
from .plain import plain_app

app = plain_app("Rule about an event; every decision is appended with who made it and why, none overwrites.")
Event = Annotated[str, typer.Argument(help="The id of the event.")]
Why = Annotated[str, typer.Option("--why", help="The reason, kept with the decision.")]
Who = Annotated[str, typer.Option("--who", help="Who decides; by default the user's name.")]


@app.command()
def confirm(event: Event, why: Why, who: Who = "", archive: Where = "") -> None:
    """The event is right as it stands."""
    _decide("confirm", event, why, who, archive)


@app.command()
def correct(
    event: Event,
    field: Annotated[str, typer.Argument(help="The field: type, date, place, by, killed …")],
    value: Annotated[str, typer.Argument(help="Its right value: 4, 2020-05-30, NAME@LAT,LON …")],
    why: Why,
    who: Who = "",
    archive: Where = "",
) -> None:
    """A field of the event has another value."""
    _decide("correct", event, why, who, archive, field=field, value=value)


@app.command()
def reject(event: Event, why: Why, who: Who = "", archive: Where = "") -> None:
    """The event is no event; it is kept and no longer shown."""
    _decide("reject", event, why, who, archive)


@app.command()
def merge(
    event: Event,
    other: Annotated[str, typer.Argument(help="The id of the other event.")],
    why: Why,
    who: Who = "",
    archive: Where = "",
) -> None:
    """Two events are one."""
    _decide("merge", event, why, who, archive, other=other)


@app.command()
def split(
    event: Event,
    other: Annotated[str, typer.Argument(help="The telling or article to set apart.")],
    why: Why,
    who: Who = "",
    archive: Where = "",
) -> None:
    """A telling of the event tells another one."""
    _decide("split", event, why, who, archive, other=other)


@app.command()
def overrule(
    event: Event,
    standing: Annotated[str, typer.Argument(help="The standing it shall have.")],
    why: Why,
    who: Who = "",
    archive: Where = "",
) -> None:
    """The event has another standing than the computed one."""
    _decide("overrule", event, why, who, archive, value=standing)


@app.command()
def note(event: Event, why: Why, who: Who = "", archive: Where = "") -> None:
    """A remark that stands with the event and changes nothing."""
    _decide("note", event, why, who, archive)


@app.command()
def undo(
    event: Event,
    number: Annotated[int, typer.Argument(min=1, help="The number of the decision, as the event shows it.")],
    why: Why,
    who: Who = "",
    archive: Where = "",
) -> None:
    """A decision is taken back; both stay in the log."""
    _decide("undo", event, why, who, archive, value=str(number))


@app.command()
def rate(
    name: Annotated[str, typer.Argument(help="A speaker or outlet, as the claims name it.")],
    grade: Annotated[str, typer.Argument(help="A (completely reliable) to F (cannot be judged).")],
    why: Why,
    who: Who = "",
    archive: Where = "",
) -> None:
    """How reliable a speaker or outlet is held; the latest judgement holds."""
    opened(archive).rate(name, grade.upper(), who=who or getpass.getuser(), why=why)
    print(f"{name}: {grade.upper()}")


def _decide(what: str, event: str, why: str, who: str, archive: str, **more: str) -> None:
    left = opened(archive).decide(what, event, who=who or getpass.getuser(), why=why, **more)
    said = left.decided[-1] if left.decided else "no decision stands"
    print(f"{left.id} {left.type} {left.standing.grade}: {said}")

"""The entry point: finds the command in the table and turns known errors into one clear line."""

import os
import sys
from importlib import import_module
from typing import Any

import typer
from typer.core import TyperGroup

from tawatur import __version__
from tawatur.model.errors import TawaturError

from .commands import COMMANDS

NOTHING_READ = 2
INTERRUPTED = 130


class CommandTable(TyperGroup):
    """A group whose commands are imported only when they are called."""

    def list_commands(self, ctx: Any) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        if cmd_name not in COMMANDS:
            return None
        command = typer.main.get_command(import_module(COMMANDS[cmd_name].module).app)
        command.name = cmd_name
        return command

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, row.help) for name, row in COMMANDS.items()])


app = typer.Typer(
    cls=CommandTable,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(__version__)
        raise typer.Exit


@app.callback()
def tawatur(
    version: bool = typer.Option(
        False, "--version", callback=_print_version, is_eager=True, help="Print the version."
    ),
) -> None:
    """Read reports of armed conflict and keep who says what happened, where, when and in which words."""


def _speak_utf8() -> None:
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="replace")


def _leave_quietly() -> int:
    # The reader of our pipe has gone ("| head"): nothing more can be written, not even at exit.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0


def run() -> None:
    """Run the command line; known errors end as one line and exit code 2, never as a traceback."""
    _speak_utf8()
    try:
        app(prog_name="tawatur")
    except BrokenPipeError:
        sys.exit(_leave_quietly())
    except TawaturError as error:
        print(f"tawatur: {error}", file=sys.stderr)
        sys.exit(NOTHING_READ)
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)

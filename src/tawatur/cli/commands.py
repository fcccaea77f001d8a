"""The visible table of commands: name, module, one line of help. A command is loaded when it is called."""

from typing import NamedTuple


class Row(NamedTuple):
    """One command: the module whose ``app`` runs it, and its line in ``tawatur --help``."""

    module: str
    help: str


COMMANDS = {
    "read": Row("tawatur.cli.read", "Read reports and print what they tell."),
    "explain": Row("tawatur.cli.explain", "Show the words and rules behind each value of a report."),
    "places": Row("tawatur.cli.places", "Find a place by name, or import a gazetteer."),
}

"""The visible table of commands: name, module, one line of help. A command is loaded when it is called."""

from typing import NamedTuple


class Row(NamedTuple):
    """One command: the module whose ``app`` runs it, and its line in ``tawatur --help``."""

    module: str
    help: str


COMMANDS = {
    "read": Row("tawatur.cli.read", "Read reports and print what they tell."),
    "explain": Row("tawatur.cli.explain", "Show the words and rules behind each value of a report."),
    "evaluate": Row("tawatur.cli.evaluate", "Measure a coding against a gold coding, slot by slot."),
    "places": Row("tawatur.cli.places", "Find a place by name, or import a gazetteer."),
    "ingest": Row("tawatur.cli.ingest", "Read reports into the archive."),
    "events": Row("tawatur.cli.events", "List the events of the archive."),
    "event": Row("tawatur.cli.event", "Show one event: claims, differences, figures, standing, history."),
    "decide": Row(
        "tawatur.cli.decide", "Confirm, correct, reject, merge, split or overrule; appended for ever."
    ),
    "history": Row("tawatur.cli.history", "Show what happened to the archive or to an event."),
    "verify": Row("tawatur.cli.verify", "Prove that the archive is whole."),
    "desk": Row("tawatur.cli.desk", "Open the desk: events, reports and review in a browser."),
    "export": Row("tawatur.cli.export", "Write events and claims in the formats of the field."),
}

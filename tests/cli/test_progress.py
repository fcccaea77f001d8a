"""On a terminal a bar is drawn on standard error, and the output stays whole."""

import json
import os
import pty
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from threading import Thread

from cli.commands import ROOT


def drain(terminal: int, shown: bytearray) -> None:
    """Read all that a terminal shows, until the other side is closed."""
    with suppress(OSError):
        while piece := os.read(terminal, 4096):
            shown += piece


def test_the_bar_does_not_swallow_the_output(tmp_path: Path) -> None:
    terminal, side = pty.openpty()
    shown = bytearray()
    reader = Thread(target=drain, args=(terminal, shown))
    reader.start()
    out = tmp_path / "out.json"
    command = [sys.executable, "-m", "tawatur.cli", "read", "samples", "-f", "codebook"]
    environment = {**os.environ, "TERM": "xterm", "COLUMNS": "120"}
    with out.open("wb") as target:
        subprocess.run(command, stdout=target, stderr=side, cwd=ROOT, check=True, env=environment)
    os.close(side)
    reader.join()
    os.close(terminal)
    assert b"10 reports" in shown
    assert len(json.loads(out.read_text("utf-8"))) == 10


def test_ingest_shows_its_bar_on_a_terminal(tmp_path: Path) -> None:
    terminal, side = pty.openpty()
    shown = bytearray()
    reader = Thread(target=drain, args=(terminal, shown))
    reader.start()
    command = [sys.executable, "-m", "tawatur.cli", "ingest", "samples", "-a", str(tmp_path / "a.sqlite")]
    environment = {**os.environ, "TERM": "xterm", "COLUMNS": "120"}
    subprocess.run(command, stdout=side, stderr=side, cwd=ROOT, check=True, env=environment)
    os.close(side)
    reader.join()
    os.close(terminal)
    assert b"10 new reports" in shown
    assert b"a second" in shown

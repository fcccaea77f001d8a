"""On a terminal a bar is drawn on standard error, and the output stays whole."""

import json
import os
import pty
import subprocess
import sys
from pathlib import Path

from cli.commands import ROOT


def test_the_bar_does_not_swallow_the_output(tmp_path: Path) -> None:
    terminal, side = pty.openpty()
    out = tmp_path / "out.json"
    command = [sys.executable, "-m", "tawatur.cli", "read", "samples", "-f", "codebook"]
    environment = {**os.environ, "TERM": "xterm"}
    with out.open("wb") as target:
        subprocess.run(command, stdout=target, stderr=side, cwd=ROOT, check=True, env=environment)
    os.close(side)
    assert b"10 reports" in os.read(terminal, 1 << 16)
    os.close(terminal)
    assert len(json.loads(out.read_text("utf-8"))) == 10

"""Runs the command line as a user does."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent


def tawatur(*words: str | Path, given: bytes = b"") -> subprocess.CompletedProcess[str]:
    """The finished command: exit code, output and errors as text."""
    command = [sys.executable, "-m", "tawatur.cli", *map(str, words)]
    done = subprocess.run(command, input=given, capture_output=True, cwd=ROOT, check=False)
    return subprocess.CompletedProcess(command, done.returncode, done.stdout.decode(), done.stderr.decode())

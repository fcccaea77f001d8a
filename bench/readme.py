"""Write the README's output anew: ``make readme`` runs the command that its comment names."""

import re
import shlex
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
BLOCK = re.compile(r"(<!-- output of: tawatur (.+?) -->\n```text\n).*?(```)", re.DOTALL)


def printed(words: str) -> str:
    """What the command prints."""
    command = [sys.executable, "-m", "tawatur.cli", *shlex.split(words)]
    return subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout


def main() -> None:
    """Replace the output in the README."""
    path = ROOT / "README.md"
    text = path.read_text("utf-8")
    path.write_text(BLOCK.sub(lambda m: m.group(1) + printed(m.group(2)) + m.group(3), text), "utf-8")


main()

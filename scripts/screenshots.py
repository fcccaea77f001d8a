"""Pictures of the desk's main pages: python scripts/screenshots.py FOLDER."""

import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from tests.desk.serving import served  # noqa: E402


def main(folder: Path) -> None:
    """Read the samples into an archive, serve it, and let the browser take the pictures."""
    with TemporaryDirectory() as place:
        archive = Path(place) / "samples.sqlite"
        ingest = ["-m", "tawatur.cli", "ingest", str(ROOT / "samples"), "--archive", str(archive)]
        subprocess.run([sys.executable, *ingest], check=True)
        with served(archive) as base:
            command = ["node", "screenshots.mjs", base, str(folder.resolve())]
            subprocess.run(command, cwd=ROOT / "web", check=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]))

"""Score our reading of the development reports against their gold coding: ``accuracy.py SHARED``."""

import subprocess
import sys
import tempfile
from pathlib import Path


def score(reports: Path, gold: Path, scorer: Path) -> None:
    """Read these reports in the codebook's form and print the scorer's table."""
    with tempfile.TemporaryDirectory() as folder:
        coded = Path(folder) / "coded.json"
        with coded.open("w", encoding="utf-8") as target:
            command = [sys.executable, "-m", "tawatur.cli", "read", "--format", "codebook", str(reports)]
            subprocess.run(command, check=True, stdout=target)
        print(f"## {reports.name}", flush=True)
        subprocess.run([sys.executable, str(scorer), str(gold), "--", str(coded), *sys.argv[2:]], check=True)


def main() -> None:
    """Score both sets of the shared folder."""
    shared = Path(sys.argv[1] if len(sys.argv) > 1 else "../shared")
    if not (shared / "dev").is_dir():
        sys.exit(f"{shared}/dev is absent: name the shared folder, as in `make accuracy SHARED=/work/shared`")
    scorer = shared / "tools" / "score.py"
    score(shared / "dev" / "reports.json", shared / "dev" / "gold.json", scorer)
    score(shared / "dev" / "seed.json", shared / "dev" / "seed.gold.json", scorer)


main()

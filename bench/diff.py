"""What two versions of the code read differently: ``diff.py OLD [NEW] PATH…``.

OLD and NEW are git revisions; without NEW, the working tree is the new version. PATH is anything that
`tawatur read` takes. Gains are incidents that only the new version tells, losses those that only the
old one tells, changes the fields that differ in what both tell.
"""

import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

from tawatur.exchange.agreement import Difference, agreement
from tawatur.exchange.codings import read_codings
from tawatur.lexicon import load_knowledge

ROOT = Path(__file__).parent.parent
NAMES = {"missed": "loss", "extra": "gain"}


def is_revision(word: str) -> bool:
    """Whether git knows a word as a revision, and no file bears it."""
    command = ["git", "-C", str(ROOT), "rev-parse", "--quiet", "--verify", f"{word}^{{commit}}"]
    return (
        not Path(word).exists() and subprocess.run(command, capture_output=True, check=False).returncode == 0
    )


def coded(tree: Path, paths: list[str], target: Path) -> Path:
    """The codings that the code of one tree gives these reports."""
    command = [sys.executable, "-m", "tawatur.cli", "read", "--format", "codebook", *paths]
    with target.open("wb") as file:
        subprocess.run(command, check=True, stdout=file, env={"PYTHONPATH": str(tree / "src"), "PATH": ""})
    return target


def of_revision(revision: str, paths: list[str], folder: Path) -> Path:
    """The codings of one revision, read in a work tree of its own."""
    tree = folder / revision.replace("/", "-")
    git = ["git", "-C", str(ROOT), "worktree"]
    subprocess.run([*git, "add", "--quiet", "--detach", str(tree), revision], check=True)
    try:
        return coded(tree, paths, folder / f"{tree.name}.json")
    finally:
        subprocess.run([*git, "remove", "--force", str(tree)], check=True)


def told(difference: Difference) -> str:
    """One difference a line: loss, gain or the field that changed; what was, what is; the words."""
    kind = NAMES.get(difference.what, f"change {difference.what}")
    was = " ".join(map(str, difference.gold)) or "-"
    now = " ".join(map(str, difference.coded)) or "-"
    return f"{difference.report}\t{kind}\t{was}\t{now}\t{' '.join(difference.evidence.split())[:120]}"


def main() -> None:
    """Read with both versions and print what differs, then how much of each kind."""
    words = sys.argv[1:]
    revisions = [word for word in words[:2] if is_revision(word)]
    paths = [str(Path(word).resolve()) for word in words[len(revisions) :]]
    if not revisions or not paths:
        sys.exit(__doc__)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        old = of_revision(revisions[0], paths, folder)
        new = (
            of_revision(revisions[1], paths, folder)
            if revisions[1:]
            else coded(ROOT, paths, folder / "new.json")
        )
        families = {event.id: event.family for event in load_knowledge().events.values()}
        found = agreement(read_codings(old), read_codings(new), families).differences
    print("\n".join(told(difference) for difference in found))
    counts = Counter(NAMES.get(difference.what, "change") for difference in found)
    print(f"{counts['gain']} gains, {counts['loss']} losses, {counts['change']} changes")


if __name__ == "__main__":
    main()

"""Compile the rooms that read with mypyc into src/tawatur/built; needs a C compiler and Python's headers.

Nothing is changed in the sources, and nothing is committed: `tawatur/native.py` loads what stands here
for as long as the sources stay as they were.
"""

import json
import os
import shutil
import sys
from pathlib import Path

from mypyc.build import mypycify
from setuptools import setup

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "src"
sys.path.insert(0, str(SOURCE))

from tawatur.native import BUILT, PACKAGE, SOURCES, digest, is_current, recorded  # noqa: E402

ROOMS = ("text", "mentions", "events")
BESIDE = ("lexicon/hits.py", "lexicon/matcher.py", "reading.py")
"""The modules of other rooms in which reading spends its time."""
DECODED = ("text/furniture.py",)
"""mypyc shortens annotations, and records that are decoded from the cache need them whole."""


def sources() -> list[Path]:
    """The modules to compile; packages' front doors only name what is offered."""
    inside = [path for room in ROOMS for path in sorted((PACKAGE / room).glob("*.py"))]
    skipped = {PACKAGE / name for name in DECODED}
    kept = [path for path in inside if path.name != "__init__.py" and path not in skipped]
    return kept + [PACKAGE / name for name in BESIDE]


def main() -> None:
    """Build, unless what stands there is up to date."""
    found = sources()
    names = [path.relative_to(PACKAGE).as_posix() for path in found]
    if is_current() and list(recorded()) == names:
        return
    temporary = ROOT / "build" / "native"
    shutil.rmtree(BUILT, ignore_errors=True)
    os.chdir(SOURCE)
    setup(
        name="tawatur-native",
        packages=[],
        ext_modules=mypycify(
            [str(path.relative_to(SOURCE)) for path in found],
            opt_level="2",
            debug_level="0",
            multi_file=True,
            target_dir=str(temporary),
        ),
        script_args=[
            "--quiet",
            "build_ext",
            f"--build-lib={BUILT}",
            f"--build-temp={temporary}",
            "--parallel=2",
        ],
    )
    digests = {name: digest(PACKAGE / name) for name in names}
    (BUILT / SOURCES).write_text(json.dumps(digests, indent=1), encoding="utf-8")


if __name__ == "__main__":
    main()

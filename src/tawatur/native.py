"""Prefer compiled modules to interpreted ones, where they were built from the very sources that are here.

``scripts/compile.py`` builds the rooms that read into ``tawatur/built`` and records the digest of every
source. If any source has changed since, or ``TAWATUR_INTERPRETED`` is set, all run interpreted: slower,
with the same results.
"""

import json
import os
import sys
from collections.abc import Mapping, Sequence
from functools import cached_property
from hashlib import sha256
from importlib.abc import MetaPathFinder
from importlib.machinery import EXTENSION_SUFFIXES, ModuleSpec
from importlib.util import spec_from_file_location
from pathlib import Path
from types import ModuleType

PACKAGE = Path(__file__).parent
BUILT = PACKAGE / "built"
SOURCES = "sources.json"
INTERPRETED_VARIABLE = "TAWATUR_INTERPRETED"


class CompiledModules(MetaPathFinder):
    """Finds the compiled form of a module, so long as all of them are up to date."""

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if not fullname.startswith("tawatur.") and not fullname.endswith("__mypyc"):
            return None
        file = self._files.get(fullname)
        return spec_from_file_location(fullname, file) if file else None

    @cached_property
    def _files(self) -> Mapping[str, Path]:
        return compiled_modules() if is_current() else {}


def prefer_compiled() -> None:
    """From now on import compiled modules where there are any."""
    if not os.environ.get(INTERPRETED_VARIABLE) and not any(
        isinstance(f, CompiledModules) for f in sys.meta_path
    ):
        sys.meta_path.insert(0, CompiledModules())


def compiled_modules() -> dict[str, Path]:
    """The files of compiled modules that this interpreter can load, by the modules' full names."""
    suffix = EXTENSION_SUFFIXES[0]
    files = BUILT.rglob(f"*{suffix}")
    return {".".join(f.relative_to(BUILT).parts).removesuffix(suffix): f for f in files}


def recorded() -> dict[str, str]:
    """The sources of the compiled modules, and the digest that each had when it was compiled."""
    found: dict[str, str] = json.loads((BUILT / SOURCES).read_text("utf-8"))
    return found


def is_current() -> bool:
    """Whether every compiled module was built from its source as it is now."""
    try:
        return all(digest(PACKAGE / name) == known for name, known in recorded().items())
    except (OSError, ValueError, AttributeError):
        return False


def digest(source: Path) -> str:
    """The SHA-256 of a file, in hexadecimal digits."""
    return sha256(source.read_bytes()).hexdigest()

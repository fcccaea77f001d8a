"""Keep what was compiled from data files on disk until a file, or the compiling code, changes."""

import os
import sys
from collections.abc import Callable, Iterable
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Any, TypeVar

import msgspec
from platformdirs import user_cache_path

T = TypeVar("T")


def cached(name: str, sources: Iterable[Path], kind: Any, build: Callable[[], T]) -> T:
    """What ``build`` gives for these source files, from the user's cache folder if it is there.

    The cache is an aid: an unreadable, damaged or unwritable one is passed over in silence.
    """
    path = cache_folder() / f"{name}-{_fingerprint(sources)}.msgpack"
    with suppress(OSError, msgspec.MsgspecError, UnicodeDecodeError):
        found: T = msgspec.msgpack.decode(path.read_bytes(), type=kind)
        return found
    built = build()
    with suppress(OSError):
        _replace(path, msgspec.msgpack.encode(built))
        _forget_older(path, name)
    return built


def cache_folder() -> Path:
    """Where compiled knowledge is kept: ``TAWATUR_HOME``/cache, or the user's cache folder."""
    home = os.environ.get("TAWATUR_HOME")
    return Path(home) / "cache" if home else user_cache_path("tawatur")


def _replace(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_suffix(f".{os.getpid()}.part")
    part.write_bytes(content)
    part.replace(path)


def _forget_older(path: Path, name: str) -> None:
    kept = sorted(path.parent.glob(f"{name}-*.msgpack"), key=lambda other: other.stat().st_mtime)
    for other in kept[:-3]:
        other.unlink(missing_ok=True)


def _fingerprint(sources: Iterable[Path]) -> str:
    code = sorted(Path(__file__).parent.glob("*.py")) + sorted(
        (Path(__file__).parent.parent / "text").glob("*.py")
    )
    digest = sha256(sys.version.encode())
    for path in [*code, *sources]:
        state = path.stat()
        digest.update(f"{path}\0{state.st_size}\0{state.st_mtime_ns}\n".encode())
    return digest.hexdigest()[:24]

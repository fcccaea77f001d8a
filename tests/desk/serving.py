"""A desk served for a browser, in a process of its own, on a port of its own."""

import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

PATIENCE = 120


def free_port() -> int:
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        return int(door.getsockname()[1])


@contextmanager
def served(archive: Path, *options: str) -> Iterator[str]:
    """The address of a desk on this archive, which ends with the block."""
    port = free_port()
    command = [
        "-m",
        "tawatur.cli",
        "desk",
        "--archive",
        str(archive),
        "--port",
        str(port),
        "--no-browser",
        *options,
    ]
    process = subprocess.Popen([sys.executable, *command], stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    base = f"http://127.0.0.1:{port}"
    try:
        _wait_for(f"{base}/static/desk.css", process)
        yield base
    finally:
        process.terminate()
        process.wait(20)


def _wait_for(address: str, process: subprocess.Popen[bytes]) -> None:
    for _ in range(PATIENCE * 5):
        try:
            urlopen(address, timeout=5).close()
            return
        except (URLError, OSError):
            assert process.poll() is None, process.stdout and process.stdout.read().decode()
            time.sleep(0.2)
    raise AssertionError(f"{address} does not answer")

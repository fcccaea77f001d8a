"""The house keeps its shape: imports face one way, files and functions stay small, names stay honest."""

import ast
from pathlib import Path
from statistics import median

import pytest

SOURCE = Path(__file__).parent.parent / "src" / "tawatur"
ROOMS = (
    "native",
    "model",
    "text",
    "lexicon",
    "mentions",
    "events",
    "reading",
    "fusion",
    "archive",
    "intake",
    "exchange",
    "batch",
    "desk",
    "cli",
)
STRANGERS = {"archive", "intake", "exchange"}
FORBIDDEN_NAMES = {"utils", "util", "helpers", "helper", "core", "manager", "misc", "common"}
MODULES = sorted(SOURCE.rglob("*.py"))


def room_of(path: Path) -> str:
    return path.relative_to(SOURCE).with_suffix("").parts[0]


def imported(path: Path) -> list[str]:
    """Every module of ours that this file imports, as a dotted name below ``tawatur``."""
    parts = path.relative_to(SOURCE).with_suffix("").parts
    package = parts[:-1]
    found: list[str] = []
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found += [alias.name for alias in node.names if alias.name.split(".")[0] == "tawatur"]
        elif isinstance(node, ast.ImportFrom):
            found += _from(node, package)
    return found


def _from(node: ast.ImportFrom, package: tuple[str, ...]) -> list[str]:
    if node.level:
        base = package[: len(package) - node.level + 1]
        full = ".".join(["tawatur", *base, *([node.module] if node.module else [])])
    else:
        full = node.module or ""
    if full.split(".")[0] != "tawatur":
        return []
    if full == "tawatur":
        return [f"tawatur.{alias.name}" for alias in node.names]
    return [full]


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(SOURCE)))
def test_a_room_imports_only_from_rooms_above_it(path: Path) -> None:
    if room_of(path) == "__init__":
        return
    mine = ROOMS.index(room_of(path))
    for name in imported(path):
        room = name.split(".")[1] if "." in name else ""
        if room == "__version__":
            continue
        assert room in ROOMS, f"{path.name} imports the front door or something unknown: {name}"
        assert ROOMS.index(room) <= mine, f"{path.name} in {room_of(path)} imports {name}, a room below it"
        both = {room, room_of(path)}
        assert not (len(both) == 2 and both <= STRANGERS), f"{path.name}: {both} never import one another"


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(SOURCE)))
def test_files_are_small_and_well_named(path: Path) -> None:
    assert len(path.read_text("utf-8").splitlines()) <= 400, f"{path} has more than 400 lines"
    assert not set(path.relative_to(SOURCE).with_suffix("").parts) & FORBIDDEN_NAMES


def function_lengths() -> list[tuple[int, str]]:
    """Length of every function without its docstring, and where it stands."""
    lengths = []
    for path in MODULES:
        if "migrations" in path.parts:  # a migration is frozen as it was generated
            continue
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                lengths.append((_length(node), f"{path.relative_to(SOURCE)}:{node.lineno} {node.name}"))
    return lengths


def _length(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    lines = (node.end_lineno or node.lineno) - node.lineno + 1
    first = node.body[0]
    if ast.get_docstring(node) is not None:
        lines -= (first.end_lineno or first.lineno) - first.lineno + 1
    return lines


def test_functions_are_short() -> None:
    lengths = function_lengths()
    longest = max(lengths)
    assert median(n for n, _ in lengths) <= 8
    assert longest[0] <= 60, f"{longest[1]} has {longest[0]} lines"
    long_ones = [where for n, where in lengths if n > 30]
    assert len(long_ones) <= len(lengths) * 0.03, f"too many functions over 30 lines: {long_ones}"


def test_no_source_holds_what_mypyc_cannot_compile() -> None:
    """A starred item on the right of "in" makes mypyc 2.4 stop with an error of its own."""
    for path in MODULES:
        if room_of(path) not in ("text", "mentions", "events", "reading"):
            continue
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Compare):
                items = [item for right in node.comparators for item in getattr(right, "elts", ())]
                starred = any(isinstance(item, ast.Starred) for item in items)
                assert not starred, f"{path}:{node.lineno}: write `in {{x}} | set(rest)`"


def test_the_front_door_offers_at_most_ten_names() -> None:
    import tawatur

    assert len(tawatur.__all__) <= 10
    for name in tawatur.__all__:
        assert getattr(tawatur, name) is not None

"""Who may import whom, who may read the clock, and how long a module may be.

`TIERS` is the flow of docs/decisions/0001 as a table: a part of the package may import the parts above it
and the leaves, never those below or beside it.  A new part of the package needs a place in the table.
"""

import ast
from collections.abc import Iterator
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path
from typing import NamedTuple

import pytest
from mkdocs.plugins import EVENTS

HOOKS = Path(__file__).parent.parent / "hooks"
PACKAGE = HOOKS / "katalog"
LONGEST_MODULE = 300
LONGEST_HOOK = 15

# Anyone may import these; they import each other only.
LEAVES = {
    "i18n", "json_encoding", "markdown", "money", "problems", "read_tracking", "when",
}  # fmt: skip

TIERS: tuple[set[str], ...] = (
    LEAVES,
    {"local_server", "source"},
    {"schema"},
    {"loading", "progress", "rates", "rewriting"},
    {"settings"},
    {"branding"},
    {"catalogue"},
    {"hand_pages"},
    {"checks"},
    {"views"},
    {"extend"},
    {"feeds", "form", "html", "search"},
    {"form_server", "publishing", "site_files"},
    {"share_pictures"},
    {"inspection"},
    {"incremental"},
    {"building", "diff", "git_history"},
    {"process_environment"},
    {"generated_docs", "new_files", "new_site", "spreadsheets"},
    {"adapter", "preview"},
    {"cli"},
    {"__main__", "hooks"},
)

# The rooms of `views/`, in the order in which they may import: each those before it, and its own.
ROOMS = ("", "shared", "courses", "projects", "institutions", "people", "my_library", "calendar", "indexes")
LAST = {"all_pages", "share_picture", "templates"}  # know the pages and the views of all rooms

# Only these may know the clock, the environment, other programs and the network; one knows MkDocs.
EDGE = {"adapter", "cli", "git_history", "process_environment", "progress"}
KNOWS_MKDOCS = {"adapter"}
MKDOCS = {"mkdocs", "material"}

IMPURE_MODULES = {
    "http", "os.environ", "os.getenv", "random", "requests", "secrets", "socket", "subprocess", "time.time",
    "urllib.request",
}  # fmt: skip
IMPURE_NAMES = {
    "date.today", "datetime.now", "datetime.today", "datetime.utcnow", "os.environ", "os.getenv",
    "Path.cwd", "Path.home", "time.localtime", "time.monotonic", "time.time", "uuid.uuid1", "uuid.uuid4",
}  # fmt: skip

# What libraries do not promise to keep, though its name does not begin with an underscore.
PRIVATE_MODULES = {"gettext.c2py", "jinja2.compiler", "jinja2.idtracking", "jinja2.lexer", "jinja2.parser"}
NAMED_TUPLES = {
    "_asdict",
    "_fields",
    "_make",
    "_replace",
}  # Python documents these, the underscore only sets apart


class Import(NamedTuple):
    """One imported name with its dots, and the line that imports it."""

    name: str
    line: int


def modules() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


def part_of(path: Path) -> str:
    """Name the part of the package a module belongs to; empty for the package's own `__init__`."""
    first = path.relative_to(PACKAGE).parts[0].removesuffix(".py")
    return "" if first == "__init__" else first


@cache
def parse(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


@cache
def nodes(tree: ast.Module) -> list[ast.AST]:
    return list(ast.walk(tree))


def imports(tree: ast.Module, package: str) -> Iterator[Import]:
    """Find every import, also inside functions and for type checkers; `package` resolves relative ones."""
    for node in nodes(tree):
        if isinstance(node, ast.Import):
            yield from (Import(alias.name, node.lineno) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = _absolute(node, package)
            yield from (Import(f"{base}.{alias.name}", node.lineno) for alias in node.names)


def _absolute(node: ast.ImportFrom, package: str) -> str:
    if not node.level:
        return node.module or ""
    parents = package.split(".")
    return ".".join([*parents[: len(parents) - node.level + 1], *filter(None, [node.module])])


def package_of(path: Path) -> str:
    return ".".join(path.relative_to(HOOKS).parent.parts)


def impure_uses(tree: ast.Module) -> Iterator[Import]:
    """Find names with dots that read what no input carries: the clock, the environment, chance."""
    ends = {name.rpartition(".")[2] for name in IMPURE_NAMES}
    for node in nodes(tree):
        if isinstance(node, ast.Attribute) and node.attr in ends:
            name = ".".join(ast.unparse(node).split(".")[-2:])
            if name in IMPURE_NAMES:
                yield Import(name, node.lineno)


def impurities(tree: ast.Module, package: str) -> list[Import]:
    imported = [one for one in imports(tree, package) if starts_with(one.name, IMPURE_MODULES)]
    return [*imported, *impure_uses(tree)]


def starts_with(name: str, prefixes: set[str]) -> bool:
    return any(name == prefix or name.startswith(prefix + ".") for prefix in prefixes)


def tier_of(part: str) -> int:
    return next((rank for rank, parts in enumerate(TIERS) if part in parts), -1)


def may_import(part: str, other: str) -> bool:
    return other in {"", part} or tier_of(other) < tier_of(part) or {part, other} <= LEAVES


def imported_parts(path: Path) -> Iterator[Import]:
    for name, line in imports(parse(path), package_of(path)):
        if name.startswith("katalog."):
            yield Import(name.split(".")[1], line)


def describe(path: Path, found: list[Import]) -> list[str]:
    return [f"{path.relative_to(HOOKS)}:{line} {name}" for name, line in found]


def test_every_part_has_a_place_in_the_table() -> None:
    parts = {part_of(path) for path in modules()}
    assert {part for part in parts if part and tier_of(part) < 0} == set(), "give it a place in TIERS"


def test_imports_follow_the_flow() -> None:
    assert [line for path in modules() for line in describe(path, against_the_flow(path))] == []


def against_the_flow(path: Path) -> list[Import]:
    known = [found for found in imported_parts(path) if tier_of(found.name) >= 0]
    return [found for found in known if not may_import(part_of(path), found.name)]


def room_of(name: str) -> str:
    """Name the room of `views/` that a module lies in; empty for those of no room."""
    parts = name.split(".")
    return parts[2] if parts[:2] == ["katalog", "views"] and len(parts) > 2 and parts[2] in ROOMS else ""


def test_the_rooms_of_views_import_in_one_direction() -> None:
    against = [
        f"{path.relative_to(HOOKS)}:{found.line} {found.name}"
        for path in (PACKAGE / "views").rglob("*.py")
        for found in imports(parse(path), package_of(path))
        if path.stem not in LAST and ROOMS.index(room_of(found.name)) > ROOMS.index(room_of(name_of(path)))
    ]
    assert against == []


def name_of(path: Path) -> str:
    return ".".join(path.relative_to(HOOKS).with_suffix("").parts)


def test_no_circle_of_modules() -> None:
    names = {name_of(path): path for path in modules()}
    needed = {
        name: {
            known
            for found in module_imports(parse(path), package_of(path))
            for known in (found.name, found.name.rpartition(".")[0])
            if known in names and known != name
        }
        for name, path in names.items()
    }
    TopologicalSorter(needed).prepare()  # raises CycleError, which names the circle


def module_imports(tree: ast.Module, package: str) -> Iterator[Import]:
    """Find the imports that run when the module is loaded: not those for type checkers or in functions."""
    running: list[ast.stmt] = [node for node in tree.body if isinstance(node, (ast.Import, ast.ImportFrom))]
    yield from imports(ast.Module(running, []), package)


def test_only_the_adapter_knows_mkdocs() -> None:
    others = [path for path in modules() if part_of(path) not in KNOWS_MKDOCS]
    found = {
        path: [one for one in imports(parse(path), package_of(path)) if starts_with(one.name, MKDOCS)]
        for path in others
    }
    assert [line for path in others for line in describe(path, found[path])] == []


def test_only_the_edge_reads_the_clock_the_environment_and_the_network() -> None:
    inside = [path for path in modules() if part_of(path) not in EDGE]
    found = {path: impurities(parse(path), package_of(path)) for path in inside}
    assert [line for path in inside for line in describe(path, found[path])] == []


def private_uses(tree: ast.Module, package: str) -> list[Import]:
    """Find imports of others' private names, and private attributes of anything but `self` and `cls`."""
    imported = [
        one
        for one in imports(tree, package)
        if not starts_with(one.name, {"katalog"})
        and (any(map(is_private, one.name.split("."))) or starts_with(one.name, PRIVATE_MODULES))
    ]
    used = [
        Import(ast.unparse(node), node.lineno)
        for node in nodes(tree)
        if isinstance(node, ast.Attribute) and is_private(node.attr) and node.attr not in NAMED_TUPLES
        if ast.unparse(node.value) not in {"self", "cls"}
    ]
    return [*imported, *used]


def is_private(name: str) -> bool:
    return name.startswith("_") and not name.startswith("__")


def test_no_module_uses_a_private_name_of_a_library() -> None:
    found = {path: private_uses(parse(path), package_of(path)) for path in modules()}
    assert [line for path in found for line in describe(path, found[path])] == []


def test_modules_are_short() -> None:
    lengths = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in modules()}
    too_long = [path for path, length in lengths.items() if length > LONGEST_MODULE]
    assert too_long == [], "split them by concept"


def test_hook_modules_only_bind_events() -> None:
    assert [
        path for path in HOOKS.glob("*.py") if len(path.read_text("utf-8").splitlines()) > LONGEST_HOOK
    ] == []


def test_hook_modules_bind_only_events_mkdocs_has() -> None:
    """MkDocs takes every callable named `on_*` for an event and stops at one it does not know."""
    known = {f"on_{event}" for event in EVENTS}
    assert {
        path.name: bound_events(path) - known for path in HOOKS.glob("*.py") if bound_events(path) - known
    } == {}


def bound_events(path: Path) -> set[str]:
    names = {node.id for node in nodes(parse(path)) if isinstance(node, ast.Name)}
    names |= {node.name for node in parse(path).body if isinstance(node, ast.FunctionDef)}
    names |= {one.name.rpartition(".")[2] for one in imports(parse(path), "")}
    return {name for name in names if name.startswith("on_")}


@pytest.mark.parametrize(
    "source",
    [
        "import datetime\ndatetime.date.today()",
        "from datetime import date\ndate.today()",
        "import os\nos.environ['TODAY']",
        "from os import environ",
        "from urllib import request",
        "def late():\n    import subprocess",
        "from time import time",
    ],
)
def test_an_impure_module_would_be_seen(source: str) -> None:
    assert impurities(ast.parse(source), "katalog")


@pytest.mark.parametrize(
    "source",
    [
        "from yaml._yaml import CParser",
        "import yaml._yaml",
        "from markupsafe import _escape_inner",
        "from gettext import c2py",
        "from jinja2.compiler import CodeGenerator",
        "import jinja2.idtracking",
        "import yaml\nyaml._yaml.CParser",
        "def late(environment):\n    environment._parse()",
    ],
)
def test_a_private_name_would_be_seen(source: str) -> None:
    assert private_uses(ast.parse(source), "katalog")


@pytest.mark.parametrize(
    "source",
    [
        "from __future__ import annotations",
        "from katalog._own import x",
        "pair._replace(a=1)",
        "self._own.part",
    ],
)
def test_a_public_name_is_not_taken_for_a_private_one(source: str) -> None:
    assert not private_uses(ast.parse(source), "katalog")


@pytest.mark.parametrize(
    ("source", "package", "name"),
    [
        ("from katalog import views", "katalog.schema", "katalog.views"),
        ("from . import views", "katalog", "katalog.views"),
        ("from ..views import page", "katalog.schema", "katalog.views.page"),
        ("import katalog.views.page", "katalog.schema", "katalog.views.page"),
    ],
)
def test_every_way_to_import_is_understood(source: str, package: str, name: str) -> None:
    assert [one.name for one in imports(ast.parse(source), package)] == [name]


@pytest.mark.parametrize(
    ("part", "other", "allowed"),
    [
        ("views", "catalogue", True),
        ("catalogue", "views", False),
        ("html", "feeds", False),
        ("when", "i18n", True),
        ("when", "schema", False),
        ("schema", "", True),
    ],
)
def test_the_table_means_the_flow(part: str, other: str, allowed: bool) -> None:
    assert may_import(part, other) is allowed

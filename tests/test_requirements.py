"""What the code imports is declared, what is declared is pinned and hashed, and no machine leaks in."""

import ast
import re
import sys
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

PROJECT = Path(__file__).parent.parent
OWN = {"bench", "katalog", "tests", "tools"}
COMES_WITH = {
    "markupsafe": "jinja2",  # Jinja's documentation says to import Markup from there
}
OWN_ENVIRONMENT = re.compile(
    r"^# /// script$", re.MULTILINE
)  # PEP 723: a script that states its dependencies
LOCKED = ("requirements", "requirements-dev")


def normalise(name: str) -> str:
    """Spell a distribution's name in the one way of PEP 503."""
    return re.sub(r"[-_.]+", "-", name).lower()


def declared(name: str) -> set[str]:
    lines = (PROJECT / f"{name}.in").read_text(encoding="utf-8").splitlines()
    names = (re.match(r"[A-Za-z0-9._-]+", line) for line in lines if not line.startswith(("#", "-")))
    return {normalise(found[0]) for found in names if found}


def pins(name: str) -> dict[str, tuple[str, int]]:
    """Return each pinned distribution's version and its number of hashes."""
    text = (PROJECT / f"{name}.txt").read_text(encoding="utf-8")
    blocks = re.findall(r"^([a-z0-9-]+)==(\S+)(.*?)(?=^[a-z]|\Z)", text, re.MULTILINE | re.DOTALL)
    return {package: (version, rest.count("--hash=sha256:")) for package, version, rest in blocks}


def third_party(folder: str) -> set[str]:
    """Return the distributions that the modules below `folder` import."""
    provided = packages_distributions()
    texts = [path.read_text(encoding="utf-8") for path in (PROJECT / folder).rglob("*.py")]
    roots = {root for text in texts if not OWN_ENVIRONMENT.search(text) for root in imported_roots(text)}
    names = {normalise(provided.get(root, [root])[0]) for root in roots - OWN - sys.stdlib_module_names}
    return {COMES_WITH.get(name, name) for name in names}


def imported_roots(text: str) -> set[str]:
    nodes = list(ast.walk(ast.parse(text)))
    plain = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    named = {node.module or "" for node in nodes if isinstance(node, ast.ImportFrom) and not node.level}
    return {name.split(".")[0] for name in plain | named}


def test_what_the_package_imports_is_declared() -> None:
    assert third_party("hooks") - declared("requirements") == set()


@pytest.mark.parametrize("folder", ["tests", "bench", "tools"])
def test_what_tests_and_tools_import_is_declared(folder: str) -> None:
    assert third_party(folder) - declared("requirements") - declared("requirements-dev") == set()


@pytest.mark.parametrize("name", LOCKED)
def test_what_is_declared_is_pinned(name: str) -> None:
    assert declared(name) - set(pins(name)) == set()


@pytest.mark.parametrize("name", LOCKED)
def test_every_pin_has_the_hashes_of_wheels_and_source(name: str) -> None:
    assert [package for package, (_, hashes) in pins(name).items() if hashes < 2] == []


@pytest.mark.parametrize("name", LOCKED)
def test_no_index_or_folder_of_a_machine_is_named(name: str) -> None:
    text = (PROJECT / f"{name}.txt").read_text(encoding="utf-8")
    assert re.findall(r"--(?:index|extra-index|find-links|trusted)\S*|\w+://\S+", text) == []


def test_both_files_pin_the_same_versions() -> None:
    runtime, development = pins("requirements"), pins("requirements-dev")
    assert {name: pin for name, pin in runtime.items() if development.get(name) != pin} == {}


def test_a_new_site_begins_with_the_same_pins() -> None:
    inside = PROJECT / "hooks/katalog/new_site/requirements.txt"
    assert inside.read_bytes() == (PROJECT / "requirements.txt").read_bytes(), "make lock"

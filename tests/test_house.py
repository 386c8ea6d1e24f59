"""What holds for the whole tree: promised commands exist, and every relative link in the docs leads on."""

import re
import subprocess
from pathlib import Path

import pytest

from katalog.html.csp import policy
from katalog.schema.entries import read_entry
from katalog.source import read_source

PROJECT = Path(__file__).parent.parent
PROMISED = {"site", "build", "check", "test", "bench", "lock", "clean"}
DOCUMENTS = sorted([*PROJECT.glob("*.md"), *PROJECT.glob("docs/**/*.md"), *PROJECT.glob("bench/*.md")])
PROGRAM_FILES = [*PROJECT.glob("tests/*.py"), *PROJECT.glob("hooks/katalog/**/*.*")]
CODE = re.compile(r"^```.*?^```$|^ {4}[^\n]*$|`[^`\n]*`", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\((?!\w+:|#)([^)#\s]+)")


def test_make_lists_what_is_promised() -> None:
    result = subprocess.run(["make", "help"], cwd=PROJECT, capture_output=True, text=True, check=True)
    listed = set(re.findall(r"^  make (\S+)", result.stdout, re.MULTILINE))
    assert listed >= PROMISED


def test_the_readme_names_only_commands_that_exist() -> None:
    rules = set(re.findall(r"^([a-z-]+):", (PROJECT / "Makefile").read_text("utf-8"), re.MULTILINE))
    readme = (PROJECT / "README.md").read_text("utf-8")
    named = set(re.findall(r"(?:^ {4}|`)make ([a-z-]+)", readme, re.MULTILINE))
    assert named <= rules
    assert {"site", "test"} <= named


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: str(path.relative_to(PROJECT)))
def test_links_between_documents_lead_somewhere(path: Path) -> None:
    text = CODE.sub("", path.read_text("utf-8"))
    assert [target for target in LINK.findall(text) if not (path.parent / target).exists()] == []


def test_the_map_of_the_program_names_files_that_are_there() -> None:
    text = (PROJECT / "docs/developers/flow.md").read_text("utf-8")
    named = set(re.findall(r"`((?:[\w-]+/)*[\w-]+\.(?:py|toml|html|js|json|css))`", text))
    paths = [f"/{path.relative_to(PROJECT).as_posix()}" for path in PROGRAM_FILES]
    assert len(named) > 100
    assert {name for name in named if not any(path.endswith(f"/{name}") for path in paths)} == set()


def test_the_map_of_the_program_names_functions_that_are_there() -> None:
    text = (PROJECT / "docs/developers/flow.md").read_text("utf-8")
    named = {*re.findall(r"`(_[a-z_]+|[A-Z][A-Z_]{3,})`", text)}
    code = "\n".join(path.read_text("utf-8") for path in PROGRAM_FILES if path.suffix == ".py")
    assert len(named) > 5
    assert {name for name in named if not re.search(rf"\b{name}\b", code)} == set()


def test_the_headers_we_recommend_hold_the_policy_of_the_pages() -> None:
    text = (PROJECT / "docs/publishing.md").read_text("utf-8")
    examples = re.findall(r"Content-Security-Policy(?:: | \")(.*?)(?:\" always;)?$", text, re.MULTILINE)
    assert len(examples) >= 2
    assert set(examples) == {policy(header=True)}


@pytest.mark.parametrize("name", ["docs/da/foerste-post.md", "docs/sv/forsta-posten.md"])
def test_the_first_record_of_the_docs_is_a_good_one(name: str) -> None:
    found = re.search(r"```yaml\n(.*?)```", (PROJECT / name).read_text("utf-8"), re.DOTALL)
    assert found
    source, problems = read_source("courses/first.md", found[1].encode())
    assert source, problems
    assert read_entry(source, "first", "courses")[1] == []

"""Breaks are real ones: each changes what a file does, and a copy's tests run the copy's code."""

import ast
from pathlib import Path

import pytest

from bench.breaks import Copy, chosen
from bench.mutations import mutations
from tests.support import write_files

SOURCE = '''
"""What it is for."""

@dataclass(frozen=True)
class Thing:
    __slots__ = ("a",)
    text: Literal["x"] = cast("str", "y")

def first(values: Iterator[int], least: int) -> list[str]:
    """Return them."""
    assert least
    if values:
        values.clear()
    most(found, key=len)
    found = sorted((v for v in values if v > 7), key=lambda v: -v)
    return [f"æ{v + 3}" for v in found if not v] and Thing(found, text=least)
'''


def broken(tmp_path: Path) -> list[str]:
    file = tmp_path / "a.py"
    file.write_text(SOURCE, encoding="utf-8")
    source = file.read_bytes()
    return [ast.unparse(ast.parse(each.of(source))) for each in mutations(file)]


@pytest.mark.parametrize(
    "expected",
    [
        "if not values:",
        "        pass",
        "v >= 7",
        "v > 8",
        "(v for v in values)",
        "key=lambda v: -v, reverse=True)",
        "if v > 7))",
        "(v for v in values if v > 7))",
        "[f'æ{v + 3}' for v in found]",
        "for v in found if v]",
        "f'æ{v + 3}' + 'X'",
        "if not v] or Thing(",
        "text=None",
        "most(found)",
        "return []",
    ],
)
def test_every_kind_is_tried(tmp_path: Path, expected: str) -> None:
    assert any(expected in text for text in broken(tmp_path))


def test_each_changes_something_and_no_two_the_same(tmp_path: Path) -> None:
    found = broken(tmp_path)
    assert ast.unparse(ast.parse(SOURCE)) not in found
    assert len(found) == len(set(found))


@pytest.mark.parametrize(
    "same", ["What it is for.", "frozen=True", "('a',)", "cast('str', 'y')", "assert least"]
)
def test_what_no_reader_sees_is_left_alone(tmp_path: Path, same: str) -> None:
    assert all(same in text for text in broken(tmp_path))


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    root = write_files(
        tmp_path / "project",
        {
            "hooks/katalog/__init__.py": "",
            "hooks/katalog/views/__init__.py": "",
            "hooks/katalog/views/seen.py": "def lower(a, b):\n    return a < b and len(str(a + b)) > 3\n",
            "tests/first/test_seen.py": """
                from katalog.views.seen import lower

                def test_it():
                    assert lower(1000, 1001)
                """,
            "tests/test_rest.py": """
                from katalog.views.seen import lower

                def test_it():
                    assert not lower(1000, 1000)
                """,
        },
    )
    monkeypatch.setattr("bench.breaks.REPOSITORY", root)
    monkeypatch.setattr("bench.breaks.FIRST", ("tests/first",))
    monkeypatch.setattr("bench.breaks.REST", ("tests/test_rest.py",))
    return root


def test_a_seed_gives_the_same_breaks(project: Path) -> None:
    assert chosen(project, 4, 3) == chosen(project, 4, 3)
    assert chosen(project, 4, 3) != chosen(project, 4, 4)


def test_a_break_is_made_in_the_copy_alone_seen_and_mended(project: Path, tmp_path: Path) -> None:
    copy = Copy(tmp_path / "copy")
    file = copy.root / "hooks/katalog/views/seen.py"
    before = file.read_bytes()
    assert copy.sees(next(each for each in mutations(file) if each.after == "(a <= b)")) == "rest"
    assert file.read_bytes() == before

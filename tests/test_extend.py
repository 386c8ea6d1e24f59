"""A site's own checks and pages, as the example of the documentation registers them."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from katalog import extend
from katalog.cli import main
from katalog.extend import OwnPage, own_pages, own_problems
from katalog.problems import Problem
from katalog.problems.own_code import OwnCodeError
from katalog.schema.entries import Entry
from katalog.views.page import Page
from katalog.views.reader import Reader
from tests.support import REPOSITORY, make_project, record, write_files

SETTINGS = """\
site_name: Katalog
docs_dir: content
theme: {name: material}
hooks: [hooks/main.py]
extra:
  katalog:
    languages: [{tag: da, name: Dansk}, {tag: sv, name: Svenska, path: sv/}]
    operator: {name: Katalog}
    site_name: {da: Katalog, sv: Katalog}
"""
FILES = {"courses/et.md": record("ET KURSUS"), "courses/to.md": record("To & tre")}


@pytest.fixture(autouse=True)
def _alone() -> Iterator[None]:
    extend.forget()
    yield
    extend.forget()


def example() -> str:
    """Return the program in the documentation."""
    text = (REPOSITORY / "docs/developers/extending.md").read_text("utf-8")
    lines = re.findall(r"^ {4}(.*)$|^$", text, re.MULTILINE)
    return "from html import escape\n" + "\n".join(lines)


def pages(reader: Reader) -> dict[str, Page]:
    return {each.address: each for each in own_pages(reader, REPOSITORY)}


def test_the_example_of_the_documentation_checks_and_makes_pages(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    write_files(
        tmp_path, FILES | {"content/.gitkeep": "", "mkdocs.yml": SETTINGS, "hooks/main.py": example()}
    )
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("KATALOG_TODAY", "2026-11-22")
    assert main(["check", "--language", "en"]) == 0
    assert "courses/et.md:2:8  K972  The title shouts.  Write it in small letters." in capsys.readouterr().out
    made = make_project(tmp_path, FILES, expected={"own.warning"})
    found = pages(made.reader("sv"))
    assert list(found) == ["sv/oversigt/"]
    slots = made.renderer.slots(found["sv/oversigt/"])
    assert "<ul><li>ET KURSUS</li><li>To &amp; tre</li></ul>" in slots["body"]
    assert slots["description"] == "Alt i kataloget."


def test_an_edited_check_is_run_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    write_files(
        tmp_path, FILES | {"content/.gitkeep": "", "mkdocs.yml": SETTINGS, "hooks/main.py": example()}
    )
    monkeypatch.chdir(tmp_path)
    assert main(["check"]) == 0
    (tmp_path / "hooks/main.py").write_text(
        example().replace("warning(", "error(").replace(", warning", ", error"), "utf-8"
    )
    capsys.readouterr()
    assert main(["check"]) == 1
    assert "K971" in capsys.readouterr().out


def test_a_check_that_fails_is_told_and_the_others_go_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    broken = example() + "\n\n@check\ndef broken(entries):\n    return entries[0].record.titel\n"
    write_files(tmp_path, FILES | {"content/.gitkeep": "", "mkdocs.yml": SETTINGS, "hooks/main.py": broken})
    monkeypatch.chdir(tmp_path)
    assert main(["check"]) == 1
    out = capsys.readouterr().out
    assert f"hooks/main.py:{broken.count(chr(10))}:1  K973" in out
    assert "K972" in out
    assert "Traceback" not in out


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (
            "@chek",
            "hooks/main.py:2:1  K973  The site’s own program hooks/main.py stopped: NameError: name 'chek'",
        ),
        ("def a(:", "hooks/main.py:2:1  K973  The site’s own program hooks/main.py stopped: SyntaxError: "),
        (
            "import x_y_z",
            "hooks/main.py:2:1  K973  The site’s own program hooks/main.py stopped: ModuleNotFound",
        ),
    ],
)
def test_a_program_that_cannot_be_run_is_told(
    line: str, told: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    program = f"from katalog.extend import check\n{line}\ndef b(entries):\n    return ()\n"
    write_files(tmp_path, FILES | {"content/.gitkeep": "", "mkdocs.yml": SETTINGS, "hooks/main.py": program})
    monkeypatch.chdir(tmp_path)
    assert main(["check", "--language", "en"]) == 1
    assert told in capsys.readouterr().out


@pytest.mark.parametrize(
    "program",
    [
        "def none(): ...",
        "def text(entries): yield 'x'",
        "def ends(entries): raise SystemExit(3)",
        "def nothing(entries): ...",
    ],
)
def test_a_check_that_is_none_is_told(
    program: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    text = f"from katalog.extend import check\n@check\n{program}\n"
    write_files(tmp_path, FILES | {"content/.gitkeep": "", "mkdocs.yml": SETTINGS})
    write_files(tmp_path, {"hooks/main.py": f"from katalog.hooks import *\n{text}"})
    monkeypatch.chdir(tmp_path)
    assert main(["check"]) == 1
    assert re.match(r"hooks/main\.py:[34]:1  K973", capsys.readouterr().out)


@pytest.mark.parametrize(
    ("program", "told"),
    [
        ("import x_y_z", "hooks/main.py:2:1  K973"),
        ("raise SystemExit(3)", "hooks/main.py:2:1  K973"),
        ("def on_paeg_markdown(markdown, **_): ...", "hooks/main.py:2:1  K974"),
        ("def on_nav(nav): ...", "hooks/main.py:2:1  K973"),
        ("def on_post_build(config): ...", "hooks/main.py:2:1  K959"),
        ("def on_nav(nav, **_): ...", ""),
        ("def on_nav(nav, *, config, files): ...", ""),
    ],
)
def test_a_program_without_checks_or_pages_is_judged_too(
    program: str,
    told: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    text = f"from katalog.hooks import *\n{program}\n"
    write_files(tmp_path, FILES | {"content/.gitkeep": "", "mkdocs.yml": SETTINGS, "hooks/main.py": text})
    monkeypatch.chdir(tmp_path)
    assert main(["check"]) == int(bool(told))
    out = capsys.readouterr().out
    assert out.partition("  ")[0] == told.partition("  ")[0]
    assert told in out
    if told:
        assert main(["build"]) == 1
        assert told in capsys.readouterr().err


def test_a_program_beside_the_one_that_binds_is_judged_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    settings = SETTINGS.replace("hooks/main.py", "hooks/main.py, hooks/egne.py")
    hooks = {
        "hooks/main.py": "from katalog.hooks import *\n",
        "hooks/egne.py": "def on_config(config): ...\n",
    }
    write_files(tmp_path, FILES | {"content/.gitkeep": "", "mkdocs.yml": settings} | hooks)
    monkeypatch.chdir(tmp_path)
    assert main(["check"]) == 0
    (tmp_path / "hooks/egne.py").write_text("def on_config(): ...\n")
    assert main(["check"]) == 1
    assert "hooks/egne.py:1:1  K973" in capsys.readouterr().out


@pytest.mark.parametrize("slug", ["kurser", "Sponsorer", "a/b", "../a", "", "om"])
def test_a_page_needs_an_address_of_its_own(tmp_path: Path, slug: str) -> None:
    files = FILES | {"content/da/om.md": "---\ntitle: Om\n---\n\nTekst.\n"}
    made = make_project(tmp_path, files)
    extend.page(lambda _: [OwnPage(slug, "Egen", "<p>a</p>")])
    with pytest.raises(OwnCodeError) as raised:
        pages(made.reader())
    assert (raised.value.problem.code, raised.value.problem.params) == ("own.address", {"written": slug})


def test_nothing_is_registered_twice(tmp_path: Path) -> None:
    def one(entries: Sequence[Entry]) -> list[Problem]:
        return [extend.error(entry, "title", "A", "B") for entry in entries]

    extend.check(one)
    extend.check(one)
    entries = make_project(tmp_path, FILES, expected={"own.error"}).build.project.entries
    assert [each.code for each in own_problems(entries, tmp_path)] == ["own.error", "own.error"]

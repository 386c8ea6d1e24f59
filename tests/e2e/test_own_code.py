"""A template or program of a site's own that fails in a build ends it with a line, and publishes nothing."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from katalog import extend
from tests.e2e.quick_build import BINDING, SETTINGS, Built, quick_build, write_project
from tests.support import record

OWN_PAGE = "from katalog.extend import OwnPage, page\n@page\ndef a(reader):\n    yield OwnPage({})\n"
SITES = {
    "a template of a page": {"overrides/katalog/course.html": "{{ view.card.missing.field }}"},
    "a template of the frame": {"overrides/partials/footer.html": "{{ missing.field }}"},
    "a filter that is not there": {"overrides/partials/footer.html": "{{ 1 | missing }}"},
    "a program": {"hooks/own.py": "def on_nav(nav, **_):\n    1 / 0\n"},
    "a program with a file that is not there": {
        "hooks/own.py": "def on_nav(nav, **_):\n    open('missing')\n"
    },
    "a page": {"hooks/own.py": OWN_PAGE.format("reader.missing")},
    "a page that is none": {
        "hooks/own.py": "from katalog.extend import page\n@page\ndef a(reader): yield 'x'\n"
    },
    "a page without an address": {"hooks/own.py": OWN_PAGE.format("'kurser', 'A', 'B'")},
    "a frame without slots": {"overrides/main.html": '{% extends "base.html" %}'},
}
CODES = {"a page without an address": "own.address", "a frame without slots": "look.frame"}


@pytest.fixture(autouse=True)
def _alone() -> Iterator[None]:
    yield
    extend.forget()


def built(root: Path, files: dict[str, str]) -> Built:
    settings = SETTINGS.replace("{name: material,", "{name: material, custom_dir: overrides,")
    settings = settings.replace("hooks/main.py", "hooks/main.py, hooks/own.py")
    around = {"mkdocs.yml": settings, "hooks/own.py": "", "overrides/README.md": "", "hooks/main.py": BINDING}
    records = {"courses/kursus.md": record("Kursus"), "content/da/om.md": "---\ntitle: Om\n---\n\nOm.\n"}
    write_project(root, {path: text.encode() for path, text in (around | records | files).items()})
    return quick_build(root)


@pytest.mark.parametrize("what", SITES)
def test_a_build_tells_of_it(what: str, tmp_path: Path) -> None:
    [path] = SITES[what]
    code = CODES.get(what, "look.template" if path.startswith("overrides") else "own.failed")
    found = built(tmp_path, SITES[what])
    assert (found.done, found.codes) == (False, frozenset({code}))
    assert not (tmp_path / "site").exists()
    assert not list(tmp_path.glob(".katalog/stage-*"))


def test_a_frame_of_ones_own_extends_the_engines(tmp_path: Path) -> None:
    frame = '{% extends "engine/main.html" %}{% block footer %}<p>Egen fod</p>{{ super() }}{% endblock %}'
    assert built(tmp_path, {"overrides/main.html": frame}).done
    for page in ("kurser/kursus", "om"):
        assert "<p>Egen fod</p>" in (tmp_path / "site" / page / "index.html").read_text("utf-8")

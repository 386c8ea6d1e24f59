"""MkDocs' own settings that are wrong: told at their line, in the editor's language, all at once."""

import re
from pathlib import Path

import pytest

from katalog.i18n.phrases import editor_phrases
from katalog.problems import Problem
from katalog.problems.report import format_text
from katalog.settings.mkdocs_settings import mkdocs_problems
from katalog.settings.settings_file import read_settings_file
from tests.bad.table import MARK, position_of
from tests.support import write_files

GOOD = """\
site_name: Katalog
site_url: https://katalog.example/
docs_dir: content
site_dir: site
use_directory_urls: true
strict: false
theme:
  name: material
  custom_dir: overrides
hooks: [hooks/main.py]
plugins: []
"""


BINDING = {"hooks/main.py": "from katalog.hooks import *\n"}


def read(root: Path, text: str) -> list[Problem]:
    write_files(root, {"mkdocs.yml": text, "content/da/om.md": "", "overrides/x": "", **BINDING})
    return list(mkdocs_problems(root, read_settings_file(root, "mkdocs.yml")))


ACCEPTED = [
    "",
    "repo_url: https://kilde.example/x\nrepo_name: Kilde\ndev_addr: 127.0.0.1:8000\n",
    "dev_addr: '[::1]:8000'\n",
    'copyright: "2027"\nsite_author:\n',
    "extra_css: [x]\nwatch: [content]\n",
    "remote_name: !ENV [REMOTE, origin]\n",
]


@pytest.mark.parametrize("more", ACCEPTED)
def test_good_settings_are_accepted(more: str, tmp_path: Path) -> None:
    assert read(tmp_path, GOOD + more) == []


@pytest.mark.parametrize("plugins", ["[search]", "[material/search]", "[search: {lang: da}]", "{search: {}}"])
def test_installed_plugins_are_accepted(plugins: str, tmp_path: Path) -> None:
    assert read(tmp_path, GOOD.replace("plugins: []", f"plugins: {plugins}")) == []


# What is replaced in the good file, by what (the mark stands where the problem is), and its code.
WRONG = [
    ("site_name", "§INHERIT: base.yml\nsite_name", "settings.inherit"),
    ("site_name: Katalog", "site_name: §~", "field.empty"),
    ("site_name: Katalog", "site_name: §2027", "settings.not-text"),
    ("site_name: Katalog", "site_name: §true", "settings.not-text"),
    ("site_name: Katalog", "site_name: §2027-01-01", "settings.not-text"),
    ("site_name: Katalog", "site_name: §[Katalog]", "field.text-not-list"),
    ("site_name: Katalog", "site_name: §{da: Katalog}", "field.text-not-mapping"),
    ("site_url: https://katalog.example/", "site_url: §80", "settings.not-text"),
    ("docs_dir: content", "docs_dir: §docs", "settings.docs-dir"),
    ("docs_dir: content", "docs_dir: §../content", "settings.docs-dir"),
    ("docs_dir: content", "docs_dir: §.", "settings.docs-dir"),
    ("site_dir: site", "site_dir: §[site]", "field.text-not-list"),
    ("site_dir: site", "site_dir: §1", "settings.not-text"),
    ("urls: true", "urls: §false", "settings.directory-urls"),
    ("urls: true", "urls: §ja", "field.yes-or-no-expected"),
    ("urls: true", "urls: §[true]", "field.yes-or-no-expected"),
    ("strict: false", "strict: §nej", "field.yes-or-no-expected"),
    ("strict: false", 'strict: §"false"', "field.yes-or-no-expected"),
    ("name: material", "name: §materiel", "settings.theme"),
    ("name: material", "name: §mkdocs", "settings.theme"),
    ("name: material", "name: §''", "settings.theme"),
    ("  name: material\n  custom", "  §custom", "settings.theme"),
    ("custom_dir: overrides", "custom_dir: §override", "settings.path-missing"),
    ("hooks: [hooks/main.py]", "hooks: [§hook/main.py]", "settings.path-missing"),
    ("hooks: [hooks/main.py]", "hooks: §hooks/main.py", "settings.list-expected"),
    ("hooks: [hooks/main.py]", "hooks: [hooks/main.py, §7]", "field.text-not-list"),
    ("plugins: []", "plugins: [§serach]", "settings.plugin-did-you-mean"),
    ("plugins: []", "plugins: [§xyzzyx]", "settings.plugin"),
    ("plugins: []", "plugins:\n  - §xyzzyx: {a: 1}", "settings.plugin"),
    ("plugins: []", "plugins: {§xyzzyx: {}}", "settings.plugin"),
    ("plugins: []", "plugins: §search", "settings.list-expected"),
    ("plugins: []", "plugins: []\n§nav: [da/om.md]", "settings.nav"),
    ("plugins: []", "plugins: []\nnav: [§om.md]", "settings.nav-missing"),
    ("plugins: []", "plugins: []\nnav:\n  - Om: §da/omm.md", "settings.nav-missing"),
    (
        "plugins: []",
        "plugins: []\nnav:\n  - Om:\n      - Et: da/om.md\n      - §da/to.md",
        "settings.nav-missing",
    ),
    ("plugins: []", "plugins: []\nnav: §da/om.md", "settings.list-expected"),
    ("plugins: []", "plugins: []\ndev_addr: §8000", "settings.not-text"),
    ("plugins: []", "plugins: []\ndev_addr: §localhost", "settings.dev-address"),
    ("plugins: []", "plugins: []\nrepo_url: §kilde.example", "field.web-address-without-scheme"),
    ("plugins: []", "plugins: []\nrepo_url: §javascript:alert(1)", "field.web-address-expected"),
    ("plugins: []", "plugins: []\n§edit_uri: edit/main/", "settings.unused"),
    ("plugins: []", "plugins: []\n§edit_uri_template: '{x'", "settings.unused"),
    ("plugins: []", "plugins: []\n§exclude_docs: kladder/", "settings.unused"),
    ("plugins: []", "plugins: []\n§validation: {links: ja}", "settings.unused"),
    ("plugins: []", "plugins: []\n§google_analytics: [a, b]", "settings.unused"),
    ("plugins: []", "plugins: []\n§pages: []", "settings.unused"),
    ("plugins: []", "plugins: []\nextra_css: [§assets/a.css]", "settings.path-missing"),
    ("plugins: []", "plugins: []\n§extra_javascript: [assets/a.js]", "settings.unused"),
    ("plugins: []", "plugins: []\nwatch: [§kilder]", "settings.path-missing"),
]


@pytest.mark.parametrize(("good", "bad", "code"), WRONG, ids=lambda each: each.replace("\n", " "))
def test_a_wrong_setting_is_told_at_its_position(good: str, bad: str, code: str, tmp_path: Path) -> None:
    assert good in GOOD
    text = GOOD.replace(good, bad, 1)
    problems = read(tmp_path, text.replace(MARK, ""))
    assert (code, position_of(text)) in [(each.code, each.position) for each in problems]
    for language in ("da", "sv", "en"):
        assert not re.search(r"\{\w+\}|…  ", format_text(problems, editor_phrases(language)))


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("docs_dir: content\n", "settings.docs-dir"),
        ("hooks: [hooks/main.py]\n", "settings.hooks"),
        ("theme:\n  name: material\n  custom_dir: overrides\n", "settings.theme"),
    ],
)
def test_what_must_be_there(line: str, code: str, tmp_path: Path) -> None:
    assert line in GOOD
    assert [each.code for each in read(tmp_path, GOOD.replace(line, ""))] == [code]


@pytest.mark.parametrize("program", ["", "# from katalog.hooks import *\n", "import sys\n"])
def test_a_program_that_does_not_bind_katalog_is_none(program: str, tmp_path: Path) -> None:
    write_files(tmp_path, {"mkdocs.yml": GOOD, "content/da/om.md": "", "overrides/x": ""})
    write_files(tmp_path, {"hooks/main.py": program})
    problems = list(mkdocs_problems(tmp_path, read_settings_file(tmp_path, "mkdocs.yml")))
    assert [(each.code, each.position.line) for each in problems] == [("settings.hooks", 10)]


def test_the_folder_of_pages_must_be_there(tmp_path: Path) -> None:
    write_files(tmp_path, {"mkdocs.yml": GOOD, "overrides/x": "", **BINDING})
    problems = list(mkdocs_problems(tmp_path, read_settings_file(tmp_path, "mkdocs.yml")))
    assert [(each.code, each.position.line) for each in problems] == [("settings.path-missing", 3)]


def test_everything_is_told_at_once(tmp_path: Path) -> None:
    text = GOOD.replace("content", "docs").replace("material", "materiel").replace("[]", "[xyzzyx]")
    assert len({each.position.line for each in read(tmp_path, text)}) == 3

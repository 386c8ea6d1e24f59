"""A site's own templates are judged before a page is made: each fault at its line, with the name meant."""

from pathlib import Path

import pytest

from katalog.html import THEME
from katalog.html.own_templates import template_problems
from katalog.problems import Problem
from katalog.settings.settings_file import read_settings_file
from katalog.views.templates import VIEWS
from tests.support import write_files

SETTINGS = "theme: {name: material, custom_dir: overrides}\n"
COURSE = "katalog/course.html"
EXTENDS = '{% extends "engine/course.html" %}\n'


def found(root: Path, **templates: str) -> list[Problem]:
    write_files(
        root, {"mkdocs.yml": SETTINGS, **{f"overrides/{name}": each for name, each in templates.items()}}
    )
    return list(template_problems(root, read_settings_file(root, "mkdocs.yml")))


BLOCK = EXTENDS + "{% block after %}"
END = "{% endblock %}"
GOOD = {
    "a block": {COURSE: BLOCK + "<p>{{ view.title | words }}</p>" + END + "\n"},
    "what the engine's imports": {COURSE: BLOCK + "{{ k.crumbs(page, t) }}{{ super() }}" + END},
    "a template of its own": {COURSE: "{% for a in view.runs %}{{ a.anchor }}{{ loop.index }}{% endfor %}"},
    "a block within a block": {COURSE: BLOCK + "{% block mine %}" + END + END},
    "a name it sets": {COURSE: EXTENDS + "{% set a = t('course.when') %}{% block after %}{{ a }}" + END},
    "a macro": {COURSE: BLOCK + "{% macro b(c) %}{{ c }}{% endmacro %}{{ b(1) }}" + END},
    "a name set in a branch": {COURSE: BLOCK + "{% if 1 %}{% set a = 1 %}{{ a }}{% endif %}" + END},
    "another of its own": {COURSE: '{% extends "base.html" %}{% block own %}' + END,
                           "katalog/base.html": "{% block own %}" + END},
    "what may be missing": {COURSE: '{% include "x.html" ignore missing %}'},
    "a partial": {"partials/footer.html": "<p>{{ config.site_name | e }} {{ 'om/' | url }}</p>"},
    "the frame": {"main.html": '{% extends "engine/main.html" %}{% block footer %}{{ super() }}' + END},
    "the theme's frame": {"main.html": '{% extends "base.html" %}{% block tabs %}' + END},
}  # fmt: skip


@pytest.mark.parametrize("templates", GOOD.values(), ids=GOOD)
def test_good_templates_are_accepted(templates: dict[str, str], tmp_path: Path) -> None:
    assert found(tmp_path, **templates) == []


@pytest.mark.parametrize("name", VIEWS)
def test_the_engines_own_templates_are_good(name: str, tmp_path: Path) -> None:
    assert found(tmp_path, **{f"katalog/{name}": (THEME / "katalog" / name).read_text("utf-8")}) == []


WRONG = [
    ("{% block aftr %}x{% endblock %}", "look.template-name", "block aftr", "block after"),
    ("{% block after %}{{ view.titel }}{% endblock %}", "look.template-name", "view.titel", "view.title"),
    ("{% block after %}{{ page.adress }}{% endblock %}", "look.template-name", "page.adress", "page.address"),
    ("{% block after %}{{ veiw.title }}{% endblock %}", "look.template-name", "veiw", "view"),
    ("{% block after %}{% include 'macros/comon.html' %}{% endblock %}", "look.template-name",
     "macros/comon.html", "engine/macros/common.html"),
    ("{% import 'macros/comon.html' as x %}", "look.template-name",
     "macros/comon.html", "engine/macros/common.html"),
    ("<p>Spørg os</p>", "look.outside-block", "<p>Spørg os</p>", "before, page, after"),
    ("{{ view.title }}", "look.outside-block", "{{ … }}", "before, page, after"),
    ("{% block after %}{{ view.title }{% endblock %}", "look.template", "unexpected '}'", None),
    ("{% block after %}{{ 1 | hreff }}{% endblock %}", "look.template", "No filter named 'hreff'", None),
    ("{% if view.title %}", "look.template", None, None),
]  # fmt: skip


@pytest.mark.parametrize(("line", "code", "written", "allowed"), WRONG)
def test_a_fault_is_told_at_its_line(
    line: str, code: str, written: str | None, allowed: str | None, tmp_path: Path
) -> None:
    [problem] = found(tmp_path, **{COURSE: EXTENDS + "\n" + line})
    assert (problem.path, problem.code, problem.position.line) == ("overrides/katalog/course.html", code, 3)
    assert written in (None, problem.params["written"])
    assert allowed in (None, problem.params.get("allowed", "").split(", ")[0], problem.params.get("allowed"))


@pytest.mark.parametrize(
    ("name", "text", "allowed"),
    [
        (COURSE, '{% extends "engine/corse.html" %}', "engine/course.html"),
        (COURSE, '{% extends "course.html" %}', "engine/course.html"),  # it would never end
        (COURSE, '{% extends "katalog/course.html" %}', "engine/course.html"),
        ("main.html", '{% extends "main.html" %}', "engine/main.html"),
        ("main.html", '{% extends "engine/main.html" %}{% block fotter %}{% endblock %}', "block footer"),
    ],
)
def test_a_template_that_is_not_there_is_told(name: str, text: str, allowed: str, tmp_path: Path) -> None:
    [problem] = found(tmp_path, **{name: text})
    assert (problem.code, problem.params["allowed"].split(", ")[0]) == ("look.template-name", allowed)


def test_bytes_that_are_no_text_are_told(tmp_path: Path) -> None:
    found(tmp_path, **{COURSE: ""})
    (tmp_path / "overrides" / COURSE).write_bytes(b"<p>K\xf8b</p>")
    assert [each.code for each in found(tmp_path)] == ["file.not-utf8"]

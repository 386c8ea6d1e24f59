"""What a site's own code fails with is told at its line; the engine's own faults are bugs."""

import pickle
from pathlib import Path

import pytest
from jinja2 import Environment, FileSystemLoader

from katalog.problems import Position, Problem
from katalog.problems.own_code import OwnCodeError, own_failure
from tests.support import write_files

ENGINE = "katalog/base.html"


def failure(root: Path, **templates: str) -> Problem | None:
    """Render `a.html` of a site's own, which may extend one of an engine's."""
    write_files(root, {f"site/overrides/{name}": text for name, text in templates.items()})
    folders = [root / "site/overrides", root / "engine"]
    try:
        Environment(autoescape=True, loader=FileSystemLoader(folders)).get_template("a.html").render()
    except Exception as failed:  # noqa: BLE001 - whatever a template fails with
        return own_failure(failed, root / "site")
    raise AssertionError("it did not fail")


@pytest.mark.parametrize(
    "text",
    [
        "a\n{{ missing.field }}",
        "a\n{{ x",
        "a\n{{ 1 | missing }}",
        "a\n{% if x.y.z %}",
        "{% extends 'base.html' %}\n{% block a %}{{ missing.field }}{% endblock %}",
    ],
)
def test_a_template_fails_at_its_line(text: str, tmp_path: Path) -> None:
    write_files(tmp_path, {"engine/base.html": "{% block a %}{% endblock %}"})
    problem = failure(tmp_path, **{"a.html": text})
    assert problem
    assert (problem.path, problem.position.line, problem.code) == ("overrides/a.html", 2, "look.template")


def test_a_partial_fails_at_its_own_line(tmp_path: Path) -> None:
    problem = failure(tmp_path, **{"a.html": "{% include 'b.html' %}", "b.html": "b\n\n{{ 1 / 0 }}"})
    assert problem
    assert (problem.path, problem.position.line) == ("overrides/b.html", 3)
    assert problem.params["written"] == "ZeroDivisionError: division by zero"


def test_a_fault_of_the_engines_template_is_not_the_sites(tmp_path: Path) -> None:
    write_files(tmp_path, {"engine/base.html": "{{ missing.field }}"})
    assert failure(tmp_path, **{"a.html": "{% extends 'base.html' %}"}) is None


def test_a_fault_of_the_engine_is_not_the_sites(tmp_path: Path) -> None:
    assert own_failure(ValueError("x"), tmp_path) is None
    (tmp_path / "hooks/katalog").mkdir(parents=True)
    code = compile("1 / 0", str(tmp_path / "hooks/katalog/x.py"), "exec")
    with pytest.raises(ZeroDivisionError) as raised:
        exec(code)  # noqa: S102 - as the engine that a repository holds beside its site
    assert own_failure(raised.value, tmp_path) is None


def test_what_another_process_found_is_told_here() -> None:
    problem = Problem("overrides/a.html", Position(2), "look.template", {"written": "x"})
    assert own_failure(pickle.loads(pickle.dumps(OwnCodeError(problem))), Path()) == problem  # noqa: S301

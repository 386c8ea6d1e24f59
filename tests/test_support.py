"""The tests' own small projects say what they were given."""

from pathlib import Path

import pytest

from tests.support import make_project, record


def test_a_project_of_one_course_has_its_page_in_each_language(tmp_path: Path) -> None:
    made = make_project(tmp_path, {"courses/proeve.md": record("Prøve", "Tekst.")})
    assert "Prøve" in made.html("kurser/proeve/")
    assert "Prøve" in made.html("sv/kurser/proeve/")


def test_a_faulty_record_fails_the_test(tmp_path: Path) -> None:
    with pytest.raises(AssertionError):
        make_project(tmp_path, {"courses/proeve.md": record("Prøve", kind="ukendt")})

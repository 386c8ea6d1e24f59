"""A number that several have is nobody's own: a switchboard's may stand wherever it does."""

from pathlib import Path

import pytest

from tests.support import make_project, record

NUMBER = "+45 33 12 34 56"
ANE = record("Ane Test", phone=NUMBER, show_until="2027-12-31")
OTHERS = {
    "a colleague": ("content/contacts/bo-test.md", record("Bo Test", phone=NUMBER, show_until="2027-12-31")),
    "the library": (
        "content/libraries/by.md",
        record("Byens bibliotek", kind="public", country="DK", phone=NUMBER),
    ),
}


@pytest.mark.parametrize("other", OTHERS)
def test_a_number_that_is_shared_may_be_written(tmp_path: Path, other: str) -> None:
    path, text = OTHERS[other]
    course = record("Et kursus", f"Ring på {NUMBER}.")
    make_project(tmp_path, {"content/contacts/ane-test.md": ANE, path: text, "courses/et.md": course})


def test_a_persons_own_number_belongs_in_the_record(tmp_path: Path) -> None:
    files = {"content/contacts/ane-test.md": ANE, "courses/et.md": record("Et kursus", f"Ring på {NUMBER}.")}
    made = make_project(tmp_path, files, expected={"person.details-in-text"})
    assert [problem.path for problem in made.build.problems] == ["courses/et.md"]
    assert [problem.params["link"] for problem in made.build.problems] == [
        "[Ane Test](../content/contacts/ane-test.md)"
    ]


def test_in_a_field_the_persons_id_belongs(tmp_path: Path) -> None:
    course = record("Et kursus", registration={"via": NUMBER})
    files = {"content/contacts/ane-test.md": ANE, "courses/et.md": course}
    made = make_project(tmp_path, files, expected={"person.details-in-field"})
    assert [problem.params["id"] for problem in made.build.problems] == ["ane-test"]

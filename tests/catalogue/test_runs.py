"""What a run takes from its course: all that it does not say itself."""

from typing import Any

import pytest

from katalog.catalogue.runs import course_runs
from katalog.catalogue.state import CourseRun
from katalog.schema.reading import reader_of
from katalog.schema.records import Course

COURSE = {
    "via": "https://example.org/",
    "opens": "2028-02-01",
    "closes": "2028-03-01",
    "binding": "ja",
    "deadlines": [{"title": "Forslag", "when": "2028-02-15"}],
}


def run(own: dict[str, Any], course: dict[str, Any]) -> CourseRun:
    values = {"title": "Et", "language": "da", **course, "runs": [{"id": "a", **own}]}
    [found] = course_runs(reader_of(Course)(values, "da"))
    return found


@pytest.mark.parametrize(
    ("own", "opens", "closes", "deadlines"),
    [
        ({"closes": "2028-05-01"}, "2028-02-01", "2028-05-01", 0),
        ({"opens": "2028-04-01"}, "2028-04-01", None, 0),
        ({"closes": "2028-01-15"}, None, "2028-01-15", 0),
        ({"cancellation": "Uden gebyr"}, "2028-02-01", "2028-03-01", 1),
        ({"deadlines": [{"title": "Mad", "when": "2028-04-01"}]}, "2028-02-01", None, 1),
    ],
)
def test_a_run_with_a_deadline_is_enrolled_in_where_the_course_is(
    own: dict[str, Any], opens: str | None, closes: str | None, deadlines: int
) -> None:
    found = run({"registration": own}, {"registration": COURSE}).registration
    assert found
    assert (found.via, found.binding) == ("https://example.org/", True)
    assert (found.opens and found.opens.iso, found.closes and found.closes.iso) == (opens, closes)
    assert len(found.deadlines) == deadlines


@pytest.mark.parametrize("name", ["binding", "members_only", "limited", "late"])
@pytest.mark.parametrize(("own", "course", "holds"), [("nej", "ja", False), ("ja", "nej", True)])
def test_a_term_that_a_run_states_is_its_own(name: str, own: str, course: str, holds: bool) -> None:
    found = run({"registration": {name: own}}, {"registration": {name: course}}).registration
    assert getattr(found, name) is holds


@pytest.mark.parametrize("name", ["binding", "members_only", "limited", "late"])
@pytest.mark.parametrize(("course", "holds"), [("ja", True), ("nej", False)])
def test_a_term_that_a_run_does_not_state_is_the_courses(name: str, course: str, holds: bool) -> None:
    found = run({"registration": {"closes": "2028-05-01"}}, {"registration": {name: course}}).registration
    assert getattr(found, name) is holds


def test_a_run_without_a_waiting_list_says_so_itself() -> None:
    own, course = {"max": "12", "waiting_list": "nej"}, {"max": "20", "waiting_list": "ja"}
    found = run({"participants": own}, {"participants": course}).participants
    assert found
    assert (found.max, found.waiting_list) == (12, False)


def test_a_run_that_needs_no_registration_takes_none() -> None:
    found = run({"registration": "ingen"}, {"registration": COURSE}).registration
    assert found
    assert (found.required, found.via) == (False, None)


@pytest.mark.parametrize(
    ("own", "shown"),
    [
        ({"max": "20"}, (6, 20, True)),
        ({"min": "10"}, (10, 12, True)),
        ({"min": "15"}, (15, None, True)),
        ({"max": "5"}, (None, 5, True)),
    ],
)
def test_numbers_of_a_run_are_its_own_and_the_courses(
    own: dict[str, str], shown: tuple[int | None, int | None, bool]
) -> None:
    found = run(
        {"participants": own}, {"participants": {"min": "6", "max": "12", "waiting_list": "ja"}}
    ).participants
    assert found
    assert (found.min, found.max, found.waiting_list) == shown

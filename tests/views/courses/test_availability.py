"""Courses without dates of their own: open all year, or held when a library orders them."""

import json
from datetime import date
from pathlib import Path
from typing import Any, cast

import pytest

from katalog.catalogue.runs import course_runs
from katalog.json_encoding import json_bytes
from katalog.schema.records import Course
from katalog.views.courses.list_values import list_values
from katalog.when.dateless import read_availability
from tests.support import Made, data_at, make_project, record

PAGE = "kurser/kursus/"
VIA = "https://tilmelding.example/"
ALL_YEAR: dict[str, Any] = {"form": ["online"], "registration": {"via": VIA}, "availability": "all-year"}
ON_REQUEST: dict[str, Any] = {
    "registration": {"via": VIA},
    "availability": "on-request",
    "price": [{"amount": "5.000 kr.", "per": "event"}],
}


def project(root: Path, today: date = date(2028, 6, 1), **fields: Any) -> Made:
    return make_project(root, {"courses/kursus.md": record("Kursus", **fields)}, today)


def state(made: Made) -> str:
    facts = list_values(made.reader(), made.reader().entry("kursus"))
    return facts.facets["state"][0]


def data(made: Made) -> Any:
    return json.loads(json_bytes(data_at(made.reader(), "kurser/kursus/")))


@pytest.mark.parametrize(
    "when", ["hele året", "åben året rundt", "hela året", "Open all year", "omaan tahtiin"]
)
def test_a_session_may_say_that_it_is_open_all_year(tmp_path: Path, when: str) -> None:
    made = project(tmp_path, sessions=[{"when": when, "title": "Eget tempo"}])
    assert state(made) == "all-year"
    assert "Hele året" in made.text(PAGE, ".k-session")


@pytest.mark.parametrize("when", ["efter aftale", "på begäran", "On request", "pyynnöstä"])
def test_a_session_may_say_that_it_is_held_on_request(tmp_path: Path, when: str) -> None:
    assert state(project(tmp_path, sessions=[when])) == "on-request"


@pytest.mark.parametrize("day", ["2028-01-01", "2028-06-01", "2028-11-30", "2028-12-01"])
@pytest.mark.parametrize(
    ("limits", "shown"),
    [
        ({"closes": "2028-11-30"}, "Når som helst til og med 30. november 2028"),
        (
            {"opens": "2028-02-01", "closes": "2028-11-30"},
            "Når som helst fra 1. februar 2028 til og med 30. november 2028",
        ),
        ({"opens": "2028-02-01"}, "Hele året"),
        ({}, "Hele året"),
    ],
)
def test_what_cannot_be_begun_all_year_says_until_when(
    tmp_path: Path, day: str, limits: dict[str, str], shown: str
) -> None:
    sessions = [{"when": "hele året", "title": "Start hver mandag"}]
    made = project(tmp_path, date.fromisoformat(day), sessions=sessions, registration={"via": VIA, **limits})
    assert shown in made.text(PAGE, ".k-facts")
    assert shown in made.text("kurser/", ".k-card")
    assert ("Hele året" in made.text(PAGE)) == (shown == "Hele året")


def test_a_date_is_not_taken_for_a_word() -> None:
    assert read_availability("7. marts 2028") is None
    assert read_availability("hele 2028") is None


def test_what_is_open_all_year_waits_for_no_date(tmp_path: Path) -> None:
    made = project(tmp_path, **ALL_YEAR)
    assert "Åben året rundt" in made.text(PAGE, ".k-facts")
    assert "Hele året" in made.text(PAGE, ".k-facts")
    assert "Dato følger" not in made.html("kurser/kursus/") + made.html("kurser/")
    assert f'href="{VIA}"' in made.html("kurser/kursus/")
    assert "Kursus" in made.text("kurser/", "#k-joinable")


@pytest.mark.parametrize(("fields", "words"), [(ALL_YEAR, "Hele året"), (ON_REQUEST, "Efter aftale")])
@pytest.mark.parametrize("closes", ["", "2028-12-01"])
def test_card_and_poster_say_so_too(tmp_path: Path, fields: dict[str, Any], words: str, closes: str) -> None:
    registration = fields["registration"] | ({"closes": closes} if closes else {})
    made = project(tmp_path, **fields | {"registration": registration})
    if closes and words == "Hele året":
        words = "Når som helst til og med 1. december 2028"
    assert words in made.text("kurser/kursus/opslag/", "article")
    assert words in made.text("kurser/", ".k-card")
    assert "Dato følger" not in made.html("kurser/kursus/opslag/")


def test_what_is_ordered_stands_by_itself(tmp_path: Path) -> None:
    made = project(tmp_path, **ON_REQUEST)
    assert "Kan bestilles" in made.text(PAGE, ".k-facts")
    assert "Efter aftale" in made.text(PAGE, ".k-facts")
    assert "Bestil via" in made.html("kurser/kursus/")
    assert "Kursus" in made.text("kurser/", "#k-on-request")
    assert "Dato følger" not in made.html("kurser/kursus/") + made.html("kurser/")


def test_both_are_found_in_any_month(tmp_path: Path) -> None:
    made = project(tmp_path, **ALL_YEAR)
    assert list_values(made.reader(), made.reader().entry("kursus")).facets["month"] == ("*",)


def test_the_data_says_what_stands_in_the_place_of_dates(tmp_path: Path) -> None:
    found = data(project(tmp_path, **ON_REQUEST))
    assert found["state"] == "on-request"
    assert found["runs"][0]["availability"] == "on-request"


def test_dates_ahead_come_first_and_then_the_standing_offer(tmp_path: Path) -> None:
    made = project(tmp_path, availability="on-request", sessions=["2028-06-10"])
    assert state(made) == "announced"
    assert "Efter aftale" in made.text(PAGE, ".k-facts")
    [run] = course_runs(course(made))
    assert run.state(date(2028, 7, 1), 14) == "on-request"


def test_a_session_by_arrangement_does_not_keep_a_course_open(tmp_path: Path) -> None:
    made = project(tmp_path, sessions=["2028-05-10", {"when": "efter aftale", "kind": "guidance"}])
    assert state(made) == "finished"


@pytest.mark.parametrize(("day", "expected"), [("2028-01-01", "open"), ("2028-12-02", "closed")])
def test_a_last_day_to_begin_ends_what_is_open_all_year(tmp_path: Path, day: str, expected: str) -> None:
    fields = ALL_YEAR | {"registration": {"via": VIA, "closes": "2028-12-01"}}
    assert state(project(tmp_path, date.fromisoformat(day), **fields)) == expected


def test_a_last_day_to_begin_may_lie_inside_a_period(tmp_path: Path) -> None:
    made = project(
        tmp_path,
        registration={"closes": "1. december 2028", "via": VIA},
        sessions=[{"when": "1. januar 2028–31. december 2028", "title": "Eget tempo"}],
    )
    assert state(made) == "open"


@pytest.mark.parametrize("status", ["full", "cancelled", "postponed"])
def test_what_is_stopped_is_not_offered(tmp_path: Path, status: str) -> None:
    assert state(project(tmp_path, **ALL_YEAR, status=status)) == status


def course(made: Made) -> Course:
    found = made.reader().entry("kursus").record
    return cast("Course", found)


def test_a_self_paced_course_without_a_date_is_open_all_year(tmp_path: Path) -> None:
    facts = {"kind": "self-paced", "registration": {"via": "https://kurser.example/"}}
    files = {
        "courses/frit.md": record("Frit", **facts),
        "courses/dateret.md": record("Dateret", sessions=[{"when": "2027-03-01"}], **facts),
    }
    made = make_project(tmp_path, files)
    assert "Dato følger" not in made.html("kurser/frit/")
    assert 'data-state="all-year"' in made.html("kurser/frit/")
    assert 'data-state="all-year"' not in made.html("kurser/dateret/")


def test_what_is_ordered_is_ordered_at_a_button_and_has_no_waiting_list(tmp_path: Path) -> None:
    made = project(tmp_path, **ON_REQUEST, participants={"max": 20, "waiting_list": "ja"})
    assert made.text(PAGE, ".k-facts .k-button--primary") == "Bestil"
    assert made.text("sv/kurser/kursus/", ".k-facts .k-button--primary") == "Beställ"
    assert "venteliste" not in made.html("kurser/kursus/")

"""What one is told to do: enrol, join the waiting list, or order it; and how many times one then meets."""

from pathlib import Path
from typing import Any

import pytest
from selectolax.lexbor import LexborHTMLParser

from tests.support import Made, make_project, record

PAGE = "kurser/kursus/"
FULL: dict[str, Any] = {
    "status": "full",
    "participants": {"max": 16, "waiting_list": True},
    "registration": {"closes": "2027-01-20", "via": "https://tilmelding.example/"},
    "sessions": ["2027-02-02"],
}


def project(root: Path, **fields: Any) -> Made:
    contact = record("Ida Opdigtet", phone="+45 33 33 33 33", show_until="2030-01-01")
    return make_project(
        root, {"courses/kursus.md": record("Kursus", **fields), "content/contacts/ida.md": contact}
    )


def test_a_full_course_asks_people_to_join_its_waiting_list(tmp_path: Path) -> None:
    made = project(tmp_path, **FULL)
    page, poster = made.text(PAGE, "article"), made.text("kurser/kursus/opslag/", "article")
    assert "Skriv dig på venteliste senest onsdag den 20. januar 2027" in page
    assert made.text(PAGE, ".k-button--primary") == "Skriv dig på venteliste"
    assert "Der er ikke flere pladser, men du kan skrive dig på venteliste." in page
    assert "Skriv dig på venteliste via tilmelding.example" in page
    assert "Skriv dig på venteliste senest" in poster
    assert "Tilmeld dig" not in page + poster
    assert "Når pladserne er optaget" not in page


def test_where_there_is_room_the_waiting_list_is_for_later(tmp_path: Path) -> None:
    made = project(tmp_path, **FULL | {"status": None})
    assert "Når pladserne er optaget, kan du skrive dig på venteliste." in made.text(
        "kurser/kursus/", "article"
    )
    assert made.text(PAGE, ".k-button--primary") == "Tilmeld dig"


@pytest.mark.parametrize(
    ("status", "words"), [("full", "Der er ikke flere pladser"), (None, "Når pladserne er optaget")]
)
def test_a_session_says_it_of_itself(tmp_path: Path, status: str | None, words: str) -> None:
    session = {"when": "2027-02-02", "status": status, "participants": {"max": 5, "waiting_list": True}}
    assert words in project(tmp_path, sessions=[session]).text(PAGE, ".k-session")


def test_what_is_ordered_is_ordered_from_a_person(tmp_path: Path) -> None:
    made = project(tmp_path, availability="on-request", registration={"via": "ida"})
    assert "Bestil hos Ida Opdigtet" in made.text(PAGE, "article")
    assert "Tilmeld dig" not in made.text(PAGE, "article")


@pytest.mark.parametrize(
    ("sessions", "times"),
    [
        (["hver anden tirsdag 5. januar–2. marts 2027", "2027-03-16"], "6 mødegange"),
        (["hver tirsdag 5. januar–2. marts 2027, undtagen uge 7"], "8 mødegange"),
        (
            [{"when": "2027-01-05", "choice": "A"}, {"when": "2027-01-06", "choice": "A"}, "2027-02-01"],
            "2 mødegange",
        ),
    ],
)
def test_every_day_that_comes_again_counts(tmp_path: Path, sessions: list[Any], times: str) -> None:
    assert times in project(tmp_path, sessions=sessions).text(PAGE, ".k-facts")


@pytest.mark.parametrize("said", ["drop-in", "ingen föranmälan", "Kræves ikke"])
def test_words_say_that_nobody_need_enrol(tmp_path: Path, said: str) -> None:
    made = project(tmp_path, registration=said, sessions=["2027-02-02"])
    assert "Ingen tilmelding nødvendig" in made.text(PAGE, ".k-facts")


def test_the_calendar_names_the_run_whose_deadline_it_is(tmp_path: Path) -> None:
    runs = [
        {"id": each, "title": f"Hold {each}", "place": each, "sessions": ["2027-03-20"]}
        for each in ("nord", "syd")
    ]
    made = project(tmp_path, runs=runs, registration={"closes": "2027-03-01"})
    rows = [
        " ".join(row.text(separator=" ").split())
        for row in LexborHTMLParser(made.html("kalender/2027-03/")).css("li.k-event")
    ]
    assert len(set(rows)) == len(rows) == 4
    assert all(any(name in row for name in ("Hold nord", "Hold syd")) for row in rows)

"""Sentences follow the kind of course, in every language; a site has kinds of its own."""

import re
from pathlib import Path

import pytest

from katalog.i18n.phrases import site_languages, site_phrases
from katalog.schema.course_parts import KINDS
from katalog.settings.additions import GENDERS
from katalog.views.shared.course_kind import kind_words
from katalog.views.shared.record_events import record_events
from tests.support import all_feeds, make_project, record

SITE = {
    "kinds": [
        {
            "id": "studiekreds",
            "name": {"da": "Studiekreds", "sv": "Studiecirkel"},
            "the_name": {"da": "studiekredsen", "sv": "studiecirkeln"},
            "gender": {"sv": "common"},
            "session": {"da": "Mødeaften", "sv": "Träff"},
        },
        {"id": "cafe", "name": {"da": "Fagcafé", "sv": "Fackcafé"}},
    ]
}


def sentences(tmp_path: Path, kind: str, **facts: object) -> dict[str, str]:
    """Return what is said above the page of a course of that kind, by language."""
    files = {"courses/kursus.md": record("Kursus", kind=kind, **facts)}
    made = make_project(tmp_path, files, settings=SITE)
    pages = {"da": made.html("kurser/kursus/"), "sv": made.html("sv/kurser/kursus/")}
    return {tag: re.sub(r"<[^>]+>", " ", html[: html.index("<article")]) for tag, html in pages.items()}


@pytest.mark.parametrize(
    ("kind", "da", "sv"),
    [
        ("conference", "Konferencen er aflyst.", "Konferensen är inställd."),
        ("webinar", "Webinaret er aflyst.", "Webbinariet är inställt."),
        ("general-assembly", "Generalforsamlingen er aflyst.", "Årsmötet är inställt."),
        ("studiekreds", "Studiekredsen er aflyst.", "Studiecirkeln är inställd."),
        ("cafe", "Arrangementet er aflyst.", "Evenemanget är inställt."),
    ],
)
def test_what_is_cancelled_is_called_what_it_is(tmp_path: Path, kind: str, da: str, sv: str) -> None:
    said = sentences(tmp_path, kind, status="cancelled", sessions=[{"when": "2027-03-01"}])
    assert da in said["da"]
    assert sv in said["sv"]


def test_what_is_over_agrees_with_its_name(tmp_path: Path) -> None:
    said = sentences(tmp_path, "webinar", sessions=[{"when": "2026-03-01"}])
    assert "Webinaret er afholdt." in said["da"]
    assert "Webbinariet är genomfört." in said["sv"]


@pytest.mark.parametrize("language", site_languages())
@pytest.mark.parametrize("kind", [*KINDS, "event"])
def test_every_kind_has_its_words_in_every_language(language: str, kind: str) -> None:
    phrases = site_phrases(language)
    assert phrases(f"course.kind.{kind}.gender") in GENDERS
    assert phrases(f"course.kind.{kind}.the").islower()


def test_a_kind_that_the_site_does_not_have_is_reported(tmp_path: Path) -> None:
    files = {"courses/kursus.md": record("Kursus", kind="studiekres")}
    made = make_project(tmp_path, files, settings=SITE, expected={"field.not-allowed-did-you-mean"})
    (problem,) = made.build.problems
    assert problem.params["suggestion"] == "studiekreds"


@pytest.mark.parametrize(
    ("kind", "session"), [("lecture", "Foredrag"), ("studiekreds", "Mødeaften"), ("cafe", "Kursusdag")]
)
def test_a_session_is_called_after_its_kind(tmp_path: Path, kind: str, session: str) -> None:
    made = make_project(tmp_path, {"courses/kursus.md": record("Kursus", kind=kind)}, settings=SITE)
    assert kind_words(made.reader(), kind).session == session


def test_the_only_session_bears_no_number_anywhere(tmp_path: Path) -> None:
    facts = {"kind": "lecture", "sessions": [{"when": "2027-03-01 10:00/12:00"}]}
    made = make_project(tmp_path, {"courses/kursus.md": record("Kursus", **facts)})
    assert "1. mødegang" not in made.html("kurser/kursus/")
    (event,) = record_events(made.reader(), made.reader().entry("kursus"))
    assert (event.title, event.label) == ("Kursus", "Foredrag")


def test_sessions_of_a_run_bear_its_name_in_calendars(tmp_path: Path) -> None:
    runs = [
        {"id": each, "title": f"Hold {each}", "sessions": [{"when": f"2027-0{month}-01"}]}
        for month, each in enumerate(("nord", "syd"), start=3)
    ]
    made = make_project(tmp_path, {"courses/kursus.md": record("Kursus", runs=runs)})
    calendar = next(each for each in all_feeds(made.reader()) if each.address == "kurser/kursus.ics")
    assert b"SUMMARY;LANGUAGE=da:Kursus (Hold nord)" in calendar.data

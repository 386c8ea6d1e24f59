"""Records that only look alike are two."""

from pathlib import Path

import pytest

from tests.support import make_project, record

LIBRARY: dict[str, object] = {"kind": "public", "country": "DK"}
PERSON: dict[str, object] = {"show_until": "2030-12-31"}
LIBRARIES = "content/libraries"
PEOPLE = "content/contacts"
PAIRS: dict[str, tuple[str, dict[str, object], dict[str, object]]] = {
    "the same course next year": ("courses", {"sessions": ["2027-03-01"]}, {"sessions": ["2028-03-01"]}),
    "a draft of the new one": (
        "courses",
        {"sessions": ["2027-03"]},
        {"sessions": ["2027-03"], "draft": True},
    ),
    "a project and its next period": (
        "projects",
        {"kind": "project", "period": "2026"},
        {"kind": "project", "period": "2027"},
    ),
    "news of two days": ("content/news", {"date": "2026-11-01"}, {"date": "2026-11-02"}),
    "libraries of one name": (
        LIBRARIES,
        LIBRARY | {"municipality": "Nyby"},
        LIBRARY | {"municipality": "Sundby"},
    ),
    "namesakes": (PEOPLE, PERSON | {"email": "a@example.org"}, PERSON | {"email": "b@example.org"}),
    "namesakes at one switchboard": (PEOPLE, PERSON | {"phone": "33123456"}, PERSON | {"phone": "33123456"}),
    "namesakes without details": (PEOPLE, PERSON, PERSON),
}


@pytest.mark.parametrize("name", PAIRS)
def test_they_are_taken(name: str, tmp_path: Path) -> None:
    folder, one, other = PAIRS[name]
    files = {f"{folder}/a.md": record("Samskabelse", "Tekst.", **one)}
    files[f"{folder}/b.md"] = record("Samskabelse", "Tekst.", **other)
    assert len(make_project(tmp_path, files).build.project.entries) == 2


def test_courses_without_dates_are_told_apart_by_their_texts(tmp_path: Path) -> None:
    files = {f"courses/{name}.md": record("Samskabelse", f"Del {name}.") for name in "ab"}
    assert len(make_project(tmp_path, files).build.project.entries) == 2


def test_a_course_held_by_two_is_two_courses(tmp_path: Path) -> None:
    files = {f"content/libraries/{name}.md": record(f"Bibliotek {name}", "", **LIBRARY) for name in "cd"}
    files |= {
        f"courses/{name}.md": record("Temadag", "Tekst.", organiser=organiser, sessions=["2027-03-01"])
        for name, organiser in (("a", "c"), ("b", "d"))
    }
    assert len(make_project(tmp_path, files).build.project.entries) == 4

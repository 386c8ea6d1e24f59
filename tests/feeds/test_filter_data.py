"""What the filters know of every course: the same answers as its card, and where that card is."""

import json
from pathlib import Path
from typing import Any

import pytest

from katalog.feeds.filter_data import filter_data
from tests.support import make_project, record

FILES = {
    "courses/aaben.md": record(
        "Åben",
        kind="seminar",
        spoken=["da"],
        organiser="testby",
        audience="Formidlere",
        topics=["samskabelse"],
        registration={"closes": "2027-02-01"},
        price=[{"amount": "1.950 kr.", "per": "participant"}],
        sessions=[{"when": "2027-03-11", "place": "testby"}, {"when": "2027-05-11", "place": "online"}],
    ),
    "courses/gammel.md": record("Gammel", sessions=[{"when": "2018-Q4"}]),
    "content/libraries/testby.md": record(
        "Testby Bibliotek", kind="public", country="DK", region="Region Prøve"
    ),
}


def data(root: Path, language: str = "da") -> Any:
    (feed,) = filter_data(make_project(root, FILES).reader(language))
    assert feed.address == {"da": "kurser.filter.json", "sv": "sv/kurser.filter.json"}[language]
    return json.loads(feed.data)


def values(found: Any, course: list[Any]) -> dict[str, list[str]]:
    """Return a course's answers to each filter."""
    facets = found["facets"].items()
    return {name: [known[n] for n in own] for (name, known), own in zip(facets, course[9], strict=True)}


def test_a_course_has_its_answers(tmp_path: Path) -> None:
    found = data(tmp_path)
    course = found["courses"][0]
    assert course[:3] == ["aaben", 0, "Åben"]
    assert [found["names"][n] for n in course[3]][:2] == ["Testby Bibliotek", "Samskabelse"]
    assert course[4] == "open"
    assert course[5][0] == ["2027-01-18T00:00:00+01:00", "closing-soon"]
    assert course[6:9] == ["2027-03-11", "2027-02-01", 1950]
    assert values(found, course) == {
        "month": ["2027-21", "2027-03", "2027-05"],
        "region": ["region-proeve", "*"],
        "form": ["in-person", "online", "blended"],
        "topic": ["samskabelse"],
        "language": ["da"],
        "kind": ["seminar"],
        "organiser": ["testby"],
        "audience": ["formidlere"],
        "year": ["2027"],
    }
    assert values(found, found["courses"][1])["year"] == ["2018"]


def test_it_says_where_the_cards_are(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("katalog.views.shared.pagination.ROOM", 5)
    found = data(tmp_path, "sv")
    assert {course[0]: found["pages"][course[1]] for course in found["courses"]} == {
        "aaben": "kurser/",
        "gammel": "kurser/ar/2018/",
    }

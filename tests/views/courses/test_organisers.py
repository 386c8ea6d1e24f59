"""Organisers of equal standing: on page and card, in each one's calendar, in data."""

from pathlib import Path
from typing import Any

from katalog.feeds.json_data import models
from katalog.feeds.json_ld import json_ld
from katalog.json_encoding import json_bytes
from katalog.views.shared.calendar_events import calendar_events
from tests.support import Made, data_at, make_project, record
from tests.views.courses.test_course_page import text_of


def make(tmp_path: Path, organiser: Any, **facts: Any) -> Made:
    files = {
        "courses/kursus.md": record("Kursus", "Tekst.", organiser=organiser, sessions=["2027-03-01"]),
        "content/libraries/vest.md": record("Vest Bibliotek", kind="public", country="FI", region="Vest"),
        "content/libraries/oest.md": record("Øst Bibliotek", kind="public", country="DK", region="Øst"),
    }
    return make_project(tmp_path, files, **facts)


def test_one_id_is_enough(tmp_path: Path) -> None:
    made = make(tmp_path, "vest")
    assert "Arrangør Vest Bibliotek" in text_of(made.html("kurser/kursus/"))
    data = data_at(made.reader(), "kurser/kursus/")
    assert isinstance(data, models.Course)
    assert data.organiser
    assert (data.organiser.id, data.organisers) == ("vest", ())


def test_several_are_shown_alike(tmp_path: Path) -> None:
    made = make(tmp_path, ["vest", "oest"])
    assert "Arrangører Vest Bibliotek , Øst Bibliotek" in text_of(made.html("kurser/kursus/"))
    card = text_of(made.html("kurser/"))
    assert "Arrangør: Vest Bibliotek Arrangør: Øst Bibliotek" in card
    reader = made.reader()
    for id_ in ("vest", "oest"):
        assert [event.uid for event in calendar_events(reader, reader.entry(id_))] == ["kursus.session-1"]
        assert "Kursus" in made.html(reader.addresses.record(reader.entry(id_)))
    data = data_at(reader, "kurser/kursus/")
    assert isinstance(data, models.Course)
    assert [each.id for each in data.organisers] == ["vest", "oest"]
    said = json_bytes(json_ld(made.pages["kurser/kursus/"], reader, data)[-1]).decode()
    assert '"provider":[{"@type":"Organization"' in said
    assert said.count('"@type":"Organization"') == 2


def test_one_that_does_not_exist_is_told_at_its_place(tmp_path: Path) -> None:
    made = make(tmp_path, ["vest", "ukendt"], expected={"reference.unknown"})
    [problem] = made.build.problems
    assert problem.params["written"] == "ukendt"

"""Choices of which one is called off, and courses of which it is not said where some of it is held."""

from pathlib import Path
from typing import Any

import pytest

from katalog.views.courses.list_values import list_values
from tests.support import Made, make_project, record


def project(root: Path, **fields: Any) -> Made:
    return make_project(root, {"courses/kursus.md": record("Kursus", **fields)})


@pytest.mark.parametrize(("third", "told"), [(None, 3), ("cancelled", 2)])
def test_a_session_excludes_only_those_that_are_held(tmp_path: Path, third: str | None, told: int) -> None:
    sessions = [
        {"when": "2027-02-02", "title": "Et", "choice": "Hold"},
        {"when": "2027-02-03", "title": "To", "choice": "Hold", "status": "full"},
        {"when": "2027-02-04", "title": "Tre", "choice": "Hold", "status": third},
    ]
    html = project(tmp_path, sessions=sessions).html("kurser/kursus/")
    assert html.count("Man kan kun vælge én") == told
    assert ('href="#k-3"' in html) == (third is None)


@pytest.mark.parametrize("other", [None, "cancelled"])
def test_of_two_rows_one_may_be_left(tmp_path: Path, other: str | None) -> None:
    rows = [{"title": "A", "choice": "Spor"}, {"title": "B", "choice": "Spor", "status": other}]
    sessions = [{"when": "2027-02-02", "programme": rows}]
    html = project(tmp_path, sessions=sessions).html("kurser/kursus/")
    assert ("Man kan kun vælge én" in html) == (other is None)


@pytest.mark.parametrize(("second", "found"), [({}, ()), ({"place": "online"}, ("online",))])
def test_what_is_partly_online_is_not_said_to_be_online(
    tmp_path: Path, second: dict[str, Any], found: tuple[str, ...]
) -> None:
    sessions = [{"when": "2027-02-02", "place": "online"}, {"when": "2027-02-03", **second}]
    reader = project(tmp_path, sessions=sessions).reader()
    assert list_values(reader, reader.entry("kursus")).facets["form"] == found

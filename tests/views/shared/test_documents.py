"""Documents of courses, sessions and initiatives: on their pages and in their data."""

from datetime import date
from pathlib import Path

from katalog.json_encoding import json_bytes
from tests.support import data_at, make_project, record
from tests.views.courses.test_course_page import text_of

VIDEO = "https://video.example.org/1"
COURSE = record(
    "Webinar", "Der kommer en optagelse.", kind="webinar",
    documents=[{"title": "Optagelsen", "url": VIDEO, "kind": "recording"}],
    sessions=[{
        "when": "7. september 2028 kl. 14–15", "title": "Oplæg",
        "documents": [{"title": "Lysbilleder", "file": "oplaeg.pdf", "kind": "slides"}],
    }],
)  # fmt: skip
INITIATIVE = record(
    "Indsats", "Tekst.", kind="national-initiative", period="2026", goal="Målet",
    results=[{"title": "Slutrapporten", "url": "https://rapport.example.org/", "kind": "report"}],
)  # fmt: skip
HELD = record("Afholdt kursus", initiative="indsats", sessions=[{"when": "2026-05-05"}])


def test_a_course_and_its_sessions_have_documents(tmp_path: Path) -> None:
    folder = tmp_path / "courses/webinar"
    folder.mkdir(parents=True)
    (folder / "oplaeg.pdf").write_bytes(b"%PDF-1.4\n%%EOF\n")
    made = make_project(tmp_path, {"courses/webinar.md": COURSE})
    html = made.html("kurser/webinar/")
    assert f'<a href="{VIDEO}">Optagelsen</a><span class="k-muted k-small">Optagelse</span>' in html
    assert "Materialer Optagelsen" in text_of(html)
    session = html[html.index('id="k-1"') : html.index("<h2>Materialer")]
    assert "Lysbilleder" in session
    assert "Inspelning" in made.html("sv/kurser/webinar/")
    data = json_bytes(data_at(made.reader(), "kurser/webinar/")).decode()
    assert f'"documents":[{{"title":"Optagelsen","url":"{VIDEO}","kind":"recording"}}]' in data
    assert '"title":"Lysbilleder","url":"https://katalog.example/' in data


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    made = make_project(tmp_path, {"courses/webinar.md": COURSE}, expected={"reference.file-missing"})
    [problem] = made.build.problems
    assert problem.params["path"] == "courses/webinar/oplaeg.pdf"


def test_the_results_of_what_has_ended_stand_first(tmp_path: Path) -> None:
    files = {"projects/indsats.md": INITIATIVE, "courses/kursus.md": HELD}
    ended = text_of(make_project(tmp_path, files, date(2028, 1, 15)).html("indsatsomraader/indsats/"))
    assert ended.index("Resultater Slutrapporten") < ended.index("Målet")
    assert ended.index("Afholdt kursus") < ended.index("Målet")
    going_on = text_of(make_project(tmp_path, files, date(2026, 1, 15)).html("indsatsomraader/indsats/"))
    assert going_on.index("Målet") < going_on.index("Resultater Slutrapporten")


def test_results_are_in_the_data(tmp_path: Path) -> None:
    made = make_project(tmp_path, {"projects/indsats.md": INITIATIVE})
    data = json_bytes(data_at(made.reader(), "indsatsomraader/indsats/")).decode()
    assert (
        '"results":[{"title":"Slutrapporten","url":"https://rapport.example.org/","kind":"report"}]' in data
    )

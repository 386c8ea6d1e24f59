"""What is exported, imported again, changes nothing; what a sheet cannot hold is reported."""

from collections import Counter
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from bench.corpus import PROJECT, TOPICS, text_of, topic_ids, write
from bench.records import generate
from katalog.i18n.phrases import editor_phrases
from katalog.loading.project_folder import ProjectFolder, read_project_folder
from katalog.settings import read_settings
from katalog.spreadsheets.delimited import write_delimited
from katalog.spreadsheets.export import Exported, export_courses
from katalog.spreadsheets.import_file import Import, import_file
from katalog.spreadsheets.rows_to_records import Site
from katalog.spreadsheets.write_workbook import write_workbook
from tests.announcements import announced
from tests.spreadsheets.sheets import FILES, TODAY, site
from tests.support import SETTINGS, record

CORPUS_DAY = date(2026, 9, 1)


def exported(where: Site, language: str = "da", **options: bool) -> Exported:
    return export_courses(
        where, editor_phrases(language), **{"upcoming": False, "by_session": True} | options
    )


def again(made: Exported, where: Site, ending: str) -> Import:
    rows = [made.headings, *made.rows]
    data = write_workbook("Kurser", rows) if ending == ".xlsx" else write_delimited(rows)
    return import_file(f"kurser{ending}", data, where, "da")


def without_courses(where: Site) -> Site:
    project = where.project
    rest = [each for each in project.entries if each.collection != "courses"]
    empty = ProjectFolder(project.root, rest, [], project.topics, project.attachments)
    return Site(empty, {}, where.settings, where.today)


def assert_equal_records(found: Import, where: Site) -> None:
    by_id = {each.id: each for each in where.project.entries if each.collection == "courses"}
    assert {each.course.id for each in found.courses} == by_id.keys()
    for each in found.courses:
        assert each.entry is not None, each.faults
        assert each.entry.record == by_id[each.course.id].record
        assert each.entry.body.strip() == by_id[each.course.id].body.strip()


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Site:
    root = tmp_path_factory.mktemp("corpus")
    for each in generate(500, 3, topic_ids()):
        write(root / each.path, text_of(each))
    write(root / TOPICS, (PROJECT / TOPICS).read_text(encoding="utf-8"))
    return Site(read_project_folder(root), {}, read_settings(SETTINGS), CORPUS_DAY)


def test_five_hundred_courses_are_unchanged(corpus: Site) -> None:
    made = exported(corpus)
    assert made.problems == ()
    found = again(made, corpus, ".xlsx")
    assert Counter(each.fate for each in found.courses) == {"unchanged": 500}
    assert found.problems == ()


def test_five_hundred_courses_come_into_an_empty_site(corpus: Site) -> None:
    found = again(exported(corpus, "sv"), without_courses(corpus), ".csv")
    assert Counter(each.fate for each in found.courses) == {"new": 500}
    assert_equal_records(found, corpus)


@pytest.mark.parametrize("language", ["da", "sv", "en"])
def test_announcements_with_everything_come_back(language: str, tmp_path: Path) -> None:
    announced.make(tmp_path)
    where = Site(read_project_folder(tmp_path), {}, read_settings(SETTINGS), TODAY)
    made = exported(where, language)
    assert made.problems == ()
    assert_equal_records(again(made, without_courses(where), ".xlsx"), where)


AWKWARD: dict[str, Any] = {
    "title": "=HYPERLINK(1) kursus", "subtitle": "'-a", "audience": "[alle]", "prerequisites": "{ingen}",
    "outcomes": ["To\nlinjer", "- en streg", "a; b", "c, d"], "topics": ["laesning"],
    "registration": "ingen", "place": "Vejby Bibliotek", "credits": "7,5 hp", "online": "ja",
    "price": ["gratis for medlemmer", {"amount": "200 kr.", "label": "For: alle 2", "up_to": "5"}],
    "contacts": ["ane-test", {"person": "bo-test", "role": "press"}],
    "spoken": ["da", "en"], "partners": ["vejby-bibliotek"], "draft": "true", "redirect_from": ["gammelt"],
    "own": [{"lokale": "Sal 2"}], "source": "+45 33 12 34 56",
    "sessions": ["2027-03-09", {"place": "vejby-bibliotek", "agenda": ["a", "b"], "optional": "yes"}],
    "runs": [{"id": "a", "title": "Hold A", "place": "online", "sessions": ["2027-04-09"]},
             {"id": "b", "status": "cancelled", "registration": {"closes": "2027-03-01"}}],
}  # fmt: skip


@pytest.mark.parametrize("ending", [".xlsx", ".csv"])
def test_the_awkward_comes_back_too(ending: str, tmp_path: Path) -> None:
    body = "=1+1\n\n- et punkt\n\n    kode\n"
    where = site(tmp_path, FILES | {"courses/a.md": record(AWKWARD["title"], body, **AWKWARD)})
    made = exported(where)
    assert made.problems == ()
    assert_equal_records(again(made, without_courses(where), ending), where)


ALONE = {
    "organiser": "vejby-bibliotek", "form": "online", "price": "500 kr. pr. deltager", "contacts": "ane-test",
    "sessions": "9. marts 2027 kl. 9-12",
}  # fmt: skip


@pytest.mark.parametrize("ending", [".xlsx", ".csv"])
def test_one_value_alone_is_one_cell(ending: str, tmp_path: Path) -> None:
    where = site(tmp_path, FILES | {"courses/a.md": record("Et kursus", **ALONE)})
    made = exported(where)
    assert (made.problems, len(made.rows)) == ((), 1)
    assert_equal_records(again(made, without_courses(where), ending), where)


def test_no_cell_is_a_formula(tmp_path: Path) -> None:
    where = site(tmp_path, FILES | {"courses/a.md": record("=1+1 kursus", "@x", audience="-1", level="+1")})
    made = exported(where)
    sheet = load_workbook(BytesIO(write_workbook("K", [made.headings, *made.rows]))).active
    assert sheet is not None
    cells = [cell for row in sheet.iter_rows() for cell in row if cell.value]
    assert {cell.data_type for cell in cells} == {"s"}
    assert sorted(str(cell.value) for cell in cells if cell.quotePrefix) == ["+1", "-1", "=1+1 kursus", "@x"]


def test_people_read_names_and_words(tmp_path: Path) -> None:
    facts = {
        "organiser": "sundby-bibliotek", "status": "cancelled",
        "contacts": [{"person": "ane-test", "role": "press"}],
        "price": [{"amount": "200 kr.", "vat": "excluded", "per": "participant", "label": "Mad"}],
    }  # fmt: skip
    made = exported(site(tmp_path, FILES | {"courses/a.md": record("Et kursus", **facts)}))
    assert dict(zip(made.headings, made.rows[0], strict=True)) == {
        "Id": "a", "Titel": "Et kursus", "Sprog": "da", "Arrangør": "Sundby Bibliotek", "Status": "aflyst",
        "Kontaktpersoner": "Ane Test (presse)", "Pris": "Mad: 200 kr. ekskl. moms pr. deltager",
    }  # fmt: skip


def test_one_row_for_each_course_tells_what_it_leaves_out(tmp_path: Path) -> None:
    plain = {
        "sessions": [{"when": "2027-03-09", "place": "online"}, {"when": "2027-03-10", "place": "Sal 2"}]
    }
    more = {"sessions": [{"when": "2027-03-09", "title": "Et"}, {"when": "2027-03-10"}]}
    runs = {"runs": [{"id": "a", "sessions": ["2027-03-09"]}]}
    files = {
        f"courses/{name}.md": record(f"Kursus {name}", **facts)
        for name, facts in (("a", plain), ("b", more), ("c", runs))
    }
    made = exported(site(tmp_path, FILES | files), by_session=False)
    assert [row[0] for row in made.rows] == ["a", "b", "c"]
    assert [(each.path, each.params["allowed"]) for each in made.problems] == [
        ("courses/b.md", "sessions"),
        ("courses/c.md", "sessions, runs"),
    ]


def test_a_text_that_no_cell_holds_is_reported(tmp_path: Path) -> None:
    where = site(tmp_path, FILES | {"courses/a.md": record("Kursus", "Lang tekst.\n\n" * 3_000)})
    made = exported(where)
    assert [(each.code, each.params["allowed"]) for each in made.problems] == [("sheet.does-not-fit", "body")]


def test_only_what_is_ahead(tmp_path: Path) -> None:
    files = {
        f"courses/{name}.md": record(f"Kursus {name}", sessions=sessions)
        for name, sessions in (
            ("a", ["2020-01-01"]), ("b", ["2020-01-01", "2027-01-01"]), ("c", []), ("d", ["2026/.."]),
        )
    }  # fmt: skip
    made = exported(site(tmp_path, FILES | files), upcoming=True)
    assert sorted({row[0] for row in made.rows}) == ["b", "c", "d"]

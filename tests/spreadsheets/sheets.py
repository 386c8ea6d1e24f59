"""Spreadsheets for tests: made here, never kept as files."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from io import BytesIO
from pathlib import Path

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from katalog.loading.project_folder import read_project_folder
from katalog.settings import read_settings
from katalog.spreadsheets.import_file import Import, import_file
from katalog.spreadsheets.rows_to_records import Site
from tests.support import SETTINGS, TOPICS, record, write_files

TODAY = date(2026, 11, 22)
FILES = {
    "content/topics.yml": TOPICS,
    "content/libraries/vejby-bibliotek.md": record("Vejby Bibliotek", kind="public", country="DK"),
    "content/libraries/sundby-bibliotek.md": record(
        "Sundby Bibliotek", kind="public", country="DK", aliases=["Sundby"]
    ),
    "content/contacts/ane-test.md": record("Ane Test", show_until="2030-12-31"),
    "content/contacts/bo-test.md": record("Bo Test", show_until="2030-12-31"),
    "content/contacts/bo-test-2.md": record("Bo Test", show_until="2030-12-31"),
    "projects/faelles-indsats.md": record("Fælles indsats", kind="project"),
}


def site(root: Path, files: Mapping[str, str] = FILES) -> Site:
    """Return a small site in `root`."""
    write_files(root, files)
    return Site(read_project_folder(root), {}, read_settings(SETTINGS), TODAY)


def workbook(*sheets: tuple[str, Iterable[Sequence[object]]]) -> Workbook:
    """Return a workbook with those sheets, each a name and rows."""
    made = Workbook()
    del made["Sheet"]
    for name, rows in sheets:
        sheet: Worksheet = made.create_sheet(name)
        for row in rows:
            sheet.append([*row])
    return made


def saved(made: Workbook) -> bytes:
    data = BytesIO()
    made.save(data)
    return data.getvalue()


def imported(root: Path, *rows: Sequence[object], language: str = "da") -> Import:
    """Import one sheet into the small site."""
    return import_file("kurser.xlsx", saved(workbook(("Ark1", rows))), site(root), language)


def texts(found: Import) -> dict[str, str]:
    return {each.path: each.text for each in found.courses if each.text}


def reported(found: Import) -> list[tuple[str, str]]:
    return [(each.place, each.code) for each in found.problems]

"""A sheet of courses as people keep them, and what becomes of it."""

# ruff: noqa: DTZ001 - a cell's moment has no zone

from datetime import datetime, time
from pathlib import Path

import pytest

from katalog.inspection import inspect
from katalog.settings import read_settings
from katalog.spreadsheets.import_file import import_file
from tests.spreadsheets.sheets import FILES, TODAY, imported, reported, saved, site, texts, workbook
from tests.support import SETTINGS, record, write_files

HEADINGS = (
    "Titel", "Dato", "Start", "Slut", "Sted", "Arrangør", "Pris", "Max deltagere", "Tilmeldingsfrist",
    "Tilmeldingslink", "Status", "Kontakt", "Slags", "Form", "Emner", "Sprog", "Lektioner", "Venteliste",
    "Undervisere", "Indsatsområde", "Resumé",
)  # fmt: skip
GOOD: dict[str, object] = {
    "Dato": datetime(2027, 3, 9), "Start": time(9), "Slut": time(16), "Sted": "Vejby Bibliotek",
    "Arrangør": "Vejby Bibliotek", "Pris": 950, "Max deltagere": 20, "Tilmeldingsfrist": "1. februar 2027",
    "Tilmeldingslink": "https://tilmelding.example/", "Kontakt": "Ane Test (tilmelding)", "Slags": "Temadag",
    "Form": "fysisk", "Emner": "Samskabelse; Læsning", "Lektioner": "6", "Venteliste": "x",
    "Undervisere": "Ane Test", "Indsatsområde": "Fælles indsats", "Resumé": "Om at læse højt.",
}  # fmt: skip
FAULTS: tuple[tuple[str, object, str], ...] = (
    ("Dato", "7/3-2027", "date.ambiguous"),
    ("Dato", "30. februar 2027", "date.no-such-day"),
    ("Dato", "snart", "date.unreadable"),
    ("Dato", "mandag den 9. marts 2027", "date.weekday-disagrees"),
    ("Start", "ni", "date.hours-expected"),
    ("Slut", "#REF!", "sheet.cell-error"),
    ("Start", None, "sheet.end-alone"),
    ("Sted", "=VLOOKUP(1,Ark2!A:B,2)", "sheet.no-value"),
    ("Arrangør", "Vejbi Bibliotek", "sheet.name-unknown-did-you-mean"),
    ("Arrangør", "Det Helt Andet Sted", "sheet.name-unknown"),
    ("Kontakt", "Bo Test", "sheet.name-shared"),
    ("Kontakt", "Ane Test (gætter)", "field.not-allowed"),
    ("Pris", "100 USD", "money.unknown-currency"),
    ("Pris", "efter aftale", "money.unreadable"),
    ("Max deltagere", "mange", "field.whole-number-expected"),
    ("Max deltagere", 0, "field.at-least-one"),
    ("Tilmeldingsfrist", "marts 2027", "date.day-expected"),
    ("Tilmeldingsfrist", "1. april 2028", "course.deadline-after-start"),
    ("Tilmeldingslink", "tilmelding.example/kursus", "field.web-address-without-scheme"),
    ("Status", "aflyyst", "field.not-allowed-did-you-mean"),
    ("Slags", "Fest", "field.not-allowed"),
    ("Emner", "Fiskeri", "sheet.name-unknown"),
    ("Lektioner", "ca. 6", "field.more-than-a-value"),
    ("Resumé", "for langt " * 20, "field.too-long"),
    ("Titel", None, "sheet.no-title"),
)


def forty_courses() -> list[list[object]]:
    """Return 15 good rows, and 25 that each have one fault."""
    rows: list[list[object]] = [[*HEADINGS]]
    for number in range(40):
        values = {"Titel": f"Kursus {number + 1}"} | GOOD
        if number >= 15:
            heading, value, _ = FAULTS[number - 15]
            values[heading] = value
        rows.append([values.get(heading) for heading in HEADINGS])
    return rows


def test_forty_courses_with_twenty_five_faults(tmp_path: Path) -> None:
    made = workbook(("Ark1", forty_courses()))
    end = made["Ark1"].cell(22, HEADINGS.index("Slut") + 1)
    end.data_type = "e"
    found = import_file("kurser.xlsx", saved(made), site(tmp_path), "da")
    expected = {
        (f"Ark1!{'ABCDEFGHIJKLMNOPQRSTU'[HEADINGS.index(heading)]}{number}", code)
        for number, (heading, _, code) in enumerate(FAULTS, start=17)
    }
    expected -= {("Ark1!C23", "sheet.end-alone"), ("Ark1!A41", "sheet.no-title")}
    expected |= {("Ark1!D23", "sheet.end-alone"), ("Ark1!B41", "sheet.no-title")}
    assert set(reported(found)) == expected
    fates = [each.fate for each in found.courses]
    assert (fates.count("new"), fates.count("marked"), len(fates)) == (15, 24, 39)
    together = "\n".join(texts(found).values())
    for heading, value, _ in FAULTS:
        if isinstance(value, str) and heading != "Titel":
            assert value.split("(")[-1].rstrip(") ")[:100] in together
    assert together.count("⟦") == 24


def test_what_is_written_passes_the_check(tmp_path: Path) -> None:
    found = imported(tmp_path, *forty_courses()[:16])
    assert [each.fate for each in found.courses] == ["new"] * 15
    write_files(tmp_path, texts(found))
    problems = inspect(tmp_path, read_settings(SETTINGS), TODAY).problems
    assert [each for each in problems if each.path.startswith("courses/")] == []


def test_a_row_becomes_a_record(tmp_path: Path) -> None:
    [text] = texts(imported(tmp_path, *forty_courses()[:2])).values()
    assert text == (
        "---\ntitle: Kursus 1\nlanguage: da\nkind: theme-day\nsummary: Om at læse højt.\ntopics:\n"
        "  - samskabelse\n  - laesning\norganiser:\n  - vejby-bibliotek\nform:\n  - in-person\nteachers:\n"
        "  - ane-test\ninitiative: faelles-indsats\nregistration:\n  closes: 1. februar 2027\n"
        "  via: https://tilmelding.example/\nparticipants:\n  max: 20\n  waiting_list: true\nprice:\n"
        "  - 950 DKK\nlessons: 6\nsessions:\n  - when: 2027-03-09 09:00/16:00\n    place: vejby-bibliotek\n"
        "contacts:\n  - person: ane-test\n    role: registration\n---\n"
    )


def test_rows_of_one_title_are_sessions_of_one_course(tmp_path: Path) -> None:
    rows = (
        ("Kursus", "Dato", "Sted", "Målgruppe"),
        ("Læs højt", "2027-03-09", "online", "Alle"),
        ("Andet", "2027-03-10", "Sundby", None),
        ("Læs højt", "2027-03-16", "Vejby Bibliotek", None),
        (None, "2027-03-23", None, "Alle"),
    )
    found = texts(imported(tmp_path, *rows))
    assert list(found) == ["courses/laes-hoejt.md", "courses/andet.md"]
    assert found["courses/laes-hoejt.md"].endswith(
        "sessions:\n  - when: 2027-03-09\n    place: online\n"
        "  - when: 2027-03-16\n    place: vejby-bibliotek\n  - when: 2027-03-23\n---\n"
    )
    assert "place: sundby-bibliotek" in found["courses/andet.md"]


def test_runs_have_what_their_rows_say(tmp_path: Path) -> None:
    rows = (
        ("Titel", "Hold", "Dato", "Pris", "Målgruppe"),
        ("Læs højt", "Forår 2027", "2027-03-09", "900 kr.", "Alle"),
        ("Læs højt", "Forår 2027", "2027-03-16", None, None),
        ("Læs højt", "2027-2", "2027-09-09", "950 kr.", "Alle"),
    )
    [text] = texts(imported(tmp_path, *rows)).values()
    assert text.endswith(
        "audience: Alle\nruns:\n  - id: foraar-2027\n    title: Forår 2027\n    price:\n      - 900 kr.\n"
        "    sessions:\n      - when: 2027-03-09\n      - when: 2027-03-16\n"
        "  - id: 2027-2\n    price:\n      - 950 kr.\n    sessions:\n      - when: 2027-09-09\n---\n"
    )


def test_what_rows_disagree_on_is_reported_and_the_first_counts(tmp_path: Path) -> None:
    rows = (("Titel", "Dato", "Målgruppe"), ("A1 kursus", "2027-03-09", "Alle"), ("A1 kursus", None, "Ingen"))
    found = imported(tmp_path, *rows)
    assert reported(found) == [("Ark1!C3", "sheet.different")]
    assert [each.fate for each in found.courses] == ["new"]
    assert "audience: Alle" in texts(found)["courses/a1-kursus.md"]


@pytest.mark.parametrize(
    ("cells", "when"),
    [
        ({"Dato": "2027-03-09", "Tid": "9-16"}, "2027-03-09 09:00/16:00"),
        ({"Dato": "9. marts 2027", "Tid": "kl. 9.30"}, "2027-03-09 09:30"),
        ({"Dato": datetime(2027, 3, 9, 9, 30)}, "2027-03-09 09:30"),
        ({"Dato": datetime(2027, 3, 9), "Slutdato": datetime(2027, 3, 10)}, "2027-03-09/2027-03-10"),
        ({"Dato": datetime(2027, 3, 9), "Slutdato": datetime(2027, 3, 9)}, "2027-03-09"),
        ({"Dato": 46455, "Start": time(9), "Slut": "12"}, "2027-03-09 09:00/12:00"),
        ({"Tid": "9. marts 2027 kl. 9-16"}, "9. marts 2027 kl. 9-16"),
        ({"Dato": "uge 11 2027"}, "uge 11 2027"),
        ({"Dato": "9.-10. marts 2027", "Tid": "hver dag kl. 9-16"}, "9.-10. marts 2027, hver dag kl. 9-16"),
        ({"Dato": "tirsdage 2.-30. marts 2027", "Tid": "9-11"}, "tirsdage 2.-30. marts 2027, 9-11"),
        (
            {"Dato": "2027-03-09", "Slutdato": "2027-03-10", "Start": "9.00", "Slut": "15.30"},
            "2027-03-09 09:00/2027-03-10 15:30",
        ),
    ],
)
def test_a_date_may_stand_in_several_cells(cells: dict[str, object], when: str, tmp_path: Path) -> None:
    [text] = texts(imported(tmp_path, ("Titel", *cells), ("Kursus", *cells.values()))).values()
    assert f"when: {when}\n" in text.replace('"', "").replace("'", "")


def test_a_column_of_dates_may_prove_its_order(tmp_path: Path) -> None:
    rows = (
        ("Titel", "Dato", "Start", "Slut", "Tilmeldingsfrist"),
        ("Kursus 1", "09-03-2027", "09:00", "16:00", "01/02/2027"),
        ("Kursus 2", "24-03-2027 08:30", None, None, None),
        ("Kursus 3", "31-02-2027 00:00", None, None, None),
    )
    found = imported(tmp_path, *rows)
    assert reported(found) == [("Ark1!E2", "date.ambiguous-order"), ("Ark1!B4", "date.no-such-day")]
    first, second, third = texts(found).values()
    assert "closes: ⟦01/02/2027⟧" in first
    assert "when: 2027-03-09 09:00/16:00" in first
    assert "when: 2027-03-24 08:30" in second
    assert "when: ⟦31-02-2027 00:00⟧" in third


def test_a_mark_stands_where_the_fault_is(tmp_path: Path) -> None:
    rows = (
        ("Titel", "Pris", "Tekst", "Undervisere"),
        ("Kursus 1", "gratis\nefter 500 kr.", "En <b>tekst</b>.", "Ane Test; Ingen Kendt"),
    )
    [text] = texts(imported(tmp_path, *rows)).values()
    assert "  - gratis\n  - ⟦efter 500 kr.⟧\n" in text
    assert "teachers: ⟦Ane Test; Ingen Kendt⟧\n" in text
    assert text.endswith("---\n\nEn <b>tekst</b>.\n")


def test_several_dates_in_a_cell_are_several_sessions(tmp_path: Path) -> None:
    rows = (("Titel", "Datoer", "Sted"), ("Kursus", "2027-03-09\n2027-03-16", "Vejby Bibliotek\nonline"))
    [text] = texts(imported(tmp_path, *rows)).values()
    assert "- when: 2027-03-09\n    place: vejby-bibliotek\n  - when: 2027-03-16\n    place: online\n" in text


def test_nothing_is_written_over(tmp_path: Path) -> None:
    there = record("Kursus", "Teksten.", audience="Alle", sessions=[{"when": "2027-03-09"}])
    files = FILES | {"courses/kursus.md": there, "courses/ulaeselig.md": "---\ntitle: [\n---\n"}
    rows = (
        ("Titel", "Tekst", "Målgruppe", "Dato"),
        ("Kursus", "Teksten.", "Alle", "9. marts 2027"),
        ("Kursus", "Teksten.", "Alle", None),
        ("Ulæselig", None, "Alle", None),
        ("Ane Test", None, "Alle", None),
    )
    data = saved(workbook(("Ark1", rows)))
    found = import_file("kurser.xlsx", data, site(tmp_path, files), "da")
    assert [(each.path, each.fate, each.text) for each in found.courses] == [
        ("courses/kursus.md", "unchanged", ""),
        ("courses/ulaeselig.md", "exists", ""),
        ("content/contacts/ane-test.md", "exists", ""),
    ]
    assert reported(found) == [("Ark1!A4", "sheet.exists"), ("Ark1!A5", "sheet.exists")]


def test_differences_are_named(tmp_path: Path) -> None:
    files = FILES | {"courses/kursus.md": record("Kursus", "Teksten.", audience="Alle")}
    rows = (("Titel", "Tekst", "Målgruppe"), ("Kursus", "En anden tekst.", "Ingen"))
    found = import_file("kurser.xlsx", saved(workbook(("Ark1", rows))), site(tmp_path, files), "da")
    assert [each.params["allowed"] for each in found.problems] == ["audience, body"]


def test_a_course_in_another_language_is_read_in_that(tmp_path: Path) -> None:
    rows = (("Titel", "Textens språk", "Datum", "Pris"), ("Läs högt", "svenska", "9 mars 2027 kl 9–16", 500))
    [text] = texts(imported(tmp_path, *rows)).values()
    assert "language: sv\n" in text
    assert "- 500 SEK\n" in text


def test_two_sheets_do_not_write_the_same_record(tmp_path: Path) -> None:
    rows = (("Titel", "Målgruppe"), ("Kursus", "Alle"))
    made = workbook(("Forår", rows), ("Efterår", rows), ("Noter", [("Husk kaffe",)]))
    found = import_file("kurser.xlsx", saved(made), site(tmp_path), "da")
    assert [each.fate for each in found.courses] == ["new", "exists"]
    assert reported(found) == [("Efterår!A2", "sheet.exists"), ("Noter!A1", "sheet.no-headings")]


def test_a_day_written_as_eight_digits_is_asked_about(tmp_path: Path) -> None:
    found = imported(tmp_path, ("Titel", "Tilmelding"), ("Kursus", "20270301"))
    assert reported(found) == [("Ark1!B2", "date.other-form")]


@pytest.mark.parametrize(
    ("heading", "cell", "written"),
    [
        ("Tilmelding", "tlf. 66 11 22 33", "registration:\n  via: tlf. 66 11 22 33\n"),
        ("Tilmelding", "20 28 03 01", "registration:\n  via: 20 28 03 01\n"),
        ("Tilmelding", "1. marts 2027", "registration:\n  closes: 1. marts 2027\n"),
        ("Tilmelding", "t.o.m. 1. marts 2027", "registration:\n  closes: t.o.m. 1. marts 2027\n"),
        ("Tilmelding", "2027-03-01", "registration:\n  closes: 2027-03-01\n"),
        ("Antal pladser", "max. 20 deltagere", "participants:\n  max: 20\n"),
        ("Pris", "Medlemmer: 900 kr.", "price:\n  - amount: 900 kr.\n    audience: Medlemmer\n"),
        ("Pris", "Forplejning: 250 kr.", "price:\n  - amount: 250 kr.\n    label: Forplejning\n"),
    ],
)
def test_a_cell_says_what_announcements_say(heading: str, cell: str, written: str, tmp_path: Path) -> None:
    [text] = texts(imported(tmp_path, ("Titel", heading), ("Kursus", cell))).values()
    assert written in text.replace('"', "")

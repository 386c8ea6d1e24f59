"""Calendars of any program as drafts of courses."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from katalog.spreadsheets.ics_events import MAX_TIMES, read_events
from katalog.spreadsheets.import_file import Import, import_file
from katalog.spreadsheets.table import UnreadableError
from tests.spreadsheets.sheets import site, texts

ZONE = "TZID=Europe/Helsinki"


def calendar(*events: str) -> bytes:
    """Return a calendar; an event is its lines."""
    lines = [line for event in events for line in ("BEGIN:VEVENT", *event.split("\n"), "END:VEVENT")]
    return "\r\n".join(
        ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Test//", *lines, "END:VCALENDAR", ""]
    ).encode()


def imported(root: Path, *events: str) -> Import:
    return import_file("kurser.ics", calendar(*events), site(root), "da")


@pytest.mark.parametrize(
    ("lines", "dates"),
    [
        ("DTSTART:20270309T080000Z\nDTEND:20270309T150000Z", ["2027-03-09 09:00/16:00"]),
        ("DTSTART:20270709T080000Z\nDURATION:PT2H", ["2027-07-09 10:00/12:00"]),
        (f"DTSTART;{ZONE}:20270309T100000\nDTEND;{ZONE}:20270309T170000", ["2027-03-09 09:00/16:00"]),
        ("DTSTART:20270309T090000", ["2027-03-09 09:00"]),
        ("DTSTART;VALUE=DATE:20270309\nDTEND;VALUE=DATE:20270310", ["2027-03-09"]),
        ("DTSTART;VALUE=DATE:20270309", ["2027-03-09"]),
        ("DTSTART;VALUE=DATE:20270309\nDTEND;VALUE=DATE:20270311", ["2027-03-09/2027-03-10"]),
        ("DTSTART:20270309T080000Z\nDTEND:20270310T130000Z", ["2027-03-09 09:00/2027-03-10 14:00"]),
        ("", []),
        (
            f"DTSTART;{ZONE}:20270323T100000\nDTEND;{ZONE}:20270323T110000\nRRULE:FREQ=WEEKLY;COUNT=2",
            ["2027-03-23 09:00/10:00", "2027-03-30 09:00/10:00"],
        ),
        (
            "DTSTART;VALUE=DATE:20270309\nRRULE:FREQ=WEEKLY;UNTIL=20270323\nEXDATE;VALUE=DATE:20270316",
            ["2027-03-09", "2027-03-23"],
        ),
        (
            "DTSTART:20270309T080000Z\nRRULE:FREQ=DAILY;UNTIL=20270310T080000Z\nRDATE:20270401T080000Z",
            ["2027-03-09 09:00", "2027-03-10 09:00", "2027-04-01 10:00"],
        ),
    ],
)
def test_when_an_event_is(lines: str, dates: list[str], tmp_path: Path) -> None:
    found = imported(tmp_path, f"UID:1\nSUMMARY:Kursus\n{lines}".strip())
    assert [each["when"] for each in found.courses[0].course.data["sessions"] if each] == dates
    assert found.problems == ()


def test_a_recurrence_that_was_moved_is_taken_once(tmp_path: Path) -> None:
    found = imported(
        tmp_path,
        "UID:1\nSUMMARY:Kursus\nDTSTART:20270309T080000Z\nRRULE:FREQ=WEEKLY;COUNT=3",
        "UID:1\nSUMMARY:Kursus\nRECURRENCE-ID:20270316T080000Z\nDTSTART:20270317T100000Z",
    )
    dates = [each["when"] for each in found.courses[0].course.data["sessions"]]
    assert dates == ["2027-03-09 09:00", "2027-03-17 11:00", "2027-03-23 09:00"]


def test_an_event_becomes_a_draft(tmp_path: Path) -> None:
    found = imported(
        tmp_path,
        "UID:1\nSUMMARY:Læs højt\nLOCATION:Vejby Bibliotek\nDTSTART;VALUE=DATE:20270316\nSTATUS:CANCELLED",
        "UID:2\nSUMMARY:Læs højt\nLOCATION:https://moede.example/\\, x\nDTSTART;VALUE=DATE:20270323",
        "UID:3\nSUMMARY:Læs højt\nDTSTART;VALUE=DATE:20270309\nURL:https://a.example/\n"
        "DESCRIPTION:Med <b>*alle*</b>\\nog flere\nORGANIZER:mailto:ane@example.org",
    )
    assert texts(found) == {
        "courses/laes-hoejt.md": (
            "---\ntitle: Læs højt\nlanguage: da\nregistration:\n  via: https://a.example/\nsessions:\n"
            "  - when: 2027-03-09\n  - when: 2027-03-16\n    place: vejby-bibliotek\n    status: cancelled\n"
            "  - when: 2027-03-23\n    place: https://moede.example/, x\ndraft: true\n---\n\n"
            "Med \\<b>\\*alle\\*\\</b>\nog flere\n"
        )
    }


def test_a_beginning_that_is_no_date_is_marked(tmp_path: Path) -> None:
    found = imported(tmp_path, "UID:1\nSUMMARY:Kursus\nDTSTART:20271309T080000Z")
    assert [(each.place, each.code) for each in found.problems] == [("4:1", "date.unreadable")]
    assert "when: ⟦20271309T080000Z⟧" in texts(found)["courses/kursus.md"]


def test_an_event_without_a_name_is_reported_at_its_line(tmp_path: Path) -> None:
    found = imported(tmp_path, "UID:1\nDTSTART:20270309T080000Z", "UID:2\nSUMMARY:Et kursus")
    assert [(each.place, each.code) for each in found.problems] == [("4:1", "sheet.no-title")]
    assert [each.fate for each in found.courses] == ["new"]


@pytest.mark.parametrize(
    ("rule", "count"), [("FREQ=DAILY", MAX_TIMES), ("FREQ=SECONDLY", 1), ("FREQ=DAILY;COUNT=61", MAX_TIMES)]
)
def test_what_never_ends_is_cut(rule: str, count: int, tmp_path: Path) -> None:
    found = imported(tmp_path, f"UID:1\nSUMMARY:Kursus\nDTSTART:20270309T080000Z\nRRULE:{rule}")
    told = [(each.code, each.params["written"]) for each in found.problems if each.code == "sheet.recurs"]
    assert told == [("sheet.recurs", str(count))]
    assert len(found.courses[0].course.data["sessions"]) == count
    assert [each.fate for each in found.courses] == ["new"]


@pytest.mark.parametrize("data", [b"", b"\x00\xff", b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n", b"x" * 5_000_001])
def test_what_is_no_calendar(data: bytes) -> None:
    with pytest.raises(UnreadableError):
        read_events(data, UTC)


@given(st.data())
def test_damage_is_a_problem_and_nothing_worse(data: st.DataObject) -> None:
    good = bytearray(
        calendar(
            "UID:1\nSUMMARY:A\nDTSTART:20270309T080000Z\nDTEND:20270309T090000Z\nRRULE:FREQ=WEEKLY;COUNT=3"
        )
    )
    for _ in range(data.draw(st.integers(1, 5))):
        good[data.draw(st.integers(0, 10_000)) % len(good)] = data.draw(st.integers(32, 126))
    try:
        events = read_events(bytes(good), UTC)
    except UnreadableError:
        return
    assert all(len(each.dates) <= MAX_TIMES for each in events)


def test_hours_are_those_of_the_zone_that_is_asked_for() -> None:
    [event] = read_events(calendar("SUMMARY:A\nDTSTART:20270309T080000Z"), datetime.now(UTC).tzinfo or UTC)
    assert event.dates == ("2027-03-09 08:00",)

"""Instants and countdowns: right by the organiser's clock, also across daylight saving."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from katalog.read_tracking import recording
from katalog.views.reader import Reader
from katalog.views.shared.deadlines import countdown, deadline_view, end_of_day
from katalog.views.shared.visible_periods import instant
from katalog.when.reading import read_when
from katalog.when.today import beginning_of
from tests.support import all_feeds, make_project, record

ZONE = "Europe/Copenhagen"


@pytest.fixture
def reader(tmp_path: Path) -> Reader:
    return make_project(tmp_path, {}).reader()


@pytest.mark.parametrize(
    ("day", "begins"),
    [
        (date(2027, 1, 25), "2027-01-25T00:00:00+01:00"),
        (date(2027, 7, 1), "2027-07-01T00:00:00+02:00"),
        (date(2027, 3, 28), "2027-03-28T00:00:00+01:00"),  # the clocks go forward later that night
    ],
)
def test_a_day_begins_at_midnight_in_the_organisers_zone(reader: Reader, day: date, begins: str) -> None:
    assert instant(reader, beginning_of(day)) == begins


def test_the_zone_is_a_setting(tmp_path: Path) -> None:
    made = make_project(tmp_path, {}, settings={"time_zone": "Europe/Helsinki"})
    assert instant(made.reader(), beginning_of(date(2027, 1, 25))) == "2027-01-25T00:00:00+02:00"


def test_a_day_is_over_when_the_next_one_begins(reader: Reader) -> None:
    assert end_of_day(reader, date(2027, 3, 28)) == "2027-03-29T00:00:00+02:00"
    assert end_of_day(reader, date.max) == ""


def test_a_deadline_without_hours_lasts_until_midnight(reader: Reader) -> None:
    deadline = deadline_view(reader, read_when("2026-12-01", "da"), ZONE, weekday=True)
    assert deadline
    assert deadline.until == "2026-12-02T00:00:00+01:00"
    assert deadline.countdown_to == "2026-12-01T23:59:59+01:00"
    assert deadline.when.shown == "tirsdag den 1. december 2026"
    assert (deadline.left, deadline.soon, deadline.past) == ("om 9 dage", True, False)


def test_a_deadline_with_hours_ends_with_them(reader: Reader) -> None:
    deadline = deadline_view(reader, read_when("2026-12-01 12:00", "da"), ZONE)
    assert deadline
    assert deadline.until == "2026-12-01T12:00:00+01:00"


def test_a_deadline_that_has_passed_counts_nothing(reader: Reader) -> None:
    deadline = deadline_view(reader, read_when("2026-11-21", "da"), ZONE)
    assert deadline
    assert (deadline.left, deadline.past, deadline.soon) == ("", True, False)


@pytest.mark.parametrize(
    ("days", "danish", "swedish"),
    [
        (0, "i dag", "i dag"),
        (1, "i morgen", "i morgon"),
        (2, "i overmorgen", "i övermorgon"),
        (3, "om 3 dage", "om 3 dagar"),
        (30, "om 30 dage", "om 30 dagar"),
        (31, "om 4 uger", "om 4 veckor"),
        (91, "om 13 uger", "om 13 veckor"),
        (92, "om 3 måneder", "om 3 månader"),
        (400, "om 13 måneder", "om 13 månader"),
    ],
)
def test_time_is_counted_as_the_clock_of_a_page_counts_it(
    tmp_path: Path, days: int, danish: str, swedish: str
) -> None:
    made = make_project(tmp_path, {})
    assert countdown(made.reader("da"), made.reader("da").today + timedelta(days)) == danish
    assert countdown(made.reader("sv"), made.reader("sv").today + timedelta(days)) == swedish


@pytest.mark.parametrize(
    ("days", "since", "until"), [(0, 0, 0), (12, 12, 12), (60, 62, 56), (92, 119, 92), (200, 209, 180)]
)
def test_a_countdown_holds_as_long_as_its_words(reader: Reader, days: int, since: int, until: int) -> None:
    """`since` and `until` are days before the deadline; a page that says it is kept in between."""
    last = reader.today + timedelta(days)
    with recording() as reads:
        countdown(reader, last)
    assert (reads.first, reads.last) == (last.toordinal() - since, last.toordinal() - until)


@pytest.mark.parametrize("folder", ["courses", "projects"])
def test_what_is_organised_abroad_opens_and_closes_by_the_organisers_clock(
    tmp_path: Path, folder: str
) -> None:
    registration = {
        "opens": "2026-12-01 10:00",
        "closes": "2027-05-02 12:00",
        "via": "https://tilmelding.example/",
        "deadlines": [{"title": "Forslag", "when": "2027-04-02 9:00"}],
    }
    own = {"organiser": "turku"} if folder == "courses" else {"coordinator": "turku", "kind": "project"}
    made = make_project(
        tmp_path,
        {
            f"{folder}/post.md": record("Post", registration=registration, **own),
            "content/libraries/turku.md": record("Turku", kind="public", country="FI"),
        },
    )
    page = made.html({"courses": "kurser/post/", "projects": "projekter/post/"}[folder])
    assert "12.00 (lokal tid i Finland)" in page.replace("\u00a0", " ")
    assert 'data-until="2027-05-02T11:00:00+02:00"' in page
    assert "10.00 (lokal tid i Finland)" in page.replace("\u00a0", " ")
    assert "9.00 (lokal tid i Finland)" in page.replace("\u00a0", " ")
    assert 'data-until="2026-12-01T09:00:00+01:00"' in page
    assert "T12:00:00+02:00" not in page
    calendar = next(feed.data for feed in all_feeds(made.reader()) if feed.address.endswith("post.ics"))
    assert b"DTSTART;TZID=Europe/Helsinki:20270502T120000" in calendar


def test_the_badge_of_a_course_abroad_turns_with_its_deadline(tmp_path: Path) -> None:
    course = record(
        "Post", organiser="turku", registration={"closes": "2027-05-02 12:00"}, sessions=["2027-06-01"]
    )
    library = record("Turku", kind="public", country="FI")
    made = make_project(tmp_path, {"courses/post.md": course, "content/libraries/turku.md": library})
    assert "2027-05-02T11:00:00+02:00 closed" in made.html("kurser/")

"""Days that come again are one event with a rule, which other programs expand to the same days."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from dateutil import rrule
from icalendar import Calendar

from tests.support import all_feeds, make_project, record

if TYPE_CHECKING:
    from pathlib import Path

WHEN = "hver tirsdag 5. september–24. oktober 2028 kl. 19–21, undtagen uge 42"
TUESDAYS = [date(2028, 9, day) for day in (5, 12, 19, 26)] + [date(2028, 10, day) for day in (3, 10, 24)]
FILES = {"courses/aftener.md": record("Aftener", sessions=[{"when": WHEN, "title": "Aften"}])}


def test_a_weekly_session_is_one_event_with_a_rule(tmp_path: Path) -> None:
    reader = make_project(tmp_path, FILES).reader()
    [file] = [feed.data for feed in all_feeds(reader) if feed.address == "kurser/aftener.ics"]
    [event] = Calendar.from_ical(file.decode()).walk("VEVENT")
    starts, ends = event.decoded("DTSTART"), event.decoded("DTEND")
    assert (starts.hour, ends.hour) == (19, 21)
    rule = rrule.rrulestr(event.decoded("RRULE").to_ical().decode(), dtstart=starts)
    left_out: Any = event.get("EXDATE")
    assert [day.date() for day in rule if day not in {each.dt for each in left_out.dts}] == TUESDAYS


def test_each_day_stands_in_the_calendar_of_its_month(tmp_path: Path) -> None:
    pages = make_project(tmp_path, FILES).pages
    month = pages["kalender/2028-10/"].view.month
    days = [week.days[bar.column - 1].iso for week in month.weeks for bar in week.bars]
    assert [date.fromisoformat(day) for day in days if day >= "2028-10"] == TUESDAYS[4:]

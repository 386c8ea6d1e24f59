"""Days that come again are one event with a rule, which other programs expand to the same days."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from dateutil import rrule
from icalendar import Calendar

from tests.support import all_feeds, make_project, record

WHEN = "hver tirsdag 5. september–24. oktober 2028 kl. 19–21, undtagen uge 42"
TUESDAYS = [date(2028, 9, day) for day in (5, 12, 19, 26)] + [date(2028, 10, day) for day in (3, 10, 24)]
OVER_WEEK_53 = "tirsdage i lige uger, december 2026–januar 2027 kl. 19–21"
EVEN_TUESDAYS = [date(2026, 12, 8), date(2026, 12, 22), date(2027, 1, 12), date(2027, 1, 26)]


def files(when: str) -> dict[str, str]:
    return {"courses/aftener.md": record("Aftener", sessions=[{"when": when, "title": "Aften"}])}


@pytest.mark.parametrize(("when", "days"), [(WHEN, TUESDAYS), (OVER_WEEK_53, EVEN_TUESDAYS)])
def test_a_weekly_session_is_one_event_with_a_rule(when: str, days: list[date], tmp_path: Path) -> None:
    reader = make_project(tmp_path, files(when)).reader()
    [file] = [feed.data for feed in all_feeds(reader) if feed.address == "kurser/aftener.ics"]
    [event] = Calendar.from_ical(file.decode()).walk("VEVENT")
    starts, ends = event.decoded("DTSTART"), event.decoded("DTEND")
    assert (starts.hour, ends.hour) == (19, 21)
    rule = rrule.rrulestr(event.decoded("RRULE").to_ical().decode(), dtstart=starts)
    said: Any = event.get("EXDATE")
    left_out = {day.dt for each in (said if isinstance(said, list) else [said]) for day in each.dts}
    assert [day.date() for day in rule if day not in left_out] == days


def test_each_day_stands_in_the_calendar_of_its_month(tmp_path: Path) -> None:
    pages = make_project(tmp_path, files(WHEN)).pages
    month = pages["kalender/2028-10/"].view.month
    days = [week.days[bar.column - 1].iso for week in month.weeks for bar in week.bars]
    assert [date.fromisoformat(day) for day in days if day >= "2028-10"] == TUESDAYS[4:]

"""VTIMEZONE against the zone database, read back by vobject."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from katalog.feeds.ics_time_zones import vtimezone
from tests.feeds.vobject_calendars import read_calendar

ZONES = ["Europe/Copenhagen", "Europe/Stockholm", "Atlantic/Reykjavik", "America/Nuuk"]


@pytest.mark.parametrize("zone", ZONES)
@pytest.mark.parametrize(("first", "last"), [(1981, 1996), (2005, 2021), (2026, 2028)])
def test_every_day_has_the_offset_of_the_zone_database(zone: str, first: int, last: int) -> None:
    lines = f"BEGIN:VCALENDAR\r\n{vtimezone(zone, first, last).decode()}END:VCALENDAR\r\n"
    ours = read_calendar(lines).vtimezone.tzinfo
    real = ZoneInfo(zone)
    at = datetime(first, 1, 1, 12)  # noqa: DTZ001 - the zone is what is compared
    while at.year <= last:
        assert at.replace(tzinfo=ours).utcoffset() == at.replace(tzinfo=real).utcoffset(), at
        at += timedelta(days=1)


def test_summer_time_begins_at_two_in_winter_time() -> None:
    """RFC 5545, 3.6.5: an onset is in the local time that was in force until then."""
    text = vtimezone("Europe/Copenhagen", 2027, 2027).decode()
    assert "RDATE:20270328T020000" in text
    assert "RDATE:20271031T030000" in text

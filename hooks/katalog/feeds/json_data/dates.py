"""Dates as data."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from katalog.feeds.json_data import part_models
from katalog.views.reader import Reader
from katalog.when.model import When


def when(reader: Reader, found: When | None, zone: str) -> part_models.When | None:
    """Return a date as words, ISO 8601 and days; hours become instants on the clock of `zone` (IANA)."""
    if found is None:
        return None
    return part_models.When(
        text=reader.when(found),
        iso=found.iso,
        precision=found.precision.value,
        first_day=found.earliest.isoformat(),
        last_day=found.latest.isoformat() if found.latest else "",
        starts=instant(found.earliest, found.starts, zone),
        ends=instant(_last_day(found), found.ends, zone),
        days=tuple([day.isoformat() for day in found.recurrence.days]) if found.recurrence else (),
    )


def _last_day(found: When) -> date:
    """Return the day that an hour at the end belongs to: of days that come again, the first."""
    return found.latest if found.latest and not found.recurrence else found.earliest


def instant(day: date, hour: time | None, zone: str) -> str:
    """Return an hour of a day on a zone's clock, with its offset; nothing for none."""
    return datetime.combine(day, hour, ZoneInfo(zone)).isoformat(timespec="minutes") if hour else ""

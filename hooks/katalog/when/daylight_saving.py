"""Local times that do not exist, or exist twice, because daylight saving begins or ends."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from katalog.problems import InvalidValueError
from katalog.when.model import When


def check_local_time(when: When, zone: str) -> None:
    """Raise `InvalidValueError` if an hour of `when` does not exist in `zone` on that day, or exists twice.

    `zone` is an IANA name already checked; an unknown one raises `ZoneInfoNotFoundError`.
    """
    if when.starts is None or _has_no_transition(when.earliest, zone):
        return
    for hour in (when.starts, when.ends):
        if hour is not None:
            _check(when, when.earliest, hour, ZoneInfo(zone))


def _has_no_transition(day: date, zone: str) -> bool:
    """Whether the offset from UTC is the same all day in `zone`, as on all days but two in a year."""
    begins = datetime(day.year, day.month, day.day, tzinfo=ZoneInfo(zone))
    return begins.utcoffset() == (begins + timedelta(days=1)).utcoffset()


def _check(when: When, day: date, hour: time, zone: ZoneInfo) -> None:
    early = datetime.combine(day, hour, tzinfo=zone)
    late = early.replace(fold=1)
    if early.utcoffset() == late.utcoffset():
        return
    real = early.astimezone(UTC).astimezone(zone)
    params = {"written": when.written, "time": hour.isoformat("minutes"), "zone": zone.key}
    if real.replace(tzinfo=None) != early.replace(tzinfo=None):
        raise InvalidValueError("date.skipped-time", **params)
    raise InvalidValueError("date.doubled-time", **params)

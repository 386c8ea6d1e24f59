"""VTIMEZONE from the zone database: every change of the clock in the years a calendar spans."""

from datetime import date, timedelta
from functools import lru_cache

from icalendar import Timezone, TimezoneDaylight, TimezoneStandard


@lru_cache(512)
def vtimezone(zone: str, first: int, last: int) -> bytes:
    """Return the VTIMEZONE of an IANA zone that is right from the year `first` to the year `last`.

    Onsets are listed one by one (RDATE), so that years before today's rules are right as well.
    """
    made = Timezone.from_tzid(zone, first_date=date(first - 1, 1, 1), last_date=date(last + 1, 1, 1))
    del made["COMMENT"]
    for part in made.subcomponents:
        _correct(part)
    return bytes(made.to_ical(sorted=False))


def _correct(part: TimezoneStandard | TimezoneDaylight) -> None:
    """Give onsets in the local time that was in force until then (RFC 5545, 3.6.5).

    icalendar has them after the hour that is skipped when clocks go forward.  Each gets a line of its
    own: vobject loses all but the first of a list.
    """
    skipped = max(part.TZOFFSETTO - part.TZOFFSETFROM, timedelta())
    part.DTSTART -= skipped
    onsets = [onset for onset, _ in part.rdates]
    part.pop("RDATE", None)
    for onset in onsets:
        part.add("RDATE", [onset - skipped])

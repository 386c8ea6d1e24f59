"""Dates as people write them: read, kept as a span with a precision, shown in the reader's words.

`read_when` takes ISO 8601 and EDTF forms and the Danish and Swedish words; `show_when` gives the
words of any language that has a catalogue, and what it shows reads back to the same span.
"""

from katalog.when.dateless import Availability, read_availability
from katalog.when.day_spans import Hours
from katalog.when.daylight_saving import check_local_time
from katalog.when.hours import line_patterns, read_hours, says_midnight, split_hours
from katalog.when.iso_weeks import IsoWeek, weeks_between
from katalog.when.model import Precision, When
from katalog.when.months import Month, months_between
from katalog.when.reading import read_when, without_until
from katalog.when.showing import (
    show_clock,
    show_day,
    show_days,
    show_hours,
    show_month,
    show_single_day,
    show_time,
    show_when,
)
from katalog.when.today import Today, beginning_of

__all__ = [
    "Availability",
    "Hours",
    "IsoWeek",
    "Month",
    "Precision",
    "Today",
    "When",
    "beginning_of",
    "check_local_time",
    "line_patterns",
    "months_between",
    "read_availability",
    "read_hours",
    "read_when",
    "says_midnight",
    "show_clock",
    "show_day",
    "show_days",
    "show_hours",
    "show_month",
    "show_single_day",
    "show_time",
    "show_when",
    "split_hours",
    "weeks_between",
    "without_until",
]

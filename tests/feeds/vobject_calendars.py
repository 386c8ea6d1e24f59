"""Calendars as vobject reads them."""

import re
from typing import Any

import vobject
from vobject.icalendar import registerTzid


def read_calendar(text: str) -> Any:
    """Return a calendar, its hours by its own VTIMEZONEs.

    vobject goes by those of the first file it has read in a process, which end with that file's last year.
    """
    for zone in re.findall(r"^TZID:(\S+)", text, re.MULTILINE):
        registerTzid(zone, None)
    return vobject.readOne(text)

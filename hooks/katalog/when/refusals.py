"""What is said of a text that is no date: more where it holds one, or several."""

from __future__ import annotations

from collections.abc import Callable

from katalog.problems import InvalidValueError
from katalog.when.model import When
from katalog.when.more_than_a_date import date_within
from katalog.when.normalise import shorten
from katalog.when.several_days import several_days


def explained(refused: InvalidValueError, text: str, read: Callable[[str], When | None]) -> InvalidValueError:
    """Return what is wrong with a text: which part of it is a date, or which days it names, where plain."""
    written = shorten(text)
    if refused.code == "date.several" and (days := several_days(text, read)):
        return InvalidValueError(
            "date.several-days", written=written, days=", ".join(each.iso for each in days)
        )
    holds_more = refused.code in {"date.unreadable", "date.hours-of-several-days"}
    if holds_more and (found := date_within(text, read)):
        return InvalidValueError(
            "date.more-than-a-date", written=written, suggestion=found.date.iso, rest=found.rest
        )
    return InvalidValueError(refused.code, written=written, **refused.params)

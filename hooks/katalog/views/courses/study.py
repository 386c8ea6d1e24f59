"""What a course counts for in an education: credits, level and pace, in words."""

import re

from msgspec import Struct

from katalog.schema.course_parts import Credits
from katalog.schema.records import Course
from katalog.views.reader import Reader

LEVELS = frozenset({"introductory", "intermediate", "advanced"})
"""Levels with words in every language; others are shown as they are written."""
_PERCENT = re.compile(r"(\d{1,3}) ?%?", re.ASCII)


class StudyView(Struct, frozen=True):
    """Credits, level and pace; each empty where the record does not say."""

    credits: str
    level: str
    pace: str


def study_view(reader: Reader, course: Course) -> StudyView:
    """Return what a course counts for, in words: `7,5 högskolepoäng`, `50 % av heltid`."""
    return StudyView(
        credits=_credits(reader, course.credits) if course.credits else "",
        level=reader.label("course.level", course.level) if course.level in LEVELS else course.level or "",
        pace=_pace(reader, course.pace or ""),
    )


def _credits(reader: Reader, found: Credits) -> str:
    amount = f"{found.amount.normalize():f}".replace(".", reader.phrases.locale.decimals)
    return reader.phrases(f"course.credits.{found.unit}", amount=amount)


def _pace(reader: Reader, pace: str) -> str:
    percent = _PERCENT.fullmatch(pace)
    return reader.phrases("course.pace.percent", percent=percent[1]) if percent else pace

"""The kinds of course: those every site has; a site adds its own in its settings."""

from __future__ import annotations

from typing import Annotated

from katalog.schema.annotations import Choices, Scalar
from katalog.schema.value_types import LINE

KINDS = (
    "course", "learning-path", "seminar", "theme-day", "webinar", "workshop", "conference", "meeting",
    "network-meeting", "general-assembly", "study-trip", "lecture", "debate", "reading-circle", "self-paced",
)  # fmt: skip
CourseKind = Annotated[str, Scalar(LINE.read, {"type": "string", "enum": list(KINDS)}), Choices(KINDS)]
"""Whether the site has a kind of that name, `katalog.checks.course_kinds` knows."""

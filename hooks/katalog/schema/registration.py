"""How to enrol: from when, until when, where, on which terms."""

import re
from typing import Annotated, Any

from katalog.problems import InvalidValueError
from katalog.schema.annotations import UNCOMMON
from katalog.schema.contact_value_types import address_in, calendar_day
from katalog.schema.record_parts import Part, dated
from katalog.schema.value_types import (
    MANY,
    Boolean,
    EnrolmentLink,
    FirstDayOrHours,
    LastDayOrHours,
    Text,
    Title,
)

_NONE_NEEDED = frozenset({
    "none", "none needed", "no", "not needed", "ingen", "ingen tilmelding", "ikke nødvendig", "nej",
    "ingen anmälan", "ingen föranmälan", "behövs inte", "krävs inte", "ingen påmelding",
    "ei ilmoittautumista", "ikke påkrævet", "kræves ikke", "drop-in", "drop in", "dropin",
})  # fmt: skip

_DAY = re.compile(
    r"\d{4}-\d\d-\d\d|\d{1,2}(?:\.|:e)? ?[^\W\d]{3,}\.? \d{4}(?:,? kl\.? ?\d{1,2}(?:[.:]\d\d)?)?"
)
"""A day as it is mostly written, with an hour: `1. marts 2028 kl. 12`."""


class Deadline(Part, frozen=True, kw_only=True):
    """A further deadline, such as that of proposals or of agenda items."""

    title: Title
    when: LastDayOrHours
    note: Text | None = None

    fields_labelled = staticmethod(dated)


class Registration(Part, frozen=True, kw_only=True):
    """How and until when to enrol.  A day without hours lasts until midnight in the organiser's zone.

    A term that is not stated, `None`, is that of the course for a run, and else does not hold.
    """

    opens: FirstDayOrHours | None = None
    closes: LastDayOrHours | None = None
    via: EnrolmentLink | None = None
    required: Annotated[Boolean, UNCOMMON] = True
    binding: Annotated[Boolean | None, UNCOMMON] = None
    members_only: Annotated[Boolean | None, UNCOMMON] = None
    limited: Annotated[Boolean | None, UNCOMMON] = None
    late: Annotated[Boolean | None, UNCOMMON] = None
    deadlines: Annotated[tuple[Deadline, ...], MANY, UNCOMMON] = ()
    cancellation: Annotated[Text | None, UNCOMMON] = None
    invoice: Annotated[Text | None, UNCOMMON] = None

    @staticmethod
    def expand_shorthand(value: Any) -> Any:
        """A word alone says that nobody need enrol: `registration: none`."""
        none = isinstance(value, str) and value.strip().casefold() in _NONE_NEEDED
        return {"required": "no"} if none else value

    words_in = "enrolment_note"

    @staticmethod
    def fields_meant(value: str) -> dict[str, Any] | None:
        """An address is where to enrol, a day is until when."""
        found = {}
        if day := calendar_day(value) or (_DAY.search(value) or [""])[0]:
            found["closes"] = day
        if via := address_in(value):
            found["via"] = via
        return found or None

    def __post_init__(self) -> None:
        """Refuse a way to enrol where nobody need."""
        if not self.required and (self.via or self.closes or self.opens):
            raise InvalidValueError("course.registration-not-needed")

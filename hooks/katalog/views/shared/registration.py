"""How to enrol: from when, until when, and where."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from katalog.views.reader import Link
from katalog.views.shared.dates import WhenView, when_view
from katalog.views.shared.deadlines import DeadlineView, deadline_view
from katalog.views.shared.people import PersonView, person_view
from katalog.views.shared.turns import Window, window

if TYPE_CHECKING:
    from katalog.catalogue.state import CourseRun
    from katalog.schema.course_parts import Registration
    from katalog.views.reader import Reader


class RegistrationView(Struct, frozen=True):
    """How to enrol; `via` is ready for a link (`mailto:` included), `person` whom to write to."""

    opens: WhenView | None
    closes: DeadlineView | None
    via: Link | None
    person: PersonView | None


def registration_view(reader: Reader, registration: Registration | None) -> RegistrationView | None:
    """Return how to enrol, or nothing when the record does not say."""
    if registration is None:
        return None
    entry = reader.catalogue.entries.get(registration.via or "")
    return RegistrationView(
        opens=when_view(reader, registration.opens) if registration.opens else None,
        closes=deadline_view(reader, registration.closes, weekday=True),
        via=None if entry else _via(registration.via),
        person=person_view(reader, entry, "registration") if entry else None,
    )


class EnrolmentView(Struct, frozen=True):
    """How to enrol in a project, and when that is shown: see `RunView`, which has the same of a run."""

    registration: RegistrationView
    enrol_at: str
    enrol: Window | None
    opens: Window | None
    deadline: Window | None
    closed: Window | None

    def __bool__(self) -> bool:
        """Whether anything of it is shown on the reader's day."""
        return any(each and not each.since for each in (self.enrol, self.opens, self.closed))


def enrolment_view(reader: Reader, run: CourseRun) -> EnrolmentView | None:
    """Return how to enrol in a project, whose registration is `run`'s."""
    how = registration_view(reader, run.registration)
    if how is None:
        return None
    return EnrolmentView(
        registration=how,
        enrol_at=enrol_at(how),
        enrol=window(reader, run, lambda allowed: allowed.enrol),
        opens=window(reader, run, lambda allowed: allowed.opening),
        deadline=window(reader, run, lambda allowed: allowed.deadline == "ahead"),
        closed=window(reader, run, lambda allowed: allowed.deadline == "past"),
    )


def enrol_at(how: RegistrationView | None) -> str:
    """Return where one enrols: a form, or an address to write to or to call; empty where none is known."""
    if how is None:
        return ""
    if how.via or not how.person:
        return how.via.address if how.via else ""
    phone = how.person.phone
    return f"mailto:{how.person.email}" if how.person.email else f"tel:{phone.number}" if phone else ""


def _via(via: str | None) -> Link | None:
    if not via:
        return None
    if "@" in via and "/" not in via:
        return Link(via, f"mailto:{via}")
    return Link(via.split("://")[1].rstrip("/"), via)

"""How to enrol: from when, until when, and where."""

from collections.abc import Iterator

from msgspec import Struct

from katalog.catalogue.state import CourseRun
from katalog.schema.registration import Registration
from katalog.views.reader import Link, Reader
from katalog.views.shared.contact_details import phone_view
from katalog.views.shared.dates import WhenView
from katalog.views.shared.deadlines import (
    DeadlineView,
    NamedDeadlineView,
    deadline_view,
    named_deadline_view,
    opening_view,
)
from katalog.views.shared.people import PersonView, person_view
from katalog.views.shared.time_zones import zone_of_run
from katalog.views.shared.visible_periods import VisiblePeriod, shown_while


class RegistrationView(Struct, frozen=True):
    """How to enrol; `via` is ready for a link (`mailto:` and `tel:` included), `person` whom to write to.

    `terms` are sentences about it, `late` is one for those who come after the start.
    """

    opens: WhenView | None
    closes: DeadlineView | None
    via: Link | None
    person: PersonView | None
    required: bool
    terms: tuple[str, ...]
    late: str
    deadlines: tuple[NamedDeadlineView, ...]
    cancellation: str
    invoice: str

    @property
    def told(self) -> bool:
        """Whether there are terms to tell, however one enrols."""
        return bool(self.terms or self.deadlines or self.cancellation or self.invoice or not self.required)


def registration_view(reader: Reader, run: CourseRun) -> RegistrationView | None:
    """Return how to enrol, or nothing when the record does not say."""
    registration = run.registration
    if registration is None:
        return None
    zone = zone_of_run(reader, run)
    entry = reader.known(registration.via)
    return RegistrationView(
        opens=opening_view(reader, registration.opens, zone),
        closes=deadline_view(reader, registration.closes, zone, weekday=True),
        via=None if entry else _via(reader, registration.via),
        person=person_view(reader, entry, "registration") if entry else None,
        required=registration.required,
        terms=tuple(_terms(reader, registration)),
        late=reader.phrases("registration.late") if registration.late else "",
        deadlines=tuple(named_deadline_view(reader, each, zone) for each in registration.deadlines),
        cancellation=registration.cancellation or "",
        invoice=registration.invoice or "",
    )


def _terms(reader: Reader, registration: Registration) -> Iterator[str]:
    for name in ("binding", "members_only", "limited"):
        if getattr(registration, name):
            yield reader.phrases(f"registration.{name}")


class EnrolmentView(Struct, frozen=True):
    """How to enrol in a project, and when that is shown: see `RunView`, which has the same of a run."""

    registration: RegistrationView
    enrol_at: str
    enrol: VisiblePeriod | None
    opens: VisiblePeriod | None
    deadline: VisiblePeriod | None
    closed: VisiblePeriod | None
    none_needed: VisiblePeriod | None

    def __bool__(self) -> bool:
        """Whether anything of it is shown on the reader's day."""
        shown = (self.enrol, self.opens, self.closed, self.none_needed)
        return self.registration.told or any(each and not each.since for each in shown)


def enrolment_view(reader: Reader, run: CourseRun) -> EnrolmentView | None:
    """Return how to enrol in a project, whose registration is `run`'s."""
    how = registration_view(reader, run)
    if how is None:
        return None
    return EnrolmentView(
        registration=how,
        enrol_at=enrol_at(how),
        enrol=shown_while(reader, run, lambda allowed: allowed.enrol) if how.required else None,
        opens=shown_while(reader, run, lambda allowed: allowed.opening),
        deadline=shown_while(reader, run, lambda allowed: allowed.deadline == "ahead"),
        closed=shown_while(reader, run, lambda allowed: allowed.deadline == "past") if how.required else None,
        none_needed=none_needed(reader, run),
    )


def none_needed(reader: Reader, run: CourseRun) -> VisiblePeriod | None:
    """Return when it is said that nobody need enrol: while it is ahead or going on."""
    if run.registration is None or run.registration.required:
        return None
    return shown_while(reader, run, lambda allowed: allowed.held and allowed.heading != "past")


def enrol_at(how: RegistrationView | None) -> str:
    """Return where one enrols: a form, or an address to write to or to call; empty where none is known."""
    if how is None:
        return ""
    if how.via or not how.person:
        return how.via.address if how.via else ""
    phone = how.person.phone
    return f"mailto:{how.person.email}" if how.person.email else f"tel:{phone.number}" if phone else ""


def _via(reader: Reader, via: str | None) -> Link | None:
    if not via:
        return None
    if via.startswith("+"):
        return Link(phone_view(via, reader.phrases.locale.territory).shown, f"tel:{via}")
    if "@" in via and "/" not in via:
        return Link(via, f"mailto:{via}")
    return Link(via.split("://")[1].rstrip("/"), via)

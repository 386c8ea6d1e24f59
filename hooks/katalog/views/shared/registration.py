"""How to enrol: from when, until when, and where."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from katalog.views.reader import Link
from katalog.views.shared.dates import WhenView, when_view
from katalog.views.shared.deadlines import DeadlineView, deadline_view
from katalog.views.shared.people import PersonView, person_view

if TYPE_CHECKING:
    from katalog.schema.record_parts import Registration
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


def _via(via: str | None) -> Link | None:
    if not via:
        return None
    if "@" in via and "/" not in via:
        return Link(via, f"mailto:{via}")
    return Link(via.split("://")[1].rstrip("/"), via)

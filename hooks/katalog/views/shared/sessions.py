"""Sessions of a course and meetings of a project, as their pages list them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from katalog.views.shared.dates import WhenView, when_view
from katalog.views.shared.venue import venue_view
from katalog.when import show_hours

if TYPE_CHECKING:
    from katalog.schema.record_parts import Session
    from katalog.views.reader import Link, Reader


class SessionView(Struct, frozen=True):
    """One meeting; `anchor` is the id of its place on the page, `number` counts from 1."""

    number: int
    anchor: str
    when: WhenView
    hours: str
    dated: bool
    exact: bool
    title: str
    kind: str
    place: str
    place_link: Link | None
    place_address: str
    online: bool
    agenda: tuple[str, ...]
    note: str
    optional: bool
    status: str
    past: bool
    calendar: str


def session_view(reader: Reader, session: Session, number: int, prefix: str, calendar: str) -> SessionView:
    """Return a session; `prefix` makes its anchor unique, `calendar` is the address of its feed."""
    place = venue_view(reader, session.place)
    when = session.when
    past = bool(when and when.latest and when.latest < reader.today)
    exact = bool(when and when.exact)
    kind = reader.label("session.kind", session.kind)
    return SessionView(
        number=number,
        anchor=f"{prefix}{number}",
        when=when_view(reader, when, weekday=True),
        hours=show_hours(when, reader.phrases),
        dated=when is not None,
        exact=exact,
        title=session.title or kind or reader.phrases("session.untitled", n=number),
        kind=kind,
        place="" if place.link else place.title,
        place_link=place.link,
        place_address=place.address,
        online=place.online,
        agenda=session.agenda,
        note=session.note or "",
        optional=session.optional,
        status=reader.label("state", session.status),
        past=past,
        calendar=calendar if exact and not past else "",
    )

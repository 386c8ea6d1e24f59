"""Sessions of a course and meetings of a project, as their pages list them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from katalog.catalogue.state import session_state
from katalog.catalogue.state_table import ALLOWED
from katalog.views.shared.dates import WhenView, when_view
from katalog.views.shared.turns import until_day_after
from katalog.views.shared.venue import venue_view
from katalog.when import show_hours

if TYPE_CHECKING:
    from katalog.catalogue.state_table import State
    from katalog.schema.course_parts import Session
    from katalog.views.reader import Link, Reader
    from katalog.views.shared.turns import Window


class SessionView(Struct, frozen=True):
    """One meeting; `anchor` is the id of its place on the page, `number` counts from 1.

    `when` is `None` where a cancelled one has no date; `add` says when its `calendar` is offered.
    """

    number: int
    anchor: str
    when: WhenView | None
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
    add: Window | None


class Whole(Struct, frozen=True):
    """The run or project a session belongs to: its state, and when its dates are `offered` to calendars.

    `only` names a session that has no name of its own and is the only one.
    """

    state: State = "announced"
    offered: Window | None = None
    only: str = ""


NO_RUN = Whole()


def session_view(
    reader: Reader, session: Session, number: int, prefix: str, calendar: str = "", whole: Whole = NO_RUN
) -> SessionView:
    """Return a session; `prefix` makes its anchor unique, `calendar` is the address of its feed."""
    place = venue_view(reader, session.place)
    when = session.when
    past = bool(when and when.latest and when.latest < reader.today)
    exact = bool(when and when.exact)
    own = session_state(session, whole.state, reader.today)
    stopped = not ALLOWED[own].held
    add = None if stopped or not exact or not when else until_day_after(reader, whole.offered, when.latest)
    kind = reader.label("session.kind", session.kind)
    return SessionView(
        number=number,
        anchor=f"{prefix}{number}",
        when=None if stopped and not when else when_view(reader, when, weekday=True),
        hours=show_hours(when, reader.phrases),
        dated=when is not None,
        exact=exact,
        title=session.title or kind or whole.only or reader.phrases("session.untitled", n=number),
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
        calendar=calendar if add else "",
        add=add,
    )

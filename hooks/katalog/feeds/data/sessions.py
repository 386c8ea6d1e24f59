"""Sessions and meetings as data."""

from __future__ import annotations

from typing import TYPE_CHECKING

from katalog.feeds.data import part_models
from katalog.feeds.data.dates import when
from katalog.feeds.data.programme import programme, speakers
from katalog.feeds.data.references import reference_or_text
from katalog.feeds.data.registration import participants
from katalog.views.shared.venue import ONLINE

if TYPE_CHECKING:
    from katalog.schema.course_parts import Session
    from katalog.views.reader import Reader


def session(reader: Reader, found: Session, zone: str, uid: str) -> part_models.Session:
    """Return one meeting; `uid` is that of its event, empty where it has none."""
    place, online = _place(reader, found.place) if found.place else (None, False)
    return part_models.Session(
        title=found.title or "",
        kind=found.kind or "",
        when=when(reader, found.when, zone),
        place=place,
        online=online,
        agenda=found.agenda,
        note=found.note or "",
        optional=found.optional,
        speakers=speakers(reader, found.speakers),
        programme=programme(reader, found, zone),
        participants=participants(found.participants),
        choice=found.choice or "",
        status=found.status or "",
        uid=uid,
    )


def _place(reader: Reader, place: str) -> tuple[part_models.Reference | None, bool]:
    """Return where a session is, and whether that is online."""
    online = place.casefold() in ONLINE
    return None if online else reference_or_text(reader, str(place)), online

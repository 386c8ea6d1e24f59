"""Sessions and meetings as data: where they are held, who speaks, the programme."""

from collections.abc import Iterable
from datetime import time

from katalog.feeds.full_addresses import absolute_site_url
from katalog.feeds.json_data import part_models
from katalog.feeds.json_data.dates import instant, when
from katalog.feeds.json_data.references import documents, reference_or_text
from katalog.feeds.json_data.registration import participants
from katalog.schema.course_parts import Session
from katalog.schema.entries import Entry
from katalog.schema.programme_parts import ProgrammeRow, Speaker
from katalog.views.reader import Reader
from katalog.views.shared.programme import speaker_views
from katalog.views.shared.venue import Where, is_on_site, is_online
from katalog.when.showing import show_clock


def session(reader: Reader, entry: Entry, found: Session, zone: str, uid: str) -> part_models.Session:
    """Return one meeting; `uid` is that of its event, empty where it has none."""
    return part_models.Session(
        title=found.title or "",
        kind=found.kind or "",
        when=when(reader, found.when, zone),
        place=place(reader, found),
        address=found.address or "",
        online=is_online(found),
        join=join(found),
        time_zone=zone if found.when and found.when.starts else "",
        agenda=found.agenda,
        note=found.note or "",
        optional=found.optional,
        speakers=speakers(reader, found.speakers),
        programme=programme(reader, found, zone),
        participants=participants(found.participants),
        choice=found.choice or "",
        availability=found.availability or "",
        closes=when(reader, found.closes, zone),
        documents=documents(reader, entry, found.documents, zone),
        status=found.status or "",
        uid=uid,
    )


def speakers(reader: Reader, found: Iterable[Speaker]) -> tuple[part_models.Speaker, ...]:
    """Return who speaks, each with the id and address of their record where they have a page."""
    every = list(found)
    return tuple(
        part_models.Speaker(
            name=view.shown_name,
            id=(each.person or "") if view.link else "",
            url=absolute_site_url(view.link.address, reader.settings) if view.link else "",
            role=view.role,
            affiliation=view.affiliation,
        )
        for each, view in zip(every, speaker_views(reader, every), strict=True)
    )


def programme(reader: Reader, session: Session, zone: str) -> tuple[part_models.ProgrammeRow, ...]:
    """Return the rows of a session's programme.

    Hours are words, and instants on the clock of `zone` (IANA) too where the session is held on one day.
    """
    return tuple([_row(reader, session, row, zone) for row in session.programme])


def _row(reader: Reader, session: Session, row: ProgrammeRow, zone: str) -> part_models.ProgrammeRow:
    hours = row.hours
    return part_models.ProgrammeRow(
        title=row.title,
        hours=show_clock(hours, reader.phrases) if hours else "",
        starts=_instant(session, hours.starts, zone) if hours else "",
        ends=_instant(session, hours.ends, zone) if hours else "",
        speakers=speakers(reader, row.speakers),
        room=row.room or "",
        track=row.track or "",
        choice=row.choice or "",
        seats=row.seats,
        status=row.status or "",
        pause=row.pause,
        note=row.note or "",
    )


def _instant(session: Session, hour: time | None, zone: str) -> str:
    when = session.when
    single = when and when.exact and when.latest == when.earliest
    return instant(when.earliest, hour, zone) if when and single else ""


def place(reader: Reader, where: Where) -> part_models.Reference | None:
    """Return the place one comes to: a record, or a name alone; `None` for what is held online only."""
    return reference_or_text(reader, str(where.place)) if is_on_site(where) else None


def join(where: Where) -> part_models.Join | None:
    """Return how one joins online, where the record says."""
    online = where.online
    if online is None or not online.offered or not (online.url or online.platform or online.note):
        return None
    return part_models.Join(online.url or "", online.platform or "", online.note or "")

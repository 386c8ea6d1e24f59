"""Sessions and meetings as data."""

from __future__ import annotations

from katalog.feeds.json_data import part_models
from katalog.feeds.json_data.attachments import documents
from katalog.feeds.json_data.dates import when
from katalog.feeds.json_data.places import join, place
from katalog.feeds.json_data.programme import programme, speakers
from katalog.feeds.json_data.registration import participants
from katalog.schema.course_parts import Session
from katalog.schema.entries import Entry
from katalog.views.reader import Reader
from katalog.views.shared.venue import is_online


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

"""How to enrol, and how many take part, as data."""

from katalog.feeds.json_data import part_models
from katalog.feeds.json_data.dates import when
from katalog.feeds.json_data.references import person
from katalog.schema.course_parts import Participants
from katalog.schema.registration import Deadline, Registration
from katalog.views.reader import Reader


def registration(
    reader: Reader, found: Registration | None, note: str | None, zone: str
) -> part_models.Registration | None:
    """Return how to enrol, where the record says so.

    What is written as `via` becomes a person, a mail address, a number (E.164) or else an address of the web;
    hours of deadlines are on the clock of `zone` (IANA).
    """
    if found is None:
        return part_models.Registration(note=note) if note else None
    via = found.via or ""
    entry = reader.known(via)
    mail = entry is None and "@" in via and "/" not in via
    phone = via.startswith("+")
    return part_models.Registration(
        opens=when(reader, found.opens, zone),
        closes=when(reader, found.closes, zone),
        url="" if entry or mail or phone else via,
        email=via if mail else "",
        phone=via if phone else "",
        person=person(reader, entry, "registration") if entry else None,
        note=note or "",
        required=found.required,
        binding=bool(found.binding),
        members_only=bool(found.members_only),
        limited=bool(found.limited),
        late=bool(found.late),
        deadlines=tuple([_deadline(reader, each, zone) for each in found.deadlines]),
        cancellation=found.cancellation or "",
        invoice=found.invoice or "",
    )


def _deadline(reader: Reader, each: Deadline, zone: str) -> part_models.Deadline:
    return part_models.Deadline(each.title, when(reader, each.when, zone), each.note or "")


def participants(found: Participants | None) -> part_models.Participants | None:
    """Return how many take part, where the record says so."""
    if found is None:
        return None
    return part_models.Participants(min=found.min, max=found.max, waiting_list=bool(found.waiting_list))

"""What is known of one event, and the name it has for good.

An event's `uid` is made of the record's id, the run's id and the kind of session with its number among
those of that kind: it outlives a new title, a new date, a new place in the file and sessions of other
kinds added before it (docs/decisions/0020).
"""

from collections.abc import Iterable
from typing import Literal, Protocol, TypeVar

from msgspec import Struct, structs

from katalog.catalogue.catalogue import LocalisedRecord
from katalog.catalogue.revision import Revision
from katalog.schema.entries import Entry
from katalog.views.reader import Link, Reader
from katalog.when.model import When

EventKind = Literal["course", "meeting", "deadline"]
EventStatus = Literal["", "cancelled", "postponed"]


class Dated(Protocol):
    """What has a date, and a name that tells it from others of the same one."""

    @property
    def uid(self) -> str: ...
    @property
    def when(self) -> When: ...


D = TypeVar("D", bound=Dated)


class EventView(Struct, frozen=True):
    """One session, meeting or deadline.

    `details` are lines of plain text: who speaks, the programme, how to join online.
    `link` has its record's title and leads to its place on the record's page, `file` is the calendar that
    holds only it (empty: there is none), `run` the title of its run,
    `revision` how often its record was changed, `record` and `place_id` the ids of its record and its place,
    `join` the address to join it online at (`also_online`: as well as at its place),
    `zone` the IANA time zone of the place, else the organiser's.
    """

    uid: str
    record: str
    kind: EventKind
    when: When
    title: str
    link: Link
    file: str
    label: str
    place: str
    place_id: str
    agenda: tuple[str, ...]
    join: str
    details: tuple[str, ...]
    note: str
    status: EventStatus
    status_label: str
    topics: tuple[str, ...]
    zone: str
    run: str = ""
    revision: Revision | None = None
    also_online: bool = False


class Owner(Struct, frozen=True):
    """What all events of a record share; `told` are lines that each of its sessions says."""

    reader: Reader
    entry: Entry
    localised: LocalisedRecord
    link: Link
    topics: tuple[str, ...]
    zone: str
    told: tuple[str, ...] = ()


def uid_of(entry: Entry, run: str, name: str) -> str:
    """Return the lasting name of a run's session or deadline; ids hold no full stop."""
    return f"{entry.identity}.{run}.{name}" if run else f"{entry.identity}.{name}"


def run_title(owner: Owner, run: str) -> str:
    """Return the title of a run; empty for the only one."""
    return next((each.title or "" for each in owner.localised.runs if each.id == run), "") if run else ""


def is_named_deadline(kind: EventKind, uid: str) -> bool:
    """Return whether an event is a further deadline, such as that of proposals."""
    return kind == "deadline" and not uid.endswith("deadline")


def by_date(events: Iterable[D]) -> tuple[D, ...]:
    """Return events in order."""
    return tuple(sorted(events, key=lambda event: (event.when.sort_key, event.uid)))


def each_day(events: Iterable[D]) -> list[D]:
    """Return events with those that come again once for each of their days, by date."""
    single = (
        structs.replace(event, when=when) if event.when.recurrence else event  # type: ignore[type-var]
        for event in events
        for when in event.when.occurrences
    )
    return sorted(single, key=lambda event: (event.when.sort_key, event.uid))

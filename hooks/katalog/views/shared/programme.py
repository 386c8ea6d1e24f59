"""A session's programme: its rows, who speaks, and what excludes what; for pages and for calendars."""

from collections.abc import Iterable, Iterator
from typing import cast

from msgspec import Struct

from katalog.schema.course_parts import Session
from katalog.schema.programme_parts import ProgrammeRow, Speaker
from katalog.schema.records import Contact
from katalog.views.reader import Link, Reader
from katalog.when.showing import show_clock


class SpeakerView(Struct, frozen=True):
    """Who speaks; `link` leads to the page of a person who has one, whose `name` is then left out."""

    link: Link | None
    name: str
    role: str
    affiliation: str

    @property
    def shown_name(self) -> str:
        """The name, whoever it is."""
        return self.link.title if self.link else self.name

    @property
    def about(self) -> tuple[str, ...]:
        """What is said of them beside the name."""
        return tuple(filter(None, (self.role, self.affiliation)))


class RowView(Struct, frozen=True):
    """A row of a programme; `hours` are in the reader's form, `seats` and `status` in words.

    `others` are the rows that it excludes, as links without an address.
    """

    hours: str
    title: str
    speakers: tuple[SpeakerView, ...]
    room: str
    track: str
    choice: str
    others: tuple[Link, ...]
    seats: str
    status: str
    pause: bool
    note: str


def speaker_views(reader: Reader, speakers: Iterable[Speaker]) -> tuple[SpeakerView, ...]:
    """Return speakers; what a record of theirs says counts where the session says nothing."""
    return tuple([_speaker(reader, each) for each in speakers])


def _speaker(reader: Reader, speaker: Speaker) -> SpeakerView:
    entry = reader.known(speaker.person)
    if entry is None:
        name = speaker.name or speaker.person or ""
        return SpeakerView(None, name, speaker.role or "", speaker.affiliation or "")
    record = cast("Contact", reader.localised(entry).record)
    at = reader.known(record.organisation)
    affiliation = speaker.affiliation or (reader.title(at) if at else "")
    return SpeakerView(reader.link(entry), "", speaker.role or record.role or "", affiliation)


def programme_view(reader: Reader, rows: tuple[ProgrammeRow, ...]) -> tuple[RowView, ...]:
    """Return the rows of a programme, each with the other rows that one cannot take part in besides."""
    return tuple([_row(reader, row, rows) for row in rows])


def _row(reader: Reader, row: ProgrammeRow, rows: Iterable[ProgrammeRow]) -> RowView:
    return RowView(
        hours=show_clock(row.hours, reader.phrases) if row.hours else "",
        title=row.title,
        speakers=speaker_views(reader, row.speakers),
        room=row.room or "",
        track=row.track or "",
        choice=row.choice or "",
        others=_others(row, rows),
        seats=reader.phrases.count("participants.at-most", row.seats) if row.seats else "",
        status=reader.label("state", row.status),
        pause=row.pause,
        note=row.note or "",
    )


def _others(row: ProgrammeRow, rows: Iterable[ProgrammeRow]) -> tuple[Link, ...]:
    if not row.choice or row.status == "cancelled":
        return ()
    of_choice = (each for each in rows if each.choice == row.choice and each.status != "cancelled")
    return tuple([Link(each.title, "") for each in of_choice if each is not row])


def programme_lines(reader: Reader, session: Session) -> Iterator[str]:
    """Yield who speaks and the programme as lines of plain text, for a calendar."""
    if session.speakers:
        yield f"{reader.phrases('session.speakers')} {_named(reader, session.speakers)}"
    for row in session.programme:
        view = _row(reader, row, ())
        hours = f"{view.hours} " if view.hours else ""
        more = filter(None, (_named(reader, row.speakers), view.track, view.room, view.status))
        note = f" – {view.note}" if view.note else ""
        yield f"{hours}{view.title}" + "".join(f" ({each})" for each in more) + note


def _named(reader: Reader, speakers: Iterable[Speaker]) -> str:
    return "; ".join(", ".join((each.shown_name, *each.about)) for each in speaker_views(reader, speakers))

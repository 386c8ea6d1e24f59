"""The page of one course."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from katalog.catalogue.catalogue import holdings
from katalog.schema.records import Course
from katalog.views.cards import CourseCard, StateView, course_card, state_view
from katalog.views.page import FeedLink
from katalog.views.parts import (
    Notice,
    PersonView,
    PriceView,
    RegistrationView,
    SessionView,
    TextView,
    notices,
    people,
    person_view,
    price_view,
    registration_view,
    session_view,
    summary_of,
    text_view,
)
from katalog.views.record import record_page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from katalog.catalogue.state import Holding
    from katalog.schema.parts import Participants
    from katalog.schema.validate import Entry
    from katalog.views.page import Page
    from katalog.views.reader import Link, Reader

RELATED = 4


@dataclass(frozen=True, slots=True)
class RunView:
    """One holding of the course."""

    id: str
    title: str
    state: StateView
    sessions: tuple[SessionView, ...]
    registration: RegistrationView | None
    prices: tuple[PriceView, ...]
    participants: str
    minimum: str
    people: tuple[PersonView, ...]
    start: str
    end: str


@dataclass(frozen=True, slots=True)
class CourseView:
    """Everything a course's page shows; `runs` has the next one first."""

    id: str
    card: CourseCard
    title: str
    subtitle: str
    language: str
    summary: str
    notices: tuple[Notice, ...]
    kind: str
    state: StateView
    audience: str
    prerequisites: str
    outcomes: tuple[str, ...]
    enrolment_note: str
    lessons: str
    certificate: str
    forms: tuple[str, ...]
    teaching_language: str
    organiser: Link | None
    partners: tuple[Link, ...]
    teachers: tuple[PersonView, ...]
    initiative: Link | None
    topics: tuple[Link, ...]
    runs: tuple[RunView, ...]
    text: TextView | None
    news: tuple[Link, ...]
    related: tuple[CourseCard, ...]
    source: str
    calendar: str
    edit: str


def course_view(reader: Reader, entry: Entry) -> CourseView:
    """Return the view of one course."""
    version = reader.version(entry)
    course = version.record
    assert isinstance(course, Course)
    card = course_card(reader, entry)
    runs = _runs(reader, entry, course)
    return CourseView(
        id=entry.id,
        card=card,
        title=course.title,
        subtitle=course.subtitle or "",
        language=course.language,
        summary=summary_of(version),
        notices=notices(reader, version),
        kind=card.kind,
        state=card.state,
        audience=course.audience or "",
        prerequisites=course.prerequisites or "",
        outcomes=course.outcomes,
        enrolment_note=course.enrolment_note or "",
        lessons=reader.phrases.count("course.lessons", course.lessons) if course.lessons else "",
        certificate=course.certificate or "",
        forms=tuple(reader.words("course.form", form) for form in card.forms),
        teaching_language=reader.phrases(f"language.{course.language}"),
        organiser=card.organiser,
        partners=reader.links(course.partners),
        teachers=tuple(person_view(reader, each) for each in reader.entries(course.teachers)),
        initiative=reader.links([course.initiative])[0] if course.initiative else None,
        topics=card.topics,
        runs=runs,
        text=text_view(reader, version),
        news=reader.sorted_links(reader.catalogue.pointing_at(entry.id, "about")),
        related=_related(reader, entry),
        source=course.source or "",
        calendar=reader.addresses.record_feed(entry, "ics"),
        edit=(reader.settings.edit_url or "") and f"{reader.settings.edit_url}{entry.path}",
    )


def _runs(reader: Reader, entry: Entry, course: Course) -> tuple[RunView, ...]:
    views = [_run(reader, entry, course, run) for run in holdings(course)]
    ahead = [view for view in views if view.end >= reader.today.isoformat() or not view.end]
    past = [view for view in views if view not in ahead]
    return (
        *sorted(ahead, key=lambda run: (not run.start, run.start)),
        *sorted(past, key=lambda run: run.start, reverse=True),
    )


def _run(reader: Reader, entry: Entry, course: Course, run: Holding) -> RunView:
    own = next((each for each in course.runs if each.id == run.id), None)
    feed = reader.addresses.record_feed(entry, "ics")
    prefix = f"{run.id}-" if run.id else ""
    return RunView(
        id=run.id,
        title=run.title or "",
        state=state_view(reader, run),
        sessions=tuple(
            session_view(reader, session, n, f"k-{prefix}", feed) for n, session in enumerate(run.sessions, start=1)
        ),
        registration=registration_view(reader, run.registration),
        prices=tuple(price_view(reader, price) for price in (own and own.price) or course.price),
        participants=_participants(reader, run.participants),
        minimum=_minimum(reader, run.participants),
        people=people(reader, (own and own.contacts) or course.contacts),
        start=run.start.isoformat() if run.start else "",
        end=run.end.isoformat() if run.end else "",
    )


def _participants(reader: Reader, wanted: Participants | None) -> str:
    if wanted is None or not wanted.max:
        return ""
    if wanted.min:
        return reader.phrases("participants.between", min=wanted.min, max=wanted.max)
    return reader.phrases.count("participants.at-most", wanted.max)


def _minimum(reader: Reader, wanted: Participants | None) -> str:
    return reader.phrases.count("participants.runs-from", wanted.min) if wanted and wanted.min else ""


def _related(reader: Reader, entry: Entry) -> tuple[CourseCard, ...]:
    """Return courses that share most topics or the initiative, those ahead first."""
    scores: dict[str, int] = {}
    for topic in entry.record.topics:
        for other in reader.catalogue.pointing_at(topic, "topics"):
            if other.collection == "courses" and other.id != entry.id:
                scores[other.id] = scores.get(other.id, 0) + 1
    best = sorted(scores, key=lambda id_: (-scores[id_], id_))[: RELATED * 2]
    found = [course_card(reader, each) for each in reader.entries(best)]
    return tuple(sorted(found, key=lambda card: not card.ahead)[:RELATED])


def course_pages(reader: Reader) -> Iterator[Page]:
    """Yield the page of every course."""
    for entry in reader.catalogue.by_collection.get("courses", ()):
        feed = FeedLink(reader.phrases("feed.course"), reader.addresses.record_feed(entry, "ics"), "text/calendar")
        view = course_view(reader, entry)
        yield record_page(reader, entry, "course.html", view, reader.version(entry), feeds=(feed,))

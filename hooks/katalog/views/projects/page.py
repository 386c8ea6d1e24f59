"""The page of one initiative, project or network."""

from collections.abc import Iterator, Sequence
from typing import cast

from msgspec import Struct
from msgspec.structs import replace

from katalog.catalogue.runs import enrolment_of
from katalog.schema.entries import Entry
from katalog.schema.record_parts import Group
from katalog.schema.records import Project
from katalog.views.courses.card import CourseCard, course_card
from katalog.views.courses.card_list import CardList, lists_by_date
from katalog.views.courses.list_values import list_values
from katalog.views.page import Page
from katalog.views.projects.card import ProjectCard, period_on, period_state, project_cards
from katalog.views.projects.followers import FollowersView, followers_view
from katalog.views.projects.history import History, history, meeting_anchor
from katalog.views.reader import Link, Reader
from katalog.views.shared.attachments import DocumentView, PictureView, documents, picture
from katalog.views.shared.calendar_events import calendar_events
from katalog.views.shared.contact_details import web_link
from katalog.views.shared.custom_fields import CustomFact, custom_facts
from katalog.views.shared.dates import WhenView, when_view
from katalog.views.shared.event_dates import unique_by_date
from katalog.views.shared.event_lists import EventsView, events_view
from katalog.views.shared.notices import Notice, notices
from katalog.views.shared.pagination import CARD, ROOM, ROW, cut, in_parts
from katalog.views.shared.people import PersonView, people
from katalog.views.shared.prices import PriceView, price_views
from katalog.views.shared.record_page import record_edit_address, record_feed_link, record_page
from katalog.views.shared.registration import EnrolmentView, enrol_at, enrolment_view, registration_view
from katalog.views.shared.sessions import SessionParent, SessionView, session_view
from katalog.views.shared.state_badge import StateView
from katalog.views.shared.text import TextView, text_view
from katalog.views.shared.time_zones import time_zone_of

BESIDE = ROOM // 2
"""What else a project's page shows takes about half of the room: its courses stand in its time line too."""


class GroupView(Struct, frozen=True):
    """A steering or working group; a member without an address is only named."""

    name: str
    role: str
    members: tuple[Link, ...]


class ProjectView(Struct, frozen=True):
    """Everything a project's page shows, each date once: `events` are those of its sub-projects only.

    `first` is the course whose registration closes next, `first_at` where one enrols in it; once the project
    has `ended`, its results stand first.  `parts` are the sub-projects but for those `finished`.
    """

    title: str
    subtitle: str
    kind: str
    state: StateView | None
    period: WhenView | None
    language_name: str
    notices: tuple[Notice, ...]
    picture: PictureView | None
    goal: str
    effect: str
    audience: str
    coordinator: Link | None
    funders: tuple[Link, ...]
    partners: tuple[Link, ...]
    facilitator: tuple[Link, ...]
    part_of: Link | None
    website: Link | None
    topics: tuple[Link, ...]
    text: TextView | None
    history: History
    groups: tuple[GroupView, ...]
    parts: tuple[ProjectCard, ...]
    finished: tuple[ProjectCard, ...]
    upcoming: tuple[SessionView, ...]
    courses_ahead: CardList
    past_meetings: tuple[SessionView, ...]
    past_courses: CardList
    enrolment: EnrolmentView | None
    first: CourseCard | None
    first_at: str
    prices: tuple[PriceView, ...]
    enrolment_note: str
    documents: tuple[DocumentView, ...]
    results: tuple[DocumentView, ...]
    ended: bool
    people: tuple[PersonView, ...]
    followers: FollowersView | None
    news: tuple[Link, ...]
    own: tuple[CustomFact, ...]
    source: str
    events: EventsView | None
    data: str
    edit: str

    @property
    def has_results(self) -> bool:
        """Whether anything came of it, courses apart; news are that of what has ended."""
        return bool(self.results or self.finished or (self.ended and self.news))


class ProjectPartView(Struct, frozen=True):
    """A further part of a project's page: more of its courses."""

    courses_ahead: CardList
    past_courses: CardList


def project_view(
    reader: Reader, entry: Entry, courses: Sequence[CourseCard], shown: tuple[CardList, CardList]
) -> ProjectView:
    """Return the view of one initiative, project or network; `shown` are the `courses` on its first part."""
    localised = reader.localised(entry)
    project = cast("Project", localised.record)
    parts = reader.catalogue.referrers(entry.id, "part_of")
    courses_ahead, past_courses = shown
    listed = [reader.entry(card.id) for each in shown for card in each.cards]
    meetings = _meetings(reader, entry, project)
    first = _first_deadline(courses)
    cards = project_cards(reader, parts)
    return ProjectView(
        title=project.title,
        subtitle=project.subtitle or "",
        kind=reader.label("project.kind", project.kind),
        state=period_state(reader, project.period),
        period=when_view(reader, project.period) if project.period else None,
        language_name=reader.language_name(project.language),
        notices=notices(reader, localised),
        picture=picture(reader, entry, project),
        goal=project.goal or "",
        effect=project.effect or "",
        audience=project.audience or "",
        coordinator=reader.link_to(project.coordinator),
        funders=reader.links(project.funders),
        partners=reader.links(project.partners),
        facilitator=reader.links(project.facilitator),
        part_of=reader.link_to(project.part_of),
        website=web_link(project.website) if project.website else None,
        topics=reader.topics(project.topics),
        text=text_view(reader, localised),
        history=history(reader, entry, project, parts, listed),
        groups=tuple(_group(reader, each) for each in project.groups),
        parts=tuple(card for card in cards if not _is_finished(card)),
        finished=tuple(card for card in cards if _is_finished(card)),
        upcoming=tuple(each for each in meetings if not each.past),
        courses_ahead=courses_ahead,
        past_meetings=tuple(each for each in meetings if each.past),
        past_courses=past_courses,
        enrolment=enrolment_view(reader, enrolment_of(project, reader.today)),
        first=first,
        first_at=_enrol_at(reader, first) if first else "",
        prices=price_views(reader, project.price),
        enrolment_note=project.enrolment_note or "",
        documents=documents(reader, entry, project.documents),
        results=documents(reader, entry, project.results),
        ended=_ended(reader, project),
        people=people(reader, project.contacts),
        followers=followers_view(reader, project),
        news=reader.sorted_links(reader.catalogue.referrers(entry.id, "about")),
        own=custom_facts(reader, localised),
        source=project.source or "",
        events=_events(reader, entry, project, parts),
        data=reader.addresses.record_feed(entry, "json"),
        edit=record_edit_address(reader, entry),
    )


def _first_deadline(cards: Sequence[CourseCard]) -> CourseCard | None:
    """Return the course whose registration closes first, among those one can join."""
    found = [card for card in cards if card.state.joinable and card.deadline]
    return min(found, key=lambda card: card.deadline_day, default=None)


def _enrol_at(reader: Reader, card: CourseCard) -> str:
    """Return where one enrols in a course, in the run that its card shows."""
    entry = reader.entry(card.id)
    run = reader.localised(entry).runs[list_values(reader, entry).run_index]
    return enrol_at(registration_view(reader, run))


def _is_finished(card: ProjectCard) -> bool:
    return bool(card.state and card.state.key == "finished")


def _events(reader: Reader, entry: Entry, project: Project, parts: Sequence[Entry]) -> EventsView | None:
    """Return what is coming in sub-projects, and how to subscribe to everything unless the project is over.

    Its own meetings and its courses have sections of their own.
    """
    feed = record_feed_link(reader, entry, "ics")
    if feed is None:
        return None
    found = unique_by_date(reader, (event for part in parts for event in calendar_events(reader, part)))
    events = events_view(reader, found, feed)
    return replace(events, subscription=None) if _ended(reader, project) and not events.rows else events


def _ended(reader: Reader, project: Project) -> bool:
    return bool(project.period and period_on(project.period, reader.today) == "finished")


def _meetings(reader: Reader, entry: Entry, project: Project) -> list[SessionView]:
    """Return the meetings in order of time, those to be dated last; anchors keep the record's numbers."""
    prefix = meeting_anchor(0).removesuffix("0")
    parent = SessionParent(entry, project.meetings, time_zone_of(reader, project))
    views = [
        (each.when, session_view(reader, each, number, prefix, parent))
        for number, each in enumerate(project.meetings, start=1)
    ]
    dated = sorted(((when, view) for when, view in views if when), key=lambda pair: pair[0].sort_key)
    return [view for _, view in dated] + [view for when, view in views if not when]


def _group(reader: Reader, group: Group) -> GroupView:
    entries = reader.catalogue.entries
    members = (
        reader.link(entries[member]) if member in entries else Link(member, "") for member in group.members
    )
    return GroupView(group.name, group.role or "", tuple(members))


def project_pages(reader: Reader, entry: Entry) -> Iterator[Page]:
    """Yield the page of an initiative, project or network."""
    courses = [course_card(reader, each) for each in reader.catalogue.referrers(entry.id, "initiative")]
    ahead, past = lists_by_date(courses)
    pieces = cut((ahead.cards, CARD), (past.cards, ROW), beside=BESIDE)
    first, *others = (lists_by_date([*coming, *over]) for coming, over in pieces)
    views = [project_view(reader, entry, courses, first), *(ProjectPartView(*each) for each in others)]
    page = record_page(reader, entry, "project.html", None)
    yield from in_parts(reader, page, views, "project_part.html")

"""The page of one initiative, project or network."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from msgspec import Struct
from msgspec.structs import replace

from katalog.catalogue.runs import enrolment_of
from katalog.views.courses.card import course_card
from katalog.views.courses.card_list import lists_by_date
from katalog.views.projects.card import period_on, period_state, project_cards
from katalog.views.projects.followers import followers_view
from katalog.views.projects.history import history, meeting_anchor
from katalog.views.reader import Link
from katalog.views.shared.attachments import documents, picture
from katalog.views.shared.contact_details import web_link
from katalog.views.shared.dates import when_view
from katalog.views.shared.own_fields import OwnFact, own_facts
from katalog.views.shared.people import people
from katalog.views.shared.prices import price_views
from katalog.views.shared.record_page import record_calendar, record_edit_address, record_page
from katalog.views.shared.registration import enrolment_view
from katalog.views.shared.sessions import Whole, session_view
from katalog.views.shared.text import notices, text_view
from katalog.views.shared.time_zones import time_zone_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from katalog.schema.entries import Entry
    from katalog.schema.record_parts import Group
    from katalog.schema.records import Project
    from katalog.views.courses.card import CourseCard
    from katalog.views.courses.card_list import CardList
    from katalog.views.page import Page
    from katalog.views.projects.card import ProjectCard
    from katalog.views.projects.followers import FollowersView
    from katalog.views.projects.history import History
    from katalog.views.reader import Reader
    from katalog.views.shared.attachments import DocumentView, PictureView
    from katalog.views.shared.dates import WhenView
    from katalog.views.shared.event_lists import EventsView
    from katalog.views.shared.people import PersonView
    from katalog.views.shared.prices import PriceView
    from katalog.views.shared.registration import EnrolmentView
    from katalog.views.shared.sessions import SessionView
    from katalog.views.shared.state_badge import StateView
    from katalog.views.shared.text import Notice, TextView


class GroupView(Struct, frozen=True):
    """A steering or working group; a member without an address is only named."""

    name: str
    role: str
    members: tuple[Link, ...]


class ProjectView(Struct, frozen=True):
    """Everything a project's page shows; `events` are its own, its courses' and its sub-projects'.

    `first` is the course whose registration closes next; once it has `ended`, its results stand first.
    """

    id: str
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
    upcoming: tuple[SessionView, ...]
    courses_ahead: CardList
    past_meetings: tuple[SessionView, ...]
    past_courses: CardList
    enrolment: EnrolmentView | None
    first: CourseCard | None
    prices: tuple[PriceView, ...]
    enrolment_note: str
    documents: tuple[DocumentView, ...]
    results: tuple[DocumentView, ...]
    ended: bool
    people: tuple[PersonView, ...]
    followers: FollowersView | None
    news: tuple[Link, ...]
    own: tuple[OwnFact, ...]
    source: str
    events: EventsView | None
    data: str
    edit: str


def project_view(reader: Reader, entry: Entry) -> ProjectView:
    """Return the view of one initiative, project or network."""
    localised = reader.localised(entry)
    project = cast("Project", localised.record)
    parts = [
        each for each in reader.catalogue.referrers(entry.id, "part_of") if each.collection == "projects"
    ]
    courses = reader.catalogue.referrers(entry.id, "initiative")
    courses_ahead, past_courses = lists_by_date([course_card(reader, each) for each in courses])
    meetings = _meetings(reader, entry, project)
    return ProjectView(
        id=entry.id,
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
        coordinator=reader.links([project.coordinator])[0] if project.coordinator else None,
        funders=reader.links(project.funders),
        partners=reader.links(project.partners),
        facilitator=reader.links(project.facilitator),
        part_of=reader.links([project.part_of])[0] if project.part_of else None,
        website=web_link(project.website) if project.website else None,
        topics=reader.topics(project.topics),
        text=text_view(reader, localised),
        history=history(reader, entry, project, parts, courses),
        groups=tuple(_group(reader, each) for each in project.groups),
        parts=project_cards(reader, parts),
        upcoming=tuple(each for each in meetings if not each.past),
        courses_ahead=courses_ahead,
        past_meetings=tuple(each for each in meetings if each.past),
        past_courses=past_courses,
        enrolment=enrolment_view(reader, enrolment_of(project, reader.today)),
        first=_first_deadline(courses_ahead.cards),
        prices=price_views(reader, project.price),
        enrolment_note=project.enrolment_note or "",
        documents=documents(reader, entry, project.documents),
        results=documents(reader, entry, project.results),
        ended=_ended(reader, project),
        people=people(reader, project.contacts),
        followers=followers_view(reader, project),
        news=reader.sorted_links(reader.catalogue.referrers(entry.id, "about")),
        own=own_facts(reader, localised),
        source=project.source or "",
        events=_events(reader, entry, project),
        data=reader.addresses.record_feed(entry, "json"),
        edit=record_edit_address(reader, entry),
    )


def _first_deadline(cards: Sequence[CourseCard]) -> CourseCard | None:
    """Return the course whose registration closes first, among those one can join."""
    found = [card for card in cards if card.state.joinable and card.deadline]
    return min(found, key=lambda card: card.deadline_day, default=None)


def _events(reader: Reader, entry: Entry, project: Project) -> EventsView | None:
    """Return what is coming, and how to subscribe unless the project is over."""
    events = record_calendar(reader, entry)
    return (
        replace(events, subscription=None)
        if _ended(reader, project) and events and not events.rows
        else events
    )


def _ended(reader: Reader, project: Project) -> bool:
    return bool(project.period and period_on(project.period, reader.today) == "finished")


def _meetings(reader: Reader, entry: Entry, project: Project) -> list[SessionView]:
    """Return the meetings in order of time, those to be dated last; anchors keep the record's numbers."""
    prefix = meeting_anchor(0).removesuffix("0")
    whole = Whole(sessions=project.meetings, zone=time_zone_of(reader, project), entry=entry)
    views = [
        (each.when, session_view(reader, each, number, prefix, whole=whole))
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
    view = project_view(reader, entry)
    yield record_page(reader, entry, "project.html", view, reader.localised(entry))

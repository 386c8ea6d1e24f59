"""The page of one course."""

from collections.abc import Iterator

from msgspec import Struct

from katalog.i18n.phrases import capitalised
from katalog.schema.entries import Entry
from katalog.schema.records import Course
from katalog.views.courses.card import CourseCard, course_card
from katalog.views.courses.filter_values import form_shown
from katalog.views.courses.follower_names import FollowerNames, follower_names
from katalog.views.courses.poster import poster_address
from katalog.views.courses.related import related
from katalog.views.courses.runs import RunView, run_views, stopped_text
from katalog.views.courses.study import StudyView, study_view
from katalog.views.page import Page
from katalog.views.reader import Link, Reader
from katalog.views.shared.attachments import DocumentView, PictureView, documents, picture
from katalog.views.shared.course_kind import about_kind, kind_words
from katalog.views.shared.custom_fields import CustomFact, custom_facts
from katalog.views.shared.notices import Notice, notices
from katalog.views.shared.people import PersonView, person_view
from katalog.views.shared.record_page import record_edit_address, record_feed_link, record_page
from katalog.views.shared.text import TextView, text_view
from katalog.views.shared.visible_periods import VisiblePeriod, union


class CourseView(Struct, frozen=True):
    """Everything a course's page shows; `runs` has the one a reader wants first at its head.

    `over_from` is the instant from which every run is over (empty: never known), `over` whether it has
    come on the reader's day; `note_shown` and `calendar_shown` say when the words about enrolling and the
    calendar are shown.  Prices or people that are `shared` by all runs are shown once.
    """

    card: CourseCard
    title: str
    subtitle: str
    summary: str
    notices: tuple[Notice, ...]
    kind: str
    the_kind: str
    audience: str
    prerequisites: str
    outcomes: tuple[str, ...]
    enrolment_note: str
    lessons: str
    certificate: str
    study: StudyView
    funders: tuple[Link, ...]
    documents: tuple[DocumentView, ...]
    forms: tuple[str, ...]
    spoken: tuple[str, ...]
    over_text: str
    stopped_text: str
    organisers: tuple[Link, ...]
    partners: tuple[Link, ...]
    teachers: tuple[PersonView, ...]
    part_of: tuple[Link, ...]
    followers: FollowerNames | None
    topics: tuple[Link, ...]
    runs: tuple[RunView, ...]
    shared_prices: bool
    shared_people: bool
    over: bool
    over_from: str
    note_shown: VisiblePeriod | None
    calendar_shown: VisiblePeriod | None
    picture: PictureView | None
    text: TextView | None
    news: tuple[Link, ...]
    related: tuple[CourseCard, ...]
    own: tuple[CustomFact, ...]
    source: str
    calendar: str
    data: str
    edit: str
    poster: str

    @property
    def run(self) -> RunView:
        """The run a reader wants first."""
        return self.runs[0]

    @property
    def how(self) -> bool:
        """Whether there is anything to say about enrolling, or anybody to ask about one of several runs."""
        note = self.enrolment_note and self.note_shown
        runs = [run for run in self.runs if not run.over or self.over]
        return bool(note or any(run.how or (run.people and not self.shared_people) for run in runs))


def course_view(reader: Reader, entry: Entry) -> CourseView:
    """Return what a course's page shows; prices and people that all runs share are shown once, not by run."""
    localised = reader.localised(entry)
    course = localised.record
    assert isinstance(course, Course)
    card = course_card(reader, entry)
    runs = run_views(reader, entry, course)
    return CourseView(
        card=card,
        title=course.title,
        subtitle=course.subtitle or "",
        summary=course.summary or "",
        notices=notices(reader, localised),
        kind=card.kind,
        the_kind=capitalised(kind_words(reader, course.kind).the_name),
        audience=course.audience or "",
        prerequisites=course.prerequisites or "",
        outcomes=course.outcomes,
        enrolment_note=course.enrolment_note or "",
        lessons=reader.phrases.count("course.lessons", course.lessons) if course.lessons else "",
        certificate=course.certificate or "",
        study=study_view(reader, course),
        funders=reader.links(course.funders),
        documents=documents(reader, entry, course.documents),
        spoken=tuple(reader.language_name(tag) for tag in course.spoken),
        over_text=about_kind(reader, course.kind, "course.over"),
        stopped_text=stopped_text(reader, course, runs),
        forms=tuple(reader.label("course.form", form) for form in form_shown(course, card.facets["form"])),
        organisers=card.organisers,
        partners=reader.links(course.partners),
        teachers=tuple(person_view(reader, each) for each in reader.entries(course.teachers)),
        part_of=_part_of(reader, course.initiative),
        followers=follower_names(reader, course.initiative),
        topics=card.topics,
        runs=runs,
        shared_prices=len({run.prices for run in runs}) == 1,
        shared_people=len({run.people for run in runs}) == 1,
        over=all(run.over for run in runs),
        over_from=_over_from(runs),
        note_shown=union(run.note_shown for run in runs),
        calendar_shown=union(run.calendar for run in runs),
        picture=picture(reader, entry, course),
        text=text_view(reader, localised),
        news=reader.sorted_links(reader.catalogue.referrers(entry.id, "about")),
        related=related(reader, entry),
        own=custom_facts(reader, localised),
        source=course.source or "",
        calendar=calendar.address if (calendar := record_feed_link(reader, entry, "ics")) else "",
        data=reader.addresses.record_feed(entry, "json"),
        poster=poster_address(reader, entry),
        edit=record_edit_address(reader, entry),
    )


def _over_from(runs: tuple[RunView, ...]) -> str:
    instants = [run.over_from for run in runs]
    return max(instants) if all(instants) else ""


def _part_of(reader: Reader, initiative: str | None) -> tuple[Link, ...]:
    """Return what a course is part of, the widest first: the initiative of its project, then the project."""
    found: list[Link] = []
    while entry := reader.known(initiative):
        found.insert(0, reader.link(entry))
        initiative = getattr(entry.record, "part_of", None)
    return tuple(found)


def course_pages(reader: Reader, entry: Entry) -> Iterator[Page]:
    """Yield the page of a course."""
    view = course_view(reader, entry)
    yield record_page(reader, entry, "course.html", view)

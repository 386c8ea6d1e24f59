"""What concerns the staff of one library: courses they can reach, deadlines, what it follows, its people.

The page is the same for everybody.  Which library is whose is known to the reader's browser only, which
fetches the page and shows it on the front page too (docs/decisions/0026).
"""

from collections.abc import Iterator, Sequence
from urllib.parse import urlencode

from msgspec import Struct

from katalog.schema.entries import Entry
from katalog.views.courses.card import course_cards
from katalog.views.courses.card_list import AHEAD, CardList, card_list
from katalog.views.courses.filter_values import EVERYWHERE, region_of
from katalog.views.courses.listed import ListedCourse, courses_in_order, listed_course, listed_courses
from katalog.views.courses.upcoming_deadlines import UpcomingDeadline, first_to_close, upcoming_deadlines
from katalog.views.memo import memoise_as_dependency
from katalog.views.page import Page
from katalog.views.people.involvements import PersonWithCourses, records_by_role
from katalog.views.projects.card import ProjectCard, project_cards
from katalog.views.reader import Link, Reader
from katalog.views.shared.people import person_view
from katalog.views.shared.record_events import record_events
from katalog.views.shared.record_page import page_at

MOST_COURSES, MOST_DEADLINES = 12, 8


class MyLibraryView(Struct, frozen=True):
    """One library; `region` is the id by which the catalogue filters, `all_courses` leads there.

    `courses` are the first of those held in its region, online, or by itself.
    """

    id: str
    title: str
    library: Link
    region: str
    lede: str
    courses: CardList
    all_courses: Link
    deadlines: tuple[UpcomingDeadline, ...]
    follows: tuple[ProjectCard, ...]
    people: tuple[PersonWithCourses, ...]


def my_library_view(reader: Reader, entry: Entry) -> MyLibraryView:
    """Return what concerns the staff of a library on the reader's day."""
    region = region_of(entry)
    courses = _within_reach(reader, entry, region.id if region else "")
    shown = course_cards(reader, [each.id for each in courses[:MOST_COURSES]])
    follows = reader.catalogue.referrers(entry.id, "followers")
    title = reader.title(entry)
    return MyLibraryView(
        id=entry.id,
        title=title,
        library=reader.link(entry),
        region=region.id if region else "",
        lede=reader.phrases("mine.lede", region=region.title) if region else reader.phrases("mine.online"),
        courses=card_list(shown, shown, AHEAD, "mine"),
        all_courses=_all_courses(reader, region.id if region else ""),
        deadlines=_deadlines(reader, courses, follows),
        follows=project_cards(reader, follows),
        people=_people(reader, entry),
    )


def _within_reach(reader: Reader, entry: Entry, region: str) -> tuple[ListedCourse, ...]:
    """Return the courses ahead in the region, online or of the library's own, as many as may be shown."""
    own = reader.catalogue.referrers(entry.id, "organiser", "place")
    courses = [each.id for each in own if listed_course(reader, each).ahead]
    return courses_in_order(reader, reader.entries(dict.fromkeys((*_near(reader, region), *courses))))


@memoise_as_dependency
def _near(reader: Reader, region: str) -> tuple[str, ...]:
    """Return the courses ahead in a region or online, by their ids: the first to join and to close."""
    wanted = {region, EVERYWHERE}
    ahead = (each for each in listed_courses(reader) if each.ahead)
    near = [each for each in ahead if wanted.intersection(each.facets["region"])]
    return tuple(each.id for each in (*near[:MOST_COURSES], *first_to_close(near, MOST_DEADLINES)))


def _all_courses(reader: Reader, region: str) -> Link:
    courses = reader.section_link("courses")
    query = f"?{urlencode({'region': region})}" if region else ""
    return Link(reader.phrases("home.all-courses"), courses.address + query)


def _deadlines(
    reader: Reader, within: Sequence[ListedCourse], follows: Sequence[Entry]
) -> tuple[UpcomingDeadline, ...]:
    events = [event for each in follows for event in record_events(reader, each)]
    return upcoming_deadlines(reader, within, follows, events, MOST_DEADLINES)


def _people(reader: Reader, entry: Entry) -> tuple[PersonWithCourses, ...]:
    found = reader.by_title(reader.catalogue.referrers(entry.id, "organisation"))
    return tuple(PersonWithCourses(person_view(reader, each), _courses_of(reader, each)) for each in found)


def _courses_of(reader: Reader, person: Entry) -> tuple[Link, ...]:
    entries = {each.id: each for found in records_by_role(reader, person).values() for each in found}
    courses = [each for each in entries.values() if each.collection == "courses"]
    return tuple(reader.link(each) for each in courses if listed_course(reader, each).ahead)


def my_library_pages(reader: Reader, entry: Entry) -> Iterator[Page]:
    """Yield the page of one library's staff."""
    if not reader.settings.shows("libraries"):
        return
    view = my_library_view(reader, entry)
    yield page_at(
        reader,
        lambda addresses: addresses.my_library(entry.id),
        reader.section_link("my-library"),
        section="my-library",
        title=view.title,
        template="my_library.html",
        view=view,
        description=reader.phrases("mine.about", name=view.title),
        kind="my-library",
    )

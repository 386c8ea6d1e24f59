"""All pages of one language, section by section."""

from collections.abc import Mapping

from katalog.views.calendar.page import calendar_pages, month_pages, months_with_pages
from katalog.views.calendar.week import week_pages, weeks_with_pages
from katalog.views.courses.page import course_pages
from katalog.views.courses.poster import poster_pages
from katalog.views.indexes.a_to_z import INDEX
from katalog.views.indexes.archive import YEARS, archive_pages
from katalog.views.indexes.courses import COURSE_LIST, PAST_COURSES
from katalog.views.indexes.home import home_pages
from katalog.views.indexes.news import news_list_pages, news_pages
from katalog.views.indexes.regions import REGIONS, regions_pages
from katalog.views.indexes.search import search_pages
from katalog.views.indexes.topics import TOPICS, topics_pages
from katalog.views.institutions.overview import institution_list_pages
from katalog.views.institutions.page import institution_pages
from katalog.views.my_library.choice import library_choice_pages
from katalog.views.my_library.page import my_library_pages
from katalog.views.output_kinds import OutputKind, of_each, whole
from katalog.views.page import Page
from katalog.views.people.directory import directory_pages
from katalog.views.people.page import contact_pages
from katalog.views.projects.overview import project_list_pages
from katalog.views.projects.page import project_pages

KINDS: Mapping[str, OutputKind[Page]] = {
    "home": whole(home_pages),
    "course-list": COURSE_LIST,
    "past-courses": PAST_COURSES,
    "course": of_each(course_pages, "courses"),
    "poster": of_each(poster_pages, "courses"),
    "calendar": whole(calendar_pages),
    "month": OutputKind(months_with_pages, month_pages),
    "week": OutputKind(weeks_with_pages, week_pages),
    "project-list": whole(project_list_pages),
    "project": of_each(project_pages, "projects"),
    "institution-list": whole(institution_list_pages),
    "institution": of_each(institution_pages, "libraries", "organisations"),
    "contact-list": whole(directory_pages),
    "contact": of_each(contact_pages, "contacts"),
    "topic-list": whole(topics_pages),
    "topic": TOPICS,
    "region-list": whole(regions_pages),
    "region": REGIONS,
    "news-list": whole(news_list_pages),
    "news": of_each(news_pages, "news"),
    "archive": whole(archive_pages),
    "archive-year": YEARS,
    "index": INDEX,
    "search": whole(search_pages),
    "my-library-list": whole(library_choice_pages),
    "my-library": of_each(my_library_pages, "libraries"),
}
"""Every kind of page, in the order of the site."""

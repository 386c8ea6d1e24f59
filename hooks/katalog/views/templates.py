"""Which view each template shows: what a site's own template of that name is given."""

from katalog.views.calendar.page import CalendarView
from katalog.views.calendar.week import WeekView
from katalog.views.courses.page import CourseView
from katalog.views.courses.poster import PosterView
from katalog.views.custom_page import CustomPageView
from katalog.views.indexes.a_to_z import IndexView
from katalog.views.indexes.archive import ArchiveView, YearView
from katalog.views.indexes.courses import CourseListPartView, CourseListView
from katalog.views.indexes.home import HomeView
from katalog.views.indexes.news import NewsListView, NewsView
from katalog.views.indexes.regions import RegionsView, RegionView
from katalog.views.indexes.search import SearchView
from katalog.views.indexes.topics import TopicsView, TopicView
from katalog.views.institutions.overview import LibrariesView, OrganisationsView
from katalog.views.institutions.page import InstitutionPartView, InstitutionView
from katalog.views.my_library.choice import LibraryChoiceView
from katalog.views.my_library.page import MyLibraryView
from katalog.views.people.directory import DirectoryView
from katalog.views.people.page import ContactPartView, ContactView
from katalog.views.projects.overview import ProjectListView
from katalog.views.projects.page import ProjectPartView, ProjectView

VIEWS: dict[str, type] = {
    "a_to_z.html": IndexView,
    "archive.html": ArchiveView,
    "calendar.html": CalendarView,
    "contact.html": ContactView,
    "contact_part.html": ContactPartView,
    "contacts.html": DirectoryView,
    "course.html": CourseView,
    "courses.html": CourseListView,
    "courses_part.html": CourseListPartView,
    "home.html": HomeView,
    "institution.html": InstitutionView,
    "institution_part.html": InstitutionPartView,
    "libraries.html": LibrariesView,
    "my_libraries.html": LibraryChoiceView,
    "my_library.html": MyLibraryView,
    "news.html": NewsView,
    "news_list.html": NewsListView,
    "organisations.html": OrganisationsView,
    "own.html": CustomPageView,
    "poster.html": PosterView,
    "project.html": ProjectView,
    "project_part.html": ProjectPartView,
    "projects.html": ProjectListView,
    "region.html": RegionView,
    "regions.html": RegionsView,
    "search.html": SearchView,
    "topic.html": TopicView,
    "topics.html": TopicsView,
    "week.html": WeekView,
    "year.html": YearView,
}

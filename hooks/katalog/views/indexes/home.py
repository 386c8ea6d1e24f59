"""The front page: what can be joined, what closes next, the initiatives, the news."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate

from markupsafe import Markup
from msgspec import Struct

from katalog.catalogue.addresses import Section, section_of
from katalog.catalogue.state_table import is_joinable
from katalog.views.courses.card import CourseCard, course_cards
from katalog.views.courses.card_list import PAST, CardList, card_list
from katalog.views.courses.listed import ListedCourse, listed_courses
from katalog.views.courses.upcoming_deadlines import UpcomingDeadline, upcoming_deadlines
from katalog.views.indexes.news import NewsCard, all_news
from katalog.views.indexes.topics import counted_topics
from katalog.views.my_library.choice import my_library_link
from katalog.views.page import Page
from katalog.views.projects.card import ProjectCard, project_cards
from katalog.views.reader import Link, Reader
from katalog.views.shared.event_dates import all_dates, events_of
from katalog.views.shared.lists import CountedLink
from katalog.views.shared.visible_periods import VisiblePeriod, union

MOST_JOINABLE, MOST_COMING, MOST_PAST, MOST_DEADLINES, MOST_INITIATIVES, MOST_NEWS = 6, 4, 4, 6, 6, 5


class Figure(Struct, frozen=True):
    """How many there are of something, and where they are; the steps are those of `StateView`."""

    count: int
    words: str
    address: str
    count_steps: str = ""
    word_steps: str = ""


class HomeView(Struct, frozen=True):
    """The front page; `past` is filled only when fewer than `MOST_PAST` courses are ahead."""

    introduction: Markup
    title: str
    figures: tuple[Figure, ...]
    joinable: CardList
    all_joinable: int
    coming: CardList
    past: CardList
    deadlines: tuple[UpcomingDeadline, ...]
    initiatives: tuple[ProjectCard, ...]
    news: tuple[NewsCard, ...]
    news_shown: VisiblePeriod | None
    topics: tuple[CountedLink, ...]
    courses: Link
    search: Link
    my_library: Link | None


def home_view(reader: Reader) -> HomeView:
    """Return the front page on the reader's day."""
    every = listed_courses(reader)
    news = tuple(card for card in all_news(reader) if card.current)[:MOST_NEWS]
    joinable = [each for each in every if each.state.joinable]
    coming = [each for each in every if each.ahead and not each.state.joinable]
    past = [each for each in every if not each.ahead]
    few = len(joinable) + len(coming) < MOST_PAST
    shown = _cards(reader, joinable[:MOST_JOINABLE]), _cards(reader, coming[:MOST_COMING])
    return HomeView(
        # MkDocs' rendering of the project's own page: as trusted as the templates
        introduction=Markup(reader.introductions.get(reader.language, "")),  # noqa: S704
        title=reader.settings.site_name[reader.language],
        figures=tuple(_figures(reader, every)),
        joinable=card_list(shown[0], (*shown[0], *shown[1]), ("joinable",)),
        all_joinable=len(joinable),
        coming=card_list(shown[1], (*shown[0], *shown[1]), ("ahead", "undated")),
        past=card_list(_cards(reader, past[:MOST_PAST] if few else ()), (), PAST),
        deadlines=_deadlines(reader, joinable),
        initiatives=_initiatives(reader),
        news=news,
        news_shown=union(card.current for card in news),
        topics=counted_topics(reader, "courses", "projects", "news"),
        courses=reader.section_link("courses"),
        search=reader.section_link("search"),
        my_library=my_library_link(reader),
    )


def _cards(reader: Reader, courses: Iterable[ListedCourse]) -> tuple[CourseCard, ...]:
    return course_cards(reader, [each.id for each in courses])


def _figures(reader: Reader, every: Sequence[ListedCourse]) -> Iterator[Figure]:
    projects = reader.catalogue.by_collection.get("projects", ())
    initiatives = sum(section_of(entry) == "initiatives" for entry in projects)
    libraries = len(reader.catalogue.by_collection.get("libraries", ()))
    if joinable := _joinable_figure(reader, every):
        yield joinable
    counts: dict[Section, int] = {"courses": len(every), "initiatives": initiatives, "libraries": libraries}
    for section, count in counts.items():
        if count:  # what there is none of may have no page either
            address = reader.addresses.section(section)
            yield Figure(count, reader.phrases.count(f"figure.{section}", count), address)


def _joinable_figure(reader: Reader, every: Sequence[ListedCourse]) -> Figure | None:
    """Return how many courses one can join, and how many it will be as days pass."""
    changes: Counter[str] = Counter()
    for course in every:
        before = course.state.joinable
        for step in course.state.each_step:
            changes[step.at] += is_joinable(step.state) - before
            before = is_joinable(step.state)
    count = sum(course.state.joinable for course in every)
    moments = sorted(at for at, change in changes.items() if change)
    counts = list(accumulate((changes[at] for at in moments), initial=count))
    if not any(counts):
        return None
    words = [reader.phrases.count("figure.joinable", each) for each in counts]
    steps = list(zip(moments, counts[1:], words[1:], strict=True))
    return Figure(
        count,
        words[0],
        f"{reader.addresses.section('courses')}?join=now",
        "|".join(f"{at} {each} {each}" for at, each, _ in steps),
        "|".join(f"{at} {each} {said}" for at, each, said in steps),
    )


def _deadlines(reader: Reader, joinable: Sequence[ListedCourse]) -> tuple[UpcomingDeadline, ...]:
    projects = reader.catalogue.by_collection.get("projects", ())
    events = events_of(reader, (date for date in all_dates(reader) if date.named_deadline))
    return upcoming_deadlines(reader, joinable, projects, events, MOST_DEADLINES)


def _initiatives(reader: Reader) -> tuple[ProjectCard, ...]:
    """Return initiatives before projects, those going on before those that are over."""
    every = project_cards(reader, reader.catalogue.by_collection.get("projects", ()))
    entries = {card.id: section_of(reader.entry(card.id)) for card in every}

    def rank(card: ProjectCard) -> tuple[bool, bool]:
        return bool(card.state and card.state.key == "finished"), entries[card.id] != "initiatives"

    return tuple(sorted(every, key=rank)[:MOST_INITIATIVES])


def home_pages(reader: Reader) -> Iterator[Page]:
    """Yield the front page."""
    yield Page(
        address=reader.addresses.section("home"),
        section="home",
        language=reader.language,
        title=reader.settings.site_name[reader.language],
        template="home.html",
        view=home_view(reader),
        alternates=reader.alternates(lambda addresses: addresses.section("home")),
        description=reader.phrases("section.home.about"),
        kind="home",
    )

"""The pages of weeks: which there are, what stands on each of their days, how they are filtered and found."""

from datetime import date

import pytest
from selectolax.lexbor import LexborHTMLParser as HTMLParser

from katalog.search.documents import page_document
from katalog.views.calendar.week import WeekView
from katalog.when.iso_weeks import IsoWeek, weeks_between
from tests.support import Made, make_project, record

FILES = {
    "content/topics.yml": "- id: jura\n  name: {da: Jura, sv: Juridik}\n- id: ai\n  name: {da: AI, sv: AI}\n",
    "content/libraries/by.md": record("Byens bibliotek", kind="public", country="DK", region="Region Fyn"),
    "courses/dage.md": record(
        "Dage",
        organiser="by",
        topics=["jura"],
        sessions=[{"when": "2026-12-08 09:00/16:00"}, {"when": "2026-12-10/2026-12-11"}],
        registration={"closes": "2026-12-07"},
    ),
    "courses/ugen.md": record("Ugen", kind="webinar", topics=["ai"], sessions=[{"when": "2026-W50"}]),
    "courses/langt.md": record("Langt", sessions=[{"when": "2026-12-05/2027-04-30"}]),
    "courses/gammelt.md": record("Gammelt", sessions=[{"when": "2019-05-06"}]),
}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    return make_project(tmp_path_factory.mktemp("weeks"), FILES)


def week(made: Made, address: str) -> WeekView:
    found = made.pages[address].view
    assert isinstance(found, WeekView)
    return found


def test_a_week_has_a_page_where_something_happens_and_beside_it_when_it_is_to_come(made: Made) -> None:
    found = {address for address in made.pages if address.startswith(("kalender/2019/", "kalender/202"))}
    weeks = {address.removeprefix("kalender/") for address in found if "/uge-" in address}
    ahead = {f"2026/uge-{number}/" for number in (48, 49, 50, 51)}
    assert weeks == {"2019/uge-19/", "2026/uge-47/", *ahead, *(f"2027/uge-{n}/" for n in (16, 17, 18))}


def test_both_languages_name_the_week_in_their_own_word(made: Made) -> None:
    page = made.pages["sv/kalender/2026/vecka-50/"]
    assert page.title == "Vecka 50 2026"
    assert page.alternates["da"] == "kalender/2026/uge-50/"


def test_each_event_stands_once_under_its_day_and_what_has_no_day_before_them(made: Made) -> None:
    shown = week(made, "kalender/2026/uge-50/").agenda
    assert shown
    assert [row.event.link.title for row in shown.rows] == ["Langt", "Ugen"]
    assert [(day.iso, [row.several for row in day.rows]) for day in shown.days] == [
        ("2026-12-07", [False]),
        ("2026-12-08", [False]),
        ("2026-12-10", [True]),
    ]
    assert shown.days[1].title == "Tirsdag den 8. december"


def test_a_week_without_anything_says_so_and_leads_to_its_neighbours(made: Made) -> None:
    view = week(made, "kalender/2026/uge-47/")
    assert view.agenda is None
    assert made.reader().phrases("calendar.week.empty") in made.html("kalender/2026/uge-47/")
    assert (view.previous and view.previous.title, view.next and view.next.title) == ("uge 19 2019", "uge 48")


def test_a_month_leads_to_its_weeks(made: Made) -> None:
    links = {
        link.attributes["href"] for link in HTMLParser(made.html("kalender/2026-12/")).css(".k-week__no a")
    }
    assert "../2026/uge-50/" in links
    assert week(made, "kalender/2026/uge-50/").month


def test_the_filter_offers_what_differs_with_its_calendars(made: Made) -> None:
    filters = {each.name: each for each in week(made, "kalender/2026/uge-50/").filters}
    assert list(filters) == ["what", "topic", "type"]
    assert [(choice.label, choice.feeds) for choice in filters["topic"].choices] == [
        ("AI", ("emner/ai.ics", "emner/ai/dage.ics", "emner/ai/frister.ics")),
        ("Jura", ("emner/jura.ics", "emner/jura/dage.ics", "emner/jura/frister.ics")),
    ]


def test_events_carry_what_they_are_filtered_by(made: Made) -> None:
    html = HTMLParser(made.html("kalender/2026/uge-50/"))
    [deadline] = html.css(".k-event[data-what=deadlines]")
    assert (deadline.attributes["data-topic"], deadline.attributes["data-region"]) == ("jura", "region-fyn")


@pytest.mark.parametrize("language", ["da", "sv"])
def test_search_finds_the_page_of_a_week_by_its_date(made: Made, language: str) -> None:
    page = made.pages[made.reader(language).addresses.week(2026, 50)]
    document = page_document(made.reader(language), [], page)
    assert document.ahead
    assert [when.iso for when, _ in document.dates] == ["2026-W50"]


def test_weeks_are_counted_across_years_and_to_the_end_of_time() -> None:
    assert weeks_between(date(2026, 12, 31), date(2027, 1, 4), 9) == [IsoWeek(2026, 53), IsoWeek(2027, 1)]
    assert len(weeks_between(date(2026, 1, 1), date(2030, 1, 1), 5)) == 5
    assert weeks_between(date(9999, 12, 31), date.max, 5) == [IsoWeek(9999, 52)]
    assert IsoWeek(9999, 52).sunday == date.max

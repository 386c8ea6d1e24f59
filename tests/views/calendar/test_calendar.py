"""The calendar's pages: the month as a grid and as a list, what lies ahead, and where to go from there."""

import re
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser as HTMLParser

from katalog.views.calendar.agenda import AgendaRow, AgendaWeek
from katalog.views.calendar.month_grid import MOST_BARS, Bar, Week
from katalog.views.calendar.page import CalendarView
from tests.support import Made, make_project, record


def course(title: str, *whens: str, **more: object) -> str:
    return record(title, "Tekst.", sessions=[{"when": when} for when in whens], **more)


MONTH = re.compile("kalender/[0-9]+-")
FILES = {
    "courses/internat.md": course("Internat", "2026-11-26/2026-12-02", registration={"closes": "2026-11-24"}),
    "courses/ugen.md": course("Ugen", "2026-W51"),
    "courses/grov.md": course("Grov", "2027-02", "2027-Q1", "2027"),
    "courses/sent.md": course("Sent", "2027-09-01 09:00/16:00"),
    "courses/gammelt.md": course("Gammelt", "2019-05-06"),
    "projects/projekt.md": record(
        "Projekt",
        kind="project",
        meetings=[{"when": "2026-11-26 13:00", "title": "Møde", "status": "cancelled"}],
    ),
}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    return make_project(tmp_path_factory.mktemp("calendar"), FILES)


def view(made: Made, address: str) -> CalendarView:
    found = made.pages[address].view
    assert isinstance(found, CalendarView)
    return found


def rows(weeks: Iterable[AgendaWeek]) -> list[AgendaRow]:
    return [row for week in weeks for row in (*week.rows, *(row for day in week.days for row in day.rows))]


def bars(weeks: Sequence[Week]) -> dict[int, list[Bar]]:
    return {week.number: list(week.bars) for week in weeks if week.bars}


def test_there_is_a_page_for_every_month_that_holds_something_and_for_this_one(made: Made) -> None:
    months = {address.removeprefix("kalender/") for address in made.pages if MONTH.match(address)}
    assert months == {"2019-05/", "2026-11/", "2026-12/", "2027-01/", "2027-02/", "2027-09/"}
    assert {f"sv/{address}" for address in made.pages if MONTH.match(address)} <= set(made.pages)


def test_weeks_begin_on_monday_and_bear_their_iso_number(made: Made) -> None:
    weeks = view(made, "kalender/2026-11/").month.weeks
    assert [week.number for week in weeks] == [44, 45, 46, 47, 48, 49]
    assert [weeks[0].days[0].iso, weeks[-1].days[-1].iso] == ["2026-10-26", "2026-12-06"]
    assert [day.outside for day in weeks[0].days] == [True] * 6 + [False]
    assert view(made, "kalender/2026-11/").month.weekdays[0] == "ma"
    assert view(made, "sv/kalender/2026-11/").month.weekdays[0] == "må"


@pytest.mark.parametrize(
    ("address", "title"), [("kalender/2026-11/", "November 2026"), ("sv/kalender/2027-02/", "Februari 2027")]
)
def test_a_heading_begins_with_a_capital(made: Made, address: str, title: str) -> None:
    [heading] = HTMLParser(made.html(address)).css("h1")
    assert heading.text() == title
    assert {made.pages[address].title, view(made, address).month.title} == {title}


def test_a_way_to_a_month_does_not(made: Made) -> None:
    after = view(made, "kalender/2026-11/").next
    assert after
    assert after.title == "december 2026"


def test_this_week_is_this_one_until_its_sunday_is_over(made: Made) -> None:
    (item,) = HTMLParser(made.html("kalender/")).css(".k-calendar-steps li[data-until]")
    assert item.text(strip=True) == "Denne uge"
    assert item.attributes["data-until"] == "2026-11-23T00:00:00+01:00"


def test_what_takes_several_days_is_cut_at_the_end_of_the_week(made: Made) -> None:
    weeks = bars(view(made, "kalender/2026-11/").month.weeks)
    first = next(bar for bar in weeks[48] if bar.kind == "course")
    assert (first.column, first.span, first.from_before, first.goes_on) == (4, 4, False, True)
    [second] = weeks[49]
    assert (second.column, second.span, second.from_before, second.goes_on) == (1, 3, True, False)


def test_deadlines_and_meetings_are_told_apart_and_cancelled_ones_struck_out(made: Made) -> None:
    html = HTMLParser(made.html("kalender/2026-11/"))
    kinds = {bar.attributes["data-kind"] for bar in html.css(".k-bar-event[data-kind]")}
    assert kinds == {"course", "deadline", "meeting"}
    [struck] = html.css(".k-bar-event s")
    assert struck.text() == "Projekt"
    meeting = next(row for row in html.css(".k-event[data-kind=meeting]"))
    assert "Aflyst" in meeting.text()


def test_a_week_is_a_bar_and_coarser_dates_have_a_place_of_their_own(made: Made) -> None:
    [bar] = bars(view(made, "kalender/2026-12/").month.weeks)[51]
    assert (bar.column, bar.span) == (1, 7)
    february = view(made, "kalender/2027-02/").month
    assert bars(february.weeks) == {}
    assert [row.event.when.shown for row in february.coarse] == ["februar 2027", "1. kvartal 2027", "2027"]
    assert [row.event.when.shown for row in view(made, "kalender/2027-09/").month.coarse] == ["2027"]


def test_the_first_page_tells_what_lies_ahead(made: Made) -> None:
    first = view(made, "kalender/")
    assert first.month.id == "2026-11"
    assert [row.event.link.title for row in rows(first.ahead)][:3] == ["Internat", "Internat", "Projekt"]
    assert "Gammelt" not in {row.event.link.title for row in rows(first.ahead)}
    assert first.previous
    assert first.previous.address == "kalender/2019-05/"
    assert first.next
    assert first.next.address == "kalender/2026-12/"


def test_with_nothing_ahead_it_says_so_and_leads_to_the_latest_months(tmp_path: Path) -> None:
    made = make_project(tmp_path, {"courses/gammelt.md": FILES["courses/gammelt.md"]})
    html = HTMLParser(made.html("kalender/"))
    [empty] = html.css(".k-empty")
    assert empty.text() == made.reader().phrases("calendar.nothing-ahead")
    assert [link.attributes["href"] for link in html.css(".k-section:not(.k-noprint) .k-chips a")] == [
        "2019-05/"
    ]


def test_months_lead_to_the_nearest_ones_that_hold_something(made: Made) -> None:
    last = view(made, "kalender/2027-09/")
    assert last.next is None
    assert last.previous
    assert last.previous.address == "kalender/2027-02/"


def test_a_full_day_shows_as_many_as_fit_and_counts_the_rest(tmp_path: Path) -> None:
    files = {f"courses/nr-{n}.md": course(f"Nummer {n}", "2026-11-26") for n in range(MOST_BARS + 3)}
    month = view(make_project(tmp_path, files), "kalender/2026-11/").month
    week = next(week for week in month.weeks if week.number == 48)
    assert len(week.bars) == MOST_BARS
    assert [(more.column, more.count) for more in week.more] == [(4, 3)]
    assert len(rows(month.rows)) == MOST_BARS + 3


def test_the_calendar_can_be_subscribed_to(made: Made, tmp_path: Path) -> None:
    links = {link.attributes["href"] for link in HTMLParser(made.html("kalender/")).css(".k-buttons a")}
    assert {"webcal://katalog.example/kurser.ics", "../kurser.ics"} <= links
    bare = make_project(tmp_path, FILES, settings={"site_url": ""})
    assert view(bare, "kalender/").subscription.webcal == ""


def test_the_calendar_follows_the_day_it_is_built_on(tmp_path: Path) -> None:
    made = make_project(tmp_path, FILES, date(2027, 9, 2))
    assert view(made, "kalender/").month.id == "2027-09"


def test_the_first_page_lists_forty_of_what_lies_ahead(tmp_path: Path) -> None:
    sessions = [{"when": f"2027-01-{day:02}"} for day in range(1, 32)]
    files = {f"courses/{name}.md": record(name, sessions=sessions) for name in ("et", "to")}
    view = make_project(tmp_path, files).pages["kalender/"].view
    found = [row.event.when.datetime for row in rows(view.ahead)]
    assert len(found) == 40
    assert found == sorted(found)


def test_a_month_with_too_many_dates_leads_to_its_weeks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("katalog.views.calendar.page.MOST_LISTED", 2)
    whens = ("2026-11-03", "2026-11-04", "2026-11-26/2026-12-02", "2026-11")
    made = make_project(tmp_path, {"courses/alt.md": course("Alt", *whens)})
    month = view(made, "kalender/2026-11/").month
    assert not month.rows
    assert [(each.link.title, each.count) for each in month.by_week] == [("Uge 45", 2), ("Uge 48", 1)]
    page = HTMLParser(made.html("kalender/2026-11/"))
    assert [each.text() for each in page.css("h2#k-list")] == ["Uge for uge"]
    assert [each.text() for each in page.css("h2#k-list ~ .k-chips a")] == ["Uge 45 2", "Uge 48 1"]
    assert len(page.css(".k-coarse li")) == 1
    assert not page.css("[data-dates]")
    assert all(each.link.address in made.pages for each in month.by_week)

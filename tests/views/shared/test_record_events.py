"""Which events belong to whom, and the small list of them on other pages."""

from collections.abc import Iterable
from pathlib import Path

import pytest

from katalog.feeds.json_data.records import data_of
from katalog.views.shared.calendar_events import calendar_events, has_calendar
from katalog.views.shared.event import Dated
from katalog.views.shared.event_lists import MOST_EVENTS, events_view
from katalog.views.shared.feed_links import record_feeds
from katalog.views.shared.record_events import record_events
from katalog.views.shared.time_zones import time_zone_of
from tests.support import Made, all_feeds, make_project, record

FILES = {
    "courses/kursus.md": record(
        "Kursus",
        organiser="svensk",
        initiative="under",
        sessions=[
            {"when": "2027-03-01", "kind": "visit", "place": "vaert"},
            {"when": "2027-03-02", "kind": "visit"},
            {"when": "2027-03-03"},
            {"title": "Uden dato"},
        ],
    ),
    "courses/mange.md": record(
        "Mange", sessions=[{"when": f"2027-01-{n:02}"} for n in range(1, MOST_EVENTS + 4)]
    ),
    "projects/over.md": record("Over", kind="network", coordinator="vaert"),
    "projects/under.md": record("Under", kind="project", part_of="over", meetings=[{"when": "2026-01-01"}]),
    "content/libraries/svensk.md": record("Svensk", kind="public", country="SE", language="sv"),
    "content/libraries/vaert.md": record("Vært", kind="public", country="GL"),
    "content/organisations/tavs.md": record("Tavs", kind="other", country="DK"),
}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    return make_project(tmp_path_factory.mktemp("events"), FILES)


def uids(events: Iterable[Dated]) -> list[str]:
    return [event.uid for event in events]


def of(made: Made, id_: str) -> list[str]:
    return uids(calendar_events(made.reader(), made.catalogue.entries[id_]))


def test_sessions_are_named_by_kind_and_number_and_undated_ones_are_no_events(made: Made) -> None:
    assert of(made, "kursus") == ["kursus.visit-1", "kursus.visit-2", "kursus.session-1"]


def test_a_network_has_the_events_of_its_projects_and_of_their_courses(made: Made) -> None:
    assert of(made, "over") == ["under.session-1", *of(made, "kursus")]


def test_a_library_has_what_it_holds_and_what_is_held_there(made: Made) -> None:
    assert of(made, "svensk") == of(made, "kursus")
    assert of(made, "vaert") == ["kursus.visit-1"]
    assert of(made, "tavs") == []


def test_only_organisations_that_hold_something_have_a_calendar(made: Made) -> None:
    calendars = {id_ for id_, entry in made.catalogue.entries.items() if has_calendar(made.reader(), entry)}
    assert calendars == {"kursus", "mange", "over", "under", "svensk", "vaert"}


def test_hours_are_in_the_zone_of_the_organisers_country(made: Made) -> None:
    reader, entries = made.reader(), made.catalogue.entries
    assert time_zone_of(reader, entries["kursus"].record) == "Europe/Stockholm"
    assert time_zone_of(reader, entries["over"].record) == "Europe/Copenhagen"  # Greenland has several
    assert {event.zone for event in record_events(reader, entries["kursus"])} == {"Europe/Stockholm"}


def test_the_list_on_other_pages_holds_what_lies_ahead_and_counts_the_rest(made: Made) -> None:
    reader, entry = made.reader(), made.catalogue.entries["mange"]
    feed = record_feeds(reader, entry)[0]
    view = events_view(reader, calendar_events(reader, entry), feed)
    assert (len(view.rows), view.rest) == (MOST_EVENTS, 3)
    assert view.subscription
    assert view.subscription.webcal == "webcal://katalog.example/kurser/mange.ics"


def test_what_lasts_from_one_day_to_another_ends_at_its_hour(tmp_path: Path) -> None:
    when = "13. oktober 2027 kl. 11 – 14. oktober 2027 kl. 15.30"
    course = record("Møde", kind="meeting", sessions=[{"when": when}])
    made = make_project(tmp_path, {"courses/moede.md": course})
    reader = made.reader()
    assert "13. oktober 2027 kl. 11.00 – 14. oktober 2027 kl. 15.30" in made.html("kurser/moede/")
    assert "11.00–15.30" not in made.html("kurser/moede/")
    session = data_of(reader, reader.entry("moede")).runs[0].sessions[0]  # type: ignore[attr-defined]
    assert (session.when.starts, session.when.ends) == ("2027-10-13T11:00+02:00", "2027-10-14T15:30+02:00")
    calendar = next(each.data for each in all_feeds(reader) if each.address == "kurser/moede.ics")
    assert b"DTEND;TZID=Europe/Copenhagen:20271014T153000" in calendar

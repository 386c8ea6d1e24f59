"""Calendars, read back by two libraries that share no code: icalendar and vobject."""

from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import icalendar
import pytest

from katalog.feeds.ics import current_events
from katalog.views.shared.event_dates import event_dates
from tests.feeds.samples import CIRCLES, FILES, feeds_of, make, with_course
from tests.feeds.vobject_calendars import read_calendar
from tests.support import Made, all_feeds, make_project, record

HERE = ZoneInfo("Europe/Copenhagen")


def events(data: bytes) -> dict[str, Any]:
    """Return a calendar's events by UID; a UID twice fails."""
    found = icalendar.Calendar.from_ical(data).events
    by_uid = {str(event["UID"]): event for event in found}
    assert len(by_uid) == len(found)
    return by_uid


def of_course(feeds: dict[str, bytes]) -> dict[str, Any]:
    return events(feeds["kurser/laesecirkler.ics"])


def test_every_calendar_is_read_by_both_libraries_alike(feeds: dict[str, bytes]) -> None:
    calendars = {address: data for address, data in feeds.items() if address.endswith(".ics")}
    assert len(calendars) > 20
    for data in calendars.values():
        other = read_calendar(data.decode())
        seen = {event.uid.value: event for event in other.contents.get("vevent", [])}
        mine = events(data)
        assert seen.keys() == mine.keys()
        for uid, event in mine.items():
            assert seen[uid].summary.value == str(event["SUMMARY"])
            start = seen[uid].dtstart.value
            assert _utc(start) == _utc(event.decoded("DTSTART"))


def _utc(when: date | datetime) -> object:
    return when.timestamp() if isinstance(when, datetime) else when


def test_lines_end_in_crlf_and_hold_75_octets_of_whole_characters(feeds: dict[str, bytes]) -> None:
    for address, data in feeds.items():
        if address.endswith((".ics", ".vcf")):
            assert b"\n" not in data.replace(b"\r\n", b"")
            for line in data.split(b"\r\n"):
                assert len(line) <= 75
                line.decode()


def test_there_is_one_event_for_each_exact_session_and_one_for_the_deadline(feeds: dict[str, bytes]) -> None:
    assert set(of_course(feeds)) == {
        "laesecirkler.deadline@katalog.example",
        "laesecirkler.kick-off-1@katalog.example",
        "laesecirkler.theme-day-1@katalog.example",
        "laesecirkler.residential-1@katalog.example",
    }


def test_hours_are_right_on_both_sides_of_daylight_saving(feeds: dict[str, bytes]) -> None:
    found = of_course(feeds)
    day_before = found["laesecirkler.kick-off-1@katalog.example"]["DTSTART"].dt
    same_day = found["laesecirkler.theme-day-1@katalog.example"]["DTSTART"].dt
    assert day_before.utcoffset() == timedelta(hours=1)
    assert same_day.utcoffset() == timedelta(hours=2)
    assert (day_before.hour, same_day.hour) == (9, 9)


def test_the_calendars_own_time_zone_gives_the_same_instants(feeds: dict[str, bytes]) -> None:
    """vobject reads VTIMEZONE itself, so these offsets come from our lines and not from a database."""
    calendar = read_calendar(feeds["kurser/laesecirkler.ics"].decode())
    starts = {event.uid.value: event.dtstart.value for event in calendar.vevent_list}
    start = starts["laesecirkler.theme-day-1@katalog.example"]
    assert start == datetime(2027, 3, 28, 9, tzinfo=HERE)


def test_whole_days_end_on_the_day_after(feeds: dict[str, bytes]) -> None:
    stay = of_course(feeds)["laesecirkler.residential-1@katalog.example"]
    assert (stay["DTSTART"].dt, stay["DTEND"].dt) == (date(2027, 4, 5), date(2027, 4, 7))
    deadline = of_course(feeds)["laesecirkler.deadline@katalog.example"]
    assert (deadline["DTSTART"].dt, deadline["DTEND"].dt) == (date(2027, 2, 1), date(2027, 2, 2))


def test_text_comes_back_as_it_was_written(feeds: dict[str, bytes]) -> None:
    event = of_course(feeds)["laesecirkler.kick-off-1@katalog.example"]
    assert str(event["SUMMARY"]) == "Læsecirkler; for voksne, og \\ andre: Kick off"
    assert event["SUMMARY"].params["LANGUAGE"] == "da"
    assert str(event["LOCATION"]) == "Eksempelby Bibliotek, Prøvevej 1, 9999 Eksempelby"
    assert "Velkomst, og kaffe; måske" in str(event["DESCRIPTION"])
    assert [str(name) for name in event["CATEGORIES"].cats] == ["Læsning", "Samskabelse"]
    assert str(event["URL"]) == "https://katalog.example/kurser/laesecirkler/#k-1"


def test_a_calendar_is_named_and_says_how_often_to_come_back(feeds: dict[str, bytes]) -> None:
    calendar: Any = icalendar.Calendar.from_ical(feeds["sv/kurser.ics"])
    assert str(calendar["X-WR-CALNAME"]) == str(calendar["NAME"]) == "Katalogen"
    assert calendar["REFRESH-INTERVAL"].dt == timedelta(hours=12)
    assert b"REFRESH-INTERVAL;VALUE=DURATION:" in feeds["sv/kurser.ics"]


def test_cancelled_and_postponed_are_said_in_status_sequence_and_name(feeds: dict[str, bytes]) -> None:
    found = events(feeds["kurser/to-gange.ics"])
    cancelled = found["to-gange.foraar.session-1@katalog.example"]
    assert (cancelled["STATUS"], cancelled["SEQUENCE"]) == ("CANCELLED", 1)
    assert str(cancelled["SUMMARY"]).startswith("Aflyst: ")
    moved = found["to-gange.efteraar.session-2@katalog.example"]
    assert (moved["STATUS"], moved["SEQUENCE"]) == ("TENTATIVE", 0)
    held = found["to-gange.efteraar.session-1@katalog.example"]
    assert (held["STATUS"], held["SEQUENCE"]) == ("CONFIRMED", 0)
    assert "DTEND" not in held


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Kick off", "Opstart"),
        ("2027-03-27 09:00/16:00", "2027-04-01 10:00/12:00"),
        ("Læsecirkler; for", "Kredse for"),
    ],
)
def test_uids_outlive_new_titles_and_new_dates(
    tmp_path: Path, feeds: dict[str, bytes], before: str, after: str
) -> None:
    assert before in CIRCLES
    changed = with_course(tmp_path, CIRCLES.replace(before, after))
    assert set(of_course(changed)) == set(of_course(feeds))


def test_uids_outlive_a_new_session_before_them(tmp_path: Path, feeds: dict[str, bytes]) -> None:
    added = CIRCLES.replace("sessions:\n", "sessions:\n- {when: 2027-03-01, kind: visit}\n")
    changed = of_course(with_course(tmp_path, added))
    assert set(changed) - set(of_course(feeds)) == {"laesecirkler.visit-1@katalog.example"}
    kept = changed["laesecirkler.kick-off-1@katalog.example"]
    assert kept["DTSTART"].dt == datetime(2027, 3, 27, 9, tzinfo=HERE)


def test_both_languages_share_their_uids(feeds: dict[str, bytes]) -> None:
    assert set(events(feeds["kurser.ics"])) == set(events(feeds["sv/kurser.ics"]))


def test_a_session_and_a_deadline_have_calendars_of_their_own(feeds: dict[str, bytes]) -> None:
    assert set(events(feeds["kurser/laesecirkler/k-1.ics"])) == {"laesecirkler.kick-off-1@katalog.example"}
    assert set(events(feeds["kurser/laesecirkler/frist.ics"])) == {"laesecirkler.deadline@katalog.example"}
    assert "kurser/laesecirkler/k-4.ics" not in feeds  # a week


def test_initiatives_libraries_and_topics_have_what_belongs_to_them(feeds: dict[str, bytes]) -> None:
    meeting = "fremtid.session-1@katalog.example"
    initiative = set(events(feeds["indsatsomraader/fremtid.ics"]))
    assert initiative == {meeting, *of_course(feeds)}
    library = set(events(feeds["biblioteker/eksempel-bibliotek.ics"]))
    assert library == {meeting, *of_course(feeds), *events(feeds["kurser/to-gange.ics"])}
    assert set(events(feeds["emner/samskabelse.ics"])) == set(of_course(feeds))
    assert "organisationer/stille-forening.ics" not in feeds


def test_the_calendars_do_not_change_from_day_to_day(tmp_path: Path, feeds: dict[str, bytes]) -> None:
    later = feeds_of(make(tmp_path, FILES, date(2026, 12, 24)))
    calendars = {address for address in feeds if address.endswith(".ics")}
    assert {address for address in calendars if feeds[address] != later[address]} == set()


def test_a_calendar_of_many_records_begins_with_last_month(made: Made) -> None:
    reader = made.reader()
    few = event_dates(reader, reader.entry("laesecirkler"))
    exact = [event for event in few if event.when.exact]
    assert current_events(few, date(2026, 11, 22)) == exact
    assert [event.uid for event in current_events(few, date(2027, 5, 31))] == ["laesecirkler.residential-1"]
    assert current_events(few, date(2027, 6, 1)) == []


def test_sessions_and_deadlines_can_be_subscribed_to_apart(feeds: dict[str, bytes]) -> None:
    whole = set(events(feeds["kurser.ics"]))
    for folder in (
        "kalender",
        "biblioteker/eksempel-bibliotek",
        "emner/samskabelse",
        "indsatsomraader/fremtid",
    ):
        sessions, deadlines = (set(events(feeds[f"{folder}/{part}.ics"])) for part in ("dage", "frister"))
        assert sessions
        assert deadlines
        assert all("deadline" in uid for uid in deadlines)
        assert not any("deadline" in uid for uid in sessions)
    assert {*events(feeds["kalender/dage.ics"]), *events(feeds["kalender/frister.ics"])} == whole


def test_deadlines_alone_remind_three_days_before(feeds: dict[str, bytes]) -> None:
    for event in events(feeds["kalender/frister.ics"]).values():
        [alarm] = event.walk("VALARM")
        assert alarm["TRIGGER"].dt == timedelta(days=-3)
    assert b"VALARM" not in feeds["kurser.ics"]


def test_kinds_have_calendars(feeds: dict[str, bytes]) -> None:
    years = [data for address, data in feeds.items() if address.startswith("kalender/aar/")]
    everything = {uid for data in years for uid in events(data)}
    assert set(events(feeds["kalender/course.ics"])) <= everything


def test_every_event_is_in_the_calendar_of_its_year(feeds: dict[str, bytes]) -> None:
    years = {address: events(data) for address, data in feeds.items() if address.startswith("kalender/aar/")}
    assert years
    for address, found in years.items():
        assert {f"kalender/aar/{event['DTSTART'].dt.year}.ics" for event in found.values()} == {address}
    assert set(events(feeds["kurser.ics"])) <= {uid for found in years.values() for uid in found}


def test_every_event_leads_to_its_page_where_programs_show_no_address(feeds: dict[str, bytes]) -> None:
    for event in events(feeds["kurser.ics"]).values():
        assert str(event["DESCRIPTION"]).endswith(str(event["URL"]))


def test_a_region_has_a_calendar_of_what_is_held_there(tmp_path: Path) -> None:
    files = {
        "courses/et.md": record("Et", sessions=[{"when": "2027-01-11", "place": "by"}]),
        "courses/to.md": record("To", sessions=[{"when": "2027-01-12", "place": "Et andet sted"}]),
        "content/libraries/by.md": record("By", kind="public", country="DK", region="Region Prøve"),
    }
    feeds = {feed.address: feed.data for feed in all_feeds(make_project(tmp_path, files).reader())}
    assert set(events(feeds["regioner/region-proeve.ics"])) == {"et.session-1@katalog.example"}
    assert set(events(feeds["regioner/region-proeve/dage.ics"])) == {"et.session-1@katalog.example"}


def test_breaks_and_places_of_a_session_are_told_in_its_text(tmp_path: Path) -> None:
    sessions = [
        {"when": "7. marts 2027 kl. 9.30–12 og 13–ca. 15", "participants": {"max": 25}, "optional": "ja"},
        {"when": "8. marts 2027 kl. 9–12", "status": "full", "title": "To"},
    ]
    made = make_project(tmp_path, {"courses/et.md": record("Et", sessions=sessions)})
    [first, second] = events(feeds_of(made)["kurser/et.ics"]).values()
    lines = str(first["DESCRIPTION"]).splitlines()
    assert lines[:3] == ["kl. 9.30–12.00 og 13.00–ca. 15.00", "Frivillig", "højst 25 deltagere"]
    assert str(second["DESCRIPTION"]).splitlines()[0] == "Fuldt booket"

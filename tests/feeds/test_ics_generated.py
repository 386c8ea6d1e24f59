"""Calendars of generated records: every property says what the event's view says."""

from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import icalendar
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from katalog.feeds.ics import CalendarWriter, exact_events
from katalog.views.reader import Reader
from katalog.views.shared.event import EventView
from katalog.views.shared.event_dates import all_dates, events_of
from tests.good.generator import TOPICS, make_records
from tests.support import all_feeds, make_project

STATUS = {"": "CONFIRMED", "postponed": "TENTATIVE", "cancelled": "CANCELLED"}
texts = st.text(
    st.characters(exclude_categories=("Cs", "Cc")) | st.sampled_from('\\;,:"æøå😀\n'),
    min_size=1,
    max_size=200,
).filter(lambda text: text == text.strip() and "\\N" not in text)  # icalendar takes \N for a line's end


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Reader:
    topics = "".join(f"- id: {topic}\n  name: {{da: {topic}}}\n" for topic in TOPICS)
    files = {made.path: made.text() for made in make_records(300, seed=5)}
    by_chance = ("record.same-content", "record.same-title", "person.has-record", "field.yes-in-text")
    root = tmp_path_factory.mktemp("generated")
    return make_project(root, files, topics=topics, expected=by_chance).build.readers["da"]


def expected(event: EventView, authority: str) -> dict[str, Any]:
    """Return an event's properties, made from its view and not by the writer."""
    when, zone = event.when, ZoneInfo(event.zone)
    if when.starts:
        start: date = datetime.combine(when.earliest, when.starts, zone)
        end: date | None = datetime.combine(when.earliest, when.ends, zone) if when.ends else None
    else:
        start, end = when.earliest, (when.latest or when.earliest) + timedelta(1)
    url = f"https://katalog.example/{event.link.address}"
    text = "\n".join([*(f"• {each}" for each in event.agenda), *event.details, event.note]).strip()
    run = f" ({event.run})" if event.run else ""
    name = ": ".join(dict.fromkeys(filter(None, (event.link.title, event.title))))
    name = name.replace(event.link.title, event.link.title + run, 1)
    return {
        "UID": f"{event.uid}@{authority}",
        "DTSTAMP": datetime(2000, 1, 1, tzinfo=UTC),
        "STATUS": STATUS[event.status],
        "SEQUENCE": int(event.status == "cancelled"),
        "DTSTART": start,
        "DTEND": end,
        "SUMMARY": f"{event.status_label}: {name}" if event.status else name,
        "LOCATION": event.place or None,
        "DESCRIPTION": "\n\n".join(filter(None, (text, url))),
        "CATEGORIES": list(event.topics),
        "TRANSP": "TRANSPARENT" if event.kind == "deadline" else None,
    }


def exact_event_views(reader: Reader) -> list[EventView]:
    return events_of(reader, exact_events(all_dates(reader)))


def written(event: Any) -> dict[str, Any]:
    texts = ("UID", "STATUS", "SEQUENCE", "SUMMARY", "LOCATION", "DESCRIPTION", "TRANSP")
    times = ("DTSTAMP", "DTSTART", "DTEND")
    return {
        **{name: None if event.get(name) is None else event[name] for name in texts},
        **{name: event[name].dt if name in event else None for name in times},
        "CATEGORIES": [str(each) for each in event["CATEGORIES"].cats] if "CATEGORIES" in event else [],
    }


def test_every_property_is_that_of_the_view(reader: Reader) -> None:
    known = {event.uid: expected(event, "katalog.example") for event in exact_event_views(reader)}
    assert len(known) > 60
    seen: set[str] = set()
    for feed in (each for each in all_feeds(reader) if each.address.endswith(".ics")):
        for event in icalendar.Calendar.from_ical(feed.data).events:
            uid = str(event["UID"]).partition("@")[0]
            assert written(event) == known[uid]
            seen.add(uid)
    assert seen == known.keys()


def test_a_calendar_is_the_same_bytes_whenever_it_is_made(reader: Reader) -> None:
    assert list(all_feeds(reader)) == list(all_feeds(reader))


@given(text=texts)
def test_any_text_comes_back_and_no_line_is_too_long(reader: Reader, text: str) -> None:
    some = next(event for event in exact_event_views(reader) if not event.status)
    event = replace(some, title="", run="", link=replace(some.link, title=text), topics=(text,))
    writer, end = CalendarWriter(reader), b"END:VCALENDAR\r\n"
    data = writer.calendar("a.ics", text, [], "a/").data.removesuffix(end) + writer.text(event) + end
    found: Any = icalendar.Calendar.from_ical(data).events[0]
    assert str(found["SUMMARY"]) == text
    assert [str(each) for each in found["CATEGORIES"].cats] == [text]
    lines = data.removesuffix(b"\r\n").split(b"\r\n")
    assert all(len(line) <= 75 and b"\n" not in line and line.decode() for line in lines)

"""Every cell of the table of states, held against pages, calendars and data as they are built."""

import json
import re
from copy import deepcopy
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

import pytest
from selectolax.lexbor import LexborHTMLParser

from katalog.catalogue.state_table import ALLOWED, STATES, Allowed, State, states_under
from katalog.feeds.json_ld import json_ld
from katalog.json_encoding import json_bytes
from tests.support import Made, all_feeds, data_at, make_project, record

VIA = "https://tilmelding.example/"
AHEAD, SOON, PAST = "2027-03-01", "2026-12-01", "2026-11-01"
LATER = [{"when": "2027-04-01"}]
FIELDS: dict[State, dict[str, Any]] = {
    "announced": {"sessions": LATER},
    "not-yet-open": {"sessions": LATER, "registration": {"opens": SOON, "closes": AHEAD, "via": VIA}},
    "open": {"sessions": LATER, "registration": {"closes": AHEAD, "via": VIA}},
    "closing-soon": {"sessions": LATER, "registration": {"closes": SOON, "via": VIA}},
    "closed": {"sessions": LATER, "registration": {"closes": PAST, "via": VIA}},
    "full": {"sessions": LATER, "registration": {"closes": AHEAD, "via": VIA}, "status": "full"},
    "waiting-list": {
        "sessions": LATER, "registration": {"closes": AHEAD, "via": VIA}, "status": "full",
        "participants": {"waiting_list": True},
    },
    "running": {
        "sessions": [{"when": PAST}, {"when": "2027-04-01"}], "registration": {"closes": PAST, "via": VIA},
    },
    "finished": {"sessions": [{"when": PAST}], "registration": {"closes": PAST, "via": VIA}},
    "cancelled": {"sessions": LATER, "registration": {"closes": AHEAD, "via": VIA}, "status": "cancelled"},
    "postponed": {"sessions": LATER, "registration": {"closes": AHEAD, "via": VIA}, "status": "postponed"},
    "undated": {"registration": {"via": VIA}},
    "all-year": {"registration": {"via": VIA}, "availability": "all-year"},
    "on-request": {"registration": {"via": VIA}, "sessions": [{"when": "efter aftale"}]},
}  # fmt: skip
WITHOUT_DATES = {"undated", "all-year", "on-request"}
PRICE = [{"amount": "100 kr."}]


@cache
def made() -> Made:
    """Return a project with a course in every state, and one with a run in every state."""
    files = {
        f"courses/{state}.md": record(
            f"Kursus {state}",
            kind="course",
            price=PRICE,
            contacts=[{"person": "ida", "role": "content"}],
            **fields,
        )
        for state, fields in FIELDS.items()
    }
    files["content/contacts/ida.md"] = record("Ida Prøve", email="ida@prove.example", show_until="2027-12-31")
    runs = [{"id": f"2027-{state}", **deepcopy(fields)} for state, fields in FIELDS.items()]
    files["courses/hold.md"] = record("Kursus med hold", kind="course", price=deepcopy(PRICE), runs=runs)
    return make_project(Path(mkdtemp()), files)


def course(state: str) -> LexborHTMLParser:
    """Return the page of the course in a state, without what is hidden until later."""
    return visible(made().html(f"kurser/{state}/"))


def visible(html: str) -> LexborHTMLParser:
    page = LexborHTMLParser(html)
    for each in page.css("[hidden]"):
        each.decompose()
    return page


def run(state: str) -> str:
    """Return the HTML of what is said of the run in a state: among all runs, and in its own section."""
    page = visible(made().html("kurser/hold/"))
    compared = page.css_first(f'.k-compare li:has(a[href="#k-2027-{state}"])')
    section = page.css_first(f"#k-2027-{state}")
    assert compared
    assert section
    return f"{compared.html}{section.html}"


def row(state: State) -> Allowed:
    return ALLOWED[state]


def test_there_is_a_case_for_every_state() -> None:
    assert tuple(sorted(FIELDS)) == tuple(sorted(STATES))


each_state = pytest.mark.parametrize("state", STATES)


@each_state
def test_the_badge(state: State) -> None:
    badge = course(state).css_first(".k-facts .k-badge")
    assert badge
    assert badge.attributes["data-state"] == state


@each_state
def test_the_heading(state: State) -> None:
    page = visible(made().html("kurser/"))
    card = next(each for each in page.css(".k-card") if f">Kursus {state}<" in str(each.html))
    assert card.parent
    assert card.parent.attributes["id"] == f"k-{row(state).heading}"
    assert state in str(card.parent.attributes["data-holds"]).split()


@each_state
def test_how_to_enrol(state: State) -> None:
    page = course(state)
    assert (f'href="{VIA}"' in str(page.html)) == (row(state).enrol and "registration" in FIELDS[state])
    button = page.css_first(".k-facts .k-button--primary")
    assert (button is not None) == (state in states_under("joinable", "on-request"))


@each_state
def test_the_deadline(state: State) -> None:
    for html in (str(course(state).html), run(state)):
        assert ("Tilmeldingsfristen var" in html) == (row(state).deadline == "past")
        assert ("k-countdown" in html) == (row(state).deadline == "ahead")


@each_state
def test_when_registration_opens(state: State) -> None:
    assert ("Tilmeldingen åbner" in course(state).text()) == row(state).opening


@each_state
def test_add_to_calendar(state: State) -> None:
    assert (".ics" in str(course(state).html)) == row(state).calendar
    assert (".ics" in run(state)) == row(state).calendar


@each_state
def test_whom_to_ask(state: State) -> None:
    box = course(state).css_first(".k-facts")
    assert box
    assert ("ida@prove.example" in box.text()) == row(state).ask


@each_state
def test_the_dates_of_the_whole(state: State) -> None:
    facts = course(state).css_first(".k-facts dl")
    assert facts
    text = facts.text(separator=" ")
    assert ("Ny dato følger" in text) == (not row(state).dates)
    assert bool(re.search(r"20\d\d", text)) == (row(state).dates and state not in WITHOUT_DATES)


@each_state
def test_what_counts_in_the_archive(state: State) -> None:
    addresses = [address for address in made().pages if address.startswith("arkiv/20")]
    listed = any(f"Kursus {state}" in made().html(address) for address in addresses)
    assert listed == (row(state).held and state not in WITHOUT_DATES)


@cache
def files() -> dict[str, str]:
    return {feed.address: feed.data.decode() for feed in all_feeds(made().reader())}


@each_state
def test_the_calendar_file(state: State) -> None:
    found = files().get(f"kurser/{state}.ics", "")
    assert set(re.findall(r"STATUS:(\w+)", found)) == (set() if state in WITHOUT_DATES else {row(state).ics})
    assert (f"{state}.deadline" in found) == bool(row(state).deadline)
    assert bool(course_feed(state)) == bool(found and row(state).held)


def course_feed(state: State) -> list[str]:
    """Return the calendar that the head of a course's page names."""
    feeds = made().pages[f"kurser/{state}/"].feeds
    return [feed.address for feed in feeds if feed.type == "text/calendar"]


@each_state
def test_structured_data(state: State) -> None:
    address = f"kurser/{state}/"
    nodes = json_ld(made().pages[address], made().reader(), data_at(made().reader(), address))
    instance = next(data for each in nodes if (data := json.loads(json_bytes(each)))["@type"] == "Course")[
        "hasCourseInstance"
    ][0]
    status = instance.get("eventStatus", "https://schema.org/EventScheduled")
    assert status == f"https://schema.org/Event{row(state).event}"
    assert ("startDate" in instance) == (row(state).dates and state not in WITHOUT_DATES)
    offers = instance.get("offers", [])
    assert bool(offers) == row(state).held
    for offer in offers:
        assert (offer.get("url") == VIA) == row(state).enrol
        assert offer.get("availability", "").removeprefix("https://schema.org/") == row(state).offer

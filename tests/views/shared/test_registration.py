"""How to enrol, and on which terms: on pages, in calendars, in data."""

from datetime import date
from pathlib import Path

import pytest

from katalog.json_encoding import json_bytes
from tests.support import Made, all_feeds, data_at, make_project, record
from tests.views.courses.test_course_page import text_of

PAGE = "kurser/kursus/"
SESSIONS = [{"when": "10. april 2028 kl. 9–12", "title": "En"}]


def make(tmp_path: Path, today: date = date(2028, 1, 15), **facts: object) -> Made:
    facts = {"sessions": SESSIONS} | facts
    return make_project(tmp_path, {"courses/kursus.md": record("Kursus", "Tekst.", **facts)}, today)


def calendar(made: Made, language: str = "da") -> str:
    reader = made.reader(language)
    file = reader.addresses.record_feed(reader.entry("kursus"), "ics")
    [found] = [feed for feed in all_feeds(reader) if feed.address == file]
    return found.data.decode().replace("\r\n ", "")


@pytest.mark.parametrize("written", ["none", "Ingen tilmelding", {"required": False}])
def test_where_nobody_need_enrol_nothing_offers_it(tmp_path: Path, written: object) -> None:
    made = make(tmp_path, registration=written)
    html = made.html(PAGE)
    facts = html[: html.index("</aside>")]
    assert (
        '<p class="k-deadline" data-until="2028-04-11T00:00:00+02:00">Ingen tilmelding nødvendig</p>' in facts
    )
    assert "k-button--primary" not in html
    assert "Ingen anmälan behövs" in made.html(f"sv/{PAGE}")
    assert "Ingen tilmelding nødvendig" in calendar(made)
    assert "Ingen anmälan behövs" in calendar(made, "sv")
    assert '"registration":{"required":false}' in json_bytes(data_at(made.reader(), PAGE)).decode()


@pytest.mark.parametrize("written", ["66 11 22 33", "tlf. 66 11 22 33", "+45 66112233", "tel:+4566112233"])
def test_one_may_enrol_by_telephone(tmp_path: Path, written: str) -> None:
    made = make(tmp_path, registration={"via": written})
    assert '<a href="tel:+4566112233">66 11 22 33</a>' in made.html(PAGE)
    assert 'k-button--primary k-noprint" href="tel:+4566112233"' in made.html(PAGE)
    assert '<a href="tel:+4566112233">+45 66 11 22 33</a>' in made.html(f"sv/{PAGE}")
    assert '"registration":{"phone":"+4566112233"' in json_bytes(data_at(made.reader(), PAGE)).decode()


def test_when_it_is_over_that_is_said_no_more(tmp_path: Path) -> None:
    html = make(tmp_path, date(2028, 5, 1), registration="none").html(PAGE)
    assert "Ingen tilmelding nødvendig" not in html


REGISTRATION = {"opens": "1. februar 2028", "closes": "1. marts 2028", "via": "https://tilmeld.example.org/"}


def test_the_box_says_when_registration_opens_until_it_does(tmp_path: Path) -> None:
    html = make(tmp_path, registration=REGISTRATION).html(PAGE)
    facts = html[: html.index("</aside>")]
    assert '<p class="k-deadline" data-until="2028-02-01T00:00:00+01:00">Tilmeldingen åbner <b>' in facts
    assert "1. februar 2028" in text_of(facts)
    later = make(tmp_path, date(2028, 2, 10), registration=REGISTRATION)
    assert "åbner" not in text_of(later.html(PAGE)).casefold()
    assert "åbner" not in text_of(later.html("kurser/")).casefold()


def test_terms_stand_with_how_to_enrol(tmp_path: Path) -> None:
    terms = {
        "binding": "ja", "members_only": "ja", "limited": "ja", "late": "ja",
        "cancellation": "Gratis til og med 1. april.", "invoice": "Skriv EAN-nummer og reference.",
    }  # fmt: skip
    made = make(tmp_path, registration={"via": "https://tilmeld.example.org/"} | terms)
    text = text_of(made.html(PAGE))
    assert "Tilmeldingen er bindende. Kun for medlemmer. Der er et begrænset antal pladser." in text
    assert "Du kan også tilmelde dig efter starten." in text
    assert "Afbud: Gratis til og med 1. april." in text
    assert "Faktura: Skriv EAN-nummer og reference." in text
    data = json_bytes(data_at(made.reader(), PAGE)).decode()
    assert '"binding":true,"members_only":true,"limited":true,"late":true' in data


def test_one_may_enrol_after_the_start_where_that_is_said(tmp_path: Path) -> None:
    sessions = [{"when": "2028-01-10"}, {"when": "2028-05-10"}]
    via = {"via": "https://tilmeld.example.org/"}
    running = make(tmp_path, sessions=sessions, registration=via).html(PAGE)
    assert 'data-state="running"' in running
    assert "k-button--primary" not in running
    late = make(tmp_path, sessions=sessions, registration=via | {"late": "ja", "closes": "2028-03-01"}).html(
        PAGE
    )
    assert 'data-state="open"' in late
    assert "k-button--primary" in late
    always = make(tmp_path, sessions=sessions, registration=via | {"late": "ja"}).html(PAGE)
    assert 'data-state="open"' in always


DEADLINES = [{"title": "Forslag til oplæg", "when": "31. januar 2028 kl. 12", "note": "Højst en side."}]


def test_further_deadlines_are_counted_down_listed_and_in_calendars(tmp_path: Path) -> None:
    made = make(tmp_path, registration=REGISTRATION | {"deadlines": DEADLINES})
    html = made.html(PAGE)
    facts = html[: html.index("</aside>")]
    assert 'data-until="2028-01-31T12:00:00+01:00">Forslag til oplæg: <b>' in facts
    assert 'data-countdown="2028-01-31T11:59:59+01:00">om 16 dage<' in facts
    said = "Forslag til oplæg: mandag den 31. januar 2028 kl. 12.00 . Højst en side."
    assert said in text_of(html[html.index("</aside>") :])
    assert "Forslag til oplæg: 31. januar 2028 kl. 12.00 · om 16 dage" in text_of(made.html(""))
    assert "Forslag til oplæg" in text_of(made.html("kalender/2028-01/"))
    events = calendar(made)
    assert "SUMMARY;LANGUAGE=da:Kursus: Forslag til oplæg" in events
    assert "UID:kursus.deadline-1@katalog.example" in events
    assert "DTSTART;TZID=Europe/Copenhagen:20280131T120000" in events
    data = json_bytes(data_at(made.reader(), PAGE)).decode()
    assert '"deadlines":[{"title":"Forslag til oplæg","when":{"text":"31. januar 2028 kl. 12.00"' in data


def test_a_session_has_a_deadline_of_its_own(tmp_path: Path) -> None:
    sessions = [{"when": "2028-04-10", "title": "Besøg", "closes": "2028-03-20 10:00"}]
    made = make(tmp_path, sessions=sessions)
    assert "Tilmelding senest mandag den 20. marts 2028 kl. 10.00 om 9 uger" in text_of(made.html(PAGE))
    assert "Besøg" in calendar(made).split("UID:kursus.session-deadline-1@")[1].split("END:VEVENT")[0]
    assert '"closes":{"text":"20. marts 2028 kl. 10.00"' in json_bytes(data_at(made.reader(), PAGE)).decode()


def test_a_cancelled_course_has_no_further_deadlines(tmp_path: Path) -> None:
    made = make(tmp_path, registration=REGISTRATION | {"deadlines": DEADLINES}, status="cancelled")
    html = made.html(PAGE)
    assert "Forslag til oplæg" not in html[: html.index("</aside>")]
    assert "Forslag til oplæg" not in calendar(made)
    assert "Forslag til oplæg" not in made.html("")
